# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the record of addresses: a moved one leads to a page that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..addresses import NOT_FOUND, news_address, page_address
from ..content import ADDRESSES, Content
from ..file_names import Place, place_of
from ..languages import ITALIAN, LANGUAGES
from ..problem import Fault, check, nearest

# Where a page can answer: a folder, or an .html file of an older site.
_PAGE = re.compile(r"/(?:(?!\.+/)[\w.~-]+/)*(?:[\w.~-]+\.html?)?")
NOT_FOUND_PAGES = {page_address(NOT_FOUND, language) for language in LANGUAGES}
_NOT_PATH = re.compile(r"^https?://[^/]*|\?.*|(?<=/)index\.html?$|[^\w/]+$")


@check("INDIRIZZO-03", "Un indirizzo spostato non ha più la sua pagina e porta a una che c'è")
def wrong_record(content: Content) -> Iterator[Fault]:
    """Whoever kept a printed card must land on a page, in one step."""
    known = set(_addresses(content))
    first: dict[str, int] = {}
    for old, new, line in content.addresses:
        found = _misspelt(old, new, line, known) or (new and _misplaced(old, new, line, known))
        if found:
            yield found
        elif new and first.setdefault(old, line) != line:
            yield Fault(
                ADDRESSES, line, f"L'indirizzo «{old}» è già spostato alla riga {first[old]}.",
                "Tieni una sola delle due righe.", "address moved twice",
            )  # fmt: skip


def _misspelt(old: str, new: str, line: int, known: set[str]) -> Fault | None:
    """Return the fault of a line that is not one address, or two, as the site writes them."""
    right, whole = meant_address(old), f"{old} {new}".rstrip()
    if " " in new or not (old == "/" or re.search(r"\w", old)):
        return Fault(
            ADDRESSES, line, f"«{whole}» non è un indirizzo, né due.", _two(whole), "not two addresses"
        )  # fmt: skip
    if not old.startswith("/"):
        return Fault(
            ADDRESSES, line, f"«{old}» non comincia con una barra.",
            f"Scrivi: {right} {new}".rstrip(), "address without its first slash",
        )  # fmt: skip
    if not new and old not in known and right.lower() in known:
        return Fault(
            ADDRESSES, line, f"L'indirizzo «{old}» non è scritto come quello della pagina.",
            f"Scrivi: {right.lower()}", "address unlike its page's",
        )  # fmt: skip
    return None


def _misplaced(old: str, new: str, line: int, known: set[str]) -> Fault | None:
    """Return the fault of a moved address, or of where it leads."""
    right = meant_address(old)
    if right in known or right in NOT_FOUND_PAGES:
        return Fault(
            ADDRESSES, line, f"L'indirizzo «{old}» ha ancora la sua pagina.",
            f"Tieni nella riga solo: {right}", "moved address still has its page",
        )  # fmt: skip
    if right != old or not _PAGE.fullmatch(old):
        return Fault(
            ADDRESSES, line, f"All'indirizzo «{old}» non può rispondere una pagina.",
            f"Scrivi: {right} {new}" if _PAGE.fullmatch(right) else "Togli la riga.",
            "no page can answer there",
        )  # fmt: skip
    if new not in known:
        guess = nearest(meant_address(new), known)
        return Fault(
            ADDRESSES, line, f"L'indirizzo «{old}» è spostato a «{new}», che non c'è.",
            f"Forse volevi: {old} {guess}" if guess else "Scrivi accanto l'indirizzo di una pagina che c'è.",
            "address moved to nowhere",
        )  # fmt: skip
    return None


def meant_address(word: str) -> str:
    """Return the address that a word means: without host, query or comma, between its slashes."""
    path = _NOT_PATH.sub("", word).lstrip("/")
    closed = not path or path.endswith("/") or re.search(r"\.\w+$", path)
    return f"/{path}" if closed else f"/{path}/"


def _two(line: str) -> str:
    """Return how to write the one or two addresses of a line that has other signs too."""
    words = [word for word in line.split() if word == "/" or re.search(r"\w", word)]
    if 1 <= len(words) <= 2:
        return f"Scrivi: {' '.join(map(meant_address, words))}"
    return "Tieni nella riga l'indirizzo vecchio e quello nuovo, così: /vecchio/ /aiuto/"


def _addresses(content: Content) -> Iterator[str]:
    """Yield the address of every page, news item and list of news, readable or not."""
    yield from (news_address("", language) for language in LANGUAGES)
    italian = [page_id for page_id, tag in content.pages if tag == ITALIAN.tag]
    yield from (page_address(name, language) for name in italian for language in LANGUAGES)
    for path in content.paths:
        place = place_of(path)
        if isinstance(place, Place) and place.kind != "contact":
            address = news_address if place.kind == "news" else page_address
            yield address(place.id, place.language)


CHECKS = (wrong_record,)
