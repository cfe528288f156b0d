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

LINK = "[i diritti](diritti.md)"
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
        ("2026-11-22-x.md", "Forse volevi: ../../news/it/2026-11-22-x.md"),
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


@pytest.mark.parametrize(
    ("path", "text", "cure"),
    [
        ("content/news/en/2026-11-22-x.md", news(LINK), "../../pages/en/diritti.md"),
        ("content/contacts/it/lule.md", contact(LINK), "../../pages/it/diritti.md"),
    ],
)
def test_a_page_is_named_as_seen_from_the_file(tmp_path, path, text, cure):
    """The cure can be copied as it is, wherever the link is written (R80)."""
    (problem,) = links.dead_link(content_of(tmp_path, {**OTHERS, path: text}))

    assert (path, f"Forse volevi: {cure}") == (problem.path, problem.how)


def test_news_in_another_language_only_are_not_there(tmp_path):
    """A page in Italian cannot lead to a news item that is only in English; one in English can."""
    item = "content/news/en/2026-11-22-y.md"
    link = f"[x](../../../{item})"
    files = {PROVA: page(link), "content/pages/en/prova.md": translation(link), item: news()}

    assert [PROVA] == [p.path for p in links.dead_link(content_of(tmp_path, files))]


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


@pytest.mark.parametrize("href", ["", "2026-11-22-x.md"])
def test_a_link_to_a_section_of_the_news_is_told(tmp_path, href):
    """No section of a news item, nor of their list, has a name to link to (R82)."""
    content = content_of(tmp_path, {**OTHERS, PROVA: page(f"[x](../../news/it/{href}#dove)")})
    (problem,) = links.dead_section(content)

    assert "Nelle notizie nessuna sezione si chiama «dove»." == problem.what
    assert "Togli #dove dal collegamento." == problem.how


@pytest.mark.parametrize(
    "href",
    [
        "../../news/it/2026-11-22-z.md#dove",  # LINK-01 tells it
        "../../news/it/",
        "../../images/#dove",
        "2026-11-22-x.md#dove",
        "zebra.md#dove",
        "sicurezza.md#registro-chiamate",  # SEZIONE-02 tells it
    ],
)
def test_a_section_that_is_told_elsewhere_is_not_told(tmp_path, href):
    """One cause is one message (R80)."""
    files = {**OTHERS, "content/pages/it/sicurezza.md": page("## A\n\nB.", sections="[a]")}
    content = content_of(tmp_path, {**files, PROVA: page(f"[x]({href})")})

    assert [] == lines_of(links.dead_section, content)


def test_a_link_to_a_page_without_sections_is_told(tmp_path):
    """There is nothing to choose from: the cure is to drop the section."""
    assert [(BODY, "Togli #dove dal collegamento.")] == found(links.dead_section, tmp_path, "[x](#dove)")  # fmt: skip


def test_a_link_to_a_section_of_the_same_page_is_judged(tmp_path):
    """«#zebra» is looked for in the page that says it."""
    text = "## A\n\n[x](#zebra)\n\n## B\n\n[x](#a)"

    assert [(BODY + 3, "Scegli tra: a, b")] == found(links.dead_section, tmp_path, text, sections="[a, b]")  # fmt: skip


def test_an_address_without_https_is_told_as_one(tmp_path):
    """The cure of a link to another site is its whole address (R80)."""
    (problem,) = links.dead_link(content_of(tmp_path, {PROVA: page("[x](www.example.org)")}))

    assert "Scrivi: https://www.example.org" == problem.how
