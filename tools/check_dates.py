# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make check-dates`: which contacts and pages have grown old or are about to end (R72).

A scheduled job runs it and goes red; the build of an unchanged commit never does.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins import clock
from plugins.contacts import STAFF_WARNED_AFTER, WARNED_BEFORE
from plugins.content import Content, read_content
from plugins.problem import Problem, Rule, report

OLD = Rule("DATA-01", "Le fonti di ogni contatto e di ogni pagina sono state consultate di recente")
ENDING = Rule("DATA-02", "Nessun contatto e nessuna pagina sta per scadere")
LAST_DAY = {
    "expires_on": "il contatto si nasconde dopo",
    "valid_until": "la pagina va rivista entro",
}


def old_or_ending(content: Content, today: datetime.date) -> Iterator[Problem]:
    """Yield what staff must look at again, as problems."""
    for source in content.sources:
        checked = source.fields.get("checked_on")
        if checked and today - checked > STAFF_WARNED_AFTER:
            yield OLD.broken(
                source.path, source.lines["checked_on"],
                f"Le fonti sono state consultate {(today - checked).days} giorni fa.",
                f"Controlla i dati alla fonte, poi scrivi: checked_on: {today}", "sources are old",
            )  # fmt: skip
        for key, meaning in LAST_DAY.items():
            last = source.fields.get(key)
            if last and last - today < WARNED_BEFORE:
                yield ENDING.broken(
                    source.path, source.lines[key], f"{meaning.capitalize()} il {last:%d.%m.%Y}.",
                    f"Chiedi che cosa vale dopo, poi cambia o togli la riga {key}.", "about to end",
                )  # fmt: skip


def main() -> int:
    """Print the report; return 1 when something must be looked at."""
    problems = list(old_or_ending(read_content(Path.cwd()), clock.today()))
    print(report(problems, "Il sito resta com'è: sono cose da rivedere."))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
