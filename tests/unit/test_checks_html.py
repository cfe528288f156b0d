# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finished pages hold together, whatever template or text made them: each check both ways."""

from __future__ import annotations

import pytest

from plugins.checks import html
from tests.unit.folders import SITE_URL, lines_of, output_of, places_of

HEAD = '<title>Aiuto</title><meta name="description" content="Chi chiamare.">'


def built(body: str = "", head: str = HEAD, lang: str = "it", direction: str = "ltr") -> str:
    """Return a built page whose body stands on line 2."""
    start = f'<html lang="{lang}" dir="{direction}"><head>{head}</head><body>\n'
    return f'{start}<h1 id="main">Titolo</h1>{body}</body></html>'


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../">',
        '<a href="../#main">',
        '<a href="#main">',
        '<a href="./">',
        '<a href="../en/">',
        f'<a href="{SITE_URL}/">',
        f'<a href="{SITE_URL}">',
        f'<a href="{SITE_URL}-della-biblioteca/orari/">',  # another site beside ours
        '<a id="qui">',
        f'<a href="{SITE_URL}/en/#main">',
        '<a href="/crema/en/">',
        '<a href="../feed.xml">',
        '<img src="../images/a.png">',
        '<img src="data:image/svg+xml,x">',
        '<a href="https://example.org/nulla/">',
        '<a href="tel:112">',
        '<a href="mailto:a@example.org">',
    ],
)
def test_a_link_that_lands_passes(tmp_path, link):
    """Relative or absolute, under a sub-path or not, a link of ours lands (R82)."""
    pages = {
        "index.html": built(), "en/index.html": built(), "aiuto/index.html": built(link),
        "feed.xml": "<feed/>", "images/a.png": b"x",
    }  # fmt: skip

    assert [] == lines_of(html.broken_link, output_of(tmp_path, pages))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../nulla/">',
        '<a href="../#nulla">',
        '<a href="#nulla">',
        '<a href="../index">',
        '<a href="/">',
        '<a href="//example.org/aiuto/">',
        '<a href="https://example.org/"><a href="../nulla/">',
        '<a href="/aiuto/">',
        f'<a href="{SITE_URL}/nulla/">',
        '<img src="../images/nulla.png">',
        '<link rel="alternate" href="../nulla.xml">',
    ],
)
def test_a_link_that_does_not_land_is_told(tmp_path, link):
    """A file or a section that is not in the built site is told (R82)."""
    pages = {"index.html": built(), "aiuto/index.html": built(link)}
    found = places_of(html.broken_link, output_of(tmp_path, pages))

    assert ["output/aiuto/index.html:2"] == found


def test_the_address_of_the_site_is_its_front_page(tmp_path):
    """Where the front page is not there, the bare address of the site lands nowhere (R82)."""
    site = output_of(tmp_path, {"aiuto/index.html": built(f'<a href="{SITE_URL}">')})

    assert [2] == lines_of(html.broken_link, site)


@pytest.mark.parametrize("body", ["", "<h2>a</h2><h3>b</h3><h2>c</h2>"])
def test_headings_in_order_pass(tmp_path, body):
    """One main heading, then level by level (R62)."""
    assert [] == lines_of(html.heading_levels, output_of(tmp_path, {"index.html": built(body)}))


@pytest.mark.parametrize(
    "text",
    [
        built("<h1>b</h1>"),
        built("<h3>b</h3>"),
        built("<h2>b</h2><h4>c</h4>"),
        built("<h2>b</h2><h5>c</h5>"),
        built("<h2>b</h2><h6>c</h6>"),
        "<html lang=it><body><h2>a</h2><h1>b</h1></body></html>",
        "<html lang=it><body><p>Nulla</p></body></html>",
    ],
)
def test_headings_out_of_order_are_told(tmp_path, text):
    """Two main headings, none, one that is not first, or a skipped level (R62)."""
    assert [1] == lines_of(html.heading_levels, output_of(tmp_path, {"index.html": text}))


def test_ids_of_their_own_pass(tmp_path):
    """The same id on two pages is fine."""
    pages = {"index.html": built('<p id="a">'), "b/index.html": built('<p id="a">')}

    assert [] == lines_of(html.duplicate_id, output_of(tmp_path, pages))


def test_an_id_used_twice_is_told(tmp_path):
    """A link to a section could land on the wrong one."""
    problem = next(
        html.duplicate_id(output_of(tmp_path, {"index.html": built('<p id="a"><p id="a">')}))
    )

    assert ("L'id «a» compare 2 volte.", 1) == (problem.what, problem.line)


def test_a_page_that_says_its_language_passes(tmp_path):
    """Language and direction are those of the folder."""
    pages = {"index.html": built(), "en/index.html": built(lang="en"), "404.html": built()}

    assert [] == lines_of(html.unmarked_language, output_of(tmp_path, pages))


@pytest.mark.parametrize(
    ("path", "lang", "direction"),
    [
        ("index.html", "", "ltr"),
        ("index.html", "it", ""),
        ("index.html", "it", "rtl"),
        ("index.html", "en", "ltr"),
        ("en/index.html", "it", "ltr"),
        ("index.html", "xx", "ltr"),
    ],
)
def test_a_page_in_a_wrong_language_is_told(tmp_path, path, lang, direction):
    """A screen reader must never get the wrong voice (R29, R41)."""
    pages = {path: built(lang=lang, direction=direction)}

    assert [1] == lines_of(html.unmarked_language, output_of(tmp_path, pages))


def test_a_page_with_a_name_of_its_own_passes(tmp_path):
    """The same title in two languages, or on a page that only sends on, is fine."""
    refresh = f'{HEAD}<meta http-equiv="refresh" content="0; url=../">'
    pages = {
        "index.html": built(),
        "en/index.html": built(lang="en"),
        "vecchio/index.html": built(head=refresh),
    }

    assert [] == lines_of(html.unnamed_page, output_of(tmp_path, pages))


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "<title></title>" + HEAD.split("</title>")[1],
        "<title>Altro</title>",
        '<title>Altro</title><meta name="description" content="">',
    ],
)
def test_a_page_without_a_name_of_its_own_is_told(tmp_path, head):
    """A shared or missing title, or a missing description, is told (R18)."""
    pages = {"aiuto/index.html": built(), "b/index.html": built(head=head)}
    found = places_of(html.unnamed_page, output_of(tmp_path, pages))

    assert ["output/b/index.html:1"] == found
