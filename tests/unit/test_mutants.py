# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make mutants` spoils what it says it spoils, and says which spoiling no test noticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.unit.folders import write
from tools.mutants import Fate, verdict
from tools.mutations import mutants_of

CHECK = '''"""A module."""
from plugins.problem import Fault, check

@check("PROVA-01", "Una regola")
def too_many(numbers):
    """Why."""
    if len(numbers) > 2:
        yield Fault("a.md", 1, "Sono troppi.", "Togline.", "too many")
'''
TEST = """from plugins.checks.small import too_many

def test_few(): assert [] == list(too_many([1]))
def test_many(): assert ["a.md"] == [problem.path for problem in too_many([1, 2, 3])]
"""
ALIVE = ["len(numbers) > 2 -> len(numbers) >= 2", "2 -> 1", "1 -> 2", "1 -> 0"]


@pytest.mark.parametrize(
    ("line", "spoiled"),
    [
        ("a == b", ["a == b -> a != b"]),
        ("a < b", ["a < b -> a <= b", "a < b -> a >= b"]),
        ("a not in b", ["a not in b -> a in b"]),
        ("a and b", ["a and b -> a or b", "a and b -> b", "a and b -> a"]),
        ("not a", ["not a -> a"]),
        ("a - 7", ["a - 7 -> a + 7", "7 -> 8", "7 -> 6"]),
        ("'parola'", ["'parola' -> 'parolaXX'"]),
        ("'due parole'", ["'due parole' -> 'due paroleXX'"]),
        ('"Togli l\'accento."', []),
        ("True", ["True -> False"]),
        ("b if a else c", ["b if a else c -> b if not a else c"]),
        ("[b for b in a if b]", ["[b for b in a if b] -> [b for b in a]"]),
    ],
)
def test_each_expression_is_spoiled_in_each_small_way(line, spoiled):
    """Conditions, bounds, words: one at a time, and the rest of the module stays."""
    names = [mutant.name for mutant in mutants_of("m.py", f"x = {line}")]

    assert [f"m.py x: {each}" for each in spoiled] == names


def test_the_code_that_runs_is_the_spoiled_one():
    """What a mutant says it changes is changed in what Python runs, and nothing else."""
    values = []
    for mutant in mutants_of("m.py", "x = 5 - 3"):
        space: dict[str, int] = {}
        exec(mutant.code, space)  # noqa: S102 - the line above
        values.append(space["x"])

    assert [5 + 3, 6 - 3, 4 - 3, 5 - 4, 5 - 2] == values


def test_the_words_of_a_message_are_left_alone():
    """Staff's sentences are judged by people: only the place of a fault is spoiled."""
    words = {mutant.before for mutant in mutants_of("m.py", CHECK)}

    assert {"'a.md'", "1"} <= words
    assert not {"'Sono troppi.'", "'too many'", "'Why.'", "'PROVA-01'"} & words


def test_every_check_is_silenced_first():
    """Each check has at least the one mutant that finds nothing."""
    first = next(iter(mutants_of("m.py", CHECK)))

    assert (True, "too_many", 5) == (first.silenced, first.place, first.line)


def test_a_spoiling_that_no_test_notices_is_told(tmp_path):
    """The command really runs the tests: what they see is killed, the rest is listed, and fails."""
    files = {path: (ROOT / path).read_text("utf-8") for path in ("tools/mutants.py", "tools/mutations.py", "plugins/problem.py")}  # fmt: skip
    files |= {"plugins/checks/alone.py": CHECK}  # nobody tests it
    files |= {"plugins/checks/small.py": CHECK, "tests/unit/test_checks_small.py": TEST}
    reason = f"plugins/checks/small.py too_many: {ALIVE[0]}\n  Perché no.\n"
    write(tmp_path, {**files, "tests/mutants.txt": f"# Spiegati\n{reason}"})
    done = subprocess.run(
        [sys.executable, "-m", "tools.mutants"], cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    fates = json.loads((tmp_path / "reports/mutants.json").read_text("utf-8"))

    assert 1 == done.returncode, done.stderr
    assert ALIVE == [fate["name"].split(": ", 1)[1] for fate in fates if not fate["killed"]]
    assert [f"small.py:{line}" in done.stdout for line in (7, 8)] == [True, True]
    assert ALIVE[0] not in done.stdout
    assert "plugins/checks/alone.py  senza prove" in done.stdout


def test_a_reason_for_a_mutant_that_died_is_told():
    """tests/mutants.txt never explains what a test has come to notice, or what is gone."""
    dead = Fate("tone", 1, "plugins/checks/tone.py a: 1 -> 2", silenced=False, killed=True)
    wrong = verdict([dead], {dead.name: "x", "plugins/checks/other.py a: 1 -> 2": "not tried"})

    assert [dead.name] == [text.split("\n  ")[1] for text in wrong]
