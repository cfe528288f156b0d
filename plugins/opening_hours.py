# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours: written once in a machine form, shown in each language's own (CLDR).

The machine form is schema.org's: "24/7", or days and times as in "Mo-Fr 09:30-18:00". A day may
end at "24:00", and one that also begins at midnight is open all day.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from babel.dates import format_interval, get_day_names

from .languages import Language

ALWAYS = "24/7"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ALL_DAY = "00:00–24:00"
_FORM = re.compile(r"(\w\w)(?:-(\w\w))? (\d\d):(\d\d)-(\d\d):(\d\d)")


@dataclass(frozen=True)
class Opening:
    """A run of days (0 is Monday) with one opening and one closing time."""

    first_day: int
    last_day: int
    opens: datetime.time
    closes: datetime.time

    def text(self, language: Language) -> str:
        """Return it in words: "lunedì–venerdì, 09:30–18:00"."""
        names = get_day_names("wide", "stand-alone", locale=language.spelling)
        days = names[self.first_day]
        if self.last_day != self.first_day:
            days += f"–{names[self.last_day]}"
        times = format_interval(self.opens, self.closes, "Hm", locale=language.spelling)
        return f"{days}, {times if self.opens != self.closes else _ALL_DAY}"


def parse_hours(text: str) -> Opening | None:
    """Read one line of hours; None stands for "24/7".

    Raises:
        ValueError: the line has another form, an unknown day, an impossible time or no time at all.
    """
    if text == ALWAYS:
        return None
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    first, last, *times = match.groups()
    from_hour, from_minute, to_hour, to_minute = (int(number) for number in times)
    opens = datetime.time(from_hour, from_minute)
    until_midnight = (to_hour, to_minute) == (24, 0)
    closes = datetime.time(0 if until_midnight else to_hour, to_minute)
    if opens == closes and not until_midnight:
        raise ValueError(text)
    return Opening(_DAYS.index(first), _DAYS.index(last or first), opens, closes)
