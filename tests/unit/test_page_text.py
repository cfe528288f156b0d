# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page's HTML still needs: links in the reader's language, Italian terms marked as Italian."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.body import read_body
from plugins.languages import ITALIAN, Language, by_tag
from plugins.page_text import TERMS, Writer, read_terms
from tests.unit.folders import content_of, news, page, translation, write

ENGLISH = by_tag("en")
NEWS = "content/news/it/2026-11-22-x.md"
FILES = {
    "content/pages/it/aiuto.md": page(title="Aiuto"),
    "content/pages/en/aiuto.md": translation(),
    "content/pages/it/mappa.md": page(title="Mappa"),
    NEWS: news(),
}
LIST = "# Termini\n\nComune\nComune di Crema\nMettiamo le ali\ndall'emersione all'integrazione\n"


def terms(root: Path) -> re.Pattern[str]:
    """Return the pattern of a short list of terms."""
    return read_terms(write(root, {TERMS: LIST}))


def writer(root: Path, language: Language = ENGLISH, path: str = "") -> Writer:
    """Return the writer of the help page in `language`."""
    return Writer(
        content_of(root, FILES), language,
        "/en/aiuto/" if language == ENGLISH else "/aiuto/",
        path or f"content/pages/{language.folder}/aiuto.md",
        None if language == ITALIAN else terms(root),
        {"unodc.org": "zh"}, lambda tag: f"in {tag}",
    )  # fmt: skip


def finished(root: Path, text: str, **known: Language | str) -> str:
    """Return one paragraph of Markdown, finished, without its <p>."""
    html = writer(root, **known).finish(read_body(text).html)
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (ITALIAN, "[x](mappa.md)", '<a href="../mappa/">x</a>'),
        (ITALIAN, "[x](mappa.md#a)", '<a href="../mappa/#a">x</a>'),
        (ITALIAN, "[x](aiuto.md#a)", '<a href="#a">x</a>'),
        (ITALIAN, "[x](#a)", '<a href="#a">x</a>'),
        (ITALIAN, "[x](../en/aiuto.md)", '<a href="./">x</a>'),
        (ENGLISH, "[x](../it/aiuto.md)", '<a href="./">x</a>'),
        (ITALIAN, "[x](../../news/it/)", '<a href="../news/">x</a>'),
        (ITALIAN, f"[x](../../../{NEWS})", '<a href="../news/2026-11-22-x/">x</a>'),
    ],
)
def test_links_follow_the_readers_language(tmp_path, language, text, expected):
    """A link leads to the page in the reader's language, whatever file the author named."""
    assert expected == finished(tmp_path, text, language=language)


@pytest.mark.parametrize(
    ("text", "href"),
    [("[x](../../news/it/)", "../../news/")],
)
def test_a_link_to_italian_news_says_so(tmp_path, text, href):
    """Where the news are only Italian the link says so in the reader's language (R30)."""
    expected = f'<a href="{href}" hreflang="it">x</a> <span class="link-language">(in it)</span>'

    assert expected == finished(tmp_path, text)


def test_an_outside_page_is_taken_as_italian(tmp_path):
    """An outside link carries no referrer and says that it is Italian (R30, R56)."""
    expected = (
        '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer" hreflang="it">x</a>'
        ' <span class="link-language">(in it)</span>'
    )

    assert expected == finished(tmp_path, "[x](https://example.org/?a=1&b=2)")


def test_a_quote_in_an_address_opens_no_attribute(tmp_path):
    """Whatever stands in an address stays in it: no attribute of the author's gets in (R96)."""
    text = '[x](https://example.org/" onmouseover="alert(1)'
    anchor = ElementTree.fromstring(finished(tmp_path, f"{text})", language=ITALIAN)[:-1])  # noqa: S314

    assert {"href", "hreflang", "rel"} == set(anchor.keys())


def test_an_outside_page_may_have_another_language(tmp_path):
    """A host of the table of languages is announced in its own (R30)."""
    expected = (
        '<a href="https://unodc.org/" rel="noreferrer" hreflang="zh">x</a>'
        ' <span class="link-language">(in zh)</span>'
    )

    assert expected == finished(tmp_path, "[x](https://unodc.org/)", language=ITALIAN)


def test_an_outside_page_in_the_readers_language_needs_no_word(tmp_path):
    """An Italian page says nothing about the language of Italian sites."""
    found = finished(tmp_path, "[x](https://example.org/)", language=ITALIAN)

    assert '<a href="https://example.org/" rel="noreferrer" hreflang="it">x</a>' == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Comune di Crema.", 'The <span lang="it" dir="ltr">Comune di Crema</span>.'),
        ("A Comune, a comune.", 'A <span lang="it" dir="ltr">Comune</span>, a comune.'),
        ("Comunemente.", "Comunemente."),
        ("[Comune](aiuto.md)", '<a href="./"><span lang="it" dir="ltr">Comune</span></a>'),
        (
            "From dall'emersione all'integrazione on.",
            'From <span lang="it" dir="ltr">dall\'emersione all\'integrazione</span> on.',
        ),
    ],
)
def test_italian_terms_are_marked(tmp_path, text, expected):
    """Names and legal terms that stay Italian are marked as Italian, the longest first (R29)."""
    assert expected == finished(tmp_path, text)


def test_attributes_are_never_marked(tmp_path):
    """A term inside an address or an alternative text stays untouched."""
    html = writer(tmp_path).mark('<img alt="Comune" src="Comune.png">')

    assert '<img alt="Comune" src="Comune.png">' == html


def test_italian_pages_need_no_marks(tmp_path):
    """In an Italian page Italian is the language of everything."""
    assert "Il Comune." == finished(tmp_path, "Il Comune.", language=ITALIAN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("Comune", '<span lang="it" dir="ltr">Comune</span>'),
        (
            "dall'emersione all'integrazione",
            '<span lang="it" dir="ltr">dall&#39;emersione all&#39;integrazione</span>',
        ),
    ],
)
def test_plain_text_is_escaped_and_marked(tmp_path, text, expected):
    """A title becomes safe HTML with its Italian terms marked (R29)."""
    assert expected == writer(tmp_path).plain(text)


def test_pictures_come_from_where_they_are_published(tmp_path):
    """A picture of a news item has the way to where it is published, and loads late."""
    found = finished(
        tmp_path, "![Una piazza](../../images/piazza.png)", language=ITALIAN, path=NEWS
    )

    assert '<img loading="lazy" alt="Una piazza" src="../images/piazza.png">' == found
