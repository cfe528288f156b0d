# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check that every word of a text reaches its reader (R94)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from ..content import Content
from ..problem import Fault, check
from ..source import Source
from .markup import looks_like_html

_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"^(?:[ >]*(?:[-*+]|\d+\.) +)+", re.MULTILINE)  # its number is no word
_VALUE = re.compile(r'="([^"]*)"')  # of an attribute: the address of a link, the words of a picture
_LAST_HASH = re.compile(
    r"^(#{1,6} .*[^\s#\\])#$", re.MULTILINE
)  # Markdown takes it for the heading's end
_TAG = re.compile(r"<[^>]*>")


@check("TESTO-02", "Ogni parola di un testo si vede nella pagina")
def lost_text(content: Content) -> Iterator[Fault]:
    """Markdown drops a cell too many, or a note that looks like a link's address, in silence."""
    for source in content.sources:
        word = "" if looks_like_html(source.text) else lost_word(source)
        if word:
            yield Fault(
                source.path, source.line_of(word, source.text.count(word)), f"La parola «{word}» non si vedrebbe nella pagina.",
                "Scrivi i collegamenti così: [testo](indirizzo); in una tabella, tante caselle quanti sono i titoli.",
                "word lost by Markdown",
            )  # fmt: skip
        for match in _LAST_HASH.finditer(source.text):
            yield Fault(
                source.path, source.line_of(match[0]), f"Il # in fondo a «{match[1]}#» non si vedrebbe nella pagina.",
                f"Scrivi: {match[1]}\\#", "last # of a heading lost by Markdown",
            )  # fmt: skip


def lost_word(source: Source) -> str:
    """Return the first word of a file's body that its HTML does not hold as often, "" for none."""
    html = source.body.html
    shown = " ".join([_TAG.sub(" ", html), *_VALUE.findall(html)])
    left = Counter(_WORD.findall(unescape(shown)))
    for word in _WORD.findall(unescape(_ITEM.sub("", source.text))):
        left[word] -= 1
        if left[word] < 0:
            return word
    return ""


CHECKS = (lost_text,)
