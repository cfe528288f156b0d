# SPDX-License-Identifier: AGPL-3.0-or-later
"""The README's figures of the built site; those that need a browser are held in tests/browser/."""

from __future__ import annotations

import gzip
from statistics import median

import pytest

from plugins.languages import LANGUAGES
from tests.conftest import ROOT
from tests.figures import at_least, at_most, exactly
from tests.site.reading import Page
from tools import figures


@pytest.fixture(scope="module")
def weights(public_pages: dict[str, Page]) -> list[int]:
    """The bytes of every public page after gzip -9."""
    return [len(gzip.compress(page.data, 9, mtime=0)) for page in public_pages.values()]


def test_pages_are_counted(public_pages: dict[str, Page]) -> None:
    """The public site has at least as many pages as the README says (R83)."""
    assert at_least("pagine", len(public_pages), step=10)


def test_languages_are_counted(public_pages: dict[str, Page]) -> None:
    """The README says how many languages the public pages are in (R83)."""
    spoken = {page.root.get("lang") for page in public_pages.values()}

    assert {language.tag for language in LANGUAGES} == spoken
    assert exactly("lingue", len(spoken))


def test_heaviest_page_is_weighed(weights: list[int]) -> None:
    """No page weighs more than the README says (R46, R83)."""
    assert at_most("byte-massimo", max(weights), step=14_600)


def test_half_of_the_pages_are_weighed(weights: list[int]) -> None:
    """Half of the pages weigh at most what the README says (R46, R83)."""
    assert at_most("byte-meta", round(median(weights)), step=500)


def test_readme_knows_every_promise_of_the_exit() -> None:
    """Each promise R2 to R9 has trials in the README, in each browser, and none failed (R83)."""
    told = figures.read(ROOT / figures.DOCUMENT)
    cells = [cell for row in figures.exit_rows(told) for cell in row[2:]]
    numbers = [cell.split(" su ") for cell in cells]

    assert ["Chromium", "Firefox"] == figures.browsers(told)
    assert [] == [cell for cell in cells if cell.startswith("0")]
    assert [] == [pair for pair in numbers if pair[0] != pair[1]]
