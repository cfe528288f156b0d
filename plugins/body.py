# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown into HTML, and what it contains: headings, links, images, blocks, macros.

A macro, `{{ phone("112") }}`, crosses Markdown as a token between two private-use characters
(which the reader refuses in a file), so that no template language ever runs on what staff write.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from markdown import Markdown

_MACRO = re.compile(r'\{\{\s*(\w+)\s*\(\s*"([^"{}]*)"\s*\)\s*\}\}')
_TOKEN = re.compile("\ue000([^:\ue001]*):([^\ue001]*)\ue001")
_CARD = re.compile("<p>\ue000contact:([^\ue001]*)\ue001</p>")
_HEADING = re.compile(r"<h2>(.*?)</h2>\n?", re.DOTALL)
_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"}


@dataclass(frozen=True)
class Macro:
    """`{{ name("id") }}`; `alone` when it is a paragraph by itself."""

    name: str
    id: str
    alone: bool

    @property
    def written(self) -> str:
        """The macro as an author writes it."""
        return f'{{{{ {self.name}("{self.id}") }}}}'


@dataclass
class Body:
    """A piece of Markdown, converted.

    Attributes:
        html: the whole piece, macros still tokens.
        headings: (level, text) in order.
        links: every `href`, in order.
        images: (`src`, `alt`) in order.
        blocks: the text of every paragraph, heading, list item and table cell.
        strong: the text of the paragraphs that are all bold.
        macros: every macro, in order.
    """

    html: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    macros: list[Macro] = field(default_factory=list)

    @property
    def intro(self) -> str:
        """The HTML before the first `##`."""
        return _HEADING.split(self.html, maxsplit=1)[0]

    @property
    def sections(self) -> list[tuple[str, str]]:
        """(heading's HTML, its section's HTML) for every `##`, in order."""
        pieces = _HEADING.split(self.html)[1:]
        return list(zip(pieces[::2], pieces[1::2], strict=True))


def read_body(text: str) -> Body:
    """Convert a page's Markdown.

    Raises:
        RecursionError: lists stand within lists, hundreds of times.
    """
    try:
        html = _converter().reset().convert(_MACRO.sub("\ue000\\1:\\2\ue001", text))
    except RecursionError:
        _converter.cache_clear()  # it stopped in the middle of a list: the next page starts anew
        raise
    body = Body(html)
    _Survey(body).feed(html)
    alone = {match.start() + len("<p>") for match in _CARD.finditer(html)}
    for match in _TOKEN.finditer(html):
        body.macros.append(Macro(match[1], match[2], match.start() in alone))
    return body


@functools.cache
def read_inline(text: str) -> Body:
    """Convert one line of Markdown (an `act`, a source): no paragraph around it.

    Remembered, because the checks and the pages of all languages ask for the same few lines.
    """
    body = read_body(text)
    body.html = re.sub(r"^<p>(.*)</p>$", r"\1", body.html, flags=re.DOTALL)
    body.macros = [replace(macro, alone=False) for macro in body.macros]
    return body


def place_macros(html: str, card: Callable[[str], str], inline: Callable[[str, str], str]) -> str:
    """Replace every macro token: `card(id)` for whole paragraphs, `inline(name, id)` else."""
    html = _CARD.sub(lambda match: card(match[1]), html)
    return _TOKEN.sub(lambda match: inline(match[1], match[2]), html)


@functools.cache
def _converter() -> Markdown:
    """Return the one Markdown object: making it costs more than converting a page."""
    return Markdown(extensions=["tables", "sane_lists"], output_format="html")


class _Survey(HTMLParser):
    """Notes in a Body what its HTML contains."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._body = body
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and "href" in values:
            self._body.links.append(values["href"] or "")
        elif tag == "img":
            self._body.images.append((values.get("src") or "", values.get("alt") or ""))
        if tag in _BLOCKS:
            self._body.blocks.append("")
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag in self._open:
            self._open.pop()
            if tag[0] == "h":
                self._body.headings.append((int(tag[1]), self._body.blocks[-1]))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._body.blocks[-1] += data
