# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the pictures of the news, made small: the originals are never published.

Runs when the news are written, and looks at nothing but the content.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from .pictures import Picture


def write_pictures(generator: Any, writer: Any) -> None:
    """Write every picture that some news item shows into images/."""
    folder = Path(writer.output_path) / "images"
    for picture in generator.context["CONTENT"].pictures.values():
        if isinstance(picture, Picture):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / picture.name).write_bytes(picture.data)


def register() -> None:
    """Connect to `article_writer_finalized`."""
    signals.article_writer_finalized.connect(write_pictures)
