# SPDX-License-Identifier: AGPL-3.0-or-later
"""The editor's configuration, written from the same schema as the reader of the files.

Every key of plugins/schema.py becomes a field with an Italian label and the reader's own help.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plugins import schema, values
from plugins.languages import ITALIAN, LANGUAGES
from plugins.schema import Field

FORMAT = "mettiamo-le-ali"
ORIGINAL = {"name": "_original", "widget": "hidden", "i18n": True}
BODY = {
    "name": "body",
    "label": "Testo",
    "widget": "text",
    "i18n": True,
    "use_emoji_autocomplete": False,
    "hint": "Paragrafi separati da una riga vuota, titoli con ##, grassetto con due asterischi, "
    "collegamenti con testo tra parentesi quadre e indirizzo tra tonde",
}
FIRST = ("title", "description")  # then the text, and after it what changes seldom
CHOICES = {
    "template": schema.TEMPLATES,
    "kind": schema.CONTACT_KINDS,
    "status": schema.STATUSES,
}
LABELS = {
    "title": "Titolo", "description": "Descrizione", "checked_on": "Fonti consultate il", "sections": "Nomi delle sezioni",
    "order": "Posto negli elenchi", "template": "Modello di pagina", "sources": "Fonti", "sensitive": "Pagina delicata",
    "act": "Piccolo passo finale", "changes": "Peso delle modifiche", "audio": "Registrazione", "valid_until": "Da rivedere entro",
    "reviewed_by": "Riletta da", "reviewed_on": "Riletta il", "translated_from": "Tradotta dalla versione",
    "translated_on": "Tradotta il", "kind": "Tipo di contatto", "status": "Stato", "source": "Fonti", "phone": "Telefono",
    "dial": "Numero da comporre", "email": "E-mail", "whatsapp": "WhatsApp", "url": "Sito", "address": "Indirizzo",
    "hours": "Orari", "languages": "Lingue di chi risponde", "free": "Gratuito", "anonymous": "Anonimo",
    "essential": "Indispensabile", "owner": "Ente", "expires_on": "Nascosto dopo il", "date": "Data", "image": "Fotografia", "image_alt": "Che cosa si vede",
}  # fmt: skip
_SLUG = ["^[a-z0-9]+(-[a-z0-9]+)*$", "Solo lettere minuscole, cifre e trattini"]


def holds_a_list(field: Field) -> bool:
    """Return whether the reader of a key takes a list."""
    try:
        field.read([""])
    except values.ValueFault as fault:
        return str(fault) != "list where text goes"
    return True


def list_keys() -> list[str]:
    """Return the keys that hold a list, in order."""
    every = (*schema.PAGE, *schema.PAGE_TRANSLATION, *schema.CONTACT, *schema.NEWS)
    return sorted({field.name for field in every if holds_a_list(field)})


def widget(field: Field) -> dict[str, Any]:
    """Return how the editor asks for the value of a key."""
    if holds_a_list(field):
        item = {"name": "item", "label": LABELS[field.name], "widget": "string"}
        return {"widget": "list", "field": item}
    if field.read is values.date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if field.read is values.integer:
        return {"widget": "number", "value_type": "int", "min": 0}
    if field.read is values.yesno:
        options = [{"label": "sì", "value": "yes"}, {"label": "no", "value": "no"}]
        return {"widget": "select", "options": options}
    if field.name in CHOICES:
        return {"widget": "select", "options": list(CHOICES[field.name])}
    return {"widget": "string", "use_emoji_autocomplete": False}


def fields(original: Iterable[Field], translation: Iterable[Field], tags: list[str]) -> list[Any]:
    """Return the fields of a kind of file: the Italian keys, then those of translations alone."""
    mine, theirs = list(original), list(translation)
    names = {field.name for field in mine}
    shared = {field.name for field in theirs}
    every = [*mine, *(field for field in theirs if field.name not in names)]
    asked = [_field(field, field.name in names, field.name in shared, tags) for field in every]
    words = [field for field in asked if field["name"] in FIRST]
    return [*words, BODY, *(field for field in asked if field not in words), ORIGINAL]


def _field(field: Field, italian: bool, translated: bool, tags: list[str]) -> dict[str, Any]:
    others = [tag for tag in tags if tag != ITALIAN.folder]
    required: bool | list[str] = field.required if italian else others if field.required else False
    hint = field.help if italian else f"{field.help}; in italiano lascia vuoto"
    return {
        "name": field.name,
        "label": LABELS[field.name],
        "hint": hint,
        "required": required,
        "i18n": translated,
        **widget(field),
    }


def collections() -> list[dict[str, Any]]:
    """Return the three kinds of files, with a tab for each of their languages."""
    tags = [language.folder for language in LANGUAGES]
    news = [ITALIAN.folder, "en"]
    pages = fields(schema.PAGE, schema.PAGE_TRANSLATION, tags)
    contacts = fields(schema.CONTACT, schema.CONTACT_TRANSLATION, tags)
    return [
        _collection("pages", "Pagine", "pagina", pages),
        _collection("contacts", "Contatti", "contatto", contacts),
        _collection("news", "Notizie", "notizia", fields(schema.NEWS, schema.NEWS, news), news),
    ]


def _collection(
    name: str, label: str, singular: str, asked: list[Any], tags: list[str] | None = None
) -> dict[str, Any]:
    slug = "{{fields.date}}-{{slug}}" if name == "news" else "{{slug}}"
    return {
        "name": name,
        "label": label,
        "label_singular": singular,
        "folder": f"content/{name}",
        "create": True,
        "format": FORMAT,
        "slug": {"template": slug, "editable": ["create"], "pattern": _SLUG},
        "i18n": {"locales": tags} if tags else True,
        "editor": {"preview": False},
        "fields": asked,
    }


def configuration(backend: Mapping[str, str]) -> dict[str, Any]:
    """Return the whole configuration; `backend` says where the files are kept."""
    return {
        "backend": dict(backend),
        "app_title": "Mettiamo le ali: modifica i testi",
        "media_folder": "content/images",
        "public_folder": "/images",
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "i18n": {
            "structure": "multiple_folders",
            "locales": [language.folder for language in LANGUAGES],
            "default_locale": ITALIAN.folder,
            "initial_locales": "default",
        },
        "collections": collections(),
    }
