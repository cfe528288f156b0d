# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every line that a reader sees is found again in the file, whatever Markdown made of it (R80)."""

from __future__ import annotations

import pytest

from plugins.body import read_body
from plugins.shown_lines import blocks_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uno\ndue.\n\nTre.", [("p", "Uno", 0), ("p", "due.", 1), ("p", "Tre.", 3)]),
        ("Uno.\n\nUno.", [("p", "Uno.", 0), ("p", "Uno.", 2)]),
        ("- [uno](a.md) e\n  **due**", [("li", "uno e", 0), ("li", "  due", 1)]),
        ("- uno\n\n    due", [("p", "uno", 0), ("p", "due", 2)]),
        ("## Uno\nPerch&eacute;", [("h2", "Uno", 0), ("p", "Perché", 1)]),
        ("a | b\n--|--\n1 | 2", [("th", "a", 0), ("th", "b", 0), ("td", "1", 2), ("td", "2", 2)]),
        ("![Una foto](foto.jpg)\nUna foto", [("p", "Una foto", 1)]),
        ("---|\n\n…", [("p", "---|", 0), ("p", "…", 2)]),
        ("Uno[^1]\n\n[^1]: la nota", [("p", "Uno[^1]", 0), ("p", "[^1]: la nota", 2)]),
        ("", []),
    ],
)
def test_each_shown_line_knows_where_it_was_written(text, expected):
    """Its number counts from the first line of the text; cells of a row share theirs (R80)."""
    blocks = blocks_of(text, 0, read_body(text).html)

    assert expected == [(b.tag, line.shown, line.number) for b in blocks for line in b.lines]


def test_a_line_is_known_as_it_was_written():
    """The mark of an item is no part of its words; the spaces before it are counted (R94)."""
    text = "1. uno\n  - \\*due\\*"
    lines = [line for b in blocks_of(text, 7, read_body(text).html) for line in b.lines]

    assert [("uno", 0, 7), ("  - \\*due\\*", 2, 8)] == [
        (line.written, line.indent, line.number) for line in lines
    ]


def test_words_that_are_nowhere_keep_the_line_above():
    """What the page shows and the file does not say is told at the nearest line (R80)."""
    lines = [line for b in blocks_of("uno", 4, "<p>uno</p>\n<p>altro</p>") for line in b.lines]

    assert [4, 4] == [line.number for line in lines]
