# SPDX-License-Identifier: AGPL-3.0-or-later
"""An Italian page gains, loses and moves sections; the other languages follow without a stop."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from plugins.content import read_content
from plugins.freshness import state_of
from plugins.languages import by_tag
from tests.conftest import Project
from tests.site.copies import copy_current
from tests.site.reading import Page, read_pages, words_of

ITALIAN, ENGLISH = "content/pages/it/partecipa.md", "content/pages/en/partecipa.md"
LINE_TO_PASTE = re.compile(r'- ("\S+ normal \S+ \S+ \S+")')
NEW = """## In biblioteca

Leggi [i segnali](segnali.md). Se hai un dubbio, chiama {{ phone("antitratta") }}.

{{ contact("antitratta") }}

## Se lavori in una scuola
"""
NAMES = "chi-abita-qui, scuole, associazioni,"
NEXT = "\n  - "
ADDED = "chi-abita-qui, biblioteca, scuole, associazioni,"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the site after one section came and another went."""
    project = copy_current(tmp_path_factory.mktemp("sections") / "project")
    project.edit(ITALIAN, "## Se lavori in una scuola\n", NEW)
    project.edit(ITALIAN, NAMES, ADDED)
    text = (project.folder / ITALIAN).read_text("utf-8").replace("invito, ", "", 1)
    project.write(ITALIAN, re.sub(r"## L'invito\n.*?(?=## )", "", text, flags=re.DOTALL))
    return project


@pytest.fixture(scope="module")
def said(changed: Project) -> str:
    """Return what the build said of it."""
    done = changed.build()
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def english(changed: Project, said: str) -> Page:
    """Return the English page, which nobody has touched."""
    assert "TRADUZIONE-02" in said
    return read_pages(changed.output)["en/partecipa/index.html"]


def sections(page: Page) -> dict[str, str | None]:
    """Return the sections of a page: by its id, the language of each that says its own."""
    found = page.all(".//main//section", **{"class": "section flow"})
    bodies = {section.get("id", ""): section.find("./div[@lang]") for section in found}
    return {name: None if body is None else body.get("lang") for name, body in bodies.items()}


def test_a_new_section_is_lent_in_italian(changed: Project, english: Page) -> None:
    """The same sections in the same order; the new one in Italian and marked, nothing else (R24, R41)."""
    italian = sections(read_pages(changed.output)["partecipa/index.html"])
    found = sections(english)

    assert list(italian) == list(found)
    assert ["biblioteca"] == [name for name, language in found.items() if language]
    assert "invito" not in found


def test_the_lent_section_works(english: Page) -> None:
    """Its number can be tapped, its card speaks Italian, its link leads to the reader's page (R41)."""
    section = english.one(".//section", id="biblioteca")
    body = section.find("./div")
    links = {link.get("href"): link for link in body.iter("a")}

    assert ("it", "ltr") == (body.get("lang"), body.get("dir"))
    assert {"tel:800290290", "../segnali/"} <= set(links)
    assert "Fonti consultate" in words_of(body)


def test_the_page_is_old_and_says_so(english: Page) -> None:
    """The page tells that the Italian has changed since (R39)."""
    assert 1 == len(english.all(".//main//*", data_state="old"))


def test_a_dangerous_change_hides_no_italian(changed: Project, said: str, tmp_path: Path) -> None:
    """Weighed `safety`, a new section is lent all the same: it is today's Italian text (R38, R41)."""
    project = Project(shutil.copytree(changed.folder, tmp_path / "project"))
    lines = [line.replace(" normal ", " safety ") for line in LINE_TO_PASTE.findall(said)]
    project.edit(ITALIAN, "\nact:", f"\nchanges:{''.join(f'{NEXT}{line}' for line in lines)}\nact:")
    done = project.build()
    section = read_pages(project.output)["en/partecipa/index.html"].one(
        ".//section", id="biblioteca"
    )

    assert (0, "it") == (done.returncode, section.find("./div").get("lang"))
    assert "Se hai un dubbio" in words_of(section)


def test_the_lines_to_paste_are_accepted(changed: Project, said: str) -> None:
    """What the report gives for a section that came or went is right as it stands (R38, R80)."""
    lines = LINE_TO_PASTE.findall(said)
    pasted = "".join(f"{NEXT}{line.replace(' normal ', ' typo ')}" for line in lines)
    changed.edit(ITALIAN, "\nact:", f"\nchanges:{pasted}\nact:")
    done = changed.build("--check")

    assert (2, 0, False) == (len(lines), done.returncode, "TRADUZIONE-03" in done.stdout)
    assert "unreviewed" == state_of(read_content(changed.folder), "partecipa", by_tag("en")).name


def test_a_translation_has_the_sections_of_its_version(changed: Project) -> None:
    """Translated, but not stamped, the new section is told with the command that stamps it (R24)."""
    text = (changed.folder / ENGLISH).read_text("utf-8")
    changed.write(ENGLISH, text.replace("\n## ", "\n## At the library\n\nRead.\n\n## ", 1))
    done = changed.build("--check")

    assert 1 == done.returncode
    assert "make translated PAGE=partecipa LANG=en" in done.stderr
