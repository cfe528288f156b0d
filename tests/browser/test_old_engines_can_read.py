# SPDX-License-Identifier: AGPL-3.0-or-later
"""On a phone that has not been updated for years the page is plainer, and whole (design.md §3.5).

What old engines do not know is taken out (old_engines.py), one thing at a time and all at once.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from plugins.languages import by_tag
from tests.browser.colours import faint
from tests.browser.conftest import Site
from tests.browser.old_engines import ALL, GAPS, NONE, Gap, grow_old

PAGES = ("index", "aiuto", "mostra", "domande", "convenzione")
FIRST = PAGES[:2]  # where one thing alone is missing; where all is, every page is looked at
READABLE = 4.5
# Every text that is seen: its words, and the middle band of each of its lines, on the page.
SEEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const words = walker.currentNode.data.replace(/\\s+/g, " ").trim();
    const element = walker.currentNode.parentElement;
    if (!words || element.closest("script") || !element.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    let [left, top, right, bottom] = [-1e6, -1e6, 1e6, 1e6];  // what the boxes around it let through
    for (let outer = element; outer; outer = outer.parentElement) {
      const style = getComputedStyle(outer), box = outer.getBoundingClientRect();
      if (style.clipPath !== "none" || style.clip === "rect(0px, 0px, 0px, 0px)") right = -2e6;
      if (style.overflowX === "visible" || outer === document.documentElement) continue;
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    const boxes = [...range.getClientRects()].map(box => [
      Math.max(box.left, left) + scrollX, Math.max(box.top + box.height / 4, top) + scrollY,
      Math.min(box.right, right) + scrollX, Math.min(box.bottom - box.height / 4, bottom) + scrollY,
    ]).filter(box => box[2] - box[0] > 2 && box[3] - box[1] > 2);
    if (boxes.length) found.push({words, boxes});
  }
  return found;
}"""
# How far the page is wider than the window.
SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
# For the exit and the first number: whether a thumb in its middle hits it, and how high it is.
TARGETS = """() => [".exit", ".help-bar__phone"].map(name => {
  const link = document.querySelector(name), box = link.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return [link.contains(hit), box.top >= 0 && box.bottom <= innerHeight, Math.round(box.height)];
})"""

every_gap = pytest.mark.parametrize("gap", [*GAPS, ALL], ids=lambda gap: gap.name)
# In `make test` Italian on a narrow screen, and all gaps at once in Arabic; the rest at night.
SCREENS = [
    pytest.param(
        gap, tag, width, id=f"{gap.name}-{tag}-{width}",
        marks=[] if width == 320 and (tag == "it" or gap is ALL) else pytest.mark.nightly,
    )
    for gap in (*GAPS, ALL) for tag in ("it", "ar") for width in (320, 1280)
]  # fmt: skip
SCHEMES = ["light", pytest.param("dark", marks=pytest.mark.nightly)]
every_screen = pytest.mark.parametrize(("gap", "tag", "width"), SCREENS)


@pytest.fixture
def old_page(context_with: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Return a function that opens a page of an engine with a gap, of a given width."""

    def open_page(gap: Gap, width: int = 320, **options: object) -> Page:
        context = context_with(viewport={"width": width, "height": 640}, **options)
        grow_old(context, gap)
        return context.new_page()

    return open_page


def pages(gap: Gap) -> tuple[str, ...]:
    """Return the pages that are looked at through a gap."""
    return PAGES if gap is ALL else FIRST


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Return the pairs of texts that stand on each other."""
    texts = page.evaluate(SEEN)
    boxes = sorted(
        ((*box, text["words"][:40]) for text in texts for box in text["boxes"]), key=lambda b: b[1]
    )
    found = []
    for number, (left, top, right, bottom, words) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other[1] > bottom - 2:
                break
            across = min(right, other[2]) - max(left, other[0])
            if across > 2 and min(bottom, other[3]) - max(top, other[1]) > 2:
                found.append((words, other[4]))
    return found


@every_screen
def test_nothing_is_lost_or_covered(
    old_page: Callable[..., Page], site: Site, gap: Gap, tag: str, width: int
) -> None:
    """An old engine shows every text, none on another, none beyond the side of the screen (R36, R49)."""
    today, old = old_page(NONE, width), old_page(gap, width)
    wrong = []
    for page_id in pages(gap):
        for page in (today, old):
            page.goto(site.address(page_id, by_tag(tag)))
        expected, found = ({t["words"] for t in p.evaluate(SEEN)} for p in (today, old))
        faults = sorted(expected - found), overlaps(old), old.evaluate(SIDEWAYS)
        if faults != ([], [], 0):
            wrong.append((page_id, *faults))

    assert [] == wrong


@every_screen
def test_exit_and_number_are_in_reach(
    old_page: Callable[..., Page], site: Site, gap: Gap, tag: str, width: int
) -> None:
    """On an old engine the exit and the number are on the first screen, large enough for a thumb (R49, R59)."""
    page = old_page(gap, width)
    found = {}
    for page_id in pages(gap):
        page.goto(site.address(page_id, by_tag(tag)))
        found[page_id] = [
            (hit, inside, height >= 44) for hit, inside, height in page.evaluate(TARGETS)
        ]

    assert dict.fromkeys(pages(gap), [(True, True, True)] * 2) == found


@every_gap
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(old_page: Callable[..., Page], site: Site, gap: Gap, scheme: str) -> None:
    """On an old engine text still stands out 4.5:1 from what is behind it (R49, R59)."""
    wrong = []
    for page_id in pages(gap):
        page = old_page(gap, 360, color_scheme=scheme)
        page.goto(site.address(page_id, by_tag("it")))
        wrong += [(page_id, *text) for text in faint(page, READABLE)]

    assert [] == wrong
