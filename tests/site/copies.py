# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small copies of the project to spoil: two languages, with its own texts or with an example's.

The table of languages is cut in the copy too, so that no warning speaks of the other fifteen.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import ROOT, Project, copy_project

GOOD = ROOT / "tests/examples/good"
BAD = ROOT / "tests/examples/bad"
CONTENT = GOOD / "content"
SMALL = ("it", "en")
ROW = re.compile(r'^    Language\("([^"]+)".*\n', re.MULTILINE)


def copy_small(folder: Path, content: Path | None = None) -> Project:
    """Copy the project in Italian and English."""
    project = copy_project(folder, content, SMALL)
    table = folder / "plugins" / "languages.py"
    rows = ROW.sub(lambda row: row[0] if row[1] in SMALL else "", table.read_text("utf-8"))
    table.write_text(rows, "utf-8")
    return project


def copy_example(folder: Path) -> Project:
    """Copy the project with the texts of the good example and their ledger."""
    project = copy_small(folder, CONTENT)
    ledger = folder / "translations" / "versions"
    shutil.rmtree(ledger)
    shutil.copytree(GOOD / "versions", ledger)
    return project
