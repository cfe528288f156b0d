# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every word that staff write is a word that somebody can read (R94)."""

from __future__ import annotations

import pytest

from plugins.checks.lost_text import lost_text
from tests.unit.folders import BODY, lines_of, page, prova


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("[Nota]: vedi\n\nTesto.", BODY),
        ("Testo.\n\n[Nota]: vedi", BODY + 2),
        ("a | b\n--|--\n1 | 2 | persa", BODY + 2),
        ("[la pagina][uno]\n\n[uno]: https://example.org/", BODY + 2),
        ("- Chiama.\n\nchi | dove\n--|--\nnoi | qui | li", BODY + 4),  # <li> is no word shown
    ],
)
def test_a_lost_word_is_told(tmp_path, body, line):
    """What Markdown would drop is told at its line (R94)."""
    assert [line] == lines_of(lost_text, prova(tmp_path, page(body)))


@pytest.mark.parametrize("hashes", ["#", "######"])
def test_a_lost_hash_is_told_with_what_keeps_it(tmp_path, hashes):
    """The last sign of a heading would vanish; the cure shows it (R94)."""
    title = f"{hashes} Corso di C"
    (problem,) = lost_text(prova(tmp_path / "a", page(f"{title} e D\n\n{title}#")))
    cured = prova(tmp_path / "b", page(f"Testo.\n\n{title}\\#"))

    assert (BODY + 2, f"Scrivi: {title}\\#") == (problem.line, problem.how)
    assert problem.what == f"Il # in fondo a «{title}#» non si vedrebbe nella pagina."
    assert [] == lines_of(lost_text, cured)
    assert cured.pages["prova", "it"].body.headings == [(len(hashes), "Corso di C#")]


@pytest.mark.parametrize(
    "body",
    [
        "## Corso di C# a Crema\n\n## Titolo ##\n\n## Titolo #\n\nCorso di C#",
        "Testo **in grassetto** e [un collegamento](https://example.org/?a=1&b=2).",
        "1. Una voce.\n2. Un'altra, con 3 parole.\n    - 1. dentro",
        '## Titolo 1\n\nChiama {{ phone("112") }}.\n\n{{ contact("antitratta") }}',
        "a | b\n--|--\n1 | 2",
        "Perch&eacute; &amp; &nbsp;come &#8217; a_b snake_case \\*no\\*",
        "हिंदी में\n\nالعربية",
        "> 1. una citazione\n\n`codice`\n\n    rientrato",
    ],
)
def test_what_is_shown_is_not_told(tmp_path, body):
    """Links, lists, macros, entities and every script keep their words (R94)."""
    assert [] == lines_of(lost_text, prova(tmp_path, page(body)))


def test_a_page_with_html_is_left_to_its_own_check(tmp_path):
    """Hand-written HTML is one message of its own: its words are not called lost too (R94)."""
    assert [] == lines_of(lost_text, prova(tmp_path, page("Chiama <b>subito</b>.")))
