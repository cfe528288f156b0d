# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make page`, `make news`, `make contact`: a new file that says itself what is to be written.

What waits for its text is marked SCRIVI QUI: the report names each place, and the site is not
built before all of them are written (plugins/placeholders.py).
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from babel.dates import format_date

from plugins.clock import today
from plugins.content import read_content
from plugins.file_names import place_of, slug
from plugins.languages import ITALIAN
from plugins.placeholders import MARK
from plugins.problem import Problem, Stop

PAGE = """---
# Il titolo, come si legge in cima alla pagina. Senza numeri di telefono.
title: "{mark}: il titolo"
# Una frase sola, tra 50 e 160 caratteri: si legge nei risultati delle ricerche.
description: "{mark}: una frase che riassume la pagina"
# Il giorno in cui hai letto le fonti.
checked_on: {today}
# Il posto della pagina negli elenchi.
order: {order}
# Un nome per ogni titolo ## qui sotto, nello stesso ordine; poi non cambia più.
sections: [primo-titolo]
# Dove hai letto quello che scrivi.
sources:
  - "[{mark}: il nome della fonte](https://) ({date})"
# La pagina si chiude con un piccolo passo, che chi legge può fare.
act: "{mark}: il piccolo passo"
---

{mark}: due frasi che dicono a chi serve questa pagina.

## {mark}: il primo titolo

{mark}: il testo, a frasi brevi. I numeri si chiamano dal registro, per esempio {{{{ phone("112") }}}}.
"""
NEWS = """---
title: "{title}"
# Una frase sola, tra 50 e 160 caratteri: si legge nell'elenco delle notizie.
description: "{mark}: una frase che riassume la notizia"
date: {today}
sources:
  - "[{mark}: il nome della fonte](https://) ({date})"
---

{mark}: che cosa succede, dove e quando.
"""
CONTACT = """---
title: "{mark}: come si chiama"
# emergency (emergenza), helpline (numero di aiuto), referral (segnalazioni), office (sportello), service (servizio)
kind: "{mark}: il tipo di contatto"
# Resta nascosto in pubblico finché il Comune non lo conferma; poi scrivi confirmed.
status: unconfirmed
# Il numero come si legge e come si compone; se non c'è, togli le due righe.
phone: "{mark}: il numero come si legge"
dial: "{mark}: il numero che si compone, con +39"
# Se ci sono, togli il # e completa.
# email: "nome@esempio.it"
# url: "https://www.esempio.it/"
# address: "Via, numero e città; mai un luogo protetto"
# hours: "Mo-Fr 09:30-18:00"
checked_on: {today}
source: "{mark}: l'indirizzo della fonte"
---

{mark}: una frase che dice quando rivolgersi a loro.
"""
FOLDERS = {"page": "content/pages/it", "news": "content/news/it", "contact": "content/contacts/it"}
FORMS = {"page": PAGE, "news": NEWS, "contact": CONTACT}
LONGEST = 100  # letters of a file's name: a longer one is no address to read aloud
USAGE = {
    "page": "make page NAME=scuola-aperta",
    "news": 'make news TITLE="Un incontro in biblioteca"',
    "contact": "make contact NAME=sportello-lavoro",
}


def create(root: Path, kind: str, name: str, day: date) -> str:
    """Write a new file of `kind`, named after `name`; return its path.

    Raises:
        Stop: there is no name, it is taken, or the file is there already.
    """
    if not any(letter.isalnum() for letter in name):
        raise Stop("Manca il nome del file nuovo.", f"Scrivi: {USAGE[kind]}", "no name given")
    words = slug(name.removesuffix(".md"))[:LONGEST].strip("-")
    stem = f"{day}-{words}" if kind == "news" else words
    path = f"{FOLDERS[kind]}/{stem}.md"
    if isinstance(place_of(path), Problem):
        raise Stop(
            f"Il nome «{stem}» è già un indirizzo del sito.", "Scegline un altro.", "reserved name"
        )
    title = " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
    texts = {
        "mark": MARK,
        "today": day,
        "date": written(day),
        "title": title,
        "order": next_order(root),
    }
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        with (root / path).open("x", encoding="utf-8") as file:
            file.write(FORMS[kind].format(**texts))
    except FileExistsError:
        what = f"Il file {path} c'è già."
        raise Stop(what, "Aprilo, oppure scegli un altro nome.", "file exists") from None
    return path


def written(day: date) -> str:
    """Return a day as readers read it beside a source: 22 novembre 2026."""
    return format_date(day, "d MMMM y", locale=ITALIAN.locale_id)


def next_order(root: Path) -> int:
    """Return the place after the last page of the lists."""
    pages = read_content(root).pages.values()
    return max((page.fields.get("order", 0) for page in pages), default=0) + 1


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=FORMS)
    parser.add_argument("name")
    chosen = parser.parse_args(arguments)
    try:
        path = create(Path.cwd(), chosen.kind, chosen.name, today())
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    print(f"Ho preparato {path}")
    print(f"Aprilo, scrivi al posto di «{MARK}», poi: make html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
