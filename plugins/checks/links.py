# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on links as they are written: a dead one is found at its line, before the build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..content import Content
from ..file_names import slug
from ..languages import ITALIAN
from ..links import NEWS, PAGE, Target, target_of
from ..problem import Fault, check, nearest
from ..source import Source
from .web_links import own_machine, written_links


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
    news = {name for name, _ in content.news} | {""}
    for source, href, line, target in internal_links(content):
        known = {PAGE: pages, NEWS: news}.get(target.kind, set())
        if href and (target.id in known or slug(target.id) in content.misplaced):
            continue
        guess = nearest(PurePosixPath(href.split("#")[0]).stem, pages | news)
        yield Fault(
            source.path, line, f"Il collegamento «{href}» non porta a nessuna pagina.",
            f"Forse volevi: {guess}.md" if guess else "Scrivi il nome di un file .md che c'è.",
            "dead internal link",
        )  # fmt: skip


@check("LINK-02", "Ogni collegamento a una sezione porta a una sezione che c'è")
def dead_section(content: Content) -> Iterator[Fault]:
    """The reader would land at the top of a long page, far from the answer."""
    for source, _href, line, target in internal_links(content):
        page = content.pages.get((target.id, ITALIAN.tag)) if target.kind == PAGE else None
        if not page or not target.fragment:
            continue
        sections = page.fields.get("sections", ())
        if target.fragment not in sections:
            guess = nearest(target.fragment, sections)
            yield Fault(
                source.path, line, f"La pagina «{target.id}» non ha la sezione «{target.fragment}».",
                f"Forse volevi: #{guess}" if guess else f"Scegli tra: {', '.join(sections)}",
                "link to a section that is not there",
            )  # fmt: skip


CHECKS = (dead_link, dead_section)
