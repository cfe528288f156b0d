# SPDX-License-Identifier: AGPL-3.0-or-later
"""A problem (where, code, what, how) and how a list of them is printed for staff.

The form is that of house.md §6: fault and cure on separate lines, Italian first, one English
line for whoever maintains the code, the consequence at the end.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from typing import Any

# What no report can hold, though a file name or a sequence like "\\n" may: it is shown by its code.
_UNPRINTABLE = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff]")
ERROR, WARNING = "ERRORE", "AVVISO"
OUR_BUG = "Questo è un difetto del programma, non del tuo testo: segnalalo a chi lo cura."


@dataclass(frozen=True)
class Rule:
    """Something that must hold, with a code that is never reused.

    Attributes:
        code: Italian noun, dash, two digits: "LINK-01".
        title: the rule in one Italian sentence, as the README's table shows it.
        severity: ERROR stops publication, WARNING never does.
    """

    code: str
    title: str
    severity: str = ERROR

    def broken(self, path: str, line: int, what: str, how: str, english: str) -> Problem:
        """Return the problem of this rule being broken at `path`:`line` (line from 1)."""
        path, what, how, english = (_UNPRINTABLE.sub(_named, t) for t in (path, what, how, english))
        return Problem(path, line, self.code, self.severity, what, how, english)


@dataclass(frozen=True, order=True)
class Problem:
    """One broken rule, in one place.

    Attributes:
        path: from the project's root, with slashes.
        line: from 1.
        what: the fault, one Italian sentence that quotes the author's words in «».
        how: the cure; starts with a verb.
        english: one short line for maintainers.
    """

    path: str
    line: int
    code: str
    severity: str
    what: str
    how: str
    english: str

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}  {self.severity}  {self.code}\n"
            f"  {self.what}\n  {self.how}\n  [en] {self.english}"
        )


@dataclass(frozen=True)
class Fault:
    """What a check yields: a problem that does not know its rule yet."""

    path: str
    line: int
    what: str
    how: str
    english: str


@dataclass(frozen=True)
class Check:
    """A rule and the function that finds where it is broken."""

    rule: Rule
    find: Callable[[Any], Iterable[Fault]]

    def __call__(self, subject: Any) -> Iterator[Problem]:
        """Yield the problems of this rule in `subject`."""
        for fault in self.find(subject):
            yield self.rule.broken(fault.path, fault.line, fault.what, fault.how, fault.english)

    @property
    def why(self) -> str:
        """Why a reader would suffer, in English: the function's docstring."""
        return inspect.getdoc(self.find) or ""


def check(code: str, title: str, severity: str = ERROR) -> Callable[..., Check]:
    """Turn a generator of faults into the check of rule `code`."""
    return lambda find: Check(Rule(code, title, severity), find)


class Stop(Exception):
    """The run cannot go on, for a reason that is not in a content file (a setting, a tool)."""

    def __init__(self, what: str, how: str, english: str) -> None:
        super().__init__(f"ERRORE\n  {what}\n  {how}\n  [en] {english}")


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that looks most like `word`, "" when none does."""
    return next(iter(get_close_matches(word, sorted(choices), n=1, cutoff=0.6)), "")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop publication."""
    return [problem for problem in problems if problem.severity == ERROR]


def report(problems: Iterable[Problem], consequence: str) -> str:
    """Return all problems file by file in order of line, then their count and `consequence`.

    Where there are several files, each opens with its name and its own count.
    """
    files = [(path, list(found)) for path, found in groupby(sorted(set(problems)), _path_of)]
    blocks = []
    for path, found in files:
        blocks += [f"{path} – {summary(found)}"] if len(files) > 1 else []
        blocks += map(str, found)
    everything = [problem for _, found in files for problem in found]
    return "\n\n".join([*blocks, f"{summary(everything)}. {consequence}"])


def summary(problems: list[Problem]) -> str:
    """Return how many errors and warnings these are, in words."""
    wrong = len(errors(problems))
    counts = [
        count(number, one, many)
        for number, one, many in (
            (wrong, "errore", "errori"),
            (len(problems) - wrong, "avviso", "avvisi"),
        )
        if number
    ]
    return ", ".join(counts) or "Nessun problema"


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun: «1 nome», «2 nomi»."""
    return f"{number} {one if number == 1 else many}"


def _named(character: re.Match[str]) -> str:
    return character[0].encode("unicode_escape").decode()


def _path_of(problem: Problem) -> str:
    return problem.path
