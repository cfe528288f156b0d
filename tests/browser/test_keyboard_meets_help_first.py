# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever uses the keyboard alone: help first, always see where one is, never under the exit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Page

from plugins.languages import Language
from tests.browser.axe import Look, wear
from tests.browser.conftest import (
    Site,
    always_in_every_language,
    in_every_language,
    in_every_script,
)

FOCUSED = "document.activeElement"
HREF = f"{FOCUSED}.getAttribute('href')"
IN_MAIN = f"!!{FOCUSED}.closest('main')"
RING = f"(({{ outlineStyle, outlineWidth }}) => outlineStyle === 'none' ? 0 : parseFloat(outlineWidth))(getComputedStyle({FOCUSED}))"
STOPS = "[...document.querySelectorAll('a[href], summary')].filter(stop => stop.checkVisibility()).length"
# Notes each stop that lies even partly under the exit, or out of the window, when the next key comes.
WATCH = """() => {
  const exit = document.querySelector("body > nav a");
  const lies = () => {
    const focused = document.activeElement;
    if (focused === exit || focused === document.body) return;
    const one = exit.getBoundingClientRect(), boxes = [...focused.getClientRects()];
    const covered = boxes.some(other => Math.min(one.right, other.right) > Math.max(one.left, other.left)
      && Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top));
    const outside = !boxes.some(box => box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth);
    if (covered || outside) hidden.push(focused.outerHTML.slice(0, 90));
    else met += 1;
  };
  window.hidden = [];
  window.met = 0;
  document.addEventListener("keydown", lies, true);
}"""
MET = "[hidden, met]"


def seen_with_focus(page: Page) -> bool:
    """Whether what has the focus looks different from how it looks without it."""
    box = page.locator(":focus").bounding_box()
    assert box
    around = FloatRect(
        x=max(box["x"] - 8, 0), y=max(box["y"] - 8, 0),
        width=box["width"] + 16, height=box["height"] + 16,
    )  # fmt: skip
    focused = page.screenshot(clip=around)
    page.evaluate(f"{FOCUSED}.blur()")  # the next Tab goes on from here all the same
    return focused != page.screenshot(clip=around)


@always_in_every_language
@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.nightly)])
def test_tab_meets_help_first(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """Tab stops at exit, number, safety and skip link, on the front page and on others (R16, R61)."""
    page = page_with(width, 640)
    found = {}
    for page_id in ("index", "aiuto", "mappa"):
        page.goto(site.address(page_id, language))
        stops = []
        for _ in range(4):
            page.keyboard.press("Tab")
            stops.append(page.evaluate(HREF))
        found[page_id] = (
            stops[0] in language.exits,
            stops[1],
            "sicurezza/" in stops[2],
            stops[3],
        )

    assert {(True, "tel:800290290", True, "#main")} == set(found.values())


@in_every_language
def test_skip_link_shows_itself_and_works(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """The skip link is seen once reached, and Enter on it leads the next Tab into the content (R61)."""
    page = page_with()
    page.goto(site.address("aiuto", language))
    for _ in range(4):
        page.keyboard.press("Tab")
    box = page.locator("body > nav a").nth(3).bounding_box() or {"width": 0, "height": 0}
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert (True, True) == (box["width"] > 44 and box["height"] >= 44, page.evaluate(IN_MAIN))


@in_every_language
@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_focus_can_be_seen(
    page_with: Callable[..., Page], site: Site, language: Language, scheme: str
) -> None:
    """Each of the first twelve stops has a ring of 2 px or more, which can be seen (R59)."""
    page = page_with()
    wear(page, Look(1280, scheme))
    page.goto(site.address("index", language))
    unseen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        href, ring = page.evaluate(HREF), page.evaluate(RING)
        if not (ring >= 2 and seen_with_focus(page)):
            unseen.append(href)

    assert [] == unseen


def through(page: Page, key: str) -> tuple[list[str], bool]:
    """Press a key through a whole page; return what was hidden, and whether nearly all stops were met."""
    page.evaluate(WATCH)
    stops = page.evaluate(STOPS)
    for _ in range(stops + 1):
        page.keyboard.press(key)
    hidden, met = page.evaluate(MET)
    return hidden, met >= stops - 2  # the exit, and where the browser's own stop comes between


@in_every_script
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("screen", [(320, 256), (360, 640)], ids=str)
def test_focus_is_never_under_the_exit(
    page_with: Callable[..., Page],
    site: Site,
    language: Language,
    key: str,
    screen: tuple[int, int],
) -> None:
    """Forwards and backwards, no stop of a long page lies even partly under the exit, or unseen (R13)."""
    page = page_with(*screen)
    page.goto(site.address("aiuto", language))

    assert ([], True) == through(page, key)


@pytest.mark.nightly
@in_every_language
def test_focus_is_never_under_the_exit_anywhere(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """On no page does a stop lie under the exit, forwards or backwards, on the smallest screen (R13)."""
    page = page_with(320, 256)
    wrong = []
    for address in site.of(language):
        for key in ("Tab", "Shift+Tab"):
            page.goto(site.url + address)
            found = through(page, key)
            wrong += [] if found == ([], True) else [(address, key, found)]

    assert [] == wrong
