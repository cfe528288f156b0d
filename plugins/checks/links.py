# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on links as they are written: a dead one is found at its line, before the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import dirname, relpath

from ..content import Content
from ..file_names import slug
from ..languages import ITALIAN
from ..links import NEWS, PAGE, Target, target_of
from ..problem import Fault, check, nearest
from ..source import Source
from .headers import NEEDED_SECTIONS
from .web_links import cure_of_outside, own_machine, written_links


def internal_links(content: Content) -> Iterator[tuple[Source, str, int, Target]]:
    """Yield every link that is meant to stay on the site."""
    for source in content.sources:
        for href, line, _ in written_links(source):
            if ":" not in href.split("/")[0] and not own_machine(href):
                yield source, href, line, target_of(href, source.path)


@check("LINK-01", "Ogni collegamento interno porta a una pagina che c'è")
def dead_link(content: Content) -> Iterator[Fault]:
    """A person who taps for help and lands nowhere may not try again."""
    pages = {page_id for page_id, tag in content.pages if tag == ITALIAN.tag}
    for source, href, line, target in internal_links(content):
        tags = (
            ITALIAN.tag,
            source.place.language.tag,
        )  # where there is no other, the Italian opens
        news = {name for name, tag in content.news if tag in tags}
        known = {PAGE: pages, NEWS: news | {""}}.get(target.kind, set())
        if href and (target.id in known or slug(target.id) in content.misplaced):
            continue
        guess = nearest(PurePosixPath(href.split("#")[0]).stem, pages | news)
        yield Fault(
            source.path, line, f"Il collegamento «{href}» non porta a nessuna pagina.",
            cure_of_outside(href)
            or (f"Forse volevi: {_way(source, guess, guess in news)}" if guess else "Scrivi il nome di un file .md che c'è."),
            "dead internal link",
        )  # fmt: skip


def _way(source: Source, name: str, news: bool) -> str:
    """Return how a file links to the page or news item called `name`."""
    folder = f"content/{'news' if news else 'pages'}/{source.place.language.folder}"
    return relpath(f"{folder}/{name}.md", dirname(source.path))


@check("LINK-02", "Ogni collegamento a una sezione porta a una sezione che c'è")
def dead_section(content: Content) -> Iterator[Fault]:
    """The reader would land at the top of a long page, far from the answer."""
    for source, _href, line, target in internal_links(content):
        page = content.pages.get((target.id, ITALIAN.tag)) if target.kind == PAGE else None
        sections = page.fields.get("sections", ()) if page else ()
        told = target.fragment == NEEDED_SECTIONS.get(target.id)  # SEZIONE-02 says so
        if not target.fragment or target.fragment in sections or told:
            continue
        if page or (target.kind == NEWS and target.id in {name for name, _ in content.news} | {""}):
            what = f"La pagina «{target.id}» non ha la sezione «{target.fragment}»."
            yield Fault(
                source.path, line, what if page else f"Nelle notizie nessuna sezione si chiama «{target.fragment}».",
                _other_section(target.fragment, sections), "link to a section that is not there",
            )  # fmt: skip


def _other_section(fragment: str, sections: Sequence[str]) -> str:
    """Return the cure of a link to a section that is none of these."""
    guess = nearest(fragment, sections)
    if guess:
        return f"Forse volevi: #{guess}"
    return (
        f"Scegli tra: {', '.join(sections)}" if sections else f"Togli #{fragment} dal collegamento."
    )


CHECKS = (dead_link, dead_section)
