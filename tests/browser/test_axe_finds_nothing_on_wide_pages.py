# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core on every page in every language, 1280 px wide, in every scheme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.axe import findings, looks
from tests.browser.conftest import Site, in_every_language


@pytest.mark.nightly
@in_every_language
def test_axe_finds_nothing(page_with: Callable[..., Page], site: Site, language: Language) -> None:
    """No page has an accessibility finding (A, AA, 2.1, 2.2, best practice) at 1280 px (R58)."""
    wide = looks([1280], ["light", "dark", "forced"])

    assert [] == findings(page_with(), site, site.of(language), wide)
