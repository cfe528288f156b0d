# SPDX-License-Identifier: AGPL-3.0-or-later
"""Search engines drop a whole set of versions when one side of it is missing."""

from __future__ import annotations

from xml.etree import ElementTree

from plugins.languages import ITALIAN, LANGUAGES
from tests.conftest import PUBLIC_URL, Project
from tests.site.reading import Page

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def alternates(page: Page) -> dict[str, str]:
    """Return the address of each version that a page's head names."""
    links = page.all("./head/link", rel="alternate")
    return {
        link.get("hreflang", ""): link.get("href", "") for link in links if link.get("hreflang")
    }


def indexed(pages: dict[str, Page]) -> dict[str, Page]:
    """Return the pages search engines may list, by absolute address."""
    return {PUBLIC_URL + page.address: page for page in pages.values() if page.may_be_listed}


def test_canonical_is_the_page_itself(public_pages: dict[str, Page]) -> None:
    """Every page that may be listed says that its own absolute address is the right one (R27)."""
    found = {
        address: [link.get("href") for link in page.all("./head/link", rel="canonical")]
        for address, page in indexed(public_pages).items()
    }

    assert {address: [address] for address in found} == found


def test_versions_are_mutual(public_pages: dict[str, Page]) -> None:
    """Each version names itself, and every version it names gives the same list (R27)."""
    pages = indexed(public_pages)
    wrong = [
        (address, named)
        for address, page in pages.items()
        for named in [address, *alternates(page).values()]
        if named not in pages or alternates(pages[named]) != alternates(page)
        or address not in alternates(page).values()
    ]  # fmt: skip

    assert [] == wrong


def test_versions_name_their_language(public_pages: dict[str, Page]) -> None:
    """The address announced for a language is a page in that language (R27)."""
    pages = indexed(public_pages)
    wrong = [
        (address, tag)
        for address, page in pages.items()
        for tag, named in alternates(page).items()
        if tag != "x-default" and pages[named].lang != tag
    ]

    assert [] == wrong


def test_default_version_is_italian(public_pages: dict[str, Page]) -> None:
    """Whoever reads none of our languages is led to the Italian page (R27)."""
    sets = [alternates(page) for page in indexed(public_pages).values()]

    assert [versions[ITALIAN.tag] for versions in sets] == [
        versions["x-default"] for versions in sets
    ]


def test_pages_of_all_languages_announce_them_all(public_pages: dict[str, Page]) -> None:
    """A page written in every language announces every language (R27)."""
    expected = {*(language.tag for language in LANGUAGES), "x-default"}

    assert expected == set(alternates(public_pages["aiuto/index.html"]))


def test_sitemap_equals_the_pages(public_pages: dict[str, Page], published: Project) -> None:
    """The sitemap lists the pages that may be listed, each with its head's versions (R27)."""
    root = ElementTree.parse(published.output / "sitemap.xml").getroot()  # noqa: S314 (we wrote it)
    listed = {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(LINK)
        }
        for url in root.findall(f"{SITEMAP}url")
    }

    assert {address: alternates(page) for address, page in indexed(public_pages).items()} == listed


def test_an_unknown_address_announces_no_version(public_pages: dict[str, Page]) -> None:
    """A 404 page announces no version: there is nothing to list (R27)."""
    missing = [page for path, page in public_pages.items() if path.endswith("404.html")]

    assert [{} for _ in LANGUAGES] == [alternates(page) for page in missing]
