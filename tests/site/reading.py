# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the site tests read a built site: every page parsed once, strictly.

Nothing here comes from plugins/output.py: what judges the build must not be what the build uses.
A page is read by a quick parser that takes no end tag for granted; where strictness itself is the
subject, html5lib, which reads as browsers do and takes twenty times as long, lists what it forgives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, TreeBuilder

import html5lib
import pytest

from plugins.languages import ITALIAN, LANGUAGES, Language

LANGUAGE = {language.tag: language for language in LANGUAGES}
every_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)

UNSEEN = ("script", "style", "title", "head")
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip


class _Builder(HTMLParser):
    """Builds the tree of a page whose every element is closed, in order; stops at any other."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._tree, self._open, self._path = TreeBuilder(), [], path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close it at once when it cannot have content."""
        self._tree.start(tag, {name: value or "" for name, value in attrs})
        self._open.append(tag)
        if tag in VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element of a drawing (<path/>)."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open; any other end tag is a fault of the page."""
        assert self._open[-1:] == [tag], f"{self._path}:{self.getpos()} </{tag}>"
        self._close()

    def handle_data(self, data: str) -> None:
        """Take a text; between the doctype and <html> there is only space."""
        if self._open:
            self._tree.data(data)

    def _close(self) -> None:
        self._tree.end(self._open.pop())

    def tree(self, text: str) -> Element:
        """Return the <html> element of a page."""
        self.feed(text)
        super().close()
        assert not self._open, f"{self._path}: {self._open} not closed"
        return self._tree.close()


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

    @property
    def errors(self) -> list[str]:
        """What an HTML parser has to forgive, with line and column (slow)."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(self.data.decode("utf-8"))
        return [f"{self.path}:{place[0]}:{place[1]} {code}" for place, code, _ in parser.errors]

    @cached_property
    def root(self) -> Element:
        """The <html> element."""
        return _Builder(self.path).tree(self.data.decode("utf-8"))

    @property
    def fallback(self) -> bool:
        """Whether it stands where a language has no translation: its address is the Italian's."""
        right = [link.get("href", "") for link in self.all("./head/link", rel="canonical")]
        return (
            "noindex" in self.meta("robots") and bool(right) and not right[0].endswith(self.address)
        )

    @property
    def may_be_listed(self) -> bool:
        """Whether search engines may list it: not a 404 page, which is shown at any address."""
        return self.address.endswith("/") and "noindex" not in self.meta("robots")

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


def written(pages: dict[str, Page], language: Language | None = None) -> dict[str, Page]:
    """Return the pages in the words of their own language: those that stand in for none left out."""
    return {
        path: page
        for path, page in pages.items()
        if language in (None, LANGUAGE.get(page.lang)) and not page.fallback
    }


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
