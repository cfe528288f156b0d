# SPDX-License-Identifier: AGPL-3.0-or-later
"""A built site as a stranger meets it, for the checks on the output.

Pages are parsed when they are asked for and then forgotten: of a site of thousands of pages only
one is in memory at a time, and of the others their outline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .addresses import site_path
from .built_page import Attributes, BuiltPage, parse
from .content import Content


class Pages(Mapping[str, BuiltPage]):
    """Every page of a folder by its path, in order; parsed each time, never kept."""

    def __init__(self, folder: Path, paths: list[str]) -> None:
        self._folder = folder
        self._paths = dict.fromkeys(paths)
        self._known: Attributes = {}

    def __getitem__(self, path: str) -> BuiltPage:
        """Parse the page at `path`; KeyError when the site has none there."""
        if path not in self._paths:
            raise KeyError(path)
        return parse(path, (self._folder / path).read_text("utf-8"), self._known)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True)
class Output:
    """A built site.

    Attributes:
        folder: where it is, before it is swapped in.
        site_url: the address it was built for.
        content: what it was built from.
        pages: every page by its path, in order.
        files: every file, from the folder.
        anchors: the ids of pages that others lead into, by path, noted as they are asked for.
    """

    folder: Path
    site_url: str
    content: Content
    pages: Mapping[str, BuiltPage]
    files: frozenset[str]
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The path the site lives under ("" or "/alia")."""
        return site_path(self.site_url)

    @property
    def indexed(self) -> list[BuiltPage]:
        """The pages search engines may list: no 404 page, which a server answers at any address."""
        pages = self.pages.values()
        return [page for page in pages if page.address.endswith("/") and not page.noindex]

    def has_anchor(self, path: str, name: str) -> bool:
        """Whether the page at `path` has the id `name`; other files have every id one asks for."""
        if not path.endswith(".html"):
            return True
        if path in self.pages:
            return name in self.pages[path].ids
        if path not in self.anchors:
            page = parse(path, (self.folder / path).read_text("utf-8"))
            self.anchors[path] = frozenset(page.ids)
        return name in self.anchors[path]


def read_output(folder: Path, site_url: str, content: Content) -> Output:
    """Return the site in `folder`."""
    files = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    pages = Pages(folder, [path for path in files if path.endswith(".html")])
    return Output(folder, site_url, content, pages, frozenset(files))
