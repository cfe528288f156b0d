# SPDX-License-Identifier: AGPL-3.0-or-later
"""A catalogue with a hole would make a page speak two languages at once (R28)."""

from __future__ import annotations

import pytest

from plugins.checks import words
from plugins.languages import by_tag
from plugins.words import catalogue_path
from tests.conftest import ROOT
from tests.unit.folders import content_of, lines_of

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
TEMPLATE = f'{HEAD}msgid "in %(language)s"\nmsgstr ""\n\nmsgid "Esci"\nmsgstr ""\n'
PATH = catalogue_path(by_tag("en"))


def catalogue(leave: str, language: str = "in %(language)s", flag: str = "") -> str:
    """Return an English catalogue with these two translations."""
    return (
        f'{HEAD}msgid "in %(language)s"\nmsgstr "{language}"\n\n'
        f'{flag}msgid "Esci"\nmsgstr "{leave}"\n'
    )


def found(root, text: str) -> list[str]:
    """Return what is said of this catalogue."""
    content = content_of(root, {words.TEMPLATE: TEMPLATE, PATH: text})
    return [problem.what for problem in words.missing_words(content)]


def test_a_whole_catalogue_passes(tmp_path):
    """A catalogue with every word is fine."""
    assert [] == found(tmp_path, catalogue("Leave"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (catalogue(""), "Per «Esci» manca la traduzione."),
        (f"{HEAD}", "Per «in %(language)s» manca la traduzione."),
        (
            catalogue("Leave", flag="#, fuzzy\n"),
            "Per «Esci» la traduzione è segnata come incerta (fuzzy).",
        ),
        (
            catalogue("Leave", "in another language"),
            "Per «in %(language)s» la traduzione non ha gli stessi segnaposto %(…)s.",
        ),
        (
            catalogue("Leave", "in %(lingua)s"),
            "Per «in %(language)s» la traduzione non ha gli stessi segnaposto %(…)s.",
        ),
        (catalogue(" Leave"), "Per «Esci» la traduzione comincia o finisce con uno spazio."),
        ("msgid senza virgolette", "Il catalogo delle parole in «en» non si legge."),
    ],
)
def test_a_hole_in_a_catalogue_is_told(tmp_path, text, what):
    """A word that is missing, uncertain or lost its placeholder is told (R28)."""
    assert what in found(tmp_path, text)


def test_a_missing_catalogue_is_told_once(tmp_path):
    """A published language without a catalogue is one message, not one a word."""
    content = content_of(tmp_path, {words.TEMPLATE: TEMPLATE})

    assert [1] == lines_of(words.missing_words, content)


def test_a_hole_is_told_at_its_line(tmp_path):
    """A translator is led to the line of the catalogue."""
    content = content_of(tmp_path, {words.TEMPLATE: TEMPLATE, PATH: catalogue("")})

    assert [7] == lines_of(words.missing_words, content)


def test_the_catalogues_of_the_site_are_whole(tmp_path):
    """Every word of the interface exists in every published language (R28, R10)."""
    files = {path: (ROOT / path).read_bytes() for path in (words.TEMPLATE, PATH)}

    assert [] == lines_of(words.missing_words, content_of(tmp_path, files))
