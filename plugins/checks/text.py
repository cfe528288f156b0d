# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how a page is written: only the Markdown the theme knows, in an order that makes
sense when heard, and in Italian that is easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

from ..body import read_inline
from ..content import Content
from ..languages import ITALIAN
from ..problem import WARNING, Fault, check
from ..readability import gulpease
from ..source import Source

ALLOWED_TAGS = {
    "a", "code", "h2", "h3", "h4", "img", "li", "ol", "p", "strong", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "td": {"style"}, "th": {"style"},
}  # fmt: skip
ALLOWED_SCHEMES = {"http", "https"}
EASY, EASIEST = 60, 75  # R65 and the bound for the pages of whoever is at risk
EASIEST_PAGES = ("aiuto", "mostra", "sicurezza")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>?|<!--|<[!?]")
_UNKNOWN_MARKDOWN = {
    "em": ("Il corsivo", "Togli l'asterisco o il trattino basso attorno alle parole."),
    "code": ("Il testo tra accenti gravi", "Togli gli accenti gravi."),
    "pre": ("Un testo rientrato di quattro spazi", "Togli gli spazi a inizio riga."),
    "blockquote": ("La citazione con >", "Togli il segno > a inizio riga."),
    "hr": ("La riga di separazione", "Togli la riga fatta di trattini o asterischi."),
}


class _Elements(HTMLParser):
    """The tags, attributes and text of some HTML, as a list that can be compared."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[object] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))


def pieces(source: Source) -> Iterator[tuple[str, int, str]]:
    """Yield (text, its first line, its HTML) for everything in a file that becomes HTML."""
    if source.place.kind != "contact" or source.text.strip():
        yield source.text, source.first_line, source.body.html
    for key in ("act", "sources"):
        values = source.fields.get(key, ())
        for value in (values,) if isinstance(values, str) else values:
            yield value, source.lines[key], read_inline(value).html


@check("HTML-01", "Nelle pagine non c'è HTML scritto a mano, né un collegamento pericoloso")
def raw_html(content: Content) -> Iterator[Fault]:
    """Hand-written HTML can run a script, call another site or break the page for a reader."""
    for source in content.sources:
        for text, first_line, html in pieces(source):
            tag = _TAG.search(text)
            if tag:
                line = first_line + text.count("\n", 0, tag.start())
                yield Fault(
                    source.path, line, f"Qui c'è dell'HTML: «{tag[0][:40]}».",
                    "Scrivi solo testo e Markdown; per un contatto usa la sua macro.", "raw HTML",
                )  # fmt: skip
            elif not _survives_cleaning(html):
                yield _unsafe_link(source, text, first_line, html)


def _survives_cleaning(html: str) -> bool:
    tags = ALLOWED_TAGS | set(_UNKNOWN_MARKDOWN)
    clean = nh3.clean(
        html, tags=tags, attributes=ALLOWED_ATTRIBUTES, url_schemes=ALLOWED_SCHEMES, link_rel=None,
        filter_style_properties={"text-align"},
    )  # fmt: skip
    return _comparable(html) == _comparable(clean)


def _comparable(html: str) -> list[object]:
    return [
        (name, [(key, value.replace(" ", "").rstrip(";")) for key, value in rest])
        if isinstance(rest, list) else (name, rest)
        for name, rest in _Elements(html).found
    ]  # fmt: skip


def _unsafe_link(source: Source, text: str, first_line: int, html: str) -> Fault:
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    unsafe = next((link for link in links if not re.match(r"https?:|[^:]*$", link)), "")
    position = max(text.find(unsafe[:12]), 0)
    return Fault(
        source.path, first_line + text.count("\n", 0, position),
        f"Il collegamento «{unsafe[:60]}» non è sicuro." if unsafe else "Qui c'è un testo che il sito non può mostrare così.",
        "Scrivi un indirizzo che comincia con https:// o il nome di un file .md", "unsafe link or markup",
    )  # fmt: skip


@check("MARKDOWN-01", "Il Markdown è quello che il sito conosce")
def unknown_markdown(content: Content) -> Iterator[Fault]:
    """What the theme does not know would look wrong, or be read wrongly by a screen reader."""
    for source in content.sources:
        if _TAG.search(source.text):
            continue
        tags = set(_Elements(source.body.html).tags)
        for tag in sorted(tags & set(_UNKNOWN_MARKDOWN)):
            name, cure = _UNKNOWN_MARKDOWN[tag]
            yield Fault(
                source.path, _line_of_tag(source, tag), f"{name} non si usa in questo sito.",
                cure, f"<{tag}> is outside our Markdown",
            )  # fmt: skip


def _line_of_tag(source: Source, tag: str) -> int:
    inside = re.search(rf"<{tag}[^>]*>(?:<\w+>|\s)*([^<\n]+)", source.body.html)
    return source.line_of(inside[1].split()[0]) if inside else source.first_line


@check("TITOLI-01", "I titoli cominciano da ## e non saltano un livello")
def heading_order(content: Content) -> Iterator[Fault]:
    """Whoever moves by headings gets lost where a level is missing (R62)."""
    for source in content.sources:
        last = 1
        for level, text in source.body.headings:
            if level == 1 or level > last + 1:
                hashes = "#" * min(level, last + 1) if level > 1 else "##"
                yield Fault(
                    source.path, source.line_of(text),
                    f"Il titolo «{text}» è di livello {level}, dopo uno di livello {last}.",
                    f"Scrivi: {hashes} {text}", "heading level out of order",
                )  # fmt: skip
            last = level


@check("TITOLI-02", "Un titolo si scrive con ##, non in grassetto")
def bold_heading(content: Content) -> Iterator[Fault]:
    """A heading that is only bold is no heading for a screen reader."""
    for source in content.sources:
        for line_number, line in enumerate(source.text.split("\n"), start=source.first_line):
            bold = re.fullmatch(r"\*\*([^*]{2,80}[^*.!?:;])\*\*", line.strip())
            if bold:
                yield Fault(
                    source.path, line_number, f"«{bold[1]}» è un titolo scritto in grassetto.",
                    f"Scrivi: ## {bold[1]}", "bold text used as a heading",
                )  # fmt: skip


@check("IMMAGINE-01", "Le immagini stanno nelle notizie, con un testo alternativo")
def image_without_words(content: Content) -> Iterator[Fault]:
    """Who does not see a picture must get its words; help pages carry no pictures at all."""
    for source in content.sources:
        for address, alternative in source.body.images:
            if source.place.kind != "news":
                yield Fault(
                    source.path, source.line_of(address), f"Qui c'è l'immagine «{address}».",
                    "Togli l'immagine: si mettono solo nelle notizie.", "image outside news",
                )  # fmt: skip
            elif not alternative.strip():
                yield Fault(
                    source.path, source.line_of(address), f"L'immagine «{address}» non ha un testo.",
                    f"Scrivi che cosa si vede: ![Che cosa si vede]({address})", "image without alt",
                )  # fmt: skip


@check("LETTURA-01", f"Il testo italiano ha un indice Gulpease di almeno {EASY} ({EASIEST} nelle pagine di aiuto)", WARNING)  # fmt: skip
def hard_to_read(content: Content) -> Iterator[Fault]:
    """Half of the readers have little Italian; a hard page is a closed door (R65)."""
    for source in content.sources:
        bound = EASIEST if source.place.id in EASIEST_PAGES else EASY
        index = readability_of(source)
        if index is not None and index < bound and source.place.language == ITALIAN:
            yield Fault(
                source.path, source.first_line,
                f"Il testo ha indice Gulpease {index:.0f}; qui serve almeno {bound}.",
                "Accorcia le frasi e scegli parole più brevi.", "Gulpease index too low",
            )  # fmt: skip


def readability_of(source: Source) -> float | None:
    """Return the Gulpease index of a file's body."""
    return gulpease(re.sub("\ue000.*?\ue001", "", block) for block in source.body.blocks)


CHECKS = (
    raw_html, unknown_markdown, heading_order, bold_heading, image_without_words, hard_to_read,
)  # fmt: skip
