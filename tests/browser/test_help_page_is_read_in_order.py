# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever hears the help page instead of seeing it: way out and number first, then who to call.

The outlines below are what a screen reader tells, line by line, of `aiuto`: a landmark, a heading or
a link, with its name. Its words are those of the catalogues, its sections those of the page's source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from plugins.languages import ITALIAN, LANGUAGES, Language
from plugins.words import Words
from tests.browser.conftest import Site, always_in_every_language, in_every_script
from tests.browser.spoken import LANDMARKS, outline
from tests.conftest import ROOT

# "=" before what is the same in every language; "+" between the parts of one name.
BEFORE = """
navigation: Uscita e aiuto subito
link: Esci + subito da questo sito: uscita di emergenza
link: Chiama gratis + =800 290 290
link: Sicurezza
link: Vai al contenuto
banner:
link: =Comune di Crema
navigation: Lingue
(every other language)
link: =Mettiamo le ali + Aiuto e diritti, a Crema
navigation: Pagine principali
link: Aiuto
link: Segnali
link: Programma
link: Partecipa
main:
link: Vai alla prima pagina
(title)
link: Chiama gratis, giorno e notte + =800 290 290
link: In pericolo adesso + =112
link: Chiamate e telefono: cosa resta
navigation: In questa pagina
heading 2: In questa pagina
(link to every section)
"""
AFTER = """
(heading of every section)
region: Un piccolo passo
heading 2: Un piccolo passo
contentinfo:
navigation: Tutte le pagine
navigation: Note e servizio
"""


@pytest.fixture(scope="module")
def words() -> Words:
    """The catalogues."""
    return Words(ROOT, LANGUAGES)


def source(language: Language) -> str:
    """Return the help page as it is written."""
    return (ROOT / "content/pages" / language.folder / "aiuto.md").read_text("utf-8")


def lines(text: str, language: Language, words: Words) -> Iterable[tuple[str, str]]:
    """Return (role, name) of each line of an outline in a language."""
    title = re.search(r'^title: *"?(.*?)"?$', source(language), re.MULTILINE)
    sections = re.findall(r"^## (.*)$", source(language), re.MULTILINE)
    many = {
        "(every other language)": [("link", other.endonym) for other in LANGUAGES if other != language],
        "(title)": [("heading 1", title[1] if title else "")],
        "(link to every section)": [("link", section) for section in sections],
        "(heading of every section)": [("heading 2", section) for section in sections],
    }  # fmt: skip
    for line in text.strip().splitlines():
        role, _, name = line.partition(":")
        parts = [
            part[1:] if part.startswith("=") else words.translate(part, language.tag)
            for part in name.strip().split(" + ")
            if part
        ]
        yield from many.get(line, [(role, " ".join(parts))])


@in_every_script
def test_help_is_read_before_everything(
    page_with: Callable[..., Page], site: Site, language: Language, words: Words
) -> None:
    """The help page begins with exit, number, safety, skip link, and goes on in order (R16, R61, R62)."""
    page = page_with()
    page.goto(site.address("aiuto", language))
    expected = list(lines(BEFORE, language, words))

    assert expected == outline(page)[: len(expected)]


@in_every_script
def test_the_rest_is_read_section_by_section(
    page_with: Callable[..., Page], site: Site, language: Language, words: Words
) -> None:
    """After its contents the page is read section by section, then the small act and the foot (R62)."""
    page = page_with()
    page.goto(site.address("aiuto", language))
    begun = len(list(lines(BEFORE, language, words)))
    told = [line for line in outline(page)[begun:] if line.role in (*LANDMARKS, "heading 2")]

    assert list(lines(AFTER, language, words)) == told


@always_in_every_language
def test_landmarks_speak_the_readers_language(
    page_with: Callable[..., Page], site: Site, language: Language, words: Words
) -> None:
    """Every landmark of the front page is called in the page's language, and by its own name (R62)."""
    page = page_with()
    page.goto(site.address("index", language))
    names = [line.name for line in outline(page) if line.role == "navigation"]
    called = ["Uscita e aiuto subito", "Lingue", "Pagine principali", "Tutte le pagine", "Note e servizio"]  # fmt: skip

    assert [words.translate(name, language.tag) for name in called] == names


def test_listening_and_seeing_agree(page_with: Callable[..., Page], site: Site) -> None:
    """No heading that is read on the help page is hidden from those who see it, nor the other way (R62)."""
    page = page_with()
    page.goto(site.address("aiuto", ITALIAN))
    seen = [
        " ".join(heading.inner_text().split())
        for heading in page.locator("h1, h2, h3, h4").all()
        if heading.is_visible()
    ]
    read = [line.name for line in outline(page) if line.role.startswith("heading")]

    assert (True, seen) == (len(seen) > 10, read)
