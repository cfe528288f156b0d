# SPDX-License-Identifier: AGPL-3.0-or-later
"""The languages we publish. This table is the only place where a language code is written.

Adding a language is one row here, one catalogue in translations/ and one folder in each
part of content/.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.core import get_global


@dataclass(frozen=True)
class Language:
    """One language of the site.

    Attributes:
        tag: BCP 47 tag in its conventional form ("zh-Hans"): `lang` and `hreflang`.
        locale_id: the CLDR locale that gives dates, hours and names ("zh_Hans").
        encyclopedias: host codes of the Wikipedias its readers may be sent to (facts.md §8c).
        own_name: our override of the CLDR endonym, empty where CLDR's is right (R21).
        spelt_as: the CLDR locale whose dates, hours and names it borrows, where readers do not
            know the spelling of its own.
    """

    tag: str
    locale_id: str
    encyclopedias: tuple[str, ...]
    own_name: str = ""
    spelt_as: str = ""

    @property
    def folder(self) -> str:
        """Name of its folders in content/ and translations/, and of its address."""
        return self.tag.lower()

    @cached_property
    def locale(self) -> Locale:
        """CLDR data of the language."""
        return Locale.parse(self.locale_id)

    @cached_property
    def spelling(self) -> Locale:
        """CLDR data for the words of dates, hours and names."""
        return Locale.parse(self.spelt_as or self.locale_id)

    @property
    def direction(self) -> str:
        """Reading direction, "ltr" or "rtl", from CLDR."""
        return self.locale.text_direction

    @cached_property
    def script(self) -> str:
        """ISO 15924 code of its script ("Latn", "Arab"), from CLDR's likely subtags."""
        likely = get_global("likely_subtags").get(self.locale.language, "")
        return self.locale.script or likely.split("_")[1]

    @cached_property
    def endonym(self) -> str:
        """The language's name in itself, capitalised for a list."""
        name = self.own_name or self.locale.languages[self.tag.replace("-", "_")]
        return name[0].upper() + name[1:]

    def name_of(self, tag: str) -> str | None:
        """Return the name of language `tag` in this language, None where CLDR has none."""
        names = self.spelling.languages
        return names.get(tag.replace("-", "_")) or names.get(tag.split("-", maxsplit=1)[0])

    @property
    def easy_italian(self) -> bool:
        """Whether it is easy Italian, whose words may equal the original's."""
        return self.locale_id == ITALIAN.locale_id

    @property
    def exits(self) -> tuple[str, ...]:
        """Where the exit link may lead, in a fixed order (facts.md §8c, R11)."""
        projects = ("wikipedia", "wiktionary")
        hosts = [f"{code}.{name}.org" for code in self.encyclopedias for name in projects]
        known = [host for host in hosts if host not in NOT_IN_FACTS]
        return tuple(f"https://{host}/" for host in (*known, "www.meteoam.it"))


NOT_IN_FACTS = ("pcm.wiktionary.org",)  # facts.md §8c names only the Wikipedia in pcm

ITALIAN = Language("it", "it", ("it",))

# In the order of the menu (design.md §2).
LANGUAGES = (
    ITALIAN,
    Language("en", "en_GB", ("en",)),
    Language("ro", "ro", ("ro",)),
    Language("ar", "ar", ("ar",)),
    Language("sq", "sq", ("sq",)),
    Language("pa", "pa", ("pa",)),
    Language("fr", "fr", ("fr",)),
    Language("es", "es", ("es",)),
    Language("pcm", "pcm", ("pcm", "en"), spelt_as="en_GB"),  # CLDR: "Nọvẹ́mba", "Frẹ́nch Lángwej"
    Language("ur", "ur", ("ur",)),
    Language("bn", "bn", ("bn",)),
    Language("uk", "uk", ("uk",)),
    Language("zh-Hans", "zh_Hans", ("zh",)),
    Language("pt-BR", "pt_BR", ("pt",), own_name="Português (Brasil)"),
    Language("hi", "hi", ("hi",)),
    Language("ru", "ru", ("ru",)),
    Language("it-simple", "it", ("it",), own_name="Italiano facile"),
)


def by_folder(folder: str) -> Language | None:
    """Return the language whose folder is `folder`, None when it is not ours."""
    return next((language for language in LANGUAGES if language.folder == folder), None)


def by_tag(tag: str) -> Language:
    """Return the language with this exact tag; KeyError when it is not ours."""
    for language in LANGUAGES:
        if language.tag == tag:
            return language
    raise KeyError(tag)


def spoken_in(country: str) -> str:
    """Return the tag of the language most spoken in a country: "sq" for "al", "" for no country."""
    likely: str = get_global("likely_subtags").get(f"und_{country.upper()}", "")
    return likely.split("_", maxsplit=1)[0]
