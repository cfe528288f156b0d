# SPDX-License-Identifier: AGPL-3.0-or-later
"""The site kept warm for `make serve`: one page is shown at once, the whole site is built behind.

Pelican is run once up to where it would write. After a save only the file that changed is read
again, and only the pages somebody looks at are rendered, from the very objects and templates a
build uses: a test holds their bytes to those of the whole build.
"""

from __future__ import annotations

import io
import logging
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import Any

import pelican.log
from pelican import Pelican, signals
from pelican.contents import Article
from pelican.settings import read_settings

from plugins.checks import contacts, headers, links, markup, numbers, text, web_links
from plugins.content import Content
from plugins.fingerprint import version_of
from plugins.languages import ITALIAN
from plugins.page_language import finish_page, in_order
from plugins.problem import Problem, errors
from plugins.reader import metadata
from plugins.source import Source, read_source
from plugins.theme_functions import titles
from plugins.translation_state import judge

# What looks at one file at a time; the build behind runs everything.
QUICK = tuple(
    found
    for module in (headers, markup, text, links, web_links, contacts, numbers)
    for found in module.CHECKS
)


class _Ready(Exception):
    """Raised where Pelican would begin to write."""


class _Reading(Pelican):
    """Pelican up to where it would write."""

    def _get_writer(self) -> None:
        raise _Ready


class Preview:
    """Every page of the site, ready to be rendered.

    Attributes:
        content: what staff wrote, as last read.
        settings: of pelicanconf.py.
    """

    def __init__(self, root: Path, content: Content) -> None:
        self.root, self.content = root, content
        self.settings = read_settings(str(root / "pelicanconf.py"))
        self._articles, self._pages = _generators(self.settings, self.content)[:2]

    def change(self, path: str) -> list[Problem]:
        """Read the file at `path` again; return its errors, and keep the old words if there are any."""
        source, problems = read_source(self.root, path)
        if source is None or errors(problems):
            return problems
        changed = _with(self.content, source)
        narrow = replace(changed)
        narrow.__dict__["sources"] = [source]  # a check looks at this file only
        found = [p for check in QUICK for p in check(narrow) if p.path == path]
        if not errors([*problems, *found]):
            self.content = changed
        return [*problems, *found]

    def address_of(self, path: str) -> str:
        """Return the address of the page written in `path`, "" when it has none."""
        pages = (page for page in self.pages if _path(page) == path)
        return next((page.address for page in pages), "")

    def path_of(self, address: str) -> str:
        """Return the file that the page at `address` is written in, "" when it is made by us."""
        pages = (page for page in self.pages if page.address == address)
        return next((_path(page) for page in pages), "")

    def render(self, address: str) -> str | None:
        """Return the HTML of the page at `address` as the content is now, None when it is unknown."""
        page = next((page for page in self.pages if page.address == address), None)
        if page is None:
            return None
        news = isinstance(page, Article)
        generator = self._articles if news else self._pages
        context = generator.context
        context["CONTENT"] = self.settings["CONTENT"] = self.content
        context["TITLES"] = titles(self.content, context["TERMS"])
        self._refresh(page)
        context["IN_ORDER"] = in_order(self.content, self._pages.pages)
        write = (
            signals.article_generator_write_article if news else signals.page_generator_write_page
        )
        write.send(generator, content=page)
        variables = {**context, "page": page, "output_file": page.save_as}
        return generator.get_template(page.template).render(variables)

    @property
    def pages(self) -> list[Any]:
        """Every page and news item, those we make ourselves included."""
        return [*self._pages.pages, *self._articles.articles]

    def _refresh(self, page: Any) -> None:
        """Give a page, and the Italian one beside it, what the content says now."""
        story = [other for other in self.pages if _story(other) == _story(page)]
        for one in story:
            if (one is page or one.language == ITALIAN) and self._read(one):
                finish_page(one, story, self._pages.context)

    def _read(self, page: Any) -> bool:
        """Give a page its words anew; False where no file stands behind it."""
        if hasattr(page, "source"):
            place = page.source.place
            files = self.content.news if place.kind == "news" else self.content.pages
            values = metadata(self.content, files[place.id, place.language.tag])
            page.source, page.title = values["source"], values["title"]
            page.template = values["template"]
            judge(page, self.content)
        elif hasattr(page, "italian_source"):
            page.italian_source = self.content.pages[page.id, ITALIAN.tag]
            page.title = page.italian_source.fields["title"]
        else:
            return False
        return True


def _generators(settings: dict[str, Any], content: Content) -> list[Any]:
    """Let Pelican read everything and write nothing; return its generators."""
    settings |= {"CONTENT": content, "DELETE_OUTPUT_DIRECTORY": False}
    pelican.log.init(level=logging.WARNING, fatal="warnings")
    kept: list[Any] = []

    def keep(generators: list[Any]) -> None:
        kept.extend(generators)

    signals.all_generators_finalized.connect(keep)
    try:
        with redirect_stdout(io.StringIO()):
            _Reading(settings).run()
    except _Ready:
        return kept
    finally:
        signals.all_generators_finalized.disconnect(keep)
    raise RuntimeError("Pelican ended without asking for its writer")


def _with(content: Content, source: Source) -> Content:
    """Return the content with one file read anew."""
    names = {"page": "pages", "contact": "contact_files", "news": "news"}
    name, place = names[source.place.kind], source.place
    new: dict[str, Any] = {
        name: {**getattr(content, name), (place.id, place.language.tag): source},
        "paths": content.paths | {source.path},
    }
    changed = replace(content, **new)
    if place.kind == "page":  # what costs much and cannot have changed is kept
        versions = {**content.versions}
        if place.original:
            versions[place.id] = version_of(source)
        changed.__dict__.update(
            contacts=content.contacts, versions=versions, pictures=content.pictures
        )
    return changed


def _path(page: Any) -> str:
    return page.source.path if hasattr(page, "source") else ""


def _story(page: Any) -> tuple[bool, str]:
    return isinstance(page, Article), page.id
