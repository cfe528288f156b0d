# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on numbers and e-mails: typed in a page they are refused, in the registry they are right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import shortnumberinfo

from ..contacts import Contact, digits
from ..content import Content
from ..problem import Fault, check
from .contacts import prose_of

# What is no phone number, blanked before the search: the rest of a line keeps its place.
_HARMLESS = re.compile(
    r"""
    \{\{.*?\}\}                                                  # a macro, however written
    | \]\([^)\s]*\) | https?://\S+                              # addresses
    | (?<![\d./-])(?:19|20)\d\d-\d\d-\d\d(?!-?\d)                       # 2026-11-22
    | (?<![\d./-])_DATE_(?:\s*[-–]\s*_DATE_)?(?![\d./-]\d|\d)      # 22/11/2026, 1.10.2026-22.11.2026
    | (?<![\d.,:])\d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?(?![\d.:]\d|\d)  # 9.30-18.00
    | (?<![\d./-])(?:19|20)\d\d\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d)(?![\d./-]\d|\d)  # 2022-2024
    | (?<![\d.:/–-])_HOURS_(?:[ /]+_HOURS_)+(?![\d.:/–-]*\d)         # 9-13 14-18
    | (?<![\d./-])(?:\d{1,7}/(?:19|20)\d\d|(?:19|20)\d\d/\d{1,7})(?!\d)  # 199/2016, 0012345/2026
    | (?:\biva|\bc\.?\s?f\.?|\bfiscale)\b[^\d\n]{0,40}\d{11}(?!\d)    # Partita IVA 01234567890
    | \bIT\d\d(?:[ ]?[A-Z\d]){23}\b | \b97[89](?:[ -]?\d){10}(?!\d)  # an IBAN, an ISBN
    | \b(?:art(?:icol[oi]|icles?|\.)?|artt\.|commi?|legge|law|nn?[.°]|no\.)\s*\d{1,4}(?![\d./\s-]*\d)  # art. 112
    | [€£]\s*\d[\d.,]* | (?<![\d.])\d[\d.,]*\s*(?:€|euros?\b|%|milion\w*|million\w*)      # 7.000 euro
    """.replace("_DATE_", r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d").replace(
        "_HOURS_", r"(?:[01]?\d|2[0-4])[-–](?:[01]?\d|2[0-4])"
    ),
    re.VERBOSE | re.IGNORECASE,
)
# 2.562, 1.250.000; but 800.290.290 is called.
_GROUPED = re.compile(
    r"(?<![\d.])(?!(?:80[03]|84[08]|[18]99)\.\d{3}\.\d)\d{1,3}(?:\.\d{3})+(?![\d.]\d|\d)"
)
_ITALY = re.compile(r"^\s*\(?(?:\+|00)39")
_BETWEEN = r"(?:[ \u00a0\u202f.()/–-]{0,3}|[ ]?\n)"
_NUMBER = re.compile(rf"(?<![\w/=&#?%])(?:\+|\()?\d(?:{_BETWEEN}\d)*(?![\w/])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
# How a number that is called from Italy begins: the area, a mobile phone, a special line, a country.
_CALLED = re.compile(r"0[1-9]\d{5,9}|3\d{8,10}|(?:80[03]|84[08]|199|89\d)\d{4,7}|00[1-9]\d{6,12}")
SHORTEST = 7  # digits that make a phone number, whatever stands between them (design.md §4)


@check("CONTATTO-03", "I numeri e gli indirizzi e-mail si scrivono solo nel registro")
def number_outside_registry(content: Content) -> Iterator[Fault]:
    """A number typed in a page goes on being wrong there after it has changed (R71)."""
    known = {
        _national(contact.facts["phone"]): contact
        for contact in content.contacts.values()
        if "phone" in contact.facts
    }
    for source in content.sources:
        for text, line in prose_of(source):
            for position, written, cure in _typed(text, known, content):
                yield Fault(
                    source.path, line + text.count("\n", 0, position),
                    f"«{' '.join(written.split())}» è scritto nella pagina.",
                    cure, "phone number or e-mail outside the registry",
                )  # fmt: skip


def _typed(
    text: str, known: dict[str, Contact], content: Content
) -> Iterator[tuple[int, str, str]]:
    """Yield (position, number or e-mail, the cure) for what is typed in `text`."""
    prose = _HARMLESS.sub(_blank, text.replace("&nbsp;", "\u00a0"))
    prose = _GROUPED.sub(_blank, prose)
    for match in _NUMBER.finditer(prose):
        contact = known.get(_national(match[0]))
        if contact or _called(match[0]):
            yield match.start(), match[0], _cure("phone", contact)
    for match in _EMAIL.finditer(prose):
        owners = (c for c in content.contacts.values() if match[0] in c.facts.get("email", ()))
        yield match.start(), match[0], _cure("email", next(owners, None))


def _called(number: str) -> bool:
    """Whether `number` is or holds one that somebody may call: no protocol, code or sum begins so."""
    if number.startswith("+"):
        return len(digits(number)) >= SHORTEST
    groups = [digits(group) for group in re.findall(r"\d+", number)]
    return any(
        _CALLED.fullmatch("".join(groups[first : last + 1]))
        for first in range(len(groups))
        for last in range(first, len(groups))
    )


def _cure(name: str, contact: Contact | None) -> str:
    """Return what to write instead of a number or an e-mail, of a contact or of nobody known."""
    if contact is None:
        return f'Mettilo nel registro (make contact) e scrivi qui {{{{ {name}("nome-del-contatto") }}}}'
    macro = f'{{{{ {name}("{contact.id}") }}}}'
    if not contact.lasting:  # it could leave half a sentence behind
        macro = f'{{{{ contact("{contact.id}") }}}}, da solo in un paragrafo'
    return f"Sostituiscilo con {macro}: così, se cambia, cambia ovunque."


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


@check("CONTATTO-04", "Il numero che si vede e quello che si compone sono lo stesso, e sono giusti")
def wrong_number(content: Content) -> Iterator[Fault]:
    """A link that dials another number than the one shown, or none at all, may cost a life (R73)."""
    for contact in content.contacts.values():
        source, facts = contact.words_italian, contact.facts
        if ("phone" in facts) != ("dial" in facts):
            key = "phone" if "phone" in facts else "dial"
            yield Fault(
                source.path, source.lines[key], "Ci vogliono tutti e due: phone e dial.",
                f'Aggiungi la riga che manca, per esempio dial: "{digits(facts[key])}"', "phone without dial",
            )  # fmt: skip
        elif "phone" in facts and _national(facts["phone"]) != _national(facts["dial"]):
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


def _national(number: str) -> str:
    """Return the digits of a number without Italy's +39 or 0039."""
    return digits(_ITALY.sub("", number))


def _dialable(dial: str) -> bool:
    """Whether an Italian phone reaches `dial` (phonenumbers' two modules)."""
    number = phonenumbers.parse(dial, "IT")
    if shortnumberinfo.is_valid_short_number_for_region(number, "IT"):
        return not dial.startswith("+")
    toll_free = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE
    return phonenumbers.is_valid_number(number) and toll_free != dial.startswith("+")


CHECKS = (number_outside_registry, wrong_number)
