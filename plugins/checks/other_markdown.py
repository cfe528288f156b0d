# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check that a text uses the Markdown that the theme knows, each part of it in its place (R96)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Content
from ..problem import Fault, check
from .markup import looks_like_html, pieces

_OPENED = re.compile(r"<([a-z]\w*)")
# Tag: what it is called, how to mend it, how it looks in a source.
_UNKNOWN_MARKDOWN = {
    "em": (
        "Il corsivo", "Togli l'asterisco o il trattino basso attorno alle parole.",
        r"(?<![*\\])(?:\*|\*{3})(?![*\s])|(?<![\w\\])_(?:__)?(?![_\s])",
    ),
    "pre": ("Un testo rientrato di quattro spazi", "Togli gli spazi a inizio riga.", r"^(?: {4}| {8,})\S"),
    "code": ("Il testo tra accenti gravi", "Togli gli accenti gravi.", r"`"),
    "blockquote": ("La citazione con >", "Togli il segno > a inizio riga.", r"^(?: |[-*+] |\d+\. )*>"),
    "br": (
        "L'a capo con due spazi a fine riga",
        "Togli gli spazi a fine riga; per andare a capo lascia una riga vuota.", r" {2,}$",
    ),
    "hr": ("La riga di separazione", "Togli la riga fatta di trattini o asterischi.", r"^ *([-*_])( *\1){2,} *$"),
}  # fmt: skip
# How it looks in the HTML, what it is, how to mend it, how it looks in a source.
_MISPLACED = (
    (r"<a [^>]*></a>", "Qui c'è un collegamento senza parole.", "Scrivi: [testo](indirizzo)", r"\[\s*\]\("),
    (r"<h\d></h\d>", "Qui c'è un titolo senza parole.", "Scrivi le parole dopo ##, o togli la riga.", r"^#+ *$"),
    (
        r"<th\b[^>]*></th>", "Una colonna della tabella non ha un titolo.",
        "Scrivi una parola in ogni casella della prima riga.", r"\| *(?:\||$)",
    ),
    (
        r"<li>\s*<h\d", "Qui c'è un titolo dentro un elenco.", "Togli il segno dell'elenco prima di ##.",
        r"^ *(?:[-*+]|\d+\.) +#",
    ),
    (
        r"<a [^>]*>[^<]*\ue000", "Qui c'è una macro dentro un collegamento.",
        "Metti la macro fuori dalle parentesi quadre: è già un collegamento.", r"\[[^\]\n]*\{\{",
    ),
    (
        '="\ue000', "Qui c'è una macro al posto di un indirizzo.",
        "Scrivi solo la macro, senza parentesi quadre e tonde: è già un collegamento.", r"\]\( *\{\{",
    ),
    (
        r' title="', "Un collegamento o un'immagine ha un titolo tra virgolette.",
        "Togli il titolo: [testo](indirizzo)", r"\]\([^)\n]* [\"']",
    ),
)  # fmt: skip
_NO_SENTENCE = r"<(?:h\d|ul|ol|img)\b"


@check("MARKDOWN-01", "Il Markdown è quello che il sito conosce")
def unknown_markdown(content: Content) -> Iterator[Fault]:
    """What the theme does not know would look wrong, or be read wrongly by a screen reader."""
    for source in content.sources:
        for text, first_line, html in pieces(source):
            if looks_like_html(text):
                continue
            found = [*_unknown_tags(html, text), *_misplaced(html, text)]
            if not found and html is not source.body.html and re.search(_NO_SENTENCE, html):
                what = f"«{text[:60]}» non è una frase sola."
                found = [(what, "Togli i segni a inizio riga e le immagini.", 0, "block in a line")]
            for what, how, line, english in found:
                yield Fault(source.path, first_line + line, what, how, english)


Found = tuple[str, str, int, str]  # what, how, how many lines further down, in English


def _unknown_tags(html: str, text: str) -> Iterator[Found]:
    tags = set(_OPENED.findall(html))  # Markdown's own HTML: no other "<" in it
    for tag, (name, cure, looks) in _UNKNOWN_MARKDOWN.items():
        if tag in tags and not (tag == "code" and "pre" in tags):
            what = f"{name} non si usa in questo sito."
            yield what, cure, _line(looks, text), f"<{tag}> is outside our Markdown"


def _misplaced(html: str, text: str) -> Iterator[Found]:
    for wrong, what, how, looks in _MISPLACED:
        if re.search(wrong, html):
            yield what, how, _line(looks, text), "element that is empty or out of place"


def _line(looks: str, text: str) -> int:
    found = re.search(looks, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) if found else 0


CHECKS = (unknown_markdown,)
