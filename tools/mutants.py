# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make mutants`: spoils every check in every small way, and looks whether a test notices.

Ours because mutmut leaves decorated functions alone, and every check is one, and because
cosmic-ray starts pytest anew for each mutant. Here each is a fork of one pytest that has read all
the tests, and is over at the first test that fails; no file of the project is ever changed.
A mutant that lives is a test that is missing, unless tests/mutants.txt says why none can be.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gc
import io
import json
import os
import resource
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from plugins.problem import Check

from .mutations import Mutant, mutants_of

CHECKS = Path("plugins/checks")
TESTS = Path("tests/unit")
EXPLAINED = Path("tests/mutants.txt")
REPORT = Path("reports/mutants.json")
MOST_CPU = 120  # seconds of a mutant's own: one that runs in circles counts as noticed
OPTIONS = ("-q", "-s", "-n", "0", "-p", "no:cacheprovider", "-o", "tmp_path_retention_policy=none")


@dataclass(frozen=True)
class Fate:
    """What became of a mutant."""

    module: str
    line: int
    name: str
    silenced: bool
    killed: bool


@dataclass
class Trials:
    """A plugin of pytest: instead of running the tests once, runs them against every mutant.

    Attributes:
        modules: the modules of plugins/checks to spoil.
        fates: what became of each mutant so far.
        untried: the modules whose tests do not pass, or that have none.
    """

    modules: list[Path]
    fates: list[Fate] = field(default_factory=list)
    untried: list[str] = field(default_factory=list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Spoil module after module; pytest has read all the tests, and runs none by itself."""
        gc.freeze()  # the forks share what is read already
        for path in self.modules:
            tests = [item for item in session.items if str(item.path.relative_to(Path.cwd())) in tests_of(path.stem)]  # fmt: skip
            if not tests or notices(session, tests):
                self.untried.append(f"{path}  senza prove, o con prove che non passano: make test")
                continue
            for mutant in mutants_of(path.as_posix(), path.read_text("utf-8")):
                killed = notices(session, tests, mutant)
                self.fates.append(Fate(path.stem, mutant.line, mutant.name, mutant.silenced, killed))  # fmt: skip
            print(f"{path}: fatto.", file=sys.stderr)
        return True


def tests_of(name: str) -> list[str]:
    """Return the files of tests that import a module of checks."""
    return [str(path) for path in sorted(TESTS.glob("test_*.py")) if name in _imported(path)]


@cache
def _imported(path: Path) -> frozenset[str]:
    """Return the modules of plugins/checks that a file of tests imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plugins.checks"):
            found |= {alias.name for alias in node.names} | {(node.module or "").rpartition(".")[2]}
    return frozenset(found)


def notices(session: pytest.Session, tests: list[pytest.Item], mutant: Mutant | None = None) -> bool:  # fmt: skip
    """Whether one of the tests fails, in a fork; that test goes first from now on."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            _run(session, tests, mutant, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        first = pipe.read()
    if first and mutant:
        tests.insert(0, tests.pop(int(first)))
    return os.waitpid(child, 0)[1] != 0


def _run(session: pytest.Session, tests: list[pytest.Item], mutant: Mutant | None, pipe: int) -> None:  # fmt: skip
    """Run the tests in this process, quietly; leave at the first that fails, and say which."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    if mutant:
        _spoil(mutant)
    for number, test in enumerate(tests):
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=None)
        if session.testsfailed:
            os.write(pipe, str(number).encode())
            os._exit(1)
    os._exit(0)


def _spoil(mutant: Mutant) -> None:
    """Put the spoiled code into the module that the tests have read already."""
    module = sys.modules[mutant.path.removesuffix(".py").replace("/", ".")]
    spoiled = ModuleType(module.__name__)
    spoiled.__package__ = module.__package__
    exec(mutant.code, vars(spoiled))  # noqa: S102 - our own code, with one thing changed
    for name, new in list(vars(spoiled).items()):
        old = getattr(module, name, None)
        pairs = vars(new).items() if isinstance(new, type) else [("find", getattr(new, "find", new))]  # fmt: skip
        for method, function in pairs:
            if isinstance(function, FunctionType):
                getattr(old, method, old).__code__ = function.__code__  # type: ignore[union-attr]
        if not name.startswith("__") and not isinstance(new, type | FunctionType | Check):
            setattr(module, name, new)


def explained() -> dict[str, str]:
    """Return why a mutant cannot be noticed, by its name: a line, then an indented reason."""
    reasons: dict[str, str] = {}
    name = ""
    for line in EXPLAINED.read_text("utf-8").splitlines() if EXPLAINED.exists() else ():
        if line.startswith(" ") and name:
            reasons[name] = f"{reasons.get(name, '')} {line.strip()}".strip()
        elif line and not line.startswith("#"):
            name = line
    return reasons


def table(fates: Iterable[Fate]) -> str:
    """Return the Markdown table: module, checks silenced, mutants, noticed, alive."""
    rows = ["| modulo | controlli zittiti | guasti | scoperti | non scoperti |", "| --- | ---: | ---: | ---: | ---: |"]  # fmt: skip
    fates = list(fates)
    for module in [*sorted({fate.module for fate in fates}), "tutti"]:
        mine = [fate for fate in fates if module in (fate.module, "tutti")]
        killed, silenced = sum(fate.killed for fate in mine), sum(fate.silenced for fate in mine)
        rows.append(f"| {module} | {silenced} | {len(mine)} | {killed} | {len(mine) - killed} |")
    return "\n".join(rows)


def verdict(fates: list[Fate], reasons: dict[str, str]) -> list[str]:
    """Return what is to be put right: mutants nobody explained, reasons of mutants long gone."""
    alive = {fate.name for fate in fates if not fate.killed}
    tried = {f"{CHECKS.as_posix()}/{fate.module}.py" for fate in fates}
    return [
        *(f"{fate.name.split()[0]}:{fate.line}  nessuna prova se ne accorge\n  {fate.name}"
          for fate in fates if not fate.killed and fate.name not in reasons),
        *(f"{EXPLAINED}  spiega un guasto che una prova scopre, o che non c'è più\n  {name}"
          for name in reasons if name.split()[0] in tried and name not in alive),
    ]  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Try the modules named, or all; print the table and whatever nobody notices."""
    parser = argparse.ArgumentParser(prog="make mutants", description="Guasta ogni controllo.")
    parser.add_argument("--only", default="", help="i moduli da provare, con una virgola tra l'uno e l'altro")  # fmt: skip
    wanted = [name for name in parser.parse_args(arguments).only.split(",") if name]
    modules = [path for path in sorted(CHECKS.glob("*.py")) if path.stem in wanted or not (wanted or path.stem == "__init__")]  # fmt: skip
    files = sorted({file for path in modules for file in tests_of(path.stem)})
    trials = Trials(modules)
    with contextlib.redirect_stdout(io.StringIO()):
        if not files or pytest.main([*OPTIONS, *files], plugins=[trials]) != pytest.ExitCode.OK:
            raise SystemExit("Nessuna prova si legge: guarda i nomi dei moduli, o scrivi make test")
    fates = trials.fates
    wrong = [*trials.untried, *verdict(fates, explained())]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([asdict(fate) for fate in fates], indent=1, ensure_ascii=False))
    print("\n".join([table(fates), *wrong]))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
