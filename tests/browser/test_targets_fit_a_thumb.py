# SPDX-License-Identifier: AGPL-3.0-or-later
"""A trembling thumb on a small screen must hit what it aims at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_script

# Links that stand alone: the block around them has no other words. For each, whether the thumb
# hits it 21 px above, below and beside its middle (links in running text are let off: WCAG 2.5.5).
SMALL = """() => [...document.querySelectorAll("a[href], summary")].filter(link => {
  const block = link.closest("p, li, dd, td, h1, h2, h3") || link;
  const alone = link.tagName === "SUMMARY" || !block.contains(link) || block === link
    || block.innerText.trim() === link.innerText.trim();
  if (!alone || !link.checkVisibility() || getComputedStyle(link).clipPath !== "none") return false;
  link.scrollIntoView({block: "center", inline: "center"});
  const box = link.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (box.width >= 43.9 && box.height >= 43.9) return false;
  return [[0, -21], [0, 21], [-21, 0], [21, 0]].some(([across, down]) => {
    const hit = document.elementFromPoint(x + across, y + down);
    return !hit || !(link.contains(hit) || hit.closest("a, summary") === link);
  });
}).map(link => link.innerText.trim().slice(0, 50))"""


@in_every_script
@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.nightly)])
def test_standalone_links_are_large(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """Every link that stands alone, and every part that opens, takes 44 × 44 px (R59)."""
    page = page_with(width, 640)
    small = []
    for address in site.of(language):
        page.goto(site.url + address)
        small += [(address, words) for words in page.evaluate(SMALL)]

    assert [] == small


@in_every_script
def test_call_buttons_are_larger(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """The large call buttons of a phone's first screens are 44 px high or more, and wide (R59)."""
    page = page_with()
    heights = []
    for page_id in ("index", "aiuto", "mostra"):
        page.goto(site.address(page_id, language))
        boxes = [link.bounding_box() for link in page.locator("main a[data-kind]").all()]
        heights += [(box["height"] >= 44, box["width"] >= 100) for box in boxes if box]

    assert (True, {(True, True)}) == (len(heights) >= 4, set(heights))
