# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican reads our files through our own reader (design.md §3, step 2).

Leaves in `pelican.settings`: CONTENT (a `Content`), unless the build has put it there already, and
as PAGE_PATHS and ARTICLE_PATHS the files in it: a file that comes meanwhile waits for the next reading.
Leaves on each page and article: `source` (a `Source`), `id`, `language`.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.readers import BaseReader, MarkdownReader

from .addresses import file_of, news_address, page_address
from .checks import check_sources
from .clock import TIMEZONE
from .content import FOLDER, Content, read_content
from .languages import Language
from .problem import errors, report
from .source import Source


class SourceReader(MarkdownReader):
    """Gives Pelican the files that `Content` has already read and judged."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body's HTML and the metadata of the file at `source_path`."""
        content: Content = self.settings["CONTENT"]
        path = Path(source_path).resolve().relative_to(content.root).as_posix()
        source = content.by_path[path]
        return source.body.html, metadata(content, source)


def metadata(content: Content, source: Source) -> dict[str, Any]:
    """Return what Pelican must know of a page or a news item."""
    place = source.place
    news = place.kind == "news"
    address = (news_address if news else page_address)(place.id, place.language)
    values = page_metadata(place.id, place.language, source.fields["title"], address)
    values["source"] = source
    if news:
        day = source.fields["date"]
        values["date"] = datetime.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(TIMEZONE))
        return {**values, "template": "news"}
    return {**values, "template": content.facts(source, "template", "page")}


def page_metadata(page_id: str, language: Language, title: str, address: str) -> dict[str, Any]:
    """Return the metadata that every page has, whether a file stands behind it or not."""
    return {
        "id": page_id, "language": language, "lang": language.tag, "title": title,
        "slug": page_id, "address": address, "url": address.lstrip("/"),
        "save_as": file_of(address), "status": "published",
    }  # fmt: skip


def read_everything(pelican: Any) -> None:
    """Give Pelican the files that were read, and no other."""
    settings = pelican.settings
    if "CONTENT" not in settings:
        settings["CONTENT"] = checked(Path(settings["PATH"]).resolve().parent)
    content: Content = settings["CONTENT"]
    for name, files in (("PAGE_PATHS", content.pages), ("ARTICLE_PATHS", content.news)):
        settings[name] = sorted(s.path.removeprefix(f"{FOLDER}/") for s in files.values())


def checked(root: Path) -> Content:
    """Read and check the content folder, when the build has not done it (a bare `pelican`)."""
    content = read_content(root)
    problems = check_sources(content)
    if errors(problems):
        raise SystemExit(report(problems, "Il sito non è stato costruito."))
    return content


def use_our_reader(readers: Any) -> None:
    """Let nothing but our reader read a text; pictures are copied as they are."""
    readers.reader_classes = {"md": SourceReader, "static": BaseReader}


def register() -> None:
    """Connect to `initialized`, then `readers_init`."""
    signals.initialized.connect(read_everything)
    signals.readers_init.connect(use_our_reader)
