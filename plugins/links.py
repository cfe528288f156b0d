# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a link written in a page means: a page or a news item of ours, a place outside, or neither.

Authors link to the file beside theirs, `[testo](diritti.md#permesso)`; the language of that
file does not matter, the link follows the reader's.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .file_names import KIND_OF_FOLDER

PAGE, NEWS, EXTERNAL, UNKNOWN = "page", "news", "external", "unknown"


@dataclass(frozen=True)
class Target:
    """Where a link leads.

    Attributes:
        kind: PAGE, NEWS, EXTERNAL or UNKNOWN.
        id: the page's id or the news item's slug ("" is the news list).
        fragment: the section, without its #.
    """

    kind: str
    id: str = ""
    fragment: str = ""


def target_of(href: str, path: str) -> Target:
    """Return where `href`, written in the file at `path`, leads."""
    try:
        parts = urlsplit(href)
    except ValueError:  # a bracket that opens no IPv6 address
        return Target(UNKNOWN)
    if parts.scheme or parts.netloc:
        web = parts.scheme in ("http", "https") and parts.netloc
        return Target(EXTERNAL if web else UNKNOWN)
    fragment = unquote(parts.fragment)
    written = posixpath.join(posixpath.dirname(path), unquote(parts.path))
    file = posixpath.normpath(written if parts.path else path)
    folders = file.split("/")
    if len(folders) < 3 or folders[0] != "content" or folders[1] not in KIND_OF_FOLDER:
        return Target(UNKNOWN)
    kind = KIND_OF_FOLDER[folders[1]]
    if kind == NEWS and len(folders) == 3:
        return Target(NEWS, "", fragment)
    if kind in (PAGE, NEWS) and len(folders) == 4 and folders[3].endswith(".md"):
        return Target(kind, folders[3][:-3], fragment)
    return Target(UNKNOWN)
