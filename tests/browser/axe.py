# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core, asked about every page of a language: the matrix of R58, one file for each width."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from plugins.languages import Language
from tests.browser.conftest import Site

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(" ")])))"""


def findings(page: Page, site: Site, language: Language) -> list[tuple[str, ...]]:
    """Return (address, rule, element) for each finding on any page of a language."""
    source = SOURCE.read_text("utf-8")
    found = []
    for address in site.of(language):
        page.goto(site.url + address)
        page.evaluate(source)  # through the debugger, which the page's policy does not stop
        found += [(address, *finding) for finding in page.evaluate(RUN, TAGS)]
    return found
