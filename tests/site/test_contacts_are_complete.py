# SPDX-License-Identifier: AGPL-3.0-or-later
"""A contact on a page: the number that is shown is dialled, and what a call leaves behind is said."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import Element

import pytest

from plugins.content import Content
from plugins.languages import LANGUAGES, Language
from plugins.opening_hours import parse_hours
from plugins.words import Words
from tests.conftest import PUBLIC_URL
from tests.site.reading import Page, internal, page_in, words_of

NUMBER_LIKE = re.compile(r"(?<![\w/.-])\+?\d[\d ./-]{5,}\d(?![\w/-])")
DATE = re.compile(r"\d{4}-\d\d-\d\d|(?:19|20)\d\d[-/](?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}")


def digits(text: str) -> str:
    """Return only the digits."""
    return re.sub(r"\D", "", text)


def cards(page: Page) -> dict[str, Element]:
    """Return the contact cards of a page by the contact's id."""
    return {card.get("data-contact", ""): card for card in page.all(".//*[@data-contact]")}


def links(where: Element, scheme: str) -> list[Element]:
    """Return the links of one scheme ("tel:") inside an element."""
    return [link for link in where.iter("a") if link.get("href", "").startswith(scheme)]


def facts(card: Element) -> dict[str, list[str]]:
    """Return the facts of a card: the words of each <dd> under the words of its <dt>."""
    found: dict[str, list[str]] = {}
    for group in card.findall(".//dl/div"):
        name = words_of(group.find("dt"))
        found.setdefault(name, []).extend(words_of(value) for value in group.findall("dd"))
    return found


def test_every_phone_card_says_what_a_call_leaves(public_pages: dict[str, Page]) -> None:
    """Every card with a number says that the call stays in the list, and leads to advice (R19)."""
    wrong = []
    for page in public_pages.values():
        for name, card in cards(page).items():
            notes = card.findall(".//*[@data-note='call-list']")
            ways = [
                internal(link.get("href", ""), page, PUBLIC_URL)
                for note in notes
                for link in note.iter("a")
            ]
            right = [way for way in ways if way and way.endswith("/sicurezza/#registro-chiamate")]
            if links(card, "tel:") and not (len(notes) == len(right) == 1):
                wrong.append((page.path, name))

    assert [] == wrong


def test_every_call_button_says_it_too(public_pages: dict[str, Page]) -> None:
    """A page with a large call button outside a card says the same beside it (R19)."""
    wrong = [
        page.path
        for page in public_pages.values()
        if page.all(".//main//a[@data-kind]") and not page.all(".//main//*[@data-note='call-list']")
    ]

    assert [] == wrong


def test_every_mail_card_says_a_copy_stays(public_pages: dict[str, Page]) -> None:
    """Every card with an e-mail says that a copy stays among the sent ones (R55)."""
    wrong = [
        (page.path, name)
        for page in public_pages.values()
        for name, card in cards(page).items()
        if links(card, "mailto:") and len(card.findall(".//*[@data-note='sent-mail']")) != 1
    ]

    assert [] == wrong


def test_the_number_shown_is_the_number_dialled(public_pages: dict[str, Page]) -> None:
    """Every phone link dials the digits it shows, the country code apart (R73)."""
    wrong = [
        (page.path, link.get("href"), words_of(link))
        for page in public_pages.values()
        for link in links(page.root, "tel:")
        if digits(link.get("href", "").replace("tel:+39", "tel:")) != digits(words_of(link))
    ]

    assert [] == wrong


@pytest.mark.parametrize("scheme", ["tel:", "mailto:"])
def test_numbers_and_mails_are_isolated(public_pages: dict[str, Page], scheme: str) -> None:
    """Every number and e-mail runs left to right, whatever the text around it does (R32)."""
    wrong = [
        (page.path, words_of(link))
        for page in public_pages.values()
        for link in links(page.root, scheme)
        if not any(
            bdi.get("dir") == "ltr" and re.search(r"\d|@", words_of(bdi))
            for bdi in link.iter("bdi")
        )
    ]

    assert [] == wrong


def test_every_number_is_in_the_registry(public_pages: dict[str, Page], content: Content) -> None:
    """Every string that looks like a phone number is one of the registry's (R74)."""
    known = {digits(contact.facts.get("phone", "")) for contact in content.contacts.values()}
    unknown = {
        (page.path, match[0])
        for page in public_pages.values()
        for words, _ in page.texts()
        for match in NUMBER_LIKE.finditer(words)
        if len(digits(match[0])) >= 7
        and not DATE.search(match[0])
        and digits(match[0]) not in known
    }

    assert set() == unknown


def test_contacts_are_text(public_pages: dict[str, Page], content: Content) -> None:
    """The help page shows number, e-mail and address of each card as plain text, unmasked (R54)."""
    missing = []
    for language in LANGUAGES:
        for name, card in cards(page_in(public_pages, "aiuto", language)).items():
            stated = content.contacts[name].facts
            wanted = [stated.get("phone"), *stated.get("email", ()), stated.get("address")]
            missing += [(name, fact) for fact in wanted if fact and fact not in words_of(card)]

    assert [] == missing


# Where words are joined (Arabic "and", Chinese) or hold one another (Bengali), a name of a language
# cannot be found again in a sentence: those three are not compared.
SPACED = [language for language in LANGUAGES if language.tag not in ("ar", "bn", "zh-Hans")]


def points(page: Page) -> list[dict[str, object]]:
    """Return the contact points that a page gives to machines."""
    script = page.one(".//script", type="application/ld+json")
    return json.loads(script.text or "")["contactPoint"]


def shown(card: Element, language: Language, words: Words) -> dict[str, object]:
    """Return what a card says to its reader, in the form machines are told."""

    def say(message: str) -> str:
        return words.translate(message, language.tag)

    said = facts(card)
    names = language.spelling.languages
    spoken = " ".join(said.get(say("Lingue"), []))
    return {
        "name": words_of(card.find("*")),
        "telephone": words_of(links(card, "tel:")[0].find(".//bdi")),
        "free": say("Gratis") in said.get(say("Costo"), []),
        "hours": said.get(say("Quando"), []),
        "languages": {
            name for name in names.values() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", spoken)
        },
    }


def told(point: dict[str, object], language: Language, words: Words) -> dict[str, object]:
    """Return what a machine is told, in the words of the page."""
    hours = point.get("hoursAvailable", [])
    always = [words.translate("Sempre, giorno e notte", language.tag)]
    openings = [] if isinstance(hours, str) else [parse_hours(line) for line in hours]
    named = {language.name_of(tag) for tag in point.get("availableLanguage", ())}
    return {
        "name": point["name"],
        "telephone": point["telephone"],
        "free": point.get("contactOption") == "TollFree",
        "hours": always if isinstance(hours, str) else [o.text(language) for o in openings if o],
        "languages": {name for name in named if name},
    }


@pytest.mark.parametrize("language", SPACED, ids=lambda language: language.tag)
def test_machines_are_told_what_the_page_says(
    public_pages: dict[str, Page], words: Words, language: Language
) -> None:
    """Names, numbers, hours, cost and languages for machines are those of the cards (R75)."""
    page = page_in(public_pages, "aiuto", language)
    visible = [shown(card, language, words) for card in cards(page).values() if links(card, "tel:")]

    assert visible == [told(point, language, words) for point in points(page)]


def test_machines_are_told_only_on_the_help_page(public_pages: dict[str, Page]) -> None:
    """Contact points for machines stand on the help page of each language, nowhere else (R75)."""
    carrying = {
        page.address
        for page in public_pages.values()
        if page.all(".//script", type="application/ld+json")
    }

    assert {page_in(public_pages, "aiuto", language).address for language in LANGUAGES} == carrying
