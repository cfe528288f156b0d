# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses are promises on printed cards: where pages live, and the ways between them."""

from __future__ import annotations

import itertools
from urllib.parse import urljoin

import pytest

from plugins.addresses import (
    feed_address,
    file_of,
    home,
    news_address,
    page_address,
    site_path,
    way,
)
from plugins.languages import ITALIAN, Language, by_tag

ENGLISH = by_tag("en")
CHINESE = Language("zh-Hans", "zh_Hans", "zh")
PLACES = ("/", "/aiuto/", "/en/", "/en/aiuto/", "/en/news/2026-x/", "/zh-hans/404.html")


@pytest.mark.parametrize(
    ("language", "address"), [(ITALIAN, "/"), (ENGLISH, "/en/"), (CHINESE, "/zh-hans/")]
)
def test_italian_lives_at_the_root(language, address):
    """The Italian front page is the root of the site, the others have a folder."""
    assert address == home(language)


@pytest.mark.parametrize(
    ("page_id", "italian", "english"),
    [
        ("index", "/", "/en/"),
        ("aiuto", "/aiuto/", "/en/aiuto/"),
        ("404", "/404.html", "/en/404.html"),
    ],
)
def test_a_page_has_the_same_last_word_in_all_languages(page_id, italian, english):
    """The id of a page is the last part of its address in every language."""
    assert (italian, english) == (page_address(page_id, ITALIAN), page_address(page_id, ENGLISH))


def test_news_lives_in_its_own_folder():
    """News, its list and its feed stand side by side."""
    found = (news_address("2026-x", ENGLISH), news_address("", ITALIAN), feed_address(ITALIAN))

    assert ("/en/news/2026-x/", "/news/", "/news/feed.xml") == found


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/aiuto/", "aiuto/index.html"),
        ("/en/404.html", "en/404.html"),
        ("/news/feed.xml", "news/feed.xml"),
    ],
)
def test_every_address_is_answered_by_one_file(address, file):
    """An address with a last slash is a folder's index, any other is a file."""
    assert file == file_of(address)


@pytest.mark.parametrize(("start", "end"), list(itertools.product(PLACES, PLACES)))
def test_a_way_leads_where_it_says(start, end):
    """A relative link leads to its address from every page of the site."""
    assert end == urljoin(start, way(start, end))


@pytest.mark.parametrize(("start", "end"), list(itertools.product(PLACES, PLACES)))
def test_a_way_works_under_a_sub_path(start, end):
    """The same link works when the site lives under a path of another site."""
    assert f"/crema{end}" == urljoin(f"/crema{start}", way(start, end))


@pytest.mark.parametrize(
    ("site_url", "path"),
    [
        ("https://a.example.org", ""),
        ("https://a.example.org/crema/", "/crema"),
        ("http://localhost:8000", ""),
    ],
)
def test_the_path_of_the_site_has_no_last_slash(site_url, path):
    """The path of the site can be put before any address."""
    assert path == site_path(site_url)
