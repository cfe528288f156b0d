# SPDX-License-Identifier: AGPL-3.0-or-later
"""A moved address leads to a page that is there, in one step."""

from __future__ import annotations

import pytest

from plugins.checks import addresses
from tests.unit.folders import CONTACTS, content_of, news, page, translation

FILES = {
    "content/pages/it/aiuto.md": page(title="Aiuto"),
    "content/pages/it/diritti.md": "Senza testata.",
    "content/pages/en/solo.md": translation(),
    "content/news/it/2026-11-22-x.md": news(),
    **CONTACTS,
}


def found(root, line: str) -> list[tuple[int, str]]:
    """Return line and cure of every problem of a record with this second line."""
    content = content_of(root, {**FILES, "content/addresses.txt": f"# Indirizzi\n{line}\n"})
    return [(problem.line, problem.how) for problem in addresses.wrong_record(content)]


@pytest.mark.parametrize(
    "line",
    [
        "/aiuto/",
        "/vecchio/",
        "/vecchio/ /aiuto/",
        "/vecchio/ /diritti/",
        "/vecchio/ /news/",
        "/en/vecchio/ /en/aiuto/",
        "/en/vecchio/ /en/solo/",
        "/en/vecchio/ /news/2026-11-22-x/  # spostato",
    ],
)
def test_a_right_record_passes(tmp_path, line):
    """An address, or an old one with a new one that is there, readable or not, is fine."""
    assert [] == found(tmp_path, line)


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("vecchio /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("/aiuto/ /diritti/", "Tieni nella riga solo: /aiuto/"),
        ("/vecchio/ /aiuti/", "Forse volevi: /vecchio/ /aiuto/"),
        ("/vecchio/ /zebra/", "Scrivi accanto l'indirizzo di una pagina che c'è."),
        ("/vecchio/ /lule/", "Scrivi accanto l'indirizzo di una pagina che c'è."),
        ("/vecchio/ /solo/", "Forse volevi: /vecchio/ /en/solo/"),
        ("/vecchio/ /vecchio/", "Scrivi accanto l'indirizzo di una pagina che c'è."),
    ],
)
def test_a_wrong_record_is_told_at_its_line(tmp_path, line, cure):
    """No slash, a page that is still there, or a new address that is not: one message (R82)."""
    assert [(2, cure)] == found(tmp_path, line)
