# SPDX-License-Identifier: AGPL-3.0-or-later
"""A contact as one page shows it: its facts in the reader's words, ready for the theme."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from .contacts import OTHERS, Contact, url_label
from .languages import Language


@dataclass
class ContactView:
    """What the macros of theme/templates/macros/contact.html may ask of a contact.

    Attributes:
        title, text: in the reader's language, safe HTML.
        phone, tel: the number as shown, and its `tel:` link.
        always: whether it answers day and night.
        old: whether the date of its sources must be shown prominently.
        unconfirmed: whether only a preview shows it.
        contact, language, others: what `hours` and `languages` are made from.
    """

    id: str
    kind: str
    title: Markup
    text: Markup
    phone: str
    tel: str
    emails: tuple[str, ...]
    whatsapp: str
    url: str
    url_label: str
    address: str
    always: bool
    free: bool
    anonymous: bool
    essential: bool
    checked_on: datetime.date
    old: bool
    unconfirmed: bool
    contact: Contact
    language: Language
    others: str

    @cached_property
    def hours(self) -> list[str]:
        """In words; worked out when asked for, as most pages show but a number."""
        return self.contact.hours_text(self.language)

    @cached_property
    def languages(self) -> str:
        """The names of the languages it speaks, joined, "" when unknown."""
        return self.contact.languages_text(self.language, self.others)


def contact_view(
    contact: Contact,
    language: Language,
    today: datetime.date,
    others: str,
    words: tuple[Markup, Markup],
) -> ContactView:
    """Return `contact` for a reader of `language`.

    `others` is "other languages" in the reader's words; `words` are the contact's title and
    sentences, finished.
    """
    facts = contact.facts
    url = facts.get("url", "")
    return ContactView(
        id=contact.id,
        kind=facts["kind"],
        title=words[0],
        text=words[1],
        phone=facts.get("phone", ""),
        tel=contact.tel,
        emails=facts.get("email", ()),
        whatsapp=facts.get("whatsapp", ""),
        url=url,
        url_label=url_label(url) if url else "",
        address=facts.get("address", ""),
        always=contact.always,
        free=facts.get("free", False),
        anonymous=facts.get("anonymous", False),
        essential=contact.essential,
        checked_on=facts["checked_on"],
        old=contact.old(today),
        unconfirmed=contact.hidden(today),
        contact=contact,
        language=language,
        others=others,
    )


def structured_data(contacts: Iterable[Contact], language: Language, name: str, url: str) -> Markup:
    """Return the JSON-LD contact points of these contacts: what the page says, for machines (R75)."""
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": name,
        "url": url,
        "contactPoint": [_point(contact, language) for contact in contacts if contact.tel],
    }
    # `<` is escaped so that nothing can close the script element; the rest is plain JSON.
    return Markup(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    )


def _point(contact: Contact, language: Language) -> dict[str, object]:
    point: dict[str, object] = {
        "@type": "ContactPoint",
        "name": contact.words(language).fields["title"],
        "telephone": contact.facts["phone"],
    }
    if contact.facts.get("free"):
        point["contactOption"] = "TollFree"
    spoken = [tag for tag in contact.spoken if tag != OTHERS]
    if spoken:
        point["availableLanguage"] = spoken
    if contact.always:
        point["hoursAvailable"] = "Mo-Su 00:00-24:00"
    elif "hours" in contact.facts:
        point["hoursAvailable"] = list(contact.facts["hours"])
    return point
