# SPDX-License-Identifier: AGPL-3.0-or-later
"""A contact as a page shows it, and as machines read it: the same facts (R75)."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from plugins.contact_view import ContactView, contact_view, structured_data
from plugins.contacts import Contact
from plugins.languages import ITALIAN
from tests.unit.folders import contact, content_of

TODAY = datetime.date(2026, 11, 22)
WORDS = (Markup("Uno <b>sportello</b>"), Markup("<p>Chiama.</p>"))
PHONE = {"phone": '"800 290 290"', "dial": '"800290290"'}


def made(root: Path, **keys: str) -> Contact:
    """Return an Italian contact with these keys."""
    return content_of(root, {"content/contacts/it/prova.md": contact(**keys)}).contacts["prova"]


def seen(root: Path, **keys: str) -> ContactView:
    """Return it as an Italian page shows it today."""
    return contact_view(made(root, **keys), ITALIAN, TODAY, "altre lingue", WORDS)


def point(root: Path, **keys: str) -> dict[str, Any]:
    """Return it as machines read it."""
    data = structured_data([made(root, **keys)], ITALIAN, "Comune", "https://example.org/")
    return json.loads(data)["contactPoint"][0]


def test_words_come_finished(tmp_path):
    """Title and sentences are the finished HTML of the reader's language."""
    found = seen(tmp_path)

    assert WORDS == (found.title, found.text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("phone", "800 290 290"),
        ("tel", "tel:800290290"),
        ("emails", ("a@example.org", "b@example.org")),
        ("whatsapp", "+39 350 000 0000"),
        ("url", "https://www.example.org/"),
        ("url_label", "example.org"),
        ("address", "Piazza Duomo 25, Crema"),
        ("hours", ["lunedì–venerdì, 09:30–18:00"]),
        ("always", False),
        ("languages", "inglese e rumeno"),
        ("free", True),
        ("anonymous", True),
        ("essential", False),
        ("checked_on", TODAY),
        ("old", False),
        ("unconfirmed", False),
    ],
)
def test_every_fact_is_shown(tmp_path, name, value):
    """Every fact of the registry reaches the page."""
    found = seen(
        tmp_path, **PHONE, email="[a@example.org, b@example.org]", whatsapp='"+39 350 000 0000"',
        url="https://www.example.org/", address="Piazza Duomo 25, Crema",
        hours='"Mo-Fr 09:30-18:00"', languages="[en, ro]", free="yes", anonymous="yes",
    )  # fmt: skip

    assert value == getattr(found, name)


@pytest.mark.parametrize("name", ["phone", "tel", "whatsapp", "url", "url_label", "address"])
def test_a_fact_nobody_states_is_empty(tmp_path, name):
    """What the registry does not say is empty, so that templates may leave it out."""
    assert "" == getattr(seen(tmp_path), name)


@pytest.mark.parametrize(
    ("keys", "marked"),
    [({}, False), ({"status": "unconfirmed"}, True), ({"expires_on": "2026-11-21"}, True)],
)
def test_what_the_public_does_not_see_is_marked(tmp_path, keys, marked):
    """A preview marks each contact that the public site hides (R72)."""
    assert marked == seen(tmp_path, **keys).unconfirmed


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [
        ({}, "telephone", "800 290 290"),
        ({}, "name", "Uno sportello"),
        ({"free": "yes"}, "contactOption", "TollFree"),
        ({"languages": "[en, ro, others]"}, "availableLanguage", ["en", "ro"]),
        ({"languages": "[en, en, ro]"}, "availableLanguage", ["en", "ro"]),
        ({"hours": '"24/7"'}, "hoursAvailable", "Mo-Su 00:00-24:00"),
        ({"hours": '"Mo-Fr 09:30-18:00"'}, "hoursAvailable", ["Mo-Fr 09:30-18:00"]),
    ],
)
def test_machines_read_the_same_facts(tmp_path, keys, name, value):
    """Number, languages, hours and cost are the same for machines (R75)."""
    assert value == point(tmp_path, **PHONE, **keys)[name]


@pytest.mark.parametrize("name", ["contactOption", "availableLanguage", "hoursAvailable"])
def test_machines_are_told_nothing_that_nobody_states(tmp_path, name):
    """What the registry does not say is not told to machines either."""
    assert name not in point(tmp_path, **PHONE)


def test_only_contacts_with_a_number_are_points(tmp_path):
    """A contact without a number is no contact point."""
    data = structured_data([made(tmp_path)], ITALIAN, "Comune", "https://example.org/")

    assert [] == json.loads(data)["contactPoint"]


def test_nothing_closes_the_script_element(tmp_path):
    """A word of a contact cannot end the element that carries the data (R96)."""
    found = made(tmp_path, **PHONE, title='"</script><b>"')
    data = structured_data([found], ITALIAN, "Comune", "https://example.org/")

    assert "<" not in data
    assert "</script><b>" == json.loads(data)["contactPoint"][0]["name"]
