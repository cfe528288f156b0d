# SPDX-License-Identifier: AGPL-3.0-or-later
"""Contrast as the eye meets it: on the page as painted, light and dark, in one's own colours too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import ITALIAN, by_tag
from tests.browser.colours import faint, vanished
from tests.browser.conftest import Site

ONE_OF_EACH = (
    "index", "aiuto", "mostra", "domande", "convenzione", "materiali", "note-legali", "mappa", "news",
)  # fmt: skip
SCREENS = [360, pytest.param(1280, marks=pytest.mark.nightly)]


@pytest.mark.parametrize("page_id", ONE_OF_EACH)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SCREENS)
def test_reading_text_has_strong_contrast(
    page_with: Callable[..., Page], site: Site, page_id: str, scheme: str, width: int
) -> None:
    """Text and links stand out 7:1 from what is behind them, large text 4.5:1 (R59, R84)."""
    page = page_with(width, 640, color_scheme=scheme)
    page.goto(site.address(page_id, ITALIAN))

    assert [] == faint(page)


@pytest.mark.parametrize("page_id", ONE_OF_EACH)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SCREENS)
def test_no_text_vanishes_in_forced_colours(
    page_with: Callable[..., Page], site: Site, page_id: str, scheme: str, width: int
) -> None:
    """Where the reader's own few colours are forced on the page, every text can still be seen (R58)."""
    page = page_with(width, 640, color_scheme=scheme, forced_colors="active")
    page.goto(site.address(page_id, ITALIAN))

    assert [] == vanished(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_id", ["index", "aiuto", "mostra", "operatori", "404"])
def test_reading_text_has_strong_contrast_in_arabic(
    page_with: Callable[..., Page], site: Site, page_id: str, scheme: str
) -> None:
    """So it has where lines run the other way, where a page is missing and at no address at all (R59)."""
    page = page_with(360, 640, color_scheme=scheme)
    page.goto(site.address(page_id, by_tag("ar")))

    assert [] == faint(page)


@pytest.mark.parametrize("page_id", ["index", "aiuto"])
def test_paper_is_black_on_white(page_with: Callable[..., Page], site: Site, page_id: str) -> None:
    """On paper every text is dark on a light ground, in the dark scheme too (R76)."""
    page = page_with(794, 1123, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site.address(page_id, ITALIAN))

    assert [] == faint(page)
