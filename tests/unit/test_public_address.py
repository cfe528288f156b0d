# SPDX-License-Identifier: AGPL-3.0-or-later
"""A public build never guesses where the site will live."""

from __future__ import annotations

import pytest

from plugins.problem import Stop
from plugins.public_address import site_url


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://ali.example.org", "https://ali.example.org"),
        ("https://ali.example.org/", "https://ali.example.org"),
        ("https://example.org/crema/ali", "https://example.org/crema/ali"),
        (" https://ali.example.org/ ", "https://ali.example.org"),
        ("HTTPS://Ali.Example.ORG/Crema", "https://ali.example.org/Crema"),
        ("https://a-b.example.org/v1.2/~ali", "https://a-b.example.org/v1.2/~ali"),
        ("https://xn--citt-8na.it", "https://xn--citt-8na.it"),
        ("https://esempio.it", "https://esempio.it"),
        ("https://example.org:8443", "https://example.org:8443"),
    ],
)
def test_the_address_has_no_last_slash(monkeypatch, stated, address):
    """The public address is that of SITEURL, written without its last slash."""
    monkeypatch.setenv("SITEURL", stated)

    assert address == site_url()


@pytest.mark.parametrize(
    "stated",
    ["http://ali.example.org", "ali.example.org", "https://localhost", "https://a.it/?x", "https://a b.it",
     "https://...it", "https://-.it", "https://a-.it", "https://a..it", "https://10.0.0.1", "https://ali.it.",
     "https://a.it/index.html", "https://a.it/INDEX.HTML", "https://a.it/../x", "https://a.it/.", "https://a.it//b"],
)  # fmt: skip
def test_anything_but_a_public_https_address_stops(monkeypatch, stated):
    """An address that is not https, or not public, is quoted and refused."""
    monkeypatch.setenv("SITEURL", stated)

    with pytest.raises(Stop) as stop:
        site_url()

    assert f"«{stated}»" in str(stop.value)


def test_a_missing_address_stops(monkeypatch):
    """Without SITEURL the message says what to type before the command."""
    monkeypatch.delenv("SITEURL", raising=False)

    with pytest.raises(Stop, match=r"SITEURL=https://\S+ make publish"):
        site_url()


@pytest.mark.parametrize(
    "stated", ["https://ali.comune.esempio.it", "https://ALI.comune.esempio.it:8443/ali/"]
)
def test_the_address_of_the_example_stops(monkeypatch, stated):
    """Copied from the guide it would put a host that is not there on every page."""
    monkeypatch.setenv("SITEURL", stated)

    with pytest.raises(
        Stop, match=r"è quello dell'esempio, «https://\S+»\.\n .* l'indirizzo vero del sito\."
    ):
        site_url()
