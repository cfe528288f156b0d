# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy of the project to build, to change or to measure, so that output/ stays as it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PARTS = ("content", "plugins", "theme", "tools", "translations", "pelicanconf.py", "publishconf.py")
PUBLIC_URL = "https://ali.example.org"
_DAYS = re.compile(
    r"^(?:checked_on|translated_on|reviewed_on|date): [\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE
)


def last_day(root: Path, default: str = "2026-11-22") -> str:
    """Return the last day that the texts of `root` name: until then they would be of the future."""
    texts = (file.read_text("utf-8", "replace") for file in (root / "content").rglob("*.md"))
    return max((day for text in texts for day in _DAYS.findall(text)), default=default)


TODAY = last_day(Path(__file__).parents[1])  # the same pages whatever the day


def copy_project(root: Path, folder: Path) -> Path:
    """Copy what a build needs into `folder`; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        copy(root / part, folder / part)
    return folder


def known() -> dict[str, str]:
    """Return the environment of a command in a copy: a fixed day and address."""
    return {**os.environ, "TODAY": TODAY, "SITEURL": PUBLIC_URL}


def run(project: Path, module: str, *arguments: str, check: bool = True) -> str:
    """Run one of our commands in `project`; return what was printed.

    Raises:
        SystemExit: it failed, and `check` is set.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=project, env=known(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if check and done.returncode:
        raise SystemExit(done.stdout)
    return done.stdout
