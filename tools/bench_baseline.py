# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same content as a site of plain Pelican, for `make bench` to compare ours with.

Pelican's own header lines, its own links, macros as plain text, our style inlined in a small
theme, one page of news, one feed and a 404 for each language. It has no words to translate, no checks and no
sitemap: where the two differ, the baseline does less.
"""

from __future__ import annotations

import re
from pathlib import Path

from plugins.content import Content, read_content
from plugins.inlined import join_styles
from plugins.languages import ITALIAN, Language
from plugins.source import Source

SUBSITES = "pelicanconf.py"  # a run for each language, through the plugin i18n_subsites
ONE_RUN = "plainconf.py"  # one run, Pelican's own translations

_MACRO = re.compile(r'\{\{\s*(\w+)\s*\(\s*"([^"{}]*)"\s*\)\s*\}\}')
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)]+)\)")

_SETTINGS = """\
SITENAME = "Mettiamo le ali"
SITEURL = "http://localhost:8000"
PATH, OUTPUT_PATH, THEME = "content", "output", "theme"
PAGE_PATHS, ARTICLE_PATHS, STATIC_PATHS, THEME_STATIC_PATHS = ["pages"], ["news"], [], []
TIMEZONE, DEFAULT_LANG = "Europe/Rome", "it"
NAVIGATION = ("aiuto", "segnali", "programma", "partecipa")
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
PAGE_LANG_URL, PAGE_LANG_SAVE_AS = "{lang}/{slug}/", "{lang}/{slug}/index.html"
ARTICLE_URL, ARTICLE_SAVE_AS = "news/{slug}/", "news/{slug}/index.html"
ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS = "{lang}/news/{slug}/", "{lang}/news/{slug}/index.html"
DIRECT_TEMPLATES, ARCHIVES_SAVE_AS = ["archives", "404"], "news/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM, CATEGORY_FEED_ATOM, TRANSLATION_FEED_ATOM = "news/feed.xml", None, None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

_BASE = """\
<!doctype html>
<html lang="{% block lang %}{{ DEFAULT_LANG }}{% endblock %}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ SITENAME }}{% endblock %} – {{ SITENAME }}</title>
{% block head %}{% endblock %}
<style>STYLE</style>
</head>
<body>
<nav class="quick"><a class="exit" href="https://www.meteoam.it/" rel="noreferrer">Esci</a>
<div class="help-bar"><a class="help-bar__phone" href="tel:800290290">800 290 290</a>
<a class="help-bar__link" href="{{ SITEURL }}/sicurezza/">Sicurezza</a>
<a class="help-bar__skip" href="#main">Vai al contenuto</a></div></nav>
<header class="header"><div class="slim"><div class="slim__row wrap">
<a class="slim__municipality" href="https://comune.crema.cr.it/">Comune di Crema</a>
{% block languages %}{% endblock %}
</div></div>
<div class="masthead wrap"><a class="brand" href="{{ SITEURL }}/index/">{{ SITENAME }}</a>
<nav><ul>
{% for place in pages if place.slug in NAVIGATION %}
<li><a href="{{ SITEURL }}/{{ place.url }}">{{ place.title|e }}</a></li>
{% endfor %}
</ul></nav></div></header>
<main id="main" class="main" tabindex="-1">{% block main %}{% endblock %}</main>
<footer class="footer"><nav class="footer__pages"><ul class="footer__list">
{% for place in pages|sort(attribute="slug") %}
<li><a href="{{ SITEURL }}/{{ place.url }}">{{ place.title|e }}</a></li>
{% endfor %}
</ul></nav></footer>
</body>
</html>
"""

_TEXT = """\
{% extends "base.html" %}
{% block lang %}{{ NAME.lang }}{% endblock %}
{% block title %}{{ NAME.title|e }}{% endblock %}
{% block head %}
<meta name="description" content="{{ NAME.summary|striptags|e }}">
<link rel="canonical" href="{{ SITEURL }}/{{ NAME.url }}">
{% for other in NAME.translations|sort(attribute="lang") %}
<link rel="alternate" hreflang="{{ other.lang }}" href="{{ SITEURL }}/{{ other.url }}">
{% endfor %}
{% endblock %}
{% block languages %}
<nav class="language-menu"><ul class="language-menu__list">
<li><span class="language-menu__entry" aria-current="true">{{ NAME.lang }}</span></li>
{% for other in NAME.translations|sort(attribute="lang") %}
<li><a class="language-menu__entry" hreflang="{{ other.lang }}" href="{{ SITEURL }}/{{ other.url }}">{{ other.lang }}</a></li>
{% endfor %}
</ul></nav>
{% endblock %}
{% block main %}<h1>{{ NAME.title|e }}</h1>
<div class="prose">{{ NAME.content }}</div>{% endblock %}
"""

_NEWS = """\
{% extends "base.html" %}
{% block main %}<h1>Notizie</h1>
<ul>
{% for item in articles %}
<li><a href="{{ SITEURL }}/{{ item.url }}">{{ item.title|e }}</a> {{ item.locale_date }} {{ item.summary }}</li>
{% endfor %}
</ul>{% endblock %}
"""

_NOT_FOUND = """\
{% extends "base.html" %}
{% block main %}<h1>Questa pagina non c’è</h1>{% endblock %}
"""


def write_baseline(root: Path, folder: Path) -> None:
    """Write into `folder` the content of the project at `root` as a site of plain Pelican."""
    content = read_content(root)
    _write(
        folder / SUBSITES,
        f"{_SETTINGS}PLUGINS = ['i18n_subsites']\nI18N_SUBSITES = {_others(content)}\n",
    )
    _write(folder / ONE_RUN, f"{_SETTINGS}PLUGINS = []\n")
    style = join_styles(root / "theme" / "static" / "css")
    templates = folder / "theme" / "templates"
    _write(templates / "base.html", _BASE.replace("STYLE", style))
    _write(templates / "page.html", _TEXT.replace("NAME", "page"))
    _write(templates / "article.html", _TEXT.replace("NAME", "article"))
    _write(templates / "archives.html", _NEWS)
    _write(templates / "404.html", _NOT_FOUND)
    for source in content.sources:
        if source.place.kind != "contact":
            _write(folder / source.path, native(source, content))


def native(source: Source, content: Content) -> str:
    """Return one page or news item in Pelican's own form."""
    place, fields = source.place, source.fields
    header = {
        "Title": fields["title"],
        "Slug": place.id,
        "Lang": place.language.folder,
        "Summary": fields["description"],
    }
    if "date" in fields:
        header["Date"] = fields["date"].isoformat()
    lines = [f"{key}: {value}" for key, value in header.items()]
    facts = (content.original(source) or source).fields
    sources = [f"- {text}" for text in facts.get("sources", ())]
    body = "\n".join([source.text, "", fields.get("act", ""), "", *sources, ""])
    body = _MACRO.sub(lambda macro: _plain(content, macro[1], macro[2], place.language), body)
    return "\n".join([*lines, "", _LINK.sub(r"]({filename}\1)", body)])


def _plain(content: Content, name: str, contact_id: str, language: Language) -> str:
    """Return a macro as plain text: a number, an e-mail, or the words of a whole card."""
    contact = content.contacts[contact_id]
    shown = [contact.facts.get("phone", ""), *contact.facts.get("email", ())]
    if name != "contact":
        return next((text for text in shown if text), "")
    words = contact.words(language)
    facts = [*shown, contact.facts.get("url", ""), contact.facts.get("address", "")]
    facts += contact.facts.get("hours", ())
    listed = [f"- {text}" for text in facts if text]
    return "\n".join([f"### {words.fields['title']}", "", words.text.strip(), "", *listed])


def _others(content: Content) -> dict[str, dict[str, str]]:
    return {language.folder: {} for language in content.languages if language != ITALIAN}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
