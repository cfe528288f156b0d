# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make bench PART=exits`: what leaving our site leaves behind, beside the best known exits.

The promises R2 to R9 as rows, in Chromium and, where it is installed, in Firefox. Prints Markdown
tables and writes reports/exits.json; a cell that breaks its promise carries a cross.
"""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from .bench_sites import write_site
from .chromium_visitor import started_chromium
from .exit_hosts import hosted
from .exit_peers import PEERS, write_peer
from .exit_trials import GESTURES, MOMENT, Subject, Trials
from .firefox_visitor import started_firefox
from .site_copy import run
from .visitor import Browser

REPORT = Path("reports/exits.json")
LONG = 3.0  # seconds without an answer; the tests wait for ten
BLANK = 0.03  # one word may remain on the screen, and a scroll bar
STATUS = 2  # nodes: the status, and its words


@dataclass(frozen=True)
class Row:
    """One promise.

    Attributes:
        number: which requirement.
        words: what was done and looked at.
        promise: the answer it must have.
        take: makes the trial and returns the answer.
    """

    number: str
    words: str
    promise: str
    take: Callable[[Trials], str]


def our_site(folder: Path) -> Subject:
    """Return our site, as built in a folder."""
    return Subject(
        "Mettiamo le ali", folder, "document.querySelector('a.exit')", "Shift ×3",
        ("/aiuto/", "/diritti/", "/sicurezza/", "/en/sicurezza/"), ("/segnali/", "/programma/"),
    )  # fmt: skip


def rows(seconds: float = LONG) -> Iterator[Row]:
    """Yield the rows of the table; a destination that never answers is watched for `seconds`."""
    yield Row("R4", "referrer, click", "none", lambda t: t.referrer())
    yield Row("R4", "referrer, shortcut", "none", lambda t: t.referrer(t.subject.shortcut))
    yield Row("R4", "referrer, scripts off", "none", lambda t: t.referrer(scripts=False))
    yield from _sight(seconds)
    yield Row("R8", "exit in vain, other address typed, Back", "whole, exit works", _again)
    yield from _history()
    for name in GESTURES:
        answer = "leaves" if name == "Shift ×3" else "stays"
        yield Row("R9", name, answer, functools.partial(_gesture, name=name))


def _sight(seconds: float) -> Iterator[Row]:
    blank = "neutral, blank"
    yield Row("R5, R6", "tab title and screen after 100 ms", blank, lambda t: _waiting(t, MOMENT))
    yield Row("R5", "icon after 100 ms", "neutral", _icon)
    yield Row("R6", "words after 100 ms", "none of the page", _text)
    yield Row("R6", "accessibility tree after 100 ms", "status only", _spoken)
    yield Row("R7", f"no answer for {seconds:g} s", blank, lambda t: _waiting(t, seconds))


def _history() -> Iterator[Row]:
    walks: dict[str, Callable[[Subject], tuple[str, ...]]] = {
        "R2 Back after 1 page": lambda subject: subject.visit[:1],
        "R2 Back after 1 page not marked sensitive": lambda subject: subject.ordinary[:1],
        "R3 Back after 3 pages and a switch of language": lambda subject: subject.visit,
    }
    for name, path in walks.items():
        number, _, words = name.partition(" ")
        yield Row(number, words, "outside", functools.partial(_back, path=path))


def _back(trials: Trials, path: Callable[[Subject], tuple[str, ...]]) -> str:
    return trials.back(path(trials.subject))


def _waiting(trials: Trials, seconds: float) -> str:
    before, after, share = trials.waiting(seconds)
    title = "the page’s" if _words(before) & _words(after) else "neutral"
    return f"{title}, {'blank' if share < BLANK else f'{share:.0%} inked'}"


def _icon(trials: Trials) -> str:
    before, after = trials.left()
    return "the page’s" if before.icon == after.icon else "neutral"


def _text(trials: Trials) -> str:
    before, after = trials.left()
    kept = _words(before.text) & _words(after.text)
    return f"{len(kept)} of the page" if kept else "none of the page"


def _spoken(trials: Trials) -> str:
    after = trials.left()[1].spoken
    return "status only" if len(after) <= STATUS else f"{len(after)} nodes"


def _again(trials: Trials) -> str:
    whole, works, _ = trials.shown_again()
    return f"{'whole' if whole else 'not whole'}, exit {'works' if works else 'dead'}"


def _gesture(trials: Trials, name: str) -> str:
    return "leaves" if trials.gesture(name) else "stays"


def _words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > 3}


def main() -> None:
    """Make every trial, print the tables and write the report."""
    root = Path.cwd()
    report: dict[str, dict[str, dict[str, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        ours = write_site(root, Path(folder) / "ours", ["it", "en"])
        run(ours, "tools.build")
        subjects = [our_site(ours / "output")]
        subjects += [write_peer(peer, Path(folder) / peer.name) for peer in PEERS]
        for start in (started_chromium, started_firefox):
            report |= _in_browser(start, subjects)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"\nAll answers are in {REPORT}")


def _in_browser(
    start: Callable[[], AbstractContextManager[Browser]], subjects: list[Subject]
) -> dict[str, dict[str, dict[str, str]]]:
    """Make the trials of every site in one browser; nothing where it is not installed."""
    try:
        with start() as browser:
            answers = {subject.name: _answers(browser, subject) for subject in subjects}
            print(f"\n{table(browser.name, answers)}")
            return {browser.name: answers}
    except FileNotFoundError as missing:
        print(f"\nWithout {missing}: it is not installed.")
        return {}


def _answers(browser: Browser, subject: Subject) -> dict[str, str]:
    with hosted(subject.folder) as hosts:
        trials = Trials(browser, hosts, subject)
        return {f"{row.number} {row.words}": row.take(trials) for row in rows()}


def table(browser: str, answers: dict[str, dict[str, str]]) -> str:
    """Return the answers of every site as a Markdown table."""
    lines = [
        f"| {browser} | promised | {' | '.join(answers)} |",
        f"| --- | --- |{' --- |' * len(answers)}",
    ]
    for row in rows():
        name = f"{row.number} {row.words}"
        cells = [_cell(found[name], row.promise) for found in answers.values()]
        lines.append(f"| {name} | {row.promise} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(answer: str, promise: str) -> str:
    return f"{answer} {'✓' if answer == promise else '✗'}"
