# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every value arrives as text: it becomes what the site uses, or a sentence for the author (R94)."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest

from plugins.schema import fields_of
from plugins.values import (
    ValueFault,
    choice,
    date,
    hours,
    integer,
    matching,
    one,
    past_date,
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
        (date, "2000-01-01", datetime.date(2000, 1, 1)),
        (date, "2062-11-22", datetime.date(2062, 11, 22)),
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
        (date, "1999-12-31"),
        (date, "0026-11-22"),
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


def test_what_was_done_was_done_by_today(monkeypatch):
    """The day of a reading may be today's; tomorrow's would look fresh for too long (R72)."""
    monkeypatch.setenv("TODAY", "2026-11-22")
    with pytest.raises(ValueFault) as fault:
        past_date("2026-11-23")

    assert "2026-11-22" == str(past_date("2026-11-22"))
    assert "Scrivi il giorno giusto, non dopo oggi: 2026-11-22" == fault.value.how


@pytest.mark.parametrize("kind", ["page", "contact", "news"])
def test_only_an_end_may_lie_in_the_future(monkeypatch, kind):
    """Every day is one that was, but for the day until which something holds."""
    monkeypatch.setenv("TODAY", "2026-11-22")
    days = {}
    for original in (True, False):
        for key in fields_of(kind, original):
            with contextlib.suppress(ValueFault):
                days[key.name] = isinstance(key.read("2026-11-23"), datetime.date)

    assert {"page": {"valid_until"}, "contact": {"expires_on"}, "news": set()}[kind] == {
        name for name, is_day in days.items() if is_day
    }


@pytest.mark.parametrize(
    ("value", "how"), [("hom", "Forse volevi: home"), ("xyz", "Scegli tra: home, page")]
)
def test_a_choice_offers_the_nearest_answer(value, how):
    """A slip is answered with the likely word, anything else with the whole list."""
    with pytest.raises(ValueFault) as fault:
        choice("home", "page")(value)

    assert how == fault.value.how
