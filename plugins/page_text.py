# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page's HTML still needs before a reader sees it.

Links that follow the reader's language, pictures from where they are published, Italian terms
marked as Italian (R29, R30). Nothing here knows Pelican; contacts are put in afterwards, by the theme's macros.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from .addresses import news_address, page_address, way
from .content import Content
from .languages import ITALIAN, Language
from .links import EXTERNAL, NEWS, target_of
from .pictures import Picture
from .word_lists import read_lines

TERMS = "translations/italian_terms.txt"
_ANCHOR = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img ([^>]*)src="([^"]*)"')
_TEXT_OR_TAG = re.compile(r"<[^>]*>|[^<]+")


@dataclass(frozen=True)
class Writer:
    """Finishes the HTML of one page.

    Attributes:
        content: the whole content folder, to know which pages exist in which language.
        language: the text's.
        address: the page's.
        path: the file the text was written in: its links are relative to it.
        terms: matches the Italian terms to be marked; None on Italian pages.
        foreign_hosts: language tag by host, for outside pages that are not Italian.
        in_language: says "in Italian" in the reader's language, given a language tag.
        reader: the language whose pages its links lead to, if it is not the text's.
    """

    content: Content
    language: Language
    address: str
    path: str
    terms: re.Pattern[str] | None
    foreign_hosts: Mapping[str, str]
    in_language: Callable[[str], str]
    reader: Language | None = None

    def finish(self, body: str) -> str:
        """Return HTML with its links, pictures and Italian terms finished."""
        body = _ANCHOR.sub(self._anchor, self.mark(body))
        return _IMAGE.sub(self._image, body)

    def mark(self, body: str) -> str:
        """Return HTML with Italian terms marked as Italian."""
        return mark(body, self.terms)

    def plain(self, text: str) -> Markup:
        """Return plain text as safe HTML with its Italian terms marked."""
        return plain(text, self.terms)

    def _anchor(self, match: re.Match[str]) -> str:
        href, words = html.unescape(match[1]), match[2]
        target = target_of(href, self.path)
        if target.kind == EXTERNAL:
            return self._outside(href, words)
        language = self._language_of(target.kind, target.id)
        place = news_address if target.kind == NEWS else page_address
        destination = place(target.id, language)
        local = way(self.address, destination)
        if destination == self.address and target.fragment:
            local = ""
        if target.fragment:
            local += f"#{target.fragment}"
        return self._foreign(local, words, language.tag)

    def _language_of(self, kind: str, name: str) -> Language:
        """Return the reader's language, but for news that do not exist in it: then Italian."""
        reader = self.reader or self.language
        news = (slug for slug, tag in self.content.news if tag == reader.tag)
        exists = kind != NEWS or any(name in (slug, "") for slug in news)
        return reader if exists else ITALIAN

    def _outside(self, href: str, words: str) -> str:
        host = href.split("/")[2]
        return self._foreign(href, words, self.foreign_hosts.get(host, ITALIAN.tag), "noreferrer")

    def _foreign(self, href: str, words: str, tag: str, rel: str = "") -> str:
        """Return an anchor that says so when it leads to another language (R30)."""
        foreign, note = tag != self.language.tag, ""
        marks = f' rel="{rel}"' if rel else ""
        if rel or foreign:
            marks += f' hreflang="{tag}"'
        if foreign:
            note = f' <span class="link-language">({escape(self.in_language(tag))})</span>'
        return f'<a href="{escape(href)}"{marks}>{words}</a>{note}'

    def _image(self, match: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), match[2]))
        return f'<img loading="lazy" {match[1]}{self._from(file)}'

    def picture(self, file: str, words: str) -> Markup:
        """Return the picture in the file at `file`, "" without one."""
        if not file:
            return Markup("")
        return Markup(f'<img loading="lazy" alt="{escape(words)}" {self._from(file)}>')

    def _from(self, file: str) -> str:
        """Return where a picture is published, and its size, so that nothing jumps when it comes."""
        found = self.content.pictures.get(file)
        if not isinstance(found, Picture):  # the checks have said so
            return f'src="{way(self.address, "/" + file.removeprefix("content/"))}"'
        source = way(self.address, f"/images/{found.name}")
        return f'src="{source}" width="{found.width}" height="{found.height}"'


def mark(body: str, terms: re.Pattern[str] | None) -> str:
    """Return HTML with Italian terms marked as Italian; `terms` is None on Italian pages."""
    if not terms:
        return body

    def mark_piece(match: re.Match[str]) -> str:
        if match[0].startswith("<"):
            return match[0]
        return terms.sub(r'<span lang="it" dir="ltr">\g<0></span>', match[0])

    return _TEXT_OR_TAG.sub(mark_piece, body)


def plain(text: str, terms: re.Pattern[str] | None) -> Markup:
    """Return plain text as safe HTML with its Italian terms marked."""
    return Markup(mark(str(escape(text)), terms))


def read_terms(root: Path) -> re.Pattern[str]:
    """Return a pattern of the Italian terms to mark in other languages, longest first."""
    longest_first = sorted(read_lines(root, TERMS), key=lambda term: (-len(term), term))
    apostrophe = "(?:'|’|&#39;)"  # as Markdown, people and Jinja write it
    written = (
        re.escape(html.escape(term, quote=False)).replace("'", apostrophe).replace("\\ ", r"\s+")
        for term in longest_first
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(written) or '(?!)'})(?!\w)")
