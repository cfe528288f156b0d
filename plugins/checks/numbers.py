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

_NUMBER = re.compile(r"(?<![\w/.,#=&?%-])\+?\(?\d(?:[\s\u00a0\u202f.()/-]{0,2}\d)+(?![\w/])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[-–/]\d{2,4}")
_LAW_OR_SUM = re.compile(
    r"(?:art(?:icol[oi]|icle|\.)?|artt\.|commi?|n\.|legge|law|no\.|€|euro?s?)\s*$", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+")


@check("CONTATTO-03", "I numeri e gli indirizzi e-mail si scrivono solo nel registro")
def number_outside_registry(content: Content) -> Iterator[Fault]:
    """A number typed in a page goes on being wrong there after it has changed (R71)."""
    known = {
        digits(contact.facts["phone"]): contact
        for contact in content.contacts.values()
        if "phone" in contact.facts
    }
    for source in content.sources:
        for text, line in prose_of(source):
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
        owner = next(
            (c.id for c in content.contacts.values() if match[0] in c.facts.get("email", ())),
            "nome-del-contatto",
        )
        yield match[0], f'{{{{ email("{owner}") }}}}'


def _is_sum(prose: str, match: re.Match[str]) -> bool:
    """Whether a short number counts something: euros, or a decimal or thousand goes on."""
    return bool(re.match(r"\s*(?:€|euro|%|milioni|[.,]\d)", prose[match.end() :]))


@check("CONTATTO-04", "Il numero che si vede e quello che si compone sono lo stesso, e sono giusti")
def wrong_number(content: Content) -> Iterator[Fault]:
    """A link that dials another number than the one shown, or none at all, may cost a life (R73)."""
    for contact in content.contacts.values():
        source, facts = contact.words_italian, contact.facts
        if ("phone" in facts and "dial" not in facts) or ("dial" in facts and "phone" not in facts):
            key = "phone" if "phone" in facts else "dial"
            yield Fault(
                source.path, source.lines[key], "Ci vogliono tutti e due: phone e dial.",
                f'Aggiungi la riga che manca, per esempio dial: "{digits(facts[key])}"', "phone without dial",
            )  # fmt: skip
        elif "phone" in facts and digits(facts["phone"]) != digits(facts["dial"]).removeprefix(
            "39" if facts["dial"].startswith("+") else ""
        ):
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


CHECKS = (number_outside_registry, wrong_number)
