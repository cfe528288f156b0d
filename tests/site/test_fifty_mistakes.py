# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every slip that people make: one message in Italian, exit code 1, and the site as it was.

The real command runs on the good example, spoiled in one place, and the table of what happened
is docs/errori.md: the tests write it anew into reports/ and hold the document to it.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.conftest import ROOT, TODAY, Project
from tests.site.copies import CONTENT, copy_example
from tests.site.mistakes import FACTS, MISTAKES
from tools import build

DOCUMENT = ROOT / "docs/errori.md"
HEAD = """# Gli errori che si possono fare, e che cosa succede

<!-- Generato dalle prove (tests/site/test_fifty_mistakes.py): non si cambia a mano. -->

Ogni riga è una prova: si rovina in un punto un sito di esempio, si costruisce, si legge che cosa risponde il
programma. L'ultima colonna dice se il sito già costruito è rimasto com'era, byte per byte.

| errore | codice | che cosa dice | come si rimedia | codice d'uscita | sito invariato |
| --- | --- | --- | --- | --: | --- |
"""


@dataclass(frozen=True)
class Outcome:
    """What happened to one slip.

    Attributes:
        code: the exit code of the command.
        errors: what the report holds as errors, each as in reports/problems.json.
        unchanged: whether the built site is as it was, byte by byte.
        last: the report's last line.
    """

    code: int
    errors: tuple[dict[str, object], ...]
    unchanged: bool
    last: str


@pytest.fixture(scope="module")
def outcome(tmp_path_factory) -> Callable[[str], Outcome]:
    """Return a function that makes one slip, once, and tells what happened."""
    project = copy_example(tmp_path_factory.mktemp("mistakes") / "project")
    first = project.build()
    assert first.returncode == 0, first.stderr
    site, known = project.snapshot(), {}

    def make(name: str) -> Outcome:
        if name not in known:
            MISTAKES[name][0](project)
            known[name] = run(project, site)
            shutil.rmtree(project.folder / "content")
            shutil.copytree(CONTENT, project.folder / "content")
            shutil.copy(ROOT / FACTS, project.folder)
            if not known[name].unchanged:  # its own test fails; the next shall not
                project.build()
        return known[name]

    return make


def run(project: Project, site: dict[str, bytes]) -> Outcome:
    """Run the command in the project; compare what it left with the site as it was."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(said):
        patch.chdir(project.folder)
        patch.setenv("TODAY", TODAY)
        for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
            patch.delenv(name, raising=False)
        code = build.main([])
    report = json.loads((project.folder / "reports/problems.json").read_text("utf-8"))
    errors = tuple(found for found in report["problems"] if found["severity"] == "ERRORE")
    last = said.getvalue().rstrip().split("\n")[-1]
    return Outcome(code, errors, project.snapshot() == site, last)


def row(name: str, found: Outcome) -> str:
    """Return one row of docs/errori.md."""
    first = found.errors[0]
    cells = (
        name, f"`{first['code']}`", first["what"], first["how"], found.code,
        "sì" if found.unchanged else "NO",
    )  # fmt: skip
    return f"| {' | '.join(str(cell).replace('|', '&#124;') for cell in cells)} |\n"


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_message_and_harmless(outcome, name):
    """Each slip gives its one message, exit code 1, and leaves the site as it was (R80, R94, R97)."""
    found = outcome(name)

    assert [MISTAKES[name][1]] == [error["code"] for error in found.errors]
    assert (1, True) == (found.code, found.unchanged)
    assert "1 errore" in found.last
    assert found.last.endswith("Il sito in output/ non è cambiato.")


def test_there_are_many_mistakes():
    """At least fifty different slips are tried (R80)."""
    assert len(MISTAKES) >= 50


def test_the_table_is_what_happened(outcome):
    """docs/errori.md says, for each slip, what the command really did (R83)."""
    table = HEAD + "".join(row(name, outcome(name)) for name in MISTAKES)
    written = ROOT / "reports/errori.md"
    written.parent.mkdir(exist_ok=True)
    written.write_text(table, "utf-8")

    assert table == DOCUMENT.read_text("utf-8"), "run: cp reports/errori.md docs/errori.md"
