# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on what the Comune sets in pelicanconf.py: what only the Comune can say.

They take the settings as written, and beside them CONTENT (what was read) and TEXT (of the file).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ..content import Content
from ..languages import ITALIAN
from ..problem import WARNING, Fault, check, nearest
from .headers import CORE_PAGES

FILE = "pelicanconf.py"
DECLARATION = "https://form.agid.gov.it/"
MENUS = ("NAVIGATION", "LEGAL_NAVIGATION")
_HOST = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
Form = tuple[Callable[[Any], object], str]


def _text(pattern: str, how: str) -> Form:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value), how


def _kind(kind: type, how: str) -> Form:
    return lambda value: isinstance(value, kind), how


def _names(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(name, str) for name in value)


def _hosts(value: Any) -> bool:
    return isinstance(value, dict) and all(
        re.fullmatch(_HOST, str(host)) and re.fullmatch("[a-z]{2,3}(?:-[A-Za-z]+)*", str(tag))
        for host, tag in value.items()
    )


_URL = _text(
    rf"(?i:https://{_HOST}(?::\d+)?(?:[/?]\S*)?)?",
    'Scrivi tra virgolette un indirizzo che comincia con https://, oppure lascia le virgolette vuote: ""',
)
# Each setting that staff may touch: whether it is as it must be, and what to do where it is not.
FORMS: dict[str, Form] = {
    "SITENAME": _text(r".*\S.*", 'Scrivi: SITENAME = "Mettiamo le ali"'),
    "SITEURL": _text(r"https?://[^\s/?#]+(?:/[\w.~-]+)*", 'Scrivi: SITEURL = "http://localhost:8000"'),
    "PREVIEW": _kind(bool, "Scrivi: PREVIEW = True"),
    "EDIT_URL": _text(
        r"(?:https://[^\s{}]+\{path\}[^\s{}]*)?",
        'Scrivi un indirizzo https:// con {path} al posto del file, oppure: EDIT_URL = ""',
    ),
    "TODAY": _kind(date, "Scrivi: TODAY = clock.today()"),
    "UNREVIEWED": _text("show|hide", 'Scrivi: UNREVIEWED = "show" oppure UNREVIEWED = "hide"'),
    "TIMEZONE": _text("Europe/Rome", 'Scrivi: TIMEZONE = "Europe/Rome"'),
    "DEFAULT_LANG": _text("it", 'Scrivi: DEFAULT_LANG = "it"'),
    "MUNICIPALITY": _kind(dict, "Rimetti com'erano le righe tra MUNICIPALITY = { e la sua }"),
    "MUNICIPALITY.name": _text(r".*\S.*", 'Scrivi: "name": "Comune di Crema",'),
    "MUNICIPALITY.url": _URL,
    "MUNICIPALITY.tax_code": _text(
        "(?:[0-9]{11})?", 'Scrivi le undici cifre tra virgolette, oppure lascia: "tax_code": "",'
    ),
    "MUNICIPALITY.transparency_url": _URL,
    "MUNICIPALITY.privacy_officer_url": _URL,
    "MUNICIPALITY.report_url": _URL,
    "MUNICIPALITY.accessibility_url": _text(".*", 'Scrivi: "accessibility_url": "",'),
    "NAVIGATION": (_names, 'Scrivi i nomi così: NAVIGATION = ("aiuto", "segnali")'),
    "LEGAL_NAVIGATION": (_names, 'Scrivi i nomi così: LEGAL_NAVIGATION = ("privacy", "mappa")'),
    "FOREIGN_HOSTS": (_hosts, 'Scrivi nome del sito e lingua così: "coe.int": "en",'),
}  # fmt: skip


@check("IMPOSTAZIONE-01", "Il collegamento alla dichiarazione di accessibilità è quello di AgID")
def foreign_declaration(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """A home-made declaration does not satisfy the law (R88, facts.md §9)."""
    url = _declaration(settings)
    if url and not url.startswith(DECLARATION):
        yield Fault(
            FILE, _line(settings, "accessibility_url"), f"La dichiarazione di accessibilità porta a «{url}».",
            f"Scrivi in accessibility_url l'indirizzo che comincia con {DECLARATION}",
            "accessibility_url is not AgID's form",
        )  # fmt: skip


@check("IMPOSTAZIONE-02", "La dichiarazione di accessibilità è pubblicata", WARNING)
def missing_declaration(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The Comune owes it to every reader with a disability, each year by 23 September."""
    if not settings.get("PREVIEW") and _declaration(settings) == "":
        yield Fault(
            FILE, _line(settings, "accessibility_url"), "Manca la dichiarazione di accessibilità.",
            "Chiedi al responsabile per la transizione digitale (RTD) del Comune di compilarla su "
            f"{DECLARATION} e scrivi il suo indirizzo in accessibility_url.",
            "no accessibility statement yet",
        )  # fmt: skip


@check("IMPOSTAZIONE-03", "Ogni impostazione si legge e ha la forma prevista")
def wrong_setting(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """It stands on every page: a slip here is a dead link or a foreign name on all of them."""
    for name, (right, how) in FORMS.items():
        group, _, key = name.rpartition(".")
        values = settings.get(group) if group else settings
        if not isinstance(values, Mapping):
            continue
        place = f"In {group}, {key}" if group else key
        if key not in values:
            guess = nearest(key, values) if group else ""
            add = f'Aggiungi la riga: "{key}": "",' if group and right("") else how
            yield Fault(
                FILE, _line(settings, guess or group or key), f"{place} non c'è.",
                f"Al posto di {guess} scrivi {key}" if guess else add, f"{name} is missing",
            )  # fmt: skip
        elif not right(values[key]):
            yield Fault(FILE, _line(settings, key), f"{place} è «{values[key]}».", how, f"{name} is not as it must be")  # fmt: skip


@check("IMPOSTAZIONE-04", "Le pagine dei menu ci sono")
def unknown_page(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """A menu that names no page would lead every reader of every page nowhere."""
    content: Content = settings["CONTENT"]
    known = [page_id for page_id, tag in content.pages if tag == ITALIAN.tag]
    for menu in MENUS:
        names: Any = settings.get(menu)
        for name in names if _names(names) else ():
            there = f"content/pages/it/{name}.md" in content.paths or name in CORE_PAGES
            if not there and name not in content.misplaced:
                guess = nearest(name, known)
                yield Fault(
                    FILE, _line(settings, menu), f"In {menu} c'è «{name}», ma la pagina no.",
                    f'Forse volevi: "{guess}"' if guess else f'Togli "{name}", oppure aggiungi la pagina.',
                    "menu names no page",
                )  # fmt: skip


def _declaration(settings: Mapping[str, Any]) -> str | None:
    """Return accessibility_url, None where it is not there or is no text."""
    facts = settings.get("MUNICIPALITY")
    url = facts.get("accessibility_url") if isinstance(facts, Mapping) else None
    return url if isinstance(url, str) else None


def _line(settings: Mapping[str, Any], name: str) -> int:
    """Return the line of the file that sets `name`, from 1; the first where none does."""
    text = settings["TEXT"]
    found = re.search(rf"""^[ ]*["']?{re.escape(name)}\b""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


CHECKS = (foreign_declaration, missing_declaration, wrong_setting, unknown_page)
