# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on what the Comune sets in pelicanconf.py: what only the Comune can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..problem import WARNING, Fault, check

FILE = "pelicanconf.py"
DECLARATION = "https://form.agid.gov.it/"


@check("IMPOSTAZIONE-01", "Il collegamento alla dichiarazione di accessibilità è quello di AgID")
def foreign_declaration(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """A home-made declaration does not satisfy the law (R88, facts.md §9)."""
    url = settings["MUNICIPALITY"]["accessibility_url"]
    if url and not url.startswith(DECLARATION):
        yield Fault(
            FILE, 1, f"La dichiarazione di accessibilità porta a «{url}».",
            f"Scrivi in accessibility_url l'indirizzo che comincia con {DECLARATION}",
            "accessibility_url is not AgID's form",
        )  # fmt: skip


@check("IMPOSTAZIONE-02", "La dichiarazione di accessibilità è pubblicata", WARNING)
def missing_declaration(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The Comune owes it to every reader with a disability, each year by 23 September."""
    if not settings["PREVIEW"] and not settings["MUNICIPALITY"]["accessibility_url"]:
        yield Fault(
            FILE, 1, "Manca la dichiarazione di accessibilità.",
            "Chiedi al responsabile per la transizione digitale (RTD) del Comune di compilarla su "
            f"{DECLARATION} e scrivi il suo indirizzo in accessibility_url.",
            "no accessibility statement yet",
        )  # fmt: skip


CHECKS = (foreign_declaration, missing_declaration)
