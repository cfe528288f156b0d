# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the catalogues: every word of the interface exists in every published language."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..languages import LANGUAGES, Language
from ..po_file import WordFault
from ..problem import WARNING, Fault, check
from ..words import catalogue_path

SHOWN = 5  # messages named in one report


@check("PAROLE-01", "Una lingua si pubblica quando ha tutte le parole dell'interfaccia", WARNING)
def incomplete_catalogue(content: Content) -> Iterator[Fault]:
    """A page that speaks two languages at once tells the reader it was not made for them (R42)."""
    for language in LANGUAGES:
        if not _published_before(content, language):
            yield from _incomplete(content, language, "non viene pubblicata")


@check("PAROLE-02", "Una lingua già pubblicata conserva tutte le parole dell'interfaccia")
def broken_catalogue(content: Content) -> Iterator[Fault]:
    """Left out, it would take away the pages that people have kept the address of (R42)."""
    for language in LANGUAGES:
        if _published_before(content, language):
            yield from _incomplete(content, language, "è già pubblicata e non può sparire")


def _published_before(content: Content, language: Language) -> bool:
    """Whether an address of this language is recorded as published."""
    return any(address.startswith(f"/{language.folder}/") for address, _, _ in content.addresses)


def _incomplete(content: Content, language: Language, fate: str) -> Iterator[Fault]:
    """Yield the one fault of a language whose catalogue lacks words."""
    found = content.word_faults[language.tag]
    if found:
        named = "; ".join(_named(fault) for fault in found[:SHOWN])
        more = f" e altre {len(found) - SHOWN}" if len(found) > SHOWN else ""
        yield Fault(
            catalogue_path(language), found[0].line,
            f"La lingua «{language.tag}» {fate}. {named}{more}.",
            found[0].how or "Scrivi le traduzioni nelle righe msgstr; se una voce non c'è: make strings",
            "catalogue is not complete",
        )  # fmt: skip


def _named(fault: WordFault) -> str:
    return f"«{fault.message}»: {fault.what}" if fault.message else fault.what


CHECKS = (incomplete_catalogue, broken_catalogue)
