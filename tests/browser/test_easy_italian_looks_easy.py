# SPDX-License-Identifier: AGPL-3.0-or-later
"""Easy Italian is also a way of setting a page: one sentence a line, large, never hyphenated."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from plugins.languages import by_tag
from tests.browser.conftest import Site

SMALLEST = 18.66  # 14 pt
BLOCKS = """const blocks = () => [...document.querySelectorAll("main .flow p, main .flow li")]
  .filter(block => block.closest("[lang]") === document.documentElement);"""
# The lines of the source that do not begin a line on the screen.
HIDDEN_BREAKS = """() => { BLOCKS return blocks().flatMap(block => {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), hidden = [];
  while (texts.nextNode()) for (const found of texts.currentNode.data.matchAll(/\\S *\\n *\\S/g)) {
    const top = at => {
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      return range.getBoundingClientRect().top;
    };
    const last = found.index, first = found.index + found[0].length - 1;
    if (top(first) <= top(last)) hidden.push(texts.currentNode.data.slice(last - 20, first + 20));
  }
  return hidden;
}); }""".replace("BLOCKS", BLOCKS)
LOOKS = """() => { BLOCKS return blocks().map(block => {
  const style = getComputedStyle(block);
  return [parseFloat(style.fontSize), style.fontStyle, style.textAlign, style.hyphens];
}); }""".replace("BLOCKS", BLOCKS)


def test_every_sentence_begins_a_line(page_with: Callable[..., Page], site: Site) -> None:
    """In paragraphs and in lists each line of easy Italian is a line on the screen (R65)."""
    page = page_with(width=1280)
    page.goto(site.address("aiuto", by_tag("it-simple")))

    assert [] == page.evaluate(HIDDEN_BREAKS)


def test_easy_text_is_large_and_plain(page_with: Callable[..., Page], site: Site) -> None:
    """Easy Italian is set in 14 pt or more, upright, from the start, without hyphens (R65)."""
    page = page_with()
    page.goto(site.address("aiuto", by_tag("it-simple")))
    looks = page.evaluate(LOOKS)
    wrong = [
        look for look in looks if look[0] < SMALLEST or look[1:] != ["normal", "start", "manual"]
    ]

    assert (True, []) == (len(looks) > 10, wrong)
