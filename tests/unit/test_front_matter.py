# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands between the two lines of --- is read whole, or said wrong line by line (R94)."""

from __future__ import annotations

import pytest

from plugins.front_matter import FrontMatter, read_front_matter, split_front_matter
from plugins.problem import Problem
from plugins.schema import fields_of

PAGE = fields_of("page", True)
LINES = ("title: Casa", "description: Una frase", "checked_on: 2026-11-22", "order: 1")


def read(*lines: str) -> FrontMatter:
    """Return what these lines between the fences say; the first one is line 2 of the file."""
    return read_front_matter("a.md", "\n".join(lines), PAGE)


def places(*lines: str) -> list[tuple[str, int]]:
    """Return code and line of what is wrong with these lines."""
    return [(problem.code, problem.line) for problem in read(*lines).problems]


def test_a_file_is_cut_at_its_fences():
    """Header, body, and the line on which the body starts."""
    assert ("title: Casa", "Testo", 4) == split_front_matter("a.md", "---\ntitle: Casa\n---\nTesto")


def test_spaces_after_a_fence_do_not_matter():
    """Invisible spaces after --- are no fault of the author's."""
    assert ("a: b", "", 4) == split_front_matter("a.md", "---  \na: b\n--- \n")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title: Casa\n---\nTesto", "TESTATA-01", 1),
        ("\n---\ntitle: Casa\n---\n", "TESTATA-01", 1),
        ("", "TESTATA-01", 1),
        ("---\ntitle: Casa\norder: 1\n\nTesto", "TESTATA-02", 4),
        ("---\ntitle: Casa\norder: 1\n## Titolo", "TESTATA-02", 4),
        ("---\ntitle: Casa", "TESTATA-02", 2),
    ],
)
def test_a_missing_fence_is_one_message(text, code, line):
    """A missing line of --- is told where it was meant to be."""
    problem = split_front_matter("a.md", text)

    assert isinstance(problem, Problem)
    assert (code, line) == (problem.code, problem.line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\n---\ntitle: Casa\n---\nTesto", 2),
        ("---\n\n---\ntitle: Casa\n---\nTesto", 3),
        ("---\ntitle: Casa\n---\n---\nTesto", 3),
        ("---\ntitle: Casa\n---\n\n--- \nTesto", 3),
        ("---\ntitle: Casa\n---\norder: 1\n---\nTesto", 3),
        ("---\ntitle: Casa\n---\n\norder: 1\n\nsources:\n  - a\n- b\n---\nTesto", 3),
    ],
)
def test_a_fence_too_many_is_one_message(text, line):
    """A line of --- among the keys would make text of the keys below it (R94)."""
    problem = split_front_matter("a.md", text)

    assert isinstance(problem, Problem)
    assert ("TESTATA-08", line) == (problem.code, problem.line)


@pytest.mark.parametrize(
    "text",
    [
        "Testo.\n---\n",
        "- uno\n---\n",
        "nota: uno\nTesto.\n---\n",
        "nota: uno\n",
        "nota: uno\n---due\n",
        "\nTesto.\n\n---\n",
    ],
)
def test_a_text_with_hyphens_is_a_text(text):
    """Hyphens below a text have messages of their own."""
    assert ("title: Casa", text, 4) == split_front_matter("a.md", f"---\ntitle: Casa\n---\n{text}")


def test_keys_and_their_lines_are_read():
    """Each key has its value and the line it stands on."""
    found = read(*LINES)

    assert {"title": 2, "description": 3, "checked_on": 4, "order": 5} == found.lines


@pytest.mark.parametrize(
    ("wrong", "code", "line"),
    [
        ("title: Aiuto: chi chiamare", "TESTATA-03", 2),
        ("title: @casa", "TESTATA-03", 2),
        ("title: `casa`", "TESTATA-03", 2),
        ("title: *casa*", "TESTATA-03", 2),
        ('title: "Casa" mia', "TESTATA-03", 2),
        ("title:", "TESTATA-06", 2),
        ('title: ""', "TESTATA-06", 2),
        ("title: []", "TESTATA-06", 2),
        ("title: [a, b]", "TESTATA-07", 2),
        ("title: {a: b}", "TESTATA-07", 2),
    ],
)
def test_a_wrong_title_is_one_message_at_its_line(wrong, code, line):
    """Each way of writing a title wrongly is one message at its line."""
    assert [(code, line)] == places(wrong, *LINES[1:])


@pytest.mark.parametrize(
    "wrong",
    ['title: "Casa', "title Casa", "title:Casa", "title: 'Casa", "title: [Casa"],
)
def test_an_open_quote_is_told_at_the_line_it_opens(wrong):
    """A quote that never closes, or a missing colon, is told at its own line, not at a later one."""
    assert [("TESTATA-03", 2)] == places(wrong, *LINES[1:])


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("colore: blu", "TESTATA-05"),
        ("Title: Casa", "TESTATA-05"),
        ("<<: {order: 1}", "TESTATA-05"),
        ("title: Casa mia", "TESTATA-04"),
        ("order: 1", "TESTATA-04"),
        ("sensitive: forse", "TESTATA-07"),
        ("valid_until: fine anno", "TESTATA-07"),
        ("sections: [Casa Mia]", "TESTATA-07"),
        ("template: pagina", "TESTATA-07"),
    ],
)
def test_a_wrong_line_is_one_message(extra, code):
    """An unknown or repeated key, or a wrong value, is one message at its own line."""
    assert [(code, 6)] == places(*LINES, extra)


@pytest.mark.parametrize("number", range(4))
def test_each_necessary_key_is_asked_for(number):
    """A necessary key that is missing is asked for, once."""
    assert [("TESTATA-06", 1)] == places(*LINES[:number], *LINES[number + 1 :])


BY, ON = "reviewed_by: Anna", "reviewed_on: 2026-11-22"
PHOTO = ("image: piazza.jpg", "image_alt: Una piazza")


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        ((BY, ON), []),
        ((BY,), [(6, "reviewed_on: …; oppure cancella la riga reviewed_by")]),
        ((ON,), [(6, "reviewed_by: …; oppure cancella la riga reviewed_on")]),
        ((BY, "reviewed_on:"), [(7, "reviewed_on: …; oppure cancella la riga reviewed_by")]),
        (("reviewed_by: ''", "reviewed_on:"), []),
    ],
)
def test_a_review_has_a_name_and_a_day(lines, asked):
    """A reading without a name or a day is none: readers would trust it all the same (R43)."""
    found = read(*LINES, *lines).problems

    assert asked == [(problem.line, problem.how.partition("in alto: ")[2]) for problem in found]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((BY, "reviewed_on: ieri"), "TESTATA-07"),
        (("reviewed_by: no", ON), "TESTATA-07"),
        (("reviewed_by: no",), "TESTATA-07"),
        ((BY, "reviewd_on: 2026-11-22"), "TESTATA-05"),
        (('reviewed_by: "SCRIVI QUI: chi"', ON), None),
    ],
)
def test_half_a_review_with_a_slip_is_one_message(lines, code):
    """A day that cannot be read is not also called missing."""
    found = read(*LINES, *lines)

    assert [code] * bool(code) == [problem.code for problem in found.problems]


@pytest.mark.parametrize(("lines", "lines_told"), [(PHOTO, []), (PHOTO[:1], []), (PHOTO[1:], [2])])
def test_words_for_a_photograph_need_the_photograph(lines, lines_told):
    """Words alone would leave the photograph out in silence; a photograph alone has its own check."""
    found = read_front_matter("a.md", "\n".join(lines), fields_of("news", True)).problems

    assert lines_told == [problem.line for problem in found if "«image»" in problem.what]


@pytest.mark.parametrize("slip", ["titel: Casa", "Title: Casa", "titolo: Casa"])
def test_a_slip_in_a_necessary_key_is_one_message(slip):
    """A misspelt `title` is one cause and one message: it is not also called missing."""
    assert [("TESTATA-05", 2)] == places(slip, *LINES[1:])


def test_everything_wrong_is_told_at_once():
    """A file with four faults gives four messages in one run."""
    found = places("title:", LINES[1], "checked_on: ieri", "order: primo", "colore: blu")

    assert [("TESTATA-05", 6), ("TESTATA-06", 2), ("TESTATA-07", 4), ("TESTATA-07", 5)] == sorted(
        found
    )


@pytest.mark.parametrize(
    "wrong", ["title: Casa #crema", "title: !casa Mia", "title: &casa Mia"]
)  # fmt: skip
def test_no_part_of_a_value_is_dropped_in_silence(wrong):
    """Signs that YAML would swallow are told: the author meant every word."""
    assert [("TESTATA-03", 2)] == places(wrong, *LINES[1:])


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("title: Aiuto: chi chiamare", 'Scrivi: title: "Aiuto: chi chiamare"'),
        ('title: Casa: "mia"', 'Scrivi: title: "Casa: \\"mia\\""'),
    ],
)
def test_a_bare_colon_is_cured_word_by_word(line, cure):
    """The cure for a bare colon is the very line to write."""
    assert cure == read(line, *LINES[1:]).problems[0].how


@pytest.mark.parametrize(
    ("slip", "fault", "cured", "read_as"),
    [
        ('title: "Una "bella" casa"', "virgolette dentro", 'title: "Una \\"bella\\" casa"', 'Una "bella" casa'),
        ('title: "Una \\"bella\\" "casa""', "virgolette dentro", 'title: "Una \\"bella\\" \\"casa\\""', 'Una "bella" "casa"'),
        ("title: 'L'ufficio'", "virgolette dentro", 'title: "L\'ufficio"', "L'ufficio"),
        ('title: "Nuovo" ufficio', "virgolette dentro", 'title: "\\"Nuovo\\" ufficio"', '"Nuovo" ufficio'),
        ('title: "Nuovo" e "bello"', "virgolette dentro", 'title: "\\"Nuovo\\" e \\"bello\\""', '"Nuovo" e "bello"'),
        ("title: 'Ndrangheta", "si aprono e non", 'title: "\'Ndrangheta"', "'Ndrangheta"),
        ("title: 'Casa", "si aprono e non", 'title: "Casa"', "Casa"),
        ('title: "Casa”', "si aprono e non", 'title: "Casa"', "Casa"),
        ('title: "Casa\\"', "si aprono e non", 'title: "Casa"', "Casa"),
        ('title: "C:\\Users"', "barra rovesciata", 'title: "C:\\\\Users"', "C:\\Users"),
        ("title: “Casa: mia”", "due punti", 'title: "Casa: mia"', "Casa: mia"),
        ("title: @casa", "vuole le virgolette", 'title: "@casa"', "@casa"),
        (" title: Casa", "uno spazio di troppo", "title: Casa", "Casa"),
    ],
)  # fmt: skip
def test_a_line_that_yaml_cannot_read_is_cured_by_the_line_it_is_told(slip, fault, cured, read_as):
    """Whoever copies the cure over the line has what was meant, sign by sign."""
    (problem,) = read(slip, *LINES[1:]).problems

    assert (2, True) == (problem.line, fault in problem.what)
    assert cured == problem.how.removeprefix("Scrivi dall'inizio della riga: ").removeprefix(
        "Scrivi: "
    )
    assert read_as == read(cured, *LINES[1:]).values["title"]


@pytest.mark.parametrize(
    ("slip", "cured", "read_as"),
    [
        ("- [Il giornale](https://e.org/) di ieri", '- "[Il giornale](https://e.org/) di ieri"', "[Il giornale](https://e.org/) di ieri"),
        ("- Il giornale: [x](https://e.org/)", '- "Il giornale: [x](https://e.org/)"', "Il giornale: [x](https://e.org/)"),
        ('- "Il "giornale""', '- "Il \\"giornale\\""', 'Il "giornale"'),
        ('- "Il giornale', '- "Il giornale"', "Il giornale"),
    ],
)  # fmt: skip
def test_an_item_of_a_list_is_cured_like_a_value(slip, cured, read_as):
    """Sources are the longest texts of a header, and the first to have quotes and brackets."""
    (problem,) = read(*LINES, "sources:", f"  {slip}").problems

    assert (7, f"Scrivi: {cured}", True) == (
        problem.line, problem.how, problem.what.startswith("In questa voce "),
    )  # fmt: skip
    assert (read_as,) == read(*LINES, "sources:", f"  {cured}").values["sources"]


@pytest.mark.parametrize("line", ["sections: [uno, due", "title: {casa", "sources: [a #b, c]"])
def test_a_broken_list_is_not_put_into_quotes(line):
    """In quotes it would be one text with brackets."""
    (problem,) = read(*LINES[1:], line, LINES[0]).problems

    assert "Scrivi chiave: valore" in problem.how


def test_a_key_after_a_note_may_be_indented_too():
    """The first key is the one that goes wrong, not the one after it."""
    (problem,) = read("# Il titolo", f" {LINES[0]}", *LINES[1:]).problems

    assert (3, "Scrivi dall'inizio della riga: title: Casa") == (problem.line, problem.how)


NOTE = "; la nota «# mia» mettila in una riga sua, prima di questa."


@pytest.mark.parametrize(
    ("slip", "line", "lost", "cure"),
    [
        (("act: Casa #crema",), 6, "#crema", 'act: "Casa #crema"'),
        (("act: Casa", "  anche #tu"), 7, "#tu", 'act: "Casa anche #tu"'),
        (("act:", "  Casa #crema"), 7, "#crema", 'act: "Casa #crema"'),
        (("act: # mia",), 6, "# mia", 'act: "# mia"'),
        (('act: "Casa" # mia',), 6, "# mia", f'act: "Casa"{NOTE}'),
        (('act: "Casa', '  mia" # mia'), 7, "# mia", f'act: "Casa mia"{NOTE}'),
        (("act: !casa mia",), 6, "!casa", 'act: "!casa mia"'),
        (("act: &casa mia",), 6, "&casa", 'act: "&casa mia"'),
        (("sensitive: yes # mia",), 6, "# mia", f"sensitive: yes{NOTE}"),
        (("valid_until: 2026-12-01 # mia",), 6, "# mia", f"valid_until: 2026-12-01{NOTE}"),
        (("colore: blu # mia",), 6, "# mia", 'colore: "blu # mia"'),
        (("sources:", "- a", "- b #7"), 8, "#7", '- "b #7"'),
        (("sources:", '- "a" # mia', "- b"), 7, "# mia", f'- "a"{NOTE}'),
        (("sources:", "- !a b"), 7, "!a", '- "!a b"'),
        (("sections:", "- uno # mia"), 7, "# mia", f"- uno{NOTE}"),
    ],
)
def test_what_yaml_would_drop_is_cured_word_by_word(slip, line, lost, cure):
    """A # inside a text is meant; behind a date or quotes it is a note, and has a line of its own."""
    (problem,) = read(*LINES, *slip).problems

    assert ("TESTATA-03", line, f"Scrivi: {cure}") == (problem.code, problem.line, problem.how)
    assert problem.what.endswith(f"si perde «{lost}».")


@pytest.mark.parametrize(
    "lines",
    [
        ("act: >-", "  Casa", "# mia"),
        ("act: |", "  Casa", "# mia"),
        ("act: # mia", "  Casa"),
        ("act: Casa", "# mia"),
        ("act: 'Casa'", "", "# mia"),
    ],
)
def test_a_note_that_drops_nothing_is_let_be(lines):
    """A note on a line of its own, or before the words, is for whoever writes next."""
    found = read(*LINES, *lines)

    assert ("Casa", []) == (found.values["act"], found.problems)


@pytest.mark.parametrize("lines", [("sections: [uno] # mia",), ("sections: # mia", "- uno")])
def test_a_note_beside_a_whole_list_is_let_be(lines):
    """The brackets say where the list ends."""
    found = read(*LINES, *lines)

    assert (("uno",), []) == (found.values["sections"], found.problems)


@pytest.mark.parametrize(
    ("slip", "cure"), [("titel: x", "Forse volevi: title"), ("ordine: 1", "Forse volevi: order")]
)
def test_a_slip_in_a_key_is_answered_with_the_key(slip, cure):
    """An unknown key is answered with the one that looks most like it."""
    assert cure == read(*LINES, slip).problems[0].how


@pytest.mark.parametrize(
    "lines",
    [
        ('title: "Casa"', "description: 'Una frase'", 'checked_on: "2026-11-22"', "order: '1'"),
        ("order: 1", "checked_on: 2026-11-22", "description: Una frase", "title: Casa"),
        ("title: >-", "  Casa", "description: Una", "  frase", *LINES[2:]),
        ("title: |", "  Casa", *LINES[1:]),
        (*LINES, 'act: ""', "sections: []", "audio:", "sources: ['']"),
        ("# Titolo e ordine", *LINES),
        (
            '{"title": "Casa", "description": "Una frase", "checked_on": "2026-11-22", "order": "1"}',
        ),
    ],
)
def test_a_cms_writes_as_a_hand_does(lines):
    """Quotes, order, wrapped text and empty optional keys change nothing (R95)."""
    assert (read(*LINES).values, []) == (read(*lines).values, read(*lines).problems)


@pytest.mark.parametrize(
    "lines", [("sources: [a, b]",), ("sources:", "- a", "- b"), ("sources:", "  - 'a'", '  - "b"')]
)
def test_every_form_of_list_is_a_list(lines):
    """A list on one line and one with dashes read the same (R95)."""
    assert ("a", "b") == read(*LINES, *lines).values["sources"]


def test_curved_quotes_within_straight_ones_are_words():
    """A title may begin and end with somebody's words; only quotes in the place of quotes are told."""
    assert "“Casa” e “strada”" == read('title: "“Casa” e “strada”"', *LINES[1:]).values["title"]
    assert ["sta tra virgolette curve"] == [
        found.what.split("» ")[-1].rstrip(".")
        for found in read("title: “Casa”", *LINES[1:]).problems
    ]
