# SPDX-License-Identifier: AGPL-3.0-or-later
"""The house rules that no tool knows: which module may use which, and how long things are.

A function may be longer than its budget when a comment that says why stands in it: «# long: …».
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import plugins
from tests.conftest import ROOT

ORDER = re.findall(r"^    (\w+) {2,}", plugins.__doc__, re.MULTILINE)
PLUGGING_IN = ORDER[ORDER.index("checks") + 1 :]
MODULES = sorted((ROOT / "plugins").rglob("*.py"))
OURS = [*MODULES, *sorted((ROOT / "tools").glob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]
LONGEST_FUNCTION = 25
BUDGETS = [
    ("plugins", "*.py", 200),
    ("tools", "*.py", 200),
    ("theme/templates", "*.html", 80),
    ("theme/static/css", "*.css", 120),
]  # house.md §3


def short(path: Path) -> str:
    """Return a path from the project's root."""
    return path.relative_to(ROOT).as_posix()


def name_of(path: Path) -> str:
    """Return the name by which plugins/__init__.py lists a module; checks are one."""
    return "checks" if path.parent.name == "checks" else path.stem


def used_by(path: Path) -> Iterator[str]:
    """Yield the modules of plugins/ that a module imports, and "pelican"."""
    depth = len(path.relative_to(ROOT / "plugins").parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from [node.module] if node.module else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import | ast.ImportFrom) and not getattr(node, "level", 0):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
            )
            yield from (
                name.split(".")[0] for name in names if name.split(".")[0] in ("pelican", "tools")
            )


def functions(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Yield name, lines of the body without docstring, and whether a comment says why it is long."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = text.split("\n")[body[0].lineno - 1 : node.end_lineno] if body else []
            yield node.name, len(lines), any("# long: " in line for line in lines)


def test_the_reading_order_names_every_module():
    """plugins/__init__.py lists every module of the folder, and no other."""
    found = {
        name_of(path) for path in MODULES if path.stem != "__init__" or path.parent.name == "checks"
    }

    assert sorted(found) == sorted(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_imports_go_downwards_only(path):
    """A module uses only modules that the reading order lists above it, or its fellow checks."""
    name = name_of(path)
    above = ORDER[: ORDER.index(name)] if name in ORDER else []
    fellows = {check.stem for check in path.parent.glob("*.py")} if name == "checks" else set()

    assert set() == set(used_by(path)) - {*above, *fellows, "pelican"}


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_only_the_last_layer_knows_pelican(path):
    """Words, readers and judgements work without Pelican, so they are tested without it."""
    assert name_of(path) in PLUGGING_IN or "pelican" not in set(used_by(path))


@pytest.mark.parametrize("path", OURS, ids=short)
def test_functions_are_short(path):
    """A function has at most 25 lines, or a comment that says why it has more."""
    long = [
        f"{name}: {lines} lines"
        for name, lines, excused in functions(path)
        if lines > LONGEST_FUNCTION and not excused
    ]

    assert [] == long


@pytest.mark.parametrize(("folder", "pattern", "budget"), BUDGETS)
def test_files_are_short(folder, pattern, budget):
    """Modules, templates and styles stay short enough to be read at once."""
    sizes = {
        short(path): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / folder).rglob(pattern)
    }

    assert {} == {path: lines for path, lines in sizes.items() if lines > budget}
