# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the languages of a page name each other, and addresses that must not vanish (R27)."""

from __future__ import annotations

import pytest

from plugins.checks import alternates
from tests.unit.folders import SITE_URL, lines_of, output_of, places_of

HOME = {"it": "/", "en": "/en/", "x-default": "/"}


def built(canonical: str, versions: dict[str, str], noindex: bool = False) -> str:
    """Return a page that names itself and its versions."""
    links = "".join(
        f'<link rel="alternate" hreflang="{tag}" href="{SITE_URL}{address}">'
        for tag, address in versions.items()
    )
    robots = '<meta name="robots" content="noindex">' if noindex else ""
    return f'<html><head><link rel="canonical" href="{SITE_URL}{canonical}">{links}{robots}</head>'


def test_versions_that_name_each_other_pass(tmp_path):
    """Both sides name both sides and the default (R27)."""
    pages = {"index.html": built("/", HOME), "en/index.html": built("/en/", HOME)}

    assert [] == lines_of(alternates.one_sided_alternates, output_of(tmp_path, pages))


def test_pages_kept_from_search_engines_need_no_versions(tmp_path):
    """A page that asks to be left out names nobody, and a 404 page, shown at any address, neither."""
    pages = {
        "404.html": built("/404.html", {}),
        "ar/aiuto/index.html": built("/aiuto/", {}, noindex=True),
    }
    site = output_of(tmp_path, pages)

    assert [] == lines_of(alternates.one_sided_alternates, site)


@pytest.mark.parametrize(
    "english",
    [
        {"en": "/en/", "x-default": "/en/"},
        {"it": "/", "en": "/en/"},
        {"it": "/", "x-default": "/"},
        {**HOME, "it": "/altro/"},
        {},
    ],
)
def test_one_sided_versions_are_told(tmp_path, english):
    """When one side forgets the other, itself or the default, the set is told (R27)."""
    pages = {"index.html": built("/", HOME), "en/index.html": built("/en/", english)}

    assert [] != lines_of(alternates.one_sided_alternates, output_of(tmp_path, pages))


@pytest.mark.parametrize("names", [{"it": "/altro/", "x-default": "/altro/"}, {"it": "/"}])
def test_a_page_names_itself_and_a_default(tmp_path, names):
    """However well the others agree, a page that is not among them is told (R27)."""
    pages = {"index.html": built("/", names), "altro/index.html": built("/altro/", names)}
    told = places_of(alternates.one_sided_alternates, output_of(tmp_path, pages))

    assert "output/index.html:1" in told


def test_a_default_may_be_a_page_of_no_language(tmp_path):
    """Only what is said to be a translation must name the others back (R27)."""
    names = {"it": "/aiuto/", "x-default": "/scelta/"}
    site = output_of(tmp_path, {"aiuto/index.html": built("/aiuto/", names)})

    assert [] == lines_of(alternates.one_sided_alternates, site)


def test_a_version_that_does_not_exist_is_told(tmp_path):
    """Only real translations are announced (R27)."""
    site = output_of(tmp_path, {"index.html": built("/", HOME)})

    assert [1] == lines_of(alternates.one_sided_alternates, site)


def test_a_canonical_of_its_own_passes(tmp_path):
    """A page says that it lives where it lives."""
    site = output_of(tmp_path, {"en/index.html": built("/en/", HOME)})

    assert [] == lines_of(alternates.foreign_canonical, site)


@pytest.mark.parametrize("canonical", ["/", "/en", "/en/index.html"])
def test_another_pages_canonical_is_told(tmp_path, canonical):
    """Search engines would show another page, or none."""
    site = output_of(tmp_path, {"en/index.html": built(canonical, HOME)})

    assert [1] == lines_of(alternates.foreign_canonical, site)


OLD = {"content/addresses.txt": "/vecchio/\n"}
RECORD = "# Gli indirizzi\n\n/\n/aiuto/\n"
PAGES = {"index.html": built("/", HOME), "aiuto/index.html": built("/aiuto/", {})}


def test_recorded_addresses_that_answer_pass(tmp_path):
    """Every address of the record answers."""
    site = output_of(tmp_path, PAGES, {"content/addresses.txt": RECORD})

    assert [] == lines_of(alternates.vanished_address, site)
    assert [] == lines_of(alternates.unrecorded_address, site)


def test_an_address_that_vanished_is_told_at_its_line(tmp_path):
    """Printed cards carry it: the message leads to its line of the record."""
    record = {"content/addresses.txt": f"{RECORD}/vecchio/\n"}
    site = output_of(tmp_path, PAGES, record)

    assert ["content/addresses.txt:5"] == places_of(alternates.vanished_address, site)


@pytest.mark.parametrize("record", [{}, {"content/addresses.txt": "# Gli indirizzi\n"}])
def test_a_lost_record_is_told(tmp_path, record):
    """With the record go all it protected: recording anew would seal the loss."""
    site = output_of(tmp_path, PAGES, record)
    (problem,) = alternates.vanished_address(site)

    assert ("content/addresses.txt", 1, "ERRORE") == (problem.path, problem.line, problem.severity)
    assert problem.how.endswith("se il sito è nuovo, scrivi nella prima riga: /")
    assert [] == lines_of(alternates.unrecorded_address, site)


def test_an_address_not_yet_recorded_warns(tmp_path):
    """Only what is recorded is protected: new addresses are named in one warning."""
    site = output_of(tmp_path, PAGES, {"content/addresses.txt": "/\n"})
    problem = next(alternates.unrecorded_address(site))

    assert "AVVISO" == problem.severity
    assert "Indirizzi nuovi, non ancora registrati: /aiuto/." == problem.what


@pytest.mark.parametrize(("number", "ending"), [(5, "/p4/."), (6, "/p4/ e altri 1.")])
def test_five_new_addresses_are_named_and_the_rest_counted(tmp_path, number, ending):
    """A new site does not fill the screen."""
    pages = {f"p{n}/index.html": built(f"/p{n}/", {}) for n in range(number)}
    problem = next(alternates.unrecorded_address(output_of(tmp_path, pages, OLD)))

    assert ("content/addresses.txt", 1) == (problem.path, problem.line)
    assert problem.what.endswith(ending)


def test_pages_kept_from_search_engines_are_not_recorded(tmp_path):
    """Neither a page that waits for its words nor a 404 page is an address to protect."""
    pages = {
        "404.html": built("/404.html", {}),
        "ar/aiuto/index.html": built("/aiuto/", {}, noindex=True),
    }

    assert [] == lines_of(alternates.unrecorded_address, output_of(tmp_path, pages))
