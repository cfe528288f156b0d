# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that speaks two languages at once tells its reader that it was not made for them."""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from plugins.languages import ITALIAN, LANGUAGES, Language
from plugins.words import read_catalogue
from tests.conftest import ROOT
from tests.site.reading import Page, written

PLACEHOLDER = re.compile(r"%\(\w+\)s")
FOREIGN = [language for language in LANGUAGES if language != ITALIAN]
NOT_ITALIAN = [language for language in FOREIGN if not language.easy_italian]
other_words = pytest.mark.parametrize("language", NOT_ITALIAN, ids=lambda language: language.tag)
every_translation = pytest.mark.parametrize("language", FOREIGN, ids=lambda language: language.tag)


def pieces(message: str) -> set[str]:
    """Return the words of a message, cut where a value goes in, as they stand in a page."""
    cut = (" ".join(piece.split()).strip(" .,:") for piece in PLACEHOLDER.split(message))
    return {piece for piece in cut if len(piece) > 1}


@cache
def words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pieces of all Italian messages, and those of their translations."""
    with (ROOT / "translations/messages.pot").open("rb") as file:
        template = read_po(file)
    catalogue = read_catalogue(ROOT, language)
    italian = {piece for message in template if message.id for piece in pieces(str(message.id))}
    translated = {
        piece for message in catalogue if message.id for piece in pieces(str(message.string))
    }
    return frozenset(italian), frozenset(translated)


def spoken(pages: dict[str, Page], language: Language) -> set[tuple[str, str]]:
    """Return (path, words) for each text that the pages of a language say in that language."""
    return {
        (page.path, " ".join(text.split()).strip(" .,:"))
        for page in pages.values()
        if page.lang == language.tag
        for text, tag in page.texts()
        if tag == language.tag
    }


@other_words
def test_no_interface_word_stays_italian(
    preview_pages: dict[str, Page], language: Language
) -> None:
    """No text of a page outside its Italian regions is an Italian word of the interface (R28)."""
    italian, translated = words(language)
    left = {
        (path, text)
        for path, text in spoken(preview_pages, language)
        if text in italian - translated
    }

    assert set() == left


@every_translation
def test_interface_words_are_really_compared(
    preview_pages: dict[str, Page], language: Language
) -> None:
    """The pages do say the catalogue's translations, so the comparison above sees them (R28)."""
    _, translated = words(language)
    seen = {text for _, text in spoken(preview_pages, language)} & translated

    assert len(seen) > len(translated) // 2


@other_words
def test_no_translation_is_the_italian_word(language: Language) -> None:
    """No message is translated by itself, but for names and words both languages share (R28)."""
    shared = {"Privacy", "E-mail", "WhatsApp", "in %(language)s"}
    same = {
        message.id for message in read_catalogue(ROOT, language)
        if message.id and message.string == message.id and not message.user_comments
    }  # fmt: skip

    assert set() == same - shared


@pytest.mark.parametrize("tag", [language.tag for language in LANGUAGES])
def test_head_speaks_it_too(public_pages: dict[str, Page], tag: str) -> None:
    """No description is shared by two languages: each head is in its page's words (R28)."""
    pages = written(public_pages).values()
    mine = {page.meta("description") for page in pages if page.lang == tag}
    others = {page.meta("description") for page in pages if page.lang != tag}

    assert set() == mine & others
