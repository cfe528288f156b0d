# SPDX-License-Identifier: AGPL-3.0-or-later
"""In a right-to-left page plain text shows 800 290 290 backwards: whoever dials it reaches nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_direction

# For each number or address that can be seen: its words, and where each group stands on its line.
GROUPS = """() => [...document.querySelectorAll("a[href^='tel:'], a[href^='mailto:'], bdi")]
  .flatMap(element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const places = [...node.data.matchAll(/[0-9]+|[@.+-]/g)].map(group => {
        const range = document.createRange();
        range.setStart(node, group.index);
        range.setEnd(node, group.index + group[0].length);
        const box = range.getBoundingClientRect();
        return [Math.round(box.top), box.left];
      });
      const seen = node.parentElement.checkVisibility() && places.length > 1;
      if (seen) found.push([node.data.trim(), places]);
    }
    return found;
  })"""


def turned(site: Site, page: Page, language: Language, direction: str) -> list[tuple[str, str]]:
    """Return (address, words) of each number whose groups do not stand left to right."""
    wrong = []
    for address in site.of(language):
        page.goto(site.url + address)
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        found = page.evaluate(GROUPS)
        assert found, address
        wrong += [(address, words) for words, places in found if places != sorted(places)]
    return wrong


@in_every_direction
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_groups_stand_left_to_right(
    page_with: Callable[..., Page], site: Site, language: Language, direction: str
) -> None:
    """The groups of every number and address stand in order, also in a right-to-left page (R32)."""
    assert [] == turned(site, page_with(1280, 800), language, direction)


@in_every_direction
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_number_is_never_broken(
    page_with: Callable[..., Page], site: Site, language: Language, direction: str
) -> None:
    """800 290 290 stands on one line wherever it can be dialled, on a small phone too (R32)."""
    page = page_with(360, 640)
    broken = []
    for page_id in ("index", "aiuto", "mostra", "diritti"):
        page.goto(site.address(page_id, language))
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        numbers = [places for words, places in page.evaluate(GROUPS) if words == "800 290 290"]
        broken += [(page_id, places) for places in numbers if len({top for top, _ in places}) > 1]

    assert [] == broken
