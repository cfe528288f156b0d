# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads one Markdown file into typed front matter and body, with line numbers (R94, R95).

There is one reader: Pelican and the checks both come here. Nothing is dropped in silence: a
file is either read whole or gives problems, all at once, each with its line and its cure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from . import file_bytes, file_names, file_text, front_matter, placeholders
from .body import Body, read_body
from .file_names import Place, place_of
from .problem import Problem, Rule
from .schema import fields_of

NESTING = Rule("MARKDOWN-03", "Gli elenchi non stanno uno dentro l'altro troppe volte")
RULES = (
    *file_names.RULES, *file_bytes.RULES, *file_text.RULES, *front_matter.RULES, placeholders.RULE, NESTING,
)  # fmt: skip


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

    def texts(self, *keys: str) -> Iterator[tuple[str, int]]:
        """Yield (text, line) for each of these keys that is there, and each text of a list."""
        for key in keys:
            values = self.fields.get(key, ())
            for value in (values,) if isinstance(values, str) else values:
                yield value, self.lines[key]

    def line_of(self, needle: str, occurrence: int = 1) -> int:
        """Return the line where `needle` stands for the nth time (the first line if never)."""
        start = -1
        for _ in range(occurrence):
            start = self.text.find(needle, start + 1)
            if start < 0:
                return self.first_line
        return self.first_line + self.text.count("\n", 0, start)


def read_source(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """Read the file at `root`/`path`; the source is None when it could not be understood."""
    place = place_of(path, {file.name for file in (root / path).parent.iterdir()})
    if isinstance(place, Problem):
        return None, [place]
    text, problems = _text_of(root, path)
    if text is None:
        return None, problems
    cut = front_matter.split_front_matter(path, text)
    if isinstance(cut, Problem):
        return None, [*problems, cut]
    header, body, first_line = cut
    other = file_names.other_folder(place, path, header)
    if other:
        return None, [*problems, other]
    problems += placeholders.find(path, text)
    schema = fields_of(place.kind, place.original)
    found = front_matter.read_front_matter(path, header, schema)
    problems += found.problems
    if not found.readable:
        return None, problems
    source = Source(path, place, found.values, found.lines, body, first_line)
    problems += _other_day(source)
    nested = _too_nested(source)
    return (None, [*problems, nested]) if nested else (source, problems)


def _text_of(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, None where it is not one that can be judged."""
    data = (root / path).read_bytes()
    heavy = file_bytes.too_long(path, data)
    if heavy:
        return None, [heavy]
    text, problems = file_text.decode(path, data)
    long = text is not None and file_bytes.long_paragraph(path, text)
    return (None, [*problems, long]) if long else (text, problems)


def _other_day(source: Source) -> list[Problem]:
    """Return the problem of a news item whose address says another day than the item itself."""
    name, day = source.place.id, source.fields.get("date")
    if source.place.kind != "news" or name.startswith(f"{day}-"):
        return []
    return [front_matter.VALUE.broken(
        source.path, source.lines["date"], f"La chiave «date» è «{day}», ma il nome del file dice {name[:10]}.",
        f"Scrivi: date: {name[:10]}; se invece è sbagliato il nome, rinomina il file: {day}{name[10:]}.md",
        "date unlike the file name's",
    )]  # fmt: skip


def _too_nested(source: Source) -> Problem | None:
    """Convert the body now; return the problem of one that even Markdown cannot follow."""
    try:
        _ = source.body
    except RecursionError:
        return NESTING.broken(
            source.path, source.first_line, "Gli elenchi stanno uno dentro l'altro troppe volte.",
            "Togli i trattini e gli spazi di troppo all'inizio delle righe.", "nested too deeply",
        )  # fmt: skip
    return None
