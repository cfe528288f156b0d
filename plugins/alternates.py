# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same page in other languages: computed once, used by the menu, the head and the sitemap."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .addresses import home
from .languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one language, or that language's front page where the page does not exist.

    Attributes:
        href: the way to it from the page that shows it.
        url: its absolute address.
        current: whether it is the page that shows it.
        same_page: whether it is that page at all, and not the front page.
    """

    language: Language
    href: str
    url: str
    current: bool
    same_page: bool = True


Way = Callable[[str], str]


def alternates(
    addresses: dict[str, str], language: Language, site_url: str, way_to: Way
) -> tuple[Alternate, ...]:
    """Return the languages a page really exists in (`addresses` by tag), in menu order."""
    return tuple(
        _alternate(other, addresses[other.tag], other == language, site_url, way_to)
        for other in LANGUAGES
        if other.tag in addresses
    )


def menu(
    existing: tuple[Alternate, ...], languages: Iterable[Language], site_url: str, way_to: Way
) -> tuple[Alternate, ...]:
    """Return one entry per published language: this page in it, else its front page."""
    known = {alternate.language: alternate for alternate in existing}
    return tuple(
        known.get(language) or _front_page(language, site_url, way_to) for language in languages
    )


def exit_of(page_id: str, language: Language) -> str:
    """Return where the exit link of a page leads: fixed per page, spread over pages (R11)."""
    number = hashlib.sha256(f"{language.tag}/{page_id}".encode()).digest()[0]
    return language.exits[number % len(language.exits)]


def _alternate(
    language: Language, address: str, current: bool, site_url: str, way_to: Way
) -> Alternate:
    return Alternate(language, way_to(address), site_url + address, current)


def _front_page(language: Language, site_url: str, way_to: Way) -> Alternate:
    found = _alternate(language, home(language), False, site_url, way_to)
    return replace(found, same_page=False)
