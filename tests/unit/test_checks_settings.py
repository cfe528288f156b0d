# SPDX-License-Identifier: AGPL-3.0-or-later
"""What only the Comune can say is checked where the Comune says it (R88)."""

from __future__ import annotations

import pytest

from plugins.checks import settings
from tests.unit.folders import lines_of, places_of

AGID = "https://form.agid.gov.it/view/123"


def values(url: str, preview: bool = False) -> dict[str, object]:
    """Return settings with this accessibility address."""
    return {"PREVIEW": preview, "MUNICIPALITY": {"accessibility_url": url}}


@pytest.mark.parametrize("url", ["", AGID])
def test_agids_declaration_passes(url):
    """No address yet, or AgID's, is fine (R88)."""
    assert [] == lines_of(settings.foreign_declaration, values(url))


@pytest.mark.parametrize(
    "url",
    ["https://example.org/", "http://form.agid.gov.it/x", "https://form.agid.gov.it.example.org/"],
)
def test_a_home_made_declaration_stops(url):
    """Any other address stops publication: it would not satisfy the law (R88)."""
    problems = list(settings.foreign_declaration(values(url)))

    assert ["ERRORE"] == [problem.severity for problem in problems]


@pytest.mark.parametrize(("url", "preview"), [(AGID, False), (AGID, True), ("", True)])
def test_a_declaration_or_a_preview_passes(url, preview):
    """A preview needs no declaration, and a public site with one is fine (R88)."""
    assert [] == lines_of(settings.missing_declaration, values(url, preview))


def test_a_public_site_without_a_declaration_warns():
    """The warning names who must file it; it never stops publication (R88)."""
    problem = next(settings.missing_declaration(values("")))

    assert ("AVVISO", True) == (problem.severity, "(RTD)" in problem.how)


@pytest.mark.parametrize(
    ("check", "url"),
    [(settings.foreign_declaration, "https://example.org/"), (settings.missing_declaration, "")],
)
def test_a_setting_is_told_in_its_file(check, url):
    """Whoever reads the report opens the file of the settings, from its first line (R88)."""
    assert ["pelicanconf.py:1"] == places_of(check, values(url))
