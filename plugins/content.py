# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole content folder, read once: pages, contacts, news, addresses, and what went wrong.

The build reads it, checks it, and hands it to Pelican in the setting CONTENT, so that what was
checked is what is published. Everything is in a fixed order (R100).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from . import file_bytes, file_text
from .contacts import Contact, registry
from .file_names import slug, stem_of
from .fingerprint import Version, version_of
from .languages import ITALIAN, LANGUAGES, Language
from .ledger import Versions, read_ledger
from .picture_names import shown_pictures
from .pictures import Picture, shrink
from .po_file import WordFault
from .problem import Problem
from .source import Source, read_source
from .values import ValueFault
from .words import faults

FOLDER = "content"
ADDRESSES = "content/addresses.txt"
NOT_OURS = ("audio", "images", "extra")  # copied as they are
Files = dict[tuple[str, str], Source]


@dataclass(frozen=True)
class Content:
    """What staff wrote.

    Attributes:
        root: the project's folder.
        pages, contact_files, news: sources by (id, language tag).
        problems: what the reader found.
        addresses: what content/addresses.txt records: (address, new address or "", line).
        paths: every file under content/, readable or not.
        word_faults: what keeps each catalogue from being complete, by language tag.
        ledger: the Italian versions that translations were made from, by page id and code.
    """

    root: Path
    pages: Files
    contact_files: Files
    news: Files
    problems: list[Problem]
    addresses: list[tuple[str, str, int]]
    paths: frozenset[str]
    word_faults: dict[str, list[WordFault]]
    ledger: dict[str, Versions]

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """Those that are published, in menu order: their catalogue is complete."""
        return tuple(language for language in LANGUAGES if not self.word_faults[language.tag])

    @cached_property
    def contacts(self) -> dict[str, Contact]:
        """The registry, by id."""
        return registry(self.contact_files)

    @cached_property
    def sources(self) -> list[Source]:
        """Every file that could be read, in order of path."""
        files = [*self.pages.values(), *self.contact_files.values(), *self.news.values()]
        return sorted(files, key=lambda source: source.path)

    @cached_property
    def by_path(self) -> dict[str, Source]:
        """Every file that could be read, by its path."""
        return {source.path: source for source in self.sources}

    @cached_property
    def versions(self) -> dict[str, Version]:
        """What every Italian page says now, by page id: each translation is held against it."""
        return {
            page_id: version_of(page)
            for (page_id, tag), page in self.pages.items()
            if tag == ITALIAN.tag
        }

    @cached_property
    def pictures(self) -> dict[str, Picture | ValueFault]:
        """Every picture that a news item shows, made small, by its path; or why it cannot be."""
        named = {shown.path for item in self.news.values() for shown in shown_pictures(item)}
        return {path: _picture(self.root, path) for path in sorted(named & self.paths)}

    @cached_property
    def misplaced(self) -> frozenset[str]:
        """The names of files that have a problem of their own: nobody calls them missing too."""
        return frozenset(slug(stem_of(PurePosixPath(p.path).name)) for p in self.problems)

    def original(self, page: Source) -> Source | None:
        """Return the Italian file of a page."""
        return self.pages.get((page.place.id, ITALIAN.tag))

    def facts(self, page: Source, key: str, default: object = None) -> object:
        """Return what the Italian page says under `key`."""
        original = self.original(page) or page
        return original.fields.get(key, default)

    def has_page(self, page_id: str, language: Language) -> bool:
        """Whether page `page_id` is written in `language`."""
        return (page_id, language.tag) in self.pages


def read_content(root: Path) -> Content:
    """Read everything under `root`/content."""
    files: dict[str, Files] = {"page": {}, "contact": {}, "news": {}}
    problems: list[Problem] = []
    paths = sorted(_paths(root))
    for path in paths:
        problem = file_bytes.strange(root, path)
        if problem:
            problems.append(problem)
            continue
        parts = path.split("/")
        if path == ADDRESSES or parts[1] in NOT_OURS:
            continue
        source, found = read_source(root, path)
        problems += found
        if source:
            place = source.place
            files[place.kind][place.id, place.language.tag] = source
    addresses, found = read_addresses(root)
    word_faults = {language.tag: faults(root, language) for language in LANGUAGES}
    return Content(
        root, files["page"], files["contact"], files["news"], problems + found,
        addresses, frozenset(paths), word_faults, read_ledger(root),
    )  # fmt: skip


def _picture(root: Path, path: str) -> Picture | ValueFault:
    try:
        return shrink(path, (root / path).read_bytes())
    except ValueFault as fault:
        return fault


def read_addresses(root: Path) -> tuple[list[tuple[str, str, int]], list[Problem]]:
    """Return the recorded addresses, and what keeps the record from being read."""
    file = root / ADDRESSES
    if not file.is_file() or file_bytes.strange(root, ADDRESSES):
        return [], []
    text, problems = file_text.decode(ADDRESSES, file.read_bytes())
    return addresses_in(text or ""), problems


def addresses_in(text: str) -> list[tuple[str, str, int]]:
    """Return the addresses of a record: each with what stands beside it, and its line, from 1."""
    lines = [line.split("#")[0].split() for line in text.split("\n")]
    return [(words[0], " ".join(words[1:]), n) for n, words in enumerate(lines, start=1) if words]


def _paths(root: Path) -> list[str]:
    """Return every file of the content folder, hidden ones left out, from the root."""
    found = (p for p in (root / FOLDER).rglob("*") if p.is_file() or p.is_symlink())
    return [
        path.relative_to(root).as_posix()
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    ]
