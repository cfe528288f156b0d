# SPDX-License-Identifier: AGPL-3.0-or-later
"""Only the Markdown that the theme knows, each part of it in its place (R96)."""

from __future__ import annotations

import pytest

from plugins.checks import other_markdown
from tests.unit.folders import (
    BODY,
    PROVA,
    content_of,
    lines_of,
    page,
    places_of,
    prova,
    translation,
)

MARKDOWN = [
    ("Una *parola* qui.", "em"),
    ("Una _parola_ qui.", "em"),
    ("Una *«parola»* qui.", "em"),
    ("Una ***parola*** qui.", "em"),
    ("Una ___parola___ qui.", "em"),
    ("Una `parola` qui.", "code"),
    ("    parola rientrata", "pre"),
    ("- voce\n\n        parola rientrata", "pre"),
    ("> parola", "blockquote"),
    ("- > parola", "blockquote"),
    ("parola\n\n---\n\nparola", "hr"),
]


@pytest.mark.parametrize(("text", "tag"), MARKDOWN)
def test_unknown_markdown_is_told_once_at_its_line(tmp_path, text, tag):
    """Italics, code, quotes and rules are one message each, at the line where they stand."""
    first = "Una frase con la **parola** dentro, 2 * 3 e nome_cognome, 5 \\*."
    content = prova(tmp_path, page(f"{first}\n\n{text}"))
    expected = [(BODY + (4 if "\n" in text else 2), f"<{tag}> is outside our Markdown")]

    assert expected == [(p.line, p.english) for p in other_markdown.unknown_markdown(content)]


def test_unknown_markdown_that_hides_is_told_at_the_first_line(tmp_path):
    """After a sign that cancels itself, italics are still one message (R96)."""
    content = prova(tmp_path, page("Prima.\n\nDue segni \\\\*parola*"))

    assert [BODY - 1] == lines_of(other_markdown.unknown_markdown, content)


def test_a_page_with_html_hides_no_other_page(tmp_path):
    """The Markdown of the other pages is judged all the same (R96)."""
    files = {"content/pages/en/prova.md": translation("<b>x</b>"), PROVA: page("Una *parola*.")}

    assert [f"{PROVA}:{BODY}"] == places_of(
        other_markdown.unknown_markdown, content_of(tmp_path, files)
    )


PHRASE = "Togli i segni a inizio riga e le immagini."


def told(root, text: str, **keys: str) -> list[tuple[int, str, str]]:
    """Return line, fault and cure of every problem of a page."""
    problems = other_markdown.unknown_markdown(prova(root, page(text, **keys)))
    return [(problem.line, problem.what, problem.how) for problem in problems]


@pytest.mark.parametrize(
    ("text", "what", "cure"),
    [
        (
            "Leggi [](prova.md).",
            "Qui c'è un collegamento senza parole.",
            "Scrivi: [testo](indirizzo)",
        ),
        ("##", "Qui c'è un titolo senza parole.", "Scrivi le parole dopo ##, o togli la riga."),
        (
            "| a | |\n|---|---|\n| 1 | 2 |",
            "Una colonna della tabella non ha un titolo.",
            "Scrivi una parola in ogni casella della prima riga.",
        ),
        (
            "| | a |\n|:---|---|\n| 1 | 2 |",
            "Una colonna della tabella non ha un titolo.",
            "Scrivi una parola in ogni casella della prima riga.",
        ),
        (
            "- ## Titolo",
            "Qui c'è un titolo dentro un elenco.",
            "Togli il segno dell'elenco prima di ##.",
        ),
        (
            "1. ### Titolo",
            "Qui c'è un titolo dentro un elenco.",
            "Togli il segno dell'elenco prima di ##.",
        ),
        (
            '[qui {{ phone("112") }}](prova.md)',
            "Qui c'è una macro dentro un collegamento.",
            "Metti la macro fuori dalle parentesi quadre: è già un collegamento.",
        ),
        (
            '[ora]({{ phone("112") }})',
            "Qui c'è una macro al posto di un indirizzo.",
            "Scrivi solo la macro, senza parentesi quadre e tonde: è già un collegamento.",
        ),
        (
            '[qui](prova.md "titolo")',
            "Un collegamento o un'immagine ha un titolo tra virgolette.",
            "Togli il titolo: [testo](indirizzo)",
        ),
        (
            '![Foto](foto.jpg "titolo")',
            "Un collegamento o un'immagine ha un titolo tra virgolette.",
            "Togli il titolo: [testo](indirizzo)",
        ),
        (
            "Prima riga  \nseconda.",
            "L'a capo con due spazi a fine riga non si usa in questo sito.",
            "Togli gli spazi a fine riga; per andare a capo lascia una riga vuota.",
        ),
    ],
)
def test_what_is_empty_or_out_of_place_is_told_at_its_line(tmp_path, text, what, cure):
    """A link that says nothing, a heading in a list: a screen reader stumbles there (R62)."""
    before = '[Uno](prova.md), {{ phone("112") }}.'

    assert [(BODY + 2, what, cure)] == told(tmp_path, f"{before}\n\n{text}")


def test_the_maintainer_reads_what_it_is(tmp_path):
    """One short English line says what was found (house.md §6)."""
    content = prova(tmp_path, page("[](prova.md)", act='"# Uno"'))
    english = ["element that is empty or out of place", "block in a line"]

    assert english == [problem.english for problem in other_markdown.unknown_markdown(content)]


@pytest.mark.parametrize("key", ["act", "sources"])
@pytest.mark.parametrize(
    "text",
    [
        "# Uno",
        "- uno",
        "1. uno",
        "![Uno](uno.jpg)",
    ],
)
def test_one_sentence_of_the_front_matter_is_one_sentence(tmp_path, key, text):
    """A list or a heading has no room there, and would break the page around it (R62)."""
    ((line, _, cure),) = told(tmp_path, "Testo.", **{key: f'"{text}"'})

    assert (6, PHRASE) == (line, cure)


def test_the_sentence_is_quoted_in_part(tmp_path):
    """Sixty letters are enough to find it again (R80)."""
    text = f"- {'a' * 58}"

    assert [(6, f"«{text}» non è una frase sola.", PHRASE)] == told(
        tmp_path, "Testo.", act=f'"{text}b"'
    )


def test_italics_of_the_front_matter_are_told_once(tmp_path):
    """What is told as unknown is not told as out of place too (R80)."""
    expected = [
        (6, "La citazione con > non si usa in questo sito.", "Togli il segno > a inizio riga.")
    ]

    assert expected == told(tmp_path, "Testo.", act='"> # Una frase"')


@pytest.mark.parametrize("act", ["Una **frase** con [un collegamento](prova.md).", "Chiama il 112"])
def test_a_plain_sentence_of_the_front_matter_passes(tmp_path, act):
    """Bold words and links are all a sentence needs; the body has lists and headings (R96)."""
    text = "## Titolo\n\n- uno\n\n| a | b |\n|---|---|\n| | 2 |"

    assert [] == told(tmp_path, text, act=f'"{act}"')


def test_html_in_one_text_hides_no_other(tmp_path):
    """Beside a body with HTML, which HTML-01 tells, the front matter is judged (R96)."""
    assert [6] == [line for line, _, _ in told(tmp_path, "<b>x</b>", act='"# Uno"')]
