# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation never says silently what the Italian no longer says: each change has its effect."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from plugins.content import read_content
from plugins.freshness import state_of
from plugins.languages import by_tag
from plugins.words import Words
from tests.conftest import Project
from tests.site.copies import STAMPED, copy_current
from tests.site.reading import Page, internal, read_pages, words_of

SITE = "http://localhost:8000"
ITALIAN, ENGLISH = "content/pages/it/aiuto.md", "content/pages/en/aiuto.md"
SECTION = "chi-chiamare"
OLD = "Sei in pericolo adesso? Chiama questo numero."
NEW = "Sei in pericolo proprio adesso? Chiama questo numero."
OLD_ADVICE = "Are you in danger now?"  # what the English section said before
NOTICE = "Questa traduzione è del %(date)s. Poi la pagina italiana è cambiata: qualche frase può non valere più. I numeri da chiamare sono quelli di oggi."  # fmt: skip
READ_ITALIAN = "Leggi la pagina in italiano"
UNREVIEWED = "Questa traduzione non è ancora stata riletta da una persona madrelingua. L’originale è in italiano."  # fmt: skip
LINE_TO_PASTE = re.compile(rf'- ("\S+ normal {SECTION} \S+ \S+")')


@dataclass(frozen=True)
class Edition:
    """A site after one edit: its folder, its pages, what the build said."""

    project: Project
    pages: dict[str, Page]
    said: str

    @property
    def english(self) -> Page:
        """The English page whose Italian was edited."""
        return self.pages["en/aiuto/index.html"]


def edition(project: Project) -> Edition:
    """Build a project and return what there is to see."""
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return Edition(project, read_pages(project.output), done.stdout)


def copied(source: Project, folder: Path) -> Project:
    """Return a copy of a project."""
    return Project(shutil.copytree(source.folder, folder / "project"))


def weigh(project: Project, weight: str, line: str) -> None:
    """Paste the line that the build printed, with a weight, into the Italian page."""
    pasted = line.replace(" normal ", f" {weight} ")
    project.edit(ITALIAN, "\nact:", f"\nchanges:\n  - {pasted}\nact:")


def state(project: Project) -> str:
    """Return how the English page stands."""
    return state_of(read_content(project.folder), "aiuto", by_tag("en")).name


def marks(page: Page, name: str) -> list[Element]:
    """Return the notices of one state on a page."""
    return page.all(".//main//*", data_state=name)


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the site with every translation of today's Italian, whatever staff changed since."""
    return copy_current(tmp_path_factory.mktemp("current") / "project")


@pytest.fixture(scope="module")
def changed(current: Project, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the site after one Italian sentence changed and nothing else."""
    project = copied(current, tmp_path_factory.mktemp("changed"))
    project.edit(ITALIAN, OLD, NEW)
    return edition(project)


@pytest.fixture(scope="module")
def line(changed: Edition) -> str:
    """Return the line that the build asks staff to paste."""
    return LINE_TO_PASTE.findall(changed.said)[0]


@pytest.fixture(scope="module")
def unsafe(changed: Edition, line: str, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the site after the change was weighed as a danger."""
    project = copied(changed.project, tmp_path_factory.mktemp("unsafe"))
    weigh(project, "safety", line)
    return edition(project)


def test_one_sentence_makes_the_translation_old(changed: Edition, words: Words) -> None:
    """The reader is told in English, with the date and the way to the Italian (R39)."""
    (notice,) = marks(changed.english, "old")
    date, link = notice.find(".//time"), notice.find(".//a")
    start = words.translate(NOTICE, "en").split("%(date)s")[0].strip()
    way = internal(link.get("href", ""), changed.english, SITE)

    assert (STAMPED.isoformat(), "/aiuto/", "it") == (
        date.get("datetime"),
        way,
        link.get("hreflang"),
    )
    assert words_of(notice).startswith(start)
    assert words.translate(READ_ITALIAN, "en") == words_of(link)


def test_no_other_page_becomes_old(changed: Edition) -> None:
    """Only the pages that follow the changed one carry the notice, the Italian never (R39)."""
    told = [path for path, page in changed.pages.items() if marks(page, "old")]

    assert ["en/aiuto/index.html"] == told


def test_the_build_names_section_and_language(changed: Edition) -> None:
    """The build warns with the section that changed and the languages left behind (R39)."""
    warning = f"{ITALIAN}:1  AVVISO  TRADUZIONE-02\n  La sezione «{SECTION}» è cambiata (normal): restano indietro en.\n"  # fmt: skip

    assert 1 == changed.said.count("TRADUZIONE-02")
    assert warning in changed.said


def test_the_table_names_the_paragraph(changed: Edition) -> None:
    """The report for staff says old, and gives the paragraph before and after (R44)."""
    assert changed.project.run("tools.translations").returncode == 0
    report = json.loads((changed.project.folder / "reports/translations.json").read_text("utf-8"))
    old = [row for row in report if row["state"] == "old"]
    lines = old[0]["changed"][SECTION]

    assert [("aiuto", "en", [SECTION])] == [
        (row["page"], row["language"], list(row["changed"])) for row in old
    ]
    assert [("-", True), ("+", True)] == [
        (line[0], (OLD if line[0] == "-" else NEW) in line) for line in lines
    ]


REFORMATTED = {
    "re-flowed": ("questo numero. Di' subito dove sei.", "questo numero. Di' subito\ndove sei."),
    "re-quoted": ("title: Chiedere aiuto", 'title: "Chiedere aiuto"'),
    "reordered": ("order: 2\nsensitive: yes\n", "sensitive: yes\norder: 2\n"),
}


@pytest.mark.parametrize("name", REFORMATTED)
def test_what_means_the_same_changes_nothing(project: Project, name: str) -> None:
    """Re-flowing, re-quoting or reordering an Italian page leaves its translations current (R37)."""
    project.edit(ITALIAN, *REFORMATTED[name])

    assert "unreviewed" == state(project)


def test_the_same_words_again_are_current_again(project: Project) -> None:
    """An Italian sentence put back as it was leaves no translation behind (R37)."""
    found = []
    for old, new in ((OLD, NEW), (NEW, OLD)):
        project.edit(ITALIAN, old, new)
        found.append(state(project))

    assert ["old", "unreviewed"] == found


def test_a_slip_of_the_pen_leaves_it_current(project: Project, line: str) -> None:
    """A change that staff weigh as a typo, with the line the build printed, makes nothing old (R38)."""
    project.edit(ITALIAN, OLD, NEW)
    weigh(project, "typo", line)

    assert "unreviewed" == state(project)


def test_a_danger_takes_the_old_section_away(unsafe: Edition) -> None:
    """The section's old words are gone; there are the number and the Italian section (R38)."""
    section = unsafe.english.one(".//section", id=SECTION)
    links = [link.get("href", "") for link in section.iter("a")]
    inside = {internal(href, unsafe.english, SITE) for href in links if ":" not in href}

    assert OLD_ADVICE not in words_of(unsafe.english.root)
    assert 1 == len([mark for mark in section.iter() if mark.get("data-state") == "withdrawn"])
    assert ("tel:800290290" in links, f"/aiuto/#{SECTION}" in inside) == (True, True)


def test_a_danger_leaves_the_other_sections(changed: Edition, unsafe: Edition) -> None:
    """All other sections say what they said (R38)."""
    before, after = (
        {s.get("id"): words_of(s) for s in page.all(".//main//section") if s.get("id") != SECTION}
        for page in (changed.english, unsafe.english)
    )

    assert len(before) > 3
    assert before == after


def test_stamping_clears_it_and_touches_two_keys(changed: Edition, tmp_path: Path) -> None:
    """`make translated` after re-reading makes it current, and writes two keys only (R37)."""
    project = copied(changed.project, tmp_path)
    before = (project.folder / ENGLISH).read_text("utf-8").splitlines()
    done = project.run("tools.translated", "aiuto", "en")
    after = (project.folder / ENGLISH).read_text("utf-8").splitlines()
    touched = [new.split(":")[0] for old, new in zip(before, after, strict=True) if old != new]

    assert (0, "unreviewed") == (done.returncode, state(project))
    assert ["translated_from", "translated_on"] == touched


def test_an_unread_translation_says_so(small: Project, words: Words) -> None:
    """Every translation nobody has reviewed says so, in its language; the Italian does not (R43)."""
    pages = read_pages(small.output)
    told = {tag: pages[path] for tag, path in (("it", "aiuto/index.html"), ("en", "en/aiuto/index.html"))}  # fmt: skip
    found = {tag: [words_of(mark) for mark in marks(page, "unreviewed")] for tag, page in told.items()}  # fmt: skip

    assert {"it": [], "en": [words.translate(UNREVIEWED, "en")]} == found


def test_a_reviewed_translation_says_nothing(project: Project) -> None:
    """The line goes once a person who reviewed it is named (R43)."""
    project.edit(
        ENGLISH,
        "\ntranslated_on",
        "\nreviewed_by: Una mediatrice\nreviewed_on: 2026-11-22\ntranslated_on",
    )

    assert "reviewed" == state(project)
    assert [] == marks(edition(project).english, "unreviewed")


@pytest.mark.parametrize("value", ["[Anna]", "{nome: Anna}"])
def test_a_reviewer_is_a_name(project: Project, value: str) -> None:
    """`reviewed_by` takes a text, and no list or keys in its place (R43)."""
    project.edit(ENGLISH, "\ntranslated_on", f"\nreviewed_by: {value}\ntranslated_on")
    done = project.build("--check")

    assert (1, True) == (done.returncode, f"{ENGLISH}:6  ERRORE  TESTATA-07" in done.stderr)


@pytest.mark.parametrize("value", ["", "[]", '""'])
def test_no_name_is_no_review(project: Project, value: str) -> None:
    """An empty `reviewed_by` reviews nothing: the page still says unreviewed (R43)."""
    project.edit(ENGLISH, "\ntranslated_on", f"\nreviewed_by: {value}\ntranslated_on")

    assert "unreviewed" == state(project)


def test_unread_translations_can_be_hidden(project: Project) -> None:
    """With UNREVIEWED = "hide" an unread translation gives way to the honest page (R43)."""
    project.edit("pelicanconf.py", 'UNREVIEWED = "show"', 'UNREVIEWED = "hide"')
    page = edition(project).english

    assert (True, f"{SITE}/aiuto/") == (
        page.fallback, page.one("./head/link", rel="canonical").get("href"),
    )  # fmt: skip
