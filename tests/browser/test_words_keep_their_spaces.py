# SPDX-License-Identifier: AGPL-3.0-or-later
"""A marked term inside a row of boxes becomes a box of its own, and the spaces around it vanish."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_language

# Elements laid out as a row of boxes that hold bare words beside a marked term.
GLUED = """() => [...document.querySelectorAll("body *")].filter(element =>
  /flex|grid/.test(getComputedStyle(element).display)
  && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && [...element.children].some(child => child.matches("span[lang], bdi[lang], b[lang]")),
).map(element => element.textContent.trim().slice(0, 60))"""


@in_every_language
def test_marked_terms_keep_their_spaces(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """An Italian term marked inside a link or a heading keeps the spaces around it (R29)."""
    page = page_with()
    glued = []
    for address in site.of(language):
        page.goto(site.url + address)
        glued += [(address, words) for words in page.evaluate(GLUED)]

    assert [] == glued
