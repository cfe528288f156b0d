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


CHECKS = (heading_order, bold_heading, hard_to_read)
