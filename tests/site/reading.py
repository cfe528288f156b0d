# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the site tests read a built site: every page parsed once, as a browser would (html5lib).

Nothing here comes from plugins/output.py: what judges the build must not be what the build uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

from plugins.languages import ITALIAN, LANGUAGES, Language

every_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)

UNSEEN = ("script", "style", "title", "head")


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site.

    Attributes:
        path: from the output folder, with slashes.
        data: its bytes.
    """

    path: str
    data: bytes

    @property
    def address(self) -> str:
        """Where it answers, from the site's root: "/en/aiuto/"."""
        return f"/{self.path.removesuffix('index.html')}"

    @cached_property
    def errors(self) -> list[str]:
        """What an HTML parser has to forgive, with line and column."""
        self.root  # noqa: B018 (parsing finds them)
        return [
            f"{self.path}:{place[0]}:{place[1]} {code}" for place, code, _ in self._parser.errors
        ]

    @cached_property
    def root(self) -> Element:
        """The <html> element."""
        return self._parser.parse(self.data.decode("utf-8"))

    @cached_property
    def _parser(self) -> html5lib.HTMLParser:
        return html5lib.HTMLParser(namespaceHTMLElements=False)

    @property
    def lang(self) -> str:
        """The language it says it is in."""
        return self.root.get("lang", "")

    def all(self, path: str, **attributes: str) -> list[Element]:
        """Return the elements of an ElementTree path (".//a"), filtered by attribute values."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        found = (element for element in self.root.findall(path) if isinstance(element.tag, str))
        return [e for e in found if all(e.get(name) == value for name, value in wanted.items())]

    def one(self, path: str, **attributes: str) -> Element:
        """Return the only such element."""
        found = self.all(path, **attributes)
        assert len(found) == 1, f"{self.path}: {len(found)} of {path} {attributes}"
        return found[0]

    def meta(self, name: str) -> str:
        """Return the content of <meta name=…>, "" without one."""
        return next((element.get("content", "") for element in self.all(".//meta", name=name)), "")

    def around(self, element: Element) -> Iterator[Element]:
        """Yield the element and all that contain it, from the inside."""
        inner: Element | None = element
        while inner is not None:
            yield inner
            inner = self._parents.get(inner)

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.root.iter() for child in parent}

    def language_of(self, element: Element) -> str:
        """Return the language that holds where `element` stands."""
        return next(outer.get("lang") for outer in self.around(element) if outer.get("lang"))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (words, their language) for every text of the body and every spoken attribute."""
        for element in self.one("body").iter():
            if element.tag in UNSEEN or not isinstance(element.tag, str):
                continue
            spoken = (element.get(name, "") for name in ("aria-label", "alt", "title"))
            for words in (element.text or "", *spoken):
                yield words, self.language_of(element)
            for child in element:
                yield child.tail or "", self.language_of(element)


def words_of(element: Element) -> str:
    """Return the visible words inside an element, spaces made single."""
    pieces = [] if element.tag in UNSEEN else [element.text or ""]
    for child in element:
        pieces += [words_of(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return " ".join("".join(pieces).split())


def read_pages(folder: Path) -> dict[str, Page]:
    """Return every page of a built site by its path, in order."""
    files = sorted(folder.rglob("*.html"))
    paths = (file.relative_to(folder).as_posix() for file in files)
    return {path: Page(path, file.read_bytes()) for path, file in zip(paths, files, strict=True)}


def page_in(pages: dict[str, Page], name: str, language: Language) -> Page:
    """Return a page in a language, by the name its address ends with ("index", "aiuto")."""
    folders = [language.folder if language != ITALIAN else "", name if name != "index" else ""]
    return pages["/".join([*filter(None, folders), "index.html"])]


def internal(href: str, page: Page, site_url: str) -> str | None:
    """Return where a link leads inside the site ("/aiuto/#lingue"), None when it leads out."""
    absolute = urljoin(site_url + page.address, href)
    if not f"{absolute}/".startswith(f"{site_url}/"):
        return None
    return absolute.removeprefix(site_url) or "/"
