# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people and their programs do to file names is told with the name to use (R94)."""

from __future__ import annotations

import pytest

from plugins.file_names import place_of, slug

FOLDER = "content/pages/it"


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [
        ("scuola.docx", "FILE-11", "scuola.md"),
        ("Scuola aperta.ODT", "FILE-11", "scuola-aperta.md"),
        ("scuola.xlsx", "FILE-11", "scuola.md"),
        ("foto.jpg", "FILE-11", "Sposta il file in content/images/"),
        ("Foto.PNG", "FILE-11", "Sposta il file in content/images/"),
        ("voce.opus", "FILE-11", "Sposta il file in content/audio/"),
        ("scuola.pages", "FILE-11", "scuola.md"),
        ("scuola.md.crdownload", "FILE-11", "Cancella il file"),
        ("scuola.md ", "FILE-07", "per esempio: scuola.md"),
        ("scuola .md", "FILE-07", "per esempio: scuola.md"),
        ("scuola.nuovo", "FILE-07", "per esempio: scuola-nuovo.md"),
        ("Thumbs.db", "FILE-11", "Cancella il file"),
        ("aiuto.md~", "FILE-11", "Cancella il file"),
        ("~$aiuto.docx", "FILE-11", "Cancella il file"),
        ("aiuto.md.orig", "FILE-11", "Cancella il file"),
        ("aiuto.md.txt", "FILE-07", "aiuto.md"),
        ("aiuto.txt", "FILE-07", "aiuto.md"),
        ("aiuto", "FILE-07", "aiuto.md"),
        ("aiuto.v2.md", "FILE-07", "aiuto-v2.md"),
        ("aiuto..12.2026", "FILE-07", "aiuto-12-2026.md"),
    ],
)
def test_each_kind_of_name_has_its_cure(name, code, word):
    """A document is not cured by another name, a leftover is deleted, a text is renamed (R94)."""
    problem = place_of(f"{FOLDER}/{name}")

    assert (code, True) == (problem.code, word in problem.how)


@pytest.mark.parametrize(
    "name",
    [
        "Aiuto.md",
        "aiuto.txt",
        "aiuto - Copia.md",
        "aiuto - Copia (2).md",
        "Copia di aiuto.md",
        "Copy of aiuto.md",
        "aiuto copia.md",
        "aiuto copy 2.md",
        "aiuto (1).md",
    ],
)
def test_a_second_copy_is_told(name):
    """No cure would put a copy over its first, or publish it as one more page (R94)."""
    problem = place_of(f"{FOLDER}/{name}", {name, "aiuto.md"})

    assert ("FILE-12", "Questo file sembra una copia di aiuto.md.") == (problem.code, problem.what)


def test_a_copy_without_its_first_is_renamed():
    """Where nothing is there yet, a name for a copy is only a name to mend."""
    assert "FILE-07" == place_of(f"{FOLDER}/Aiuto.md", {"Aiuto.md"}).code


@pytest.mark.parametrize(
    ("words", "name"),
    [("Scuola aperta!", "scuola-aperta"), ("Perché Crema", "perche-crema"), ("---", "nome")],
)
def test_words_become_a_name(words, name):
    """Any words give a name that can stand in an address."""
    assert name == slug(words)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("2026-13-45-seconda.md", "2026-11-22-seconda.md"),
        ("2026-02-29-seconda.md", "2026-11-22-seconda.md"),
        ("2026-1-9-seconda.md", "2026-01-09-seconda.md"),
        ("21-11-2026-seconda.md", "2026-11-21-seconda.md"),
        ("2026_11_21 Seconda.md", "2026-11-21-seconda.md"),
        ("2026-11-21.md", "2026-11-21-titolo.md"),
        ("seconda.md", "2026-11-22-seconda.md"),
    ],
)
def test_a_news_item_begins_with_a_day_that_exists(name, right):
    """The name orders the news: the day people mean is kept, one that is none is told (R94)."""
    problem = place_of(f"content/news/it/{name}")

    assert ("FILE-07", f"Rinomina il file, per esempio: {right}") == (problem.code, problem.how)


@pytest.mark.parametrize("name", ["2024-02-29-seconda", "2026-11-21-2026-13-45"])
def test_a_day_and_words_are_a_name(name):
    """What follows the day is free."""
    assert name == place_of(f"content/news/it/{name}.md").id


@pytest.mark.parametrize(
    ("path", "cure"),
    [
        ("content/news/scuola.md", "content/news/it/"),
        ("content/contacts/it/sub/scuola.md", "content/contacts/it/"),
        ("content/scuola.md", "content/pages/it/"),
        ("content/pages/eng/scuola.md", "content/pages/en/"),
    ],
)
def test_a_file_goes_back_to_its_kind(path, cure):
    """A file beside its folder is not sent among the pages."""
    assert place_of(path).how.endswith(f" in {cure}")


def test_a_language_of_its_own_is_not_laid_over_italian():
    """The cure for a language that the site does not have is no other page's place."""
    assert place_of("content/pages/de/index.md").how.startswith("Togli il file, oppure chiedi")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (
            "2026-13-45-seconda",
            "Il nome «2026-13-45-seconda.md» non comincia con un giorno che esiste, come 2026-11-22.",
        ),
        ("seconda", "Il nome «seconda.md» non comincia con un giorno che esiste, come 2026-11-22."),
        ("Seconda", "Il nome «Seconda.md» non è adatto a un indirizzo."),
    ],
)
def test_what_is_wrong_with_the_name_of_a_news_item_is_said(name, what):
    """Who wrote a name of the right form looks for the fault in the right place."""
    assert what == place_of(f"content/news/it/{name}.md").what
