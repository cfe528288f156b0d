# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of front-matter keys is closed, and it is that of design.md §3.1 (R94)."""

from __future__ import annotations

import pytest

from plugins.schema import fields_of, meant_key
from plugins.values import ValueFault

KINDS = [(kind, original) for kind in ("page", "contact", "news") for original in (True, False)]
REVIEW = {"reviewed_by", "reviewed_on", "audio", "act"}
WORDS = {"title", "description"}


@pytest.mark.parametrize(
    ("kind", "original", "keys"),
    [
        (
            "page",
            True,
            {"title", "description", "checked_on", "order"},
        ),
        ("page", False, {"title", "description", "translated_from", "translated_on"}),
        ("contact", True, {"title", "kind", "status", "checked_on", "source"}),
        ("contact", False, {"title"}),
        ("news", True, {"title", "description", "date", "sources"}),
    ],
)
def test_the_necessary_keys_are_few(kind, original, keys):
    """What an author must write is a short list, kind by kind."""
    assert keys == {field.name for field in fields_of(kind, original) if field.required}


@pytest.mark.parametrize(
    ("kind", "original", "keys"),
    [
        (
            "page",
            True,
            WORDS | REVIEW | {"checked_on", "sections", "order", "template", "sources"}
            | {"sensitive", "changes", "valid_until"},
        ),
        ("page", False, WORDS | REVIEW | {"translated_from", "translated_on"}),
        ("contact", False, {"title"}),
        (
            "contact",
            True,
            {"title", "kind", "status", "checked_on", "source", "phone", "dial", "email"}
            | {"whatsapp", "url", "address", "hours", "languages", "free", "anonymous"}
            | {"essential", "owner", "expires_on"},
        ),
        ("news", True, WORDS | {"date", "sources", "image", "image_alt"}),
    ],
)  # fmt: skip
def test_the_keys_are_those_of_the_design(kind, original, keys):
    """A file of each kind has exactly the keys that the design lists."""
    assert keys == {field.name for field in fields_of(kind, original)}


@pytest.mark.parametrize(("kind", "original"), KINDS)
def test_no_key_is_listed_twice(kind, original):
    """A key has one meaning in a file."""
    names = [field.name for field in fields_of(kind, original)]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("kind", "original"), KINDS)
def test_every_key_says_what_it_is_for(kind, original):
    """Each key carries the words that the message about it shows."""
    assert all(field.help for field in fields_of(kind, original))


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("page", "sections", "permesso-di-soggiorno"),
        ("page", "template", "site_map"),
        ("contact", "dial", "+3903738941"),
        ("contact", "dial", "116000"),
        ("contact", "email", ["a.b+c@example.org", "d@sub.example.org"]),
        ("contact", "url", "https://www.example.org/a?b=c"),
        ("contact", "url", "HTTPS://WWW.EXAMPLE.ORG/A"),
        ("contact", "whatsapp", "+39 350 000 0000"),
        ("contact", "whatsapp", "+393500000000"),
        ("contact", "whatsapp", "+39 0373 00"),
        ("contact", "whatsapp", "+39 350 000 000 00"),
        ("contact", "languages", ["en", "zh-Hans", "others"]),
        ("contact", "source", ["http://example.org", "https://example.org/x"]),
        ("news", "date", "2026-11-22"),
    ],
)
def test_right_values_are_taken(kind, name, value):
    """Each key takes the values that the guide shows."""
    field = next(field for field in fields_of(kind, True) if field.name == name)

    assert field.read(value)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("page", "sections", "Permesso"),
        ("page", "sections", ["a", "b c"]),
        ("page", "template", "base"),
        ("contact", "kind", "ufficio"),
        ("contact", "status", "forse"),
        ("contact", "dial", "800 290 290"),
        ("contact", "dial", "+41912345678"),
        ("contact", "dial", ["112"]),
        ("contact", "email", "aiuto@esempio"),
        ("contact", "email", "Aiuto <aiuto@example.org>"),
        ("contact", "url", "www.example.org"),
        ("contact", "url", "javascript:alert(1)"),
        ("contact", "url", "https://localhost/x"),
        ("contact", "whatsapp", "350 000 0000"),
        ("contact", "whatsapp", "+39 3"),
        ("contact", "whatsapp", "+39 35000"),
        ("contact", "whatsapp", "+39 350 000 000 000"),
        ("contact", "whatsapp", "+39 ٣٥٠ ٠٠٠ ٠٠٠٠"),
        ("contact", "languages", "inglese, cinese"),
        ("contact", "source", "il sito del Comune"),
        ("contact", "expires_on", "presto"),
        ("contact", "hours", "sempre"),
    ],
)
def test_wrong_values_are_refused(kind, name, value):
    """Each key refuses what the site could not use."""
    field = next(field for field in fields_of(kind, True) if field.name == name)

    with pytest.raises(ValueFault) as fault:
        field.read(value)

    assert "oppure" not in fault.value.english, "the English line is English"


@pytest.mark.parametrize(
    ("kind", "original", "written", "meant"),
    [
        ("page", False, "sections", ""),
        ("news", True, "sections", ""),
        ("contact", True, "order", ""),
        ("page", True, "source", "sources"),
        ("contact", True, "sources", "source"),
        ("page", True, "section", "sections"),
        ("page", True, "data", ""),
        ("news", True, "data", "date"),
        ("page", True, "titel", "title"),
    ],
)
def test_a_key_of_another_kind_of_file_is_no_slip(kind, original, written, meant):
    """What a file of another kind has is not taken for a key that only looks like it (R80)."""
    assert meant == meant_key(written, [field.name for field in fields_of(kind, original)])
