# SPDX-License-Identifier: AGPL-3.0-or-later
"""No sign of Markdown reaches the reader: one that stays visible meant something else (R94)."""

from __future__ import annotations

import pytest

from plugins.checks.visible_signs import visible_signs
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
)

ITEM, LINK, ALONE = "non è una voce di elenco", "non è un collegamento", "si vede così com'è"
GLUED, TAKEN = "si attacca alla riga sopra", "si attacca alla voce sopra"
BLANK = "Lascia una riga vuota prima dell'elenco"
DEEPER = "Comincia la riga con quattro spazi: così sta dentro la voce sopra."
APART = "Lascia una riga vuota prima; se continua la voce, comincia la riga con due spazi."
AS_LINK = "Scrivi il collegamento così: [testo](pagina.md)"
BOLD = "Scrivi il grassetto così: **parola**, senza spazi accanto agli asterischi."
ROW = "non è la riga di una tabella"
RULE = "Lascia una riga vuota prima della tabella e nessuna dentro; sotto la prima riga scrivi: "


def told(root, text: str) -> list[tuple[int, str, str]]:
    """Return line (from 0), fault and cure of every problem of a text."""
    problems = visible_signs(prova(root, page(text)))
    return [(problem.line - BODY, problem.what, problem.how) for problem in problems]


@pytest.mark.parametrize(
    ("text", "line", "quoted"),
    [
        ("Porta:\n- la carta\n- il codice", 1, "- la carta"),
        ("**Porta:**\n* la carta\n* il codice", 1, "* la carta"),
        ("Porta:\n+ la carta", 1, "+ la carta"),
        ("Porta\n- la carta\n- il codice", 1, "- la carta"),
        ("Porta:\n1. la carta\n2. il codice", 1, "1. la carta"),
        ("Porta con te\nla carta:\n - [una](prova.md) carta", 2, "- [una](prova.md) carta"),
        ("1. uno\n- due", 1, "- due"),
        ("- uno\n\n    Porta:\n    - due", 3, "- due"),
    ],
)
def test_a_list_on_the_heels_of_a_sentence_is_told_once(tmp_path, text, line, quoted):
    """Such a list would be one long line: it is told at its first item (R94)."""
    assert [(line, f"«{quoted}» {GLUED}.", f"{BLANK}.")] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("1. uno\n   - a\n   - b\n2. due", 1, f"«- a» {GLUED}."),
        ("- uno\n  - due\n- tre", 1, "«due» è rientrato di pochi spazi."),
        ("- uno\n   - due", 1, "«due» è rientrato di pochi spazi."),
        ("- uno\n    ancora\n  - due\n    ancora", 2, "«due» è rientrato di pochi spazi."),
    ],
)
def test_a_list_inside_a_list_wants_four_spaces(tmp_path, text, line, what):
    """With fewer it would stand beside the item it belongs to, or run into it (R94)."""
    assert [(line, what, DEEPER)] == told(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "- uno\nPoi chiama.",
        "- uno\n«Poi» chiama.",
        "- uno\n(Poi) chiama.",
        "- uno\nXenia chiama.",
        "- uno\n**Poi** chiama.",
    ],
)
def test_a_sentence_on_the_heels_of_a_list_is_told(tmp_path, text):
    """It would be read as the end of the last item (R94)."""
    assert [(1, f"«{text.split(chr(10))[1]}» {TAKEN}.", APART)] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "quoted", "cure"),
    [
        ("• il passaporto", "• il passaporto", "- il passaporto"),
        ("\u25e6 il passaporto", "\u25e6 il passaporto", "- il passaporto"),
        ("➢ il passaporto", "➢ il passaporto", "- il passaporto"),
        ("✅\ufe0f il passaporto", "✅\ufe0f il passaporto", "- il passaporto"),
        ("- • il passaporto", "• il passaporto", "- il passaporto"),
        ("1) Chiama [noi](prova.md).", "1) Chiama [noi](prova.md).", "1. Chiama [noi](prova.md)."),
        ("• il passaporto\ndi tutti", "• il passaporto", "- il passaporto"),
        ("1) Chiama.\nPoi parla.", "1) Chiama.", "1. Chiama."),
        ("-il passaporto\ndi tutti", "-il passaporto", "- il passaporto"),
        ("12)Chiama.", "12)Chiama.", "12. Chiama."),
        ("-il passaporto", "-il passaporto", "- il passaporto"),
        ("*il passaporto", "*il passaporto", "- il passaporto"),
        ("- [ ] il passaporto", "[ ] il passaporto", "- il passaporto"),
        ("- [ ] il passaporto\n  di tutti", "[ ] il passaporto", "- il passaporto"),
        ("- [x] il passaporto", "[x] il passaporto", "- il passaporto"),
        ("a) uno\nb) due\nc) tre", "a) uno", "- uno"),
        ("A) uno\nB) due", "A) uno", "- uno"),
        ("(a) uno\n(b) due", "(a) uno", "- uno"),
        ("a. uno\nb. due", "a. uno", "- uno"),
        ("(1) uno\n(2) due", "(1) uno", "1. uno"),
        ("1 - uno\n2 - due", "1 - uno", "1. uno"),
        ("1.uno\n2.due", "1.uno", "1. uno"),
        ("– uno\n– due", "– uno", "- uno"),
        ("— uno\n— due", "— uno", "- uno"),
        ("§ uno\n§ due", "§ uno", "- uno"),
    ],
)
def test_the_items_of_another_program_are_told_with_the_right_way(tmp_path, text, quoted, cure):
    """A list pasted from elsewhere is told once, with what to write (R94)."""
    what = f"«{quoted}» {ITEM}."

    assert [(0, what, f"Scrivi: {cure}")] == told(tmp_path, text)


def test_such_a_list_after_a_sentence_wants_its_empty_line_too(tmp_path):
    """The cure works when it is followed: the list stands alone, unless it goes on (R94)."""
    expected = [(1, f"«a) uno» {ITEM}.", f"{BLANK} e scrivi: - uno")]

    assert expected == told(tmp_path, "Porta:\na) uno\nb) due\nc) tre")
    twice = told(tmp_path, "Porta con te\n1) la carta\n2) il codice")
    assert [(1, f"«1) la carta» {ITEM}.", f"{BLANK} e scrivi: 1. la carta")] == twice
    assert [(1, f"«• due» {ITEM}.", "Scrivi: - due")] == told(tmp_path, "- uno\n• due")


@pytest.mark.parametrize(
    ("text", "line", "row", "rule"),
    [
        ("Orari:\n| a | b |\n|---|---|\n| 1 | 2 |", 1, "| a | b |", "| --- | --- |"),
        ("| a | b | c |\n| 1 | 2 | 3 |", 0, "| a | b | c |", "| --- | --- | --- |"),
        ("| a | b |\n|---|\n| 1 | 2 |", 0, "| a | b |", "| --- | --- |"),
        ("| a | b |\n\n|---|---|\n| 1 | 2 |", 0, "| a | b |", "| --- | --- |"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", 4, "| 3 | 4 |", "| --- | --- |"),
        ("| a | b |\n| — | — |\n| 1 | 2 |", 0, "| a | b |", "| --- | --- |"),
        ("Orari:\na | b\n1 | 2", 1, "a | b", "| --- | --- |"),
        ("|X|b|", 0, "|X|b|", "| --- | --- |"),
        ("a | b |", 0, "a | b |", "| --- | --- |"),
    ],
)
def test_a_table_shown_with_its_pipes_is_told_once(tmp_path, text, line, row, rule):
    """The cure has as many columns as the first row (R94)."""
    assert [(line, f"«{row}» {ROW}.", RULE + rule)] == told(tmp_path, text)


def test_two_tables_are_two_messages(tmp_path):
    """A table is over where another paragraph begins (R94)."""
    assert [0, 4] == [line for line, _, _ in told(tmp_path, "| a | b |\n\nTesto.\n\n| a | b |")]


def test_a_sentence_on_the_heels_of_a_table_is_told(tmp_path):
    """It would be read as a cell of the first column (R94)."""
    expected = [
        (3, "«Testo.» finisce nella tabella sopra.", "Lascia una riga vuota dopo la tabella.")
    ]

    assert expected == told(tmp_path, "| a | b |\n|---|---|\n| 1 | 2 |\nTesto.")


@pytest.mark.parametrize(
    ("text", "quoted", "what", "cure"),
    [
        ("Leggi (i diritti)[diritti.md].", "(i diritti)[diritti.md]", LINK, "Scrivi: [i diritti](diritti.md)"),
        ("Leggi [i diritti] (diritti.md).", "[i diritti] (diritti.md)", LINK, "Scrivi: [i diritti](diritti.md)"),
        ("[Crema] (https://example.org/)", "[Crema] (https://example.org/)", LINK, "Scrivi: [Crema](https://example.org/)"),
        ("Leggi [[diritti]].", "[[diritti]]", LINK, "Scrivi: [diritti](diritti.md)"),
        ("Leggi [qui](diritti.md e poi", "[qui](diritti.md e poi", LINK, AS_LINK),
        ("Leggi [qui(diritti.md) e poi", "[qui(diritti.md) e poi", LINK, AS_LINK),
        ("Leggi [qui][1]", "[qui][1]", LINK, AS_LINK),
        ("Una nota[^1].", "[^1]", ALONE, "Togli il segno: in questo sito non fa nulla."),
        ("[TOC]", "[TOC]", ALONE, "Togli il segno: in questo sito non fa nulla."),
        ('Chiama phone("112") ora.', 'phone("112")', "non è una macro", 'Scrivi: {{ phone("112") }}'),
        ("Scrivi a email(“lule”).", "email(“lule”)", "non è una macro", 'Scrivi: {{ email("lule") }}'),
        ("Su https://example.org/a, ora.", "https://example.org/a", "non si può toccare", "Scrivi: [testo](https://example.org/a)"),
        ("Su (www.example.org).", "www.example.org", "non si può toccare", "Scrivi: [testo](https://www.example.org)"),
        ("Una **parola e poi", "**parola e poi", ALONE, BOLD),
        ("Una ** parola ** sola", "** parola ** sola", ALONE, BOLD),
        ("Una ~~parola~~", "~~parola~~", ALONE, "Togli questi segni attorno alle parole."),
        ("Una ==parola==", "==parola==", ALONE, "Togli questi segni attorno alle parole."),
        ("+---+---+", "+---+---+", ALONE, "Cancella questa riga."),
        ("La \\*riga\\\nseconda.", "riga\\", ALONE, "Togli la barra rovesciata; per andare a capo lascia una riga vuota."),
        ("Prima riga\\\nseconda.", "riga\\", ALONE, "Togli la barra rovesciata; per andare a capo lascia una riga vuota."),
    ],
)  # fmt: skip
def test_a_sign_that_stays_visible_is_told_with_its_cure(tmp_path, text, quoted, what, cure):
    """A link, a bold word, a macro that did not come about is told in its own words (R94)."""
    assert [(0, f"«{quoted}» {what}.", cure)] == told(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "- una voce\n- un'altra\n    - dentro\n- fuori",
        "1. prima\n2. seconda\n\n    - dentro",
        "## Titolo\n- una voce",
        "Vedi l'articolo\n18) e vale per tutti.",
        "Articolo 18, comma\n1. Il permesso dura sei mesi.",
        "Il treno Milano\n- Crema delle 9.",
        "- parlare con chi\n  lavora qui\n- [Crema](https://example.org/Crema_(Italia)_b) oggi",
        '- parlare con chi\n  lavora qui\n- chiamare il {{\n  phone("112") }} subito',
        "Se a==b passa.",
        "- una voce lunga che\ncontinua qui\n- un'altra\n  Che continua",
        "- una voce\n - un'altra, con uno spazio di troppo",
        "- una voce\n\nTesto.\n\n   - un'altra",
        "- una voce\n\nمرحبا",
        "Il 3) della lista, a pagina 2 (vedi sotto),\n3. 4, oppure\n(5) e basta.",
        "Nel\n1998) e poi\n-5 gradi.",
        "Lo stesso – dice – a) anche b),\n– e qui.",
        "– Pronto?\n\n– Sì, chi parla?",
        "a) uno\n\nb) due",
        "Vedi [i tuoi diritti](diritti.md) (in italiano).",
        "Scegli [una risposta] (sì o no).",
        "Scegli [la prima], [la seconda] o (la terza).",
        "[uno](diritti.md)[due](programma.md)",
        "[https://example.org](https://example.org) e [su www.example.org oggi](https://example.org)",
        "Testo **in grassetto**, con A | B, 2 == 2 e C++.",
        "\\- uno\n\\- due \\*\\*tre\\*\\*, \\[\\[quattro\\]\\]",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nTesto.",
        "a | b\n--|--\n1 | 2",
        'Chiama {{ phone("112") }}.\n\n{{ contact("112") }}',
        "    - rientrato",
        "Una `parola **`.",
        "Vedi \\(uno\\)[due].",
        "X è una lettera, A | B un'altra cosa\ne basta.",
        "a) uno\ndue e tre",
        "| \\| a | b |\n|---|---|\n| \\| 1 | 2 |",
        "Un <b>testo</b>:\n- a",
    ],
)
def test_what_is_well_written_passes(tmp_path, text):
    """Lists, tables, links and signs that are meant are fine; other checks tell the rest (R94)."""
    assert [] == told(tmp_path, text)


def test_one_fault_does_not_hide_another(tmp_path):
    """The lines of a list glued to a sentence are judged too, each told once (R94)."""
    text = "Su www.example.org:\n- **la carta\n- il ~~codice~~\n\nE **poi"

    assert [1, 0, 2, 4] == [line for line, _, _ in told(tmp_path, text)]


def test_equal_lines_are_told_each_at_its_own(tmp_path):
    """The same words may stand there twice, in cells and in entities too (R80)."""
    text = "| www.a.it | www.b.it |\n|---|---|\n| www.c.it | &egrave; |\n\nwww.c.it\n\nwww.c.it"

    assert [0, 0, 2, 4, 6] == [line for line, _, _ in told(tmp_path, text)]


@pytest.mark.parametrize("key", ["act", "sources"])
def test_the_front_matter_is_judged_too(tmp_path, key):
    """What becomes HTML from the front matter is told at its line (R94)."""
    assert [6] == lines_of(visible_signs, prova(tmp_path, page(**{key: "'Una **parola'"})))


def test_a_contact_is_judged_too(tmp_path):
    """The sentence of a contact is shown on every page that names it (R94)."""
    path = "content/contacts/it/sportello.md"
    content = content_of(tmp_path, {path: contact("Chiama:\n- ora")})

    assert [f"{path}:10"] == places_of(visible_signs, content)


def test_a_long_line_is_quoted_in_part(tmp_path):
    """Sixty letters are enough to find it again (R80)."""
    text = "a" * 58

    assert [(0, f"«• {text}» {ITEM}.", f"Scrivi: - {text}b")] == told(tmp_path, f"• {text}b")


def test_a_text_that_other_checks_tell_hides_nothing_else(tmp_path):
    """Beside a body with code, the front matter is judged all the same (R94)."""
    content = prova(tmp_path, page("Una `parola`.", act="'Una **parola'"))

    assert [6] == lines_of(visible_signs, content)


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        ("**Partecipa**", "**"),
        ("Una ~~voce~~", "~~"),
        ("Una ==voce==", "=="),
        ("Una `voce`", "`"),
        ("[Partecipa](prova.md)", "]("),
        ("[[Partecipa]]", "[["),
        ("## Partecipa", "##"),
        ("Una *voce*", "*"),
        ("Perch&eacute; no", "&eacute;"),
        ("Perch&#233; no", "&#233;"),
        ("Via <br>Roma", "<br>"),
        ("<b>Partecipa</b>", "<b>"),
    ],
)
def test_a_sign_in_a_title_is_told_at_its_line(tmp_path, title, sign):
    """A title is shown as it is typed, in the tab of the browser too (R94)."""
    (problem,) = visible_signs(prova(tmp_path, page(title=f'"{title}"')))

    assert (2, f"In «{title}» il segno «{sign}» {ALONE}.") == (problem.line, problem.what)
    assert ("Scrivi solo le parole, senza segni.", "mark in plain text") == (
        problem.how,
        problem.english,
    )


@pytest.mark.parametrize(
    "title",
    [
        "1. Uno, due & tre",
        "Corso di C# (2 * 3 < 5 > 1)",
        "– Pronto? [sì]",
        "AT&T; e basta #1",
        "a*b",
    ],
)
def test_a_title_of_plain_words_passes(tmp_path, title):
    """Signs that are part of what is said are fine (R94)."""
    assert [] == lines_of(visible_signs, prova(tmp_path, page(title=f'"{title}"')))


def test_every_plain_text_is_judged(tmp_path):
    """The description, and what a contact and a picture say of themselves (R94)."""
    files = {
        PROVA: page(description='"**Una** frase."'),
        "content/contacts/it/a.md": contact(owner='"**Ente**"', address='"Via <br>Roma"'),
        "content/news/it/2026-11-22-x.md": news(image="x.jpg", image_alt='"**Una** piazza"'),
    }

    assert [7, 8, 7, 3] == lines_of(visible_signs, content_of(tmp_path, files))


@pytest.mark.parametrize("item", ["• la carta", "-la carta", "[ ] la carta", "(1) uno\n(2) due", "a) uno\nb) due"])  # fmt: skip
@pytest.mark.parametrize("above", ["", "Porta con te\n"])
def test_so_many_lines_make_a_list(tmp_path, above, item):
    """Some signs are a list's also where they stand once, others only two in a row (R94)."""
    assert [ITEM] == [
        what.split("» ")[-1].rstrip(".") for _, what, _ in told(tmp_path, above + item)
    ]


@pytest.mark.parametrize(
    "line", ["(1) uno", "a) uno", "Porta con te\n(1) uno", "Porta con te\na) uno"]
)
def test_one_line_less_is_a_sentence(tmp_path, line):
    """A letter or a number in brackets at the beginning of one line means nothing (R94)."""
    assert [] == told(tmp_path, line)
