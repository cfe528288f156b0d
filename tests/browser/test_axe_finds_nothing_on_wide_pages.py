# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core on every page, 1280 px wide, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.axe import findings
from tests.browser.conftest import Site, in_every_language


@in_every_language
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page_with: Callable[..., Page], site: Site, language: Language, scheme: str
) -> None:
    """No page has an accessibility finding (A, AA, 2.1, 2.2, best practice) at 1280 px (R58)."""
    page = page_with(1280, 800, color_scheme=scheme)

    assert [] == findings(page, site, language)
