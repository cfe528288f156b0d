# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Gulpease index: how easy an Italian text is to read, from 0 (hardest) to 100 (R65).

The formula is the one of the GULP group (1988): 89 + (300 × sentences − 10 × letters) / words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")


def gulpease(blocks: Iterable[str]) -> float | None:
    """Return the index of a text given as its blocks (paragraphs, headings, list items).

    Every block ends a sentence. Numbers count as words. None when there is no word.
    """
    sentences = words = letters = 0
    for block in blocks:
        found = _WORD.findall(block)
        if not found:
            continue
        words += len(found)
        letters += sum(character.isalnum() for word in found for character in word)
        ends = len(_SENTENCE_END.findall(block))
        sentences += max(1, ends if _SENTENCE_END.search(block[-2:]) else ends + 1)
    if not words:
        return None
    return min(100.0, 89 + (300 * sentences - 10 * letters) / words)
