# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make page`, `make news`, `make contact`: a file that is right but for the words it waits for."""

from __future__ import annotations

import re

import pytest

from tests.conftest import TODAY
from tests.site.copies import copy_example

NEW = {
    "page": ("scuola-aperta", "content/pages/it/scuola-aperta.md"),
    "news": ('Un incontro: «Crema» dice "sì"', f"content/news/it/{TODAY}-un-incontro-crema-dice-si.md"),
    "contact": ("sportello-lavoro", "content/contacts/it/sportello-lavoro.md"),
}  # fmt: skip
WORDS = {
    "il titolo": "La scuola aperta",
    "una frase che riassume la pagina": "Una frase di esempio che riassume la pagina in modo onesto.",
    "una frase che riassume la notizia": "Una frase di esempio che riassume la notizia in modo onesto.",
    "il nome della fonte](https://)": "Il giornale](https://example.org/notizia)",
    "il piccolo passo": "Parlane con una persona di cui ti fidi.",
    "come si chiama": "Sportello di prova",
    "il tipo di contatto": "office",
    "il numero come si legge": "0373 000009",
    "il numero che si compone, con +39": "+390373000009",
    "l'indirizzo della fonte": "https://example.org/fonte",
}


@pytest.fixture
def project(tmp_path):
    """The good example, to add to."""
    return copy_example(tmp_path / "project")


@pytest.mark.parametrize("kind", NEW)
def test_a_new_file_says_what_it_waits_for(project, kind):
    """Each place still to be written is named, nothing else is wrong, nothing is built (R80)."""
    name, path = NEW[kind]
    made = project.run("tools.new", kind, name)
    done = project.build()
    text = (project.folder / path).read_text("utf-8")
    waiting = sum("SCRIVI QUI" in line for line in text.split("\n"))

    assert (0, 1) == (made.returncode, done.returncode)
    assert path in made.stdout
    assert waiting == done.stderr.count("ERRORE  TESTO-01") == done.stderr.count("ERRORE  ")
    assert not project.output.exists()


@pytest.mark.parametrize("kind", NEW)
def test_a_new_file_with_its_words_is_published(project, kind):
    """Once every place is written the skeleton is a right file: the build takes it (R94)."""
    name, path = NEW[kind]
    project.run("tools.new", kind, name)
    text = (project.folder / path).read_text("utf-8")
    for wanted, words in WORDS.items():
        text = text.replace(f"SCRIVI QUI: {wanted}", words)
    project.write(path, re.sub(r"SCRIVI QUI: [^\n]*", "Testo breve e semplice.", text))
    done = project.build()

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("kind", ["page", "news"])
def test_a_source_carries_its_day_in_words(project, kind):
    """The day beside a source is public: readers find it as in every other page (R94)."""
    name, path = NEW[kind]
    project.run("tools.new", kind, name)

    assert "](https://) (22 novembre 2026)" in (project.folder / path).read_text("utf-8")


@pytest.mark.parametrize("kind", NEW)
def test_a_file_that_is_there_is_never_overwritten(project, kind):
    """The second call changes nothing and says so (R97)."""
    name, path = NEW[kind]
    project.run("tools.new", kind, name)
    project.write(path, "mio")
    again = project.run("tools.new", kind, name)

    assert (1, "mio") == (again.returncode, (project.folder / path).read_text("utf-8"))
    assert f"Il file {path} c'è già." in again.stderr


@pytest.mark.parametrize("name", ["", "  ", "!?", "news", "404", "en"])
def test_a_name_that_cannot_be_is_told(project, name):
    """No name, or one that is an address of the site, makes no file (R80)."""
    before = sorted((project.folder / "content").rglob("*"))
    done = project.run("tools.new", "page", name)

    assert (1, before) == (done.returncode, sorted((project.folder / "content").rglob("*")))
    assert done.stderr.startswith("ERRORE\n")
