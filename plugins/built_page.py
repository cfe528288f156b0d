# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of a built site, parsed: its elements with their lines, its head, its visible words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape


@dataclass
class BuiltPage:
    """One HTML file of the site.

    Attributes:
        path: from the output folder; address: from the site's root ("/aiuto/").
        html: the whole file.
        elements: (tag, attributes, line) in order.
        text: the visible words.
    """

    path: str
    html: str
    elements: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    text: str = ""
    title: str = ""

    @property
    def address(self) -> str:
        """Where it answers, from the site's root."""
        return f"/{self.path.removesuffix('index.html')}"

    def all(self, *tags: str) -> Iterator[tuple[dict[str, str], int]]:
        """Yield (attributes, line) of every element with one of these tags."""
        for tag, attributes, line in self.elements:
            if tag in tags:
                yield attributes, line

    @property
    def links(self) -> Iterator[tuple[str, int]]:
        """Every (href, line) that one can follow, in order."""
        return ((found["href"], line) for found, line in self.all("a") if "href" in found)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes, _ in self.elements if "id" in attributes]

    @property
    def lang(self) -> str:
        """The language it says it is in."""
        return next(self.all("html"), ({}, 0))[0].get("lang", "")

    @property
    def direction(self) -> str:
        """The direction it says it has."""
        return next(self.all("html"), ({}, 0))[0].get("dir", "")

    @property
    def redirect(self) -> bool:
        """Whether it only sends readers on to a new address."""
        return any(found.get("http-equiv") == "refresh" for found, _ in self.all("meta"))

    @property
    def noindex(self) -> bool:
        """Whether search engines are asked to leave it out."""
        robots = (a.get("content", "") for a, _ in self.all("meta") if a.get("name") == "robots")
        return any("noindex" in content for content in robots)

    @cached_property
    def alternates(self) -> dict[str, str]:
        """The absolute address of each `hreflang` in the head."""
        return {
            found["hreflang"]: found["href"]
            for found, _ in self.all("link")
            if found.get("rel") == "alternate" and "hreflang" in found
        }

    @cached_property
    def canonical(self) -> str:
        """The address the page says is its own."""
        links = (found["href"] for found, _ in self.all("link") if found.get("rel") == "canonical")
        return next(links, "")

    @cached_property
    def weight(self) -> int:
        """Bytes of the page, everything in it, after gzip -9."""
        return len(gzip.compress(self.html.encode(), 9, mtime=0))

    @property
    def outline(self) -> BuiltPage:
        """What the page says to other pages and to machines: title, head, whatever has a name."""
        kept = [found for found in self.elements if found[0] in _HEAD or KEPT & found[1].keys()]
        return BuiltPage(self.path, "", kept, title=self.title)


# Our templates write well-formed HTML (the tests hold them to it with a strict parser), so a
# tag can be found without a parser's care for what the whole web writes.
_TAG = re.compile(
    r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>|<!--.*?-->|<!doctype[^>]*>", re.DOTALL
)
_ATTRIBUTE = re.compile(r'([^\s=]+)(?:="([^"]*)")?')
_NO_WORDS = ("title", "style", "script")
_HEAD = ("html", "meta", "link")
KEPT = {"id", "download", "data-wait"}  # data-wait: the title while one leaves
Attributes = dict[str, dict[str, str]]  # as read, by how they are written


def parse(path: str, html: str, known: Attributes | None = None) -> BuiltPage:
    """Parse one page: its elements with their lines, its title, its visible words.

    `known` spares reading attributes twice: pages of one site write mostly the same ones.
    """
    known = {} if known is None else known
    page = BuiltPage(path, html)
    words: list[str] = []
    inside, last, line, counted = "", 0, 1, 0
    for match in _TAG.finditer(html):
        closing, tag = match[1], match[2]
        if inside and not (closing and tag == inside):
            continue
        if inside == "title":
            page.title += unescape(html[last : match.start()])
        elif not inside:
            words.append(html[last : match.start()])
        last, inside = match.end(), ""
        if tag and not closing:
            line += html.count("\n", counted, match.start())
            counted = match.start()
            if match[3] not in known:
                known[match[3]] = _attributes(match[3])
            page.elements.append((tag, known[match[3]], line))
            inside = tag if tag in _NO_WORDS else ""
    page.text = " ".join(unescape("".join(words)).split())
    return page


def _attributes(written: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(written) if name != "/"}
