# SPDX-License-Identifier: AGPL-3.0-or-later
"""One value of the front matter, from text to what the site uses, or what is wrong with it.

Every scalar arrives as text (no YAML type guessing, R94); each function here reads one form.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from babel.dates import get_month_names

from .clock import today
from .languages import ITALIAN
from .opening_hours import ALWAYS, parse_hours
from .problem import nearest

FIRST_YEAR = 2000  # what is older is a slip
NOBODY = (
    "no", "nessuno", "nessuna", "non ancora", "da fare", "da rileggere", "da rivedere", "in attesa",
    "nd", "n d", "nobody", "none", "todo", "tbd", "sì", "si", "yes",
)  # fmt: skip  # what stands where a name is not known yet


class ValueFault(ValueError):
    """A value is not what its key wants; `what`, `how` and `english` say it to the author."""

    def __init__(self, what: str, how: str, english: str) -> None:
        super().__init__(english)
        self.what, self.how, self.english = what, how, english


def text(value: Any) -> str:
    """Return a text on one line (wrapped YAML text is joined)."""
    if not isinstance(value, str):
        raise ValueFault("contiene un elenco.", "Scrivi un solo testo.", "list where text goes")
    return " ".join(value.split())


def texts(value: Any) -> tuple[str, ...]:
    """Return one or more texts; a single text counts as a list of one."""
    return tuple(text(item) for item in (value if isinstance(value, list) else [value]))


def person(value: Any) -> str:
    """Return the name of who did something: a word that means nobody would be read as a name."""
    name = text(value)
    if " ".join(re.findall(r"\w+", name.casefold())) in ("", *NOBODY):
        raise ValueFault(
            f"è «{name}» e non è un nome.",
            "Cancella le righe reviewed_by e reviewed_on finché nessuno ha riletto.", "nobody's name",
        )  # fmt: skip
    return name


def date(value: Any) -> datetime.date:
    """Return a date written YYYY-MM-DD."""
    day = _day(text(value))
    if day and day.year < FIRST_YEAR:
        raise ValueFault(
            f"è «{day}», prima del {FIRST_YEAR}.",
            "Scrivi l'anno giusto, con quattro cifre: 2026-11-22", f"before {FIRST_YEAR}",
        )  # fmt: skip
    if day:
        return day
    meant = meant_date(text(value))
    raise ValueFault(
        f"è «{text(value)}» e non è una data.",
        f"Scrivi: {meant}" if meant else "Scrivi anno, mese e giorno così: 2026-11-22",
        "not a date (YYYY-MM-DD)",
    )


def _day(written: str) -> datetime.date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def past_date(value: Any) -> datetime.date:
    """Return the day on which something was done: one to come would look fresh for years."""
    day = date(value)
    if day > today():
        raise ValueFault(
            f"è «{day}», un giorno che deve ancora venire.",
            f"Scrivi il giorno giusto, non dopo oggi: {today()}", "date in the future",
        )  # fmt: skip
    return day


def meant_date(written: str) -> datetime.date | None:
    """Return the day an Italian means by 3/4/26 or «3 aprile 2026», None when that is unclear."""
    names = [name.casefold() for name in get_month_names("wide", locale=ITALIAN.locale).values()]
    day, month, year = (*re.split(r"\W+|(?<=\d)(?:°|º)\W*", written.strip(" ."))[:3], "", "", "")[
        :3
    ]
    month = str(names.index(month.casefold()) + 1) if month.casefold() in names else month
    if not all(part.isdecimal() for part in (day, month, year)):
        return None
    if len(day) == 4:  # 2026/4/3
        day, year = year, day
    try:
        return datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except (ValueError, OverflowError):
        return None


def yesno(value: Any) -> bool:
    """Return a yes or no (yes, no, true, false)."""
    answers = {"sì": True, "si": True, "yes": True, "true": True, "no": False, "false": False}
    try:
        return answers[text(value).lower()]
    except KeyError:
        raise ValueFault(
            f"è «{text(value)}».", "Scrivi yes oppure no.", "neither yes nor no"
        ) from None


def integer(value: Any) -> int:
    """Return a whole number from 0."""
    if not re.fullmatch("[0-9]{1,6}", text(value)):
        raise ValueFault(
            f"è «{text(value)}».", "Scrivi un numero intero, per esempio 3", "not a whole number"
        )
    return int(text(value))


def choice(*allowed: str) -> Callable[[Any], str]:
    """Return a reader of one of `allowed`."""

    def read(value: Any) -> str:
        if text(value) in allowed:
            return text(value)
        guess = nearest(text(value), allowed)
        raise ValueFault(
            f"è «{text(value)}».",
            f"Forse volevi: {guess}" if guess else f"Scegli tra: {', '.join(allowed)}",
            "not one of the allowed values",
        )

    return read


def matching(pattern: re.Pattern[str], example: str) -> Callable[[Any], tuple[str, ...]]:
    """Return a reader of one or more texts of the form of `example`."""

    def read(value: Any) -> tuple[str, ...]:
        for item in texts(value):
            if not pattern.fullmatch(item):
                raise ValueFault(
                    f"contiene «{item}».", f"Scrivi così: {example}", "not of the expected form"
                )
        return texts(value)

    return read


def one(read: Callable[[Any], tuple[str, ...]]) -> Callable[[Any], str]:
    """Return a reader of exactly one of what `read` reads."""

    def read_one(value: Any) -> str:
        return read(text(value))[0]

    return read_one


def hours(value: Any) -> tuple[str, ...]:
    """Return opening hours in their machine form, each line tried."""
    lines = texts(value)
    if ALWAYS in lines and len(lines) > 1:
        raise ValueFault(
            f"contiene «{ALWAYS}», cioè sempre, e altri orari.",
            f"Lascia solo {ALWAYS}, oppure toglilo e lascia gli altri.", "24/7 beside other hours",
        )  # fmt: skip
    for line in lines:
        try:
            parse_hours(line)
        except ValueError:
            raise ValueFault(
                f"contiene «{line}».",
                "Scrivi giorni e ore così, un orario per riga: Mo-Fr 09:30-18:00 (oppure 24/7)",
                "hours not like Mo-Fr 09:30-18:00",
            ) from None
    return lines
