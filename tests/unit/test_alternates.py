# SPDX-License-Identifier: AGPL-3.0-or-later
"""The versions of a page: announced only where they exist, while the menu always answers."""

from __future__ import annotations

from plugins.addresses import way
from plugins.alternates import alternates, exit_of, menu
from plugins.languages import ITALIAN, LANGUAGES, by_tag

ENGLISH = by_tag("en")
SITE_URL = "https://ali.example.org"
BOTH = {"it": "/aiuto/", "en": "/en/aiuto/"}
IDS = ("index", "aiuto", "mostra", "diritti", "sicurezza", "segnali", "programma", "convenzione")


def way_to(address: str) -> str:
    """Return the way from the Italian help page."""
    return way("/aiuto/", address)


def test_versions_are_those_that_exist():
    """A page that exists only in Italian announces no other version (R27)."""
    found = alternates({"it": "/mappa/"}, ITALIAN, SITE_URL, way_to)

    assert ["it"] == [version.language.tag for version in found]


def test_versions_are_in_the_order_of_the_menu():
    """The order of versions is that of the table of languages (R100)."""
    found = alternates(dict(reversed(BOTH.items())), ITALIAN, SITE_URL, way_to)

    assert ["it", "en"] == [version.language.tag for version in found]


def test_a_version_has_a_way_and_an_address():
    """A version is reached by a relative link and named by its absolute address."""
    found = alternates(BOTH, ITALIAN, SITE_URL, way_to)[1]

    assert ("../en/aiuto/", f"{SITE_URL}/en/aiuto/") == (found.href, found.url)


def test_the_page_itself_is_marked():
    """The current language is known, so that it is no link (R22)."""
    found = alternates(BOTH, ITALIAN, SITE_URL, way_to)

    assert [True, False] == [version.current for version in found]


def test_the_menu_keeps_the_page():
    """Changing language leads to the same page where it exists (R24)."""
    entries = menu(
        alternates(BOTH, ITALIAN, SITE_URL, way_to), (ITALIAN, ENGLISH), SITE_URL, way_to
    )

    assert [(True, "./"), (True, "../en/aiuto/")] == [(e.same_page, e.href) for e in entries]


def test_the_menu_answers_in_every_language():
    """Where the page is missing the menu leads to that language's front page, and says so."""
    entries = menu(
        alternates({"it": "/aiuto/"}, ITALIAN, SITE_URL, way_to), LANGUAGES, SITE_URL, way_to
    )

    assert [language.tag for language in LANGUAGES] == [e.language.tag for e in entries]
    assert (False, "../en/", False) == (entries[1].same_page, entries[1].href, entries[1].current)


def test_an_exit_is_one_of_the_languages_own():
    """The exit leads where the reader's language allows (R11)."""
    assert {exit_of(page_id, ENGLISH) for page_id in IDS} <= set(ENGLISH.exits)


def test_exits_vary_from_page_to_page():
    """Not every page leaves by the same door (R11)."""
    assert len({exit_of(page_id, ITALIAN) for page_id in IDS}) > 1


def test_a_pages_exit_is_always_the_same():
    """The exit of a page depends on the page alone: two builds agree (R81)."""
    assert "https://it.wikipedia.org/" == exit_of("aiuto", ITALIAN)
