# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core where few people are, but nobody may be lost: other widths, a preview."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.axe import findings, looks
from tests.browser.conftest import Site, in_every_language

pytestmark = pytest.mark.nightly


@in_every_language
def test_axe_finds_nothing_between(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """No page has an accessibility finding on a common phone or a tablet (R58)."""
    between = looks([360, 768], ["light"])

    assert [] == findings(page_with(), site, site.of(language), between)


@in_every_language
def test_axe_finds_nothing_in_a_preview(
    page_with: Callable[..., Page], preview_site: Site, language: Language
) -> None:
    """No page that staff preview has an accessibility finding (R58)."""
    pages = preview_site.of(language)

    assert [] == findings(page_with(), preview_site, pages, looks([1280], ["light"]))
