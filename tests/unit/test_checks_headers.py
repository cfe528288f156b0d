# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page says about itself: each check shown passing and failing."""

from __future__ import annotations

import re

import pytest

from plugins.checks import headers
from tests.conftest import ROOT
from tests.unit.folders import (
    CONTACTS,
    PROVA,
    content_of,
    lines_of,
    news,
    page,
    places_of,
    prova,
    translation,
    written,
)

CORE = {f"content/pages/it/{name}.md": page(title=name) for name in headers.CORE_PAGES}
ENGLISH = "content/pages/en/prova.md"
TWO = "## Uno\n\nTesto.\n\n## Due\n\nTesto."
THREE = f"{TWO}\n\n### Sotto\n\nTesto.\n\n## Tre\n\nTesto."


def test_a_site_with_its_core_pages_passes(tmp_path):
    """Eleven pages are always there."""
    assert [] == lines_of(headers.missing_core_page, content_of(tmp_path, CORE))


@pytest.mark.parametrize("name", headers.CORE_PAGES)
def test_a_missing_core_page_is_told(tmp_path, name):
    """A core page that vanished is told by its path."""
    files = {path: text for path, text in CORE.items() if not path.endswith(f"/{name}.md")}
    found = places_of(headers.missing_core_page, content_of(tmp_path, files))

    assert [f"content/pages/it/{name}.md:1"] == found


@pytest.mark.parametrize("path", ["content/pages/itt/aiuto.md", "content/aiuto.md"])
def test_a_core_page_in_a_wrong_folder_is_not_called_missing(tmp_path, path):
    """A page moved to a wrong folder is one cause: its own message is enough."""
    files = {**CORE, path: page(title="aiuto")}
    del files["content/pages/it/aiuto.md"]

    assert [] == lines_of(headers.missing_core_page, content_of(tmp_path, files))


def test_a_core_page_with_a_slip_is_not_called_missing(tmp_path):
    """A core page that cannot be read has its own message."""
    files = {**CORE, "content/pages/it/aiuto.md": "Senza testata."}

    assert [] == lines_of(headers.missing_core_page, content_of(tmp_path, files))


def test_a_translation_beside_its_original_passes(tmp_path):
    """A translation whose Italian page is there is fine."""
    content = content_of(tmp_path, {PROVA: page(), ENGLISH: translation()})

    assert [] == lines_of(headers.translation_without_original, content)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (ENGLISH, translation()),
        ("content/contacts/en/prova.md", written({"title": "An office"}, "Call.")),
    ],
)
def test_a_translation_alone_is_told(tmp_path, path, text):
    """A page or contact without its Italian file is told."""
    found = places_of(headers.translation_without_original, content_of(tmp_path, {path: text}))

    assert [f"{path}:1"] == found


def test_translations_left_alone_are_one_message(tmp_path):
    """An Italian page deleted in haste is told once, with every language it is left in (R80)."""
    files = {f"content/pages/{tag}/prova.md": translation() for tag in ("ar", "en", "fr")}
    (problem,) = headers.translation_without_original(content_of(tmp_path, files))

    assert "content/pages/ar/prova.md" == problem.path
    assert problem.what == f"Manca il file italiano {PROVA}; resta in: ar, en, fr."


@pytest.mark.parametrize("path", ["content/pages/en/aiuto.md", "content/contacts/en/112.md"])
def test_a_core_page_or_contact_that_is_missing_is_told_once(tmp_path, path):
    """What every site must have has its own message: its translations do not repeat it (R80)."""
    text = translation() if "pages" in path else written({"title": "Emergency"}, "Call.")

    assert [] == lines_of(headers.translation_without_original, content_of(tmp_path, {path: text}))


def test_a_translation_of_a_misplaced_page_is_not_told(tmp_path):
    """When the Italian file stands in a wrong folder, that one message is enough."""
    content = content_of(tmp_path, {"content/pages/itt/prova.md": page(), ENGLISH: translation()})

    assert [] == lines_of(headers.translation_without_original, content)


def test_news_needs_no_italian_twin(tmp_path):
    """A news item is its own original."""
    content = content_of(tmp_path, {"content/news/en/2026-11-22-x.md": news()})

    assert [] == lines_of(headers.translation_without_original, content)


def test_sections_with_a_name_each_pass(tmp_path):
    """A name for each ## in Italian, and the same headings in the translation, are fine."""
    files = {PROVA: page(THREE, sections="[uno, due, tre]"), ENGLISH: translation(THREE)}

    assert [] == lines_of(headers.sections_unlike_headings, content_of(tmp_path, files))


@pytest.mark.parametrize(
    ("sections", "line"), [(None, 1), ("[]", 6), ("[uno]", 6), ("[uno, due, tre]", 6), ("[uno, uno]", 6)]
)  # fmt: skip
def test_sections_unlike_the_headings_are_told(tmp_path, sections, line):
    """Too few, too many or repeated names are told at the line of sections."""
    content = prova(tmp_path, page(TWO, sections=sections))

    assert [line] == lines_of(headers.sections_unlike_headings, content)


@pytest.mark.parametrize(
    ("sections", "what"),
    [
        ("[uno]", "La pagina ha 3 titoli ## e sections ha 1 nome."),
        ("[uno, due, due]", "Il nome «due» è scritto due volte."),
    ],
)
def test_wrong_sections_are_told_in_words(tmp_path, sections, what):
    """Staff read how many names and headings there are, or which name is repeated (R80)."""
    (problem,) = headers.sections_unlike_headings(prova(tmp_path, page(THREE, sections=sections)))

    assert problem.what == what


def test_a_name_used_twice_is_told_in_italian_only(tmp_path):
    """The names of sections stand in the Italian page: its translations have no fault (R80)."""
    files = {PROVA: page(TWO, sections="[uno, uno]"), ENGLISH: translation(TWO)}

    assert [f"{PROVA}:6"] == places_of(headers.sections_unlike_headings, content_of(tmp_path, files))  # fmt: skip


def test_a_translation_alone_hides_no_other_page(tmp_path):
    """A page without its Italian file keeps nobody from judging the others (R80)."""
    files = {
        "content/pages/en/orfana.md": translation("## One\n\nText."),
        PROVA: page(TWO, sections="[uno]"),
    }

    assert [f"{PROVA}:6"] == places_of(headers.sections_unlike_headings, content_of(tmp_path, files))  # fmt: skip


def test_a_translation_with_other_headings_is_told(tmp_path):
    """A translation that lost a section is told in its own file (R24)."""
    files = {PROVA: page(TWO, sections="[uno, due]"), ENGLISH: translation("## One\n\nText.")}
    (problem,) = headers.sections_unlike_headings(content_of(tmp_path, files))

    assert (ENGLISH, 7) == (problem.path, problem.line)
    assert problem.what == "Questa pagina ha 1 titolo ##, quella italiana da cui viene 2."


@pytest.mark.parametrize(
    "body", ["", f"{TWO}\n\n ## Tre\n\nTesto.", f"{TWO}\n\nTesto.\n---", f"{TWO}\n\n**Tre**"]
)
def test_headings_that_cannot_be_counted_are_told_once(tmp_path, body):
    """An empty page, or a heading without ##, has its own message (R80)."""
    content = prova(tmp_path, page(body, sections="[uno, due, tre]"))

    assert [] == lines_of(headers.sections_unlike_headings, content)


def test_the_sections_the_site_needs_are_those_the_theme_names():
    """A template that names another section wants a line in NEEDED_SECTIONS."""
    files = (ROOT / "theme/templates").rglob("*.html")
    theme = "".join(file.read_text("utf-8") for file in sorted(files))
    linked = set(re.findall(r'link\("([^"]+)"\)\.href ~ "#([^"]+)"', theme))
    named = set(re.findall(r'section\.id == "([^"]+)"', theme))

    assert linked <= set(headers.NEEDED_SECTIONS.items())
    assert named | {name for _, name in linked} == set(headers.NEEDED_SECTIONS.values())


@pytest.mark.parametrize(("page_id", "name"), headers.NEEDED_SECTIONS.items())
def test_a_section_the_theme_names_is_wanted(tmp_path, page_id, name):
    """Renamed, or deleted with its heading, it is told once, where its name belongs (R82)."""
    path = f"content/pages/it/{page_id}.md"
    others = {PROVA: page(TWO, sections="[uno, due]"), path.replace("/it/", "/en/"): translation()}  # fmt: skip
    right = {**others, path: page(TWO, sections=f"[uno, {name}]")}
    wrong = {**others, path: page(TWO, sections="[uno, due]")}
    gone = {**others, path: page()}

    assert [] == lines_of(headers.section_the_site_needs, content_of(tmp_path / "a", right))
    (problem,) = headers.section_the_site_needs(content_of(tmp_path / "b", wrong))
    assert (path, 6) == (problem.path, problem.line)
    assert f"In sections manca il nome «{name}», che serve al sito." == problem.what
    assert [1] == lines_of(headers.section_the_site_needs, content_of(tmp_path / "c", gone))


@pytest.mark.parametrize("body", ["", TWO, "Testo.\n---\n"])
def test_a_needed_section_is_wanted_once_the_headings_are_right(tmp_path, body):
    """Where SEZIONE-01 or TITOLI-02 speaks, the name is asked for afterwards (R80)."""
    files = {"content/pages/it/sicurezza.md": page(body), PROVA: page(template="show")}
    content = content_of(tmp_path, files)

    assert [f"{PROVA}:6"] == places_of(headers.section_the_site_needs, content)


def test_a_card_to_show_needs_its_sentence(tmp_path):
    """The template is made around the first section of the page: without one there is no card."""
    (problem,) = headers.section_the_site_needs(prova(tmp_path / "a", page(template="show")))
    whole = page("## Uno\n\nTesto.", sections="[uno]", template="show")

    assert "Il modello «show» mostra la prima sezione, e qui non ce n'è." == problem.what
    assert [] == lines_of(headers.section_the_site_needs, prova(tmp_path / "b", whole))
    assert [] == lines_of(headers.section_the_site_needs, prova(tmp_path / "c", page(template="help")))  # fmt: skip


@pytest.mark.parametrize("length", [50, 160])
def test_a_description_of_the_right_length_passes(tmp_path, length):
    """From 50 to 160 characters, search results show a description whole."""
    content = prova(tmp_path, page(description="a" * length))

    assert [] == lines_of(headers.description_length, content)


@pytest.mark.parametrize("length", [49, 161])
def test_a_description_too_short_or_too_long_is_told(tmp_path, length):
    """The warning says how long the description is."""
    problem = next(headers.description_length(prova(tmp_path, page(description="a" * length))))

    assert (3, f"description ha {length} caratteri.") == (problem.line, problem.what)


def test_a_description_in_another_language_may_be_short(tmp_path):
    """Some scripts say in ten signs what Italian says in fifty: only Italian is measured."""
    files = {PROVA: page(), ENGLISH: translation(description="How to get help in Crema.")}

    assert [] == lines_of(headers.description_length, content_of(tmp_path, files))


def test_titles_of_their_own_pass(tmp_path):
    """The same title in two languages is fine."""
    files = {PROVA: page(title="Test"), ENGLISH: translation(title="Test")}

    assert [] == lines_of(headers.duplicate_title, content_of(tmp_path, files))


@pytest.mark.parametrize("title", ["CITTÀ", "Citta\u0300", "Città\u00a0"])
def test_a_title_used_twice_is_told(tmp_path, title):
    """Two pages of one language cannot be told apart by an equal title, capitals or not (R18)."""
    other = "content/news/it/2026-11-22-x.md"
    content = content_of(tmp_path, {PROVA: page(title="Città"), other: news(title=title)})

    assert [f"{other}:2"] == places_of(headers.duplicate_title, content)


def test_a_source_with_a_link_passes(tmp_path):
    """A source that can be opened is fine."""
    content = prova(tmp_path, page(sources='"[Fonte](https://example.org/) (2026)"'))

    assert [] == lines_of(headers.source_without_link, content)


@pytest.mark.parametrize(
    "source",
    ['"La Provincia, 2026"', '"[A](https://a.example.org/) e [B](https://b.example.org/)"'],
)
def test_a_source_without_one_link_is_told(tmp_path, source):
    """A source without a link, or with two, is told at the line of sources."""
    assert [6] == lines_of(headers.source_without_link, prova(tmp_path, page(sources=source)))


def test_the_contacts_of_the_tests_are_faultless(tmp_path):
    """The contacts the tests stand on give no problem of their own."""
    assert [] == content_of(tmp_path, CONTACTS).problems
