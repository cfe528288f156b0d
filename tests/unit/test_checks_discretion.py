# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a phone keeps of a page of help: titles, descriptions, names of files and sections (R18)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.checks import discretion
from tests.unit.folders import PROVA, content_of, output_of, page, places_of, translation

EMPTY = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
LISTS = {
    "translations/it/revealing.txt": "vittim*\n",
    "translations/en/revealing.txt": "traffick*\n",
    "translations/messages.pot": EMPTY,
    "translations/en/LC_MESSAGES/messages.po": EMPTY,  # complete: English is published
}
ENGLISH = "content/pages/en/prova.md"
HTML = '<html lang="it"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
BUILT = "prova/index.html"


def site(tmp_path, title="Prova", head="", body="", **files):
    """Return a built site with one sensitive page and other files."""
    written = {BUILT: HTML.format(title=title, head=head, body=body), **files}
    return output_of(tmp_path, written, {**LISTS, PROVA: page(sensitive="yes")})


def found(output):
    """Return path and line of every problem of a built site, from the outlines of its pages."""
    outlines = {path: built.outline for path, built in output.pages.items()}
    return places_of(discretion.revealing_page, replace(output, pages=outlines))


@pytest.mark.parametrize("name", discretion.SENSITIVE_PAGES)
def test_a_page_of_help_without_its_mark_is_told(tmp_path, name):
    """The five pages of whoever may be in danger are marked; a mark taken off is told (R18)."""
    path = f"content/pages/it/{name}.md"
    told = [
        places_of(discretion.open_page_of_help, content_of(tmp_path, {path: page(sensitive=mark)}))
        for mark in ("no", None, "yes")
    ]

    assert [[f"{path}:6"], [f"{path}:1"], []] == told


def test_quiet_words_pass(tmp_path):
    """A sensitive page whose title says nothing passes, and so does an open page that says all."""
    files = {PROVA: page(sensitive="yes"), "content/pages/it/altra.md": page(title="Una vittima")}

    assert [] == places_of(discretion.revealing_title, content_of(tmp_path, {**LISTS, **files}))


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"title": "Le vittime"}, 2),
        ({"description": "Per chi è vittima, e per chi le sta accanto, i numeri da chiamare."}, 3),
        ({"sections": "[chi-chiamare, la-vittima]"}, 7),
    ],
)
def test_a_revealing_word_is_told_at_its_line(tmp_path, keys, line):
    """Title, description and section names of a sensitive page are read, each at its line (R18)."""
    files = {PROVA: page(sensitive="yes", **keys), "content/pages/it/altra.md": page()}
    content = content_of(tmp_path, {**LISTS, **files})
    (problem,) = discretion.revealing_title(content)

    assert (f"{PROVA}:{line}", True) == (f"{problem.path}:{problem.line}", "«vittim…»" in problem.what)  # fmt: skip


def test_a_revealing_file_name_is_told(tmp_path):
    """The name of a sensitive page's file is its address (R18)."""
    path = "content/pages/it/per-le-vittime.md"
    content = content_of(tmp_path, {**LISTS, path: page(sensitive="yes")})

    assert [f"{path}:1"] == places_of(discretion.revealing_title, content)


@pytest.mark.parametrize(
    ("title", "lines"), [("Trafficked?", [2]), ("Una vittima", [2]), ("Ask for help", [])]
)
def test_a_translation_is_held_to_two_lists(tmp_path, title, lines):
    """A translation of a sensitive page keeps the words of its language and of Italian (R18)."""
    files = {PROVA: page(sensitive="yes"), ENGLISH: translation(title=title)}
    places = places_of(discretion.revealing_title, content_of(tmp_path, {**LISTS, **files}))

    assert [f"{ENGLISH}:{line}" for line in lines] == places


def test_a_language_without_a_list_is_told(tmp_path):
    """A language that is published without a list of its own is told once (R18)."""
    content = content_of(tmp_path, {PROVA: page()})

    assert ["translations/it/revealing.txt:1"] == places_of(discretion.no_list, content)


def test_a_quiet_site_passes(tmp_path):
    """Words of the text, links and pictures of news are no title (R18)."""
    head = (
        '<meta charset="utf-8"><meta name="description" content="Numeri da chiamare.">'
        """<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-vittima'">"""
    )
    body = '<p id="a">Una vittima.</p><a href="../denuncia-di-una-vittima/">Vittima</a>'
    others = {"images/vittima.jpg": "x", "news/vittima/index.html": "<html></html>"}

    assert [] == found(site(tmp_path, head=head, body=body, **others))


def test_an_open_page_may_say_all(tmp_path):
    """A page for everybody names what it is about, in its title and in its sections (R18)."""
    html = HTML.format(title="Le vittime", head="", body='<h2 id="le-vittime">x</h2>')
    output = output_of(tmp_path, {BUILT: html}, {**LISTS, PROVA: page()})

    assert [] == found(output)


@pytest.mark.parametrize(
    "parts",
    [
        {"title": "Vittime"},
        {"head": '<meta property="og:title" content="Vittime">'},
        {"head": '<meta name="description" content="Vittime">'},
        {"body": '<h2 id="le-vittime">x</h2>'},
        {"body": '<a href="x.pdf" download="vittime.pdf">x</a>'},
        {"body": '<a href="https://example.org/" data-wait="Vittime">x</a>'},
    ],
)
def test_a_revealing_part_of_a_built_page_is_told(tmp_path, parts):
    """Title, link preview, description, section and download are what stays behind (R18)."""
    assert [f"output/{BUILT}:1"] == found(site(tmp_path, **parts))


def test_a_stand_in_is_held_to_its_own_language(tmp_path):
    """Where a language has no translation, the page that answers there is sensitive too (R18)."""
    output = site(tmp_path, **{"en/prova/index.html": HTML.format(title="Trafficked", head="", body="")})  # fmt: skip

    assert ["output/en/prova/index.html:1"] == found(output)


def test_a_revealing_address_is_told(tmp_path):
    """The address of a built page stays in the history (R18)."""
    built = {"per-le-vittime/index.html": HTML.format(title="Prova", head="", body="")}
    files = {**LISTS, "content/pages/it/per-le-vittime.md": page(sensitive="yes")}

    assert ["output/per-le-vittime/index.html:1"] == found(output_of(tmp_path, built, files))


def test_a_revealing_file_is_told(tmp_path):
    """A leaflet is kept under its name, wherever it is on the site (R18)."""
    files = {"materiali/vittime-ar.pdf": "x", "materiali/carta-ar.pdf": "x"}

    assert ["output/materiali/vittime-ar.pdf:1"] == found(site(tmp_path, **files))
