# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words that would give a reader away, language by language, and whether a text has one (R18).

Each language has its list in translations/<language>/revealing.txt, one word or group of words a
line. «parola» is that word alone, «parol*» any word that begins so, «*parola*» any word with it
inside. A line that begins with «!» is an ordinary phrase that would be taken for one of them.
Capitals, accents, short vowels and dots under letters make no difference. Whoever stands behind
the reader may know Italian: the Italian list holds in every language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .languages import ITALIAN, Language

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
class RevealingWords:
    """What must not be said, and what only looks like it.

    Attributes:
        lines: as they are written, comments left out.
    """

    lines: tuple[str, ...]

    def found(self, text: str) -> str:
        """Return the revealing word of a text as the list has it, "" without one."""
        words = self._ordinary.sub("", fold(text))
        if not self._revealing.search(words):
            return ""
        return next(
            line.replace("*", "…") for line in self._listed if _pattern([line]).search(words)
        )

    @cached_property
    def _listed(self) -> list[str]:
        return [line for line in self.lines if not line.startswith("!")]

    @cached_property
    def _revealing(self) -> re.Pattern[str]:
        return _pattern(self._listed)

    @cached_property
    def _ordinary(self) -> re.Pattern[str]:
        return _pattern([line[1:] for line in self.lines if line.startswith("!")])


def _pattern(lines: list[str]) -> re.Pattern[str]:
    """Return what matches any of these lines in a folded text, nothing without lines."""
    each = [" ".join(_word(word) for word in line.split()) for line in lines]
    return re.compile(rf"(?<= )(?:{'|'.join(each)})(?= )" if each else "(?!)")


def _word(written: str) -> str:
    return "[^ ]*".join(fold(part).strip() for part in written.split("*"))


def list_path(language: Language) -> str:
    """Return where the list of a language stands; easy Italian has the Italian one."""
    folder = ITALIAN.folder if language.easy_italian else language.folder
    return f"translations/{folder}/revealing.txt"


def read_list(root: Path, language: Language) -> tuple[str, ...]:
    """Return the lines of a language's list, none where there is no file."""
    path = root / list_path(language)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    written = (line.partition("#")[0].strip() for line in lines)
    return tuple(line for line in written if line)


def revealing_words(root: Path, language: Language) -> RevealingWords:
    """Return what no page of help in a language may say where a phone keeps it."""
    return RevealingWords(read_list(root, ITALIAN) + read_list(root, language))
