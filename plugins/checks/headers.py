# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on what a page says about itself: its sections, its description, its original."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..body import read_inline
from ..content import Content
from ..freshness import section_names
from ..languages import ITALIAN
from ..problem import WARNING, Fault, check, count
from ..source import Source
from .contacts import ESSENTIAL
from .text import shape_told

SHORTEST, LONGEST = 50, 160  # characters that search results show of a description
CORE_PAGES = (
    "index", "aiuto", "mostra", "diritti", "sicurezza", "segnali", "programma", "convenzione",
    "partecipa", "domande", "privacy",
    "note-legali", "accessibilita", "mappa",  # every footer links to them
)  # fmt: skip  # design.md §2
NEEDED_SECTIONS = {  # the theme names them
    "sicurezza": "registro-chiamate", "accessibilita": "segnala-un-problema",
    "note-legali": "licenza-contenuti",
}  # fmt: skip


@check("PAGINA-01", "Le pagine principali ci sono, in italiano")
def missing_core_page(content: Content) -> Iterator[Fault]:
    """A core page that vanished would leave printed addresses and links without an answer."""
    for page_id in CORE_PAGES:
        path = f"content/pages/it/{page_id}.md"
        if path not in content.paths and page_id not in content.misplaced:
            yield Fault(
                path, 1, f"Manca la pagina «{page_id}».",
                "Rimetti il file com'era: è una delle pagine principali.", "core page missing",
            )  # fmt: skip


@check("PAGINA-02", "Ogni traduzione ha la sua pagina italiana")
def translation_without_original(content: Content) -> Iterator[Fault]:
    """Nobody could tell whether such a page still says what the Comune says."""
    orphans: dict[str, list[Source]] = {}
    for source in content.sources:
        place = source.place
        original = source.path.replace(f"/{place.language.folder}/", "/it/")
        missing = original not in content.paths and place.id not in content.misplaced
        told = place.id in (CORE_PAGES if place.kind == "page" else ESSENTIAL)
        if not place.original and missing and not told:
            orphans.setdefault(original, []).append(source)
    for original, found in orphans.items():
        folders = ", ".join(source.place.language.folder for source in found)
        yield Fault(
            found[0].path, 1, f"Manca il file italiano {original}; resta in: {folders}.",
            "Rimettilo; oppure, se non serve più, cancella anche le traduzioni.", "translation without original",
        )  # fmt: skip


@check("SEZIONE-01", "sections ha un nome per ogni titolo ##, senza ripetizioni")
def sections_unlike_headings(content: Content) -> Iterator[Fault]:
    """A link to a section must land on the same section in every language."""
    for page in content.pages.values():
        original = content.original(page)
        if original is None or shape_told(page):
            continue
        ids = section_names(content, page)
        headings = _sections(page)
        if len(ids) != headings:
            yield _other_number(page, original, len(ids), headings)
        elif page is original and len(set(ids)) < len(ids):
            twice = next(name for name in ids if ids.count(name) > 1)
            yield Fault(
                page.path, page.lines["sections"], f"Il nome «{twice}» è scritto due volte.",
                "Dai a ogni sezione un nome diverso.", "duplicate section id",
            )  # fmt: skip


def _sections(page: Source) -> int:
    return sum(level == 2 for level, _ in page.body.headings)


def titles(number: int) -> str:
    """Return how many headings, in words."""
    return count(number, "titolo ##", "titoli ##")


def _other_number(page: Source, original: Source, ids: int, headings: int) -> Fault:
    if page is original:
        line = page.lines.get("sections", 1)
        return Fault(
            page.path, line, f"La pagina ha {titles(headings)} e sections ha {count(ids, 'nome', 'nomi')}.",
            "Scrivi in sections un nome per ogni titolo ##, nello stesso ordine.",
            "sections and headings differ in number",
        )  # fmt: skip
    return Fault(
        page.path, page.first_line,
        f"Questa pagina ha {titles(headings)}, quella italiana da cui viene {ids}.",
        f"Metti gli stessi titoli di {original.path}, nello stesso ordine; dopo aver riletto: "
        f"make translated PAGE={page.place.id} LANG={page.place.language.folder}",
        "headings unlike the original's",
    )  # fmt: skip


@check("SEZIONE-02", "Le sezioni che servono al sito ci sono")
def section_the_site_needs(content: Content) -> Iterator[Fault]:
    """The links to it on every page would lead nowhere; one template is made around its first."""
    for page in content.pages.values():
        names = page.fields.get("sections", ())
        if page is not content.original(page) or len(names) != _sections(page) or shape_told(page):
            continue
        wanted = NEEDED_SECTIONS.get(page.place.id)
        if wanted and wanted not in names:
            yield Fault(
                page.path, page.lines.get("sections", 1), f"In sections manca il nome «{wanted}», che serve al sito.",
                f"Rimetti «{wanted}» al suo posto in sections, e il suo titolo ## se manca.", "a section the theme names is missing",
            )  # fmt: skip
        if page.fields.get("template") == "show" and not names:
            yield Fault(
                page.path, page.lines["template"], "Il modello «show» mostra la prima sezione, e qui non ce n'è.",
                "Scrivi un titolo ## sopra la frase da mostrare, e il suo nome in sections.", "nothing to show",
            )  # fmt: skip


@check("DESCRIZIONE-01", f"description ha tra {SHORTEST} e {LONGEST} caratteri", WARNING)
def description_length(content: Content) -> Iterator[Fault]:
    """Search results cut a long description and replace a very short one."""
    for source in [*content.pages.values(), *content.news.values()]:
        length = len(source.fields["description"])
        if source.place.language == ITALIAN and not SHORTEST <= length <= LONGEST:
            yield Fault(
                source.path, source.lines["description"], f"description ha {length} caratteri.",
                f"Scrivi una frase che ne abbia tra {SHORTEST} e {LONGEST}.",
                "description too short or too long",
            )  # fmt: skip


@check("TITOLO-01", "Due pagine della stessa lingua non hanno lo stesso titolo")
def duplicate_title(content: Content) -> Iterator[Fault]:
    """With two equal titles in the tabs nobody finds the way back."""
    seen: dict[tuple[str, str], Source] = {}
    for source in [*content.pages.values(), *content.news.values()]:
        title = unicodedata.normalize("NFKC", source.fields["title"]).casefold()
        key = (source.place.language.tag, title)
        first = seen.setdefault(key, source)
        if first is not source:
            yield Fault(
                source.path, source.lines["title"],
                f"Il titolo «{source.fields['title']}» è anche quello di {first.path}.",
                "Scrivi un titolo che dica che cosa ha di diverso.", "duplicate title",
            )  # fmt: skip


@check("FONTE-01", "Ogni fonte ha un collegamento")
def source_without_link(content: Content) -> Iterator[Fault]:
    """A fact whose source cannot be opened cannot be checked by anybody."""
    for source in content.sources:
        for written in source.fields.get("sources", ()):
            if len(read_inline(written).links) != 1:
                yield Fault(
                    source.path, source.lines["sources"], f"La fonte «{written[:60]}» non ha un collegamento.",
                    'Scrivila così: "[Nome della fonte](https://…) (data)"', "source without one link",
                )  # fmt: skip


CHECKS = (
    missing_core_page, translation_without_original, sections_unlike_headings, section_the_site_needs,
    description_length, duplicate_title, source_without_link,
)  # fmt: skip
