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
        ("foto.jpg", "FILE-11", "foto.md"),
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
