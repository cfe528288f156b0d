# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how a page is written: in an order that makes sense when heard, in easy Italian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Content
from ..languages import ITALIAN
from ..problem import WARNING, Fault, check
from ..readability import gulpease
from ..source import Source
from .markup import looks_like_html

DEEPEST = 4  # the last heading level the theme draws
EASY, EASIEST = 60, 75  # R65 and the bound for the pages of whoever is at risk
EASIEST_PAGES = ("aiuto", "mostra", "sicurezza")
NO_HEADING = "Scrivi una frase: nella scheda di un contatto non ci sono titoli."
_BOLD = re.compile(r"\*\*([^*{]{2,80}[^*.!?:;])\*\*|__([^_{]{2,80}[^_.!?:;])__")
_UNDERLINED = re.compile(r"(?:\A|^ *\n|^#.*\n)( {0,3}[^\s#].*)\n(-+|=+) *$", re.MULTILINE)
_HEADING = re.compile(r"(<h[1-6]>).*?</h[1-6]>\s*(?=(<h[1-6]>|.|\Z))", re.DOTALL)
_INDENTED = re.compile(r" {1,3}(#{1,6} +\S.*)")


@check("TITOLI-01", "I titoli cominciano da ## e non saltano un livello; nei contatti non ci sono")
def heading_order(content: Content) -> Iterator[Fault]:
    """Whoever moves by headings gets lost where a level is missing (R62), or inside a card."""
    for source in content.sources:
        last, told = 1, {line for line, _, _ in false_headings(source)}
        for (level, text), line in zip(source.body.headings, _heading_lines(source), strict=False):
            if line in told:
                pass
            elif source.place.kind == "contact":
                yield Fault(
                    source.path, line, f"Il titolo «{text}» sta dentro un contatto.",
                    NO_HEADING, "heading in a contact",
                )  # fmt: skip
            elif level == 1 or level > min(last + 1, DEEPEST):
                hashes = "#" * max(2, min(level, last + 1, DEEPEST))
                yield Fault(
                    source.path, line,
                    f"Il titolo «{text}» è di livello {level}, dopo uno di livello {last}.",
                    f"Scrivi: {hashes} {text}", "heading level out of order",
                )  # fmt: skip
            last = level


def _heading_lines(source: Source) -> list[int]:
    """Return the line of every heading, in order."""
    lines = enumerate(source.text.split("\n"), start=source.first_line)
    hashes = [number for number, line in lines if re.match(r"#{1,6}(?:\s|$)", line)]
    found = sorted([*hashes, *_underlined(source)])
    if len(found) == len(source.body.headings):
        return found
    return [source.line_of(text) for _, text in source.body.headings]


@check("TITOLI-02", "Un titolo è una riga che comincia con ##")
def false_heading(content: Content) -> Iterator[Fault]:
    """What is only bold is no heading for a screen reader; a line of hyphens makes one unasked."""
    for source in content.sources:
        for line, what, how in false_headings(source):
            cure = NO_HEADING if source.place.kind == "contact" else how
            yield Fault(source.path, line, what, cure, "heading without ##")


def false_headings(source: Source) -> Iterator[tuple[int, str, str]]:
    """Yield (line, fault, cure) for what looks like a heading, or becomes one, without ##."""
    underlined = _underlined(source)
    for number, line in enumerate(source.text.split("\n"), start=source.first_line):
        bold, indented = _BOLD.fullmatch(line.strip()), _INDENTED.fullmatch(line)
        if number in underlined:
            what = f"«{line.strip()[:60]}» diventa un titolo, per la riga «{underlined[number]}» che ha sotto."
            cure = f"Togli la riga «{underlined[number]}»; se è un titolo, comincia con ##."
            yield number, what, cure
        elif bold:
            title = bold[1] or bold[2]
            yield number, f"«{title}» è un titolo scritto in grassetto.", f"Scrivi: ## {title}"
        elif indented:
            what = f"«{indented[1]}» non è un titolo: la riga comincia con uno spazio."
            yield number, what, f"Scrivi: {indented[1]}"


def shape_told(page: Source) -> bool:
    """Whether a page's headings cannot be counted, for a fault that has its own message."""
    return not page.body.html or any(false_headings(page))


def _underlined(source: Source) -> dict[int, str]:
    """Return by line what stands below a text, hyphens or equals signs, and makes it a heading."""
    text, first = source.text, source.first_line
    found = _UNDERLINED.finditer(text)
    return {first + text.count("\n", 0, match.start(1)): match[2] for match in found}


@check("TESTO-03", "Ogni pagina ha un testo, e ogni titolo ha qualcosa sotto")
def nothing_below(content: Content) -> Iterator[Fault]:
    """Whoever opens the page, or goes to that heading, finds nothing."""
    for source in content.sources:
        if source.place.kind == "contact" or looks_like_html(source.text):
            continue
        listed = content.facts(source, "template") == "site_map"  # it has the list of pages
        if not source.body.html and not listed:
            yield Fault(
                source.path, source.first_line - 1, "Sotto la testata non c'è nessun testo.",
                "Scrivi il testo dopo la seconda riga ---", "page without a text",
            )  # fmt: skip
        for text, line in () if shape_told(source) else _bare_headings(source):
            yield Fault(
                source.path, line, f"Sotto il titolo «{text}» non c'è niente.",
                "Scrivi un testo sotto il titolo, o cancella il titolo.", "heading with nothing below",
            )  # fmt: skip


def _bare_headings(source: Source) -> Iterator[tuple[str, int]]:
    """Yield (text, line) of every heading that the end or a heading as high follows at once."""
    found = _HEADING.findall(source.body.html)
    headings = zip(source.body.headings, _heading_lines(source), found, strict=False)
    for (_, text), line, (level, below) in headings:
        if len(below) != 1 and "<h1>" != level >= below:  # TITOLI-01 tells a single #
            yield text, line


@check("LETTURA-01", f"Il testo italiano ha un indice Gulpease di almeno {EASY} ({EASIEST} nelle pagine di aiuto)", WARNING)  # fmt: skip
def hard_to_read(content: Content) -> Iterator[Fault]:
    """Half of the readers have little Italian; a hard page is a closed door (R65)."""
    for source in content.sources:
        if source.place.language != ITALIAN:
            continue
        bound = EASIEST if source.place.id in EASIEST_PAGES else EASY
        index = readability_of(source)
        if index is not None and index < bound:
            yield Fault(
                source.path, source.first_line,
                f"Il testo ha indice Gulpease {index:.0f}; qui serve almeno {bound}.",
                "Accorcia le frasi e scegli parole più brevi.", "Gulpease index too low",
            )  # fmt: skip


def readability_of(source: Source) -> float | None:
    """Return the Gulpease index of a file's body."""
    return gulpease(re.sub("\ue000.*?\ue001", "", block) for block in source.body.blocks)


CHECKS = (heading_order, false_heading, nothing_below, hard_to_read)
