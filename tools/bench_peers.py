# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of one of our pages, dressed as GOV.UK's and Bootstrap Italia's own files dress a page.

Each frame follows what the package documents: its style in the head, its script, its fonts and
icons from the same host. The text, its headings, lists and links are ours, without our drawings.
"""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from .npm import brought

KEPT = {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "a", "dl", "dt", "dd", "table", "tr", "th", "td",
    "strong", "bdi",
}  # fmt: skip
PARTS = ("header", "main", "footer")

GOVUK = """<!DOCTYPE html>
<html lang="{lang}" dir="{direction}" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d70b8">
<link rel="icon" sizes="48x48" href="/assets/images/favicon.ico">
<link rel="icon" sizes="any" href="/assets/images/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="/assets/manifest.json">
<link rel="stylesheet" href="/govuk-frontend.min.css">
</head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Vai al contenuto</a>
<header class="govuk-template__header"><div class="govuk-header"><div class="govuk-width-container">{header}</div></div></header>
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">{main}</main></div>
<footer class="govuk-template__footer"><div class="govuk-footer"><div class="govuk-width-container">{footer}</div></div></footer>
<script type="module" src="/govuk-frontend.min.js"></script>
<script type="module">import { initAll } from '/govuk-frontend.min.js'; initAll()</script>
</body>
</html>
"""
ITALIA = """<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<title>{title}</title>
<link rel="stylesheet" href="/css/bootstrap-italia.min.css">
</head>
<body>
<header class="it-header-wrapper"><div class="it-header-slim-wrapper"><div class="container">{header}</div></div></header>
<main class="container"><svg class="icon" aria-hidden="true"><use href="/svg/sprites.svg#it-telephone"></use></svg>{main}</main>
<footer class="it-footer"><div class="it-footer-main"><div class="container">{footer}</div></div></footer>
<script src="/js/bootstrap-italia.bundle.min.js"></script>
<script>bootstrap.loadFonts('/fonts')</script>
</body>
</html>
"""


@dataclass(frozen=True)
class Peer:
    """A published design system.

    Attributes:
        name: the column of the table.
        package, sha512: what npm knows it by.
        folder: what of it is served, at the root.
        frame: a page, with holes for the words.
        classes: the class its documents give an element.
    """

    name: str
    package: str
    sha512: str
    folder: str
    frame: str
    classes: dict[str, str]


PEERS = (
    Peer(
        "GOV.UK Frontend 6.6.0",
        "govuk-frontend@6.6.0",
        "xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg==",
        "dist/govuk",
        GOVUK,
        {
            "h1": "govuk-heading-xl", "h2": "govuk-heading-l", "h3": "govuk-heading-m",
            "p": "govuk-body", "ul": "govuk-list govuk-list--bullet", "a": "govuk-link",
            "ol": "govuk-list govuk-list--number", "dl": "govuk-summary-list", "table": "govuk-table",
        },
    ),
    Peer(
        "Bootstrap Italia 2.18.3",
        "bootstrap-italia@2.18.3",
        "dz4kNtcAYJF4OsWABT9m3CAT3NH5y6OzGG+v/VUGH1LjumIUmlP3GaQ+aHgtv5Vw3B5dS0jbHZiHGSfdu+DffA==",
        "dist",
        ITALIA,
        {"p": "lead", "ul": "link-list", "a": "list-item", "table": "table"},
    ),
)  # fmt: skip


class _Words(HTMLParser):
    """Collects the words of a page's parts, in plain elements with the classes of a peer."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__()
        self.parts = dict.fromkeys(PARTS, "")
        self._classes = classes
        self._part = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a plain element; note where a part begins."""
        if tag in PARTS:
            self._part = tag
        if self._part and tag in KEPT:
            dress = {"class": self._classes.get(tag), "href": dict(attrs).get("href")}
            words = "".join(
                f' {key}="{html.escape(value)}"' for key, value in dress.items() if value
            )
            self.parts[self._part] += f"<{tag}{words}>"

    def handle_endtag(self, tag: str) -> None:
        """Close it; note where a part ends."""
        if self._part and tag in KEPT:
            self.parts[self._part] += f"</{tag}>"
        self._part = "" if tag in PARTS else self._part

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self._part:
            self.parts[self._part] += html.escape(data)


def write_peer(peer: Peer, ours: Path, addresses: tuple[str, ...], folder: Path) -> None:
    """Write into `folder` the peer's files and, in its frame, our pages at `addresses`."""
    shutil.copytree(brought(peer.package, peer.sha512) / peer.folder, folder)
    for address in addresses:
        page = folder / address.strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        source = (ours / address.strip("/") / "index.html").read_text("utf-8")
        page.write_text(dressed(source, peer), "utf-8")


def dressed(source: str, peer: Peer) -> str:
    """Return one of our pages in the peer's frame."""
    words = _Words(peer.classes)
    words.feed(source)
    holes = {
        "lang": _first(r'<html lang="([^"]+)"', source),
        "direction": _first(r'<html[^>]* dir="([^"]+)"', source),
        "title": _first(r"<title>([^<]+)", source),
        **words.parts,
    }
    return re.sub(r"\{(\w+)\}", lambda hole: holes[hole[1]], peer.frame)


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""
