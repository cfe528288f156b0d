# SPDX-License-Identifier: AGPL-3.0-or-later
"""Same content and same day give the same bytes, on any machine and by either command."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import PARTS, Project

ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
]


def copied_backwards(source: Path, folder: Path) -> Project:
    """Copy the project file by file in reverse order, each with another date."""
    files = [
        file
        for part in PARTS
        for file in ([source / part] if (source / part).is_file() else (source / part).rglob("*"))
    ]
    project = Project(folder)
    for age, file in enumerate(sorted(files, reverse=True)):
        if file.is_file() and "__pycache__" not in file.parts:
            path = file.relative_to(source).as_posix()
            project.write(path, file.read_bytes())
            os.utime(folder / path, (age * 86_400, age * 86_400))
    return project


@pytest.mark.parametrize("environment", ELSEWHERE, ids=lambda values: values["TZ"])
def test_other_machine_gives_the_same_bytes(
    small: Project, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Hash seed, time zone, locale, folder, file dates and order change no byte (R81, R100)."""
    project = copied_backwards(small.folder, tmp_path / "elsewhere")
    done = project.build(**environment)

    assert (0, small.snapshot()) == (done.returncode, project.snapshot())


def test_the_day_alone_may_change_the_site(small: Project, project: Project) -> None:
    """With another TODAY only the version file differs: no page carries the day it was built (R81)."""
    done = project.build(TODAY=str(date.fromisoformat(project.today) + timedelta(days=1)))
    before, after = small.snapshot(), project.snapshot()
    different = {path for path in before | after if before.get(path) != after.get(path)}

    assert (0, {"version.json"}) == (done.returncode, different)


def test_building_twice_changes_nothing(small: Project, project: Project) -> None:
    """A second build over the first leaves the same bytes: nothing piles up (R81)."""
    project.build()
    done = project.build()

    assert (0, small.snapshot()) == (done.returncode, project.snapshot())


def test_bare_pelican_builds_the_same_pages(small: Project, project: Project) -> None:
    """The plain `pelican` command makes the same files as ours, but for the version file (R81)."""
    done = subprocess.run(
        [Path(sys.executable).with_name("pelican"), "content", "-s", "pelicanconf.py"],
        cwd=project.folder, env={**os.environ, "TODAY": project.today}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    expected = small.snapshot()
    del expected["version.json"]

    assert (0, expected) == (done.returncode, project.snapshot())
