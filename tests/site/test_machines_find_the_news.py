# SPDX-License-Identifier: AGPL-3.0-or-later
"""Feeds and robots.txt, read as feed readers and search engines read them."""

from __future__ import annotations

import datetime
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from plugins.content import Content
from tests.conftest import PUBLIC_URL, Project

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = {"it": "/news/feed.xml", "en": "/en/news/feed.xml"}


def read_feed(project: Project, language: str) -> Element:
    """Return the root of a language's feed."""
    file = project.output / FEEDS[language].lstrip("/")
    return ElementTree.parse(file).getroot()  # noqa: S314 (we wrote it)


@pytest.mark.parametrize("language", FEEDS)
def test_feed_names_language_and_itself(published: Project, language: str) -> None:
    """Each feed says its language, its own absolute address and the page it belongs to."""
    feed = read_feed(published, language)
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    address = PUBLIC_URL + FEEDS[language]
    expected = (language, {"self": address, "alternate": address.removesuffix("feed.xml")})

    assert expected == (feed.get(XML_LANG), links)


@pytest.mark.parametrize("language", FEEDS)
def test_feed_lists_every_item_newest_first(
    published: Project, content: Content, language: str
) -> None:
    """Each feed lists all news of its language, newest first, with title and absolute address."""
    items = [source for (_, tag), source in content.news.items() if tag == language]
    items.sort(key=lambda source: source.fields["date"], reverse=True)
    home = PUBLIC_URL + FEEDS[language].removesuffix("feed.xml")
    expected = [(source.fields["title"], f"{home}{source.place.id}/") for source in items]
    found = [
        (entry.findtext(f"{ATOM}title"), entry.find(f"{ATOM}link").get("href"))
        for entry in read_feed(published, language).iter(f"{ATOM}entry")
    ]

    assert expected == found


@pytest.mark.parametrize("language", FEEDS)
def test_feed_entries_have_what_atom_asks(published: Project, language: str) -> None:
    """Each entry has a unique id, a date with its time zone, and a summary."""
    entries = list(read_feed(published, language).iter(f"{ATOM}entry"))
    ids = {entry.findtext(f"{ATOM}id") for entry in entries}
    dated = [
        datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").tzinfo is not None
        and bool(entry.findtext(f"{ATOM}summary"))
        for entry in entries
    ]

    assert (len(entries), [True] * len(entries)) == (len(ids), dated)


def robots(project: Project) -> RobotFileParser:
    """Return robots.txt as a search engine reads it."""
    parser = RobotFileParser()
    parser.parse((project.output / "robots.txt").read_text("utf-8").splitlines())
    return parser


def test_public_site_may_be_listed(published: Project) -> None:
    """Search engines may read the public site, and find its sitemap."""
    parser = robots(published)
    expected = (True, [f"{PUBLIC_URL}/sitemap.xml"])

    assert expected == (parser.can_fetch("*", f"{PUBLIC_URL}/aiuto/"), parser.site_maps())


def test_preview_may_not_be_listed(preview: Project) -> None:
    """Search engines are asked to stay away from a preview."""
    assert not robots(preview).can_fetch("*", "http://localhost:8000/aiuto/")
