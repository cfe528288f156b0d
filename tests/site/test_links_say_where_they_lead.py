# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link that leaves the site, or the reader's language, says so before it is followed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from pelicanconf import FOREIGN_HOSTS
from plugins.languages import ITALIAN, LANGUAGES
from tests.conftest import PUBLIC_URL
from tests.site.reading import Page, internal, words_of


def outside(page: Page) -> Iterator[Element]:
    """Yield the links to other sites, but the exit: it must not draw attention to itself."""
    for link in page.all(".//a")[1:]:
        if (
            link.get("href", "").startswith("http")
            and internal(link.get("href", ""), page, PUBLIC_URL) is None
        ):
            yield link


def language_of(link: Element) -> str:
    """Return the language of the site a link leads to."""
    return FOREIGN_HOSTS.get(urlsplit(link.get("href", "")).netloc, ITALIAN.tag)


def test_no_link_opens_a_window(public_pages: dict[str, Page]) -> None:
    """Every link stays in its tab, so that Back and history do what people expect (R56)."""
    assert [] == [page.path for page in public_pages.values() if page.all(".//*[@target]")]


def test_outgoing_links_carry_no_referrer(public_pages: dict[str, Page]) -> None:
    """Every link to another site hides where its reader comes from (R4, R56)."""
    telling = [
        (page.path, link.get("href"))
        for page in public_pages.values()
        for link in page.all(".//a")
        if urlsplit(link.get("href", "")).scheme in ("http", "https")
        and "noreferrer" not in link.get("rel", "").split()
    ]

    assert [] == telling


def test_outgoing_links_declare_another_language(public_pages: dict[str, Page]) -> None:
    """A link to a site in another language than the page declares that language (R30)."""
    silent = [
        (page.path, link.get("href"))
        for page in public_pages.values()
        for link in outside(page)
        if language_of(link) != page.lang and link.get("hreflang") != language_of(link)
    ]

    assert [] == silent


def test_declared_languages_are_true(public_pages: dict[str, Page]) -> None:
    """No link to another site declares a language that its host does not have (R30)."""
    lying = [
        (page.path, link.get("href"), link.get("hreflang"))
        for page in public_pages.values()
        for link in outside(page)
        if link.get("hreflang") not in (None, language_of(link))
    ]

    assert [] == lying


def test_pages_in_another_language_are_announced(public_pages: dict[str, Page]) -> None:
    """A link to a page of ours in another language declares it (R30)."""
    languages = {page.address: page.lang for page in public_pages.values()}
    silent = []
    for page in public_pages.values():
        for link in page.all(".//a"):
            target = internal(link.get("href", ""), page, PUBLIC_URL)
            lang = languages[target.split("#")[0]] if target else page.lang
            around = page.language_of(link)  # an Italian text may lead to Italian without a word
            if lang not in (page.lang, around) and link.get("hreflang") != lang:
                silent.append((page.path, link.get("href")))

    assert [] == silent


def test_prose_says_the_language_in_words(public_pages: dict[str, Page]) -> None:
    """In running text the reader is told in words that a link leads to another language (R30)."""
    names = {
        (here.tag, there): (here.name_of(there) or "").casefold()
        for here in LANGUAGES
        for there in {ITALIAN.tag, *FOREIGN_HOSTS.values()}
    }
    notices = {  # of a translation left behind: «Leggi la pagina in italiano», declined
        link for page in public_pages.values() for link in page.all(".//*[@data-state]//a")
    }
    silent = [
        (page.path, link.get("href"))
        for page in public_pages.values()
        for block in page.all(".//main//p") + page.all(".//main//li") + page.all(".//main//td")
        for link in block.iter("a")
        if link not in notices
        and link.get("hreflang", page.lang) not in (page.lang, page.language_of(link))
        and names[page.language_of(link), link.get("hreflang", "")]
        not in words_of(block).casefold()
    ]

    assert [] == silent


def test_links_have_words(public_pages: dict[str, Page]) -> None:
    """Every link has words of its own to be read aloud, and none is only its address (R62)."""
    mute = [
        (page.path, link.get("href"))
        for page in public_pages.values()
        for link in page.all(".//a")
        if not words_of(link) or words_of(link).startswith(("http:", "https:"))
    ]

    assert [] == mute
