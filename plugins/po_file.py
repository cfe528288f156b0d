# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the file of a catalogue can be read whole: Babel mends or drops some of what it cannot read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_TEXT = r'"(?:[^"\\]|\\.)*"'
_KEY = r"(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])"
_LINE = re.compile(rf"(?:#.*|(?:{_KEY}\s+)?{_TEXT})?\s*")
_ID = re.compile(rf"^msgid\s+((?:{_TEXT}\s*)+)", re.MULTILINE)


@dataclass(frozen=True)
class WordFault:
    """What is wrong with one message of a catalogue, or with all of it (message "").

    Attributes:
        line: the catalogue's, from 1.
        how: the cure, "" for the usual one.
    """

    message: str
    line: int
    what: str
    how: str = ""


def damage(file: Path) -> WordFault | None:
    """Return what keeps a catalogue from being read whole, None when nothing does."""
    again = "Scrivi: make strings; poi le traduzioni nelle righe msgstr."
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError:
        return WordFault("", 1, "Il catalogo non c'è", again)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        how = "Salvalo di nuovo scegliendo la codifica UTF-8."
        return WordFault("", line, "Il catalogo non è scritto in UTF-8", how)
    if not text.strip():
        return WordFault("", 1, "Il catalogo è vuoto", again)
    return _odd_line(text) or _twice(text)


def _odd_line(text: str) -> WordFault | None:
    """Return the first line that is no comment and no text in quotes: its words would be cut."""
    if text.startswith("\ufeff"):
        how = "Salvalo di nuovo come «UTF-8», non come «UTF-8 con BOM»."
        return WordFault("", 1, "Il catalogo comincia con un segno invisibile (BOM)", how)
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            how = 'Scrivila così: msgstr "le parole"; se dentro ci sono virgolette, scrivile così: «…»'
            return WordFault("", number, f"Questa riga non si legge: «{line.strip()[:60]}»", how)
    return None


def _twice(text: str) -> WordFault | None:
    """Return the second place of a message: one of its two translations would be lost."""
    seen = set()
    for written in _ID.finditer(text):
        message = "".join(part[1:-1] for part in re.findall(_TEXT, written[1]))
        if message in seen:
            line = text.count("\n", 0, written.start()) + 1
            how = "Tieni una sola delle due, con la sua riga msgstr."
            return WordFault(message, line, "c'è due volte", how)
        seen.add(message)
    return None
