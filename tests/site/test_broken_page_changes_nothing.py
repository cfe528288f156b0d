# SPDX-License-Identifier: AGPL-3.0-or-later
"""One slip in one file of the real site: one message, exit code 1, and the built site as it was.

The ten slips of the real site each spoil another page; those that a page alone does not show (a
picture, a file name, the record of addresses) are made in the good example.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.site.copies import copy_example

UNCHANGED = "Il sito in output/ non è cambiato."
FORM = re.compile(
    r"(?P<path>[^:\n]+):(?P<line>\d+)  ERRORE  (?P<code>[A-Z]+-\d\d)\n"
    r"  (?P<what>.+)\n  (?P<how>.+)\n  \[en\] (?P<english>.+)\n\n"
    r"1 errore(?:, \d avvis[oi])?\. Il sito in output/ non è cambiato\.\n"
)
# A slip in the Italian text also leaves its translations behind: that warning is true.
BEHIND = re.compile(r"\S+:\d+  AVVISO  TRADUZIONE-0[236]\n(?:  .+\n)+\n")
HEAD = re.compile(r"^\S+ – \d (?:errore|avvis[oi])(?:, \d avvis[oi])?\n\n", re.MULTILINE)
PAGES = "content/pages/it"
ADDRESSES = "content/addresses.txt"
Slip = Callable[[Project], None]


@pytest.fixture
def built(small: Project, tmp_path: Path) -> Project:
    """The real project, already built, to spoil."""
    return Project(shutil.copytree(small.folder, tmp_path / "project"))


def edited(path: str, old: str, new: str) -> Slip:
    """Return the slip that changes these words in a file."""
    return lambda project: project.edit(path, old, new)


def added(path: str, line: str) -> Slip:
    """Return the slip that adds a line at the end of a file."""
    return lambda project: project.write(path, read(project, path) + f"\n{line}\n")


def moved(path: str, place: str) -> Slip:
    """Return the slip that puts a file in another place."""

    def move(project: Project) -> None:
        (project.folder / place).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / path).rename(project.folder / place)

    return move


def recoded(path: str, encoding: str) -> Slip:
    """Return the slip that saves a file in another encoding."""
    return lambda project: project.write(path, read(project, path).encode(encoding))


def read(project: Project, path: str) -> str:
    """Return a file of the project."""
    return (project.folder / path).read_text("utf-8")


def only(done: subprocess.CompletedProcess[str]) -> re.Match[str]:
    """Return the only problem of a build that stopped because of it."""
    problem = FORM.fullmatch(HEAD.sub("", BEHIND.sub("", done.stderr)))
    assert problem, done.stderr
    assert (1, "") == (done.returncode, done.stdout)
    return problem


TEN = {
    "missing fence": (
        edited(f"{PAGES}/privacy.md", "---\ntitle", "title"),
        f"{PAGES}/privacy.md", "TESTATA-01", "Scrivi --- da solo sulla prima riga",
    ),
    "bare colon": (
        edited(f"{PAGES}/mostra.md", "title: Mostra questa", "title: Mostra: questa"),
        f"{PAGES}/mostra.md", "TESTATA-03", 'title: "Mostra: questa schermata"',
    ),
    "unknown key": (
        edited(f"{PAGES}/segnali.md", "checked_on:", "colore: blu\nchecked_on:"),
        f"{PAGES}/segnali.md", "TESTATA-05", "Togli la riga",
    ),
    "misspelt key": (
        edited(f"{PAGES}/segnali.md", "\ndescription:", "\ndescrption:"),
        f"{PAGES}/segnali.md", "TESTATA-05", "Forse volevi: description",
    ),
    "wrong date": (
        edited(f"{PAGES}/programma.md", "checked_on: 2026-11-22", "checked_on: 22/11/2026"),
        f"{PAGES}/programma.md", "TESTATA-07", "2026-11-22",
    ),
    "unknown contact": (
        edited(f"{PAGES}/aiuto.md", '{{ contact("antitratta") }}', '{{ contact("antitrata") }}'),
        f"{PAGES}/aiuto.md", "CONTATTO-01", "Forse volevi: antitratta",
    ),
    "dead link": (
        added(f"{PAGES}/partecipa.md", "Leggi [i diritti](diriti.md)."),
        f"{PAGES}/partecipa.md", "LINK-01", "Forse volevi: diritti.md",
    ),
    "typed number": (
        added(f"{PAGES}/domande.md", "Chiama lo 800 290 290."),
        f"{PAGES}/domande.md", "CONTATTO-03", '{{ phone("antitratta") }}',
    ),
    "script": (
        added(f"{PAGES}/convenzione.md", "<script>alert(1)</script>"),
        f"{PAGES}/convenzione.md", "HTML-01", "Scrivi solo testo e Markdown",
    ),
    "Windows-1252": (
        recoded(f"{PAGES}/diritti.md", "cp1252"),
        f"{PAGES}/diritti.md", "FILE-01", "scegliendo la codifica UTF-8",
    ),
    "wrong folder": (
        moved(f"{PAGES}/materiali.md", "content/pages/itt/materiali.md"),
        "content/pages/itt/materiali.md", "LINGUA-01", "Sposta il file in content/pages/it/",
    ),
    "wrong folder, core page": (
        moved(f"{PAGES}/sicurezza.md", "content/pages/itt/sicurezza.md"),
        "content/pages/itt/sicurezza.md", "LINGUA-01", "Sposta il file in content/pages/it/",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEN)
def test_one_slip_is_one_message_and_no_change(built, name):
    """A wrong page gives one message in Italian, and the built site stays as it was (R80, R97)."""
    slip, path, code, cure = TEN[name]
    before = built.snapshot()
    slip(built)
    problem = only(built.build())

    assert (path, code) == (problem["path"], problem["code"])
    assert cure in problem["how"]
    assert before == built.snapshot()


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        (f"{PAGES}/mostra.md", 2, "title: Mostra: questa schermata"),
        (f"{PAGES}/mostra.md", 4, "checked_on: ieri"),
    ],
)
def test_the_line_is_the_authors_own(built, path, line, text):
    """The line of the message is the one to mend in the author's editor (R80)."""
    lines = read(built, path).split("\n")
    lines[line - 1] = text
    built.write(path, "\n".join(lines))

    assert str(line) == only(built.build())["line"]


PICTURED = "content/news/it/2026-11-20-esempio.md"
SLIPS = {
    "missing picture": (added(PICTURED, "![Una piazza](../../images/nulla.png)"), PICTURED),
    "page named like the news": (
        moved(f"{PAGES}/materiali.md", f"{PAGES}/news.md"), f"{PAGES}/news.md",
    ),
    "page of the footer gone": (moved(f"{PAGES}/mappa.md", "mappa.md"), f"{PAGES}/mappa.md"),
    "moved, but still there": (edited(ADDRESSES, "\n/aiuto/\n", "\n/aiuto/ /diritti/\n"), ADDRESSES),
    "moved to nowhere": (added(ADDRESSES, "/vecchio/ /nulla/"), ADDRESSES),
    "no address": (added(ADDRESSES, "vecchio /aiuto/"), ADDRESSES),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_no_slip_is_called_a_fault_of_the_program(tmp_path, name):
    """Whatever an author may do is told in the author's own file, never as a bug (R80)."""
    slip, path = SLIPS[name]
    project = copy_example(tmp_path / "project")
    slip(project)
    problem = only(project.build())

    assert path == problem["path"]
    assert "difetto del programma" not in problem["how"]


def test_a_page_mended_is_a_page_published(built):
    """After the slip is mended the same build publishes the same site (R97)."""
    before = built.snapshot()
    built.edit(f"{PAGES}/mostra.md", "checked_on: 2026-11-22", "checked_on: ieri")
    broken = built.build()
    built.edit(f"{PAGES}/mostra.md", "checked_on: ieri", "checked_on: 2026-11-22")
    mended = built.build()

    assert (1, 0) == (broken.returncode, mended.returncode)
    assert before == built.snapshot()
