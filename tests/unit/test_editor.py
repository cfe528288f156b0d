# SPDX-License-Identifier: AGPL-3.0-or-later
"""The editor's configuration and page, without a browser: what staff are asked, and who is asked."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

import pelicanconf
from plugins import schema
from plugins.languages import LANGUAGES
from plugins.problem import Stop
from plugins.values import ValueFault
from tools import editor, editor_config, editor_forge, npm

KINDS = {
    "pages": (schema.PAGE, schema.PAGE_TRANSLATION),
    "contacts": (schema.CONTACT, schema.CONTACT_TRANSLATION),
    "news": (schema.NEWS, schema.NEWS),
}
EVERY = {field.name: field for fields in KINDS.values() for kind in fields for field in kind}
COLLECTIONS = {item["name"]: item for item in editor_config.collections()}


def asked(kind: str) -> dict[str, dict]:
    """Return the fields of a kind of file by name."""
    return {field["name"]: field for field in COLLECTIONS[kind]["fields"]}


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_asked_with_the_readers_own_words(kind):
    """The editor asks for each key of a file and no other, with the help of the guide (R94)."""
    known = {field.name: field.help for fields in reversed(KINDS[kind]) for field in fields}
    shown = {name: field["hint"] for name, field in asked(kind).items() if name in known}

    assert known.keys() | {"body", "_original"} == asked(kind).keys()
    assert all(shown[name].startswith(words) for name, words in known.items())


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_reader_needs_is_required(kind):
    """A key without which a file is refused cannot be left empty in the editor (R94)."""
    italian, translation = ([f.name for f in fields if f.required] for fields in KINDS[kind])
    fields = asked(kind)

    assert all(fields[name]["required"] is True for name in italian)
    assert all(fields[name]["required"] for name in translation)
    assert not any(
        fields[name]["required"] for name in fields.keys() & EVERY.keys() - {*italian, *translation}
    )


def test_a_key_is_translated_where_the_schema_says_so():
    """Only the keys of a translation are asked in the other languages (R94)."""
    shared = {name for name, field in asked("pages").items() if field["i18n"]}

    assert {field.name for field in schema.PAGE_TRANSLATION} | {"body", "_original"} == shared


@pytest.mark.parametrize("key", editor_config.CHOICES)
def test_choices_are_those_of_the_reader(key):
    """What can be chosen is what the reader takes, and the reader takes nothing else (R94)."""
    offered = editor_config.widget(EVERY[key])["options"]

    assert list(offered) == [EVERY[key].read(value) for value in offered]
    with pytest.raises(ValueFault):
        EVERY[key].read("qualcosa-d-altro")


def test_lists_are_asked_as_lists():
    """A key that holds several values has a line for each (R94)."""
    expected = ["changes", "email", "hours", "languages", "sections", "source", "sources"]

    assert expected == editor_config.list_keys()
    assert all(editor_config.widget(EVERY[key])["widget"] == "list" for key in expected)


def test_every_language_has_its_tab():
    """The tabs are the site's languages, under the names of their folders, Italian first."""
    words = editor_config.configuration({})["i18n"]

    assert [language.folder for language in LANGUAGES] == words["locales"]
    assert words["default_locale"] == "it"


STATED = {"address": "", "project": "comune/ali", "branch": "main", "application": ""}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            {"forge": "gitlab", "application": "abc"},
            ("https://gitlab.com/api/v4", "https://gitlab.com", "abc", "pkce", None),
        ),
        (
            {"forge": "gitea", "address": "https://git.comune.example/", "application": "abc"},
            ("https://git.comune.example/api/v1", "https://git.comune.example", "abc", None, None),
        ),
        (
            {"forge": "gitea"},
            ("https://codeberg.org/api/v1", None, None, None, ["token"]),
        ),
        (
            {"forge": "github", "application": "abc"},
            ("https://api.github.com", None, None, None, ["token"]),
        ),
    ],
)
def test_people_sign_in_without_a_server_of_ours(stated, expected):
    """GitLab and Forgejo sign people in by themselves; elsewhere each person has a token."""
    found = editor_forge.backend({**STATED, **stated})
    keys = ("api_root", "base_url", "app_id", "auth_type", "auth_methods")

    assert expected == tuple(found.get(key) for key in keys)


def test_an_unfinished_setting_is_said(capsys, monkeypatch, tmp_path):
    """Until the Comune says where the files are, the editor says what it cannot do yet."""
    monkeypatch.setattr(editor, "FOLDER", tmp_path / "editor")
    monkeypatch.setattr(editor, "bundle", lambda folder, _: folder.mkdir())

    assert (0, "") == (editor.main(), pelicanconf.EDITOR["project"])
    assert "Manca dove stanno i file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("stated", "words"),
    [({"forge": "svn"}, "«svn»"), ({"forge": "gitea", "address": "git.example"}, "«git.example»")],
)
def test_a_wrong_setting_is_said(stated, words):
    """A forge or an address that cannot be gives one message with its cure."""
    with pytest.raises(Stop, match=words):
        editor_forge.backend({**STATED, **stated})


def test_nothing_runs_that_the_policy_does_not_name():
    """The page's only inline script is the one whose fingerprint stands in its own policy (R98)."""
    page = editor.page("https://git.example")
    inline = re.findall(r"<script(?![^>]* src=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    policy = html.unescape(re.search('Policy" content="([^"]+)"', page)[1])

    assert digests == re.findall(r"'sha256-([^']+)'", policy)
    assert "connect-src 'self' data: blob: https://git.example;" in policy
    assert not re.search(r"style=|\son\w+=", page)


def test_the_editor_is_not_found_nor_followed():
    """No search engine lists the editor, and no site it opens learns its address."""
    page = editor.page("https://git.example")

    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert '<meta name="referrer" content="no-referrer">' in page


def test_the_editor_stays_out_of_the_public_site():
    """The editor has a folder of its own, which is not in what is published nor in git."""
    assert editor.FOLDER.parts[0] not in ("output", "content", "theme")
    assert f"/{editor.FOLDER.as_posix()}/" in (editor.HERE.parents[1] / ".gitignore").read_text()


def test_a_package_of_a_scope_has_a_folder_of_its_own():
    """A package named @scope/name lies beside the others, not in a folder of another's."""
    folders = {npm.folder_of(name) for name, _ in editor.PACKAGES}

    assert {npm.CACHE / "sveltia-cms-0.221.1", npm.CACHE / "js-yaml-5.5.0"} == folders
