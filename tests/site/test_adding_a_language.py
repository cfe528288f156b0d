# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new language takes one row, one catalogue and one folder: whoever adds it touches no code."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass

import pytest
from babel.messages.pofile import read_po, write_po

from plugins.words import SAME
from tests.conftest import Project
from tests.site.copies import copy_small
from tests.site.reading import Page, read_pages, words_of

ROW = '    Language("wo", "wo", ("wo",)),\n'
CATALOGUE = "translations/wo/LC_MESSAGES/messages.po"
TRANSLATED = ("index", "aiuto")
NUMBER_WORDS = "Chiama gratis, giorno e notte"


@dataclass(frozen=True)
class Edition:
    """A build and its pages."""

    done: subprocess.CompletedProcess[str]
    pages: dict[str, Page]


def add_wolof(project: Project, without: str = "") -> None:
    """Add a row, a catalogue with English words but `without` one, and two pages in English."""
    project.edit("plugins/languages.py", "LANGUAGES = (\n    ITALIAN,\n", f"LANGUAGES = (\n    ITALIAN,\n{ROW}")  # fmt: skip
    english = project.folder / "translations/en/LC_MESSAGES/messages.po"
    catalogue = read_po(io.BytesIO(english.read_bytes()), locale="wo")
    for message in catalogue:
        if message.id:
            message.user_comments = [SAME]
            message.string = "" if message.id == without else message.string
    written = io.BytesIO()
    write_po(written, catalogue)
    project.write(CATALOGUE, written.getvalue())
    pages = project.folder / "content/pages"
    (pages / "wo").mkdir()
    for name in TRANSLATED:
        shutil.copy(pages / "en" / f"{name}.md", pages / "wo" / f"{name}.md")


def built(project: Project) -> Edition:
    """Build a project."""
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return Edition(done, read_pages(project.output))


@pytest.fixture(scope="module")
def wolof(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the site with one language more."""
    project = copy_small(tmp_path_factory.mktemp("wolof") / "project")
    add_wolof(project)
    return built(project)


@pytest.fixture(scope="module")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the site with a language whose catalogue lacks one word."""
    project = copy_small(tmp_path_factory.mktemp("unfinished") / "project")
    add_wolof(project, NUMBER_WORDS)
    return built(project)


def menus(pages: dict[str, Page]) -> set[tuple[str, ...]]:
    """Return the languages that the menus of the site name."""
    found = set()
    for page in pages.values():
        (menu,) = page.all(".//nav[@class='language-menu']")
        found.add(tuple(item[0].get("lang", "") for item in menu.iter("li")))
    return found


def test_its_pages_are_published(wolof: Edition) -> None:
    """The two pages are there in their language, and are no stand-ins (R25)."""
    paths = ["wo/aiuto/index.html", "wo/index.html"]

    assert paths == [p for p, page in wolof.pages.items() if page.lang == "wo" and not page.fallback and "404" not in p]  # fmt: skip


def test_every_menu_has_it(wolof: Edition) -> None:
    """Every page of every language lists it, under the name CLDR gives it (R21, R22)."""
    front = wolof.pages["index.html"]
    names = [words_of(a) for a in front.all(".//nav[@class='language-menu']//a", lang="wo")]

    assert ({("it", "wo", "en")}, ["Wolof"]) == (menus(wolof.pages), names)


def test_the_rest_answers(wolof: Edition) -> None:
    """Every other Italian page answers in it with the honest page (R25)."""
    italian = {path for path, page in wolof.pages.items() if page.lang == "it" and "news" not in path and "404" not in path}  # fmt: skip
    standing = {path.removeprefix("wo/") for path, page in wolof.pages.items() if page.lang == "wo" and page.fallback}  # fmt: skip

    assert italian - {"index.html", "aiuto/index.html"} == standing


def test_one_word_less_leaves_it_out(unfinished: Edition) -> None:
    """A language whose catalogue lacks a word is not published, and the build names the word (R42)."""
    published = {page.lang for page in unfinished.pages.values()}
    warnings = [line for line in unfinished.done.stdout.splitlines() if "PAROLE-01" in line]

    assert ({"it", "en"}, {("it", "en")}) == (published, menus(unfinished.pages))
    assert [CATALOGUE] == [line.split(":")[0] for line in warnings]
    assert f"«{NUMBER_WORDS}»: manca la traduzione" in unfinished.done.stdout


def forget_a_word(project: Project) -> None:
    """Leave the English catalogue without one word."""
    path = "translations/en/LC_MESSAGES/messages.po"
    catalogue = read_po(io.BytesIO((project.folder / path).read_bytes()), locale="en_GB")
    catalogue[NUMBER_WORDS].string = ""
    written = io.BytesIO()
    write_po(written, catalogue)
    project.write(path, written.getvalue())


def test_a_language_once_published_does_not_vanish(tmp_path) -> None:
    """A word lost from the catalogue of a published language stops the build, with one message (R42)."""
    project = copy_small(tmp_path / "project")
    project.write("content/addresses.txt", "/en/aiuto/\n")
    forget_a_word(project)
    done = project.build()

    assert (1, 1) == (done.returncode, done.stderr.count("ERRORE"))
    assert "PAROLE-02" in done.stderr
    assert f"«{NUMBER_WORDS}»: manca la traduzione" in done.stderr


def test_news_wait_for_their_language(tmp_path) -> None:
    """A language never published yet stays out whole, its news too, and the build goes on (R42)."""
    project = copy_small(tmp_path / "project")
    project.write("content/addresses.txt", "/\n")  # as of a new site
    forget_a_word(project)

    assert {"it"} == {page.lang for page in built(project).pages.values()}
