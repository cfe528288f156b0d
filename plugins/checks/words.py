# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the catalogues: every word of the interface exists in every published language."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..languages import LANGUAGES
from ..problem import WARNING, Fault, check
from ..words import catalogue_path, faults

SHOWN = 5  # messages named in one report


@check("PAROLE-01", "Una lingua si pubblica quando ha tutte le parole dell'interfaccia", WARNING)
def incomplete_catalogue(content: Content) -> Iterator[Fault]:
    """A page that speaks two languages at once tells the reader it was not made for them (R42)."""
    for language in LANGUAGES:
        found = faults(content.root, language)
        if found:
            named = "; ".join(f"«{fault.message}»: {fault.what}" for fault in found[:SHOWN])
            more = f" e altre {len(found) - SHOWN}" if len(found) > SHOWN else ""
            yield Fault(
                catalogue_path(language), found[0].line,
                f"La lingua «{language.tag}» non viene pubblicata. {named}{more}.",
                "Scrivi le traduzioni nelle righe msgstr; se una voce non c'è: make strings",
                "catalogue is not complete, language left out",
            )  # fmt: skip


CHECKS = (incomplete_catalogue,)
