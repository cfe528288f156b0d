# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `make bench` measures is what it says: real pages, as many as asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.content import Content, read_content
from plugins.freshness import OLD, state_of
from plugins.languages import ITALIAN, LANGUAGES, by_tag
from tools.bench_runs import Cost
from tools.bench_sites import write_site
from tools.bench_tables import further, growth_note, size_table

ROOT = Path(__file__).parents[2]
COPY = re.compile(r"-\d+$")
TAGS = [language.tag for language in LANGUAGES[:3]]
PAGES = 30
SMALL = Cost(pages=100, wall=4.0, cpu=2.0, memory=100 * 2**20)
LARGE = Cost(pages=500, wall=9.0, cpu=12.0, memory=200 * 2**20)


@pytest.fixture(scope="module")
def grown(tmp_path_factory) -> Content:
    """The real site with 30 pages in each of three languages."""
    site = tmp_path_factory.mktemp("bench") / "site"
    return read_content(write_site(ROOT, site, TAGS, PAGES))


def test_a_grown_site_has_as_many_pages_as_asked(grown):
    """The table's first column is true."""
    assert PAGES == sum(1 for _, tag in grown.pages if tag == ITALIAN.tag)


def test_a_grown_site_has_only_the_languages_asked(grown):
    """The other languages are gone, their pages too."""
    assert set(TAGS) == {tag for _, tag in grown.pages}


def test_a_copy_has_a_title_of_its_own(grown):
    """Pages that share a title would stop the build."""
    titles = [(tag, page.fields["title"]) for (_, tag), page in grown.pages.items()]

    assert len(titles) == len(set(titles))


def test_translations_follow_the_copies(grown):
    """A copy costs what a page costs whose translations are of today."""
    old = {key for key in grown.pages if state_of(grown, key[0], by_tag(key[1])).name == OLD}
    models = {key for key in old if not COPY.search(key[0])}

    assert models == {(COPY.sub("", page_id), tag) for page_id, tag in old}


def test_a_page_more_is_told_apart_from_a_page():
    """Ten seconds for 400 pages more are 25 milliseconds each."""
    assert 25.0 == further(SMALL, LARGE)


def test_the_table_has_a_row_for_each_size():
    """The cost of a page and of a page more stand in each row."""
    rows = size_table("pages", {"100": [SMALL], "500": [LARGE]}).splitlines()[2:]

    assert ["20.0 |  |", "24.0 | 25.0 |"] == [row.split("| ", 7)[-1] for row in rows]


def test_the_note_compares_the_two_largest():
    """Growth is told by the last two rows."""
    note = growth_note({"0": [SMALL], "100": [SMALL], "500": [LARGE]})

    assert "From 100 to 500: 5.00 times the pages, 6.00 times the CPU" in note
    assert "256 KiB of memory a page more" in note
