# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the catalogues: every word of the interface exists in every language (R28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages.pofile import PoFileError, read_po

from ..content import Content
from ..languages import ITALIAN, LANGUAGES
from ..problem import Fault, check
from ..words import catalogue_path, read_catalogue

TEMPLATE = "translations/messages.pot"
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%s|%%")


@check("PAROLE-01", "Ogni lingua ha tutte le parole dell'interfaccia, con gli stessi segnaposto")
def missing_words(content: Content) -> Iterator[Fault]:
    """A page that speaks two languages at once tells the reader it was not made for them."""
    template = content.root / TEMPLATE
    messages = [message for message in read_po(template.open("rb")) if message.id]
    for language in LANGUAGES:
        if language == ITALIAN:
            continue
        path = catalogue_path(language)
        try:
            catalogue = read_catalogue(content.root, language)
        except (OSError, PoFileError) as error:
            yield Fault(
                path, 1, f"Il catalogo delle parole in «{language.tag}» non si legge.",
                "Rimetti il file com'era, poi scrivi: make strings", f"catalogue: {error}",
            )  # fmt: skip
            continue
        for message in messages:
            translation = catalogue.get(message.id)
            fault = _fault(message.id, translation)
            if fault:
                line = translation.lineno if translation and translation.lineno else 1
                yield Fault(
                    path, line, f"Per «{message.id}» {fault}.",
                    "Scrivi la traduzione nella riga msgstr; se la voce non c'è: make strings",
                    "message untranslated, fuzzy or with other placeholders",
                )  # fmt: skip


def _fault(message: str, translation: object) -> str:
    """Return what is wrong with a translation, "" when nothing is."""
    if not translation or not translation.string:
        return "manca la traduzione"
    if translation.fuzzy:
        return "la traduzione è segnata come incerta (fuzzy)"
    if sorted(_PLACEHOLDER.findall(message)) != sorted(_PLACEHOLDER.findall(translation.string)):
        return "la traduzione non ha gli stessi segnaposto %(…)s"
    if translation.string.strip() != translation.string:
        return "la traduzione comincia o finisce con uno spazio"
    return ""


CHECKS = (missing_words,)
