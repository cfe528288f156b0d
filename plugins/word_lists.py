# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists of words that a text must not have, kept in files, and whether it has one.

A file has one word or group of words a line. «parola» is that word alone, «parol*» any word that
begins so, «*parola*» any word with it inside. A line that begins with «!» is an ordinary phrase
that would be taken for one of them. Capitals, accents, short vowels and dots under letters make no
difference; what has neither letters nor digits, like the dash of a list, is no word.

translations/<language>/revealing.txt has the words that would give a reader away (R18). Whoever
stands behind the reader may know Italian: the Italian list holds in every language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile
from pathlib import Path

from .languages import ITALIAN, Language
from .problem import Stop

# Arabic and Urdu write some letters with different signs; others are signs that nobody sees.
_SAME = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ"} | dict.fromkeys("ـ\u00ad\u200b\u200c\u200d")
)


def fold(text: str) -> str:
    """Return the words of a text between single spaces, without what spelling may vary in."""
    letters = unicodedata.normalize("NFKD", text).casefold().translate(_SAME)
    kept = (c for c in letters if not unicodedata.combining(c))
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in kept)
    return f" {' '.join(words.split())} "


@dataclass(frozen=True)
class WordList:
    """What a text must not have, and what only looks like it.

    Attributes:
        lines: as they are written, comments left out.
    """

    lines: tuple[str, ...]

    def found(self, text: str) -> str:
        """Return the first line of the list that a text has, "" without one."""
        words = self._ordinary.sub("", fold(text))
        if not self._pattern.search(words):
            return ""
        return next(
            line.replace("*", "…") for line in self._listed if _pattern([line]).search(words)
        )

    @cached_property
    def _listed(self) -> list[str]:
        return [line for line in self.lines if not line.startswith("!")]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern(self._listed)

    @cached_property
    def _ordinary(self) -> re.Pattern[str]:
        return _pattern([line[1:] for line in self.lines if line.startswith("!")])


def _pattern(lines: list[str]) -> re.Pattern[str]:
    """Return what matches any of these lines in a folded text, nothing without lines."""
    each = list(filter(None, map(_words, lines)))
    return re.compile(rf"(?<= )(?:{'|'.join(each)})(?= )" if each else "(?!)")


def _words(line: str) -> str:
    """Return what matches the words of a line; a star alone is any word, but not the first one."""
    words = dropwhile(lambda word: not _has_letters(word), line.split())
    return " ".join(_word(word) for word in words if word == "*" or _has_letters(word))


def _has_letters(word: str) -> bool:
    return bool(fold(word).strip())


def _word(written: str) -> str:
    return "[^ ]*".join(fold(part).strip() for part in written.split("*"))


def read_lines(root: Path, path: str) -> tuple[str, ...]:
    """Return the lines of a list, comments left out; none where there is no file.

    Raises:
        Stop: the list is not UTF-8.
    """
    file = root / path
    try:
        lines = file.read_text("utf-8-sig").splitlines() if file.exists() else []
    except UnicodeDecodeError as error:
        cure = "Salvalo di nuovo scegliendo la codifica UTF-8."
        raise Stop(f"L'elenco di parole {path} non è scritto in UTF-8.", cure, str(error)) from None
    written = (line.partition("#")[0].strip() for line in lines)
    return tuple(line for line in written if line)


def list_path(language: Language) -> str:
    """Return where a language's revealing words stand; easy Italian has the Italian ones."""
    folder = ITALIAN.folder if language.easy_italian else language.folder
    return f"translations/{folder}/revealing.txt"


def revealing_words(root: Path, language: Language) -> WordList:
    """Return what no page of help in a language may say where a phone keeps it."""
    return WordList(read_lines(root, list_path(ITALIAN)) + read_lines(root, list_path(language)))
