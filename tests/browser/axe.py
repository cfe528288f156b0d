# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core, asked about pages as each reader sees them: the matrix of R58.

A page is loaded once, and axe in it, then looked at in every way that is asked for: width, colour
scheme and forced colours only change its style.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.conftest import Site

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(" ")])))"""


class Look(NamedTuple):
    """How a reader sees a page.

    Attributes:
        width: of the window, in pixels.
        scheme: "light", "dark", or "forced" where the reader's own few colours are forced on it.
    """

    width: int
    scheme: str


def looks(widths: Iterable[int], schemes: Iterable[str]) -> list[Look]:
    """Return every width in every scheme."""
    return [Look(width, scheme) for width in widths for scheme in schemes]


def wear(page: Page, look: Look) -> None:
    """Show a page as a reader sees it."""
    forced = look.scheme == "forced"
    page.set_viewport_size({"width": look.width, "height": 640 if look.width < 640 else 800})
    page.emulate_media(
        color_scheme="dark" if look.scheme == "dark" else "light",
        forced_colors="active" if forced else "none",
    )


def findings(
    page: Page, site: Site, addresses: Iterable[str], seen: Iterable[Look]
) -> list[tuple[object, ...]]:
    """Return (address, look, rule, element) for each finding on the pages, in each look."""
    source, seen = SOURCE.read_text("utf-8"), list(seen)
    found: list[tuple[object, ...]] = []
    for address in addresses:
        page.goto(site.url + address)
        page.evaluate(source)  # through the debugger, which the page's policy does not stop
        for look in seen:
            wear(page, look)
            found += [(address, look, *finding) for finding in page.evaluate(RUN, TAGS)]
    return found
