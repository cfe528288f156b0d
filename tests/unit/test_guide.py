# SPDX-License-Identifier: AGPL-3.0-or-later
"""The guide for staff is easy to read, its links land, its pictures are there, its examples hold."""

from __future__ import annotations

import posixpath
import re
import textwrap
from pathlib import Path

import pytest

from plugins.problem import errors
from plugins.readability import gulpease
from plugins.source import read_source
from tests.conftest import ROOT
from tests.unit.folders import contact

README, GUIDE = "README.md", "docs/guida.md"
IMAGES = ROOT / "docs/images"
HEAVIEST = 80_000
CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
NOT_PROSE = re.compile(r"^ *```.*?^ *```$|<!--.*?-->|^ *\|.*?$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:\d+\.|-) )")


def text_of(path: str) -> str:
    """Return a document."""
    return (ROOT / path).read_text("utf-8")


def prose(markdown: str) -> list[str]:
    """Return the paragraphs, headings and list items of a document, without marks."""
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", NOT_PROSE.sub("", markdown))
    return [" ".join(block.split()) for block in BLOCK.split(re.sub(r"[`*#<>]", "", plain))]


def staff_part() -> str:
    """Return what the README says to staff."""
    return text_of(README).split("## Per chi scrive")[1].split("## Che cosa c'è nelle cartelle")[0]


def anchors(markdown: str) -> set[str]:
    """Return the anchors that forges give to a document's headings."""
    titles = re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("text", [text_of(GUIDE), staff_part()], ids=["guide", "readme"])
def test_staff_can_read_it(text: str) -> None:
    """What staff read has a Gulpease index of at least 60."""
    assert (gulpease(prose(text)) or 0) >= 60


@pytest.mark.parametrize("path", [README, GUIDE])
def test_links_land(path: str) -> None:
    """Every link of the README and the guide leads to a file, and to a heading, that is there."""
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", CODE.sub("", text_of(path))):
        file, _, anchor = target.partition("#")
        where = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        if target.startswith("https://"):
            continue
        if not (ROOT / where).exists() or (anchor and anchor not in anchors(text_of(where))):
            dead.append(target)

    assert [] == dead


def test_pictures_are_those_of_the_documents() -> None:
    """Every picture is shown, every picture shown is there and is taken by `make screenshots`."""
    shown = re.findall(r"images/([\w-]+)\.png\)", text_of(README) + text_of(GUIDE))
    script = text_of("tools/screenshots.py")
    there = sorted(file.stem for file in IMAGES.iterdir())

    assert sorted(set(shown)) == there
    assert [] == [name for name in there if f'"{name}"' not in script]


@pytest.mark.parametrize("picture", sorted(IMAGES.iterdir()), ids=lambda file: file.name)
def test_pictures_are_light(picture: Path) -> None:
    """A picture of the documents weighs at most 80 kB."""
    assert picture.stat().st_size <= HEAVIEST


def test_example_of_a_news_item_is_accepted(tmp_path: Path) -> None:
    """The whole news item of the guide is read without a word of complaint (R94)."""
    example = re.search(r"^ *```\n( *---\n.*?)^ *```$", text_of(GUIDE), re.DOTALL | re.MULTILINE)
    path = "content/news/it/2026-11-22-incontro-in-biblioteca.md"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(textwrap.dedent(example[1]), "utf-8")
    _, problems = read_source(tmp_path, path)

    assert [] == problems


@pytest.mark.parametrize("number", [0, 1])
def test_examples_of_hours_are_accepted(tmp_path: Path, number: int) -> None:
    """Opening hours may be written as the guide shows them (R94)."""
    examples = re.findall(r"^ *```\n( *hours:.*?)^ *```$", text_of(GUIDE), re.DOTALL | re.MULTILINE)
    path = "content/contacts/it/comune-crema.md"
    (tmp_path / path).parent.mkdir(parents=True)
    text = contact(hours=textwrap.dedent(examples[number]).removeprefix("hours:").rstrip())
    (tmp_path / path).write_text(text, "utf-8")
    source, problems = read_source(tmp_path, path)

    assert [] == errors(problems)
    assert number + 1 == len(source.fields["hours"])
