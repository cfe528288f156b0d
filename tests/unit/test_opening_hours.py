# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours are written once, in a form machines read, and shown in the reader's words."""

from __future__ import annotations

import datetime

import pytest

from plugins.languages import ITALIAN, by_tag
from plugins.opening_hours import Opening, parse_hours

MORNING = Opening(0, 4, datetime.time(9, 30), datetime.time(13, 0))


def test_hours_are_read_into_days_and_times():
    """«Mo-Fr 09:30-13:00» is Monday to Friday, half past nine to one."""
    assert parse_hours("Mo-Fr 09:30-13:00") == MORNING


def test_one_day_is_a_run_of_one():
    """«Sa 08:00-12:00» is Saturday only."""
    found = parse_hours("Sa 08:00-12:00")

    assert (5, 5) == (found.first_day, found.last_day)


def test_a_line_that_always_answers_has_no_hours():
    """«24/7» means that there are no hours to tell."""
    assert parse_hours("24/7") is None


@pytest.mark.parametrize(
    "line",
    ["lun-ven 9-18", "Mo-Fr 9:30-18:00", "Mo-Xx 09:30-18:00", "Mo 25:00-26:00", "Mo 09:60-10:00",
     "Mo,We 09:00-10:00", "Mo-Fr", "Mo-Fr 09:30-18:00 circa", "24/24", "", "Mo-Fr 09:30–18:00",
     "Mo-Fr 09:00-09:00", "Mo 00:00-00:00", "Mo 24:00-08:00", "Mo 08:00-24:01"],
)  # fmt: skip
def test_other_forms_are_refused(line):
    """Hours in any other form, or at an impossible time, are refused, not guessed."""
    with pytest.raises(ValueError):  # noqa: PT011 (the message is the line, or Python's own)
        parse_hours(line)


@pytest.mark.parametrize(
    ("line", "tag", "words"),
    [
        ("Mo-Fr 09:30-13:00", "it", "lunedì–venerdì, 09:30–13:00"),
        ("Mo-Fr 09:30-13:00", "en", "Monday–Friday, 09:30–13:00"),
        ("Sa 08:00-12:00", "it", "sabato, 08:00–12:00"),
        ("Mo-Fr 09:30-24:00", "it", "lunedì–venerdì, 09:30–00:00"),
        ("Mo-Fr 20:00-08:00", "it", "lunedì–venerdì, 20:00–08:00"),
        ("Sa 00:00-24:00", "it", "sabato, 00:00–24:00"),
        ("Sa 00:00-23:59", "it", "sabato, 00:00–23:59"),
    ],
)
def test_hours_are_told_in_the_readers_language(line, tag, words):
    """Days and times have CLDR's form in the reader's language."""
    assert words == parse_hours(line).text(by_tag(tag))


def test_the_words_of_hours_are_plain_text():
    """Hours carry no markup, so that every template may escape them."""
    assert "<" not in MORNING.text(ITALIAN)
