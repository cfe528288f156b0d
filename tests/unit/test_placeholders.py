# SPDX-License-Identifier: AGPL-3.0-or-later
"""What waits for its text is told kindly, and never published (R94)."""

from __future__ import annotations

import pytest

from plugins.source import read_source
from tests.unit.folders import BODY, PROVA, page, write


def told(root, text: str) -> list[tuple[int, str]]:
    """Return line and words of every problem of a page."""
    problems = read_source(write(root, {PROVA: text}), PROVA)[1]
    assert {"TESTO-01"} >= {problem.code for problem in problems}
    return [(problem.line, problem.what) for problem in problems]


def test_what_is_still_to_be_written_is_named(tmp_path):
    """A skeleton says what it waits for, in the text and in the keys, once each (R94)."""
    text = page("SCRIVI QUI: che cosa succede.", title='"SCRIVI QUI: il titolo"')

    assert [
        (2, "Qui manca ancora: il titolo."),
        (BODY, "Qui manca ancora: che cosa succede."),
    ] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("SCRIVI QUI: l'indirizzo della fonte", "l'indirizzo della fonte"),
        ("[SCRIVI QUI: il nome della fonte](https://) (2026)", "il nome della fonte"),
        ('SCRIVI QUI: il testo, breve. Un numero: {{ phone("112") }}.', "il testo, breve"),
    ],
)
def test_only_what_is_wanted_is_named(tmp_path, written, what):
    """The marks around the words of a skeleton are not among them."""
    assert [(BODY, f"Qui manca ancora: {what}.")] == told(tmp_path, page(written))


@pytest.mark.parametrize("key", ["checked_on", "order", "sections"])
def test_a_key_that_waits_is_told_once(tmp_path, key):
    """A key that waits is neither missing nor of the wrong form."""
    assert 1 == len(told(tmp_path, page(**{key: '"SCRIVI QUI: un valore"'})))


@pytest.mark.parametrize("word", ["TODO", "TBD", "XXX", "Lorem ipsum"])
def test_the_usual_reminders_are_told(tmp_path, word):
    """What people write to remember is told as it stands, capitals and all."""
    found = told(tmp_path, page(f"Testo. {word.lower() if ' ' in word else word} altro."))

    assert [BODY] == [line for line, _ in found]


@pytest.mark.parametrize(
    "word",
    [
        "metodo",
        "Todo modo",
        "todo",
        "xxx",
        "XX secolo",
        "la XXX edizione",
        "la XXX Giornata",
        "XXXIII",
    ],
)
def test_ordinary_words_pass(tmp_path, word):
    """A word that only looks like a reminder is nobody's placeholder."""
    assert [] == told(tmp_path, page(f"Testo: {word}."))


def test_a_page_that_waits_is_no_source(tmp_path):
    """A page whose title waits is not half published."""
    text = page(title='"SCRIVI QUI: il titolo"')

    assert read_source(write(tmp_path, {PROVA: text}), PROVA)[0] is None
