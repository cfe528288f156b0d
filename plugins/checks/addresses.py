# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the record of addresses: a moved one leads to a page that is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import news_address, page_address
from ..content import ADDRESSES, Content
from ..file_names import Place, place_of
from ..languages import ITALIAN, LANGUAGES
from ..problem import Fault, check, nearest


@check("INDIRIZZO-03", "Un indirizzo spostato non ha più la sua pagina e porta a una che c'è")
def wrong_record(content: Content) -> Iterator[Fault]:
    """Whoever kept a printed card must land on a page, in one step."""
    known = set(_addresses(content))
    for old, new, line in content.addresses:
        if not old.startswith("/"):
            yield Fault(
                ADDRESSES, line, f"«{old}» non comincia con una barra.",
                f"Scrivi: /{old.strip('/')}/ {new}".rstrip(), "address without its first slash",
            )  # fmt: skip
        elif new and old in known:
            yield Fault(
                ADDRESSES, line, f"L'indirizzo «{old}» ha ancora la sua pagina.",
                f"Tieni nella riga solo: {old}", "moved address still has its page",
            )  # fmt: skip
        elif new and new not in known:
            guess = nearest(new, known)
            yield Fault(
                ADDRESSES, line, f"L'indirizzo «{old}» è spostato a «{new}», che non c'è.",
                f"Forse volevi: {old} {guess}" if guess else "Scrivi accanto l'indirizzo di una pagina che c'è.",
                "address moved to nowhere",
            )  # fmt: skip


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
