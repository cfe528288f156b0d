# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a page is written: headings in order, Italian that is easy to read."""

from __future__ import annotations

import pytest

from plugins.checks import text
from tests.unit.folders import (
    BODY,
    PROVA,
    contact,
    content_of,
    lines_of,
    news,
    page,
    places_of,
    prova,
    translation,
)

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
        ("La Casa.\n\nTesto\n---\n\n#### Casa", BODY + 5, "Scrivi: ### Casa"),
    ],
)
def test_a_skipped_level_is_told_at_its_line(tmp_path, body, line, cure):
    """A heading out of order is told at its own line, with the line to write (R62)."""
    found = [(p.line, p.how) for p in text.heading_order(prova(tmp_path, page(body)))]

    assert [(line, cure)] == found


def test_bold_inside_a_sentence_passes(tmp_path):
    """A word in bold, or a whole sentence in bold, is no heading."""
    body = "Una **parola** forte.\n\n**Chiama subito, se puoi.**\n\n__Chiama ora!__\n\n**No__"

    assert [] == lines_of(text.false_heading, prova(tmp_path, page(body)))


def test_a_macro_in_bold_is_no_heading(tmp_path):
    """A heading cannot hold a macro: where a bold line does, it is no heading either."""
    body = '**{{ phone("112") }}**\n\n**Chiama il {{ phone("112") }}**\n\n**{{ contact("112") }}**'

    assert [] == lines_of(text.false_heading, prova(tmp_path, page(body)))


def test_a_heading_in_bold_is_told(tmp_path):
    """A line that is only bold is told, with the heading to write."""
    for body in ("Prima.\n\n**Chi chiamare**", "Prima.\n\n__Chi chiamare__\n\nDopo."):
        (problem,) = text.false_heading(prova(tmp_path, page(body)))

        assert (BODY + 2, "Scrivi: ## Chi chiamare") == (problem.line, problem.how)
        assert problem.what == "«Chi chiamare» è un titolo scritto in grassetto."


@pytest.mark.parametrize("start", [" ", "   "])
def test_a_heading_after_spaces_is_told(tmp_path, start):
    """Markdown shows such a line with its signs, in the middle of the text."""
    body = f"## Prima\n\nTesto.\n{start}### Chi chiamare"
    (problem,) = text.false_heading(prova(tmp_path, page(body)))

    assert (BODY + 3, "Scrivi: ### Chi chiamare") == (problem.line, problem.how)
    assert problem.what == "«### Chi chiamare» non è un titolo: la riga comincia con uno spazio."


@pytest.mark.parametrize(
    ("body", "line", "signs"),
    [
        ("Testo.\n---", BODY, "---"),
        ("  Testo.\n-  \n\nDopo.", BODY, "-"),
        ("Prima.\n\nTesto.\n=====", BODY + 2, "====="),
        ("Prima.\n## A\nTesto.\n--\nDopo.", BODY + 2, "--"),
    ],
)
def test_a_line_of_hyphens_that_makes_a_heading_is_told(tmp_path, body, line, signs):
    """The sentence above it would be published as a heading; no other check says so too."""
    content = prova(tmp_path, page(body))
    (problem,) = text.false_heading(content)

    assert (line, f"Togli la riga «{signs}»; se è un titolo, comincia con ##.") == (problem.line, problem.how)  # fmt: skip
    assert problem.what == f"«Testo.» diventa un titolo, per la riga «{signs}» che ha sotto."
    assert [] == [*lines_of(text.heading_order, content), *lines_of(text.nothing_below, content)]


@pytest.mark.parametrize(
    "body",
    [
        "Prima.\nTesto.\n---",  # a rule, which MARKDOWN-01 tells
        "## A\n---\n\nTesto.",
        "    rientrato\n---",
        "Testo.\n\n---",
        "Testo.\n-=",
        "Testo.\n- voce",
        "---",
        " #hashtag e testo.\n #",
        "    ## rientrato",
        "a | b\n--|--\n1 | 2",
    ],
)
def test_what_makes_no_heading_passes(tmp_path, body):
    """Rules, code, lists and tables have checks of their own."""
    assert [] == lines_of(text.false_heading, prova(tmp_path, page(body)))


def test_the_first_line_of_a_text_is_looked_at(tmp_path):
    """A text that starts right below the front matter, and ends without a new line."""
    content = prova(tmp_path, page("Testo.\n---").replace("---\n\n", "---\n").rstrip())

    assert [7] == lines_of(text.false_heading, content)


@pytest.mark.parametrize(
    ("body", "told"), [("", True), ("**Chi**", True), ("**Chi** chiama", False)]
)
def test_headings_are_counted_where_they_can_be(tmp_path, body, told):
    """What has its own message is not also told as a wrong number of headings (R80)."""
    assert told == text.shape_told(prova(tmp_path, page(body)).pages["prova", "it"])


def test_a_long_sentence_above_hyphens_is_cut(tmp_path):
    """The message quotes enough to find the place."""
    (problem,) = text.false_heading(prova(tmp_path, page(f"{'a' * 61}\n---")))

    assert problem.what.startswith(f"«{'a' * 60}» diventa")


@pytest.mark.parametrize(
    ("check", "body", "lines"),
    [
        (
            text.heading_order,
            "Chiama.\n\n## Orari\n\nTesto.\n\n#### Altro\n\nTesto.",
            [BODY + 2, BODY + 6],
        ),
        (text.heading_order, "Orari\n---\n\n# Altro", [BODY + 3]),
        (text.false_heading, "**Orari**", [BODY]),
        (text.false_heading, "Orari\n---", [BODY]),
    ],
)
def test_a_heading_in_a_contact_is_told(tmp_path, check, body, lines):
    """It would stand inside the heading of the card, on every page that shows it (R62)."""
    path = "content/contacts/it/prova.md"
    content = content_of(tmp_path, {path: contact(body)})
    found = list(check(content))

    assert [line + 1 for line in lines] == [problem.line for problem in found]
    cure = "Scrivi una frase: nella scheda di un contatto non ci sono titoli."
    assert {cure} == {problem.how for problem in found}


def test_a_heading_in_a_contact_is_named(tmp_path):
    """Staff read which heading it is."""
    (problem,) = text.heading_order(content_of(tmp_path, {"content/contacts/it/a.md": contact("## Orari")}))  # fmt: skip

    assert problem.what == "Il titolo «Orari» sta dentro un contatto."


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("", 6, "Sotto la testata non c'è nessun testo."),
        ("Testo.\n\n## A", BODY + 2, "Sotto il titolo «A» non c'è niente."),
        ("## A\n\n## B\n\nTesto.", BODY, "Sotto il titolo «A» non c'è niente."),
        ("## A\n\n### B\n\n## C\n\nTesto.", BODY + 2, "Sotto il titolo «B» non c'è niente."),
        ("## A\n\n### B\n", BODY + 2, "Sotto il titolo «B» non c'è niente."),
    ],
)
@pytest.mark.parametrize("path", [PROVA, "content/news/it/2026-11-22-x.md"])
def test_a_place_without_text_is_told(tmp_path, path, body, line, what):
    """An empty page, or a heading with nothing below, is told where it is (R94)."""
    written = page(body) if path == PROVA else news(body)
    found = text.nothing_below(content_of(tmp_path, {path: written}))

    assert [(line, what)] == [(p.line, p.what) for p in found]


@pytest.mark.parametrize(
    "body",
    [
        "Testo.",
        '{{ contact("112") }}',
        "## A\n\nTesto.\n\n### B\n\n- voce",
        "## A\n\n### B\n\nTesto.",
        "Testo.\n\n# A",  # TITOLI-01 tells it
        "## A\n\n![x](../../images/a.png)",
        "## A\n\nTesto.\n\n<h2>B</h2>",  # HTML-01 tells it
    ],
)
def test_a_place_with_text_passes(tmp_path, body):
    """Text, a list, a card, a lower heading: all are something to read."""
    assert [] == lines_of(text.nothing_below, prova(tmp_path, page(body)))


def test_the_site_map_and_a_contact_may_be_without_text(tmp_path):
    """The map has the list of pages, a card its facts; they hide no other page."""
    files = {
        "content/contacts/it/a.md": contact(""),
        "content/pages/it/mappa.md": page("", template="site_map"),
        "content/pages/en/mappa.md": translation(""),
        PROVA: page(""),
    }

    assert [f"{PROVA}:6"] == places_of(text.nothing_below, content_of(tmp_path, files))


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
