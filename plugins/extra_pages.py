# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that no Markdown file stands behind: 404, news lists, moved addresses; and the feeds.

Runs before `page_language`, so that these pages get their words and links like all others.
Leaves on news lists: `entries`; on redirects: `target_href`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feedgenerator import Atom1Feed
from pelican import signals
from pelican.contents import Page

from .addresses import NEWS, NOT_FOUND, feed_address, file_of, news_address, page_address, way
from .languages import ITALIAN, LANGUAGES, Language
from .reader import page_metadata
from .words import N_


@dataclass(frozen=True)
class Entry:
    """A news item in a list."""

    href: str
    title: str
    description: str
    date: Any


def add_pages(generators: list[Any]) -> None:
    """Add the 404 pages, the lists of news and the redirects."""
    articles, pages = generators[0], generators[1]
    for language in pages.context["CONTENT"].languages:
        pages.pages.append(_not_found(pages, language))
        news = _newest_first(articles, language)
        if news:
            pages.pages.append(_news_list(pages, language, news))
    for old, new, _ in pages.context["CONTENT"].addresses:
        if new:
            pages.pages.append(_redirect(pages, old, new))


def _page(generator: Any, page_id: str, language: Language, address: str, words: Any) -> Page:
    """Return a page of ours; `words` is (template, title, description), Italian messages."""
    template, *messages = words
    catalogue = generator.context["WORDS"]
    title, description = (catalogue.translate(text, language.tag) for text in messages)
    values = page_metadata(page_id, language, title, address)
    values |= {"template": template, "description": description}
    return Page("", values, generator.settings, context=generator.context)


def _not_found(generator: Any, language: Language) -> Page:
    words = (
        "not_found",
        N_("Questa pagina non c’è"),
        N_("L’indirizzo è cambiato o ha un errore. Qui trovi il numero da chiamare e la strada per le altre pagine."),
    )  # fmt: skip
    return _page(generator, NOT_FOUND, language, page_address(NOT_FOUND, language), words)


def _news_list(generator: Any, language: Language, news: list[Any]) -> Page:
    words = (
        "news_list",
        N_("Notizie"),
        N_("Che cosa succede a Crema intorno a Mettiamo le ali, dalla notizia più nuova."),
    )
    address = news_address("", language)
    page = _page(generator, NEWS, language, address, words)
    page.entries = tuple(
        Entry(way(address, item.address), item.title, item.source.fields["description"],
              item.source.fields["date"])
        for item in news
    )  # fmt: skip
    return page


def _redirect(generator: Any, old: str, new: str) -> Page:
    words = (
        "redirect",
        N_("La pagina ha cambiato indirizzo"),
        N_("La pagina ha cambiato indirizzo"),
    )
    folder = old.strip("/").split("/")[0]
    language = next((known for known in LANGUAGES if known.folder == folder), ITALIAN)
    page = _page(generator, old.strip("/").replace("/", "-"), language, old, words)
    page.target_href = way(old, new)
    return page


def _newest_first(articles: Any, language: Language) -> list[Any]:
    mine = [item for item in articles.articles if item.language == language]
    return sorted(mine, key=lambda item: (item.date, item.id), reverse=True)


def write_feeds(generator: Any, writer: Any) -> None:
    """Write each language's Atom feed beside its list of news."""
    context = generator.context
    for language in context["CONTENT"].languages:
        news = _newest_first(generator, language)
        if not news:
            continue
        site_url, address = context["SITEURL"], feed_address(language)
        title = f"{context['SITENAME']} – {context['WORDS'].translate('Notizie', language.tag)}"
        feed = Atom1Feed(
            title=title, link=site_url + news_address("", language), description=title,
            language=language.tag, feed_url=site_url + address,
        )  # fmt: skip
        for item in news:
            feed.add_item(
                title=item.plain_title, link=site_url + item.address, description=item.description,
                unique_id=site_url + item.address, pubdate=item.date, updateddate=item.date,
            )  # fmt: skip
        file = Path(writer.output_path) / file_of(address)
        file.write_text(feed.writeString("utf-8"), "utf-8")


def register() -> None:
    """Connect to `all_generators_finalized`, then `article_writer_finalized`."""
    signals.all_generators_finalized.connect(add_pages)
    signals.article_writer_finalized.connect(write_feeds)
