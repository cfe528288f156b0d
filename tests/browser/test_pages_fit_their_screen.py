# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small screens, large letters, wide spacing: nothing is cut, nothing needs scrolling sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site, always_in_every_language, in_every_language
from tests.browser.templates import one_of_each

SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
LARGER = "size => { document.documentElement.style.fontSize = size }"
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Elements that hide a part of their own text, but for what is clipped on purpose, to be read aloud.
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  if (style.clipPath !== "none" || !element.innerText?.trim()) return false;
  const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
  return hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    && ![...element.children].some(child => getComputedStyle(child).position === "absolute");
}).map(element => element.outerHTML.slice(0, 80))"""
# Text that reaches beyond the window, unless it stands in a strip that scrolls inside itself.
OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(element => {
  const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const box = element.getBoundingClientRect();
  for (let outer = element; outer; outer = outer.parentElement)
    if (["auto", "scroll"].includes(getComputedStyle(outer).overflowX)) return false;
  return text && getComputedStyle(element).clipPath === "none" && element.checkVisibility() && box.right > innerWidth + 1;
}).map(element => element.outerHTML.slice(0, 80))"""


# What shows under the exit where a page begins, before anybody scrolls.
UNDER_EXIT = """() => {
  const exit = document.querySelector("body > nav a");
  const one = exit.getBoundingClientRect();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    let seen = text.data.trim() && text.parentElement.checkVisibility() && !exit.contains(text);
    for (let outer = text.parentElement; outer; outer = outer.parentElement)
      seen &&= getComputedStyle(outer).clipPath === "none";
    const range = document.createRange();
    range.selectNodeContents(text);
    if (seen && [...range.getClientRects()].some(other =>
      Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
      Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top))) found.push(text.data.trim());
  }
  return found;
}"""


def nightly(width: int) -> object:
    """Return a width that only `make test-all` tries."""
    return pytest.param(width, marks=pytest.mark.nightly)


def misfits(
    page: Page, site: Site, addresses: Iterable[str], change: str = "0", argument: object = None
) -> list[object]:
    """Return (address, pixels too wide, cut elements) of each page that does not fit."""
    wrong = []
    for address in addresses:
        page.goto(site.url + address)
        page.evaluate(change, argument)
        found = page.evaluate(SIDEWAYS), page.evaluate(CUT), page.evaluate(OUTSIDE)
        if found != (0, [], []):
            wrong.append((address, *found))
    return wrong


@in_every_language
@pytest.mark.parametrize("width", [320, 1280, *map(nightly, (360, 768))])
def test_no_page_scrolls_sideways(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """No page is wider than its screen, from the narrowest phone to a desk: 320 is 400 % zoom (R36, R60)."""
    assert [] == misfits(page_with(width, 640), site, site.of(language))


@in_every_language
@pytest.mark.parametrize("width", [360, nightly(1280)])
def test_large_letters_fit(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """With letters twice as large no page scrolls sideways and no text is cut (R36, R60)."""
    assert [] == misfits(page_with(width, 640), site, site.of(language), LARGER, "200%")


@in_every_language
def test_wide_spacing_cuts_nothing(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """With the text spacing of WCAG 1.4.12 no text is cut and nothing scrolls sideways (R60)."""
    assert [] == misfits(page_with(320, 640), site, site.of(language), SPACED)


@always_in_every_language
@pytest.mark.parametrize("change", ["0", LARGER, SPACED], ids=["plain", "large", "spaced"])
def test_no_template_is_too_long_for_a_language(
    page_with: Callable[..., Page], site: Site, language: Language, change: str
) -> None:
    """In no language does a kind of page scroll sideways, plain, twice as large or spaced (R36, R60)."""
    pages = one_of_each(site, language).values()

    assert [] == misfits(page_with(320, 640), site, pages, change, "200%")


@always_in_every_language
@pytest.mark.parametrize("width", [320, 360, nightly(768), nightly(1280)])
def test_exit_hides_nothing_where_a_page_begins(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """Before one scrolls no word stands under the exit, with letters twice as large too (R36, R60)."""
    page = page_with(width, 640)
    hidden = []
    for address in one_of_each(site, language).values():
        page.goto(site.url + address)
        for size in ("100%", "200%"):
            page.evaluate(LARGER, size)
            hidden += [(address, size, words) for words in page.evaluate(UNDER_EXIT)]

    assert [] == hidden


@in_every_language
def test_front_page_shows_the_languages_at_once(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """At least eight languages, or all there are, are readable on the front page's first screen (R20)."""
    page = page_with(360, 640)
    page.goto(site.address("index", language))
    boxes = [entry.bounding_box() for entry in page.locator("nav li > [lang][dir]").all()]
    inside = [
        box for box in boxes
        if box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] + box["height"] <= 640
    ]  # fmt: skip

    assert min(8, len(boxes)) <= len(inside)


@in_every_language
def test_front_page_shows_the_number_at_once(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """On the front page's first screen the main heading and a way to call can be seen (R61)."""
    page = page_with(360, 640)
    page.goto(site.address("index", language))
    boxes = [page.locator(what).first.bounding_box() for what in ("h1", "a[href='tel:800290290']")]

    assert all(box and box["y"] + box["height"] <= 640 for box in boxes)
