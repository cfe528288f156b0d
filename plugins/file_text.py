# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bytes of a file as text: what editors and word processors do to them is told, not guessed.

Only UTF-8 with plain line ends goes on; everything else is one message with its line and cure.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .file_names import not_a_text
from .problem import Problem, Rule

ENCODING = Rule("FILE-01", "Ogni file è scritto in UTF-8")
UTF16 = Rule("FILE-02", "Nessun file è scritto in UTF-16")
BOM = Rule("FILE-03", "Nessun file comincia con il segno invisibile BOM")
LINE_ENDS = Rule("FILE-04", "Le righe finiscono con il solo segno LF")
TAB = Rule("FILE-05", "Nei file non ci sono tabulazioni")
INVISIBLE = Rule("FILE-06", "Nei file non ci sono caratteri che non si vedono")
CONFLICT = Rule("FILE-09", "Nei file non ci sono i segni di due modifiche in conflitto")
SPACE = Rule("FILE-10", "Dopo una chiave, un trattino o un # c'è uno spazio comune")

RULES = (ENCODING, UTF16, BOM, LINE_ENDS, TAB, INVISIBLE, CONFLICT, SPACE)

INVISIBLE_CHARACTER = re.compile(
    "[\0-\b\v\f\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\u2028\u2029\ud800-\udfff"  # control, private use
    "\u00ad\u200b\u2060\ufeff"  # zero-width: what Word and web pages leave in copied words
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # directions: they hide what a line really says
    "|(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])"  # joiners: only Indic and Arabic need them
)
_ODD = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"  # spaces that are not the space bar's
_ODD_SPACE = re.compile(
    rf"^[ ]*(?:{_ODD}+(?=\S)|[a-z_]+(?:{_ODD}+:|: *{_ODD})|(?:[-*+]|\#+|\d+\.) *{_ODD})",
    re.MULTILINE,
)
_MARKS = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:\s|$)|^={7}$(?=[\s\S]*^>{7})", re.MULTILINE)
_DOCUMENTS = (b"PK\3\4", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"\x89PNG")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text mended enough to be judged further, and what was wrong with the bytes."""
    text = _text(path, data)
    if isinstance(text, Problem):
        return None, [text]
    text, problems = _mended(path, text)
    conflict = _MARKS.search(text)
    if conflict:
        return None, [*problems, _conflict(path, _line(text, conflict.start()), conflict[0])]
    problems += _odd_characters(path, text)
    text = re.sub(r"^\t+", "", text, flags=re.MULTILINE).replace("\t", " ")
    text = INVISIBLE_CHARACTER.sub("", text)
    return _ODD_SPACE.sub(_mended_space, text), problems


def _mended_space(odd: re.Match[str]) -> str:
    """Return plain spaces; none at the beginning of a line, where they would mean something."""
    return re.sub(_ODD, " ", odd[0]) if odd[0].strip() else ""


def _text(path: str, data: bytes) -> str | Problem:
    """Return the text that these bytes are, or what else they are."""
    if data.startswith(_DOCUMENTS):
        what = "Il file ha il nome di un testo, ma dentro è un documento."
        return not_a_text(path, what, PurePosixPath(path).name)
    if data.startswith(_UTF16_MARKS) or (data[:200].count(0) > len(data[:200]) // 4 > 0):
        cure = "Salvalo di nuovo scegliendo la codifica UTF-8."
        return UTF16.broken(path, 1, "Il file è scritto in UTF-16.", cure, "file is UTF-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)


def _mended(path: str, text: str) -> tuple[str, list[Problem]]:
    """Return the text without what an editor put before it or at the ends of its lines."""
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(BOM.broken(
            path, 1, "Il file comincia con un segno invisibile (BOM).",
            "Salvalo di nuovo come «UTF-8», non come «UTF-8 con BOM».", "UTF-8 byte order mark",
        ))  # fmt: skip
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        maker = "di Windows (CRLF)" if "\r\n" in text else "dei vecchi Mac (CR)"
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(LINE_ENDS.broken(
            path, line, f"Le righe finiscono alla maniera {maker}.",
            "Salva il file scegliendo fine riga «LF» (o «Unix»).", "CRLF line ends",
        ))  # fmt: skip
    return text, problems


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _conflict(path: str, line: int, mark: str) -> Problem:
    return CONFLICT.broken(
        path, line, f"Due persone hanno cambiato le stesse righe: qui c'è il segno «{mark.strip()}».",
        "Tieni il testo giusto e cancella le righe con <<<<<<<, ======= e >>>>>>>.", "merge conflict markers",
    )  # fmt: skip


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
        problems.append(_tab(path, text))
    control = INVISIBLE_CHARACTER.search(text)
    if control:
        before = text[: control.start()].rsplit("\n", maxsplit=1)[-1].split()
        after = f", dopo «{before[-1]}»" if before else ", all'inizio"
        problems.append(INVISIBLE.broken(
            path, _line(text, control.start()),
            f"La riga contiene un carattere che non si vede (U+{ord(control[0]):04X}){after}.",
            "Cancella le parole vicine e riscrivile a mano.", "invisible character",
        ))  # fmt: skip
    space = _ODD_SPACE.search(text)
    if space:
        mark = re.sub(_ODD, "", space[0]).strip()
        where = f"Dopo «{mark}»" if mark else "All'inizio della riga"
        problems.append(SPACE.broken(
            path, _line(text, space.start()),
            f"{where} c'è uno spazio che non è quello della barra spaziatrice.",
            "Cancellalo e premi la barra spaziatrice.", "no-break space where a plain one belongs",
        ))  # fmt: skip
    return problems


def _tab(path: str, text: str) -> Problem:
    line = _line(text, text.index("\t"))
    rows = [row.strip().split("\t") for row in text.split("\n")[line - 1 : line + 1]]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) > 1:
        return TAB.broken(
            path, line, "Qui c'è una tabella incollata da un foglio di calcolo.",
            f"Scrivi le righe così: | {' | '.join(rows[0])} | e, sotto la prima, |{' --- |' * len(rows[0])}",
            "table pasted with tabs",
        )  # fmt: skip
    return TAB.broken(
        path, line, "La riga contiene una tabulazione.", "Sostituiscila con uno o più spazi.", "tab character",
    )  # fmt: skip
