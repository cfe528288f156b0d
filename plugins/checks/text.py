# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how a page is written: in an order that makes sense when heard, in easy Italian."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..content import Content
from ..languages import ITALIAN
from ..problem import WARNING, Fault, check
from ..readability import gulpease
from ..source import Source

DEEPEST = 4  # the last heading level the theme draws
EASY, EASIEST = 60, 75  # R65 and the bound for the pages of whoever is at risk
EASIEST_PAGES = ("aiuto", "mostra", "sicurezza")


@check("TITOLI-01", "I titoli cominciano da ## e non saltano un livello")
def heading_order(content: Content) -> Iterator[Fault]:
    """Whoever moves by headings gets lost where a level is missing (R62)."""
    for source in content.sources:
        last = 1
        for (level, text), line in zip(source.body.headings, _heading_lines(source), strict=False):
            if level == 1 or level > min(last + 1, DEEPEST):
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
    hashes = [number for number, line in lines if re.match(r" {0,3}#{1,6}(?:\s|$)", line)]
    if len(hashes) == len(source.body.headings):
        return hashes
    return [source.line_of(text) for _, text in source.body.headings]


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


@check(
    "IMMAGINE-01", "Le immagini stanno nelle notizie e in content/images, con un testo alternativo"
)
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
            elif _image_path(source, address) not in content.paths:
                yield Fault(
                    source.path, source.line_of(address), f"L'immagine «{address}» non è in content/images.",
                    "Mettila lì e scrivi: ../../images/nome-della-fotografia.jpg", "image not found",
                )  # fmt: skip


def _image_path(source: Source, address: str) -> str:
    """Return the file of content/images that `address` names, "" when it names none."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), address))
    return path if path.startswith("content/images/") else ""


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


CHECKS = (heading_order, bold_heading, image_without_words, hard_to_read)
