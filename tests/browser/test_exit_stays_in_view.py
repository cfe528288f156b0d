# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way out must be under the thumb wherever one has scrolled, and not hide what one reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Page

from plugins.languages import Language
from tests.browser.conftest import (
    Site,
    always_in_every_language,
    in_every_language,
    in_every_script,
)

SCREENS = [(320, 256), (360, 640), (768, 1024), (1280, 800)]
TO_THE_END = "scrollTo(0, document.body.scrollHeight)"
HIT = """() => {
  const exit = document.querySelector("body > nav a");
  const box = exit.getBoundingClientRect();
  return exit.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


def exit_box(page: Page) -> FloatRect:
    """Return where the exit stands in the window."""
    box = page.locator("body > nav a").first.bounding_box()
    assert box
    return box


@in_every_script
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_exit_is_large_and_in_view(
    page_with: Callable[..., Page], site: Site, language: Language, screen: tuple[int, int]
) -> None:
    """Exit is at least 44 × 44 px and whole in the window, at the top of a page and at its end (R12)."""
    page = page_with(*screen)
    page.goto(site.address("aiuto", language))
    boxes = [exit_box(page)]
    page.evaluate(TO_THE_END)
    boxes.append(exit_box(page))
    seen = [
        box["width"] >= 44 and box["height"] >= 44 and box["x"] >= 0 and box["y"] >= 0
        and box["x"] + box["width"] <= screen[0] and box["y"] + box["height"] <= screen[1]
        for box in boxes
    ]  # fmt: skip

    assert [True, True] == seen


@always_in_every_language
def test_exit_hides_little(page_with: Callable[..., Page], site: Site, language: Language) -> None:
    """Exit covers at most a tenth of the smallest screen (R12)."""
    page = page_with(320, 256)
    page.goto(site.address("index", language))
    box = exit_box(page)

    assert box["width"] * box["height"] <= 320 * 256 / 10


@in_every_script
@pytest.mark.parametrize("page_id", ["index", "aiuto", "mostra"])
def test_nothing_covers_exit(
    page_with: Callable[..., Page], site: Site, language: Language, page_id: str
) -> None:
    """A tap on the exit reaches it, also halfway down the page (R12)."""
    page = page_with()
    page.goto(site.address(page_id, language))
    hits = [page.evaluate(HIT)]
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    hits.append(page.evaluate(HIT))

    assert [True, True] == hits


@in_every_script
def test_exit_stands_at_the_end_of_the_line(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """Exit stands where lines end: on the other side in a right-to-left page (R33)."""
    page = page_with()
    page.goto(site.address("aiuto", language))
    sides = {}
    for direction in ("ltr", "rtl"):
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        box = exit_box(page)
        sides[direction] = "end" if box["x"] > 360 - box["x"] - box["width"] else "start"

    assert {"ltr": "end", "rtl": "start"} == sides


@in_every_language
def test_exit_is_not_printed(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """Exit does not appear on paper, on any page (R14)."""
    page = page_with()
    page.emulate_media(media="print")
    printed = []
    for address in site.of(language):
        page.goto(site.url + address)
        if page.locator("body > nav a").first.is_visible():
            printed.append(address)

    assert [] == printed
