# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table of languages answers every question about a language, also about those still to come."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

import pytest

from plugins.languages import ITALIAN, LANGUAGES, Language, by_folder, by_tag, spoken_in
from plugins.opening_hours import Opening

ENGLISH = by_tag("en")
CHINESE = Language("zh-Hans", "zh_Hans", "zh")


def test_italian_is_the_first_language():
    """Italian, the original, opens the menu of languages."""
    assert ITALIAN == LANGUAGES[0]


def test_no_language_is_listed_twice():
    """Every language has its own tag and its own folder."""
    tags = [language.tag for language in LANGUAGES]
    folders = [language.folder for language in LANGUAGES]

    assert (sorted(set(tags)), sorted(set(folders))) == (sorted(tags), sorted(folders))


def test_folders_are_lower_case():
    """An address never has capitals, whatever the conventional form of the tag."""
    assert "zh-hans" == CHINESE.folder


@pytest.mark.parametrize(
    ("locale_id", "direction", "script"),
    [
        ("it", "ltr", "Latn"),
        ("ar", "rtl", "Arab"),
        ("ur", "rtl", "Arab"),
        ("pa", "ltr", "Guru"),
        ("bn", "ltr", "Beng"),
        ("uk", "ltr", "Cyrl"),
        ("zh_Hans", "ltr", "Hans"),
    ],
)
def test_direction_and_script_come_from_cldr(locale_id, direction, script):
    """Direction and script are CLDR's: nobody types them for a new language."""
    language = Language("x", locale_id, "x")

    assert (direction, script) == (language.direction, language.script)


@pytest.mark.parametrize(
    ("tag", "locale_id", "own_name", "endonym"),
    [
        ("it", "it", "", "Italiano"),
        ("en", "en_GB", "", "English"),
        ("sq", "sq", "", "Shqip"),
        ("ar", "ar", "", "العربية"),
        ("it-simple", "it", "Italiano facile", "Italiano facile"),
    ],
)
def test_a_language_is_called_by_its_own_name(tag, locale_id, own_name, endonym):
    """Each language is listed by its CLDR endonym, or by our reviewed override (R21)."""
    assert endonym == Language(tag, locale_id, tag, own_name).endonym


def test_a_language_names_the_others():
    """A contact's languages can be named in the reader's own words."""
    assert ("rumeno", "Romanian") == (ITALIAN.name_of("ro"), ENGLISH.name_of("ro"))


def test_pidgin_is_spelt_as_its_readers_spell_it():
    """Nigerian Pidgin borrows English days and names: CLDR's bear accents nobody writes (R21)."""
    pidgin = by_tag("pcm")
    monday = Opening(0, 0, datetime.time(9), datetime.time(18)).text(pidgin)

    assert ("French", "Monday, 09:00–18:00", "pcm") == (
        pidgin.name_of("fr"), monday.replace("\u2009", ""), pidgin.locale.language,
    )  # fmt: skip


def test_an_unknown_language_has_no_name():
    """A tag CLDR does not know gets no invented name."""
    assert ITALIAN.name_of("xyz") is None


def test_a_folder_finds_its_language():
    """The folder of a file says its language."""
    assert ENGLISH == by_folder("en")


@pytest.mark.parametrize("folder", ["itt", "IT", "", "en-gb"])
def test_an_unknown_folder_is_no_language(folder):
    """A slip in a folder's name never publishes a new language."""
    assert by_folder(folder) is None


def test_an_unknown_tag_is_an_error():
    """Code that asks for a language we do not have is told so."""
    with pytest.raises(KeyError, match="itt"):
        by_tag("itt")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_language_has_three_ways_out(language):
    """The exit of each language leads to one of at least three ordinary sites (R11)."""
    hosts = {urlsplit(address).hostname for address in language.exits}

    assert 3 <= len(hosts)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_published_tag_is_known_to_cldr(language):
    """`lang` and `hreflang` carry tags whose language CLDR knows (R31)."""
    assert ITALIAN.name_of(language.tag.split("-")[0]) is not None


@pytest.mark.parametrize(
    ("country", "tag"), [("al", "sq"), ("ua", "uk"), ("cn", "zh"), ("xyz", "")]
)
def test_a_country_has_a_language(country, tag):
    """Whoever writes a country's code means its language."""
    assert tag == spoken_in(country)
