# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a page is written: headings in order, Italian that is easy to read."""

from __future__ import annotations

import pytest

from plugins.checks import text
from tests.unit.folders import BODY, PROVA, content_of, lines_of, page, prova, translation

HARD = "Considerazioni amministrative riguardanti regolamentazioni comunali. " * 3
MIDDLE = (
    "Il Comune di Crema prepara ogni mese un incontro per chi vuole partecipare al lavoro. " * 3
)
SIXTY = "Lo sportello del Comune risponde ogni lunedì mattina senza prenotare."
SEVENTY_FIVE = "Chiama il numero verde e una persona ti risponde oggi."


def test_headings_in_order_pass(tmp_path):
    """Levels that go down one by one, and back up at will, are fine (R62)."""
    body = "## A\n\n### B\n\n#### C\n\n## D\n\n### E"

    assert [] == lines_of(text.heading_order, prova(tmp_path, page(body)))


@pytest.mark.parametrize(
    ("body", "line", "cure"),
    [
        ("# Casa", BODY, "Scrivi: ## Casa"),
        ("### Casa", BODY, "Scrivi: ## Casa"),
        ("## A\n\n#### Casa", BODY + 2, "Scrivi: ### Casa"),
        ("La Casa.\n\n### Casa", BODY + 2, "Scrivi: ## Casa"),
    ],
)
def test_a_skipped_level_is_told_at_its_line(tmp_path, body, line, cure):
    """A heading out of order is told at its own line, with the line to write (R62)."""
    found = [(p.line, p.how) for p in text.heading_order(prova(tmp_path, page(body)))]

    assert [(line, cure)] == found


def test_bold_inside_a_sentence_passes(tmp_path):
    """A word in bold, or a whole sentence in bold, is no heading."""
    body = "Una **parola** forte.\n\n**Chiama subito, se puoi.**"

    assert [] == lines_of(text.bold_heading, prova(tmp_path, page(body)))


def test_a_heading_in_bold_is_told(tmp_path):
    """A line that is only bold is told, with the heading to write."""
    problem = next(text.bold_heading(prova(tmp_path, page("Prima.\n\n**Chi chiamare**"))))

    assert (BODY + 2, "Scrivi: ## Chi chiamare") == (problem.line, problem.how)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("content/pages/it/programma.md", MIDDLE),
        ("content/pages/it/aiuto.md", "Chiama. Ti va? Vieni."),
        ("content/pages/it/privacy.md", ""),
        ("content/pages/it/programma.md", SIXTY),
        ("content/pages/it/aiuto.md", SEVENTY_FIVE),
    ],
)
def test_easy_italian_passes(tmp_path, path, body):
    """Ordinary pages have at least 60 points, and a page without words is not judged (R65)."""
    assert [] == lines_of(text.hard_to_read, content_of(tmp_path, {path: page(body)}))


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("content/pages/it/programma.md", HARD),
        ("content/pages/it/programma.md", SIXTY.replace("lunedì", "giovedì")),
        ("content/pages/it/aiuto.md", SEVENTY_FIVE.replace(" e ", " ed ")),
        ("content/pages/it/aiuto.md", MIDDLE),
        ("content/pages/it/mostra.md", MIDDLE),
        ("content/pages/it/sicurezza.md", MIDDLE),
    ],
)
def test_hard_italian_is_told(tmp_path, path, body):
    """Hard Italian is told, and help pages must be easier than the others (R65, R70)."""
    found = [p.severity for p in text.hard_to_read(content_of(tmp_path, {path: page(body)}))]

    assert ["AVVISO"] == found


def test_only_italian_is_measured(tmp_path):
    """The index is made for Italian: a page in English has none, and hides no Italian one (R65)."""
    files = {"content/pages/en/prova.md": translation(HARD), PROVA: page(HARD)}
    found = [problem.path for problem in text.hard_to_read(content_of(tmp_path, files))]

    assert [PROVA] == found


def test_macros_are_not_words(tmp_path):
    """The number that a macro will show does not make a text harder or easier."""
    plain = prova(tmp_path / "a", page(f"Chiama. {MIDDLE}")).pages["prova", "it"]
    macro = prova(tmp_path / "b", page(f'Chiama {{{{ phone("112") }}}}. {MIDDLE}'))

    assert text.readability_of(plain) == text.readability_of(macro.pages["prova", "it"])
