# SPDX-License-Identifier: AGPL-3.0-or-later
"""In fear nobody searches: exit, number and safety stand first on every page, in one order."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from plugins.languages import LANGUAGES, Language
from plugins.words import Words
from tests.conftest import PUBLIC_URL
from tests.site.reading import Page, every_language, internal, words_of

FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary")
# facts.md §8c: the hosts an exit may lead to, by language tag.
ENCYCLOPEDIAS = {
    "it": "it", "en": "en", "ro": "ro", "ar": "ar", "sq": "sq", "pa": "pa", "fr": "fr", "es": "es",
    "pcm": "pcm", "ur": "ur", "bn": "bn", "uk": "uk", "zh-Hans": "zh", "pt-BR": "pt", "hi": "hi",
    "ru": "ru", "it-simple": "it",
}  # fmt: skip
WEATHER = "www.meteoam.it"


def stops(page: Page) -> list[Element]:
    """Return what the Tab key stops at, in order."""
    return [
        element
        for element in page.one("body").iter()
        if (element.tag in FOCUSABLE and (element.tag != "a" or element.get("href")))
        or int(element.get("tabindex", "-1")) >= 0
    ]


def exits(pages: dict[str, Page], language: Language) -> Counter[str]:
    """Return how many pages of a language lead out to each address."""
    return Counter(
        stops(page)[0].get("href", "") for page in pages.values() if page.lang == language.tag
    )


def allowed(language: Language) -> set[str]:
    """Return the hosts the exit may lead to from a page of this language."""
    codes = {ENCYCLOPEDIAS[language.tag]} | ({"en"} if language.tag == "pcm" else set())
    return {f"{code}.{site}.org" for code in codes for site in ("wikipedia", "wiktionary")} | {
        WEATHER
    }


def test_first_four_stops_are_the_same_everywhere(public_pages: dict[str, Page]) -> None:
    """Tab stops first at exit, the number, the safety page, then skip to content (R1, R16, R61)."""
    languages = {language.tag: language for language in LANGUAGES}
    wrong = {}
    for path, page in public_pages.items():
        out, *rest = [stop.get("href", "") for stop in stops(page)[:4]]
        home = "/" if page.lang == "it" else f"/{languages[page.lang].folder}/"
        found = [
            out in languages[page.lang].exits,
            rest[0],
            internal(rest[1], page, PUBLIC_URL),
            rest[2],
        ]
        if found != [True, "tel:800290290", f"{home}sicurezza/", "#main"]:
            wrong[path] = found

    assert {} == wrong


def test_help_stands_before_everything(public_pages: dict[str, Page]) -> None:
    """The strip of help is the first element of the body, before header and content (R61)."""
    first = {page.one("body")[0].tag for page in public_pages.values()}
    containing = {len(list(page.one("body")[0].iter("a"))) for page in public_pages.values()}

    assert ({"nav"}, {4}) == (first, containing)


def test_nothing_jumps_the_queue(public_pages: dict[str, Page]) -> None:
    """No element changes the Tab order: it is the order of the page (R61)."""
    jumping = [
        (page.path, element.tag)
        for page in public_pages.values()
        for element in page.root.iter()
        if int(element.get("tabindex", "0")) > 0 or element.get("autofocus") is not None
    ]

    assert [] == jumping


def test_skip_link_leads_to_the_content(public_pages: dict[str, Page]) -> None:
    """The skip link leads to the main region, which can take the focus (R61)."""
    found = {
        (page.one(".//main").get("id"), page.one(".//main").get("tabindex"))
        for page in public_pages.values()
    }

    assert {("main", "-1")} == found


def test_exit_sends_no_referrer_and_opens_no_window(public_pages: dict[str, Page]) -> None:
    """Exit is a plain link that replaces this page and does not say where one comes from (R1, R4)."""
    found = {
        (stops(page)[0].get("rel"), stops(page)[0].get("target")) for page in public_pages.values()
    }

    assert {("noreferrer", None)} == found


def test_exit_says_emergency_aloud(public_pages: dict[str, Page], words: Words) -> None:
    """Whoever listens hears that exit is for an emergency, in the page's language (R10)."""
    aloud = "subito da questo sito: uscita di emergenza"
    silent = [
        page.path
        for page in public_pages.values()
        if words.translate(aloud, page.lang) not in words_of(stops(page)[0])
    ]

    assert [] == silent


@every_language
def test_exits_lead_only_to_allowed_places(
    public_pages: dict[str, Page], language: Language
) -> None:
    """Exit leads to an encyclopedia, a dictionary or the weather, never to a search page (R11)."""
    hosts = {urlsplit(href).netloc for href in exits(public_pages, language)}
    schemes = {urlsplit(href).scheme for href in exits(public_pages, language)}

    assert ({"https"}, set()) == (schemes, hosts - allowed(language))


@every_language
def test_exits_vary_over_the_pages(public_pages: dict[str, Page], language: Language) -> None:
    """The pages of a language lead out to three places or more, none to only one page's (R11)."""
    pages = exits(public_pages, language)

    assert (True, []) == (len(pages) >= 3, [href for href, times in pages.items() if times < 2])
