# SPDX-License-Identifier: AGPL-3.0-or-later
"""Translations: from a version that is known, with what the Italian says and nothing else."""

from __future__ import annotations

import pytest

from plugins.checks import translations
from plugins.content import Content
from plugins.fingerprint import Version, version_of
from plugins.ledger import record
from plugins.problem import WARNING
from tests.unit.folders import CONTACTS, PROVA, content_of, news, page, places_of, translation

EN, UK, EASY = (f"content/pages/{folder}/prova.md" for folder in ("en", "uk", "it-simple"))
TODAY = "2026-11-22"
LONG = "Una frase italiana che nessuno ha tradotto."


def sections(first: str = "Uno.", second: str = "Tre.", **keys: str | None) -> str:
    """Return an Italian page of two sections."""
    body = f"Intro.\n\n## Prima\n\n{first}\n\n## Seconda\n\n{second}"
    return page(body, sections="[prima, seconda]", **keys)


def ukrainian(text: str = "Текст.", **keys: str | None) -> str:
    """Return a Ukrainian page."""
    return translation(text, **{"title": "Назва", "description": "Опис сторінки.", **keys})


def version(root, text: str) -> Version:
    """Return the version that an Italian page is."""
    return version_of(content_of(root, {PROVA: text}).pages["prova", "it"])


def site(root, italian: str, others: dict[str, str], *, made_from: str = "") -> Content:
    """Return a site whose translations were made from an Italian version, today's unless told."""
    base = version(root, made_from or italian)
    record(root, "prova", [base])
    files = {path: text.replace("0000-0000", base.code) for path, text in others.items()}
    return content_of(root, {**CONTACTS, PROVA: italian, **files})


def told(check, content: Content) -> list[tuple[str, str]]:
    """Return the place and the Italian sentence of every problem."""
    return [(f"{problem.path}:{problem.line}", problem.what) for problem in check(content)]


def test_a_faithful_translation_passes(tmp_path):
    """A page that follows today's Italian has no problem at all (R37-R43)."""
    content = site(tmp_path, sections(), {EN: translation("Intro."), UK: ukrainian()})

    assert [] == [problem for check in translations.CHECKS for problem in check(content)]


def test_a_version_nobody_recorded_is_told(tmp_path):
    """A translation made from no known version is told, with the code of today's (R37)."""
    content = site(tmp_path, page(), {EN: translation(translated_from="1234-abcd")})
    problem = next(translations.unknown_version(content))
    today = content.versions["prova"].code

    assert (EN, 4) == (problem.path, problem.line)
    assert "«1234-abcd»" in problem.what
    assert f"make translated PAGE=prova LANG=en (versione di oggi: {today})" in problem.how


def test_a_page_without_an_original_has_no_version(tmp_path):
    """A translation that has no Italian page is another check's, and stops none of these."""
    content = content_of(tmp_path, {EN: translation(), "content/pages/it/zeta.md": page()})

    assert [] == [problem for check in translations.CHECKS for problem in check(content)]


def test_translations_left_behind_are_one_line_a_section(tmp_path):
    """Every section that changed names the languages that do not follow it (R39)."""
    content = site(
        tmp_path, sections("Due.", "Quattro."), {EN: translation(), UK: ukrainian()},
        made_from=sections(),
    )  # fmt: skip

    assert [
        (f"{PROVA}:1", "La sezione «prima» è cambiata (normal): restano indietro en, uk."),
        (f"{PROVA}:1", "La sezione «seconda» è cambiata (normal): restano indietro en, uk."),
    ] == told(translations.behind_the_italian, content)


def changes(root, weight: str, old: str, new: str, section: str = "prima") -> str:
    """Return the `changes` that weigh the way of a section from one page to another."""
    before, after = version(root, old).code_of("prima"), version(root, new).code_of("prima")
    return f'\n  - "{TODAY} {weight} {section} {before} {after}"'


@pytest.mark.parametrize(("weight", "behind"), [("typo", 0), ("normal", 1), ("safety", 1)])
def test_a_slip_of_the_pen_leaves_nobody_behind(tmp_path, weight, behind):
    """A weighed change is told no more; only a typo leaves translations fresh (R39, R40)."""
    weighed = changes(tmp_path, weight, sections(), sections("Due."))
    content = site(tmp_path, sections("Due.", changes=weighed), {EN: translation()}, made_from=sections())  # fmt: skip

    assert behind == len(told(translations.behind_the_italian, content))
    assert [] == told(translations.unweighed_change, content)


def test_a_page_of_unknown_version_is_not_told_twice(tmp_path):
    """A translation whose version nobody knows has one message only; the others have theirs."""
    others = {EN: translation(translated_from="1234-abcd"), UK: ukrainian()}
    content = site(tmp_path, sections("Due."), others, made_from=sections())

    assert [f"{EN}:4"] == places_of(translations.unknown_version, content)
    assert ["La sezione «prima» è cambiata (normal): restano indietro uk."] == [
        what for _, what in told(translations.behind_the_italian, content)
    ]
    assert [f"{PROVA}:1"] == places_of(translations.unweighed_change, content)


def test_a_change_without_weight_is_told_once_with_its_line(tmp_path, monkeypatch):
    """The line to paste has today's date and the section's codes, once for all languages (R40)."""
    monkeypatch.setenv("TODAY", TODAY)
    new = sections("Due.")
    content = site(tmp_path, new, {EN: translation(), UK: ukrainian()}, made_from=sections())  # fmt: skip
    found = list(translations.unweighed_change(content))
    codes = [version(tmp_path / "v", text).code_of("prima") for text in (sections(), new)]

    assert [(PROVA, 1)] == [(problem.path, problem.line) for problem in found]
    assert f'- "{TODAY} normal prima {codes[0]} {codes[1]}"' in found[0].how


@pytest.mark.parametrize("slip", ["section", "after"])
def test_a_weight_for_another_change_does_not_count(tmp_path, slip):
    """What weighs another section, or leads to another text, weighs nothing here (R40)."""
    new = sections("Due.")
    target = sections("Altro.") if slip == "after" else new
    other = changes(tmp_path, "typo", sections(), target, "seconda" if slip == "section" else "prima")  # fmt: skip
    content = site(tmp_path, sections("Due.", changes=other), {EN: translation()}, made_from=sections())  # fmt: skip

    assert [f"{PROVA}:7"] == places_of(translations.unweighed_change, content)


def test_two_sections_without_weight_are_two_lines(tmp_path):
    """Each changed section wants a weight of its own (R40)."""
    content = site(tmp_path, sections("Due.", "Quattro."), {EN: translation()}, made_from=sections())  # fmt: skip

    assert 2 == len(told(translations.unweighed_change, content))


def test_a_weighed_section_hides_no_other(tmp_path):
    """The section after one that has its weight still wants its own (R40)."""
    weighed = changes(tmp_path, "typo", sections(), sections("Due."))
    new = sections("Due.", "Quattro.", changes=weighed)
    (problem,) = translations.unweighed_change(site(tmp_path, new, {EN: translation()}, made_from=sections()))  # fmt: skip

    assert "«seconda»" in problem.what


@pytest.mark.parametrize(
    ("path", "block", "line"),
    [
        (EN, "Цей абзац прийшов з іншої сторінки.", 10),
        (EN, "Twelve letters and one й.", 10),
        (UK, "यह अनुच्छेद दूसरे पृष्ठ से आया है।", 10),
        (UK, "This paragraph came from another page.", 10),
        (UK, "абвгґa bcdefghijkl mnop", 10),  # 16 of 21 letters
        (PROVA, "Цей абзац прийшов.", 10),
        (EN, "абвгґдежзиій", 10),  # exactly twelve
    ],
)
def test_a_block_in_another_script_is_told(tmp_path, path, block, line):
    """A paragraph with another language's letters is told at its line (R41)."""
    makes = {PROVA: page, EN: translation, UK: ukrainian}
    content = content_of(tmp_path, {PROVA: page(), path: makes[path](f"1.\n\n{block}")})

    assert [f"{path}:{line}"] == places_of(translations.foreign_script, content)


@pytest.mark.parametrize(
    ("path", "block"),
    [
        (UK, "Телефон: Comune di Crema, і все."),
        (UK, "абвгґд Comunedi Crema"),  # 13 of 19 letters: below the share
        (UK, "абв Abcdefg"),  # exactly the share, and short
        (UK, "Comune"),
        (UK, "абвгґд abcdefghijklmn"),  # 14 of 20: exactly the share
        (EN, "абвгґдежзиі"),  # eleven letters
        (EN, "The sign º and ª, a few more words."),
        (UK, "Знак º і ще кілька слів тут."),
        (UK, "Sportello per le vittime"),  # a term of the list
        (UK, "абв" + 5 * " Sportello per le vittime"),
        (UK, "абв" + 5 * ' {{ phone("112") }}'),
        (EN, '{{ phone("абвгґдежзиіїйклмн") }} ok'),
    ],
)
def test_names_and_short_blocks_may_be_latin(tmp_path, path, block):
    """Italian names, listed terms, signs and what a macro says are nobody's letters (R41)."""
    terms = {"translations/italian_terms.txt": "Sportello per le vittime\n"}
    written = ukrainian(block) if path == UK else translation(block)
    content = content_of(tmp_path, {PROVA: page(), path: written, **terms})

    assert [] == places_of(translations.foreign_script, content)


def test_titles_and_descriptions_are_blocks_too(tmp_path):
    """The browser's tab and the search engine show them: their letters are looked at (R41)."""
    files = {PROVA: page(title="Цей заголовок"), EN: translation(description="Короткий опис тут.")}

    assert 2 == len(places_of(translations.foreign_script, content_of(tmp_path, files)))


def test_news_has_letters_too(tmp_path):
    """Every file is looked at, not only pages (R41)."""
    path = "content/news/it/2026-11-22-prova.md"
    content = content_of(tmp_path, {path: news("Цей абзац прийшов.")})

    assert 1 == len(places_of(translations.foreign_script, content))


def test_a_paragraph_is_found_by_its_first_letters(tmp_path):
    """Two that begin alike are told apart, and one that goes to a new line is found (R41)."""
    alike = "Chiama il numero verde.\n\nChiama il numero vecchio."
    text = f"{alike}\n\nLo sportello è qui a\nCrema, in piazza."
    content = site(tmp_path, page(text), {EN: translation(text)})

    assert [f"{EN}:{line}" for line in (8, 10, 12)] == places_of(
        translations.untranslated_paragraph, content
    )


def test_a_paragraph_left_in_italian_is_told(tmp_path):
    """What nobody translated is told at its line, in every language but easy Italian (R41)."""
    others = {EN: translation(f"Ok.\n\n{LONG}"), EASY: translation(LONG), UK: ukrainian(LONG)}
    content = site(tmp_path, page(LONG), others)

    left = f"Il paragrafo «{LONG[:40]}…» è rimasto in italiano."

    assert [(f"{EN}:10", left), (f"{UK}:8", left)] == told(translations.untranslated_paragraph, content)  # fmt: skip


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Abc def ghil", 0),  # eleven letters
        ("Abcd efghi lmn", 1),  # twelve
        ("Sportello per le vittime", 0),
        (" ".join(6 * ["Sportello per le vittime"]), 0),
        ("Un Sportello per le vittime qui", 0),  # five letters beside the term
        ("Comune di Crema 2026 2027", 1),
    ],
)
def test_short_blocks_and_listed_terms_may_be_equal(tmp_path, block, expected):
    """A name alone is the same in every language; so is a term that stays Italian (R41)."""
    content_of(tmp_path, {"translations/italian_terms.txt": "Sportello per le vittime\n"})
    content = site(tmp_path, page(block), {EN: translation(block)})

    assert expected == len(places_of(translations.untranslated_paragraph, content))


def test_a_paragraph_is_the_same_however_its_lines_are_broken(tmp_path):
    """What was left in Italian is found wherever the editor began a new line (R41)."""
    content = site(tmp_path, page(LONG.replace(" che ", "\nche ")), {EN: translation(LONG)})

    assert [f"{EN}:8"] == places_of(translations.untranslated_paragraph, content)


@pytest.mark.parametrize(
    ("italian", "english", "said"),
    [
        ("Nel 2016.", "In 2018.", "mancano «2016», in più «2018»"),
        ("Nel 2016.", "Then.", "mancano «2016», in più nessuno"),
        ("Allora.", "In 2016 and 19.", "mancano nessuno, in più «19», «2016»"),
        ("Allora.", "0 months.", "mancano nessuno, in più «0»"),
        ("Allora.", "13 months.", "mancano nessuno, in più «13»"),
        ("Sono 1.000.", "They are 100.", "mancano «1000», in più «100»"),
        ("Sono 0.", "None.", "mancano «0», in più nessuno"),
    ],
)
def test_other_numbers_are_told(tmp_path, italian, english, said):
    """A year or a sum that is not the Italian's is told."""
    content = site(tmp_path, page(italian), {EN: translation(english)})

    assert [(f"{EN}:7", f"I numeri non sono quelli dell'italiano: {said}.")] == told(translations.other_numbers, content)  # fmt: skip


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("Sono 1.000 o 1.000.000.", "They are 1,000 or 1\u00a0000\u202f000."),
        ("Un minore.", "Under 18."),
        ("A gennaio e a dicembre.", "1 and 12."),
        ("Il 2 e il 2.", "The 2."),
    ],
)
def test_the_same_numbers_pass(tmp_path, italian, english):
    """Thousands in any style, months as digits, and "under 18" are the same facts."""
    content = site(tmp_path, page(italian), {EN: translation(english)})

    assert [] == places_of(translations.other_numbers, content)


LINKS = 'A [a](../it/zeta.md#uno), [b](https://example.org/), {{ phone("112") }}.'


@pytest.mark.parametrize(
    ("english", "said"),
    [
        (LINKS.replace("#uno", ""), "mancano «zeta#uno», in più «zeta»"),
        (LINKS.replace("org", "com"), "mancano «https://example.org/», in più «https://example.com/»"),
        (LINKS.replace("phone", "email"), 'mancano «{{ phone("112") }}», in più «{{ email("112") }}»'),
        (f"{LINKS} [a](../it/zeta.md#uno)", "mancano nessuno, in più «zeta#uno»"),
        ("A.", 'mancano «https://example.org/», «zeta#uno», «{{ phone("112") }}», in più nessuno'),
    ],
)  # fmt: skip
def test_other_links_and_macros_are_told(tmp_path, english, said):
    """A way to help that one language has and another has not is told (R43)."""
    files = {"content/pages/it/zeta.md": page(title="Zeta")}
    content_of(tmp_path, files)
    content = site(tmp_path, page(LINKS), {EN: translation(english)})

    assert [(f"{EN}:7", f"Collegamenti o macro diversi dall'italiano: {said}.")] == told(translations.other_targets, content)  # fmt: skip


def test_the_same_links_in_another_order_pass(tmp_path):
    """Another language has another order of words."""
    english = '{{ phone("112") }} [b](https://example.org/) [a](../it/zeta.md#uno)'
    content = site(tmp_path, page(LINKS), {EN: translation(english)})

    assert [] == places_of(translations.other_targets, content)


def test_an_older_translation_is_not_held_to_todays_facts(tmp_path):
    """What is behind is told as behind: its numbers and links are those of its own version.

    The pages after it are looked at all the same.
    """
    others = {EN: translation("In 2010."), UK: ukrainian("У 2010.", translated_from="1234-abcd")}
    content = site(tmp_path, page(f"Nel 2016. {LINKS}"), others, made_from=page("Nel 2010."))

    assert [] == places_of(translations.other_numbers, content)
    assert [] == places_of(translations.other_targets, content)


def test_an_older_translation_hides_no_other(tmp_path):
    """The page after one that is behind is still held to the Italian's numbers and links."""
    others = {EN: translation(translated_from="1234-abcd"), UK: ukrainian("У 2010.")}
    content = site(tmp_path, page(f"Nel 2016. {LINKS}"), others)

    assert [f"{UK}:7"] == places_of(translations.other_numbers, content)
    assert [f"{UK}:7"] == places_of(translations.other_targets, content)


def test_only_what_misleads_stops_the_site():
    """Whoever edits Italian is not stopped by seventeen languages; a wrong page is (R37, R39)."""
    stopping = {check.rule.code[-2:] for check in translations.CHECKS if check.rule.severity != WARNING}  # fmt: skip

    assert {"01", "04", "05", "07"} == stopping
