# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a page as its template gets them: sections with their contacts put in.

A section whose translation is withdrawn gives way to the fixed words for it (design.md §5, R38).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .body import place_macros
from .contact_view import structured_data
from .content import Content
from .fingerprint import TOP
from .languages import Language
from .page_text import Writer
from .source import Source
from .theme_functions import contact

Place = Callable[[str, str, int], Markup]


@dataclass(frozen=True)
class Section:
    """One `##` of a page: its fixed id, its heading, the HTML below it."""

    id: str
    title: Markup
    html: Markup


class Spoken:
    """A page whose contacts speak another language than its own: an Italian text on it."""

    def __init__(self, page: Any, language: Language) -> None:
        self.id, self.address = page.id, page.address
        self.language, self.lang, self.state = language, language.tag, page.state


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


def sections_of(text: Source, facts: Source, writer: Writer, place: Place) -> list[Section]:
    """Return the sections of a page: ids from the Italian `facts`, words from `text`."""
    ids = facts.fields.get("sections", ())
    return [
        Section(name, Markup(writer.mark(title)), place(name, writer.finish(html), 3))
        for name, (title, html) in zip(ids, text.body.sections, strict=True)
    ]


def contact_points(context: Any, page: Any) -> Markup:
    """Return the JSON-LD of the contacts whose cards the help page shows, "" elsewhere."""
    if page.template != "help":
        return Markup("")
    content: Content = context["CONTENT"]
    named = [content.contacts[macro.id] for macro in page.source.body.macros if macro.alone]
    shown = [found for found in named if not found.hidden(context["TODAY"])]
    owner = context["MUNICIPALITY"]
    return structured_data(shown, page.language, owner["name"], owner["url"])
