# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registry: when a contact hides, when it is old, and how its facts are told (R72, R73)."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from plugins.contacts import Contact, digits, url_label
from plugins.languages import ITALIAN, Language, by_tag
from tests.unit.folders import contact, content_of, written

ENGLISH = by_tag("en")
CHECKED = datetime.date(2026, 11, 22)
LAST = datetime.date(2026, 11, 30)
DAY = datetime.timedelta(days=1)


def made(root: Path, **keys: str) -> Contact:
    """Return a contact with these keys, written in Italian and English."""
    files = {
        "content/contacts/it/prova.md": contact(**keys),
        "content/contacts/en/prova.md": written({"title": "An office"}, "Call."),
    }
    return content_of(root, files).contacts["prova"]


def test_facts_are_italian_and_words_are_the_readers(tmp_path):
    """The Italian file holds the facts, the other languages only their words."""
    found = made(tmp_path)

    assert "Uno sportello" == found.words(ITALIAN).fields["title"]
    assert "An office" == found.words(ENGLISH).fields["title"]


def test_a_language_without_words_gets_the_italian_ones(tmp_path):
    """A contact not yet translated is shown with its Italian words, never left out."""
    urdu = Language("ur", "ur", "ur")

    assert "Uno sportello" == made(tmp_path).words(urdu).fields["title"]


@pytest.mark.parametrize(
    ("keys", "day", "hidden"),
    [
        ({}, LAST, False),
        ({"status": "unconfirmed"}, LAST, True),
        ({"expires_on": "2026-11-30"}, LAST, False),
        ({"expires_on": "2026-11-30"}, LAST + DAY, True),
        ({"expires_on": "2026-11-30", "essential": "yes"}, LAST + DAY, False),
        ({"expires_on": "2026-11-30", "essential": "no"}, LAST + DAY, True),
    ],
)
def test_a_contact_hides_when_nobody_stands_behind_it(tmp_path, keys, day, hidden):
    """Unconfirmed and expired contacts hide; an essential one is never hidden by a date (R72)."""
    assert hidden == made(tmp_path, **keys).hidden(day)


@pytest.mark.parametrize(("days", "old"), [(0, False), (180, False), (181, True)])
def test_a_contact_is_old_after_180_days(tmp_path, days, old):
    """Past 180 days since its sources were read, the reader is shown that date (R72)."""
    assert old == made(tmp_path).old(CHECKED + days * DAY)


@pytest.mark.parametrize(
    ("keys", "tel"),
    [
        ({"phone": '"800 290 290"', "dial": '"800290290"'}, "tel:800290290"),
        ({"phone": '"0373 8941"', "dial": '"+3903738941"'}, "tel:+3903738941"),
        ({}, ""),
    ],
)
def test_the_dialled_form_is_the_stated_one(tmp_path, keys, tel):
    """What a tap dials is what the registry states (R73)."""
    assert tel == made(tmp_path, **keys).tel


@pytest.mark.parametrize(
    ("hours", "words", "always"),
    [
        ('"24/7"', [], True),
        ('["Mo-Fr 09:30-13:00"]', ["lunedì–venerdì, 09:30–13:00"], False),
        (None, [], False),
    ],
)
def test_hours_are_told_in_words(tmp_path, hours, words, always):
    """Hours are told in the reader's words; a line that always answers has none."""
    found = made(tmp_path, hours=hours)

    assert (words, always) == (found.hours_text(ITALIAN), found.always)


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        ("[en, ro]", "inglese e rumeno"),
        ("[en, ro, zh]", "inglese, rumeno e cinese"),
        ("[en, others]", "inglese e altre lingue"),
        ("[en, en, ro, en]", "inglese e rumeno"),
        ("[en, fuf]", "inglese e altre lingue"),
        ("[others]", "altre lingue"),
        (None, ""),
    ],
)
def test_languages_are_named_in_the_readers(tmp_path, languages, words):
    """Languages have CLDR's names; one it does not name is covered by «other languages»."""
    found = made(tmp_path, languages=languages)

    assert words == found.languages_text(ITALIAN, "altre lingue")


def test_a_translation_alone_is_no_contact(tmp_path):
    """Without the Italian file there are no facts, so there is no contact."""
    files = {"content/contacts/en/prova.md": written({"title": "An office"})}

    assert {} == content_of(tmp_path, files).contacts


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://www.example.org/", "example.org"),
        ("https://example.org/a/b/", "example.org/a/b"),
        ("http://sub.example.org", "sub.example.org"),
    ],
)
def test_a_site_is_called_as_people_call_it(url, label):
    """A web address is shown without scheme, www and last slash."""
    assert label == url_label(url)


def test_only_digits_are_compared():
    """Spaces and signs do not make two numbers different."""
    assert digits("+39 0373-89.41") == "3903738941"
