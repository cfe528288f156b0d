# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of a text as its reader sees them, each beside the line that was written.

Markdown keeps the line ends of a paragraph, so its lines can be found again one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_OPENS = re.compile(r"<(p|li|h\d|th|td)\b")
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"^ *(?:[-*+]|\d+\.) +")
_ADDRESS = re.compile(
    r"(?:!\[[^\]]*)?\]\((?:[^()]|\([^()]*\))*\)"
)  # a picture has no words that are seen


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        shown: as its reader sees it.
        written: as its author wrote it; without the mark of the item it opens.
        indent: the spaces before it in the source.
        number: its line in the file, from 1.
    """

    shown: str
    written: str
    indent: int
    number: int


@dataclass(frozen=True)
class Block:
    """The lines of one paragraph, heading, list item or cell; `tag` is its element."""

    tag: str
    lines: list[Line]


def blocks_of(text: str, first_line: int, html: str) -> Iterator[Block]:
    """Yield the blocks of `text`, whose HTML is `html`, without those that show nothing."""
    written = text.split("\n")
    keys = [_key(_ADDRESS.sub("]", line)) for line in written]
    block, at = Block("p", []), -1
    for piece in html.split("\n"):
        opened = _OPENS.match(piece)
        if opened:
            if block.lines:
                yield block
            block = Block(opened[1], [])
        shown = unescape(_TAG.sub("", piece))
        if not shown.strip():
            continue
        start = max(at + (block.tag not in ("th", "td")), 0)  # the cells of a row share its line
        key = _key(shown)
        found = next((n for n in range(start, len(keys)) if key in keys[n]), None)
        at = max(at, 0) if found is None else found
        line = shown.strip() if found is None else written[at]  # never the words of another line
        own = line if block.lines else _MARK.sub("", line)
        indent = len(line) - len(line.lstrip(" "))
        block.lines.append(Line(shown, own, indent, first_line + at))
    if block.lines:
        yield block


def _key(line: str) -> str:
    """Return the letters and digits of a line, by which it is known in both its forms."""
    return re.sub(r"[\W_]", "", unescape(line)) or line.strip()
