# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader must be able to judge how old a fact is: pages, contacts and news carry their dates."""

from __future__ import annotations

import datetime
from xml.etree.ElementTree import Element

import pytest
from babel.dates import format_date

from plugins.content import Content
from plugins.languages import LANGUAGES, Language
from plugins.words import Words
from tests.site.reading import LANGUAGE, Page, every_language, page_in, words_of


@every_language
def test_every_page_says_when_its_sources_were_read(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """Every page says the day its sources were consulted, as its front matter states it (R90)."""
    expected, found = {}, {}
    for (name, tag), source in content.pages.items():
        if tag != language.tag:
            continue
        checked = content.facts(source, "checked_on")
        page = page_in(public_pages, name, language)
        others = page.all(".//*[@data-contact]") + page.all(
            ".//*[@data-state]"
        )  # with days of their own
        inside = {time for other in others for time in other.iter("time")}
        times = [time for time in page.all(".//main//time") if time not in inside]
        expected[name] = [checked.isoformat()]
        found[name] = [time.get("datetime") for time in times]

    assert expected == found


@every_language
def test_every_contact_says_it_too(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """Every contact card says the day its own sources were consulted (R90)."""
    wrong = [
        (page.path, card.get("data-contact"))
        for page in public_pages.values()
        if page.lang == language.tag
        for card in page.all(".//*[@data-contact]")
        if [time.get("datetime") for time in card.iter("time")]
        != [content.contacts[card.get("data-contact", "")].facts["checked_on"].isoformat()]
    ]

    assert [] == wrong


def in_words(time: Element, language: Language) -> str:
    """Return a date as a language writes it."""
    day = datetime.date.fromisoformat(time.get("datetime", ""))
    return " ".join(format_date(day, "long", locale=language.spelling).split())


@every_language
def test_dates_are_in_the_words_of_the_page(
    public_pages: dict[str, Page], language: Language
) -> None:
    """Each date reads as the page's language writes dates, and says what it is for machines (R90)."""
    wrong = [
        (page.path, words_of(time))
        for page in public_pages.values()
        if page.lang == language.tag
        for time in page.all(".//time")
        if words_of(time) != in_words(time, LANGUAGE[page.language_of(time)])
    ]

    assert [] == wrong


@every_language
def test_consulted_never_means_verified(
    public_pages: dict[str, Page], words: Words, language: Language
) -> None:
    """The words around the day say «fonti consultate», never «verificato» (R90)."""
    sentence = words.translate("Fonti consultate il %(date)s.", language.tag)
    start = sentence.split("%(date)s")[0].strip()
    page = page_in(public_pages, "aiuto", language)
    said = {
        words_of(paragraph).split(words_of(paragraph.find("time")))[0].strip()
        for paragraph in page.all(".//main//p")
        if paragraph.find("time") is not None
    }

    assert {start} == said


@pytest.mark.parametrize("language", LANGUAGES[:2], ids=["it", "en"])
def test_news_say_the_day_they_were_published(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """Every news item carries its date, and the list of news carries them all, newest first."""
    days = {
        name: s.fields["date"].isoformat()
        for (name, tag), s in content.news.items()
        if tag == language.tag
    }
    own = {
        name: page_in(public_pages, f"news/{name}", language).all(".//main//time")[0].get("datetime")
        for name in days
    }  # fmt: skip
    listed = [
        time.get("datetime")
        for time in page_in(public_pages, "news", language).all(".//main//time")
    ]

    assert (days, sorted(days.values(), reverse=True)) == (own, listed)
