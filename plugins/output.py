# SPDX-License-Identifier: AGPL-3.0-or-later
"""A built site as a stranger meets it: every page parsed once, for the checks on the output."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from .addresses import site_path
from .content import Content

VOID = {"meta", "link", "br", "img", "hr", "input", "wbr"}


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


@dataclass(frozen=True)
class Output:
    """A built site.

    Attributes:
        folder: where it is, before it is swapped in.
        site_url: the address it was built for.
        content: what it was built from.
        pages: every page by its path, in order.
        files: every file, from the folder.
    """

    folder: Path
    site_url: str
    content: Content
    pages: dict[str, BuiltPage]
    files: frozenset[str]

    @property
    def base(self) -> str:
        """The path the site lives under ("" or "/alia")."""
        return site_path(self.site_url)

    @property
    def indexed(self) -> list[BuiltPage]:
        """The pages search engines may list."""
        return [page for page in self.pages.values() if not page.noindex]


def read_output(folder: Path, site_url: str, content: Content) -> Output:
    """Parse every page of the site in `folder`."""
    files = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    pages = {
        path: parse(path, (folder / path).read_text("utf-8"))
        for path in files
        if path.endswith(".html")
    }
    return Output(folder, site_url, content, pages, frozenset(files))


def parse(path: str, html: str) -> BuiltPage:
    """Parse one page."""
    page = BuiltPage(path, html)
    _Parser(page).feed(html)
    return page


class _Parser(HTMLParser):
    """Notes a page's elements and its visible words."""

    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self._page = page
        self._inside = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._page.elements.append((tag, values, self.getpos()[0]))
        if tag in ("title", "style", "script"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""
        if tag == "html":
            self._page.text = " ".join("".join(self._words).split())

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self._page.title += data
        elif not self._inside:
            self._words.append(data)
