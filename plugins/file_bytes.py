# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a file is one that can be read at all: a real file, and no longer than a text may be.

The limits are far above any page that a person reads on a phone; they bound the time of a build,
whatever a file holds.
"""

from __future__ import annotations

import os
from pathlib import Path

from .problem import Problem, Rule

REAL_FILE = Rule("FILE-13", "Ogni file è un file vero, che si può aprire")
LENGTH = Rule("FILE-14", "Un file e i suoi paragrafi non sono troppo lunghi")

RULES = (REAL_FILE, LENGTH)

LONGEST_FILE = 50_000  # bytes
LONGEST_HEADER = 12_000  # characters
LONGEST_PARAGRAPH = 3_000


def strange(root: Path, path: str) -> Problem | None:
    """Return the problem of a file that leads elsewhere or that nobody can open."""
    if (root / path).is_symlink():
        return REAL_FILE.broken(
            path, 1, "Questo non è un file, ma un rimando a un altro.",
            "Cancella il rimando e metti qui una copia del file.", "symbolic link",
        )  # fmt: skip
    if not os.access(root / path, os.R_OK):
        return REAL_FILE.broken(
            path, 1, "Il file non si può aprire.",
            "Dai a tutti il permesso di leggerlo, o salvalo di nuovo.", "file cannot be read",
        )  # fmt: skip
    return None


def too_long(path: str, data: bytes) -> Problem | None:
    """Return the problem of a file longer than any text of the site."""
    if len(data) <= LONGEST_FILE:
        return None
    return LENGTH.broken(
        path, 1, f"Il file è di {len(data) // 1000} kB: un testo ne ha al più {LONGEST_FILE // 1000}.",
        "Dividi il testo in più pagine.", "file too long",
    )  # fmt: skip


def long_paragraph(path: str, text: str) -> Problem | None:
    """Return the problem of the first run of lines that is too long; the header is the first."""
    start = length = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            start, length = number, 0
        length += len(line) + 1
        most = LONGEST_PARAGRAPH if start else LONGEST_HEADER
        if length > most:
            return LENGTH.broken(
                path, start + 1, f"Qui comincia un paragrafo di più di {most} caratteri.",
                "Dividi il testo con righe vuote.", "paragraph too long",
            )  # fmt: skip
    return None
