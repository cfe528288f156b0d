# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on numbers and addresses: they stand in the registry, are right, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import phonenumbers
from phonenumbers import shortnumberinfo

from ..body import Macro
from ..contacts import Contact, digits
from ..content import Content
from ..problem import Fault, check, nearest
from ..source import Source
from .links import inline_pieces

MACROS = ("contact", "phone", "email")
_NUMBER = re.compile(r"(?<![\w/.,#=&?%-])\+?\(?\d(?:[\s\u00a0\u202f.()/-]{0,2}\d)+(?![\w/])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[-–/]\d{2,4}")
_LAW_OR_SUM = re.compile(
    r"(?:art(?:icol[oi]|icle|\.)?|artt\.|commi?|n\.|legge|law|no\.|€|euro?s?)\s*$", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+")


def macros_in(source: Source) -> Iterator[tuple[Macro, int]]:
    """Yield every macro of a file with its line."""
    seen: dict[str, int] = {}
    for macro in source.body.macros:
        needle = f'{macro.name}("{macro.id}")'
        seen[needle] = seen.get(needle, 0) + 1
        yield macro, source.line_of(needle, seen[needle])
    for key, body in inline_pieces(source):
        for macro in body.macros:
            yield macro, source.lines[key]


@check("MACRO-01", "Ogni macro si legge ed è una di quelle previste")
def unreadable_macro(content: Content) -> Iterator[Fault]:
    """A half-written macro would show its braces to the reader instead of the number."""
    example = '{{ phone("antitratta") }}'
    for source in content.sources:
        for macro, line in macros_in(source):
            if macro.name not in MACROS:
                guess = nearest(macro.name, MACROS)
                yield Fault(
                    source.path, line, f"La macro «{macro.written}» non esiste.",
                    f'Forse volevi: {{{{ {guess or "phone"}("{macro.id}") }}}}', "unknown macro",
                )  # fmt: skip
            elif macro.name == "contact" and not macro.alone:
                yield Fault(
                    source.path, line, f"La scheda «{macro.written}» sta dentro una frase.",
                    "Mettila da sola, con una riga vuota sopra e una sotto.", "card inside a sentence",
                )  # fmt: skip
        for text, line in _texts(source):
            if "{{" in text or "}}" in text:
                yield Fault(
                    source.path, line, "Qui ci sono parentesi graffe che non formano una macro.",
                    f"Scrivi così: {example}", "braces that are not a macro",
                )  # fmt: skip


def _texts(source: Source) -> Iterator[tuple[str, int]]:
    """Yield each line of prose and each text of the front matter, macros removed."""
    macro = re.compile(r'\{\{\s*\w+\s*\(\s*"[^"{}]*"\s*\)\s*\}\}')
    for number, line in enumerate(source.text.split("\n"), start=source.first_line):
        yield macro.sub(" … ", line), number
    for key in ("title", "description", "act"):
        yield macro.sub(" … ", source.fields.get(key, "")), source.lines.get(key, 1)


@check("CONTATTO-01", "Ogni macro nomina un contatto del registro, che ha quel dato")
def unknown_contact(content: Content) -> Iterator[Fault]:
    """A number that is not in the registry is a number nobody keeps up to date."""
    wants = {"phone": "dial", "email": "email"}
    names = {path.rsplit("/", 1)[1].removesuffix(".md") for path in content.paths if "/contacts/it/" in path}
    for source in content.sources:
        for macro, line in macros_in(source):
            contact = content.contacts.get(macro.id)
            if contact is None and macro.id not in names:
                guess = nearest(macro.id, names)
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
            loose = contact and (not contact.confirmed or "expires_on" in contact.facts)
            if loose and macro.name != "contact" and not contact.essential:
                yield Fault(
                    source.path, line, f"Il contatto «{macro.id}» può sparire e lascerebbe la frase a metà.",
                    f'Usa la scheda, da sola in un paragrafo: {{{{ contact("{macro.id}") }}}}',
                    "inline macro for a contact that may be hidden",
                )  # fmt: skip


@check("CONTATTO-03", "I numeri e gli indirizzi e-mail si scrivono solo nel registro")
def number_outside_registry(content: Content) -> Iterator[Fault]:
    """A number typed in a page goes on being wrong there after it has changed (R71)."""
    known = {digits(contact.facts["phone"]): contact for contact in content.contacts.values() if "phone" in contact.facts}
    for source in content.sources:
        for text, line in _texts(source):
            prose = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
            for written, macro in _typed(prose, known, content):
                yield Fault(
                    source.path, line, f"«{written}» è scritto nella pagina.",
                    f"Sostituiscilo con {macro}: così, se cambia, cambia ovunque.",
                    "phone number or e-mail outside the registry",
                )  # fmt: skip


def _typed(prose: str, known: dict[str, Contact], content: Content) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(prose):
        written = digits(match[0])
        local = written.removeprefix("0039").removeprefix("39") if len(written) > 7 else written
        if _DATE.search(match[0]) or _LAW_OR_SUM.search(prose[: match.start()]):
            continue
        if len(written) >= 7 or (local in known and not _is_sum(prose, match)):
            contact = known.get(local) or known.get(written)
            name = contact.id if contact else "nome-del-contatto"
            yield match[0].strip(), f'{{{{ phone("{name}") }}}}'
    for match in _EMAIL.finditer(prose):
        owner = next((c.id for c in content.contacts.values() if match[0] in c.facts.get("email", ())), "nome-del-contatto")
        yield match[0], f'{{{{ email("{owner}") }}}}'


def _is_sum(prose: str, match: re.Match[str]) -> bool:
    """Whether a short number counts something: euros, or a decimal or thousand goes on."""
    return bool(re.match(r"\s*(?:€|euro|%|milioni|[.,]\d)", prose[match.end() :]))


@check("CONTATTO-04", "Il numero che si vede e quello che si compone sono lo stesso, e sono giusti")
def wrong_number(content: Content) -> Iterator[Fault]:
    """A link that dials another number than the one shown, or none at all, may cost a life (R73)."""
    for contact in content.contacts.values():
        source, facts = contact.words_italian, contact.facts
        if "phone" in facts and "dial" not in facts or "dial" in facts and "phone" not in facts:
            key = "phone" if "phone" in facts else "dial"
            yield Fault(
                source.path, source.lines[key], "Ci vogliono tutti e due: phone e dial.",
                f'Aggiungi la riga che manca, per esempio dial: "{digits(facts[key])}"', "phone without dial",
            )  # fmt: skip
        elif "phone" in facts and digits(facts["phone"]) != digits(facts["dial"]).removeprefix("39" if facts["dial"].startswith("+") else ""):
            yield Fault(
                source.path, source.lines["dial"], f"Si vede «{facts['phone']}» ma si compone «{facts['dial']}».",
                "Scrivi le stesse cifre in phone e in dial.", "shown and dialled numbers differ",
            )  # fmt: skip
        elif "dial" in facts and not _dialable(facts["dial"]):
            yield Fault(
                source.path, source.lines["dial"], f"«{facts['dial']}» non è un numero italiano.",
                "Controlla le cifre; i numeri brevi e verdi si scrivono senza +39, gli altri con +39.",
                "not a number that works in Italy",
            )  # fmt: skip


def _dialable(dial: str) -> bool:
    """Whether an Italian phone reaches `dial` (phonenumbers' two modules)."""
    number = phonenumbers.parse(dial, "IT")
    if shortnumberinfo.is_valid_short_number_for_region(number, "IT"):
        return not dial.startswith("+")
    toll_free = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE
    return phonenumbers.is_valid_number(number) and toll_free != dial.startswith("+")


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
    for name in ("112", "antitratta"):
        contact = content.contacts.get(name)
        if contact and not contact.essential:
            yield Fault(
                contact.words_italian.path, 1, f"Il contatto «{name}» è su ogni pagina e non è essenziale.",
                "Aggiungi la riga: essential: yes", "essential contact not marked",
            )  # fmt: skip
        elif not contact and not any(path.endswith(f"/contacts/it/{name}.md") for path in content.paths):
            yield Fault(
                f"content/contacts/it/{name}.md", 1, f"Manca il contatto essenziale «{name}».",
                "Rimetti il file com'era.", "essential contact missing",
            )  # fmt: skip


@check("CONTATTO-06", "Le lingue di un contatto hanno un nome che il sito sa scrivere")
def unnamed_language(content: Content) -> Iterator[Fault]:
    """A tag with a slip would silently drop a language that the line does speak."""
    for contact in content.contacts.values():
        source = contact.words_italian
        for tag, _ in groupby(contact.facts.get("languages", ())):
            if tag not in ("others", *LESSER_KNOWN) and not source.place.language.name_of(tag):
                yield Fault(
                    source.path, source.lines["languages"], f"La lingua «{tag}» non ha un nome in CLDR.",
                    "Controlla il codice; se è giusto, scrivi others al suo posto.", "language unknown to CLDR",
                )  # fmt: skip


LESSER_KNOWN = ("fuf", "mnk", "skr")  # spoken by the helpdesk; CLDR has no Italian name

CHECKS = (
    unreadable_macro, unknown_contact, hidden_contact_in_a_sentence, number_outside_registry,
    wrong_number, essential_contact_weakened, unnamed_language,
)  # fmt: skip
