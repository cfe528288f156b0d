# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of languages on every page: how somebody who reads no Italian finds their own words."""

from __future__ import annotations

import re
import unicodedata
from xml.etree.ElementTree import Element

from babel import Locale

from plugins.languages import LANGUAGES, Language
from tests.conftest import PUBLIC_URL
from tests.site.reading import Page, internal, words_of

FLAGS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f4\u2690\u2691\U0001f3f3]")


def entries(page: Page) -> list[Element]:
    """Return the entries of the page's list of languages: the list where each item has a `lang`."""
    lists = [
        [item[0] for item in nav.iter("li")]
        for nav in page.all(".//nav")
        if all(len(item) == 1 and item[0].get("lang") for item in nav.iter("li"))
    ]
    full = [found for found in lists if found]
    assert len(full) == 1, page.path
    return full[0]


def names(language: Language) -> dict[str, str]:
    """Return the names of languages as CLDR gives them in one."""
    return Locale.parse(language.locale_id).languages


def test_every_page_lists_every_language(public_pages: dict[str, Page]) -> None:
    """Every page lists every language in one order, each marked with its tag and direction (R22)."""
    expected = [(language.tag, language.direction) for language in LANGUAGES]
    wrong = {
        path: found
        for path, page in public_pages.items()
        if (found := [(entry.get("lang"), entry.get("dir")) for entry in entries(page)]) != expected
    }

    assert {} == wrong


def test_languages_are_called_by_their_own_name(public_pages: dict[str, Page]) -> None:
    """Every entry is the language's own name as CLDR gives it, or our reviewed one (R21)."""
    expected = [
        (language.own_name or names(language)[language.tag.replace("-", "_")]).casefold()
        for language in LANGUAGES
    ]
    named = {
        tuple(words_of(entry).casefold() for entry in entries(page))
        for page in public_pages.values()
    }

    assert {tuple(expected)} == named


def test_names_are_in_one_script_and_normal_form(public_pages: dict[str, Page]) -> None:
    """A language's name is in one script, in the normal form every phone draws alike (R21)."""
    names = [words_of(entry) for entry in entries(public_pages["index.html"])]
    odd = [
        name for name in names
        if unicodedata.normalize("NFC", name) != name
        or len({unicodedata.name(letter).split()[0] for letter in name if letter.isalpha()}) != 1
    ]  # fmt: skip

    assert [] == odd


def test_current_language_is_marked_and_no_link(public_pages: dict[str, Page]) -> None:
    """The language one is reading is marked as current and leads nowhere (R22)."""
    found = {
        path: [
            (entry.tag, entry.get("lang"), entry.get("href"))
            for entry in entries(page)
            if entry.get("aria-current")
        ]
        for path, page in public_pages.items()
    }

    assert {path: [("span", page.lang, None)] for path, page in public_pages.items()} == found


def test_other_languages_are_links_to_the_same_page(public_pages: dict[str, Page]) -> None:
    """The other languages are plain links to the same page, or, for news, to the front page (R20, R22, R24)."""
    wrong, answering = [], {page.address for page in public_pages.values()}
    for page in public_pages.values():
        folder = page.path.split("/")[0] if page.lang != "it" else ""
        own = page.address.removeprefix(f"/{folder}") if folder else page.address
        for entry in entries(page):
            if entry.get("aria-current"):
                continue
            home = "" if entry.get("lang") == "it" else f"/{entry.get('lang', '').lower()}"
            there = f"{home}{own}" if f"{home}{own}" in answering else f"{home}/"
            found = (
                entry.tag,
                entry.get("hreflang"),
                internal(entry.get("href", ""), page, PUBLIC_URL),
            )
            if found != ("a", entry.get("lang"), there):
                wrong.append((page.path, found))

    assert [] == wrong


def test_no_flags_and_no_codes(public_pages: dict[str, Page]) -> None:
    """No flag and no two- or three-letter code stands for a language: countries are not languages (R23)."""
    wrong = [
        (page.path, words_of(entry))
        for page in public_pages.values()
        for entry in entries(page)
        if FLAGS.search(words_of(entry))
        or (words_of(entry).isascii() and len(words_of(entry)) <= 3)
        or any(child.tag != "bdi" for child in entry)
    ]

    assert [] == wrong
