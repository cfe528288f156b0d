# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the interface: catalogues read from translations/, compiled in memory.

Message ids are the Italian words, so Italian has no catalogue. There is no silent fallback: a
word that a language lacks is an error, and so is asking for words without a page.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from .languages import ITALIAN, LANGUAGES, Language

N_ = str  # marks the words of a module, so that `make strings` collects them


class MissingWords(LookupError):
    """A language's catalogue has no translation for a message: the checks name it first."""


def catalogue_path(language: Language) -> str:
    """Return the catalogue's path from the project's root."""
    return f"translations/{language.folder}/LC_MESSAGES/messages.po"


def read_catalogue(root: Path, language: Language) -> Catalog:
    """Read the catalogue of `language`.

    Raises:
        FileNotFoundError: there is no catalogue.
    """
    with (root / catalogue_path(language)).open("rb") as file:
        return read_po(file, locale=language.locale, abort_invalid=True)


class Words:
    """Every language's translations, ready to be looked up."""

    def __init__(self, root: Path) -> None:
        self._messages = {
            language.tag: _translated(read_catalogue(root, language))
            for language in LANGUAGES
            if language != ITALIAN
        }

    def translate(self, message: str, tag: str) -> str:
        """Return `message` in the language `tag`.

        Raises:
            MissingWords: that language has no translation for it.
        """
        if tag == ITALIAN.tag:
            return message
        try:
            return self._messages[tag][message]
        except KeyError:
            raise MissingWords(f"no words in «{tag}» for «{message}»") from None


def _translated(catalogue: Catalog) -> dict[str, str]:
    return {m.id: m.string for m in catalogue if m.id and m.string and not m.fuzzy}
