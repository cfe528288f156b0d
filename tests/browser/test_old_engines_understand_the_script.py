# SPDX-License-Identifier: AGPL-3.0-or-later
"""The script of the pages is one, small, and in the syntax that the oldest phones still understand.

The built pages are judged, not the sources. The parser is acorn (vendor/acorn).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site

ACORN = Path(__file__).parent / "vendor" / "acorn" / "acorn.js"
HEAVIEST = 2_000
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
FAULT = """source => {
  try { acorn.parse(source, {ecmaVersion: 5, sourceType: "script"}); return null; }
  catch (fault) { return fault.message; }
}"""


@pytest.fixture
def parser(page_with: Callable[..., Page]) -> Page:
    """An empty page in which acorn is ready."""
    page = page_with()
    page.add_script_tag(path=ACORN)
    return page


def scripts(file: Path) -> list[tuple[str, str]]:
    """Return the attributes and the words of each script of a page; data that nothing runs is none."""
    found = SCRIPT.findall(file.read_text("utf-8"))
    return [(names, text) for names, text in found if "application/ld+json" not in names]


def test_every_page_carries_one_plain_script(site: Site) -> None:
    """Every page has one inline script, the same on all, of 2 kB at most; none is a module (R50)."""
    found = {file: scripts(file) for file in sorted(site.folder.rglob("*.html"))}
    others = {str(file): len(each) for file, each in found.items() if len(each) != 1}
    whole = {script for each in found.values() for script in each}

    assert ({}, 1) == (others, len(whole))
    names, text = whole.pop()
    assert ("", True) == (names, len(gzip.compress(text.encode(), 9)) <= HEAVIEST)


def test_the_script_is_ecmascript_5(parser: Page, site: Site) -> None:
    """The script parses as ECMAScript 5, so that an engine of 2011 runs it too (R50)."""
    found = [parser.evaluate(FAULT, text) for _, text in scripts(site.folder / "index.html")]

    assert [None] == found


@pytest.mark.parametrize(
    ("newer", "fault"),
    [
        ("let a = 1;", "Unexpected token"),
        ("(() => 1)();", "Unexpected token"),
        ("var a = `b`;", "Unexpected character"),
        ("for (var a of b) c();", "Unexpected token"),
        ("var a = b?.c;", "Unexpected token"),
        ("function a(b = 1) {}", "Unexpected token"),
    ],
)
def test_the_judge_knows_newer_syntax(parser: Page, newer: str, fault: str) -> None:
    """What came after ECMAScript 5 is refused: the judge would notice a slip (R50)."""
    assert fault in (parser.evaluate(FAULT, newer) or "")
