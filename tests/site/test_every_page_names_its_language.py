# SPDX-License-Identifier: AGPL-3.0-or-later
"""A screen reader, a search engine and a browser must know which language they are reading."""

from __future__ import annotations

import re

from babel import Locale

from plugins.content import Content
from plugins.languages import ITALIAN, LANGUAGES
from plugins.page_text import read_terms
from tests.conftest import ROOT
from tests.site.reading import Page

KNOWN = Locale("en").languages


def test_html_names_language_and_direction(public_pages: dict[str, Page]) -> None:
    """Every page says the language of its folder, and that language's direction (R31)."""
    by_folder = {language.folder: language for language in LANGUAGES if language != ITALIAN}
    expected = {}
    for path in public_pages:
        language = by_folder.get(path.split("/")[0], ITALIAN)
        expected[path] = (language.tag, language.direction)

    assert expected == {path: (p.lang, p.root.get("dir")) for path, p in public_pages.items()}


def test_every_page_is_there_in_every_language(public_pages: dict[str, Page]) -> None:
    """Every Italian page has its address in every language, news apart (R25)."""
    found = {
        language: {
            page.address.removeprefix(f"/{language.folder}")
            for page in public_pages.values()
            if page.lang == language.tag and "/news/" not in page.address
        }
        for language in LANGUAGES
    }

    assert dict.fromkeys(LANGUAGES, found[ITALIAN]) == found


def test_every_page_staff_wrote_is_published(
    public_pages: dict[str, Page], content: Content
) -> None:
    """Every Markdown page and news item becomes a page of its language: none gets lost."""
    written = {(tag, name) for name, tag in [*content.pages, *content.news]}
    published = {
        (page.lang, page.address.rstrip("/").rsplit("/", 1)[-1] or "index")
        for page in public_pages.values()
    }
    homes = {(language.tag, "index") for language in LANGUAGES}

    assert set() == written - published - homes


def test_language_tags_are_valid(public_pages: dict[str, Page]) -> None:
    """Every `lang` and `hreflang` is a well-formed tag of a known language (R31)."""
    tags = {
        element.get(name)
        for page in public_pages.values()
        for element in page.root.iter()
        for name in ("lang", "hreflang")
        if element.get(name) not in (None, "x-default")
    }
    form = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z0-9]{5,8})?")

    assert set() == {
        tag for tag in tags if not form.fullmatch(tag) or tag.split("-")[0] not in KNOWN
    }


def test_sections_have_the_same_ids_in_every_language(public_pages: dict[str, Page]) -> None:
    """A link to a section works in every language: the ids are the same, in one order (R24)."""
    ids = {
        page.address: [
            element.get("id") for element in page.all(".//main//section") if element.get("id")
        ]
        for page in public_pages.values()
    }
    own = {
        page.address: f"/{page.address.split('/', 2)[2]}"
        for page in public_pages.values()
        if page.lang != ITALIAN.tag
    }

    assert {address: ids[italian] for address, italian in own.items()} == {
        address: ids[address] for address in own
    }


def test_italian_terms_are_marked(public_pages: dict[str, Page]) -> None:
    """An Italian name or legal term on a page of another language is marked as Italian (R29)."""
    terms = read_terms(ROOT)
    unmarked = {
        (page.path, match[0])
        for page in public_pages.values()
        if page.lang != ITALIAN.tag
        for words, language in page.texts()
        if language != ITALIAN.tag
        for match in terms.finditer(words)
    }

    assert set() == unmarked


def test_italian_regions_say_their_direction(public_pages: dict[str, Page]) -> None:
    """A region in another language states its direction too, or it would run the page's way (R29)."""
    bare = [
        (page.path, element.tag, element.get("lang"))
        for page in public_pages.values()
        for element in page.one("body").iter()
        if element.get("lang") and element.get("dir") not in ("ltr", "rtl")
    ]

    assert [] == bare
