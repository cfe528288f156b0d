# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how pages name contacts, and on the contacts every page leans on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..body import Macro, read_inline
from ..content import Content
from ..file_names import slug
from ..languages import spoken_in
from ..problem import Fault, check, nearest
from ..schema import CONTACT, meant_key
from ..source import Source

ESSENTIAL = ("112", "antitratta")  # on every page; CONTATTO-05 tells when they are gone
MACROS = ("contact", "phone", "email")


def macros_in(source: Source) -> Iterator[tuple[Macro, int]]:
    """Yield every macro of a file with its line."""
    seen: dict[str, int] = {}
    for macro in source.body.macros:
        needle = f'{macro.name}("{macro.id}")'
        seen[needle] = seen.get(needle, 0) + 1
        yield macro, source.line_of(needle, seen[needle])
    for text, line in source.texts("act"):  # in a source MACRO-01 tells each
        for macro in read_inline(text).macros:
            yield macro, line


@check("MACRO-01", "Ogni macro si legge, è una di quelle previste e sta al suo posto")
def unreadable_macro(content: Content) -> Iterator[Fault]:
    """A half-written macro would show its braces to the reader instead of the number."""
    for source in content.sources:
        yield from _unknown_macros(source)
        for written, line in _out_of_place(source):
            yield Fault(
                source.path, line,
                f"La macro «{written}» sta in un titolo, in una descrizione, in una fonte o in un indirizzo.",
                "Toglila da qui e mettila nel testo della pagina.", "macro where only plain words can stand",
            )  # fmt: skip
        for text, line in prose_of(source):
            braces = re.search(r"[{}]", text)
            if braces:
                yield Fault(
                    source.path, line + text.count("\n", 0, braces.start()),
                    "Qui ci sono parentesi graffe che non formano una macro.",
                    f"Scrivi così: {_meant_macro(text[braces.start() :])}", "braces that are not a macro",
                )  # fmt: skip


def _meant_macro(text: str) -> str:
    """Return the macro that its author meant: quotes of Word, single ones, or none."""
    found = re.match(r"\{\{?\s*(\w+)\W+([\w-]+)", text)
    if not found or not nearest(found[1], MACROS):
        return '{{ phone("antitratta") }}'
    return f'{{{{ {nearest(found[1], MACROS)}("{found[2]}") }}}}'


def _unknown_macros(source: Source) -> Iterator[Fault]:
    for macro, line in macros_in(source):
        if macro.name not in MACROS:
            yield Fault(
                source.path, line, f"La macro «{macro.written}» non esiste.", _meant_name(macro), "unknown macro",
            )  # fmt: skip
        elif macro.name == "contact" and source.place.kind == "contact":
            yield Fault(
                source.path, line, f"La scheda «{macro.written}» sta dentro un'altra scheda.",
                "Toglila da qui e mettila nella pagina, da sola in un paragrafo.", "card inside a card",
            )  # fmt: skip
        elif macro.name == "contact" and not macro.alone:
            yield Fault(
                source.path, line, f"La scheda «{macro.written}» sta dentro una frase.",
                "Mettila da sola, senza asterischi né trattini, con una riga vuota sopra e una sotto.", "card inside a sentence",
            )  # fmt: skip


def _meant_name(macro: Macro) -> str:
    """Return the cure for a macro that does not exist: some facts are shown by the card alone."""
    meant = nearest(macro.name, MACROS) or meant_key(macro.name, [key.name for key in CONTACT])
    if meant and meant not in MACROS:
        return f'Usa la scheda, da sola in un paragrafo: {{{{ contact("{macro.id}") }}}}'
    return f'Forse volevi: {{{{ {meant or "phone"}("{macro.id}") }}}}'


def prose_of(source: Source) -> Iterator[tuple[str, int]]:
    """Yield (text, its first line) for the body and each text of the front matter, without macros."""
    yield _MACRO.sub(_same_length, source.text), source.first_line
    for text, line in source.texts("title", "description", "act", "address", "image_alt"):
        yield _MACRO.sub(_same_length, text), line


_MACRO = re.compile(r'\{\{\s*\w+\s*\(\s*"[^"{}]*"\s*\)\s*\}\}')


def _same_length(match: re.Match[str]) -> str:
    return "…".ljust(len(match[0]))


def _out_of_place(source: Source) -> Iterator[tuple[str, int]]:
    """Yield (macro as written, line) for macros where only plain words can stand."""
    for text, line in source.texts("title", "description", "sources", "address", "image_alt"):
        for macro in _MACRO.finditer(text):
            yield macro[0], line
    for number, text in enumerate(source.text.split("\n"), start=source.first_line):
        for macro in _MACRO.finditer(text) if text.startswith("#") else ():
            yield macro[0], number


@check("CONTATTO-01", "Ogni macro nomina un contatto del registro, che ha quel dato")
def unknown_contact(content: Content) -> Iterator[Fault]:
    """A number that is not in the registry is a number nobody keeps up to date."""
    wants = {"phone": "dial", "email": "email"}
    for source in content.sources:
        for macro, line in macros_in(source):
            contact = content.contacts.get(macro.id)
            # CONTATTO-05 tells when an essential one is gone; a file with a fault tells it itself.
            told = macro.id in ESSENTIAL or slug(macro.id) in content.misplaced
            if not contact and not told:
                guess = nearest(slug(macro.id), content.contacts)
                yield Fault(
                    source.path, line, f"Il contatto «{macro.id}» non è nel registro.",
                    f"Forse volevi: {guess}" if guess else "Scegli un nome da content/contacts/it/, per esempio: antitratta",
                    "unknown contact",
                )  # fmt: skip
            elif contact and macro.name in wants and wants[macro.name] not in contact.facts:
                yield Fault(
                    source.path, line, f"Il contatto «{macro.id}» non ha {macro.name}.",
                    f'Scrivi la scheda intera: {{{{ contact("{macro.id}") }}}}', "contact lacks that fact",
                )  # fmt: skip


@check("CONTATTO-02", "Dentro una frase si nominano solo contatti confermati e senza scadenza")
def hidden_contact_in_a_sentence(content: Content) -> Iterator[Fault]:
    """When it is hidden the sentence would lose its end: a card can go, half a sentence cannot."""
    for source in content.sources:
        for macro, line in macros_in(source):
            contact = content.contacts.get(macro.id)
            if contact and not contact.lasting and macro.name != "contact":
                yield Fault(
                    source.path, line, f"Il contatto «{macro.id}» può sparire e lascerebbe la frase a metà.",
                    f'Usa la scheda, da sola in un paragrafo: {{{{ contact("{macro.id}") }}}}',
                    "inline macro for a contact that may be hidden",
                )  # fmt: skip


@check("CONTATTO-05", "112 e il numero verde restano sempre confermati ed essenziali")
def essential_contact_weakened(content: Content) -> Iterator[Fault]:
    """They are on every page: hiding one by mistake would take the way out from everybody."""
    for contact in content.contacts.values():
        source = contact.words_italian
        if contact.essential and not contact.confirmed:
            yield Fault(
                source.path, source.lines["status"], f"Il contatto essenziale «{contact.id}» è unconfirmed.",
                "Scrivi: status: confirmed", "essential contact not confirmed",
            )  # fmt: skip
    for name in ESSENTIAL:
        known = content.contacts.get(name)
        if known and not known.essential:
            yield Fault(
                known.words_italian.path, 1, f"Il contatto «{name}» è su ogni pagina e non è essenziale.",
                "Aggiungi la riga: essential: yes", "essential contact not marked",
            )  # fmt: skip
        elif f"content/contacts/it/{name}.md" not in content.paths:
            yield Fault(
                f"content/contacts/it/{name}.md", 1, f"Manca il contatto essenziale «{name}».",
                "Rimetti il file com'era.", "essential contact missing",
            )  # fmt: skip


@check("CONTATTO-06", "Le lingue di un contatto hanno un nome che il sito sa scrivere")
def unnamed_language(content: Content) -> Iterator[Fault]:
    """A tag with a slip would silently drop a language that the line does speak."""
    for contact in content.contacts.values():
        source = contact.words_italian
        for tag in contact.spoken:
            if tag not in ("others", *LESSER_KNOWN) and not source.place.language.name_of(tag):
                meant = spoken_in(tag)
                name = source.place.language.name_of(meant)
                yield Fault(
                    source.path, source.lines["languages"], f"Nessuna lingua conosciuta ha il codice «{tag}».",
                    f"Forse volevi: {meant} ({name})" if name
                    else "Controlla il codice; se è giusto, scrivi others al suo posto.", "language unknown to CLDR",
                )  # fmt: skip


LESSER_KNOWN = ("fuf", "mnk", "skr")  # spoken by the helpdesk; CLDR has no Italian name

CHECKS = (
    unreadable_macro, unknown_contact, hidden_contact_in_a_sentence, essential_contact_weakened,
    unnamed_language,
)  # fmt: skip
