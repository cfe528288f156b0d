# SPDX-License-Identifier: AGPL-3.0-or-later
"""Does a translation still say what the Italian says? The state of every page in every language.

A translation is judged by the heaviest change since the version it was made from; a change that
nobody weighed counts as normal (design.md §5; R37–R43).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .content import Content
from .fingerprint import TOP, Version
from .languages import ITALIAN, Language
from .source import Source

ORIGINAL, REVIEWED, UNREVIEWED, OLD, WITHDRAWN, MISSING = (
    "original", "reviewed", "unreviewed", "old", "withdrawn", "missing",
)  # fmt: skip
TYPO, NORMAL, SAFETY = "typo", "normal", "safety"
_WEIGHTS = (TYPO, NORMAL, SAFETY)  # from light to heavy
NO_CODE = "-"  # in a line of `changes`, of a section that was not there or is there no more


@dataclass(frozen=True)
class Change:
    """One line of `changes`: how much a change of one section weighs.

    Attributes:
        section: its id; before, after: the section's codes around the change, "" where the page
            had no such section.
    """

    day: datetime.date
    weight: str
    section: str
    before: str
    after: str

    def __str__(self) -> str:
        codes = f"{self.before or NO_CODE} {self.after or NO_CODE}"
        return f"{self.day} {self.weight} {self.section} {codes}"


@dataclass(frozen=True)
class State:
    """How a page stands in one language.

    Attributes:
        name: one of the six words above.
        weights: the weight of every section that changed since it was translated, by id.
    """

    name: str
    weights: dict[str, str]

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """The sections that readers must not see until they follow the Italian again."""
        return tuple(name for name, weight in self.weights.items() if weight == SAFETY)


def changes_of(page: Source) -> list[Change]:
    """Return the weighed changes of an Italian page, oldest first."""
    found = []
    for line in page.fields.get("changes", ()):
        day, weight, section, *codes = line.split()
        before, after = (code if code != NO_CODE else "" for code in codes)
        found.append(Change(datetime.date.fromisoformat(day), weight, section, before, after))
    return found


def weight_of(section: str, old: str, new: str, changes: list[Change]) -> str:
    """Return how heavy the way of a section from code `old` to code `new` is."""
    mine = [change for change in changes if change.section == section]
    starts = [number for number, change in enumerate(mine) if change.after == old]
    since = mine[starts[-1] + 1 :] if starts else mine
    weights = {change.weight for change in since}
    reached = old
    for change in since:
        reached = change.after if change.before == reached else reached
    if reached != new:
        weights.add(NORMAL)
    return max(weights or {NORMAL}, key=_WEIGHTS.index)


def state_of(content: Content, page_id: str, language: Language) -> State:
    """Return the state of page `page_id` in `language`."""
    original = content.pages.get((page_id, ITALIAN.tag))
    page = content.pages.get((page_id, language.tag))
    if language == ITALIAN:
        return State(ORIGINAL, {})
    if page is None or original is None:
        return State(MISSING, {})
    base = base_version(content, page)
    current = content.versions[page_id]
    weights = weigh(base, current, changes_of(original)) if base else {TOP: NORMAL}
    heaviest = max(weights.values(), key=_WEIGHTS.index, default=TYPO)
    if heaviest == SAFETY:
        return State(WITHDRAWN, weights)
    if heaviest == NORMAL:
        return State(OLD, weights)
    return State(REVIEWED if "reviewed_by" in page.fields else UNREVIEWED, weights)


def weigh(base: Version, current: Version, changes: list[Change]) -> dict[str, str]:
    """Return the weight of every section that changed between two versions."""
    return {
        name: weight_of(name, base.code_of(name), current.code_of(name), changes)
        for name in current.changed_since(base)
    }


def section_names(content: Content, page: Source) -> tuple[str, ...]:
    """Return the id of each `##` of a page: a translation has those of the version it was made from.

    Nobody links to a section of a news item: there a number is name enough.
    """
    if page.place.kind == "news":
        return tuple(f"parte-{number}" for number, _ in enumerate(page.body.sections, start=1))
    base = base_version(content, page)
    if base:
        return tuple(name for name in base.sections if name != TOP)
    return tuple((content.original(page) or page).fields.get("sections", ()))


def base_version(content: Content, page: Source) -> Version | None:
    """Return the Italian version a translation was made from, None when it is not known."""
    known = content.ledger.get(page.place.id, {})
    return known.get(page.fields.get("translated_from", ""))
