# SPDX-License-Identifier: AGPL-3.0-or-later
"""The figures of README.md, which the tests measure: reports/misure/ → docs/misure.json → tables (R83).

A test run leaves each figure in a small file of its own; `make docs` brings them into docs/misure.json,
and the tests hold that file to what they measure. Counts and bytes only: seconds are the machine's.
"""

from __future__ import annotations

import json
from pathlib import Path

MEASURED = Path("reports/misure")
DOCUMENT = Path("docs/misure.json")
EXIT = "uscita"  # uscita/<browser>/<R-numbers>: <trial> is true when the promise was kept
PROMISES = {
    "R2": "Dopo l'uscita il tasto «indietro» non torna qui: torna al sito di prima",
    "R3": "È così anche dopo più pagine e un cambio di lingua, nelle pagine riservate",
    "R4": "Il sito dove si arriva non sa da dove si viene",
    "R5": "In un decimo di secondo il nome e il simbolo della finestra non dicono più niente",
    "R6": "In un decimo di secondo non c'è più niente da vedere, né da far leggere a voce",
    "R7": "Se l'altro sito non risponde, la pagina resta vuota",
    "R8": "Chi torna apposta trova la pagina intera, e il tasto funziona ancora",
    "R9": "Maiusc premuto tre volte fa uscire; un altro gesto, per sbaglio, no",
}

Figures = dict[str, int | bool]


def collect(root: Path) -> None:
    """Bring what the last test run measured into the document; what it did not measure stays."""
    found = dict(read(root / DOCUMENT))
    for file in sorted((root / MEASURED).glob("*.json")):
        found |= read(file)
    text = json.dumps(dict(sorted(found.items())), indent=1, ensure_ascii=False)
    (root / DOCUMENT).write_text(f"{text}\n", "utf-8")


def read(file: Path) -> Figures:
    """Return the figures of a file."""
    figures: Figures = json.loads(file.read_text("utf-8"))
    return figures


def rows(figures: Figures) -> list[tuple[str, str]]:
    """Return what was measured of the pages, as the rows of a table."""
    said = {name: _grouped(value) for name, value in figures.items()}
    return [
        ("pagine pubbliche", f"almeno {said['pagine']}, in {said['lingue']} lingue"),
        ("che cosa chiede una pagina", f"{said['richieste']} file, con tutto dentro; ad altri siti {said['altri-siti']} richieste"),
        ("quanto pesa una pagina, compressa", f"al più {said['byte-massimo']} byte; metà delle pagine, al più {said['byte-meta']}"),
        ("che cosa resta nel browser per opera del sito", f"{said['conservati']} cookie e {said['conservati']} dati, dopo aver usato almeno {said['comandi']} tra collegamenti e comandi"),
        ("ostacoli che axe trova (WCAG 2.2 A e AA)", f"{said['axe']}, in ogni pagina e in ogni lingua"),
    ]  # fmt: skip


def exit_rows(figures: Figures) -> list[tuple[str, ...]]:
    """Return the promises of the exit, with how many trials kept each, browser by browser."""
    return [
        (number, words, *(_kept(figures, browser, number) for browser in browsers(figures)))
        for number, words in PROMISES.items()
    ]


def browsers(figures: Figures) -> list[str]:
    """Return the browsers in which the exit was tried, in order."""
    return sorted({name.split("/")[1] for name in figures if name.startswith(f"{EXIT}/")})


def _kept(figures: Figures, browser: str, number: str) -> str:
    answers = [
        kept
        for name, kept in figures.items()
        if name.startswith(f"{EXIT}/{browser}/")
        and number in name.split("/")[2].partition(":")[0].split(", ")
    ]
    return f"{sum(answers)} su {len(answers)}"


def _grouped(value: int) -> str:
    """Return a number as Italian writes it: 14.600."""
    return f"{value:,}".replace(",", ".")
