# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that wait for their text: `make page` writes them, and nothing with them is published.

`SCRIVI QUI: il titolo` in a skeleton says itself what is to be written.
"""

from __future__ import annotations

import re

from .problem import Problem, Rule

RULE = Rule("TESTO-01", "Nei file non resta niente da riempire")
MARK = "SCRIVI QUI"
# What is counted in Roman numerals: «la XXX edizione» waits for nothing.
_COUNTED = (
    "(?i:edizione|giornata|anniversario|convegno|congresso|assemblea|rapporto|sessione|secolo)"
)
_WAITING = re.compile(
    rf"{MARK}(?:: *(?P<wanted>[^\"\n\].{{]+))?|\blorem ipsum\b|\bTODO\b|\bTBD\b|\bX{{3,}}\b(?! {_COUNTED})"
)


def find(path: str, text: str) -> list[Problem]:
    """Return a problem for every line of a file that is still to be written."""
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        waiting = _WAITING.search(line)
        if waiting:
            wanted = (waiting["wanted"] or "").strip().rstrip("'")
            what = f"Qui manca ancora: {wanted}." if wanted else f"Qui c'è ancora «{waiting[0]}»."
            problems.append(RULE.broken(
                path, number, what, "Scrivi il testo al posto di queste parole.", "placeholder left",
            ))  # fmt: skip
    return problems


def waits(value: object) -> bool:
    """Whether a value of the front matter is still to be written."""
    values = value if isinstance(value, list) else [value]
    return any(isinstance(item, str) and _WAITING.search(item) for item in values)
