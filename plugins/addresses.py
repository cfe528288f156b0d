# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each page lives on the site, and the way from one to another (design.md §3.2).

An address starts and ends with a slash ("/", "/aiuto/", "/en/news/2024-x/") or names a file
("/en/404.html"); the site may live under a sub-path, so links between pages are relative.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from .languages import ITALIAN, Language

HOME, NOT_FOUND, NEWS = "index", "404", "news"


def home(language: Language) -> str:
    """Return the address of a language's front page: Italian lives at the root."""
    return "/" if language == ITALIAN else f"/{language.folder}/"


def page_address(page_id: str, language: Language) -> str:
    """Return the address of page `page_id` ("index" is the front page, "404" a file)."""
    if page_id == HOME:
        return home(language)
    if page_id == NOT_FOUND:
        return f"{home(language)}404.html"
    return f"{home(language)}{page_id}/"


def news_address(slug: str, language: Language) -> str:
    """Return the address of a news item; the empty slug is the list."""
    return f"{home(language)}{NEWS}/" + (f"{slug}/" if slug else "")


def feed_address(language: Language) -> str:
    """Return the address of a language's Atom feed."""
    return f"{news_address('', language)}feed.xml"


def file_of(address: str) -> str:
    """Return the file, relative to the output folder, that answers at `address`."""
    path = address.lstrip("/")
    return f"{path}index.html" if address.endswith("/") else path


def way(start: str, end: str) -> str:
    """Return the relative link from address `start` to address `end` (never empty)."""
    here, there = start.split("/")[1:-1], end.split("/")[1:]
    shared = len(posixpath.commonprefix([here, there[:-1]]))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def site_path(site_url: str) -> str:
    """Return the path under which the site lives, without its last slash ("" or "/alia")."""
    return urlsplit(site_url).path.rstrip("/")
