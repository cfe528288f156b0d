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
        ("https://example.org:8443", "https://example.org:8443"),
    ],
)
def test_the_address_has_no_last_slash(monkeypatch, stated, address):
    """The public address is that of SITEURL, written without its last slash."""
    monkeypatch.setenv("SITEURL", stated)

    assert address == site_url()


@pytest.mark.parametrize(
    "stated",
    ["http://ali.example.org", "ali.example.org", "https://localhost", "https://a.it/?x", "https://a b.it"],
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
