# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks that nothing leaks: no request to others, no leftovers of our tools, no needless byte."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..built_page import BuiltPage
from ..contacts import digits
from ..output import Output
from ..problem import OUR_BUG, Fault, check
from .html import local_target

HEAVIEST = 14_600  # bytes after gzip -9: one round trip (design.md §8)
HEAVIEST_IMAGE = 60_000
_LEFTOVERS = re.compile(  # the braces of a style are its own
    r"<(style|script)\b.*?</\1>"
    "|(?P<left>\\{\\{|\\}\\}|\\{%|\\{filename\\}|\\{static\\}|\\[\\[|TODO|[\ue000-\uf8ff]|Undefined)",
    re.DOTALL,
)


@check("PESO-01", f"Ogni pagina pesa al più {HEAVIEST} byte compressi, tutto compreso")
def heavy_page(output: Output) -> Iterator[Fault]:
    """On a poor line every further round trip is a second; data costs money (R46)."""
    for page in output.pages.values():
        if page.weight > HEAVIEST:
            yield Fault(
                f"output/{page.path}", 1, f"La pagina pesa {page.weight} byte compressi, più di {HEAVIEST}.",
                f"Accorcia il testo o dividilo in due pagine: {page.weight - HEAVIEST} byte di troppo.",
                "page heavier than one round trip",
            )  # fmt: skip


@check("PESO-02", f"Una fotografia pesa al più {HEAVIEST_IMAGE} byte")
def heavy_image(output: Output) -> Iterator[Fault]:
    """One photo must not cost more than four pages."""
    for file in sorted(output.files):
        if file.startswith("images/") and (output.folder / file).stat().st_size > HEAVIEST_IMAGE:
            yield Fault(
                f"content/{file}", 1, f"La fotografia pesa {(output.folder / file).stat().st_size} byte.",
                f"Riducila: al massimo {HEAVIEST_IMAGE} byte, larga 800 punti.", "heavy image",
            )  # fmt: skip


@check("FUGA-01", "Nessuna pagina chiede qualcosa ad altri siti")
def foreign_request(output: Output) -> Iterator[Fault]:
    """Every such request tells a stranger that somebody is reading this page (R52)."""
    for page in output.pages.values():
        for tag, attributes, line in page.elements:
            asked = [address for address in _loaded(tag, attributes) if "//" in address]
            if asked or "srcset" in attributes or tag == "form":
                yield Fault(
                    f"output/{page.path}", line, f"L'elemento <{tag}> chiede «{' '.join(asked)[:60]}» ad altri.", OUR_BUG,
                    "request to another host, or a form",
                )  # fmt: skip
        if "@import" in page.html or re.search(r"url\((?!\s*['\"]?data:)", page.html):
            yield Fault(
                f"output/{page.path}", 1, "Lo stile chiede un file.", OUR_BUG, "style loads a file"
            )


def _loaded(tag: str, attributes: dict[str, str]) -> list[str]:
    """Return the addresses that an element loads by itself."""
    followed = tag != "link" or attributes.get("rel") in ("canonical", "alternate")
    names = ("src", "data", "poster") if followed else ("href",)
    found = [attributes[name] for name in names if name in attributes]
    return [address for address in found if not address.startswith("data:")]


@check("FUGA-02", "Nelle pagine non restano segni del programma")
def leftovers(output: Output) -> Iterator[Fault]:
    """Braces and markers mean that a word or a number did not arrive."""
    for page in output.pages.values():
        found = next((each for each in _LEFTOVERS.finditer(page.html) if each["left"]), None)
        if found:
            line = page.html[: found.start()].count("\n") + 1
            yield Fault(
                f"output/{page.path}", line, f"Nella pagina è rimasto «{found[0]}».", OUR_BUG, "leftover of our tools",
            )  # fmt: skip


@check("FUGA-03", "Ogni pagina ha l'uscita, il numero e la pagina di sicurezza per primi")
def help_out_of_place(output: Output) -> Iterator[Fault]:
    """In fear nobody searches: help is at the same place on every page (R61)."""
    number = output.content.contacts["antitratta"].tel
    for page in output.pages.values():
        if not _opens_with_help(output, page, number):
            yield Fault(
                f"output/{page.path}", 1, "I primi quattro collegamenti non sono uscita, numero, sicurezza, contenuto.",
                OUR_BUG, "help is not first in the Tab order",
            )  # fmt: skip


def _opens_with_help(output: Output, page: BuiltPage, number: str) -> bool:
    """Whether the first four links are the exit, the number, the safety page, the content."""
    match [href for href, _ in page.links]:
        case [out, call, safety, "#main", *_]:
            target = local_target(output, page, safety)
            inside = target is not None and target[0].endswith("sicurezza/index.html")
            return inside and out.startswith("https://") and call == number
    return False


@check("FUGA-04", "Ogni numero che si può chiamare è nel registro")
def unknown_number(output: Output) -> Iterator[Fault]:
    """A number nobody keeps is a number that will one day ring for a stranger (R74)."""
    known = {contact.tel for contact in output.content.contacts.values()}
    for page in output.pages.values():
        for href, line in page.links:
            if href.startswith("tel:") and href not in known:
                yield Fault(
                    f"output/{page.path}", line, f"Il numero «{digits(href)}» non è nel registro.", OUR_BUG,
                    "tel: link outside the registry",
                )  # fmt: skip


PAGE_CHECKS = (heavy_page, foreign_request, leftovers, help_out_of_place, unknown_number)
SITE_CHECKS = (heavy_image,)
