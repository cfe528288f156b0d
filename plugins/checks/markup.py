# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check that nothing in a page runs, loads or leads astray: no HTML, no unsafe address (R96)."""

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
from .web_links import IN_REGISTRY, own_machine

ALLOWED_TAGS = {
    "a", "h2", "h3", "h4", "img", "li", "ol", "p", "strong", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
TOLD_ELSEWHERE = {"em", "pre", "code", "blockquote", "br", "hr", "h1", "h5", "h6"}
ALLOWED_ATTRIBUTES = {
    "*": set(), "a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}, "td": {"style"}, "th": {"style"},
}  # fmt: skip
ALLOWED_SCHEMES = {"http", "https"}
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>?|<!--|<[!?]")


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
                    source.path, line, f"Qui c'è dell'HTML: «{tag[0][:40]}».", _instead_of(tag[0]), "raw HTML",
                )  # fmt: skip
            elif any(own_machine(href) for href in _addresses(html)):
                continue  # LINK-03 says so
            elif not _survives_cleaning(html) or _unsafe_address(html):
                yield _unsafe_link(source, text, first_line, html)


def _instead_of(tag: str) -> str:
    """Return what to write instead of a tag, or of an address between < and >."""
    if re.fullmatch(r"<https?://[^\s>]+>", tag):
        return f"Scrivi: [testo]({tag[1:-1]})"
    if re.fullmatch(r"<[^\s@>]+@[^\s>]+>", tag):
        return IN_REGISTRY.format("email")
    return "Scrivi solo testo e Markdown; per un contatto usa la sua macro."


def _survives_cleaning(html: str) -> bool:
    clean = nh3.clean(
        html, tags=ALLOWED_TAGS | TOLD_ELSEWHERE, attributes=ALLOWED_ATTRIBUTES, url_schemes=ALLOWED_SCHEMES, link_rel=None,
        filter_style_properties={"text-align"},
    )  # fmt: skip
    return html == clean or _Elements(html).found == _Elements(clean).found


def _unsafe_address(html: str) -> str:
    """Return the first link or picture that is neither a web address nor a file beside the page."""
    for written in _addresses(html):
        address = unquote(written).strip()
        has_scheme = ":" in re.split(r"[/?#]", address)[0] and not address.startswith("\ue000")
        web = _WEB.match(address)
        if (
            (has_scheme and not web)
            or re.search(r"[\0-\x1f]", address)
            or (web and _SPACE.search(written))
        ):
            return written
    return ""


def _addresses(html: str) -> list[str]:
    return [unescape(written) for written in re.findall(r'(?:href|src)="([^"]*)"', html)]


_WEB = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_SPACE = re.compile(r"\s")
# How an unsafe address begins, and the cure.
_CURES = (
    (re.compile("mailto:", re.IGNORECASE), IN_REGISTRY.format("email")),
    (re.compile("(?:tel|sms|callto):", re.IGNORECASE), IN_REGISTRY.format("phone")),
    (re.compile("data:", re.IGNORECASE), "Metti la fotografia in content/images e scrivi: ../../images/nome-della-fotografia.jpg"),
)  # fmt: skip


def _unsafe_link(source: Source, text: str, first_line: int, html: str) -> Fault:
    unsafe = _unsafe_address(html)
    position = max(text.find(unsafe), 0)  # one written in entities is told at the first line
    line = first_line + text.count("\n", 0, position)
    if _WEB.match(unsafe) and _SPACE.search(unsafe):
        right = re.sub(r"\s", "%20", re.sub(r"\s+[\"'“”„«‘].*", "", unsafe))
        what = f"Nell'indirizzo «{unsafe[:60]}» c'è uno spazio."
        return Fault(source.path, line, what, f"Scrivi: {right}", "space in an address")
    how = "Scrivi un indirizzo che comincia con https:// o il nome di un file .md"
    return Fault(
        source.path, line,
        f"Il collegamento «{unsafe[:60]}» non è sicuro." if unsafe else "Qui c'è un testo che il sito non può mostrare così.",
        next((cure for begins, cure in _CURES if begins.match(unsafe)), how), "unsafe link or markup",
    )  # fmt: skip


CHECKS = (raw_html,)
