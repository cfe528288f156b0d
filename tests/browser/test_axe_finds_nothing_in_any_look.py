# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core on one page of each template, in two directions and three scripts, in every look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from plugins.languages import ITALIAN, by_tag
from tests.browser.axe import findings, looks
from tests.browser.conftest import Site
from tests.browser.templates import one_of_each
from tests.conftest import ROOT

FRAME = "base"  # the frame of all the others
GONE = "redirect"  # leads on before anybody can look at it


@pytest.mark.parametrize("tag", ["it", "en", "ar", "pa"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(
    page_with: Callable[..., Page], site: Site, tag: str, width: int
) -> None:
    """No template has an accessibility finding in light, dark or forced colours (R58)."""
    pages = one_of_each(site, by_tag(tag)).values()

    assert [] == findings(page_with(), site, pages, looks([width], ["light", "dark", "forced"]))


def test_no_template_is_forgotten(site: Site) -> None:
    """Each template of the theme is looked at in Italian or, if it stands in, in Arabic (R58)."""
    there = {file.stem for file in (ROOT / "theme" / "templates").glob("*.html")}
    looked_at = {*one_of_each(site, ITALIAN), *one_of_each(site, by_tag("ar"))}

    assert there == looked_at | {FRAME, GONE}
