# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever changes language stays where they are: every page answers in each, honestly."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from plugins.content import Content
from plugins.freshness import state_of
from plugins.languages import ITALIAN, LANGUAGES, Language
from plugins.words import Words
from tests.conftest import PUBLIC_URL, ROOT, Project
from tests.site.reading import Page, every_language, page_in, words_of

PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"
NOT_YET = "Questa pagina non è ancora nella tua lingua"
CORE = {
    "index", "aiuto", "mostra", "diritti", "sicurezza", "segnali", "programma", "convenzione",
    "partecipa", "domande", "privacy",
}  # fmt: skip
FOREIGN = [language for language in LANGUAGES if language != ITALIAN]
every_translation = pytest.mark.parametrize("language", FOREIGN, ids=lambda language: language.tag)


def names(content: Content, tag: str) -> set[str]:
    """Return the ids of the pages that are written in a language."""
    return {name for name, written in content.pages if written == tag}


def standing_in(pages: dict[str, Page], content: Content, language: Language) -> dict[str, Page]:
    """Return the pages that should stand in for the translations a language has not."""
    missing = names(content, ITALIAN.tag) - names(content, language.tag)
    return {name: page_in(pages, name, language) for name in sorted(missing)}


@every_language
def test_every_page_answers(published: Project, content: Content, language: Language) -> None:
    """Every Italian page has a file at its address in each language (R25)."""
    home = published.output / ("" if language == ITALIAN else language.folder)
    silent = {
        name
        for name in names(content, ITALIAN.tag)
        if not (home / ("" if name == "index" else name) / "index.html").is_file()
    }

    assert set() == silent


@every_language
def test_every_core_page_is_translated(content: Content, language: Language) -> None:
    """The eleven main pages are written in every language (R25)."""
    assert set() == CORE - names(content, language.tag)


@every_language
def test_only_what_is_missing_is_stood_in_for(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """The honest page stands where there is no translation, and nowhere else (R25)."""
    expected = {page.path for page in standing_in(public_pages, content, language).values()}
    found = {p.path for p in public_pages.values() if p.lang == language.tag and p.fallback}

    assert expected == found


@every_translation
def test_search_engines_are_led_to_the_italian(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """The honest page is not to be listed; its right address is the Italian's (R25, R27)."""
    found = {
        name: (
            page.meta("robots").split(",")[0],
            page.one("./head/link", rel="canonical").get("href"),
            page.all("./head/link", rel="alternate"),
        )
        for name, page in standing_in(public_pages, content, language).items()
    }

    assert {name: ("noindex", f"{PUBLIC_URL}/{name}/", []) for name in found} == found


def test_no_list_announces_it(public_pages: dict[str, Page], published: Project) -> None:
    """Neither the sitemap nor any page's head announces an honest page (R25, R27)."""
    root = ElementTree.parse(published.output / "sitemap.xml").getroot()  # noqa: S314 (ours)
    announced = {place.text for place in root.iter(PLACE)}
    announced |= {link.get("href") for link in root.iter(LINK)}
    for page in public_pages.values():
        announced |= {link.get("href") for link in page.all("./head/link", rel="alternate")}
    hidden = {PUBLIC_URL + page.address for page in public_pages.values() if page.fallback}

    assert (True, set()) == (len(hidden) > 0, hidden & announced)


@every_translation
def test_the_honest_page_speaks_to_its_reader(
    public_pages: dict[str, Page], content: Content, words: Words, language: Language
) -> None:
    """It says in the reader's language that there is no translation, and gives the number (R25)."""
    pages = standing_in(public_pages, content, language).values()
    found = {
        (
            words_of(page.one(".//h1")),
            page.language_of(page.one(".//h1")),
            page.all(".//main//a[@data-kind]")[0].get("href") == "tel:800290290",
        )
        for page in pages
    }

    assert found <= {(words.translate(NOT_YET, language.tag), language.tag, True)}


@every_translation
def test_the_italian_text_is_marked(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """The Italian text on it is in one region marked Italian, left to right (R25, R29)."""
    wrong = []
    for name, page in standing_in(public_pages, content, language).items():
        own = page_in(public_pages, name, ITALIAN)
        ids = [s.get("id") for s in own.all(".//main//section") if s.get("id")]
        regions = page.all(".//main//div", lang="it", dir="ltr")
        inside = [s.get("id") for region in regions for s in region.iter("section")]
        if len(regions) != 1 or inside != ids:
            wrong.append((page.path, len(regions), inside, ids))

    assert [] == wrong


@every_translation
def test_it_offers_the_languages_that_have_it(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """It links the page in each language that really has it, under its own name (R25)."""
    wrong = []
    for name, page in standing_in(public_pages, content, language).items():
        have = [other.tag for other in LANGUAGES if (name, other.tag) in content.pages]
        links = page.all(".//main//a[@hreflang]")
        listed = [a.get("hreflang") for a in links if a.get("lang") == a.get("hreflang")]
        if listed != have:
            wrong.append((page.path, listed, have))

    assert [] == wrong


@every_language
def test_every_language_has_its_register(language: Language) -> None:
    """How to write in a language stands in its REGISTER.md, linked for staff (R45)."""
    path = f"translations/{language.folder}/REGISTER.md"
    texts = [(ROOT / name).read_text("utf-8") for name in ("README.md", "docs/guida.md")]
    linked = any(re.search(rf"\]\((?:\.\./)?{re.escape(path)}\)", text) for text in texts)

    assert language == ITALIAN or ((ROOT / path).is_file(), linked) == (True, True)


def test_the_table_counts_what_is_there(published: Project, content: Content) -> None:
    """The table for programs has a row for every page and language, in its true state (R44)."""
    assert published.run("tools.translations").returncode == 0
    report = json.loads((published.folder / "reports/translations.json").read_text("utf-8"))
    rows = {(row["page"], row["language"]): row["state"] for row in report}
    files = {
        (name, language.tag): state_of(content, name, language).name
        for name in names(content, ITALIAN.tag)
        for language in LANGUAGES
    }
    written = sum(state != "missing" for state in rows.values())

    assert (len(content.pages), files) == (written, rows)
