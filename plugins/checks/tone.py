# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how a page sounds: calm, because whoever reads it may be frightened already (R68)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..content import Content
from ..problem import WARNING, Fault, check
from ..source import Source
from ..word_lists import WordList, read_lines

ALARMING = "translations/it/alarming.txt"
_PILE = re.compile(r"![!?\s]*!|!\?|\?!")
_ADDRESS = re.compile(r"\]\([^)]*\)|\{\{.*?\}\}|\S+@\S+|https?://\S+")
# One long word, or three in a row: names of organisations and of devices are shorter, or alone.
_SHOUTING = re.compile(r"\b[A-ZÀ-Ý]{7,}\b|\b[A-ZÀ-Ý]{2,}(?:[ ,]+[A-ZÀ-Ý]{2,}){2,}\b")


@check("TONO-01", "Il testo italiano non allarma e non mette fretta", WARNING)
def alarming_text(content: Content) -> Iterator[Fault]:
    """Fear and hurry make a frightened reader close the page, or do what is not safe (R68)."""
    words = WordList(read_lines(content.root, ALARMING))
    for source in content.sources:
        if source.place.language.easy_italian:
            for text, line in _written(source):
                yield from _alarms(source, text, line, words.found)


def _alarms(
    source: Source, text: str, line: int, alarming: Callable[[str], str]
) -> Iterator[Fault]:
    """Yield what frightens in one line of a file."""
    pile, shouting, word = _PILE.search(text), _SHOUTING.search(text), alarming(text)
    if pile:
        yield Fault(
            source.path, line, f"Qui c'è «{pile[0]}».", "Chiudi la frase con un punto.", "pile of exclamation marks",
        )  # fmt: skip
    if shouting:
        yield Fault(
            source.path, line, f"«{shouting[0]}» è tutto maiuscolo.", f"Scrivi: {shouting[0].lower()}",
            "words in capitals",
        )  # fmt: skip
    if word:
        yield Fault(
            source.path, line, f"«{word}» può spaventare o mettere fretta.",
            f"Dillo con calma; le parole che spaventano sono in {ALARMING}", "alarming word",
        )  # fmt: skip


def _written(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the words of a file, line by line, without addresses and macros."""
    for key in ("title", "description", "act"):
        if key in source.fields:
            yield _ADDRESS.sub("", source.fields[key]), source.lines[key]
    for number, line in enumerate(source.text.split("\n"), start=source.first_line):
        yield _ADDRESS.sub("", line.replace("![", "[")), number


CHECKS = (alarming_text,)
