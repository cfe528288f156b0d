# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core on every page in every language, 320 px wide: the screen of those who need us most."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.axe import findings, looks
from tests.browser.conftest import Site, always_in_every_language, in_every_language
from tests.figures import exactly


@always_in_every_language
def test_axe_finds_nothing(page_with: Callable[..., Page], site: Site, language: Language) -> None:
    """No page has an accessibility finding (A, AA, 2.1, 2.2, best practice) at 320 px (R58, R83)."""
    found = findings(page_with(), site, site.of(language), looks([320], ["light"]))

    assert ([], True) == (found, exactly("axe", len(found)))


@pytest.mark.nightly
@in_every_language
def test_axe_finds_nothing_in_other_colours(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """Nor has any in the dark or in the reader's own colours, at 320 px (R58)."""
    assert [] == findings(page_with(), site, site.of(language), looks([320], ["dark", "forced"]))
