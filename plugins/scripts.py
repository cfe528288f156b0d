# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which script a letter belongs to: an Arabic page may not carry a Cyrillic paragraph."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter

# ISO 15924 code: how Unicode's names of its letters begin.
_NAMES = {
    "Latn": "LATIN",
    "Arab": "ARABIC",
    "Guru": "GURMUKHI",
    "Beng": "BENGALI",
    "Deva": "DEVANAGARI",
    "Cyrl": "CYRILLIC",
    "Hans": "CJK",
}


def scripts_in(text: str) -> Counter[str]:
    """Return how many letters of each script `text` has; "" counts signs like º and others."""
    found: Counter[str] = Counter()
    for letter, times in Counter(text).items():  # a text has few letters, many times each
        if letter.isalpha():
            found[_script(letter)] += times
    return found


@functools.cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((code for code, start in _NAMES.items() if name.startswith(start)), "")
