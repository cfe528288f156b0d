# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of the interface come from the page's own catalogue, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.languages import ITALIAN, LANGUAGES, by_tag
from plugins.words import MissingWords, Words, catalogue_path, read_catalogue
from tests.conftest import ROOT
from tests.unit.folders import write

ENGLISH = by_tag("en")
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
CATALOGUE = f"""{HEAD}msgid "Notizie"
msgstr "News"

#, fuzzy
msgid "Gratis"
msgstr "Free?"

msgid "Esci"
msgstr ""
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Two languages, one of them with a small catalogue."""
    root = write(tmp_path, {catalogue_path(ENGLISH): CATALOGUE})
    return Words(root, (ITALIAN, ENGLISH))


def test_words_are_translated(words):
    """A message is looked up in the catalogue of the page's language."""
    assert "News" == words.translate("Notizie", "en")


def test_italian_words_are_the_messages_themselves(words):
    """Italian needs no catalogue: the messages are its words."""
    assert "Una frase qualunque" == words.translate("Una frase qualunque", "it")


@pytest.mark.parametrize("message", ["Mai vista", "Gratis", "Esci"])
def test_there_is_no_silent_fallback(words, message):
    """A word that is unknown, uncertain or untranslated is an error, never Italian (R28)."""
    with pytest.raises(MissingWords, match=message):
        words.translate(message, "en")


def test_an_unknown_language_has_no_words(words):
    """A language without a catalogue is an error, never another language's words."""
    with pytest.raises(MissingWords, match="xx"):
        words.translate("Notizie", "xx")


def test_a_missing_catalogue_is_an_error(tmp_path):
    """A published language without a catalogue cannot be built."""
    with pytest.raises(FileNotFoundError):
        Words(tmp_path, LANGUAGES)


@pytest.mark.parametrize(
    "language", [item for item in LANGUAGES if item != ITALIAN], ids=lambda item: item.tag
)
def test_every_published_catalogue_can_be_read(language):
    """The catalogue of each published language is a sound .po file."""
    assert len(read_catalogue(ROOT, language)) > 0
