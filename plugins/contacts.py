# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registry: every number, address and opening hour, written once (design.md §4, R71–R75).

The Italian file holds the facts, the other languages only a title and sentences. A contact that
is unconfirmed, or past its `expires_on`, is hidden in public and marked in a preview; an
essential one is never hidden by a date.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from babel.lists import format_list

from .languages import ITALIAN, Language
from .opening_hours import parse_hours
from .source import Source

OLD_AFTER = datetime.timedelta(days=180)  # design.md §4
STAFF_WARNED_AFTER = datetime.timedelta(days=90)  # R72
WARNED_BEFORE = datetime.timedelta(days=60)  # design.md §3.1
OTHERS = "others"


@dataclass(frozen=True)
class Contact:
    """One contact: its facts, and the words of each language.

    Attributes:
        id: the file's name.
        facts: the Italian front matter, typed by the schema.
        sources: the file of each language, by tag.
    """

    id: str
    facts: dict[str, Any]
    sources: dict[str, Source]

    @property
    def essential(self) -> bool:
        """112 and the helpline: never hidden by a date."""
        return self.facts.get("essential", False)

    @property
    def confirmed(self) -> bool:
        """Whether the Comune stands behind it."""
        return self.facts["status"] == "confirmed"

    @property
    def tel(self) -> str:
        """The `tel:` link, "" without a number."""
        return f"tel:{self.facts['dial']}" if "dial" in self.facts else ""

    def expired(self, today: datetime.date) -> bool:
        """Whether its last day has passed (never, when essential)."""
        last = self.facts.get("expires_on")
        return bool(last and today > last and not self.essential)

    def hidden(self, today: datetime.date) -> bool:
        """Whether the public site leaves it out."""
        return not self.confirmed or self.expired(today)

    @property
    def lasting(self) -> bool:
        """Whether it is never hidden: a sentence may lean on it."""
        return self.essential or (self.confirmed and "expires_on" not in self.facts)

    def old(self, today: datetime.date) -> bool:
        """Whether its sources were consulted too long ago to say nothing about it."""
        return today - self.facts["checked_on"] > OLD_AFTER

    def words(self, language: Language) -> Source:
        """Return the file with its title and sentences, in `language` or else in Italian."""
        return self.sources.get(language.tag) or self.sources[ITALIAN.tag]

    @property
    def words_italian(self) -> Source:
        """The file that holds its facts."""
        return self.sources[ITALIAN.tag]

    def hours_text(self, language: Language) -> list[str]:
        """Return its opening hours in words; nothing for a line that always answers."""
        openings = [parse_hours(line) for line in self.facts.get("hours", ())]
        return [opening.text(language) for opening in openings if opening]

    @property
    def always(self) -> bool:
        """Whether it answers day and night."""
        return "hours" in self.facts and None in map(parse_hours, self.facts["hours"])

    @property
    def spoken(self) -> tuple[str, ...]:
        """The tags of the languages it speaks, each once."""
        return tuple(dict.fromkeys(self.facts.get("languages", ())))

    def languages_text(self, language: Language, others: str) -> str:
        """Return the languages it speaks, named in `language`.

        A language that CLDR does not name in the reader's is covered by `others`, the words
        for "and other languages": a page never suggests more than the facts say.
        """
        tags = self.spoken
        names = [language.name_of(tag) for tag in tags if tag != OTHERS]
        known = [name for name in names if name]
        if len(known) < len(tags):
            known.append(others)
        return format_list(known, locale=language.spelling) if known else ""


def registry(sources: dict[tuple[str, str], Source]) -> dict[str, Contact]:
    """Return the contacts by id, from the files by (id, language tag)."""
    contacts = {}
    for contact_id, tag in sorted(sources):
        if tag == ITALIAN.tag:
            files = {key[1]: file for key, file in sources.items() if key[0] == contact_id}
            facts = sources[contact_id, tag].fields
            contacts[contact_id] = Contact(contact_id, facts, files)
    return contacts


def url_label(url: str) -> str:
    """Return a web address as people write it: no scheme, no last slash."""
    parts = urlsplit(url)
    return re.sub(r"^www\.", "", parts.netloc) + parts.path.rstrip("/")


def digits(text: str) -> str:
    """Return only the digits of `text`, those of every script as 0 to 9."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())
