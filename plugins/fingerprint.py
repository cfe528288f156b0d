# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an Italian page says, as text and as a code: the ground on which translations are judged.

Only what bears meaning counts: words, link targets, macros, alternative texts. Re-flowing a
paragraph, quoting a title or reordering keys changes nothing; one word does (design.md §5, R37).
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .body import read_inline
from .source import Source

TOP = "top"  # title, description, introduction and act
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_BLOCK_END = re.compile(r"</(?:p|li|h\d|td|th)>|<(?:ul|ol)[ >]")
_MACRO = re.compile("\ue000([^\ue001]*)\ue001")


@dataclass(frozen=True)
class Version:
    """One state of an Italian page.

    Attributes:
        sections: the paragraphs of each section, by its id, in the page's order.
    """

    sections: dict[str, tuple[str, ...]]

    @cached_property
    def code(self) -> str:
        """The code that a translation carries in `translated_from`, like d097-aa91."""
        return code_of(f"{name}:{self.code_of(name)}" for name in self.sections)

    def code_of(self, section: str) -> str:
        """The code of one section, "" when the version has no such section."""
        return code_of(self.sections[section]) if section in self.sections else ""

    def changed_since(self, old: Version) -> list[str]:
        """Return the sections that do not say what they said in `old`, in order."""
        names = dict.fromkeys([*self.sections, *old.sections])
        return [name for name in names if self.sections.get(name) != old.sections.get(name)]


def version_of(page: Source) -> Version:
    """Return what the Italian `page` says now."""
    fields, body = page.fields, page.body
    act = [read_inline(fields["act"]).html] if "act" in fields else []
    top = [fields["title"], fields["description"], *paragraphs(body.intro)]
    sections = {TOP: tuple(top + [line for piece in act for line in paragraphs(piece)])}
    for name, (title, text) in zip(fields.get("sections", ()), body.sections, strict=False):
        sections[name] = (*paragraphs(title), *paragraphs(text))
    return Version(sections)


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of some HTML as plain lines; links show their target."""
    body = _LINK.sub(r"\2 [\1]", body)
    body = _IMAGE.sub(r"[\1]", body)
    body = _MACRO.sub(r"[\1]", body)
    lines = (re.sub(r"<[^>]*>", " ", piece) for piece in _BLOCK_END.split(body))
    plain = (unicodedata.normalize("NFC", html.unescape(line)) for line in lines)
    return [" ".join(line.split()) for line in plain if line.strip()]


def code_of(lines: Iterable[str]) -> str:
    """Return eight hexadecimal digits in two groups: short enough to copy by hand."""
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"
