# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Gulpease index decides which pages staff are asked to simplify: it must be the real one."""

from __future__ import annotations

import pytest

from plugins.readability import gulpease

HARD = "Considerazioni amministrative riguardanti regolamentazioni comunali"


def test_the_index_is_the_formula_of_the_gulp_group():
    """The index is 89 + (300 × sentences − 10 × letters) / words (R65)."""
    assert 89 + (300 * 1 - 10 * 63) / 5 == gulpease([HARD])


def test_the_index_never_passes_a_hundred():
    """A very easy text has exactly a hundred points."""
    assert 100.0 == gulpease(["Ciao. Vieni. Ti va?"])


@pytest.mark.parametrize("end", [".", "!", "?", ":", ";", "", "?!", "…"])
def test_a_block_ends_a_sentence_however_it_ends(end):
    """A heading or list item without a full stop is one sentence, and a stop adds none."""
    assert gulpease([HARD]) == gulpease([HARD + end])


def test_stops_inside_a_block_end_sentences():
    """Two sentences of one paragraph weigh like two paragraphs."""
    assert gulpease([HARD, HARD]) == gulpease([f"{HARD}. {HARD}"])


def test_numbers_count_as_words():
    """A date adds words and letters as it does for a reader."""
    assert 89 + (300 - 10 * 67) / 6 == gulpease([f"{HARD} 2026"])


def test_a_stop_inside_a_number_ends_nothing():
    """«7.000» and «9:30» are one word each, or two, but never a sentence."""
    long = f"{HARD} {HARD} {HARD}"

    assert gulpease([f"{long} 7.000 {long}"]) < gulpease([f"{long}. 7000 {long}"])


@pytest.mark.parametrize("blocks", [[], [""], ["…", "— !"]])
def test_a_text_without_words_has_no_index(blocks):
    """A page without words is not judged."""
    assert gulpease(blocks) is None
