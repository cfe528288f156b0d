# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the help and safety pages must say in every language, by the ids of their sections."""

from __future__ import annotations

import unicodedata
from xml.etree.ElementTree import Element

import pytest

from plugins.content import Content
from plugins.languages import LANGUAGES, Language
from tests.site.reading import Page, every_language, page_in, words_of

SAFETY_POINTS = (
    "cronologia", "router", "sincronizzazione", "programmi-nascosti", "registro-chiamate",
    "consegnare-telefono", "cancellare-tutto",
)  # fmt: skip
# The beginnings of "cookie" and "statistics" in each language.
NOT_COLLECTED = {
    "it": ("cookie", "statistic"), "en": ("cookie", "statistic"), "ro": ("cookie", "statistic"),
    "ar": ("كوكيز", "إحصاءات"), "sq": ("cookie", "statistik"), "pa": ("ਕੂਕੀ", "ਅੰਕੜ"),
    "fr": ("cookie", "statistique"), "es": ("cookie", "estadística"), "pcm": ("cookie", "statistic"),
    "ur": ("کوکی", "اعداد و شمار"), "bn": ("কুকি", "পরিসংখ্যান"), "uk": ("cookie", "статистик"),
    "zh-Hans": ("cookie", "统计"), "pt-BR": ("cookie", "estatística"), "hi": ("कुकी", "गिनती"),
    "ru": ("cookie", "статистик"), "it-simple": ("cookie", "statistic"),
}  # fmt: skip
LIMITS_OF_EXIT = "tasto-uscita"
CALL = "quando-chiami"


def section(page: Page, name: str) -> Element:
    """Return the section with this id."""
    return page.one(".//section", id=name)


@every_language
@pytest.mark.parametrize("point", [LIMITS_OF_EXIT, *SAFETY_POINTS])
def test_safety_page_has_its_points(
    public_pages: dict[str, Page], language: Language, point: str
) -> None:
    """The safety page says what exit cannot do, point by point, in real sentences (R15)."""
    found = section(page_in(public_pages, "sicurezza", language), point)
    sentences = [words_of(element) for element in found.iter() if element.tag in ("p", "li")]

    assert len(" ".join(sentences)) > (40 if language.script == "Hans" else 100)


@every_language
def test_help_page_says_what_happens_when_you_call(
    public_pages: dict[str, Page], language: Language
) -> None:
    """Six blocks tell who answers, languages, questions, choices, limits, and if you cannot speak (R67)."""
    found = section(page_in(public_pages, "aiuto", language), CALL)
    blocks: list[list[str]] = []
    for element in found:
        if element.tag == "h3":
            blocks.append([words_of(element)])
        elif blocks:
            blocks[-1].append(words_of(element))

    assert [True] * 6 == [len(" ".join(block[1:])) > 40 for block in blocks]


@every_language
def test_show_page_has_the_sentence_in_italian(
    public_pages: dict[str, Page], language: Language
) -> None:
    """The card to show has its sentence in Italian, marked as such, and the number (R69)."""
    page = page_in(public_pages, "mostra", language)
    marked = [words_of(element) for element in page.all(".//main//*[@lang='it']")]
    own = words_of(page_in(public_pages, "mostra", LANGUAGES[0]).all(".//main//*[@lang='it']")[0])

    assert own in marked


@every_language
def test_every_page_ends_with_one_small_act(
    public_pages: dict[str, Page], content: Content, language: Language
) -> None:
    """Every page but the site map closes with one small act the reader can do (R68)."""
    names = [
        name
        for name, tag in content.pages
        if tag == language.tag and name not in ("mappa", "index")
    ]
    acts = {
        name: len(page_in(public_pages, name, language).all(".//*[@aria-labelledby='act']"))
        for name in names
    }

    assert dict.fromkeys(names, 1) == acts


@every_language
def test_privacy_page_says_what_is_not_collected(
    public_pages: dict[str, Page], language: Language
) -> None:
    """The privacy page says that no statistics are made and no cookie is set (R93)."""
    said = words_of(page_in(public_pages, "privacy", language).one(".//main")).casefold()
    words = tuple(unicodedata.normalize("NFC", word) for word in NOT_COLLECTED[language.tag])

    assert words == tuple(word for word in words if word in said)
