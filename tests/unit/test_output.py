# SPDX-License-Identifier: AGPL-3.0-or-later
"""A built site, one page at a time: what is forgotten of a page is not missed by the others."""

from __future__ import annotations

import pytest

from plugins.checks import check_output
from plugins.output import Output
from tests.unit.folders import CONTACTS, SITE_URL, output_of


def document(title: str, address: str, body: str) -> str:
    """Return a page as our theme would write it, help first."""
    return (
        f'<!doctype html><html lang="it" dir="ltr"><head><title>{title}</title>'
        f'<meta name="description" content="Parole."><link rel="canonical" href="{SITE_URL}{address}">'
        f'<link rel="alternate" hreflang="it" href="{SITE_URL}{address}">'
        f'<link rel="alternate" hreflang="x-default" href="{SITE_URL}{address}"></head><body>'
        '<a href="https://www.meteoam.it/">Esci</a><a href="tel:800290290">800 290 290</a>'
        f'<a href="{SITE_URL}/sicurezza/">Sicurezza</a><a href="#main">Contenuto</a><main id="main">'
        f"<h1>{title}</h1>{body}</main></body></html>"
    )


def site(root, body: str = "", title: str = "Sicurezza") -> Output:
    """Return a site of two pages; `body` stands on the first, `title` on the second."""
    pages = {
        "index.html": document("Inizio", "/", body),
        "sicurezza/index.html": document(title, "/sicurezza/", '<h2 id="dopo">Dopo</h2>'),
    }
    return output_of(root, pages, {**CONTACTS, "content/addresses.txt": "/\n"})


def codes(output: Output) -> list[str]:
    """Return the codes of all that is wrong with a site, new addresses apart."""
    found = [problem.code for problem in check_output(output)]
    return [code for code in found if code != "INDIRIZZO-02"]


def test_pages_come_in_order(tmp_path):
    """The order of pages is fixed (R100)."""
    pages = site(tmp_path).pages

    assert (["index.html", "sicurezza/index.html"], 2) == (list(pages), len(pages))


def test_a_page_that_is_not_there_is_an_error(tmp_path):
    """Nobody gets an empty page in the place of one that is missing."""
    with pytest.raises(KeyError):
        site(tmp_path).pages["altrove/index.html"]


def test_the_outline_says_what_other_pages_ask(tmp_path):
    """What is kept of a page has its title, its head and its names, and none of its words."""
    page = site(tmp_path).pages["index.html"]
    outline = page.outline

    for name in (
        "address",
        "title",
        "lang",
        "canonical",
        "alternates",
        "noindex",
        "redirect",
        "ids",
    ):
        assert getattr(page, name) == getattr(outline, name)
    assert ("", "", []) == (outline.html, outline.text, list(outline.all("a")))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<a href="sicurezza/#dopo">Dopo</a>', []),
        ('<a href="sicurezza/#prima">Prima</a>', ["SITO-01"]),
        ('<a href="#main">Su</a>', []),
        ('<a href="#nulla">Giù</a>', ["SITO-01"]),
    ],
)
def test_links_to_sections_are_followed_across_pages(tmp_path, body, found):
    """A link to a section of another page is checked though pages are judged one by one."""
    assert found == codes(site(tmp_path, body))


def test_pages_are_held_against_one_another(tmp_path):
    """Two pages with one title are found though pages are judged one by one."""
    assert ["SITO-05"] == codes(site(tmp_path, title="Inizio"))
