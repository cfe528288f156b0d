# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page answers in every language, with the state of its translation (design.md §5, R25).

Where a language has no translation there is an honest page instead. Leaves on each page: `state` (a `State`); on the pages it adds: `italian_source` (a `Source`).
Runs before `page_language`.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Page

from .addresses import page_address
from .content import Content
from .freshness import MISSING, ORIGINAL, UNREVIEWED, State, state_of
from .languages import ITALIAN, Language
from .reader import page_metadata

HIDE = "hide"


def judge_pages(generators: list[Any]) -> None:
    """Keep the pages readers may see, each with its state; add one where a language has none."""
    articles, pages = generators[0], generators[1]
    content: Content = pages.context["CONTENT"]
    hide = pages.context["UNREVIEWED"] == HIDE
    kept = []
    for page in [*pages.pages, *articles.articles]:
        judge(page, content)
        hidden = page.state.name == UNREVIEWED and hide
        if not hidden and page.language in content.languages:
            kept.append(page)
    pages.pages = [page for page in kept if isinstance(page, Page)]
    articles.articles = [item for item in kept if not isinstance(item, Page)]
    shown = {(page.id, page.lang) for page in pages.pages}
    for page_id, tag in sorted(content.pages):
        if tag == ITALIAN.tag:
            pages.pages += [
                _missing(pages, content.pages[page_id, tag], language)
                for language in content.languages
                if (page_id, language.tag) not in shown
            ]


def judge(page: Any, content: Content) -> None:
    """Give a page its state; what no page file stands behind is its own original."""
    written = getattr(page, "source", None) and page.source.place.kind == "page"
    page.state = state_of(content, page.id, page.language) if written else State(ORIGINAL, {})


def _missing(generator: Any, italian: Any, language: Language) -> Page:
    """Return the page that answers in `language` where the Italian page has no translation."""
    page_id = italian.place.id
    address = page_address(page_id, language)
    values = page_metadata(page_id, language, italian.fields["title"], address)
    values |= {"template": "missing", "description": italian.fields["description"]}
    page = Page("", values, generator.settings, context=generator.context)
    page.italian_source, page.state = italian, State(MISSING, {})
    return page


def register() -> None:
    """Connect to `all_generators_finalized`."""
    signals.all_generators_finalized.connect(judge_pages)
