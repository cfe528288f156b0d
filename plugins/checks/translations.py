# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on translations: made from a known Italian version, in the right script, with its facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..clock import today
from ..contacts import digits
from ..content import Content
from ..freshness import TYPO, Change, base_version, changes_of, state_of
from ..languages import ITALIAN
from ..links import target_of
from ..page_text import read_terms
from ..problem import WARNING, Fault, check
from ..scripts import scripts_in
from ..source import Source

_GROUPED = re.compile(r"\d+(?:[.,\u00a0\u202f’'٬]\d{3})+(?!\d)|\d+")
_SPACES = re.compile(r"[ \t\n]+")  # the hard ones stay: they hold a number together
SOUGHT = 20  # letters by which a paragraph is found: further on it may go to a new line
LEAST_LETTERS = 12  # a shorter block may be all names
# "minore" is "under 18" elsewhere, and some languages write months as digits
USUAL = {"18", *map(str, range(1, 13))}
MOST_LATIN = 0.7  # share of Latin letters (Italian names) in a block of another script


def translations(content: Content) -> Iterator[tuple[Source, Source]]:
    """Yield (translation, its Italian original) for every translated page."""
    for (_, tag), page in sorted(content.pages.items()):
        original = content.original(page)
        if tag != ITALIAN.tag and original:
            yield page, original


@check("TRADUZIONE-01", "Ogni traduzione dice da quale versione italiana viene")
def unknown_version(content: Content) -> Iterator[Fault]:
    """Nobody could tell which paragraphs the reader's language has missed (R37)."""
    for page, _ in translations(content):
        if base_version(content, page) is None:
            current = content.versions[page.place.id].code
            yield Fault(
                page.path, page.lines["translated_from"],
                f"La versione «{page.fields['translated_from']}» non è nel registro delle versioni.",
                f"Rileggi la pagina intera, poi: make translated PAGE={page.place.id} "
                f"LANG={page.place.language.folder} (versione di oggi: {current})",
                "translated_from is not in the ledger",
            )  # fmt: skip


@check("TRADUZIONE-02", "Ogni traduzione segue l'italiano di oggi", WARNING)
def behind_the_italian(content: Content) -> Iterator[Fault]:
    """The reader's page says something that the Italian no longer says (R39)."""
    behind: dict[tuple[str, str, str], list[str]] = {}
    for page, original in translations(content):
        if base_version(content, page) is None:
            continue  # TRADUZIONE-01 has said so
        state = state_of(content, page.place.id, page.place.language)
        for section, weight in state.weights.items():
            if weight != TYPO:
                key = (original.path, section, weight)
                behind.setdefault(key, []).append(page.place.language.folder)
    for (path, section, weight), folders in sorted(behind.items()):
        yield Fault(
            path, 1, f"La sezione «{section}» è cambiata ({weight}): restano indietro {', '.join(folders)}.",
            "Guarda che cosa è cambiato con make translations; dopo aver riletto: make translated",
            "translations are behind the original",
        )  # fmt: skip


@check("TRADUZIONE-03", "Ogni modifica dell'italiano ha il suo peso in changes", WARNING)
def unweighed_change(content: Content) -> Iterator[Fault]:
    """A slip of the pen would make seventeen pages old, a danger would wait like any change."""
    told: set[tuple[str, str, str]] = set()
    for page, original in translations(content):
        base, current = base_version(content, page), content.versions[page.place.id]
        if not base:
            continue
        for section in current.changed_since(base):
            way = (section, base.code_of(section), current.code_of(section))
            if way in told or any(_is_way(change, way) for change in changes_of(original)):
                continue
            told.add(way)
            line = Change(today(), "normal", *way)
            yield Fault(
                original.path, original.lines.get("changes", 1),
                f"La sezione «{section}» è cambiata e changes non dice quanto pesa.",
                f'Aggiungi sotto changes: (se manca, scrivi prima quello) la riga:   - "{line}" (typo al posto '
                "di normal se il senso è lo stesso, safety se il testo vecchio è un pericolo)",
                "change of the original without a weight",
            )  # fmt: skip


def _is_way(change: Change, way: tuple[str, str, str]) -> bool:
    return change.section == way[0] and change.after == way[2]


@check("TRADUZIONE-04", "Ogni pagina è scritta con le lettere della sua lingua")
def foreign_script(content: Content) -> Iterator[Fault]:
    """A paragraph that came from another page is noise to its reader, and to a screen reader."""
    terms = read_terms(content.root)
    for source in content.sources:
        language = source.place.language
        for block in _blocks(source):
            found = scripts_in(terms.sub("", block))
            letters = sum(found.values())
            latin = found["Latn"] if language.script != "Latn" else 0
            foreign = letters - latin - found[language.script] - found[""]
            if letters >= LEAST_LETTERS and (foreign or latin > letters * MOST_LATIN):
                yield Fault(
                    source.path, source.line_of(block[:SOUGHT]),
                    f"Il paragrafo «{block[:40]}…» non è scritto con le lettere di «{language.tag}».",
                    "Riscrivilo nella lingua della pagina, o spostalo nella pagina giusta.",
                    "block in another script",
                )  # fmt: skip


@check("TRADUZIONE-05", "Nessun paragrafo italiano resta in una traduzione")
def untranslated_paragraph(content: Content) -> Iterator[Fault]:
    """The reader meets a language they chose not to read (R41)."""
    terms = read_terms(content.root)
    for page, original in translations(content):
        if page.place.language.easy_italian:
            continue
        italian = set(_blocks(original))
        for block in _blocks(page):
            words = terms.sub("", block)
            if block in italian and sum(scripts_in(words).values()) >= LEAST_LETTERS:
                yield Fault(
                    page.path, page.line_of(block[:SOUGHT]), f"Il paragrafo «{block[:40]}…» è rimasto in italiano.",
                    "Traducilo.", "paragraph equals the Italian",
                )  # fmt: skip


@check("TRADUZIONE-06", "Ogni traduzione ha gli stessi numeri dell'italiano", WARNING)
def other_numbers(content: Content) -> Iterator[Fault]:
    """A year or a sum that slipped is a promise nobody made."""
    for page, original in translations(content):
        if page.fields.get("translated_from") != content.versions[page.place.id].code:
            continue
        mine, theirs = _numbers(page), _numbers(original)
        lost, new = sorted(set(theirs) - set(mine)), sorted(set(mine) - set(theirs) - USUAL)
        if lost or new:
            yield Fault(
                page.path, page.first_line,
                f"I numeri non sono quelli dell'italiano: mancano {_listed(lost)}, in più {_listed(new)}.",
                "Controllali uno per uno con la pagina italiana.", "digits unlike the original's",
            )  # fmt: skip


@check(
    "TRADUZIONE-07", "Ogni traduzione ha gli stessi collegamenti e le stesse macro dell'italiano"
)
def other_targets(content: Content) -> Iterator[Fault]:
    """A way to help that exists in one language only is unfair, and usually a slip."""
    for page, original in translations(content):
        if page.fields.get("translated_from") != content.versions[page.place.id].code:
            continue
        mine, theirs = _targets(page), _targets(original)
        if mine != theirs:
            lost, new = sorted((theirs - mine).elements()), sorted((mine - theirs).elements())
            yield Fault(
                page.path, page.first_line,
                f"Collegamenti o macro diversi dall'italiano: mancano {_listed(lost)}, in più {_listed(new)}.",
                "Rimetti gli stessi, anche se in un altro ordine.", "links or macros unlike the original's",
            )  # fmt: skip


def _blocks(source: Source) -> list[str]:
    """Return a file's paragraphs without macros and addresses."""
    lines = [*(text for text, _ in source.texts("title", "description")), *source.body.blocks]
    plain = (re.sub("\ue000.*?\ue001", "", line) for line in lines)
    return [_SPACES.sub(" ", line).strip() for line in plain]


def _numbers(page: Source) -> Counter[str]:
    return Counter(digits(found) for block in _blocks(page) for found in _GROUPED.findall(block))


def _targets(page: Source) -> Counter[str]:
    links = (_named(href, page) for href in page.body.links)
    return Counter([*links, *(macro.written for macro in page.body.macros)])


def _named(href: str, page: Source) -> str:
    """Return where a link of a page leads, in the words of every language."""
    target = target_of(href, page.path)
    return f"{target.id}#{target.fragment}" if target.id else href


def _listed(found: list[str]) -> str:
    return ", ".join(f"«{item.removesuffix('#')}»" for item in found) or "nessuno"


CHECKS = (
    unknown_version, behind_the_italian, unweighed_change, foreign_script,
    untranslated_paragraph, other_numbers, other_targets,
)  # fmt: skip
