# SPDX-License-Identifier: AGPL-3.0-or-later
"""Any page may be printed and handed over: the number and the address on top, no navigation."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_language
from tests.conftest import PUBLIC_URL

A4 = {"format": "A4", "print_background": False}
PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
NAVIGATION = "nav, header, footer"
# The words of the page, each piece with the height it stands at.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const [box] = range.getClientRects();
    if (box && walker.currentNode.data.trim()) found.push([box.top, walker.currentNode.data.trim()]);
  }
  return found;
}"""


def short_address(address: str) -> str:
    """Return the public address as a card carries it, without its scheme."""
    return (PUBLIC_URL + address).removeprefix("https://")


@in_every_language
def test_paper_has_no_navigation(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """On paper no page shows a navigation, the header or the foot (R91)."""
    page = page_with(794, 1123)
    page.emulate_media(media="print")
    shown = []
    for address in site.of(language):
        page.goto(site.url + address)
        shown += [
            (address, found) for found in page.locator(NAVIGATION).all() if found.is_visible()
        ]

    assert [] == shown


@in_every_language
def test_number_and_address_are_on_top(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """On paper the first line of every page is the number and the page's address (R76, R91)."""
    page = page_with(794, 1123)
    page.emulate_media(media="print")
    wrong = []
    for address in site.of(language):
        page.goto(site.url + address)
        title = (page.locator("h1").bounding_box() or {"y": 0})["y"]
        above = " ".join(text for top, text in page.evaluate(TEXTS) if top < title)
        if "800 290 290" not in above or short_address(address) not in above:
            wrong.append((address, above))

    assert [] == wrong


@in_every_language
def test_any_page_prints_on_two_sheets(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """Every page prints on two A4 sheets at most (R76)."""
    page = page_with(794, 1123)
    sheets = {}
    for address in site.of(language):
        page.goto(site.url + address)
        sheets[address] = len(PAGE_OBJECT.findall(page.pdf(**A4)))

    assert {} == {address: count for address, count in sheets.items() if not 1 <= count <= 2}


@in_every_language
def test_paper_opens_what_was_closed(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """What is closed on the screen, like a page's sources, is printed open (R91)."""
    page = page_with(794, 1123)
    page.goto(site.address("aiuto", language))
    hidden = page.locator("details a").first.is_visible()
    page.emulate_media(media="print")

    assert (False, True) == (hidden, page.locator("details a").first.is_visible())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reading a PDF needs pdftotext (poppler)")
@in_every_language
def test_pdf_of_the_help_page_reads_from_the_number(
    page_with: Callable[..., Page], site: Site, language: Language, tmp_path: Path
) -> None:
    """In the PDF of the help page the number and the address are the first words (R32, R76, R91)."""
    page = page_with(794, 1123)
    page.goto(site.address("aiuto", language))
    file = tmp_path / "aiuto.pdf"
    file.write_bytes(page.pdf(**A4))
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    home = "/" if language.tag == "it" else f"/{language.folder}/"
    line = re.sub("[\u202a-\u202e]", "", done.stdout.strip().splitlines()[0]).strip()
    begins = line.endswith if language.direction == "rtl" else line.startswith  # -layout: as seen

    assert (True, True) == (begins("800 290 290"), short_address(f"{home}aiuto/") in line)
