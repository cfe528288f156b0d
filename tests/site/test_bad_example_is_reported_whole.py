# SPDX-License-Identifier: AGPL-3.0-or-later
"""One deliberately wrong folder, and the whole report it earns: order, lines, words.

The wrong files of tests/examples/bad/content are laid over the good example, each named after the
rule it breaks. When a word of a message changes, this test shows the change to whoever reviews it,
and leaves the new report in reports/.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.checks import catalogue
from tests.conftest import ROOT, Project
from tests.site.copies import BAD as EXAMPLE
from tests.site.copies import copy_example

BAD = EXAMPLE / "content"
REPORT = (EXAMPLE / "report.txt").read_text("utf-8")
LOST = "pages/it/privacy.md"  # a core page that is not there (PAGINA-01)
OPEN = "content/pages/it/sicurezza.md"  # a page of help that lost its mark (RISERBO-01)
# No content folder can break these: every language has news so far, catalogues and lists of words
# are no content, and a copy of a link of the file system is none.
ELSEWHERE = {"FILE-13", "LINGUA-02", "PAROLE-01", "PAROLE-02", "RISERBO-03"}
FORBIDDEN = ("non valid", "errat", "vietat", "dimenticat", "per favore", "spiacent", "ops")
VERBS = {
    "Accorcia", "Aggiungi", "Cancella", "Cancellalo", "Caricala", "Chiama", "Chiudi", "Controlla", "Controllali", "Copia", "Dai", "Dillo", "Dividi", "Fai", "Guarda", "Lascia", "Metti", "Mettila", "Mettilo", "Prova", "Rileggi",
    "Rimetti", "Rimettilo", "Rinomina", "Riscrivilo", "Salva", "Salvala", "Salvalo", "Scegli", "Scrivi", "Scrivila", "Sostituiscila",
    "Sostituiscilo", "Sposta", "Spostalo", "Tieni", "Togli", "Traducilo",
    "Usa",
}  # fmt: skip
ITALIAN = re.compile(r"\b(?:oppure|non|che|è|manca)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Message:
    """One message of the report, taken apart."""

    path: str
    line: int
    severity: str
    code: str
    what: str
    how: str
    english: str


def message(block: str) -> Message:
    """Take one message of the report apart; its form is that of house.md §6."""
    where, what, how, english = block.split("\n")
    place, severity, code = where.split("  ")
    path, line = place.rsplit(":", 1)
    assert ("  ", "  ", "  [en] ") == (what[:2], how[:2], english[:7])
    return Message(path, int(line), severity, code, what[2:], how[2:], english[7:])


BLOCKS = REPORT.rstrip().split("\n\n")[:-1]
MESSAGES = [message(block) for block in BLOCKS if "\n" in block]
HEADS = [block for block in BLOCKS if "\n" not in block]
WRONG_FILES = sorted(path.relative_to(BAD).as_posix() for path in BAD.rglob("*.md"))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory) -> Project:
    """The good example with every wrong file laid over it."""
    project = copy_example(tmp_path_factory.mktemp("bad") / "project")
    for texts in (BAD, EXAMPLE / "originals"):  # each wrong translation has its right original
        shutil.copytree(texts, project.folder / "content", dirs_exist_ok=True)
    ledger = project.folder / "translations" / "versions"
    shutil.copytree(EXAMPLE / "versions", ledger, dirs_exist_ok=True)
    (project.folder / "content" / LOST).unlink()
    project.edit(OPEN, "sensitive: yes\n", "")
    return project


@pytest.fixture(scope="module")
def done(wrong) -> subprocess.CompletedProcess[str]:
    """What the build of it says."""
    return wrong.build()


def test_the_whole_report_is_known(done):
    """Every slip of a folder is told in one run, in order, in these words (R80, R94)."""
    written = ROOT / "reports/report.txt"
    written.parent.mkdir(exist_ok=True)
    written.write_text(done.stderr, "utf-8")

    new = "if it is as you want it: cp reports/report.txt tests/examples/bad/report.txt"
    assert REPORT.split("\n") == done.stderr.split("\n"), new


def test_the_build_fails_once(done, wrong):
    """After the whole report the build fails, and nothing is built (R97)."""
    assert (1, "", False) == (done.returncode, done.stdout, wrong.output.exists())


def test_every_rule_of_the_texts_is_broken_here():
    """The report shows every rule on what staff write at least once (R94)."""
    rules = {rule.code for rule, place in catalogue() if place == "fonti"}

    assert rules - ELSEWHERE == {found.code for found in MESSAGES}


@pytest.mark.parametrize("path", WRONG_FILES)
def test_a_wrong_file_breaks_the_rule_it_is_named_after(path):
    """One cause is one code: a file named link-01.md is told for LINK-01 and nothing else.

    A change that nobody weighed is told twice: it also leaves its translations behind.
    """
    named = re.match(r"[a-z]+-\d\d", Path(path).stem.lower().removeprefix("2026-11-22-"))[0]
    codes = {found.code for found in MESSAGES if found.path == f"content/{path}"}
    also = {"TRADUZIONE-02"} if named == "traduzione-03" else set()

    assert {named.upper()} | also == codes


@pytest.mark.parametrize("found", MESSAGES, ids=lambda found: f"{found.path}:{found.line}")
def test_a_message_is_a_sentence_and_a_cure(found):
    """What is one Italian sentence; how begins with the verb of what to do (R80)."""
    assert found.what.endswith(".")
    assert re.match(r"\w+", found.how)[0] in VERBS or found.how.startswith("Forse volevi: ")


@pytest.mark.parametrize("found", MESSAGES, ids=lambda found: f"{found.path}:{found.line}")
def test_a_message_blames_nobody(found):
    """No message says wrong, invalid, forbidden, forgotten, please or sorry (house.md §6)."""
    words = f"{found.what} {found.how}".lower()

    assert [] == [word for word in FORBIDDEN if re.search(rf"\b{word}", words)]


@pytest.mark.parametrize("found", MESSAGES, ids=lambda found: f"{found.path}:{found.line}")
def test_a_message_has_an_english_line(found):
    """Whoever maintains the code reads one short English line, without a full stop."""
    assert found.english.strip()
    assert not found.english.endswith(".")
    assert not ITALIAN.search(found.english)


def test_the_report_is_grouped_by_file():
    """Each file opens with its name and its own count, and comes once (R80)."""
    expected = {}
    for found in MESSAGES:
        expected.setdefault(found.path, []).append(found.severity)
    found = dict(head.split(" – ") for head in HEADS)

    assert len(HEADS) == len(found)
    assert {path: total(kinds) for path, kinds in expected.items()} == found


def total(kinds: list[str]) -> str:
    """Return how many errors and warnings these are, in words."""
    errors, warnings = kinds.count("ERRORE"), kinds.count("AVVISO")
    words = [f"{errors} error{'e' if errors == 1 else 'i'}"] if errors else []
    words += [f"{warnings} avvis{'o' if warnings == 1 else 'i'}"] if warnings else []
    return ", ".join(words)


def test_the_report_ends_with_its_consequence():
    """Whoever is about to go home reads last that the site has not changed."""
    counts = [found.severity for found in MESSAGES]
    errors, warnings = counts.count("ERRORE"), counts.count("AVVISO")
    last = f"{errors} errori, {warnings} avvisi. Il sito in output/ non è cambiato."

    assert last == REPORT.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("file-02.md", b"\xff\xfe"),
        ("file-03.md", b"\xef\xbb\xbf"),
        ("file-04.md", b"---\r\n"),
    ],
)
def test_git_kept_the_bytes(name, start):
    """The files whose bytes are the example still have them after a clone."""
    assert (BAD / "pages/it" / name).read_bytes().startswith(start)
