# SPDX-License-Identifier: AGPL-3.0-or-later
"""A built site read as a stranger would: what each page says of itself."""

from __future__ import annotations

import gzip

import pytest

from plugins.built_page import BuiltPage, parse
from tests.unit.folders import output_of

HTML = """<!doctype html>
<html lang="ar" dir="rtl">
<head><title>Uno &amp; due</title>
<style>p{color:red}</style>
<meta name="robots" content="noindex, noarchive">
<link rel="canonical" href="https://example.org/ar/">
<link rel="alternate" hreflang="it" href="https://example.org/">
<link rel="alternate" type="application/atom+xml" href="feed.xml">
</head>
<body><h1 id="a">Ciao <b>mondo</b></h1>
<img src="x.png" alt="">
<p id="b">Fine.</p><script>var x = "<p>";</script></body>
</html>
"""
PAGE = parse("ar/index.html", HTML)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "ar"),
        ("direction", "rtl"),
        ("title", "Uno & due"),
        ("text", "Ciao mondo Fine."),
        ("ids", ["a", "b"]),
        ("address", "/ar/"),
        ("canonical", "https://example.org/ar/"),
        ("alternates", {"it": "https://example.org/"}),
        ("noindex", True),
        ("redirect", False),
        ("weight", len(gzip.compress(HTML.encode(), 9, mtime=0))),
    ],
)
def test_a_page_says_what_it_is(name, value):
    """Language, direction, title, words, ids, address, versions and weight are read."""
    assert value == getattr(PAGE, name)


@pytest.mark.parametrize(
    ("name", "value"),
    [("lang", ""), ("direction", ""), ("title", ""), ("canonical", ""), ("alternates", {}),
     ("noindex", False), ("ids", [])],
)  # fmt: skip
def test_an_empty_page_says_nothing(name, value):
    """What a page does not say is empty, never an error."""
    assert value == getattr(parse("a.html", "<p>Ciao</p>"), name)


def test_elements_have_their_line():
    """A fault in a built page can be shown at its line."""
    assert [({"src": "x.png", "alt": ""}, 11)] == list(PAGE.all("img"))


def test_a_page_that_sends_on_is_a_redirect():
    """A moved address is known by its refresh."""
    html = '<meta http-equiv="refresh" content="0; url=../b/">'

    assert parse("a/index.html", html).redirect


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.html", "/"), ("aiuto/index.html", "/aiuto/"), ("en/404.html", "/en/404.html")],
)
def test_a_file_answers_at_its_address(path, address):
    """A folder's index answers at the folder."""
    assert address == BuiltPage(path, "").address


def test_a_site_is_its_pages_and_its_files(tmp_path):
    """Every HTML file is a page; everything else is a file."""
    site = output_of(tmp_path, {"index.html": HTML, "b/index.html": "<p>", "images/a.png": b"x"})

    assert ["b/index.html", "index.html"] == list(site.pages)
    assert {"b/index.html", "index.html", "images/a.png"} == site.files
    assert "/crema" == site.base


def test_pages_kept_from_search_engines_are_known(tmp_path):
    """The pages search engines may list are those that do not ask to be left out."""
    site = output_of(tmp_path, {"index.html": HTML, "b/index.html": "<p>"})

    assert ["b/index.html"] == [page.path for page in site.indexed]
