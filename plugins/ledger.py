# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ledger: the text of every Italian version that some translation was made from.

It lives in translations/versions/, one file a page, so that staff see which paragraphs changed
without git, and so that a build needs no history (design.md §5).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from .fingerprint import Version
from .problem import Stop

FOLDER = "translations/versions"
Versions = dict[str, Version]  # by code


def ledger_path(page_id: str) -> str:
    """Return the ledger file of a page, from the project's root."""
    return f"{FOLDER}/{page_id}.json"


def read_ledger(root: Path) -> dict[str, Versions]:
    """Return the known versions of every page, by page id."""
    files = sorted((root / FOLDER).glob("*.json"))
    return {file.stem: _versions(file) for file in files}


def record(root: Path, page_id: str, versions: Iterable[Version]) -> None:
    """Write the ledger of one page anew: exactly these versions, in order of code."""
    known = {version.code: version.sections for version in versions}
    file = root / ledger_path(page_id)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1)
    file.write_text(text + "\n", "utf-8")


def _versions(file: Path) -> Versions:
    """Return what one file of the ledger records.

    Raises:
        Stop: it is not as `record` wrote it.
    """
    try:
        return _read(json.loads(file.read_text("utf-8")))
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise Stop(
            f"Il registro delle versioni {FOLDER}/{file.name} non si legge.",
            "Rimetti il file com'era: lo scrive il programma, non si cambia a mano.", f"ledger: {error}",
        ) from None  # fmt: skip


def _read(data: dict[str, dict[str, list[str]]]) -> Versions:
    return {
        code: Version({name: tuple(lines) for name, lines in sections.items()})
        for code, sections in data.items()
    }
