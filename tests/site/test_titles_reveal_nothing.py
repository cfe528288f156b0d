# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stays in a phone's history, tabs and previews must not give its reader away."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from plugins.content import Content
from plugins.languages import LANGUAGES, by_tag
from tests.site.reading import Page, words_of, written

# The beginnings of the words for trafficking, exploitation, prostitution, victim, slavery and
# police report, as translations/<language>/REGISTER.md names them or its table of terms has them
# (R18). A language without a list here cannot be published: the test below says so.
ITALIAN = (
    "tratta", "traffic", "sfrutt", "prostitu", "vittim", "schiav", "denunc", "polizia", "caporal",
)  # fmt: skip
REVEALING = {
    "it": ITALIAN,
    "en": ("traffick", "exploit", "prostitut", "victim", "slave", "police", "gangmaster"),
    "ro": ("trafic", "exploat", "prostitu", "victim", "sclav", "poliți", "plânger", "denunț"),
    "ar": ("اتجار", "استغلال", "يستغل", "دعارة", "بغاء", "ضحية", "ضحايا", "عبودية", "شرطة", "شكوى"),
    "sq": ("trafik", "shfrytëz", "prostitu", "viktim", "skllav", "polic", "denonc", "kallëz"),
    "pa": (
        "ਤਸਕਰ", "ਵਪਾਰ", "ਸ਼ੋਸ਼ਣ", "ਜਿਨਸੀ", "ਵੇਸਵਾ", "ਪੀੜਤ", "ਸ਼ਿਕਾਰ", "ਗ਼ੁਲਾਮ", "ਪੁਲਿਸ", "ਰਿਪੋਰਟ", "ਸ਼ਿਕਾਇਤ",
    ),
    "fr": ("traite", "trafic", "exploit", "prostitu", "victim", "esclav", "polic", "plainte"),
    "es": ("trata", "explota", "prostitu", "víctim", "esclav", "polic", "denunci"),
    "pcm": (
        "traffick", "exploit", "cheat", "prostitut", "ashawo", "victim", "slave", "police", "report",
    ),
    "ur": ("انسانی تجارت", "سمگل", "استحصال", "جسم فروش", "غلام", "پولیس", "رپورٹ"),
    "bn": ("পাচার", "শোষ", "যৌন", "পতিতা", "শিকার", "দাস", "পুলিশ", "অভিযোগ", "মামলা"),
    "uk": (
        "торгівл", "торгів", "експлуат", "проститу", "жертв", "постражд", "рабст", "поліц", "заяв", "донос",
    ),
    "zh-Hans": ("贩运", "贩卖", "拐卖", "剥削", "卖淫", "受害", "奴", "警察", "警方", "报案"),
    "pt-BR": ("tráfic", "trafic", "explora", "prostitu", "vítim", "escrav", "políci", "denúnci"),
    "hi": (
        "तस्कर", "व्यापार", "शोषण", "यौन", "देह", "वेश्या", "पीड़ित", "शिकार", "ग़ुलाम", "पुलिस", "रिपोर्ट", "शिकायत",
    ),
    "ru": (
        "торговл", "торгов", "эксплуат", "проститу", "жертв", "пострад", "рабств", "полиц", "заявлен", "донос",
    ),
    "it-simple": ITALIAN,
}  # fmt: skip
JOINED = ("ar", "zh-Hans")  # a word may stand inside what is written as one


def revealing(tag: str) -> re.Pattern[str]:
    """Return what matches a revealing word of a language, or an Italian one."""
    start = r"(?<![^\W_])"
    own = [unicodedata.normalize("NFC", word) for word in REVEALING[tag]]
    joined = rf"|{'|'.join(own)}" if tag in JOINED else ""
    return re.compile(rf"{start}(?:{'|'.join([*own, *ITALIAN])}){joined}", re.IGNORECASE)


def sensitive_pages(pages: dict[str, Page], content: Content, tag: str) -> list[Page]:
    """Return the pages of a language whose Italian front matter says `sensitive: yes`."""
    ids = {
        name for (name, language), source in content.pages.items()
        if language == "it" and source.fields.get("sensitive")
    }  # fmt: skip
    return [
        page for page in pages.values()
        if page.lang == tag and (page.address.rstrip("/").rsplit("/", 1)[-1] or "index") in ids | {by_tag(tag).folder}
    ]  # fmt: skip


def test_every_language_has_its_list() -> None:
    """Every published language has its list of revealing words (R18)."""
    assert set() == {language.tag for language in LANGUAGES} - set(REVEALING)


@pytest.mark.parametrize("tag", REVEALING)
def test_the_pages_of_help_are_sensitive(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """The front page and the pages of help are held to this, in every language (R18)."""
    home = "/" if tag == "it" else f"/{by_tag(tag).folder}/"
    expected = {home, *(f"{home}{name}/" for name in ("aiuto", "mostra", "diritti", "sicurezza"))}

    assert expected == {page.address for page in sensitive_pages(public_pages, content, tag)}


@pytest.mark.parametrize("tag", REVEALING)
def test_no_revealing_word_in_what_a_phone_keeps(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """Title, descriptions, address and section names of a help page reveal nothing (R18)."""
    word, found = revealing(tag), []
    for page in sensitive_pages(public_pages, content, tag):
        kept = [words_of(title) or title.text or "" for title in page.all("./head/title")]
        kept += [
            meta.get("content", "")
            for meta in page.all("./head/meta")
            if meta.get("name") != "theme-color"
        ]
        kept += [page.address, *(element.get("id", "") for element in page.root.iter())]
        normal = [unicodedata.normalize("NFC", text) for text in kept]
        found += [(page.path, text) for text in normal if word.search(text)]

    assert [] == found


@pytest.mark.parametrize("tag", REVEALING)
def test_sensitive_pages_are_not_kept_by_search_engines(
    public_pages: dict[str, Page], content: Content, tag: str
) -> None:
    """Search engines are asked to keep no copy of a help page (R18)."""
    robots = {page.meta("robots") for page in sensitive_pages(public_pages, content, tag)}

    assert {"noarchive"} == robots


def test_titles_are_unique_in_their_language(public_pages: dict[str, Page]) -> None:
    """No two pages of a language share a title, or a description (R18)."""
    pages = written(public_pages).values()
    titles = Counter((page.lang, page.one("./head/title").text) for page in pages)
    described = Counter((page.lang, page.meta("description")) for page in pages)

    assert [] == [words for words, times in (titles + described).items() if times > 1]


def test_titles_say_the_page_then_the_site(public_pages: dict[str, Page]) -> None:
    """A title begins with the page's own main heading: it stays meaningful (R18)."""
    wrong = [
        (page.path, page.one("./head/title").text)
        for page in written(public_pages).values()
        if not (page.one("./head/title").text or "").startswith(words_of(page.one(".//h1")))
    ]

    assert [] == wrong
