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


TWO = "Tieni nella riga l'indirizzo vecchio e quello nuovo, così: /vecchio/ /aiuto/"


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
        "/vecchio.html /aiuto/",
        "/vecchio/pagina_2.htm /aiuto/",
        "/Aiuto/ /aiuto/",
        "/aiuto/vecchio/ /aiuto/",
        "/v1.0/ /aiuto/",
        "/404.html",
        "/images/piazza.jpg",
        "/",
    ],
)
def test_a_right_record_passes(tmp_path, line):
    """An address, or an old one with a new one that is there, readable or not, is fine."""
    assert [] == found(tmp_path, line)


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("vecchio /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("aiuto", "Scrivi: /aiuto/"),
        ("https://ali.example.org/vecchio /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("- /vecchio/ /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("- /vecchio", "Scrivi: /vecchio/"),
        ("* https://ali.example.org/ /aiuto/", "Scrivi: / /aiuto/"),
        ("-> / /aiuto/", "Scrivi: / /aiuto/"),
        ("/vecchio -> /aiuto", "Scrivi: /vecchio/ /aiuto/"),
        ("-", TWO),
        ("/il vecchio/ /aiuto/", TWO),
        ("/vecchio/ /aiuto/ /diritti/", TWO),
        ("/aiuto", "Scrivi: /aiuto/"),
        ("/Aiuto/", "Scrivi: /aiuto/"),
        ("/404.html /aiuto/", "Tieni nella riga solo: /404.html"),
        ("/en/404.html /aiuto/", "Tieni nella riga solo: /en/404.html"),
        ("/news/ /aiuto/", "Tieni nella riga solo: /news/"),
        ("/diritti/index.html /aiuto/", "Tieni nella riga solo: /diritti/"),
        ("/vecchio/index.htm /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("/vecchio /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("X-vecchio /aiuto/", "Scrivi: /X-vecchio/ /aiuto/"),
        ("/X-vecchio /aiuto/", "Scrivi: /X-vecchio/ /aiuto/"),
        ("/vecchio/, /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("/vecchio/?p=1 /aiuto/", "Scrivi: /vecchio/ /aiuto/"),
        ("/../x/ /aiuto/", "Togli la riga."),
        ("/vecchio//x/ /aiuto/", "Togli la riga."),
        ("/il%20vecchio/ /aiuto/", "Togli la riga."),
        ("/volantino.pdf /aiuto/", "Togli la riga."),
        ("/news/feed.xml /news/", "Togli la riga."),
        ("/vecchio/ /404.html", "Scrivi accanto l'indirizzo di una pagina che c'è."),
        ("/vecchio/ https://ali.example.org/aiuto", "Forse volevi: /vecchio/ /aiuto/"),
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


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("/vecchio/ /aiuto/\n/vecchio/ /diritti/", [3]),
        ("/vecchio/ /aiuto/\n/vecchio/ /aiuto/\n/vecchio/ /aiuto/", [3, 4]),
        ("/vecchio/\n/vecchio/ /aiuto/", []),
        ("/aiuto/\n/aiuto/", []),
    ],
)
def test_an_address_moves_once(tmp_path, lines, told):
    """Two redirects cannot stand at one address: the second line is told; a line twice is harmless."""
    assert told == [line for line, how in found(tmp_path, lines)]


def test_the_first_move_is_named(tmp_path):
    """Whoever reads the message finds the other line (R82)."""
    record = "/vecchio/ /aiuto/\n/vecchio/ /diritti/\n"
    content = content_of(tmp_path, {**FILES, "content/addresses.txt": record})

    assert ["L'indirizzo «/vecchio/» è già spostato alla riga 1."] == [
        problem.what for problem in addresses.wrong_record(content)
    ]
