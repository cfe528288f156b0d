# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each script is written its own way: what Latin letters bear makes others unreadable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import ITALIAN
from tests.browser.conftest import Site
from tests.browser.templates import one_of_each

STYLE = """([tag, selector]) => {
  document.documentElement.lang = tag;
  const own = element => element.closest("[lang]") === document.documentElement;
  return [...document.querySelectorAll(selector)].filter(own).map(element => {
    const style = getComputedStyle(element);
    return [style.letterSpacing, style.textTransform, style.fontStyle,
            parseFloat(style.lineHeight) / parseFloat(style.fontSize)];
  });
}"""
TURN = """direction => {
  document.documentElement.dir = direction;
  return Object.fromEntries([...document.querySelectorAll("svg[class]")].map(drawing => [
    drawing.getAttribute("class").match(/(arrow|exit|phone|wing)/)[0],
    new DOMMatrix(getComputedStyle(drawing).transform).a,
  ]));
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
    || style.scrollBehavior === "smooth";
}).map(element => element.outerHTML.slice(0, 80))"""
FONT_FACES = "document.fonts.size"


@pytest.mark.parametrize("tag", ["ar", "ur", "bn", "zh-Hans"])
def test_scripts_keep_their_shape(page_with: Callable[..., Page], site: Site, tag: str) -> None:
    """No letter-spacing, capitals or italics, and lines 1.7 or more apart, where a script asks so (R35)."""
    page = page_with()
    page.goto(site.address("aiuto", ITALIAN))
    looks = page.evaluate(STYLE, [tag, "main p, main li"])
    wrong = [look for look in looks if look[:3] != ["normal", "none", "normal"] or look[3] < 1.69]

    assert (True, []) == (len(looks) > 10, wrong)


@pytest.mark.parametrize("tag", ["it", "en", "ar", "ur", "bn", "hi", "pa", "zh-Hans"])
def test_headings_leave_room_for_marks(
    page_with: Callable[..., Page], site: Site, tag: str
) -> None:
    """No heading is in capitals or spaced, in any script (R35)."""
    page = page_with()
    page.goto(site.address("aiuto", ITALIAN))
    looks = page.evaluate(STYLE, [tag, "h1, h2, h3"])

    assert {("normal", "none", "normal")} == {tuple(look[:3]) for look in looks}


def test_only_directional_drawings_turn(page_with: Callable[..., Page], site: Site) -> None:
    """In a right-to-left page arrow and exit are mirrored; telephone and wing are not (R34)."""
    page = page_with()
    page.goto(site.address("index", ITALIAN))
    straight = {"arrow": 1, "exit": 1, "phone": 1, "wing": 1}

    assert (straight, {**straight, "arrow": -1, "exit": -1}) == (
        page.evaluate(TURN, "ltr"), page.evaluate(TURN, "rtl"),
    )  # fmt: skip


def test_no_font_is_loaded(page_with: Callable[..., Page], site: Site) -> None:
    """No page brings a font: each script uses the device's own (R85)."""
    page = page_with()
    page.goto(site.address("index", ITALIAN))

    assert 0 == page.evaluate(FONT_FACES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_moves(page_with: Callable[..., Page], site: Site, scheme: str) -> None:
    """For whoever asks for less movement nothing on a page is animated, nor scrolls smoothly (R68)."""
    page = page_with(color_scheme=scheme, reduced_motion="reduce")
    moving = []
    for address in one_of_each(site, ITALIAN).values():
        page.goto(site.url + address)
        moving += page.evaluate(MOVING)

    assert [] == moving
