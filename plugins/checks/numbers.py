# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on numbers and e-mails: typed in a page they are refused, in the registry they are right."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import phonenumbers
from phonenumbers import shortnumberinfo

from ..contacts import digits
from ..content import Content
from ..problem import Fault, check
from ..source import Source
from .contacts import prose_of

# What is no phone number, blanked before the search: the rest of a line keeps its place.
_HARMLESS = re.compile(
    r"""
    \{\{.*?\}\}                                                  # a macro, however written
    | \]\([^)\s]*\) | https?://\S+ | <[^<>\s]+@[^<>\s]+>         # addresses; HTML-01 tells the last
    | (?<![\d./-])(?:19|20)\d\d-\d\d-\d\d(?!-?\d)                       # 2026-11-22
    | (?<![\d./-])_DATE_(?:\s*-\s*_DATE_)?(?![\d./-]\d|\d)      # 22/11/2026, 1.10.2026-22.11.2026
    | (?<![\d.,:])\d{1,2}[:.]\d\d(?:\s*-\s*\d{1,2}[:.]\d\d)?(?![\d.:]\d|\d)  # 9.30-18.00
    | (?<![\d./-])_DAY_(?:\s*-\s*_DAY_)+(?![\d./-]\d|\d)          # 05/12 - 20/12
    | (?<![\d./-])(?:19|20)\d\d\s*[-/]\s*(?:(?:19|20)\d\d|\d\d)(?![\d./-]\d|\d)  # 2022-2024
    | (?<![\d.:/-])_HOURS_(?:[ /]+_HOURS_)+(?![\d.:/-]*\d)         # 9-13 14-18
    | (?<![\d./-])(?:\d{1,7}/(?:19|20)\d\d|(?:19|20)\d\d/\d{1,7})(?!\d)  # 199/2016, 0012345/2026
    | (?:\biva|\bp\.\s?i|\bc\.?\s?f|\bfisc(?:ale)?)\b[^\d\n]{0,40}\d{11}(?!\d)    # Partita IVA 01234567890
    | \b(?:ci[gp]|cup|c\.?c\.?p\.?|issn|matricola|prot(?:ocollo)?\.?)[\s:.n°]{0,6}\d[\d-]{6,11}(?!\d)  # CIG 8034567890
    | \bIT\d\d(?:[ ]?[A-Z\d]){23}\b | \b97[89](?:[ -]?\d){10}(?!\d)  # an IBAN, an ISBN
    | \b(?:art(?:icol[oi]|icles?|\.)?|artt\.|commi?|legge|law|nn?[.°]|no\.)\s*\d{1,4}(?![\d./\s-]*\d)  # art. 112
    | [€£]\s*\d[\d.,]* | (?<![\d.])\d[\d.,]*\s*(?:€|euros?\b|%|milion\w*|million\w*)      # 7.000 euro
    """.replace("_DATE_", r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d")
    .replace("_DAY_", r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
    .replace("_HOURS_", r"(?:[01]?\d|2[0-4])-(?:[01]?\d|2[0-4])"),
    re.VERBOSE | re.IGNORECASE,
)
# 2.562, 1.250.000, 800.000.000; but 800.290.290 is called.
_GROUPED = re.compile(
    r"(?<![\d.])(?!(?:80[03]|84[08]|[18]99)\.(?!000\.000)\d{3}\.\d)\d{1,3}(?:\.\d{3})+(?![\d.]\d|\d)"
)
_ITALY = re.compile(r"^\s*\(?(?:\+|00)39")
# The spaces and dashes of Word, as a keyboard writes them.
_PLAIN = str.maketrans("\u00a0\u2007\u2008\u2009\u202f\u2010\u2011\u2012\u2013\u2014", "     -----")
_BETWEEN = r"(?:[ .()/*-]{0,5}|[ ]?\n)"
_NUMBER = re.compile(rf"(?<![\w/=&#?%])(?:\+|\()?\d(?:{_BETWEEN}\d)*(?![\w/])")
_CHAT = re.compile(
    r"(?:https?://)?[\w.]*(?:wa\.me/|whatsapp\.com/send/?\?phone=)\+?(\d+)", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
# How a number that is called from Italy begins: the area, a mobile phone, a special line, a country.
_CALLED = re.compile(r"0[1-9]\d{5,9}|3\d{8,10}|(?:80[03]|84[08]|199|89\d)\d{4,7}|00[1-9]\d{6,12}")
SHORTEST = 7  # digits that make a phone number, whatever stands between them (design.md §4)


@check("CONTATTO-03", "I numeri e gli indirizzi e-mail si scrivono solo nel registro")
def number_outside_registry(content: Content) -> Iterator[Fault]:
    """A number typed in a page goes on being wrong there after it has changed (R71)."""
    macros = _macros(content)
    for source in content.sources:
        for text, first in prose_of(source):
            for position, written, fact, name in _typed(text, macros):
                line = first + text.count("\n", 0, position)
                yield Fault(
                    source.path, line, f"«{' '.join(written.split())}» è scritto nella pagina.",
                    _cure(name, macros.get(fact, ""), source, line), "phone number or e-mail outside the registry",
                )  # fmt: skip


def _macros(content: Content) -> dict[str, str]:
    """Return what to write instead of every number and e-mail of the registry."""
    macros: dict[str, str] = {}
    for contact in content.contacts.values():
        for name in ("phone", "email", "whatsapp"):
            macro = f'{{{{ {name}("{contact.id}") }}}}'
            if name == "whatsapp" or not contact.lasting:  # it could leave half a sentence behind
                macro = f'{{{{ contact("{contact.id}") }}}}, da solo in un paragrafo'
            for fact, _ in contact.words_italian.texts(name):
                macros.setdefault(fact if name == "email" else _national(fact), macro)
    return macros


def _typed(text: str, known: Container[str]) -> Iterator[tuple[int, str, str, str]]:
    """Yield (position, as written, number or e-mail, what it is) for what is typed in `text`."""
    text = text.replace("&nbsp;", "\u00a0")
    for match in _CHAT.finditer(text):
        yield match.start(), match[0], _national(f"+{match[1]}"), "whatsapp"
    prose = _GROUPED.sub(_blank, _HARMLESS.sub(_blank, text.translate(_PLAIN)))
    for match in _NUMBER.finditer(prose):
        if _national(match[0]) in known or _called(match[0]):
            yield match.start(), text[match.start() : match.end()], _national(match[0]), "phone"
    for match in _EMAIL.finditer(prose):
        yield match.start(), match[0], match[0], "email"


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


def _cure(name: str, macro: str, source: Source, line: int) -> str:
    """Return what to do with a number or an e-mail that `macro` shows, "" when nobody has it."""
    here = line not in _lines_without_macros(source)
    if not here and source.place.kind == "contact":
        return f"Toglilo da qui: il suo posto è la riga {name}."
    if macro and here:
        return f"Sostituiscilo con {macro}: così, se cambia, cambia ovunque."
    if macro:
        return f"Toglilo da qui e scrivi nel testo {macro}"
    new = f'{{{{ {"contact" if name == "whatsapp" else name}("nome-del-contatto") }}}}'
    return f"Mettilo nel registro (make contact) e scrivi {'qui' if here else 'nel testo, non qui,'} {new}"


def _lines_without_macros(source: Source) -> set[int]:
    """Return the lines where MACRO-01 lets no macro stand: headings, and the front matter but `act`."""
    lines = enumerate(source.text.split("\n"), start=source.first_line)
    headings = {number for number, line in lines if line.startswith("#")}
    return headings | {line for key, line in source.lines.items() if key != "act"}


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
        yield from _wrong_chat(source)


def _wrong_chat(source: Source) -> Iterator[Fault]:
    for written, line in source.texts("whatsapp"):
        if not _dialable(f"+39{_national(written)}"):
            yield Fault(
                source.path, line, f"«{written}» non è un numero italiano.",
                "Controlla le cifre: ci vogliono tutte, dopo +39.", "not a WhatsApp number that works",
            )  # fmt: skip


def _national(number: str) -> str:
    """Return the digits of a number without Italy's +39 or 0039."""
    return digits(_ITALY.sub("", number))


def _dialable(dial: str) -> bool:
    """Whether an Italian phone reaches `dial` (phonenumbers' two modules)."""
    number = phonenumbers.parse(dial, "IT")
    if re.fullmatch(r"116\d{3}", dial):  # the harmonised numbers of the EU (Decision 2007/116/EC)
        return True
    if shortnumberinfo.is_valid_short_number_for_region(number, "IT"):
        return not dial.startswith("+")
    toll_free = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE
    return phonenumbers.is_valid_number(number) and toll_free != dial.startswith("+")


CHECKS = (number_outside_registry, wrong_number)
