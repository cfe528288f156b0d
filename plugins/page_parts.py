# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a page as its template gets them: sections with their contacts put in.

A section whose translation is withdrawn gives way to the fixed words for it (design.md §5, R38).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .body import place_macros
from .contact_view import structured_data
from .content import Content
from .fingerprint import TOP
from .freshness import ORIGINAL, State, section_names
from .languages import Language
from .page_text import Writer
from .source import Source
from .theme_functions import contact

Place = Callable[[str, str, int], Markup]
Hand = tuple[Writer, Place]  # what writes a text, and puts its contacts in
_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True)
class Section:
    """One `##` of a page: its fixed id, its heading, the HTML below it.

    `label` is the heading without its links: in a list of contents it stands inside another link.
    """

    id: str
    title: Markup
    html: Markup
    label: Markup


class Spoken:
    """A page whose contacts speak another language than its own: an Italian text on it."""

    def __init__(self, page: Any, language: Language) -> None:
        self.id, self.address = page.id, page.address
        self.language, self.lang, self.state = language, language.tag, State(ORIGINAL, {})


def placer(env: Any, context: Any, page: Any) -> Place:
    """Return a function that readies the HTML of a section: its contacts, cards at a level.

    A section whose translation is withdrawn gives way to the fixed words for it (design.md §5).
    """
    variables = {**context, "page": page}

    def place(section: str, html: str, level: int) -> Markup:
        if section in page.state.withdrawn:
            words = env.get_template("partials/withdrawn.html")
            return Markup(
                words.render({**variables, "section_id": section if section != TOP else ""})
            )
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


def sections_of(content: Content, text: Source, own: Hand, italian: Hand) -> list[Section]:
    """Return the sections that the page `text` has to show, in the order of the Italian page.

    Where a translation has none yet the Italian one stands, marked as Italian (R41), and what the
    Italian page no longer says is left out: the same sections are there in every language, so
    that a link to one always lands (R24).
    """
    original, names = content.original(text) or text, section_names(content, text)
    now = section_names(content, original)
    sections = _sections(text, names, own)
    if names == now:
        return sections
    mine = {section.id: section for section in sections}
    lent = _sections(original, now, italian)
    return [mine.get(section.id) or _as_italian(section) for section in lent]


def _sections(text: Source, names: Iterable[str], hand: Hand) -> list[Section]:
    writer, place = hand
    return [
        Section(
            name, Markup(writer.finish(title)), place(name, writer.finish(html), 3),
            Markup(writer.mark(_LINK.sub("", title))),
        )
        for name, (title, html) in zip(names, text.body.sections, strict=True)
    ]  # fmt: skip


def _as_italian(section: Section) -> Section:
    span = Markup('<span lang="it" dir="ltr">{}</span>')
    html = Markup('<div class="flow" lang="it" dir="ltr">{}</div>').format(section.html)
    return Section(section.id, span.format(section.title), html, span.format(section.label))


def contact_points(context: Any, page: Any) -> Markup:
    """Return the JSON-LD of the contacts whose cards the help page shows, "" elsewhere."""
    if page.template != "help":
        return Markup("")
    content: Content = context["CONTENT"]
    named = [content.contacts[macro.id] for macro in page.source.body.macros if macro.alone]
    shown = [found for found in named if not found.hidden(context["TODAY"])]
    owner = context["MUNICIPALITY"]
    return structured_data(shown, page.language, owner["name"], owner["url"])
