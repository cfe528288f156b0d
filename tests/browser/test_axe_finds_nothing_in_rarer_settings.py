# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core where few people are, but nobody may be lost: forced colours, other widths, a preview."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.axe import findings
from tests.browser.conftest import Site, in_every_language

pytestmark = pytest.mark.nightly


@in_every_language
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_forced_colours(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """No page has an accessibility finding where the reader's own colours are forced on it (R58)."""
    page = page_with(width, 640, forced_colors="active")

    assert [] == findings(page, site, language)


@in_every_language
@pytest.mark.parametrize("width", [360, 768])
def test_axe_finds_nothing_between(
    page_with: Callable[..., Page], site: Site, language: Language, width: int
) -> None:
    """No page has an accessibility finding on a common phone or a tablet (R58)."""
    assert [] == findings(page_with(width, 800), site, language)


@in_every_language
def test_axe_finds_nothing_in_a_preview(
    page_with: Callable[..., Page], preview_site: Site, language: Language
) -> None:
    """No page that staff preview has an accessibility finding (R58)."""
    assert [] == findings(page_with(1280, 800), preview_site, language)
