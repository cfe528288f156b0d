# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on what a page is made of: only the Markdown the theme knows, and nothing that runs (R96)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import nh3

from ..body import read_inline
from ..content import Content
from ..problem import Fault, check
from ..source import Source
from .web_links import own_machine

ALLOWED_TAGS = {
    "a", "h2", "h3", "h4", "img", "li", "ol", "p", "strong", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "*": set(), "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "td": {"style"}, "th": {"style"},
}  # fmt: skip
ALLOWED_SCHEMES = {"http", "https"}
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>?|<!--|<[!?]")
_OPENED = re.compile(r"<([a-z]\w*)")
# Tag: what it is called, how to mend it, how it looks in a source.
_UNKNOWN_MARKDOWN = {
    "em": (
        "Il corsivo", "Togli l'asterisco o il trattino basso attorno alle parole.",
        r"(?<![*\\])(?:\*|\*{3})(?![*\s])|(?<![\w\\])_(?:__)?(?![_\s])",
    ),
    "pre": ("Un testo rientrato di quattro spazi", "Togli gli spazi a inizio riga.", r"^(?: {4}| {8,})\S"),
    "code": ("Il testo tra accenti gravi", "Togli gli accenti gravi.", r"`"),
    "blockquote": ("La citazione con >", "Togli il segno > a inizio riga.", r"^(?: |[-*+] |\d+\. )*>"),
    "hr": ("La riga di separazione", "Togli la riga fatta di trattini o asterischi.", r"^ *([-*_])( *\1){2,} *$"),
}  # fmt: skip


def looks_like_html(text: str) -> bool:
    """Whether someone wrote tags by hand."""
    return bool(_TAG.search(text))


class _Elements(HTMLParser):
    """The tags and attributes of some HTML, as a list that can be compared."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        plain = [(name, str(value).replace(" ", "").removesuffix(";")) for name, value in attrs]
        self.found.append((tag, sorted(plain)))


def pieces(source: Source) -> Iterator[tuple[str, int, str]]:
    """Yield (text, its first line, its HTML) for everything in a file that becomes HTML."""
    yield source.text, source.first_line, source.body.html
    for key in ("act", "sources"):
        values = source.fields.get(key, ())
        for value in (values,) if isinstance(values, str) else values:
            yield value, source.lines[key], read_inline(value).html


@check("HTML-01", "Nelle pagine non c'è HTML scritto a mano, né un collegamento pericoloso")
def raw_html(content: Content) -> Iterator[Fault]:
    """Hand-written HTML can run a script, call another site or break the page for a reader."""
    for source in content.sources:
        for text, first_line, html in pieces(source):
            tag = _TAG.search(text)
            if tag:
                line = first_line + text.count("\n", 0, tag.start())
                yield Fault(
                    source.path, line, f"Qui c'è dell'HTML: «{tag[0][:40]}».",
                    "Scrivi solo testo e Markdown; per un contatto usa la sua macro.", "raw HTML",
                )  # fmt: skip
            elif any(own_machine(href) for href in _addresses(html)):
                continue  # LINK-03 says so
            elif not _survives_cleaning(html) or _unsafe_address(html):
                yield _unsafe_link(source, text, first_line, html)


def _survives_cleaning(html: str) -> bool:
    tags = ALLOWED_TAGS | set(_UNKNOWN_MARKDOWN) | {"h1", "h5", "h6"}  # judged elsewhere
    clean = nh3.clean(
        html, tags=tags, attributes=ALLOWED_ATTRIBUTES, url_schemes=ALLOWED_SCHEMES, link_rel=None,
        filter_style_properties={"text-align"},
    )  # fmt: skip
    return html == clean or _Elements(html).found == _Elements(clean).found


def _unsafe_address(html: str) -> str:
    """Return the first link or picture that is neither a web address nor a file beside the page."""
    for written in _addresses(html):
        address = unquote(written).strip()
        has_scheme = ":" in re.split(r"[/?#]", address)[0]
        if (has_scheme and not _WEB.match(address)) or re.search(r"[\0-\x1f]", address):
            return written
    return ""


def _addresses(html: str) -> list[str]:
    return [unescape(written) for written in re.findall(r'(?:href|src)="([^"]*)"', html)]


_WEB = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)")


def _unsafe_link(source: Source, text: str, first_line: int, html: str) -> Fault:
    unsafe = _unsafe_address(html)
    position = max(text.find(unsafe), 0)  # one written in entities is told at the first line
    return Fault(
        source.path, first_line + text.count("\n", 0, position),
        f"Il collegamento «{unsafe[:60]}» non è sicuro." if unsafe else "Qui c'è un testo che il sito non può mostrare così.",
        "Scrivi un indirizzo che comincia con https:// o il nome di un file .md", "unsafe link or markup",
    )  # fmt: skip


@check("MARKDOWN-01", "Il Markdown è quello che il sito conosce")
def unknown_markdown(content: Content) -> Iterator[Fault]:
    """What the theme does not know would look wrong, or be read wrongly by a screen reader."""
    for source in content.sources:
        if looks_like_html(source.text):
            continue
        tags = set(_OPENED.findall(source.body.html))  # Markdown's own HTML: no other "<" in it
        for tag, (name, cure, looks) in _UNKNOWN_MARKDOWN.items():
            if tag in tags and not (tag == "code" and "pre" in tags):
                found = re.search(looks, source.text, re.MULTILINE)
                line = source.text.count("\n", 0, found.start()) if found else 0
                yield Fault(
                    source.path, source.first_line + line, f"{name} non si usa in questo sito.",
                    cure, f"<{tag}> is outside our Markdown",
                )  # fmt: skip


CHECKS = (raw_html, unknown_markdown)
