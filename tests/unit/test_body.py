# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown becomes HTML once, and what it contains is known to every check."""

from __future__ import annotations

import pytest

from plugins.body import Macro, place_macros, read_body, read_inline

TEXT = """Prima.

## Uno

Testo con un [collegamento](diritti.md#uno) e **forza**.

### Dentro

- [a](a.md)
- b

## Due

Fine.
"""


def card(contact_id: str) -> str:
    """Stand for a contact's card."""
    return f"<div>{contact_id}</div>"


def inline(name: str, contact_id: str) -> str:
    """Stand for a number inside a sentence."""
    return f"<b>{name} {contact_id}</b>"


def test_headings_are_noted_with_their_level():
    """Headings are known in order, with their level."""
    assert [(2, "Uno"), (3, "Dentro"), (2, "Due")] == read_body(TEXT).headings


def test_links_are_noted_as_written():
    """Every link is known as the author wrote it."""
    assert ["diritti.md#uno", "a.md"] == read_body(TEXT).links


def test_images_are_noted_with_their_words():
    """Every picture is known with its alternative text."""
    assert [("a.png", "Una piazza")] == read_body("![Una piazza](a.png)").images


def test_blocks_are_the_text_a_reader_hears():
    """Paragraphs, headings and list items are known as plain text, markup left out."""
    expected = ["Prima.", "Uno", "Testo con un collegamento e forza.", "Dentro", "a", "b", "Due"]

    assert [*expected, "Fine."] == read_body(TEXT).blocks


def test_an_intro_ends_at_the_first_heading():
    """What stands before the first ## is the introduction."""
    assert "<p>Prima.</p>" == read_body(TEXT).intro.strip()


def test_sections_are_cut_at_level_two():
    """Each ## opens a section, and the smaller headings stay inside it."""
    sections = read_body(TEXT).sections

    assert ["Uno", "Due"] == [title for title, _ in sections]
    assert ["<h3>Dentro</h3>" in html for _, html in sections] == [True, False]


def test_a_page_without_headings_is_all_intro():
    """A short page has no sections, and nothing of it is lost."""
    body = read_body("Solo questo.")

    assert ("<p>Solo questo.</p>", []) == (body.intro, body.sections)


def test_tables_and_both_lists_are_known():
    """Simple tables, lists with dashes and numbered lists become HTML."""
    html = read_body("| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n\n1. y").html

    assert [True] * 3 == [tag in html for tag in ("<table>", "<ul>", "<ol>")]


@pytest.mark.parametrize(
    ("text", "macro"),
    [
        ('{{ contact("112") }}', Macro("contact", "112", True)),
        ('{{contact( "112" )}}', Macro("contact", "112", True)),
        ('Chiama {{ contact("112") }}.', Macro("contact", "112", False)),
        ('Chiama {{ phone("112") }}.', Macro("phone", "112", False)),
        ('- Scrivi a {{ email("lule") }}', Macro("email", "lule", False)),
    ],
)
def test_macros_are_noted(text, macro):
    """A macro is known by name and contact, and whether it is a paragraph by itself."""
    assert [macro] == read_body(text).macros


def test_each_macro_is_judged_where_it_stands():
    """The same contact may be a card in one place and, wrongly, inside a sentence in another."""
    macros = read_body('{{ contact("112") }}\n\nChiama {{ contact("112") }}.').macros

    assert [True, False] == [macro.alone for macro in macros]


def test_a_card_in_a_line_of_its_own_is_not_a_paragraph():
    """The one line of an `act` has no paragraph around it: a card there is inside a sentence."""
    assert [False] == [macro.alone for macro in read_inline('{{ contact("112") }}').macros]


@pytest.mark.parametrize("text", ["{{ phone(112) }}", '{{ phone "112" }}', '{ phone("112") }'])
def test_half_a_macro_is_no_macro(text):
    """What is not written as a macro stays text, where the checks see its braces."""
    assert [] == read_body(text).macros


def test_a_macro_is_shown_as_an_author_writes_it():
    """Messages quote a macro in the form authors use."""
    assert '{{ phone("112") }}' == Macro("phone", "112", False).written


def test_cards_and_numbers_are_put_in_their_places():
    """A card replaces its whole paragraph, a number only its macro."""
    html = read_body('{{ contact("112") }}\n\nOra {{ phone("1522") }}.').html

    assert "<div>112</div>\n<p>Ora <b>phone 1522</b>.</p>" == place_macros(html, card, inline)


def test_no_template_runs_on_what_staff_write():
    """Braces that are no macro of ours are text: nothing evaluates them."""
    assert "<p>{{ 7 * 7 }} {% x %}</p>" == place_macros(
        read_body("{{ 7 * 7 }} {% x %}").html, card, inline
    )


def test_a_line_has_no_paragraph_around_it():
    """A source or an act is one line of HTML, ready to stand inside another element."""
    assert '<a href="x">Fonte</a> (2026)' == read_inline("[Fonte](x) (2026)").html


def test_pages_do_not_leak_into_each_other():
    """What one page defines, a reference for instance, is unknown to the next."""
    read_body("[a][1]\n\n[1]: https://example.org/")

    assert "<p>[a][1]</p>" == read_body("[a][1]").html
