# SPDX-License-Identifier: AGPL-3.0-or-later
"""The closed list of front-matter keys, kind by kind (design.md §3.1, R94)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .problem import nearest
from .values import (
    choice,
    date,
    hours,
    integer,
    matching,
    one,
    past_date,
    person,
    text,
    texts,
    yesno,
)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?", re.IGNORECASE)
_DIAL = re.compile(r"\+39[0-9]{6,11}|[0-9]{3,10}")
_CHAT = re.compile(r"\+39(?: ?[0-9]){6,11}")
CODE = r"[0-9a-f]{4}-[0-9a-f]{4}"
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*|others")


@dataclass(frozen=True)
class Field:
    """One key: its name, how to read its value, what it is for, whether it must be there.

    A key that stands `beside` another must be there where that one is.
    """

    name: str
    read: Callable[[Any], Any]
    help: str
    required: bool = False
    beside: str = ""


TEMPLATES = ("page", "home", "help", "show", "questions", "materials", "legal", "site_map")
CONTACT_KINDS = ("emergency", "helpline", "referral", "office", "service")
STATUSES = ("confirmed", "unconfirmed")
_code = one(matching(re.compile(CODE), "d097-aa91"))
_changes = matching(
    re.compile(rf"\d{{4}}-\d\d-\d\d (?:typo|normal|safety) [a-z0-9-]+ (?:{CODE}|-) (?:{CODE}|-)"),
    "2026-12-01 normal permesso d097-aa91 17c2-0b3e (la seconda parola è typo, normal o safety)",
)
_ids = matching(SLUG, "permesso-di-soggiorno (senza spazi, accenti o maiuscole)")
_url = one(matching(_URL, "https://www.esempio.it/pagina"))
_urls = matching(_URL, "https://www.esempio.it/pagina")

_TITLE = Field("title", text, "il titolo, senza numeri di telefono", required=True)
_DESCRIPTION = Field("description", text, "una frase che riassume la pagina", required=True)
_ACT = Field("act", text, "il piccolo passo che chiude la pagina")
_AUDIO = Field("audio", _code, "il codice del testo letto in content/audio/LINGUA/PAGINA.opus")
_REVIEW = (
    Field("reviewed_by", person, "chi ha riletto la pagina (mai inventato)", beside="reviewed_on"),
    Field("reviewed_on", past_date, "quando l'ha riletta", beside="reviewed_by"),
)
_CHECKED_ON = Field(
    "checked_on", past_date, "il giorno in cui hai consultato le fonti", required=True
)

PAGE = (
    _TITLE,
    _DESCRIPTION,
    _CHECKED_ON,
    Field("sections", _ids, "un nome fisso per ogni titolo ##, nello stesso ordine"),
    Field("order", integer, "il posto della pagina negli elenchi", required=True),
    Field("template", choice(*TEMPLATES), "il modello di pagina, se non è quello comune"),
    Field("sources", texts, "le fonti, ciascuna con un collegamento"),
    Field("sensitive", yesno, "yes per le pagine di chi può essere in pericolo"),
    _ACT,
    Field("changes", _changes, "quanto pesano le modifiche, per chi traduce"),
    _AUDIO,
    Field("valid_until", date, "il giorno in cui la pagina va rivista"),
    *_REVIEW,
)
PAGE_TRANSLATION = (
    _TITLE,
    _DESCRIPTION,
    Field("translated_from", _code, "il codice della versione italiana tradotta", required=True),
    Field("translated_on", past_date, "il giorno della traduzione", required=True),
    *_REVIEW,
    _AUDIO,
    _ACT,
)
CONTACT = (
    _TITLE,
    Field("kind", choice(*CONTACT_KINDS), "che tipo di contatto è", required=True),
    Field("status", choice(*STATUSES), "confirmed si vede, unconfirmed no", required=True),
    _CHECKED_ON,
    Field("source", _urls, "l'indirizzo di una o più fonti", required=True),
    Field("phone", text, "il numero come si legge: 800 290 290"),
    Field("dial", one(matching(_DIAL, "+3903738941 oppure 800290290")), "il numero che si compone"),
    Field("email", matching(_EMAIL, "nome@esempio.it"), "uno o più indirizzi e-mail"),
    Field("whatsapp", one(matching(_CHAT, "+39 350 000 0000")), "il numero"),
    Field("url", _url, "il sito"),
    Field("address", text, "via, numero e città; mai un luogo protetto"),
    Field("hours", hours, "quando risponde: 24/7 oppure Mo-Fr 09:30-18:00"),
    Field("languages", matching(_TAG, "en, zh oppure others"), "le lingue di chi risponde"),
    Field("free", yesno, "yes se la chiamata è gratuita"),
    Field("anonymous", yesno, "yes se non serve dire il nome"),
    Field("essential", yesno, "yes se non deve mai sparire (112 e numero verde)"),
    Field("owner", text, "l'ente a cui appartiene"),
    Field("expires_on", date, "il giorno dopo il quale il contatto si nasconde"),
)
CONTACT_TRANSLATION = (_TITLE,)
NEWS = (
    _TITLE,
    _DESCRIPTION,
    Field("date", past_date, "il giorno della notizia", required=True),
    Field("sources", texts, "le fonti, ciascuna con un collegamento", required=True),
    Field("image", text, "il nome di una fotografia in content/images", beside="image_alt"),
    Field("image_alt", text, "che cosa si vede nella fotografia, per chi non la vede"),
)
_KEYS = {field.name for field in (*PAGE, *PAGE_TRANSLATION, *CONTACT, *NEWS)}


# What the keys are called in Italian, where the English name looks different.
IN_ITALIAN = {
    "titolo": "title", "descrizione": "description", "data": "date", "fonti": "sources", "fonte": "source",
    "immagine": "image", "foto": "image", "telefono": "phone", "numero": "phone", "indirizzo": "address",
    "orari": "hours", "orario": "hours", "lingue": "languages", "stato": "status", "posta": "email", "sito": "url",
    "posizione": "order", "modello": "template", "gratuito": "free", "anonimo": "anonymous",
    "controllato": "checked_on", "scadenza": "expires_on", "tradotto_da": "translated_from",
}  # fmt: skip


def meant_key(written: str, names: Iterable[str]) -> str:
    """Return the key that an author meant, "" when none looks like it."""
    known = IN_ITALIAN.get(written.lower(), "")
    guess = known if known in names else nearest(written.lower(), names)
    # The key of another kind of file is no slip for a key of this one.
    elsewhere = written in _KEYS and written.rstrip("s") != guess.rstrip("s")
    return "" if elsewhere else guess


def fields_of(kind: str, original: bool) -> tuple[Field, ...]:
    """Return the keys of a file of `kind` ("page", "contact", "news")."""
    if kind == "news":
        return NEWS
    if kind == "contact":
        return CONTACT if original else CONTACT_TRANSLATION
    return PAGE if original else PAGE_TRANSLATION


def kind_of(keys: set[str], kind: str, italian: bool) -> str:
    """Return the kind of file that these keys make: `kind`, unless they are all those of another."""

    def fits(other: str) -> bool:
        fields = fields_of(other, italian)
        required = {field.name for field in fields if field.required}
        return required <= keys <= {field.name for field in fields}

    # A contact in another language has a title only, as any file that is not yet written.
    others = ("page", "news", "contact") if italian else ("page", "news")
    return kind if fits(kind) else next(filter(fits, others), kind)
