# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pictures that a file names: in its front matter or in its text, with the words beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from .pictures import FOLDER as IMAGES
from .pictures import image_path
from .source import Source


@dataclass(frozen=True)
class Shown:
    """A picture as a file names it.

    Attributes:
        written: the name as written; path: the file of content/images it means, "" for none.
        words: what is said to whoever does not see it; form: how to write them.
        line: where it is named, from 1.
    """

    written: str
    path: str
    words: str
    form: str
    line: int


def shown_pictures(source: Source) -> Iterator[Shown]:
    """Yield every picture of a file, the one of its front matter first."""
    written = source.fields.get("image")
    if written:
        words = source.fields.get("image_alt", "")
        form = 'image_alt: "Che cosa si vede"'
        yield Shown(written, image_path(written), words, form, source.lines["image"])
    for address, words in source.body.images:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), address))
        inside = path if path.startswith(f"{IMAGES}/") else ""
        form = f"![Che cosa si vede]({address})"
        yield Shown(address, inside, words, form, source.line_of(address))
