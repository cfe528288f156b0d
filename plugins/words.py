# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the interface: catalogues read from translations/, compiled in memory.

Message ids are the Italian words, so Italian has no catalogue. There is no silent fallback: a
word that a language lacks is an error, and so is asking for words without a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from .languages import ITALIAN, Language
from .po_file import WordFault, damage
from .problem import Stop
from .scripts import scripts_in

TEMPLATE = "translations/messages.pot"
SAME = "same on purpose"  # a translator's comment: the word is the same in this language
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%s|%%")
_UNFINISHED = re.compile(r"\{\{|\}\}|\{%|\[\[|SCRIVI QUI|\b(?:TODO|TBD|XXX)\b|Undefined")
_CODE = re.compile(r"[<>]|&#?\w+;")

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


def faults(root: Path, language: Language) -> list[WordFault]:
    """Return what keeps the catalogue of `language` from being complete (R28, R42)."""
    if language == ITALIAN:
        return []
    catalogue = _read(root, language)
    if isinstance(catalogue, WordFault):
        return [catalogue]
    found = []
    for message in messages(root):
        translation = catalogue.get(message)
        what = _fault(message, translation, language)
        if what:
            line = translation.lineno if translation and translation.lineno else 1
            found.append(WordFault(message, line, what))
    return found


def _read(root: Path, language: Language) -> Catalog | WordFault:
    try:
        return damage(root / catalogue_path(language)) or read_catalogue(root, language)
    except (PoFileError, ValueError, LookupError) as error:
        how = "Rimetti il file com'era prima dell'ultima modifica."
        return WordFault("", 1, f"Il catalogo non si legge ({error})", how)


def messages(root: Path) -> list[str]:
    """Return every Italian message of the interface, in the template's order.

    Raises:
        Stop: the template is gone or damaged.
    """
    if damage(root / TEMPLATE):
        raise Stop(
            f"Il file {TEMPLATE}, con le parole italiane del sito, manca o è guasto.",
            "Rifallo così: make strings", "template of the catalogues missing or damaged",
        )  # fmt: skip
    with (root / TEMPLATE).open("rb") as file:
        return [str(message.id) for message in read_po(file) if message.id]


def _fault(message: str, translation: Message | None, language: Language) -> str:
    """Return what is wrong with a translation, "" when nothing is."""
    if not translation or not translation.string:
        return "manca la traduzione"
    words = translation.string
    if not isinstance(words, str):
        return "ha più forme (msgid_plural), ma il sito ne usa una sola"
    unfinished = next(iter(_UNFINISHED.findall(words)), "")
    code = next((sign for sign in _CODE.findall(words) if sign not in message), "")
    faults_found = {
        "la traduzione è incerta (fuzzy)": translation.fuzzy,
        f"è rimasto «{unfinished}»": bool(unfinished),
        f"«{code}» è un segno di HTML: scrivi solo parole": bool(code),
        "c'è un % da solo: scrivi %%": "%" in _PLACEHOLDER.sub("", words),
        "i segnaposto %(…)s non sono gli stessi": _placeholders(message) != _placeholders(words),
        "c'è uno spazio all'inizio o alla fine": words.strip() != words,
    }
    if SAME not in " ".join(translation.user_comments):
        found = scripts_in(_PLACEHOLDER.sub("", words))
        strange = set(found) - {language.script, "Latn"} or (found and not found[language.script])
        faults_found["la scrittura non è quella della lingua"] = bool(strange)
        faults_found["è uguale all'italiano"] = words == message and not language.easy_italian
    return next((what for what, wrong in faults_found.items() if wrong), "")


def _placeholders(text: str) -> list[str]:
    return sorted(found for found in _PLACEHOLDER.findall(text) if found != "%%")


class Words:
    """Every published language's translations, ready to be looked up."""

    def __init__(self, root: Path, languages: Iterable[Language]) -> None:
        self._messages = {
            language.tag: _translated(read_catalogue(root, language))
            for language in languages
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
    return {str(m.id): str(m.string) for m in catalogue if m.id and m.string and not m.fuzzy}
