# SPDX-License-Identifier: AGPL-3.0-or-later
"""What templates may ask for: words, links, contacts, dates, always those of the page at hand.

A template without a page gets an error, never another language's words. Leaves in every
template: gettext, `link`, `news_link`, `contact`, the filter `long_date`.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from jinja2 import pass_context
from markupsafe import Markup
from pelican import signals

from .addresses import NOT_FOUND, news_address, page_address, site_path, way
from .contact_view import ContactView, contact_view
from .content import Content
from .languages import ITALIAN, Language
from .page_text import Writer, plain, read_terms
from .words import N_, Words


@dataclass(frozen=True)
class Link:
    """A link to one of our pages.

    Attributes:
        language: of the title; Italian where the reader's language has no such page yet.
        same_language: whether that is the reader's.
    """

    href: str
    title: str | Markup
    language: Language
    same_language: bool


def page_of(context: Any) -> Any:
    """Return the page being written.

    Raises:
        LookupError: a template asked for words, links or contacts without a page.
    """
    page = context.get("page")
    if page is None:
        raise LookupError("a template asked for its page and there is none")
    return page


@pass_context
def translate(context: Any, message: str) -> str:
    """Gettext for templates: `message` in the page's language."""
    return context["WORDS"].translate(message, page_of(context).lang)


@pass_context
def translate_plural(context: Any, one: str, many: str, number: int) -> str:
    """Ngettext is not used: plurals are avoided, so that seventeen languages stay simple."""
    del context, number
    raise NotImplementedError(f"write «{one}» / «{many}» without a plural")


@pass_context
def long_date(context: Any, day: datetime.date) -> str:
    """Return a date in words, in the page's language."""
    return format_date(day, "long", locale=page_of(context).language.spelling)


def way_from(page: Any, address: str, site_url: str) -> str:
    """Return the way to `address`: relative, but for a 404, which is shown at any address."""
    if page.id == NOT_FOUND:
        return site_path(site_url) + address
    return way(page.address, address)


def link_from(context: Any, page: Any, page_id: str) -> Link:
    """Return a link from `page` to page `page_id`; its title is Italian where that page is."""
    content: Content = context["CONTENT"]
    language = page.language if content.has_page(page_id, page.language) else ITALIAN
    title = context["TITLES"][page_id, language.tag]
    href = way_from(page, page_address(page_id, page.language), context["SITEURL"])
    return Link(href, title, language, language == page.language)


@pass_context
def link(context: Any, page_id: str) -> Link:
    """Return a link from the page at hand to page `page_id`."""
    return link_from(context, page_of(context), page_id)


@pass_context
def news_link(context: Any) -> Link:
    """Return a link to the list of news, in the reader's language or else in Italian."""
    page = page_of(context)
    written = {tag for _, tag in context["CONTENT"].news}
    language = page.language if page.lang in written else ITALIAN
    href = way_from(page, news_address("", language), context["SITEURL"])
    title = context["WORDS"].translate(N_("Notizie"), page.lang)
    return Link(href, title, language, language == page.language)


@pass_context
def italian_link(context: Any) -> Link:
    """Return a link to the Italian original of the page at hand."""
    page = page_of(context)
    title = context["CONTENT"].pages[page.id, ITALIAN.tag].fields["title"]
    href = way_from(page, page_address(page.id, ITALIAN), context["SITEURL"])
    return Link(href, title, ITALIAN, page.language == ITALIAN)


@pass_context
def contact(context: Any, contact_id: str) -> ContactView | None:
    """Return a contact as the page at hand shows it, None when it is hidden."""
    page, found = page_of(context), context["CONTENT"].contacts.get(contact_id)
    if not found or (found.hidden(context["TODAY"]) and not context["PREVIEW"]):
        return None
    source = found.words(page.language)
    writer = writer_for(context, page, source.path)
    words = writer.plain(source.fields["title"]), Markup(writer.finish(source.body.html))
    others = translate(context, N_("altre lingue"))
    return contact_view(found, page.language, context["TODAY"], others, words)


def writer_for(context: Any, page: Any, path: str) -> Writer:
    """Return the writer that finishes a text shown on `page` and written in the file at `path`."""
    words: Words = context["WORDS"]

    def in_language(tag: str) -> str:
        name = page.language.name_of(tag) or tag
        return words.translate(N_("in %(language)s"), page.lang) % {"language": name}

    terms = None if page.language == ITALIAN else context["TERMS"]
    hosts = context["FOREIGN_HOSTS"]
    return Writer(context["CONTENT"], page.language, page.address, path, terms, hosts, in_language)


def italian_writer(context: Any, page: Any, path: str) -> Writer:
    """Return the writer of an Italian text shown on a page of another language."""
    return Writer(
        context["CONTENT"], ITALIAN, page.address, path, None, context["FOREIGN_HOSTS"],
        lambda tag: f"in {ITALIAN.name_of(tag)}", page.language,
    )  # fmt: skip


def load_words(pelican: Any) -> None:
    """Compile the catalogues, the Italian terms and the titles of links once for the run."""
    content: Content = pelican.settings["CONTENT"]
    pelican.settings["WORDS"] = Words(content.root, content.languages)
    pelican.settings["TERMS"] = terms = read_terms(content.root)
    pelican.settings["TITLES"] = titles(content, terms)


def titles(content: Content, terms: re.Pattern[str] | None) -> dict[tuple[str, str], Markup]:
    """Return the title of every page, marked, as links to it show it."""
    return {
        key: plain(page.fields["title"], None if key[1] == ITALIAN.tag else terms)
        for key, page in content.pages.items()
    }


def install_functions(generator: Any) -> None:
    """Give a generator's templates their functions and filters."""
    generator.env.install_gettext_callables(translate, translate_plural, newstyle=True)
    generator.env.globals.update(
        link=link, news_link=news_link, italian_link=italian_link, contact=contact
    )
    generator.env.filters["long_date"] = long_date


def register() -> None:
    """Connect to `initialized`, then `generator_init`."""
    signals.initialized.connect(load_words)
    signals.generator_init.connect(install_functions)
