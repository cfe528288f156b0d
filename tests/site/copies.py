# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small copies of the project to spoil: two languages, with its own texts or with an example's.

The table of languages is cut in the copy too, so that no warning speaks of the other fifteen.
"""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

from plugins.content import read_content
from plugins.fingerprint import version_of
from plugins.languages import ITALIAN
from tests.conftest import ROOT, Project, copy_project
from tools.translated import keep_referenced, stamp

GOOD = ROOT / "tests/examples/good"
BAD = ROOT / "tests/examples/bad"
CONTENT = GOOD / "content"
SMALL = ("it", "en")
STAMPED = datetime.date(2026, 11, 20)  # when the translations of `copy_current` were made
ROW = re.compile(r'^    Language\("([^"]+)".*\n', re.MULTILINE)


def copy_small(folder: Path, content: Path | None = None) -> Project:
    """Copy the project in Italian and English."""
    project = copy_project(folder, content, SMALL)
    table = folder / "plugins" / "languages.py"
    rows = ROW.sub(lambda row: row[0] if row[1] in SMALL else "", table.read_text("utf-8"))
    table.write_text(rows, "utf-8")
    return project


def copy_current(folder: Path) -> Project:
    """Copy the project in Italian and English, every translation stamped as one of today's Italian."""
    project = copy_small(folder)
    content = read_content(folder)
    for (page_id, tag), page in content.pages.items():
        if tag != ITALIAN.tag:
            code = version_of(content.pages[page_id, ITALIAN.tag]).code
            file = folder / page.path
            file.write_text(stamp(file.read_text("utf-8"), code, STAMPED), "utf-8")
    for page_id in {page_id for page_id, _ in content.pages}:
        keep_referenced(read_content(folder), page_id)
    return project


def copy_example(folder: Path) -> Project:
    """Copy the project with the texts of the good example and their ledger."""
    project = copy_small(folder, CONTENT)
    ledger = folder / "translations" / "versions"
    shutil.rmtree(ledger)
    shutil.copytree(GOOD / "versions", ledger)
    return project
