# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link is written to the file beside it, and means the same page in every language."""

from __future__ import annotations

import pytest

from plugins.links import EXTERNAL, NEWS, PAGE, UNKNOWN, Target, target_of

PAGE_FILE = "content/pages/it/aiuto.md"
NEWS_FILE = "content/news/en/2026-11-22-x.md"
CONTACT_FILE = "content/contacts/it/112.md"


@pytest.mark.parametrize(
    ("href", "path", "target"),
    [
        ("diritti.md", PAGE_FILE, Target(PAGE, "diritti")),
        ("diritti.md#permesso", PAGE_FILE, Target(PAGE, "diritti", "permesso")),
        ("./diritti.md", PAGE_FILE, Target(PAGE, "diritti")),
        ("../en/diritti.md", PAGE_FILE, Target(PAGE, "diritti")),
        ("#chi", PAGE_FILE, Target(PAGE, "aiuto", "chi")),
        ("perch%C3%A9.md", PAGE_FILE, Target(PAGE, "perché")),
        ("../../news/it/2026-11-22-x.md", PAGE_FILE, Target(NEWS, "2026-11-22-x")),
        ("../../news/it/", PAGE_FILE, Target(NEWS, "")),
        ("../../pages/it/aiuto.md", NEWS_FILE, Target(PAGE, "aiuto")),
        ("../../pages/it/aiuto.md", CONTACT_FILE, Target(PAGE, "aiuto")),
        ("https://example.org/a.md", PAGE_FILE, Target(EXTERNAL)),
        ("http://example.org", PAGE_FILE, Target(EXTERNAL)),
        ("HTTPS://example.org", PAGE_FILE, Target(EXTERNAL)),
    ],
)
def test_a_link_means_a_page_or_a_place_outside(href, path, target):
    """What an author writes is understood from the file it stands in."""
    assert target == target_of(href, path)


@pytest.mark.parametrize(
    "href",
    [
        "diritti",
        "diritti.html",
        "/diritti/",
        "/diritti.md",
        "../diritti.md",
        "../../../segreto.md",
        "../../contacts/it/112.md",
        "../../images/a.png",
        "//example.org/x",
        "http:diritti.md",
        "https:/diritti.md",
        "javascript:alert(1)",
        "mailto:aiuto@example.org",
        "tel:112",
        "http://[example",
        "https://[::1",
    ],
)
def test_anything_else_is_unknown(href):
    """A link that is neither is never guessed, and never stops the run."""
    assert Target(UNKNOWN) == target_of(href, PAGE_FILE)
