# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gives each page its alternates, its links and its contacts: one run, all languages.

Leaves on each page: `plain_title`, `title` (marked), `description`, `canonical`, `noindex`,
`unlisted`, `alternates`, `x_default`, `menu`, `exit_url`, `sensitive`, `checked_on`, `audio`, `date`, `entries`,
`picture`, `italian`; while it is written also `intro`, `sections`, `act`, `sources`. Leaves in the templates,
just before each page is written: `page`, `pages_in_order`, `italian_page`, `structured_data`; in the context: ALL_PAGES, IN_ORDER.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article

from .alternates import alternates, exit_of, menu
from .audio import current_recording
from .body import read_inline
from .content import Content
from .fingerprint import TOP
from .freshness import OLD, WITHDRAWN
from .languages import ITALIAN, LANGUAGES
from .page_parts import Spoken, contact_points, placer, sections_of
from .page_text import Writer
from .pictures import image_path
from .source import Source
from .theme_functions import italian_writer, link_from, way_from, writer_for

MOST_AT_FOOT = 20  # links to pages at a page's foot; the site map has them all
WITHOUT_VOICE = (OLD, WITHDRAWN)  # the Italian has moved on: no voice for what may be wrong
NOT_INDEXED = ("redirect", "missing")
UNLISTED = (*NOT_INDEXED, "not_found")  # whose 404 says enough to a search engine


def finish_pages(generators: list[Any]) -> None:
    """Give every page what a template needs, now that all pages are known."""
    articles, pages = generators[0], generators[1]
    order = {language.tag: place for place, language in enumerate(LANGUAGES)}
    for items in (articles.articles, pages.pages):
        items.sort(key=lambda page: (page.id, order[page.lang]))
    everything = [*pages.pages, *articles.articles]
    stories: dict[tuple[bool, str], list[Any]] = {}
    for page in everything:
        stories.setdefault(_story(page), []).append(page)
    for page in everything:
        finish_page(page, stories[_story(page)], pages.context)
    pages.context["ALL_PAGES"] = everything
    pages.context["IN_ORDER"] = in_order(pages.context["CONTENT"], pages.pages)


def finish_page(page: Any, versions: list[Any], context: Any) -> None:
    """Give one page its place and its names; `versions` are the page in all languages."""
    _set_place(page, versions, context)
    _set_names(page, context)
    page.italian = next((one for one in versions if one.language == ITALIAN), page)


def _story(page: Any) -> tuple[bool, str]:
    """Return what a page shares with its translations: news and pages never mix."""
    return isinstance(page, Article), page.id


def _set_place(page: Any, versions: list[Any], context: Any) -> None:
    site_url = context["SITEURL"]

    def way_to(address: str) -> str:
        return way_from(page, address, site_url)

    real = {other.lang: other.address for other in versions if other.template != "missing"}
    everywhere = alternates(
        {other.lang: other.address for other in versions}, page.language, site_url, way_to
    )
    page.existing = tuple(other for other in everywhere if other.language.tag in real)
    page.menu = menu(everywhere, context["CONTENT"].languages, site_url, way_to)
    page.noindex = page.template in NOT_INDEXED
    page.unlisted = page.template in UNLISTED
    page.alternates = () if page.unlisted else page.existing
    page.x_default = "" if page.unlisted else site_url + real.get(ITALIAN.tag, page.address)
    page.canonical = site_url + (real[ITALIAN.tag] if page.template == "missing" else page.address)
    page.exit_url = exit_of(page.id, page.language)
    page.audio = _recording(page, context["CONTENT"], way_to)


def _recording(page: Any, content: Content, way_to: Any) -> dict[str, Any] | None:
    """Return what the player of a page needs, None without a recording of today's text."""
    written = getattr(page, "source", None) and page.source.place.kind == "page"
    found = current_recording(content, page.source) if written else None
    if not found or page.state.name in WITHOUT_VOICE:
        return None
    return {"href": way_to(found.address), "kilobytes": found.kilobytes}


def _set_names(page: Any, context: Any) -> None:
    source = getattr(page, "source", None)
    text, facts = _sources_of(page, context)
    _set_facts(page, facts.fields if facts else {}, source.fields if source else {})
    writer = _writer_of(page, text, context)
    page.entries = tuple(
        replace(entry, title=writer.plain(entry.title), description=writer.plain(entry.description))
        for entry in page.entries
    )
    page.plain_title = page.title
    page.title = writer.plain(page.plain_title)
    words = source.fields if source else {}
    named = image_path(words["image"]) if "image" in words else ""
    page.picture = writer.picture(named, words.get("image_alt", ""))


def _set_text(page: Any, generator: Any) -> None:
    context, italian = generator.context, hasattr(page, "italian_source")
    text, facts = _sources_of(page, context)
    writer = _writer_of(page, text, context)
    place = placer(generator.env, context, Spoken(page, ITALIAN) if italian else page)
    page.intro = place(TOP, writer.finish(text.body.intro), 2) if text else Markup("")
    sources = italian_writer(context, page, facts.path if facts else "")
    in_italian = placer(generator.env, context, Spoken(page, ITALIAN))
    page.sections = (
        sections_of(context["CONTENT"], text, (writer, place), (sources, in_italian))
        if text
        else []
    )
    words = page.source.fields if hasattr(page, "source") else {}
    page.act = place("", writer.finish(read_inline(words.get("act", "")).html), 2)
    written = facts.fields.get("sources", ()) if facts else ()
    page.sources = [Markup(sources.finish(read_inline(line).html)) for line in written]


def _sources_of(page: Any, context: Any) -> tuple[Source | None, Source | None]:
    """Return the file whose text a page shows, and the file of its facts."""
    text = getattr(page, "italian_source", None) or getattr(page, "source", None)
    return text, (context["CONTENT"].original(text) or text) if text else None


def _writer_of(page: Any, text: Source | None, context: Any) -> Writer:
    make = italian_writer if hasattr(page, "italian_source") else writer_for
    return make(context, page, text.path if text else "content/pages/it/index.md")


def _set_facts(page: Any, facts: dict[str, Any], words: dict[str, Any]) -> None:
    page.description = words.get("description", getattr(page, "description", ""))
    page.sensitive = facts.get("sensitive", False)
    page.checked_on = facts.get("checked_on")
    page.legally_reviewed = "reviewed_by" in facts
    page.translated_on = words.get("translated_on")
    page.date = words.get("date")
    page.entries = getattr(page, "entries", ())


def speak_for(generator: Any, content: Any) -> None:
    """Put the page about to be written, article or page, where templates look for it."""
    context = generator.context
    _forget_text(context)
    context["page"] = content
    _set_text(content, generator)
    ids = context["IN_ORDER"][content.lang]
    shown = ids if content.template == "site_map" else ids[:MOST_AT_FOOT]
    context["pages_in_order"] = [link_from(context, content, page_id) for page_id in shown]
    context["italian_page"] = content.italian
    if content.template == "show":  # the card to be shown has the Italian words too
        _set_text(content.italian, generator)
    context["structured_data"] = contact_points(context, content)


def in_order(content: Content, pages: list[Any]) -> dict[str, list[str]]:
    """Return the ids of the pages that each language really has, by their `order`."""
    real = [page for page in pages if hasattr(page, "source")]
    real.sort(key=lambda page: (content.facts(page.source, "order"), page.id))
    return {
        language.tag: [page.id for page in real if page.language == language]
        for language in content.languages
    }


def fall_silent(generator: Any, writer: Any) -> None:
    """Forget the last page: from here on nobody may speak without one."""
    del writer
    _forget_text(generator.context)


def _forget_text(context: Any) -> None:
    """Let go of what only the last page's own template needed: sites may have thousands."""
    page = context.pop("page", None)
    if page:
        del page.intro, page.sections, page.act, page.sources


def register() -> None:
    """Connect to `all_generators_finalized`, then before each page and after the last."""
    signals.all_generators_finalized.connect(finish_pages)
    signals.page_generator_write_page.connect(speak_for)
    signals.article_generator_write_article.connect(speak_for)
    signals.page_writer_finalized.connect(fall_silent)
    signals.article_writer_finalized.connect(fall_silent)
