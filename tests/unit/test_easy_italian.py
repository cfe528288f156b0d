# SPDX-License-Identifier: AGPL-3.0-or-later
"""Easy Italian is a promise about every line: whoever reads with effort stops at the first long one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.checks.text import readability_of
from plugins.source import Source, read_source
from tests.conftest import ROOT

EASY_FORM, LONGEST = 80, 12  # R65
FILES = sorted(ROOT.glob("content/*/it-simple/*.md"))
MACRO = re.compile(r"\{\{.*?\}\}")
MARKS = re.compile(r"^\s*(?:[-#]+|\d+\.)\s+|\]\([^)]*\)|[*\[]")
END = re.compile(r"[.!?]»?\s+(?=[^\W\d_a-z]|«)")


def source_of(file: Path) -> Source:
    """Return a file of the project, read."""
    source, problems = read_source(ROOT, file.relative_to(ROOT).as_posix())
    assert (True, []) == (source is not None, problems)
    return source


def sentences(line: str) -> list[str]:
    """Return the sentences of a line; the point of an initial ("G. Sforza") ends none."""
    plain = MARKS.sub("", MACRO.sub("0", line))
    return [words for words in END.split(re.sub(r"\b([A-Z])\. ", r"\1 ", plain)) if words.strip()]


def test_sentences_are_told_apart():
    """Sentences are counted as a reader meets them, links and numbers included (R65)."""
    line = '- Chiama il {{ phone("112") }}. È gratis! Leggi [qui](a.md) che in via G. Sforza c\'è.'

    assert ["Chiama il 0", "È gratis", "Leggi qui che in via G Sforza c'è."] == sentences(line)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_easy_italian_is_easy(file: Path):
    """Easy Italian has a Gulpease index of 80 or more, one sentence a line, no italics (R65)."""
    source = source_of(file)
    lines = [line for line in source.text.splitlines() if not line.startswith("|")]
    shared = [line for line in lines if len(sentences(line)) > 1]

    assert (True, [], False) == (
        readability_of(source) >= EASY_FORM, shared, bool(re.search("<(em|i)>", source.body.html)),
    )  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_sentences_are_short(file: Path):
    """No sentence of easy Italian has more than 12 words, title and description included (R65)."""
    source = source_of(file)
    lines = [line for line in source.text.splitlines() if not line.startswith("|")]
    fields = [source.fields.get(key, "") for key in ("title", "description", "act")]
    every = [words for line in (*fields, *lines) for words in sentences(line)]
    long = [words for words in every if len(re.findall(r"\w+(?:'\w+)*", words)) > LONGEST]

    assert (True, []) == (len(every) > 1, long)
