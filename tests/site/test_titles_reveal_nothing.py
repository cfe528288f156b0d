# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stays in a phone's history, tabs and previews must not give its reader away."""

from __future__ import annotations

from collections import Counter

import pytest

from plugins.content import Content
from plugins.languages import by_tag
from plugins.word_lists import revealing_words
from tests.conftest import ROOT
from tests.site.reading import LANGUAGE, Page, words_of, written

TAGS = list(LANGUAGE)  # every language has its list: tests/unit/test_word_lists.py


def sensitive_pages(pages: dict[str, Page], content: Content, tag: str) -> list[Page]:
    """Return the pages of a language whose Italian front matter says `sensitive: yes`."""
    ids = {
        name for (name, language), source in content.pages.items()
        if language == "it" and source.fields.get("sensitive")
    }  # fmt: skip
    return [
        page for page in pages.values()
        if page.lang == tag and (page.address.rstrip("/").rsplit("/", 1)[-1] or "index") in ids | {by_tag(tag).folder}
    ]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_the_pages_of_help_are_sensitive(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """The front page and the pages of help are held to this, in every language (R18)."""
    home = "/" if tag == "it" else f"/{by_tag(tag).folder}/"
    expected = {home, *(f"{home}{name}/" for name in ("aiuto", "mostra", "diritti", "sicurezza"))}

    assert expected == {page.address for page in sensitive_pages(public_pages, content, tag)}


@pytest.mark.parametrize("tag", TAGS)
def test_no_revealing_word_in_what_a_phone_keeps(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """Title, descriptions, address and section names of a help page reveal nothing (R18)."""
    words, found = revealing_words(ROOT, by_tag(tag)), []
    for page in sensitive_pages(public_pages, content, tag):
        kept = [words_of(title) or title.text or "" for title in page.all("./head/title")]
        kept += [
            meta.get("content", "")
            for meta in page.all("./head/meta")
            if meta.get("name") != "theme-color"
        ]
        kept += [page.address, *(element.get("id", "") for element in page.root.iter())]
        kept += [link.get("download", "") for link in page.all(".//a")]
        found += [(page.path, text) for text in kept if words.found(text)]

    assert [] == found


@pytest.mark.parametrize("tag", TAGS)
def test_sensitive_pages_are_not_kept_by_search_engines(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """Search engines are asked to keep no copy of a help page (R18)."""
    robots = {page.meta("robots") for page in sensitive_pages(public_pages, content, tag)}

    assert {"noarchive"} == robots


def test_titles_are_unique_in_their_language(public_pages: dict[str, Page]) -> None:
    """No two pages of a language share a title, or a description (R18)."""
    pages = written(public_pages).values()
    titles = Counter((page.lang, page.one("./head/title").text) for page in pages)
    described = Counter((page.lang, page.meta("description")) for page in pages)

    assert [] == [words for words, times in (titles + described).items() if times > 1]


def test_titles_say_the_page_then_the_site(public_pages: dict[str, Page]) -> None:
    """A title begins with the page's own main heading: it stays meaningful (R18)."""
    wrong = [
        (page.path, page.one("./head/title").text)
        for page in written(public_pages).values()
        if not (page.one("./head/title").text or "").startswith(words_of(page.one(".//h1")))
    ]

    assert [] == wrong
