# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a test measures is left in reports/misure/, and held to what docs/misure.json says (R83).

A count is said rounded down («almeno»), a weight rounded up («al più»): what the README says stays
true when an editor adds a page, and a test fails as soon as it is not.
"""

from __future__ import annotations

import json
import re

from tests.conftest import ROOT
from tools import figures


def told(name: str) -> int | bool | None:
    """Return what the document says, None when it does not."""
    return figures.read(ROOT / figures.DOCUMENT).get(name)


def exactly(name: str, value: int | bool) -> bool:
    """Whether the document says exactly this."""
    _leave(name, value)
    return told(name) == value


def at_least(name: str, value: int, step: int = 1) -> bool:
    """Whether there are at least as many as the document says."""
    _leave(name, value // step * step)
    return 0 < (told(name) or 0) <= value


def at_most(name: str, value: int, step: int = 1) -> bool:
    """Whether it weighs at most what the document says."""
    _leave(name, -(-value // step) * step)
    return value <= (told(name) or 0)


def _leave(name: str, value: int | bool) -> None:
    folder = ROOT / figures.MEASURED
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{re.sub(r'[^A-Za-z0-9]+', '-', name)}.json"
    file.write_text(json.dumps({name: value}, ensure_ascii=False) + "\n", "utf-8")
