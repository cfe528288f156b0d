# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every value arrives as text: it becomes what the site uses, or a sentence for the author (R94)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest

from plugins.values import (
    ValueFault,
    choice,
    date,
    hours,
    integer,
    matching,
    one,
    person,
    text,
    texts,
    yesno,
)

LETTERS = matching(re.compile("[a-z]+"), "abc")


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (text, "una  frase\n su due righe", "una frase su due righe"),
        (texts, ["a", "b"], ("a", "b")),
        (texts, "uno solo", ("uno solo",)),
        (date, "2026-11-22", datetime.date(2026, 11, 22)),
        (person, "Una  mediatrice", "Una mediatrice"),
        (person, "A. B.", "A. B."),
        (person, "Noor", "Noor"),
        (person, "王芳", "王芳"),
        (yesno, "yes", True),
        (yesno, "No", False),
        (yesno, "TRUE", True),
        (yesno, "false", False),
        (integer, "0", 0),
        (integer, "16", 16),
        (choice("casa", "cosa"), "cosa", "cosa"),
        (LETTERS, ["abc", "d"], ("abc", "d")),
        (one(LETTERS), "abc", "abc"),
        (hours, ["Mo-Fr 09:30-18:00", "Sa 09:00-12:00"], ("Mo-Fr 09:30-18:00", "Sa 09:00-12:00")),
        (hours, "24/7", ("24/7",)),
    ],
)
def test_a_right_value_is_read(read: Callable[[Any], Any], value: Any, expected: Any):
    """A value of the right form becomes what the site uses."""
    assert expected == read(value)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (text, ["a"]),
        (date, "22/11/2026"),
        (date, "2026-02-30"),
        (date, "2026-1-1"),
        (date, "2026-11-22 10:00"),
        (date, "20261122"),
        (date, ["2026-11-22"]),
        (person, "no"),
        (person, "NESSUNO."),
        (person, "Da fare"),
        (person, "n.d."),
        (person, "-"),
        (person, "?"),
        (person, "todo"),
        (person, ["Anna"]),
        (yesno, "forse"),
        (yesno, "1"),
        (yesno, ["yes"]),
        (integer, "-1"),
        (integer, "1.5"),
        (integer, "tre"),
        (integer, "³"),
        (choice("casa"), "case"),
        (choice("casa"), ["casa"]),
        (LETTERS, ["abc", "D"]),
        (one(LETTERS), ["abc"]),
        (hours, "lun-ven 9-18"),
        (hours, ["Mo 09:00-10:00", "25"]),
        (hours, ["24/7", "Mo-Fr 09:00-12:00"]),
        (hours, ["Mo-Fr 09:00-12:00", "24/7"]),
    ],
)
def test_a_wrong_value_is_said_in_words(read: Callable[[Any], Any], value: Any):
    """A value of another form is told with what, how and one English line."""
    with pytest.raises(ValueFault) as fault:
        read(value)

    assert all([fault.value.what, fault.value.how, fault.value.english])


def test_the_authors_own_word_is_quoted():
    """The message quotes what the author wrote."""
    with pytest.raises(ValueFault) as fault:
        date("ieri")

    assert "è «ieri» e non è una data." == fault.value.what


@pytest.mark.parametrize(
    ("value", "how"), [("hom", "Forse volevi: home"), ("xyz", "Scegli tra: home, page")]
)
def test_a_choice_offers_the_nearest_answer(value, how):
    """A slip is answered with the likely word, anything else with the whole list."""
    with pytest.raises(ValueFault) as fault:
        choice("home", "page")(value)

    assert how == fault.value.how
