# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gives each page its alternates, its links and its contacts: one run, all languages.

Leaves on each page: `plain_title`, `title` (marked), `description`, `canonical`, `noindex`,
`alternates`, `x_default`, `menu`, `exit_url`, `sensitive`, `intro`, `sections`, `act`, `sources`,
`checked_on`, `date`, `entries`. Leaves in the templates, just before each page is written: `page`,
`pages_in_order`, `italian_page`, `structured_data`; in the context: ALL_PAGES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article

from .alternates import alternates, exit_of, menu
from .body import place_macros, read_inline
from .contact_view import structured_data
from .content import Content
from .languages import ITALIAN, LANGUAGES
from .page_text import Writer
from .theme_functions import Link, contact, link_from, way_from, writer_for

NOT_INDEXED = ("not_found", "redirect")


@dataclass(frozen=True)
class Section:
    """One `##` of a page: its fixed id, its heading, the HTML below it."""

    id: str
    title: Markup
    html: Markup


Place = Callable[[str, int], Markup]


def finish_pages(generators: list[Any]) -> None:
    """Give every page what a template needs, now that all pages are known."""
    articles, pages = generators[0], generators[1]
    order = {language.tag: place for place, language in enumerate(LANGUAGES)}
    for items in (articles.articles, pages.pages):
        items.sort(key=lambda page: (page.id, order[page.lang]))
    everything = [*pages.pages, *articles.articles]
    addresses: dict[tuple[bool, str], dict[str, str]] = {}
    for page in everything:
        addresses.setdefault(_story(page), {})[page.lang] = page.address
    for page in everything:
        _set_place(page, addresses[_story(page)], pages.context["SITEURL"])
        _set_words(page, pages)
    pages.context["ALL_PAGES"] = everything


def _story(page: Any) -> tuple[bool, str]:
    """Return what a page shares with its translations: news and pages never mix."""
    return isinstance(page, Article), page.id


def _set_place(page: Any, addresses: dict[str, str], site_url: str) -> None:
    def way_to(address: str) -> str:
        return way_from(page, address, site_url)

    page.noindex = page.template in NOT_INDEXED
    page.canonical = site_url + page.address
    existing = alternates(addresses, page.language, site_url, way_to)
    page.menu = menu(existing, site_url, way_to)
    page.alternates = () if page.noindex else existing
    page.x_default = "" if page.noindex else site_url + addresses[ITALIAN.tag]
    page.exit_url = exit_of(page.id, page.language)


def _set_words(page: Any, generator: Any) -> None:
    context = generator.context
    source = getattr(page, "source", None)
    facts = (context["CONTENT"].original(source) or source) if source else None
    _set_facts(page, facts.fields if facts else {}, source.fields if source else {})
    writer = writer_for(context, page, source.path if source else "content/pages/it/index.md")
    page.plain_title = page.title
    page.title = writer.plain(page.plain_title)
    place = _placer(generator.env, context, page)
    page.intro = place(writer.finish(source.body.intro), 2) if source else Markup("")
    page.sections = _sections(source, facts, writer, place) if source else []
    page.act = place(writer.finish(read_inline(page.act).html), 2)
    page.sources = [_italian(text, context, page, facts.path) for text in page.sources]


def _set_facts(page: Any, facts: dict[str, Any], words: dict[str, Any]) -> None:
    page.description = words.get("description", getattr(page, "description", ""))
    page.sensitive = facts.get("sensitive", False)
    page.checked_on = facts.get("checked_on")
    page.act = words.get("act", "")
    page.sources = facts.get("sources", ())
    page.date = words.get("date")
    page.entries = getattr(page, "entries", ())


def _italian(text: str, context: Any, page: Any, path: str) -> Markup:
    """Return a source's HTML: Italian words, whatever the page's language."""
    writer = Writer(
        context["CONTENT"], ITALIAN, page.address, path, None, context["FOREIGN_HOSTS"],
        lambda tag: f"in {ITALIAN.name_of(tag)}",
    )  # fmt: skip
    return Markup(writer.finish(read_inline(text).html))


def _sections(source: Any, facts: Any, writer: Writer, place: Place) -> list[Section]:
    ids = facts.fields.get("sections", ())
    return [
        Section(name, Markup(writer.mark(title)), place(writer.finish(text), 3))
        for name, (title, text) in zip(ids, source.body.sections, strict=True)
    ]


def _placer(env: Any, context: Any, page: Any) -> Place:
    """Return a function that puts contacts into a piece of HTML, cards at a heading level."""
    variables = {**context, "page": page}

    def place(html: str, level: int) -> Markup:
        if "\ue000" not in html:
            return Markup(html)
        macros = env.get_template("macros/contact.html").make_module(variables)

        def card(contact_id: str) -> str:
            found = contact(variables, contact_id)
            return str(macros.card(found, level)) if found else ""

        def inline(name: str, contact_id: str) -> str:
            return str(getattr(macros, name)(contact(variables, contact_id)))

        return Markup(place_macros(html, card, inline))

    return place


def speak_for(generator: Any, content: Any) -> None:
    """Put the page about to be written, article or page, where templates look for it."""
    context = generator.context
    context["page"] = content
    context["pages_in_order"] = in_order(context, content)
    context["italian_page"] = _italian_page(context, content)
    context["structured_data"] = _contact_points(context, content)


def in_order(context: Any, page: Any) -> list[Link]:
    """Return links to all pages that exist in the page's language, by their `order`."""
    content: Content = context["CONTENT"]
    written = [source for key, source in content.pages.items() if key[1] == page.lang]
    ordered = sorted(written, key=lambda item: (content.facts(item, "order"), item.place.id))
    return [link_from(context, page, source.place.id) for source in ordered]


def _italian_page(context: Any, page: Any) -> Any:
    """Return the Italian page of the same story, the page itself where there is none."""
    same = (other for other in context["ALL_PAGES"] if _story(other) == _story(page))
    return next((other for other in same if other.language == ITALIAN), page)


def _contact_points(context: Any, page: Any) -> Markup:
    """Return the JSON-LD of the contacts whose cards the help page shows, "" elsewhere."""
    if page.template != "help":
        return Markup("")
    content: Content = context["CONTENT"]
    named = [content.contacts[macro.id] for macro in page.source.body.macros if macro.alone]
    shown = [found for found in named if not found.hidden(context["TODAY"])]
    owner = context["MUNICIPALITY"]
    return structured_data(shown, page.language, owner["name"], owner["url"])


def fall_silent(generator: Any, writer: Any) -> None:
    """Forget the last page: from here on nobody may speak without one."""
    del writer
    generator.context.pop("page", None)


def register() -> None:
    """Connect to `all_generators_finalized`, then before each page and after the last."""
    signals.all_generators_finalized.connect(finish_pages)
    signals.page_generator_write_page.connect(speak_for)
    signals.article_generator_write_article.connect(speak_for)
    signals.page_writer_finalized.connect(fall_silent)
    signals.article_writer_finalized.connect(fall_silent)
