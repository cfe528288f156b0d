# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads one Markdown file into typed front matter and body, with line numbers (R94, R95).

There is one reader: Pelican and the checks both come here. Nothing is dropped in silence: a
file is either read whole or gives problems, all at once, each with its line and its cure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from . import file_text, front_matter
from .body import Body, read_body
from .languages import ITALIAN, LANGUAGES, Language, by_folder
from .problem import Problem, Rule, nearest
from .schema import SLUG, fields_of

FILE_NAME = Rule(
    "FILE-07", "Il nome del file ha solo minuscole, cifre e trattini, e finisce in .md"
)
FOLDER = Rule("FILE-08", "Ogni file sta in una cartella che il sito conosce")
LANGUAGE_FOLDER = Rule("LINGUA-01", "La cartella di lingua è tra quelle del sito")
NEWS_LANGUAGE = Rule("LINGUA-02", "Le notizie sono in italiano e in inglese")

RULES = (FILE_NAME, FOLDER, LANGUAGE_FOLDER, NEWS_LANGUAGE, *file_text.RULES, *front_matter.RULES)

KIND_OF_FOLDER = {"pages": "page", "contacts": "contact", "news": "news"}
NEWS_TAGS = ("it", "en")  # design.md §3.2
RESERVED = ("404", "news", "images", "feed")  # addresses of the site itself
_NEWS_NAME = re.compile(rf"\d{{4}}-\d\d-\d\d-{SLUG.pattern}")


@dataclass(frozen=True)
class Place:
    """What a file's path says: kind ("page", "contact", "news"), language and id."""

    kind: str
    language: Language
    id: str

    @property
    def original(self) -> bool:
        """Whether it holds the facts: the Italian file, or any news item."""
        return self.language == ITALIAN or self.kind == "news"


@dataclass(frozen=True)
class Source:
    """One file, read.

    Attributes:
        path: from the project's root, with slashes.
        place: kind, language, id.
        fields: the front matter, typed by the schema; absent keys are absent.
        lines: the line of each key, from 1.
        text: the body as written.
        first_line: the line of the body's first line, from 1.
    """

    path: str
    place: Place
    fields: dict[str, Any]
    lines: dict[str, int]
    text: str
    first_line: int

    @cached_property
    def body(self) -> Body:
        """The body as HTML, and what it contains."""
        return read_body(self.text)

    def line_of(self, needle: str, occurrence: int = 1) -> int:
        """Return the line where `needle` stands for the nth time (the first line if never)."""
        start = -1
        for _ in range(occurrence):
            start = self.text.find(needle, start + 1)
            if start < 0:
                return self.first_line
        return self.first_line + self.text.count("\n", 0, start)


def place_of(path: str) -> Place | Problem:
    """Return what `path` ("content/pages/it/aiuto.md") says, or the problem with it."""
    parts = PurePosixPath(path).parts
    kind = KIND_OF_FOLDER.get(parts[1]) if len(parts) == 4 else None
    if not kind:
        return FOLDER.broken(
            path, 1, "Questo file non sta in una cartella che il sito conosce.",
            "Spostalo, per esempio, in content/pages/it/", "file outside the known folders",
        )  # fmt: skip
    language = by_folder(parts[2])
    if language is None:
        return _unknown_language(path, parts[1], parts[2])
    if kind == "news" and language.tag not in NEWS_TAGS:
        return NEWS_LANGUAGE.broken(
            path, 1, f"Le notizie non si pubblicano in «{parts[2]}».",
            "Sposta il file in content/news/it/ o in content/news/en/", "news language not served",
        )  # fmt: skip
    return _named(path, kind, language)


def _unknown_language(path: str, folder: str, name: str) -> Problem:
    guess = nearest(name, [language.folder for language in LANGUAGES]) or ITALIAN.folder
    return LANGUAGE_FOLDER.broken(
        path, 1, f"La cartella «{name}» non è una lingua del sito.",
        f"Sposta il file in content/{folder}/{guess}/", f'unknown language folder "{name}"',
    )  # fmt: skip


def _named(path: str, kind: str, language: Language) -> Place | Problem:
    name = PurePosixPath(path).name
    form = _NEWS_NAME if kind == "news" else SLUG
    taken = kind == "page" and (name[:-3] in RESERVED or by_folder(name[:-3]))
    if name.endswith(".md") and form.fullmatch(name[:-3]) and not taken:
        return Place(kind, language, name[:-3])
    plain = unicodedata.normalize("NFKD", PurePosixPath(name).stem.lower())
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-") or "nome"
    words = f"pagina-{words}" if taken else words
    example = f"2026-11-22-{words}" if kind == "news" else words
    return FILE_NAME.broken(
        path, 1, f"Il nome «{name}» non è adatto a un indirizzo.",
        f"Rinomina il file, per esempio: {example}.md", "file name is not a slug ending in .md",
    )  # fmt: skip


def read_source(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """Read the file at `root`/`path`; the source is None when it could not be understood."""
    place = place_of(path)
    if isinstance(place, Problem):
        return None, [place]
    text, problems = file_text.decode(path, (root / path).read_bytes())
    if text is None:
        return None, problems
    cut = front_matter.split_front_matter(path, text)
    if isinstance(cut, Problem):
        return None, [*problems, cut]
    header, body, first_line = cut
    schema = fields_of(place.kind, place.original)
    found = front_matter.read_front_matter(path, header, schema)
    problems += found.problems
    if not found.readable:
        return None, problems
    return Source(path, place, found.values, found.lines, body, first_line), problems
