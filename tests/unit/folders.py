# SPDX-License-Identifier: AGPL-3.0-or-later
"""Content folders and built sites small enough to be read inside a test.

A test says only what matters to it: `page("Testo")` is a whole, faultless Italian page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.content import Content, read_content
from plugins.output import Output, read_output
from plugins.problem import Check

PROVA = "content/pages/it/prova.md"
BODY = 8  # the line on which the body of page(), without further keys, starts
SITE_URL = "https://ali.example.org/crema"

_PAGE = {
    "title": "Una pagina di prova",
    "description": "Una frase che riassume la pagina e che ha abbastanza parole.",
    "checked_on": "2026-11-22",
    "order": "1",
}
_TRANSLATION = {
    "title": "A test page",
    "description": "One sentence that sums the page up.",
    "translated_from": "0000-0000",
    "translated_on": "2026-11-22",
}
_CONTACT = {
    "title": "Uno sportello",
    "kind": "office",
    "status": "confirmed",
    "checked_on": "2026-11-22",
    "source": "https://example.org/fonte",
}
_NEWS = {
    "title": "Una notizia di prova",
    "description": "Una frase che riassume la notizia e che ha abbastanza parole.",
    "date": "2026-11-22",
    "sources": '"[Giornale](https://example.org/) (22 novembre 2026)"',
}


def written(keys: Mapping[str, str | None], body: str = "") -> str:
    """Return a file with these keys, as they are written; those that are None are left out."""
    head = "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)
    return f"---\n{head}---\n\n{body}\n"


def page(body: str = "Testo breve.", **keys: str | None) -> str:
    """Return an Italian page."""
    return written({**_PAGE, **keys}, body)


def translation(body: str = "Short text.", **keys: str | None) -> str:
    """Return a page in another language."""
    return written({**_TRANSLATION, **keys}, body)


def contact(body: str = "Chiama.", **keys: str | None) -> str:
    """Return an Italian contact."""
    return written({**_CONTACT, **keys}, body)


def news(body: str = "Testo breve.", **keys: str | None) -> str:
    """Return a news item."""
    return written({**_NEWS, **keys}, body)


HELPLINE = contact(kind="helpline", phone='"800 290 290"', dial='"800290290"', essential="yes")
EMERGENCY = contact(kind="emergency", phone='"112"', dial='"112"', essential="yes")
WRITTEN_TO = contact(kind="referral", email="aiuto@example.org")
CONTACTS = {
    "content/contacts/it/112.md": EMERGENCY,
    "content/contacts/it/antitratta.md": HELPLINE,
    "content/contacts/it/lule.md": WRITTEN_TO,
}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files under `root`; return it."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def content_of(root: Path, files: Mapping[str, str | bytes]) -> Content:
    """Return the content folder made of these files."""
    return read_content(write(root, files))


def prova(root: Path, text: str | bytes) -> Content:
    """Return a content folder with one page, prova.md, beside three contacts."""
    return content_of(root, {**CONTACTS, PROVA: text})


def output_of(
    root: Path, pages: Mapping[str, str | bytes], files: Mapping[str, str] | None = None
) -> Output:
    """Return a built site made of these pages, from the content `files`."""
    content = content_of(root, files or {})
    return read_output(write(root / "output", pages), SITE_URL, content)


def lines_of(check: Check, subject: object) -> list[int]:
    """Return the line of every problem that `check` finds."""
    return [problem.line for problem in check(subject)]


def places_of(check: Check, subject: object) -> list[str]:
    """Return the path and line of every problem that `check` finds."""
    return [f"{problem.path}:{problem.line}" for problem in check(subject)]
