# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing leaks: no request to others, no leftover of our tools, no needless byte."""

from __future__ import annotations

import random

import pytest

from plugins.checks import leaks
from tests.unit.folders import CONTACTS, lines_of, output_of, places_of

TOP = (
    '<a href="https://it.wikipedia.org/">Esci</a><a href="tel:800290290">800</a>'
    '<a href="../sicurezza/">Sicurezza</a><a href="#main">Vai</a>'
)


def noise(size: int) -> str:
    """Return letters that do not compress below about three quarters of `size`."""
    return "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=size))  # noqa: S311


def checked(check, root, body: str, path: str = "aiuto/index.html") -> list[int]:
    """Return the lines of the problems of one built page."""
    return lines_of(check, output_of(root, {path: f"<html><body>\n{body}</body></html>"}, CONTACTS))


def test_a_light_page_passes(tmp_path):
    """A page of one round trip is fine (R46)."""
    assert [] == checked(leaks.heavy_page, tmp_path, noise(14_000))


def test_a_heavy_page_is_told(tmp_path):
    """The message says how many bytes are too many (R46)."""
    site = output_of(tmp_path, {"index.html": noise(30_000)})
    problem = next(leaks.heavy_page(site))
    extra = site.pages["index.html"].weight - 14_600

    assert ("output/index.html", 1) == (problem.path, problem.line)
    assert f"Accorcia il testo o dividilo in due pagine: {extra} byte di troppo." == problem.how


def test_the_heaviest_page_allowed_passes(tmp_path, monkeypatch):
    """Just one round trip is one round trip (R46)."""
    site = output_of(tmp_path, {"index.html": noise(14_000)})
    monkeypatch.setattr(leaks, "HEAVIEST", site.pages["index.html"].weight)

    assert [] == lines_of(leaks.heavy_page, site)


@pytest.mark.parametrize(("size", "places"), [(60_000, []), (60_001, ["content/images/a.jpg:1"])])
def test_a_heavy_picture_is_told_where_it_was_put(tmp_path, size, places):
    """A picture of more than 60 kB is told by its name in content/images."""
    leaflet = {"materiali/locandina.pdf": b"x" * 60_001}  # no picture
    site = output_of(tmp_path, {"images/a.jpg": b"x" * size, **leaflet})

    assert places == places_of(leaks.heavy_image, site)


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org/">x</a>',
        '<img src="../images/a.png">',
        '<img src="data:image/png;base64,AA">',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="alternate" href="https://example.org/">',
        '<link rel="icon" href="data:image/svg+xml,x">',
        '<img src="data:image/jpeg;base64,AA//BB">',
        "<style>a{background:url(data:image/png;base64,AA)}</style>",
        '<style>a{background:url( "data:image/png;base64,AA")}</style>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_a_page_that_asks_nobody_passes(tmp_path, body):
    """Links, own pictures and data: ask no other host (R52)."""
    assert [] == checked(leaks.foreign_request, tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/a.png">',
        '<img src="//example.org/a.png">',
        '<img src="a.png" srcset="https://example.org/a.png 2x">',
        '<script src="https://example.org/a.js"></script>',
        '<iframe src="https://example.org/"></iframe>',
        '<object data="https://example.org/a.pdf"></object>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="preconnect" href="https://example.org">',
        '<video src="https://example.org/a.mp4"></video>',
        '<video poster="https://example.org/a.jpg"></video>',
        '<form action="/x"></form>',
    ],
)
def test_a_request_to_others_is_told(tmp_path, body):
    """Whatever would load from elsewhere, and any form, is told at its line (R52, R55)."""
    assert [2] == checked(leaks.foreign_request, tmp_path, body)


@pytest.mark.parametrize(
    "style",
    ['@import "a.css";', "a{background:url(a.png)}", 'a{background:url("https://example.org/a.png")}'],
)  # fmt: skip
def test_a_style_that_loads_is_told(tmp_path, style):
    """A style asks for nothing, not even for a file of ours (R52)."""
    assert [1] == checked(leaks.foreign_request, tmp_path, f"<style>{style}</style>")


@pytest.mark.parametrize(
    "body", ["<p>Tutto bene.</p>", "<style>a{b:c}}</style>", "<p>a } b { c</p>"]
)
def test_a_page_without_leftovers_passes(tmp_path, body):
    """Single braces, and those of a style, are nobody's leftover."""
    assert [] == checked(leaks.leftovers, tmp_path, body)


@pytest.mark.parametrize(
    "left",
    ['{{ phone("112") }}', "}}", "{% if %}", "{filename}a.md", "{static}a", "[[", "TODO", "\ue000phone:112\ue001", "Undefined"],
)  # fmt: skip
def test_a_leftover_is_told_at_its_line(tmp_path, left):
    """Braces and markers mean that a word or a number did not arrive."""
    style = "<style>a{b:c}\n@media print{d{e:f}}</style>"

    assert [4] == checked(leaks.leftovers, tmp_path, f"{style}\n<p>{left}</p>")


@pytest.mark.parametrize("path", ["aiuto/index.html", "sicurezza/index.html"])
def test_help_in_its_place_passes(tmp_path, path):
    """Exit, the number, the safety page, skip to content (R61)."""
    top = TOP.replace("../sicurezza/", "./") if path.startswith("sicurezza") else TOP
    others = '<a href="../diritti/">Diritti</a>'

    assert [] == checked(leaks.help_out_of_place, tmp_path, f'<a id="top"></a>{top}{others}', path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<a href="https://it.wikipedia.org/">Esci</a>', ""),
        ("tel:800290290", "tel:112"),
        ("https://it.wikipedia.org/", "../en/"),
        ("../sicurezza/", "../aiuto/"),
        ("../sicurezza/", "https://example.org/sicurezza/"),
        ("#main", "#nulla"),
        (TOP, ""),
        (TOP, f'<a href="/">Prima</a>{TOP}'),
    ],
)
def test_help_out_of_place_is_told(tmp_path, old, new):
    """On every page the first four links are these, in this order (R61, R1, R16)."""
    assert [1] == checked(leaks.help_out_of_place, tmp_path, TOP.replace(old, new))


def test_a_number_of_the_registry_passes(tmp_path):
    """Each number that can be called is in the registry (R74)."""
    body = '<a href="tel:112">112</a><a href="tel:800290290">800</a><a href="../">Inizio</a>'

    assert [] == checked(leaks.unknown_number, tmp_path, body)


@pytest.mark.parametrize("href", ["tel:113", "tel:+39800290290", "tel:800 290 290", "tel:"])
def test_a_number_outside_the_registry_is_told(tmp_path, href):
    """A number nobody keeps would one day ring for a stranger (R74)."""
    assert [2] == checked(leaks.unknown_number, tmp_path, f'<a href="{href}">x</a>')
