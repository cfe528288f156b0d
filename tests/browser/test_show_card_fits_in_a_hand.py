# SPDX-License-Identifier: AGPL-3.0-or-later
"""The screen to hand over: a stranger must read all of it at once, in either language, on paper too."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from plugins.languages import ITALIAN, Language
from tests.browser.conftest import Site, always_in_every_language, in_every_script

SHEET = {"width": 794, "height": 1123}  # A4 at 96 dpi
MARGIN = 45  # 1.2 cm on each side
LARGE = 24  # 18 points
# The sentence in Italian, the same in the reader's language (no Italian page needs it), the number.
PARTS = """() => [...document.querySelectorAll("#frase > div, #frase > a")].map(part => {
  const {left, top, right, bottom} = part.getBoundingClientRect();
  return {box: [left, top, right, bottom], lang: part.closest("[lang]").lang,
    dir: part.closest("[dir]").dir, dials: part.getAttribute("href"), words: part.innerText.trim()};
})"""
# The frame on paper: its box, and its four edges.
FRAME = """() => {
  const frame = document.querySelector("#frase").parentElement;
  const {left, top, right, bottom} = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  return {box: [left, top, right, bottom],
    edges: ["Top", "Right", "Bottom", "Left"].map(side => [style[`border${side}Style`], parseFloat(style[`border${side}Width`]) >= 1])};
}"""
# How tall the letters of an element stand on the page, whatever magnifies them.
LETTERS = """selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  return range.getClientRects()[0].height;
}"""


def inside(inner: list[float], outer: list[float]) -> bool:
    """Whether a box lies in another, both (left, top, right, bottom)."""
    starts = all(one >= other for one, other in zip(inner[:2], outer[:2], strict=True))
    return starts and all(one <= other for one, other in zip(inner[2:], outer[2:], strict=True))


def languages_of(language: Language) -> list[tuple[str, str]]:
    """Return (lang, dir) of the parts of the card: Italian, the reader's own, the number's words."""
    own = (language.tag, language.direction)
    return [("it", "ltr"), *([own] if language != ITALIAN else []), own]


@always_in_every_language
def test_card_stands_on_one_screen(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """Both sentences and the number stand whole on a small phone's screen, without scrolling (R69)."""
    page = page_with(360, 640)
    page.goto(site.address("mostra", language))
    parts = page.evaluate(PARTS)
    outside = [part for part in parts if not inside(part["box"], [0, 0, 360, 640])]

    assert (len(languages_of(language)), []) == (len(parts), outside)


@always_in_every_language
def test_card_marks_both_languages(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """The Italian sentence is marked as Italian, the other as the reader's, each with its direction (R69)."""
    page = page_with(360, 640)
    page.goto(site.address("mostra", language))
    parts = page.evaluate(PARTS)
    sentences = [part["words"] for part in parts[:-1]]

    assert (languages_of(language), len(sentences), "tel:800290290") == (
        [(part["lang"], part["dir"]) for part in parts],
        len(set(sentences)),
        parts[-1]["dials"],
    )


@in_every_script
def test_card_prints_as_a_card(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """On paper it is a card: framed, whole on the first sheet, its Italian in 18 points or more (R69)."""
    page = page_with(**SHEET)
    page.goto(site.address("mostra", language))
    page.emulate_media(media="print")
    frame = page.evaluate(FRAME)
    loose = [part for part in page.evaluate(PARTS) if not inside(part["box"], frame["box"])]
    tall = page.evaluate(LETTERS, "#frase > [lang='it'] p")

    assert ([["solid", True]] * 4, [], True, True) == (
        frame["edges"],
        loose,
        frame["box"][3] <= SHEET["height"] - 2 * MARGIN,
        tall >= LARGE,
    )
