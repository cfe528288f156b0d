# SPDX-License-Identifier: AGPL-3.0-or-later
"""One reader for Pelican and for the checks: a file is read whole, or each slip is told (R94, R95)."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from plugins import file_names
from plugins.file_names import Place, place_of
from plugins.languages import ITALIAN
from plugins.problem import Problem
from plugins.source import read_source
from tests.unit.folders import BODY, PROVA, contact, news, page, translation, write, written

PAGE = page("Così è.")
HEAD = PAGE.split("Così")[0]


def slips(root: Path, data: str | bytes, path: str = PROVA) -> list[tuple[str, str, int]]:
    """Return path, code and line of every problem of one file."""
    problems = read_source(write(root, {path: data}), path)[1]
    return [(problem.path, problem.code, problem.line) for problem in problems]


def test_the_path_says_kind_language_and_id():
    """Nobody types the kind, the language or the id of a file: its path says them."""
    assert Place("page", ITALIAN, "aiuto") == place_of("content/pages/it/aiuto.md")


@pytest.mark.parametrize(
    ("path", "original"),
    [
        ("content/pages/it/aiuto.md", True),
        ("content/pages/en/aiuto.md", False),
        ("content/contacts/en/112.md", False),
        ("content/news/en/2026-11-22-x.md", True),
    ],
)
def test_the_italian_file_and_any_news_hold_the_facts(path, original):
    """Facts stand in the Italian file; news is its own original."""
    assert original == place_of(path).original


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/pages/itt/casa.md", "LINGUA-01"),
        ("content/pages/IT/casa.md", "LINGUA-01"),
        ("content/news/xx/2026-11-22-casa.md", "LINGUA-01"),
        ("content/pages/it/Casa.md", "FILE-07"),
        ("content/pages/it/casa popolare.md", "FILE-07"),
        ("content/pages/it/casa_popolare.md", "FILE-07"),
        ("content/pages/it/perché.md", "FILE-07"),
        ("content/pages/it/casa.markdown", "FILE-07"),
        ("content/pages/it/casa.txt", "FILE-07"),
        ("content/pages/it/casa.MD", "FILE-07"),
        ("content/pages/it/-casa.md", "FILE-07"),
        ("content/news/it/casa.md", "FILE-07"),
        ("content/news/it/22-11-2026-casa.md", "FILE-07"),
        ("content/casa.md", "FILE-08"),
        ("content/pages/casa.md", "FILE-08"),
        ("content/pages/it/altro/casa.md", "FILE-08"),
        ("content/pagine/it/casa.md", "FILE-08"),
    ],
)
def test_a_wrong_place_is_one_message(path, code):
    """A wrong folder or a wrong file name is one message (R94)."""
    problem = place_of(path)

    assert isinstance(problem, Problem)
    assert (code, path, 1) == (problem.code, problem.path, problem.line)


def test_news_in_a_language_without_news_is_one_message(monkeypatch):
    """News is Italian and English: in another language's folder it is told, not published."""
    monkeypatch.setattr(file_names, "NEWS_TAGS", ("it",))
    problem = place_of("content/news/en/2026-11-22-x.md")

    assert isinstance(problem, Problem)
    assert ("LINGUA-02", 1) == (problem.code, problem.line)


@pytest.mark.parametrize("name", ["404", "news", "en"])
def test_a_page_cannot_take_an_address_that_is_taken(name):
    """The names of the 404 page, of the news and of a language are refused, with a message."""
    assert isinstance(place_of(f"content/pages/it/{name}.md"), Problem)


@pytest.mark.parametrize(
    ("path", "cure"),
    [
        ("content/pages/itt/a.md", "Sposta il file in content/pages/it/"),
        ("content/pages/eng/a.md", "Sposta il file in content/pages/en/"),
        ("content/pages/it/Casa Mia.md", "Rinomina il file, per esempio: casa-mia.md"),
        ("content/pages/it/perché.md", "Rinomina il file, per esempio: perche.md"),
        ("content/news/it/casa.md", "Rinomina il file, per esempio: 2026-11-22-casa.md"),
    ],
)
def test_the_cure_is_the_right_place(path, cure):
    """The cure names the folder or the file name to use."""
    assert cure == place_of(path).how


def test_a_right_file_is_read_whole(tmp_path):
    """A faultless file gives its values, its text and no problem."""
    found, problems = read_source(write(tmp_path, {PROVA: PAGE}), PROVA)

    assert [] == problems
    assert ("Una pagina di prova", 1) == (found.fields["title"], found.fields["order"])
    assert datetime.date(2026, 11, 22) == found.fields["checked_on"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        pytest.param("\ufeff" + PAGE, "FILE-03", 1, id="BOM"),
        pytest.param(PAGE.replace("\n", "\r\n"), "FILE-04", 1, id="CRLF"),
        pytest.param(PAGE.replace("Così", "Co\tsì"), "FILE-05", BODY, id="tab"),
        pytest.param(PAGE.replace("order: 1", "order:\t1"), "FILE-05", 5, id="tab in a value"),
        pytest.param(PAGE.replace("order: 1", "\torder: 1"), "FILE-05", 5, id="tab before a key"),
        pytest.param(PAGE.replace("Una p", "Una\x07p"), "FILE-06", 2, id="control in a value"),
        pytest.param(PAGE.replace("Una p", "Una\u2028p"), "FILE-06", 2, id="U+2028 in a value"),
        pytest.param(PAGE.encode("cp1252"), "FILE-01", BODY, id="Windows-1252"),
        pytest.param(PAGE.encode("utf-16"), "FILE-02", 1, id="UTF-16"),
        pytest.param(PAGE[4:], "TESTATA-01", 1, id="no first fence"),
        pytest.param(PAGE.replace("1\n---", "1"), "TESTATA-02", 6, id="no last fence"),
        pytest.param("Solo testo.\n", "TESTATA-01", 1, id="no fence at all"),
        pytest.param(page(title="Aiuto: chi"), "TESTATA-03", 2, id="bare colon"),
        pytest.param(page(colore="blu"), "TESTATA-05", 6, id="unknown key"),
        pytest.param(PAGE.replace("title", "titel"), "TESTATA-05", 2, id="misspelt key"),
        pytest.param(page(order="1\norder: 2"), "TESTATA-04", 6, id="duplicate key"),
        pytest.param(page(checked_on="22/11/2026"), "TESTATA-07", 4, id="wrong date"),
        pytest.param(page(checked_on="2026-02-30"), "TESTATA-07", 4, id="impossible date"),
        pytest.param(page(order="primo"), "TESTATA-07", 5, id="no number"),
        pytest.param(page(title="[a, b]"), "TESTATA-07", 2, id="list for text"),
        pytest.param(page(title="{a: b}"), "TESTATA-07", 2, id="keys for text"),
        pytest.param(page(sensitive="forse"), "TESTATA-07", 6, id="neither yes nor no"),
        pytest.param(page(title=""), "TESTATA-06", 2, id="empty title"),
        pytest.param(page(title=None), "TESTATA-06", 1, id="no title"),
    ],
)
def test_each_slip_is_one_message_at_its_line(tmp_path, data, code, line):
    """Each slip in a file gives one message with path and line (R94)."""
    assert [(PROVA, code, line)] == slips(tmp_path, data)


@pytest.mark.parametrize(
    "data", [PAGE[4:], PAGE.encode("utf-16"), page(title=None), page(checked_on="ieri")]
)
def test_what_cannot_be_understood_is_no_source(tmp_path, data):
    """A file that was not understood is never half published."""
    assert read_source(write(tmp_path, {PROVA: data}), PROVA)[0] is None


@pytest.mark.parametrize("data", ["\ufeff" + PAGE, PAGE.replace("\n", "\r\n"), page(colore="blu")])
def test_what_was_understood_is_judged_further(tmp_path, data):
    """After a slip that hides nothing, the rest of the file is judged in the same run."""
    assert read_source(write(tmp_path, {PROVA: data}), PROVA)[0] is not None


def test_a_cms_file_reads_like_one_by_hand(tmp_path):
    """Quoted, reordered, wrapped and empty keys give the same page (R95)."""
    cms = (
        '---\norder: "1"\nact: ""\nsections: []\nsources:\n  - ""\nchecked_on: \'2026-11-22\'\n'
        "description: >-\n  Una frase che riassume la pagina\n  e che ha abbastanza parole.\n"
        'title: "Una pagina di prova"\n---\n\nCosì è.\n'
    )
    by_hand = read_source(write(tmp_path / "a", {PROVA: PAGE}), PROVA)[0]
    by_cms = read_source(write(tmp_path / "b", {PROVA: cms}), PROVA)[0]

    assert (by_hand.fields, by_hand.body) == (by_cms.fields, by_cms.body)


@pytest.mark.parametrize(
    ("needle", "occurrence", "line"),
    [("uno", 1, BODY), ("uno", 2, BODY + 2), ("uno", 3, BODY + 2), ("mai", 1, BODY - 1)],
)
def test_a_word_is_found_at_its_line(tmp_path, needle, occurrence, line):
    """The line of a word is that of the file, counted from its first line."""
    found = read_source(write(tmp_path, {PROVA: page("uno\n\nuno uno")}), PROVA)[0]

    assert line == found.line_of(needle, occurrence)


NEWS_NAME = "2026-11-22-x"


@pytest.mark.parametrize(
    ("path", "text", "folder"),
    [
        ("content/pages/it/x.md", contact(), "content/contacts/it/"),
        (f"content/pages/it/{NEWS_NAME}.md", news(), "content/news/it/"),
        (f"content/pages/en/{NEWS_NAME}.md", news(), "content/news/en/"),
        (f"content/news/it/{NEWS_NAME}.md", page(), "content/pages/it/"),
        (f"content/news/en/{NEWS_NAME}.md", translation(), "content/pages/en/"),
        ("content/contacts/it/x.md", page(act="x"), "content/pages/it/"),
        ("content/contacts/it/x.md", news(), "content/news/it/"),
        (f"content/news/it/{NEWS_NAME}.md", contact(phone="x"), "content/contacts/it/"),
    ],
)
def test_a_file_among_those_of_another_kind_is_one_message(tmp_path, path, text, folder):
    """One cause is not told once for each of its keys (R94)."""
    found, problems = read_source(write(tmp_path, {path: text}), path)

    assert (None, [("FILE-08", 1, f"Spostalo in {folder}")]) == (
        found, [(problem.code, problem.line, problem.how) for problem in problems],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PROVA, page(checked_on=None, date="2026-11-22", sources="x")),
        (PROVA, contact(colore="blu")),
        (PROVA, contact(source=None)),
        ("content/pages/en/x.md", written({"title": "A school"})),
        ("content/contacts/it/x.md", page(colore="blu")),
    ],
)
def test_a_slip_in_a_key_is_no_wrong_folder(tmp_path, path, text):
    """Only keys that are all another kind's, and all it needs, say that the file lies elsewhere."""
    _, problems = read_source(write(tmp_path, {path: text}), path)

    assert "FILE-08" not in {problem.code for problem in problems}
    assert problems


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("2026-11-22-festa", "2026-11-22", None),
        ("2026-11-22-2026-11-21-festa", "2026-11-21", "Scrivi: date: 2026-11-22; se invece è sbagliato il nome, rinomina il file: 2026-11-21-2026-11-21-festa.md"),
        ("2025-11-22-festa", "2026-11-22", "Scrivi: date: 2025-11-22; se invece è sbagliato il nome, rinomina il file: 2026-11-22-festa.md"),
    ],
)  # fmt: skip
def test_news_has_one_day(tmp_path, name, day, expected):
    """The day in the address of a news item is the day that it shows (R94)."""
    path = f"content/news/it/{name}.md"
    source, problems = read_source(write(tmp_path, {path: news(date=day)}), path)

    assert source
    assert [("TESTATA-07", 4, expected)] * bool(expected) == [(p.code, p.line, p.how) for p in problems]  # fmt: skip


def test_a_page_may_start_with_a_number(tmp_path):
    """Only news is known by its day."""
    assert [] == slips(tmp_path, page(), "content/pages/it/2026-11-21-festa.md")
