# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on how the languages of a page name each other, and on addresses that must not go."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import file_of
from ..content import ADDRESSES
from ..output import Output
from ..problem import OUR_BUG, WARNING, Fault, check

LOST_RECORD = "Nel registro degli indirizzi pubblicati non c'è niente."
RESTORE_RECORD = (
    "Rimetti il file com'era prima; solo se il sito è nuovo, scrivi nella prima riga: /"
)
SHOWN = 5  # addresses named in one report


@check(
    "LINGUE-01", "Le versioni di una pagina si nominano a vicenda (hreflang) e nominano se stesse"
)
def one_sided_alternates(output: Output) -> Iterator[Fault]:
    """Search engines drop the whole set when one side is missing (R27)."""
    by_url = {page.canonical: page for page in output.indexed}
    for page in output.indexed:
        names = page.alternates
        others = [by_url.get(url) for tag, url in names.items() if tag != "x-default"]
        mutual = all(other and other.alternates == names for other in others)
        if page.canonical not in names.values() or "x-default" not in names or not mutual:
            yield Fault(
                f"output/{page.path}", 1, "Le versioni in altre lingue non si nominano a vicenda.",
                OUR_BUG, "hreflang set is not mutual",
            )  # fmt: skip


@check("LINGUE-02", "L'indirizzo canonico di ogni pagina è il suo")
def foreign_canonical(output: Output) -> Iterator[Fault]:
    """Otherwise search engines show another page, or none."""
    for page in output.indexed:
        if page.canonical != output.site_url + page.address:
            yield Fault(
                f"output/{page.path}", 1, f"L'indirizzo canonico è «{page.canonical}».", OUR_BUG,
                "canonical is not the page's own address",
            )  # fmt: skip


@check("INDIRIZZO-01", "Un indirizzo pubblicato non sparisce")
def vanished_address(output: Output) -> Iterator[Fault]:
    """Printed cards carry it: whoever kept one would find nothing."""
    if not output.content.addresses:
        yield Fault(ADDRESSES, 1, LOST_RECORD, RESTORE_RECORD, "record of addresses is empty")
    for address, _, number in output.content.addresses:
        if file_of(address) not in output.files:
            yield Fault(
                ADDRESSES, number, f"L'indirizzo «{address}» era pubblicato e ora non risponde.",
                f"Rimetti la pagina, oppure scrivi accanto quello nuovo: {address} /nuovo-indirizzo/",
                "published address vanished",
            )  # fmt: skip


@check("INDIRIZZO-02", "Ogni indirizzo nuovo è registrato", WARNING)
def unrecorded_address(output: Output) -> Iterator[Fault]:
    """Only what is recorded is protected from vanishing."""
    known = {address for address, *_ in output.content.addresses}
    new = sorted(page.address for page in output.indexed if page.address not in known)
    if new and known:  # a record that is gone has its own message
        more = f" e altri {len(new) - SHOWN}" if len(new) > SHOWN else ""
        yield Fault(
            ADDRESSES, 1, f"Indirizzi nuovi, non ancora registrati: {', '.join(new[:SHOWN])}{more}.",
            "Scrivi: make addresses", "addresses not recorded",
        )  # fmt: skip


SITE_CHECKS = (one_sided_alternates, foreign_canonical, vanished_address, unrecorded_address)
