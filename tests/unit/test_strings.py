# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make strings` collects the words of the interface and guesses no translation (R28)."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from plugins.languages import ITALIAN, LANGUAGES, by_tag
from plugins.words import TEMPLATE, catalogue_path
from tests.conftest import ROOT
from tests.unit.folders import write
from tools.strings import collect, po, updated

ENGLISH = by_tag("en")
SETTINGS = """[tool.babel.extract_messages]
keywords = ["N_"]
add_comments = ["Translators:"]
[[tool.babel.mappings]]
method = "jinja2"
pattern = "theme/templates/**.html"
[[tool.babel.mappings]]
method = "python"
pattern = "plugins/**.py"
"""
FILES = {
    "pyproject.toml": SETTINGS,
    "theme/templates/a.html": '{# Translators: one short word #}\n<p>{{ _("Esci") }}</p>',
    "theme/templates/partials/b.html": '{% trans %}Ciao <b>tu</b>{% endtrans %}{{ _("Esci") }}',
    "plugins/c.py": 'TITLE = N_("Notizie")\nOTHER = "Mai vista"\n',
    "theme/other.html": '{{ _("Altrove") }}',
}


def collected(root: Path) -> Catalog:
    """Return the words of a small project."""
    return collect(write(root, FILES))


def made(**known: str) -> Catalog:
    """Return a catalogue with these translations."""
    catalogue = Catalog(locale="en_GB")
    for message, translation in known.items():
        catalogue.add(message, translation)
    return catalogue


def test_words_are_collected_from_templates_and_plugins(tmp_path):
    """Every marked word of a template or a plugin is collected, and nothing else."""
    words = {message.id for message in collected(tmp_path) if message.id}

    assert {"Esci", "Ciao <b>tu</b>", "Notizie"} == words


def test_a_word_says_where_it_is_used(tmp_path):
    """A translator finds every place where a word stands."""
    places = [place for place, _ in collected(tmp_path)["Esci"].locations]

    assert ["theme/templates/a.html", "theme/templates/partials/b.html"] == places


def test_notes_for_translators_are_kept(tmp_path):
    """The note beside a word in a template reaches the translator."""
    assert ["one short word"] == collected(tmp_path)["Esci"].auto_comments


def test_known_translations_are_kept(tmp_path):
    """A word that is already translated stays translated."""
    found = updated(made(Esci="Leave"), collected(tmp_path), ENGLISH.locale)

    assert "Leave" == found["Esci"].string


def test_new_words_are_left_empty(tmp_path):
    """A new word is never guessed from one that looks like it."""
    found = updated(made(Notizia="News"), collected(tmp_path), ENGLISH.locale)

    assert "" == found["Notizie"].string


def test_old_words_are_dropped(tmp_path):
    """A word that no page uses any more leaves the catalogue."""
    found = updated(made(Vecchia="Old"), collected(tmp_path), ENGLISH.locale)

    assert "Vecchia" not in found


def test_an_uncertain_translation_stays_uncertain(tmp_path):
    """What a translator marked as uncertain is not made certain by the tool."""
    known = made(Esci="Leave?")
    known["Esci"].flags.add("fuzzy")

    assert updated(known, collected(tmp_path), ENGLISH.locale)["Esci"].fuzzy


def test_a_new_language_starts_with_every_word(tmp_path):
    """A language without a catalogue gets one with all the words, empty."""
    found = updated(None, collected(tmp_path), ENGLISH.locale)

    assert {"Esci": "", "Ciao <b>tu</b>": "", "Notizie": ""} == {
        message.id: message.string for message in found if message.id
    }


def test_two_runs_write_the_same_bytes(tmp_path):
    """No date, no machine and no order of files gets into git (R81)."""
    assert po(collected(tmp_path / "a")) == po(collected(tmp_path / "b"))


def test_the_template_of_the_site_is_current():
    """messages.pot holds the words that templates and plugins use now."""
    assert po(collect(ROOT)) == (ROOT / TEMPLATE).read_bytes()


@pytest.mark.parametrize(
    "language", [item for item in LANGUAGES if item != ITALIAN], ids=lambda item: item.tag
)
def test_the_catalogues_of_the_site_are_current(language):
    """Each language's catalogue is what `make strings` would write."""
    data = (ROOT / catalogue_path(language)).read_bytes()
    with (ROOT / catalogue_path(language)).open("rb") as file:
        known = read_po(file, locale=language.locale)

    assert po(updated(known, collect(ROOT), language.locale)) == data
