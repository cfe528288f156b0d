# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dead link is found where it is written, before the build (R82)."""

from __future__ import annotations

import pytest

from plugins.checks import links
from tests.unit.folders import (
    BODY,
    PROVA,
    contact,
    content_of,
    lines_of,
    news,
    page,
    places_of,
    translation,
)

SECTIONED = page("## Uno\n\nTesto.", title="Diritti", sections="[uno]")
OTHERS = {
    "content/pages/it/diritti.md": SECTIONED,
    "content/news/it/2026-11-22-x.md": news(),
    "content/pages/en/english.md": translation(),
    "content/contacts/it/lule.md": contact(),
}


def found(check, root, text: str, **keys: str) -> list[tuple[int, str]]:
    """Return line and cure of every problem of a page beside others."""
    content = content_of(root, {**OTHERS, PROVA: page(text, **keys)})
    return [(problem.line, problem.how) for problem in check(content)]


@pytest.mark.parametrize(
    "text",
    [
        "[x](diritti.md)",
        "[x](../en/diritti.md#uno)",
        "[x](#)",
        "[x](../../news/it/)",
        "[x](../../news/it/2026-11-22-x.md)",
        "[x](https://example.org/nulla.md)",
        "[x](/home/anna/sito/diritti.md)",  # LINK-03 tells it
        "Nessun link.",
    ],
)
def test_a_link_that_leads_somewhere_passes(tmp_path, text):
    """A page, a news item, the list of news, or another site (R82)."""
    assert [] == found(links.dead_link, tmp_path, text)


@pytest.mark.parametrize(
    ("href", "cure"),
    [
        ("dirittti.md", "Forse volevi: diritti.md"),
        ("diritti", "Forse volevi: diritti.md"),
        ("diritti.html", "Forse volevi: diritti.md"),
        ("/diritti/", "Forse volevi: diritti.md"),
        ("/diritti/#permesso", "Forse volevi: diritti.md"),
        ("ditti.md#chi-chiamare", "Forse volevi: diritti.md"),
        ("../../news/it/diritti.md", "Forse volevi: diritti.md"),
        ("english.md", "Scrivi il nome di un file .md che c'è."),
        ("lule.md", "Scrivi il nome di un file .md che c'è."),
        ("../it/orari:sera.md", "Scrivi il nome di un file .md che c'è."),
        ("zebra.md", "Scrivi il nome di un file .md che c'è."),
        ("../../images/a.png", "Scrivi il nome di un file .md che c'è."),
    ],
)
def test_a_dead_link_is_told_with_the_likely_page(tmp_path, href, cure):
    """A link to nowhere is told at its line, with the page that was probably meant (R82)."""
    assert [(BODY + 2, cure)] == found(links.dead_link, tmp_path, f"Prima.\n\nVai [qui]({href}).")


def test_an_empty_link_is_told(tmp_path):
    """A link without an address leads nowhere, in a page as in the news (R82)."""
    item = "content/news/it/2026-11-22-x.md"
    content = content_of(tmp_path, {PROVA: page("Vai [qui]()."), item: news("Vai [qui]().")})

    assert [f"{item}:{BODY}", f"{PROVA}:{BODY}"] == places_of(links.dead_link, content)


def test_a_link_that_is_right_hides_no_other(tmp_path):
    """The links after a right one are looked at all the same (R82)."""
    text = "[x](diritti.md) [x](zebra.md)\n\n[x](diritti.md) [x](diritti.md#zebra)"
    dead = found(links.dead_link, tmp_path, text)

    assert [BODY] == [line for line, _ in dead]
    assert [BODY + 2] == [line for line, _ in found(links.dead_section, tmp_path, text)]


@pytest.mark.parametrize("key", ["act", "sources"])
def test_a_dead_link_in_the_front_matter_is_told(tmp_path, key):
    """Links of the act and of the sources are judged at their line."""
    problems = found(links.dead_link, tmp_path, "Testo.", **{key: '"[x](zebra.md)"'})

    assert [6] == [line for line, _ in problems]


def test_each_of_two_equal_dead_links_has_its_line(tmp_path):
    """The same slip made twice is told in both places."""
    problems = found(links.dead_link, tmp_path, "[x](zebra.md)\n\n[x](zebra.md)")

    assert [BODY, BODY + 2] == [line for line, _ in problems]


def test_a_link_to_a_page_with_a_slip_is_not_dead(tmp_path):
    """A page that cannot be read has its own message; links to it are not told."""
    files = {**OTHERS, "content/pages/it/diritti.md": "Senza testata."}
    content = content_of(tmp_path, {**files, PROVA: page("[x](diritti.md#uno)")})

    assert [] == [*lines_of(links.dead_link, content), *lines_of(links.dead_section, content)]


@pytest.mark.parametrize("text", ["[x](diritti.md#uno)", "[x](diritti.md)", "[x](zebra.md#uno)"])
def test_a_link_to_a_section_that_is_there_passes(tmp_path, text):
    """Only sections of pages that exist are judged here (R82)."""
    assert [] == found(links.dead_section, tmp_path, text)


@pytest.mark.parametrize(
    ("href", "cure"),
    [("diritti.md#un", "Forse volevi: #uno"), ("diritti.md#zebra", "Scegli tra: uno")],
)
def test_a_link_to_no_section_is_told_with_the_likely_one(tmp_path, href, cure):
    """A missing section is told at its line, with the one that was probably meant (R82)."""
    assert [(BODY, cure)] == found(links.dead_section, tmp_path, f"[x]({href})")


def test_a_link_to_a_section_of_the_same_page_is_judged(tmp_path):
    """«#zebra» is looked for in the page that says it."""
    problems = found(links.dead_section, tmp_path, "## A\n\n[x](#zebra)", sections="[a]")

    assert [BODY + 3] == [line for line, _ in problems]
