# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bytes of a file as text: what editors and word processors do to them is told, not guessed.

Only UTF-8 with plain line ends goes on; everything else is one message with its line and cure.
"""

from __future__ import annotations

import re

from .problem import Problem, Rule

ENCODING = Rule("FILE-01", "Ogni file è scritto in UTF-8")
UTF16 = Rule("FILE-02", "Nessun file è scritto in UTF-16")
BOM = Rule("FILE-03", "Nessun file comincia con il segno invisibile BOM")
LINE_ENDS = Rule("FILE-04", "Le righe finiscono con il solo segno LF")
TAB = Rule("FILE-05", "Nei file non ci sono tabulazioni")
INVISIBLE = Rule("FILE-06", "Nei file non ci sono caratteri di controllo")

RULES = (ENCODING, UTF16, BOM, LINE_ENDS, TAB, INVISIBLE)

_CONTROL = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\u2028\u2029]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text mended enough to be judged further, and what was wrong with the bytes."""
    if data.startswith(_UTF16_MARKS) or (data[:200].count(0) > len(data[:200]) // 4 > 0):
        cure = "Salvalo di nuovo scegliendo la codifica UTF-8."
        return None, [UTF16.broken(path, 1, "Il file è scritto in UTF-16.", cure, "file is UTF-16")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error.start)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(BOM.broken(
            path, 1, "Il file comincia con un segno invisibile (BOM).",
            "Salvalo di nuovo come «UTF-8», non come «UTF-8 con BOM».", "UTF-8 byte order mark",
        ))  # fmt: skip
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(LINE_ENDS.broken(
            path, line, "Le righe finiscono alla maniera di Windows (CRLF).",
            "Salva il file scegliendo fine riga «LF» (o «Unix»).", "CRLF line ends",
        ))  # fmt: skip
    problems += _odd_characters(path, text)
    text = re.sub(r"^\t+", "", text, flags=re.MULTILINE).replace("\t", " ")
    return _CONTROL.sub("", text), problems


def _not_utf8(path: str, data: bytes, position: int) -> Problem:
    line = data.count(b"\n", 0, position) + 1
    words = data.split(b"\n")[line - 1].decode("cp1252", "replace").split()
    odd = next((word for word in words if not word.isascii()), "")
    return ENCODING.broken(
        path, line, f"Il file non è scritto in UTF-8: si ferma alla parola «{odd}».",
        "Salvalo di nuovo scegliendo la codifica UTF-8.", "bytes are not UTF-8",
    )  # fmt: skip


def _odd_characters(path: str, text: str) -> list[Problem]:
    problems = []
    if "\t" in text:
        problems.append(TAB.broken(
            path, text[: text.index("\t")].count("\n") + 1, "La riga contiene una tabulazione.",
            "Sostituiscila con uno o più spazi.", "tab character",
        ))  # fmt: skip
    control = _CONTROL.search(text)
    if control:
        problems.append(INVISIBLE.broken(
            path, text[: control.start()].count("\n") + 1,
            f"La riga contiene un carattere che non si vede (U+{ord(control[0]):04X}).",
            "Cancella la riga e riscrivila a mano.", "control or private-use character",
        ))  # fmt: skip
    return problems
