# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sitemap is read as XML: addresses, versions and a default for each page (R27)."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

from plugins.addresses import page_address
from plugins.alternates import alternates
from plugins.languages import LANGUAGES, Language
from plugins.sitemap import SITEMAP, XHTML, sitemap

SITE_URL = "https://ali.example.org"


def page(page_id: str, language: Language, unlisted: bool = False) -> SimpleNamespace:
    """Return what the sitemap asks of a page that exists in every language."""
    known = {other.tag: page_address(page_id, other) for other in LANGUAGES}
    return SimpleNamespace(
        canonical=SITE_URL + known[language.tag],
        unlisted=unlisted,
        alternates=alternates(known, language, SITE_URL, str),
        x_default=SITE_URL + known["it"],
    )


def tree(*pages: SimpleNamespace) -> ElementTree.Element:
    """Return the sitemap of these pages, parsed."""
    return ElementTree.fromstring(sitemap(pages))  # noqa: S314 (our own bytes)


def places(root: ElementTree.Element) -> list[str]:
    """Return the addresses a sitemap lists."""
    return [place.text for place in root.iter(f"{{{SITEMAP}}}loc")]


def test_every_page_is_listed_in_order():
    """Pages are listed by address, whatever order they come in (R100)."""
    pages = [page("zeta", LANGUAGES[0]), page("aiuto", LANGUAGES[1]), page("aiuto", LANGUAGES[0])]
    expected = [f"{SITE_URL}/aiuto/", f"{SITE_URL}/en/aiuto/", f"{SITE_URL}/zeta/"]

    assert expected == places(tree(*pages))


def test_every_page_names_its_versions():
    """Each entry names every version of the page, itself included, and the default (R27)."""
    links = tree(page("aiuto", LANGUAGES[1])).iter(f"{{{XHTML}}}link")
    expected = [
        ("alternate", language.tag, SITE_URL + page_address("aiuto", language))
        for language in LANGUAGES
    ]
    expected.append(("alternate", "x-default", f"{SITE_URL}/aiuto/"))

    assert expected == [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in links]


def test_pages_kept_from_search_engines_are_not_listed():
    """A page that asks not to be indexed is not announced either."""
    assert [] == places(tree(page("404", LANGUAGES[0], unlisted=True)))


def test_addresses_are_escaped():
    """A sign that XML reserves does not break the file."""
    odd = page("aiuto", LANGUAGES[0])
    odd.canonical = f"{SITE_URL}/?a=1&b=<2>"

    assert [odd.canonical] == places(tree(odd))
