# SPDX-License-Identifier: AGPL-3.0-or-later
"""A language with a hole in its words is not published: no page speaks two languages (R28, R42)."""

from __future__ import annotations

import pytest

from plugins.checks import words as check
from plugins.languages import LANGUAGES, by_tag
from plugins.problem import Stop
from plugins.words import TEMPLATE, catalogue_path, faults
from tests.conftest import ROOT
from tests.unit.folders import content_of, write

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
MESSAGES = f'{HEAD}msgid "in %(language)s"\nmsgstr ""\n\nmsgid "Esci"\nmsgstr ""\n'
ENGLISH, UKRAINIAN = by_tag("en"), by_tag("uk")


def catalogue(leave: str, language: str = "in the %(language)s", flag: str = "") -> str:
    """Return a catalogue with these two translations."""
    return (
        f'{HEAD}msgid "in %(language)s"\nmsgstr "{language}"\n\n'
        f'{flag}msgid "Esci"\nmsgstr "{leave}"\n'
    )


def found(root, text: str, language=ENGLISH) -> list[str]:
    """Return what is wrong with this catalogue."""
    write(root, {TEMPLATE: MESSAGES, catalogue_path(language): text})
    return [f"{fault.message}: {fault.what}" for fault in faults(root, language)]


def test_a_whole_catalogue_passes(tmp_path):
    """A catalogue with every word is fine."""
    assert [] == found(tmp_path, catalogue("Leave"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (catalogue(""), "Esci: manca la traduzione"),
        (catalogue("Leave", flag="#, fuzzy\n"), "Esci: la traduzione è incerta (fuzzy)"),
        (
            catalogue("Leave", "in another language"),
            "in %(language)s: i segnaposto %(…)s non sono gli stessi",
        ),
        (
            catalogue("Leave", "in the %(lingua)s"),
            "in %(language)s: i segnaposto %(…)s non sono gli stessi",
        ),
        (catalogue(" Leave"), "Esci: c'è uno spazio all'inizio o alla fine"),
        (catalogue("Esci"), "Esci: è uguale all'italiano"),
        (catalogue("Вийти"), "Esci: la scrittura non è quella della lingua"),
        (catalogue("Leave 100%"), "Esci: c'è un % da solo: scrivi %%"),
        (catalogue("Leave, 100% sure"), "Esci: c'è un % da solo: scrivi %%"),
        (catalogue("TODO"), "Esci: è rimasto «TODO»"),
        (catalogue("Leave {{ x }}"), "Esci: è rimasto «{{»"),
        (catalogue("Leave }} {%"), "Esci: è rimasto «}}»"),
        (catalogue("SCRIVI QUI"), "Esci: è rimasto «SCRIVI QUI»"),
        (catalogue("Leave <b>now</b>"), "Esci: «<» è un segno di HTML: scrivi solo parole"),
        (catalogue("Leave&nbsp;now"), "Esci: «&nbsp;» è un segno di HTML: scrivi solo parole"),
    ],
)
def test_a_hole_in_a_catalogue_is_told(tmp_path, text, fault):
    """A word that is missing, uncertain, Italian or in another script is told (R28)."""
    assert [fault] == found(tmp_path, text)


def test_a_word_of_another_script_is_told(tmp_path):
    """Latin words alone are no Ukrainian (R28)."""
    text = catalogue("Leave", "мова: %(language)s")

    assert ["Esci: la scrittura non è quella della lingua"] == found(tmp_path, text, UKRAINIAN)


def test_the_same_word_can_be_meant(tmp_path):
    """A translator who writes that the word is the same on purpose is believed (R10)."""
    assert [] == found(tmp_path, catalogue("Esci", flag="# same on purpose\n"))


def test_easy_italian_may_use_the_same_words(tmp_path):
    """Easy Italian is Italian (R10)."""
    assert [] == found(tmp_path, catalogue("Esci", "in %(language)s"), by_tag("it-simple"))


@pytest.mark.parametrize(
    "words", ["Leave 100%%", "Leave & go", "Leave; AT&T", "todos", "[Leave]", "Leave “now”", 'Leave \\"now\\"']
)  # fmt: skip
def test_ordinary_signs_pass(tmp_path, words):
    """Signs that only look like ours, or are written as the file wants them, are words."""
    assert [] == found(tmp_path, catalogue(words))


def test_signs_of_the_message_itself_are_its_translations_too(tmp_path):
    """Where the Italian has an element of HTML its translation needs the same."""
    message = 'msgid "Ciao <b>tu</b>"\nmsgstr '
    write(tmp_path, {TEMPLATE: f'{HEAD}{message}""\n'})
    write(tmp_path, {catalogue_path(ENGLISH): f'{HEAD}{message}"Hello <b>you</b>"\n'})

    assert [] == faults(tmp_path, ENGLISH)


WHOLE = catalogue("Leave")
SAVE = "Salvalo di nuovo"
QUOTES = 'Scrivila così: msgstr "le parole"; se dentro ci sono virgolette, scrivile così: «…»'


@pytest.mark.parametrize(
    ("data", "line", "what", "how"),
    [
        (None, 1, "Il catalogo non c'è", "Scrivi: make strings"),
        (b"\n", 1, "Il catalogo è vuoto", "Scrivi: make strings"),
        (WHOLE.replace("Leave", "Léave").encode("cp1252"), 8, "Il catalogo non è scritto in UTF-8", SAVE),
        (WHOLE.encode("utf-16"), 1, "Il catalogo non è scritto in UTF-8", SAVE),
        (WHOLE.encode("utf-8-sig"), 1, "Il catalogo comincia con un segno invisibile (BOM)", SAVE),
        (WHOLE.replace('"Leave"', '"Leave'), 8, 'Questa riga non si legge: «msgstr "Leave»', QUOTES),
        (WHOLE.replace('"Leave"', '"Leave "now""'), 8, 'Questa riga non si legge: «msgstr "Leave "now""»', QUOTES),
        (WHOLE.replace('"Leave"', "“Leave”"), 8, "Questa riga non si legge: «msgstr “Leave”»", QUOTES),
        (WHOLE.replace('msgstr "Leave"', "<<<<<<< HEAD"), 8, "Questa riga non si legge: «<<<<<<< HEAD»", QUOTES),
        (WHOLE.replace('msgstr "Leave', 'msgst "Leave'), 8, 'Questa riga non si legge: «msgst "Leave"»', QUOTES),
        (WHOLE + '\nmsgid ""\n"Esci"\nmsgstr "Go"\n', 10, "c'è due volte", "Tieni una sola delle due"),
        (WHOLE.replace("utf-8", "utf-99"), 1, "Il catalogo non si legge", "Rimetti il file com'era"),
    ],
)  # fmt: skip
def test_a_catalogue_that_cannot_be_read_whole_is_one_fault(tmp_path, data, line, what, how):
    """A broken or missing file is told once, with its line and cure, not word by word (R28)."""
    write(tmp_path, {TEMPLATE: MESSAGES} | ({catalogue_path(ENGLISH): data} if data else {}))
    (fault,) = faults(tmp_path, ENGLISH)

    assert (line, True) == (fault.line, fault.what.startswith(what))
    assert fault.how.startswith(how)


@pytest.mark.parametrize(
    "text", [WHOLE.replace("\n", "\r\n"), f'{WHOLE}\n#~ msgid "Esci"\n#~ msgstr "Out"\n']
)
def test_line_ends_and_old_messages_are_nobodys_fault(tmp_path, text):
    """What Windows and translators' programs leave in a catalogue changes none of its words."""
    assert [] == found(tmp_path, text)


def test_a_damaged_catalogue_brings_its_own_cure(tmp_path):
    """The usual cure would send staff to translations that are all there."""
    files = {**whole(), catalogue_path(UKRAINIAN): WHOLE.replace('"Leave"', '"Leave')}
    (problem,) = check.incomplete_catalogue(content_of(tmp_path, files))

    assert (8, True) == (problem.line, problem.how.startswith(QUOTES))
    assert problem.what.endswith('non viene pubblicata. Questa riga non si legge: «msgstr "Leave».')


@pytest.mark.parametrize(
    "data", [None, MESSAGES.replace('"Esci"', '"Esci'), MESSAGES.encode("utf-16"), b"\n"]
)
def test_without_the_italian_words_nothing_is_built(tmp_path, data):
    """No catalogue could be held against them: every hole would pass (R28)."""
    write(tmp_path, {catalogue_path(ENGLISH): WHOLE} | ({TEMPLATE: data} if data else {}))

    with pytest.raises(Stop, match="make strings"):
        faults(tmp_path, ENGLISH)


def whole(*but: str) -> dict[str, str]:
    """Return a template and whole catalogues of every language but Italian and these."""
    words = catalogue("Leave", flag="# same on purpose\n")
    words = words.replace('\nmsgid "in', '\n# same on purpose\nmsgid "in')
    others = [language for language in LANGUAGES if language.tag not in ("it", *but)]
    return {TEMPLATE: MESSAGES, **{catalogue_path(language): words for language in others}}


def test_a_language_with_a_hole_is_left_out_and_the_report_says_why(tmp_path):
    """An incomplete language is not published; the others are (R42)."""
    content = content_of(tmp_path, whole("uk"))
    told = [problem.what for problem in check.incomplete_catalogue(content)]

    assert ["La lingua «uk» non viene pubblicata. Il catalogo non c'è."] == told
    assert "uk" not in [language.tag for language in content.languages]
    assert [] == list(check.broken_catalogue(content))


def test_a_language_that_was_published_cannot_vanish(tmp_path):
    """Once people keep its addresses, a hole in its words stops the site (R42)."""
    files = {**whole("en", "uk"), catalogue_path(ENGLISH): catalogue("")}
    content = content_of(tmp_path, {**files, "content/addresses.txt": "/\n/en/aiuto/\n"})
    problem = next(check.broken_catalogue(content))

    assert (catalogue_path(ENGLISH), 7) == (problem.path, problem.line)
    assert problem.what == "La lingua «en» è già pubblicata e non può sparire. «Esci»: manca la traduzione."  # fmt: skip
    assert ["uk"] == [told.what.split("»")[0][-2:] for told in check.incomplete_catalogue(content)]


@pytest.mark.parametrize(("holes", "ending"), [(5, "traduzione."), (6, "traduzione e altre 1.")])
def test_a_report_names_five_words_and_counts_the_rest(tmp_path, holes, ending):
    """A catalogue that was never begun does not fill the screen; its first hole has the line."""
    lines = "".join(f'\nmsgid "Parola {number}"\nmsgstr ""\n' for number in range(holes))
    files = {**whole("uk"), TEMPLATE: HEAD + lines, catalogue_path(UKRAINIAN): HEAD + lines}
    problems = check.incomplete_catalogue(content_of(tmp_path, files))
    told = next(problem for problem in problems if "«uk»" in problem.what)

    assert (5, True) == (told.line, told.what.endswith(ending))
    assert 5 == told.what.count("manca la traduzione")
    assert "traduzione; «Parola" in told.what


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_catalogues_of_the_site_are_whole(language):
    """Every language of the table has every word of the interface (R10, R28)."""
    assert [] == faults(ROOT, language)
