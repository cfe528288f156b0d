# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page in another language than its folder's is found by the site's own commonest words."""

from __future__ import annotations

import pytest

from plugins.checks import wrong_language
from plugins.content import read_content
from tests.conftest import ROOT, Project
from tests.unit.folders import PROVA, content_of, page, translation

EN, IT = "content/pages/en", "content/pages/it"
ENGLISH = (
    "the number is free and always answers you can call from any phone in many languages nobody "
    "asks your name or papers it stays secret someone will listen to what happened help may find "
    "safe place where sleep eat rest near"
)  # 41 words
ITALIAN = (
    "il numero verde risponde sempre puoi chiamare da ogni telefono parlano molte lingue nessuno "
    "chiede nome né documenti resta segreto qualcuno ascolta che cosa accaduto aiuto trova posto "
    "sicuro dove dormire mangiare riposare vicino al mercato lo sportello apre lunedì"
)  # 40 words
EASY = "tu hai un problema noi siamo qui per te "
WORDS = ENGLISH.split()


def small(root, text: str, path: str = PROVA, **pages: list[str]) -> list[str]:
    """Return the places told in a site of four English and four Italian pages, and one more."""
    known = {"en": [" ".join(WORDS[:length]) for length in (41, 41, 40, 39)], "it": 4 * [ITALIAN], **pages}  # fmt: skip
    files = {
        f"content/pages/{folder}/p{number}.md": page(body) if folder == "it" else translation(body)
        for folder, bodies in known.items()
        for number, body in enumerate(bodies)
    }
    content = content_of(root, {**files, path: page(text) if path == PROVA else translation(text)})
    return [f"{found.path}:{found.line}" for found in wrong_language.other_language(content)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (" ".join(WORDS[:30]), 1),
        (" ".join(WORDS[:29]), 0),
        ("\n".join(f"- {word}" for word in WORDS[:30]), 1),
        (f'{" ".join(WORDS[:28])} {{{{ phone("antitratta") }}}}', 0),
        (f'{" ".join(WORDS[:29])} {{{{ phone("112") }}}}', 0),
        ("", 0),
    ],
)
def test_a_short_text_is_not_judged(tmp_path, text, lines):
    """Thirty words say which language they are; fewer may be all names, and no macro is a word."""
    assert lines * [f"{PROVA}:7"] == small(tmp_path, text)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (5 * ["call"], True),  # more than twice the least that a language can fit itself
        (4 * ["call"], False),  # just twice
        (8 * ["call"] + 4 * ["chiamare"], False),
        (9 * ["call"] + 4 * ["chiamare"], True),
        (4 * ["call"] + ["rest"], True),  # the fortieth by how many files have it
        (4 * ["call"] + ["near"], False),
    ],
)
def test_another_language_must_fit_more_than_twice_as_well(tmp_path, words, told):
    """Names and a quotation weigh little: of forty words, so many are another language's."""
    text = " ".join([*words, *(40 - len(words)) * ["Cremona"]])

    assert told == bool(small(tmp_path, text))


def test_a_language_of_a_few_pages_tells_nothing(tmp_path):
    """Three pages do not show a language's commonest words: neither as the page's nor as another's."""
    few = small(tmp_path / "few", ENGLISH, en=3 * [ENGLISH])
    own = small(tmp_path / "own", ENGLISH, "content/pages/ar/prova.md", ar=2 * [ENGLISH])

    assert ([], []) == (few, own)


def test_a_page_that_is_not_judged_hides_no_other(tmp_path):
    """The pages after one in a language of a few pages are judged all the same."""
    assert [f"{PROVA}:7"] == small(tmp_path, ENGLISH, ar=[ENGLISH])


def test_easy_italian_is_no_other_language(tmp_path):
    """A page of plain words may look like easy Italian: it is Italian all the same (R41)."""
    easy = 4 * EASY

    assert [] == small(tmp_path, easy, **{"it-simple": 4 * [easy]})


def told(project: Project) -> list[tuple[str, str]]:
    """Return path and cure of every page in another language."""
    found = wrong_language.other_language(read_content(project.folder))
    return [(problem.path, problem.how) for problem in found]


def body(text: str) -> str:
    """Return what stands below the front matter."""
    return text.split("\n---\n", 1)[1]


def swap_body(project: Project, path: str, other: str) -> None:
    """Give a page the words of another."""
    file = project.folder / path
    text = file.read_text("utf-8")
    words = body((project.folder / other).read_text("utf-8"))
    file.write_text(text.replace(body(text), words), "utf-8")


def test_every_page_of_the_site_is_in_its_language():
    """No page of the seventeen languages is taken for another's (R41)."""
    assert [] == list(wrong_language.other_language(read_content(ROOT)))


@pytest.mark.parametrize(
    ("path", "other", "folder"),
    [
        (f"{IT}/partecipa.md", f"{EN}/partecipa.md", "en"),
        (f"{EN}/segnali.md", f"{IT}/segnali.md", "it"),
    ],
)
def test_a_page_in_another_language_is_told(project, path, other, folder):
    """A page whose words were pasted from another language is one message (R41)."""
    swap_body(project, path, other)

    assert [(path, f"Traducilo, o spostalo in content/pages/{folder}/")] == told(project)


def test_a_few_foreign_words_are_no_other_language(project):
    """A page may quote a sentence of another language."""
    file = project.folder / f"{IT}/partecipa.md"
    file.write_text(file.read_text("utf-8") + "\nI need help. Can you call this number?\n", "utf-8")

    assert [] == told(project)
