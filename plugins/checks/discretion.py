# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks that what a phone keeps of a page of help gives nobody away (R18, design.md §6)."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import file_of, page_address
from ..built_page import KEPT, BuiltPage
from ..content import Content
from ..languages import ITALIAN, Language, by_tag
from ..output import Output
from ..problem import OUR_BUG, WARNING, Fault, check
from ..source import Source
from ..word_lists import list_path, read_lines, revealing_words

SENSITIVE_PAGES = ("index", "aiuto", "mostra", "diritti", "sicurezza")


@check("RISERBO-01", "Le pagine di chi può essere in pericolo hanno sensitive: yes")
def open_page_of_help(content: Content) -> Iterator[Fault]:
    """Without it search engines keep a copy of the page, and its title may say anything."""
    for page_id in SENSITIVE_PAGES:
        page = content.pages.get((page_id, ITALIAN.tag))
        if page and not page.fields.get("sensitive"):
            yield Fault(
                page.path, page.lines.get("sensitive", 1), f"La pagina «{page_id}» non ha sensitive: yes.",
                "Aggiungi tra le righe --- in alto: sensitive: yes", "page of help not marked sensitive",
            )  # fmt: skip


@check("RISERBO-02", "Le pagine con sensitive: yes non tradiscono chi legge: titolo, descrizione, nomi di file e sezioni")  # fmt: skip
def revealing_title(content: Content) -> Iterator[Fault]:
    """Titles stay in the history and in the tabs, where whoever holds the phone reads them."""
    tags = {tag for _, tag in content.pages}
    words = {tag: revealing_words(content.root, by_tag(tag)) for tag in tags}
    for page in content.pages.values():
        if not content.facts(page, "sensitive"):
            continue
        language = page.place.language
        for line, text in _kept_of(page):
            found = words[language.tag].found(text)
            if found:
                yield Fault(
                    page.path, line, f"In «{text}» c'è «{found}», che può tradire chi legge.",
                    f"Usa altre parole: quelle che tradiscono sono in {list_path(language)}",
                    "revealing word where a phone keeps it",
                )  # fmt: skip


def _kept_of(page: Source) -> Iterator[tuple[int, str]]:
    """Yield (line, text) for all that a page puts into a history, a tab or a link."""
    yield 1, page.place.id
    for key in ("title", "description"):
        yield page.lines[key], page.fields[key]
    for name in page.fields.get("sections", ()):
        yield page.lines["sections"], name


@check("RISERBO-03", "Ogni lingua ha l'elenco delle parole che tradiscono", WARNING)
def no_list(content: Content) -> Iterator[Fault]:
    """Without a list nobody notices when a title in that language says too much."""
    for language in content.languages:
        if not read_lines(content.root, list_path(language)):
            yield Fault(
                list_path(language), 1, f"La lingua «{language.tag}» non ha un elenco di parole che tradiscono.",
                f"Scrivi il file come {list_path(ITALIAN)}, con le parole di quella lingua.",
                "no list of revealing words",
            )  # fmt: skip


@check("RISERBO-04", "Ciò che un telefono conserva del sito costruito non tradisce chi legge")
def revealing_page(output: Output) -> Iterator[Fault]:
    """Previews, addresses, sections and file names stay behind just as a title does."""
    for language in output.content.languages:
        words = revealing_words(output.content.root, language)
        for page in _pages_of_help(output, language):
            for text, line in _kept_by_phones(page):
                if words.found(text):
                    yield _given_away(f"output/{page.path}", line, text, words.found(text))
    words = revealing_words(output.content.root, ITALIAN)
    for file in sorted(output.files - set(output.pages)):
        if words.found(file) and not file.startswith("images/"):
            yield _given_away(f"output/{file}", 1, file, words.found(file))


def _pages_of_help(output: Output, language: Language) -> Iterator[BuiltPage]:
    """Yield the pages of a language that are sensitive, honest stand-ins included."""
    for (page_id, _), source in output.content.pages.items():
        file = file_of(page_address(page_id, language))
        if source.fields.get("sensitive") and file in output.pages:
            yield output.pages[file]


def _kept_by_phones(page: BuiltPage) -> Iterator[tuple[str, int]]:
    """Yield every text, with its line, that a history, a tab, a preview or a download shows."""
    yield page.title, 1
    yield page.address, 1
    for _, attributes, line in page.elements:
        for name in sorted(KEPT & attributes.keys()):
            yield attributes[name], line
    for attributes, line in page.all("meta"):
        if "content" in attributes and "http-equiv" not in attributes:
            yield attributes["content"], line


def _given_away(path: str, line: int, text: str, word: str) -> Fault:
    return Fault(
        path, line, f"In «{text}» c'è «{word}», che può tradire chi legge.", OUR_BUG,
        "revealing word where a phone keeps it",
    )  # fmt: skip


CHECKS = (open_page_of_help, revealing_title, no_list)
SITE_CHECKS = (revealing_page,)
