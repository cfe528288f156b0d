# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever mistypes an address from a card must still find the number and a way on.

A 404 page is shown at any address, however deep, so its links must not be relative.
"""

from __future__ import annotations

from plugins.languages import ITALIAN, Language
from tests.conftest import PUBLIC_URL, Project
from tests.site.reading import Page, every_language

BASE = "/crema/"


def path_of(language: Language) -> str:
    """Return the file of a language's 404 page."""
    return "404.html" if language == ITALIAN else f"{language.folder}/404.html"


@every_language
def test_every_language_has_its_own(
    public_pages: dict[str, Page], published: Project, language: Language
) -> None:
    """Each language has a 404 page in its own words, that no list of pages announces (R99).

    It needs no `noindex`: what a server answers with 404 is no page for a search engine.
    """
    page = public_pages[path_of(language)]

    assert (language.tag, []) == (page.lang, page.all(".//link[@hreflang]"))
    assert path_of(language) not in (published.output / "sitemap.xml").read_text("utf-8")


@every_language
def test_its_links_work_from_any_address(
    public_pages: dict[str, Page], published: Project, language: Language
) -> None:
    """Links of a 404 page start from the site's root, and each one leads to a file (R99)."""
    links = [link.get("href", "") for link in public_pages[path_of(language)].all(".//a")]
    inside = [href for href in links if not href.startswith(("#", "tel:", "mailto:", "https:"))]
    files = {href: href.removeprefix(BASE).split("#")[0] for href in inside}
    dead = [
        href for href, file in files.items()
        if not href.startswith(BASE)
        or not (published.output / (file if file.endswith(".html") else f"{file}index.html")).exists()
    ]  # fmt: skip

    assert (True, []) == (len(inside) > 5, dead)


@every_language
def test_it_gives_the_number_and_two_ways_on(
    public_pages: dict[str, Page], language: Language
) -> None:
    """A 404 page offers the number, the front page and the help page (R99)."""
    links = {link.get("href") for link in public_pages[path_of(language)].all(".//main//a")}
    home = BASE if language == ITALIAN else f"{BASE}{language.folder}/"

    assert {"tel:800290290", home, f"{home}aiuto/"} <= links


def test_public_address_is_tested_under_a_sub_path() -> None:
    """The site is tested under a sub-path, where a careless absolute link breaks."""
    assert PUBLIC_URL.endswith(BASE.rstrip("/"))
