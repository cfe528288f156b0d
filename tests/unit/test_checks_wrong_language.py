# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page in another language than its folder's is found by the site's own commonest words."""

from __future__ import annotations

import pytest

from plugins.checks import wrong_language
from plugins.content import read_content
from tests.conftest import ROOT, Project

EN, IT = "content/pages/en", "content/pages/it"


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
