# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the settings before Pelican does, so that a slip in them is a message and no traceback."""

from __future__ import annotations

import runpy
import traceback
from pathlib import Path

from plugins.checks import check_settings
from plugins.checks.settings import FILE, wrong_setting
from plugins.content import Content
from plugins.problem import Problem

FILES = (FILE, "publishconf.py")
MARKS = ("<<<<<<<", "=======", ">>>>>>>")
# What Python says of a line it cannot read, and what to do about it.
CURES = {
    "invalid character": 'Usa le virgolette diritte: "così".',
    "non-printable character": "Cancella gli spazi di questa riga e scrivili di nuovo.",
    "unterminated string": 'Chiudi il testo con le virgolette: "così".',
    "was never closed": "Chiudi la parentesi che si apre qui.",
    "unexpected indent": "Togli gli spazi all'inizio della riga.",
    "unicode error": "Salva di nuovo il file scegliendo la codifica UTF-8.",
}
CURE = "Controlla qui e in fondo alla riga sopra: ogni testo è tra virgolette, ogni voce finisce con una virgola."


def problems_of(file: Path, content: Content) -> list[Problem]:
    """Return what is wrong with the settings in `file` (pelicanconf.py or publishconf.py).

    Raises:
        Stop: what the environment says (TODAY, SITEURL) cannot be used.
    """
    try:
        values = runpy.run_path(str(file))
    except Exception as error:
        problem = unreadable(file.parent, error)
        if problem is None:  # not a line of the settings: it says itself what it is
            raise
        return [problem]
    text = (file.parent / FILE).read_text("utf-8")
    return check_settings({**values, "CONTENT": content, "TEXT": text})


def unreadable(root: Path, error: Exception) -> Problem | None:
    """Return the problem of the line of the settings that Python stumbled over, None elsewhere."""
    if isinstance(error, SyntaxError):
        path, number, said = Path(error.filename or ""), error.lineno or 1, str(error.msg)
    else:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        path, number, said = Path(frame.filename), frame.lineno or 1, str(error)
    if path.name not in FILES or path.parent.resolve() != root.resolve():
        return None
    lines = path.read_text("utf-8", "replace").split("\n")
    line = lines[min(number, len(lines)) - 1].strip()
    how = next((cure for words, cure in CURES.items() if words in said), CURE)
    if line.startswith(MARKS):
        how = "Tieni il testo giusto e cancella le righe con <<<<<<<, ======= e >>>>>>>."
    elif isinstance(error, NameError):
        how = f'Scrivi True, False oppure un testo tra virgolette: "{error.name}"'
    what = f"Il programma non legge questa riga: «{line}»."
    return wrong_setting.rule.broken(path.name, number, what, how, said)
