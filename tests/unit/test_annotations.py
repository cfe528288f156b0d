# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report as a forge shows it: JSON for machines, the line's own note on GitHub and GitLab."""

from __future__ import annotations

import json

import pytest

from plugins.problem import WARNING, Rule
from tools.annotations import annotation, tell

RULE = Rule("LINK-01", "Ogni collegamento porta a una pagina")
ADVICE = Rule("LETTURA-01", "Il testo si legge bene", WARNING)
PATH = "content/pages/it/aiuto.md"
WRONG = RULE.broken(PATH, 7, "Il 100% non va.", "Scrivi altro", "what is wrong")
DOUBTFUL = ADVICE.broken(PATH, 3, "È lungo.", "Accorcia", "too long")
END = "Il sito pubblico non è cambiato."


@pytest.fixture
def told(tmp_path):
    """Return a function that tells two problems in a place and reads one of the files."""

    def read(file: str, **place: str) -> object:
        tell(tmp_path, [WRONG, DOUBTFUL, WRONG], END, place)
        return json.loads((tmp_path / file).read_text("utf-8"))

    return read


def test_the_report_is_also_data(told):
    """reports/problems.json holds the same problems, in order and once, and what follows (R80)."""
    found = told("reports/problems.json")

    assert ("1 errore, 1 avviso", END) == (found["summary"], found["consequence"])
    assert [vars(DOUBTFUL), vars(WRONG)] == found["problems"]


def test_github_shows_each_problem_beside_its_line(told, capsys):
    """On GitHub each problem is an annotation of its line, an avviso a warning (R80)."""
    told("reports/problems.json", GITHUB_ACTIONS="true")

    assert [
        f"::warning file={PATH},line=3,title=LETTURA-01::È lungo.%0AAccorcia",
        f"::error file={PATH},line=7,title=LINK-01::Il 100%25 non va.%0AScrivi altro",
    ] == capsys.readouterr().out.splitlines()


def test_elsewhere_nothing_is_annotated(told, capsys):
    """In a terminal the report stands alone."""
    told("reports/problems.json")

    assert "" == capsys.readouterr().out


def test_a_file_name_cannot_end_the_annotation():
    """Commas and colons of a path are escaped, as GitHub's own toolkit does."""
    odd = RULE.broken("a,b::c.md", 1, "Che.", "Scrivi", "x")

    assert annotation(odd).startswith("::error file=a%2Cb%3A%3Ac.md,line=1,")


def test_github_shows_the_report_on_the_page_of_the_run(tmp_path):
    """Nobody opens a log: the whole report is the job's summary (R80)."""
    page = tmp_path / "summary.md"
    tell(tmp_path, [WRONG], END, {"GITHUB_STEP_SUMMARY": str(page)})

    assert f"{WRONG}\n\n1 errore. {END}" in page.read_text("utf-8")


def test_gitlab_shows_each_problem_in_the_merge_request(told):
    """On GitLab the problems are a Code Quality report, each with a fingerprint of its own (R80)."""
    found = told("reports/codequality.json", GITLAB_CI="true")

    assert ["minor", "major"] == [entry["severity"] for entry in found]
    assert {"path": PATH, "lines": {"begin": 7}} == found[1]["location"]
    assert ("LINK-01", "Il 100% non va. Scrivi altro") == (
        found[1]["check_name"], found[1]["description"],
    )  # fmt: skip
    assert 2 == len({entry["fingerprint"] for entry in found})
