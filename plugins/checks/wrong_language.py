# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is a page written in its language? Guessed from the commonest words of the site's own texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from ..content import Content
from ..languages import Language
from ..problem import Fault, check
from ..source import Source

LEAST_WORDS = 30  # of a page: a shorter one may be all names
LEAST_FILES = 4  # of a language: fewer tell nothing
COMMONEST = 40  # words, by how many files have them: one page in another language weighs little
MARGIN = 2  # how much better another language must fit
LEAST_FIT = 0.05  # a language written without spaces hardly fits itself
_WORD = re.compile(r"[^\W\d_]{2,}")


@check("TRADUZIONE-08", "Ogni pagina è scritta nella sua lingua")
def other_language(content: Content) -> Iterator[Fault]:
    """Whoever chose a language and meets another believes that the page is not for them."""
    words = {source.path: _words(source) for source in content.sources}
    common = _common_words(content, words)
    for source in content.sources:
        mine, own = words[source.path], source.place.language
        if own not in common or mine.total() < LEAST_WORDS:
            continue
        fits = {language: _fit(mine, known) for language, known in common.items()}
        best = max(fits, key=lambda language: (fits[language], language.tag))
        other = best.locale_id != own.locale_id
        if other and fits[best] > MARGIN * max(fits[own], LEAST_FIT):
            yield Fault(
                source.path, source.first_line,
                f"Il testo sembra scritto in «{best.folder}», e sta nella cartella «{own.folder}».",
                f"Traducilo, o spostalo in content/{source.path.split('/')[1]}/{best.folder}/",
                "text in another language",
            )  # fmt: skip


def _words(source: Source) -> Counter[str]:
    text = re.sub("\ue000.*?\ue001", "", " ".join(source.body.blocks))
    return Counter(word.casefold() for word in _WORD.findall(text))


def _common_words(
    content: Content, words: dict[str, Counter[str]]
) -> dict[Language, frozenset[str]]:
    """Return the words that most files of a language have."""
    files: dict[Language, list[Counter[str]]] = {}
    for source in content.sources:
        files.setdefault(source.place.language, []).append(words[source.path])
    counts = {language: Counter(chain(*found)) for language, found in files.items()}
    return {
        language: frozenset(word for word, _ in counts[language].most_common(COMMONEST))
        for language, found in files.items()
        if len(found) >= LEAST_FILES
    }


def _fit(words: Counter[str], common: frozenset[str]) -> float:
    """Return which share of a text's words, of which it has some, are among the commonest of a language."""
    return sum(words[word] for word in common) / words.total()


CHECKS = (other_language,)
