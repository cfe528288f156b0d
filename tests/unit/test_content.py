# SPDX-License-Identifier: AGPL-3.0-or-later
"""The content folder is read once, whole, and in the same order everywhere."""

from __future__ import annotations

from plugins.content import read_addresses
from plugins.languages import ITALIAN, by_tag
from tests.unit.folders import CONTACTS, content_of, news, page, translation, write

ENGLISH = by_tag("en")
FILES = {
    **CONTACTS,
    "content/pages/it/aiuto.md": page(title="Aiuto", sensitive="yes"),
    "content/pages/en/aiuto.md": translation(),
    "content/pages/it/zeta.md": page(title="Zeta"),
    "content/news/it/2026-11-22-prova.md": news(),
}


def test_every_file_is_read_once(tmp_path):
    """Pages, contacts and news are known by id and language."""
    content = content_of(tmp_path, FILES)

    assert {("aiuto", "it"), ("aiuto", "en"), ("zeta", "it")} == set(content.pages)
    assert {"112", "antitratta", "lule"} == set(content.contacts)
    assert [("2026-11-22-prova", "it")] == list(content.news)


def test_sources_are_in_order_of_path(tmp_path):
    """The order of files does not depend on the machine (R100)."""
    paths = [source.path for source in content_of(tmp_path, FILES).sources]

    assert sorted(FILES) == paths


def test_hidden_files_and_pictures_are_not_read(tmp_path):
    """An editor's hidden files, and pictures, give no message."""
    files = {"content/pages/it/.aiuto.md.swp": "x", "content/images/a.png": b"\x89PNG"}
    content = content_of(tmp_path, {"content/.DS_Store": "x", "content/extra/a.txt": "x", **files})

    assert ([], []) == (content.problems, content.sources)


def test_what_cannot_be_read_is_still_known_to_be_there(tmp_path):
    """A page with a slip is not taken for a missing page by the other checks."""
    path = "content/pages/it/aiuto.md"
    content = content_of(tmp_path, {path: page(order="primo")})

    assert ([path], {}) == (sorted(content.paths), content.pages)


def test_facts_come_from_the_italian_page(tmp_path):
    """A translation takes everything but its words from the Italian page."""
    content = content_of(tmp_path, FILES)

    assert content.facts(content.pages["aiuto", "en"], "sensitive") is True


def test_a_fact_nobody_states_has_its_default(tmp_path):
    """A page without a template has the ordinary one."""
    content = content_of(tmp_path, FILES)

    assert "page" == content.facts(content.pages["aiuto", "en"], "template", "page")


def test_a_page_is_known_language_by_language(tmp_path):
    """A page that is only Italian is not taken for translated."""
    content = content_of(tmp_path, FILES)

    assert (True, False) == (content.has_page("zeta", ITALIAN), content.has_page("zeta", ENGLISH))


def test_addresses_are_read_without_comments(tmp_path):
    """The record of addresses has one a line, with the new one beside a moved one."""
    text = "# Indirizzi\n\n/aiuto/\n/vecchio/ /nuovo/  # spostato\n"
    write(tmp_path, {"content/addresses.txt": text})

    assert [("/aiuto/", ""), ("/vecchio/", "/nuovo/")] == [
        (old, new) for old, new, *_ in read_addresses(tmp_path)[0]
    ]


def test_a_site_without_recorded_addresses_is_read(tmp_path):
    """A new site has no record yet."""
    assert ([], []) == read_addresses(tmp_path)
