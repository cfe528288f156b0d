# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an author may write, wherever it stands, is built without a word and reaches its reader."""

from __future__ import annotations

import pytest

from tests.site.copies import copy_example
from tests.site.mistakes import NEWS, PAGE, PAGES, read
from tests.site.reading import Page, read_pages, words_of

QUESTIONS = f"{PAGES}/domande.md"
PARTS = (
    "\n\n## Programma\n\nAlle nove.\n\n## Dove [siamo](../../pages/it/diritti.md)\n\nIn piazza.\n"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Page]:
    """The pages of an example with texts in every place that has room for one, by path."""
    project = copy_example(tmp_path_factory.mktemp("right") / "project")
    project.write(NEWS, read(project, NEWS) + PARTS)
    project.edit(PAGE, "order: 9\n", "order: 9\ntemplate: show\nsections: [frase]\n")
    project.write(PAGE, read(project, PAGE) + "\n## La frase\n\nAiutami.\n")
    project.edit(QUESTIONS, "## La prima", "## [I diritti](diritti.md): la prima")
    done = project.build()
    assert (0, "") == (done.returncode, done.stderr)
    return read_pages(project.output)


def test_a_news_item_may_have_headings(pages):
    """A long news item has parts, each with its heading (R94)."""
    page = pages["news/2026-11-21-seconda/index.html"]
    parts = [words_of(part) for part in page.all(".//section") if part.get("id")]

    assert ["Programma Alle nove.", "Dove siamo In piazza."] == parts
    assert "../../diritti/" in [link.get("href") for link in page.all(".//h2/a")]


def test_text_above_the_card_to_show_is_kept(pages):
    """What stands before the first section of a card to show is on the page, below the card (R94)."""
    assert "Testo breve e semplice." in words_of(pages["partecipa/index.html"].root)


def test_a_heading_may_be_a_link(pages):
    """It leads to its page; in the list of contents it leads to its section (R94)."""
    page = pages["domande/index.html"]
    (link,) = page.all(".//h2/a")
    contents = [part for part in page.all(".//a") if part.get("class") == "contents__link"]

    assert "../diritti/" == link.get("href")
    assert contents[0].get("href").startswith("#")
    assert words_of(contents[0]) == "I diritti: la prima domanda?"
    assert not list(contents[0])
