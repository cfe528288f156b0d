# SPDX-License-Identifier: AGPL-3.0-or-later
"""The site's facts: names, paths, addresses, the order of plugins. No logic.

`make html` uses this file alone and makes a preview; publishconf.py says what differs in public.
"""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # so that the bare `pelican` command finds plugins/

from plugins import clock

SITENAME = "Mettiamo le ali"
SITEURL = "http://localhost:8000"
PREVIEW = True  # shows unconfirmed contacts, with a mark
EDIT_URL = ""  # where the forge edits a file: "https://github.com/NAME/PROJECT/edit/main/{path}"
TODAY = clock.today()
UNREVIEWED = "show"  # "hide" keeps back translations that no mediator has read (R43)
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"

# What the Comune has not confirmed stays empty, and its line stays hidden (R86, R88).
MUNICIPALITY = {
    "name": "Comune di Crema",
    "url": "https://comune.crema.cr.it/",
    "tax_code": "",
    "transparency_url": "",
    "privacy_officer_url": "",
    "report_url": "",
    "accessibility_url": "",  # must start with https://form.agid.gov.it/
}

# Where the texts are kept, for `make editor` (docs/editor.md); empty until the Comune has chosen.
EDITOR = {
    "forge": "",  # gitlab, gitea (Forgejo too) or github
    "address": "",  # of a forge of one's own: "https://git.comune.esempio.it"
    "project": "",  # "comune/mettiamo-le-ali"
    "branch": "main",
    "application": "",  # the id of the application that signs people in (GitLab, Forgejo)
}

NAVIGATION = ("aiuto", "segnali", "programma", "partecipa")
LEGAL_NAVIGATION = ("privacy", "note-legali", "accessibilita", "mappa")

# External links are taken as Italian, unless their host stands here.
FOREIGN_HOSTS = {
    "atina.org.rs": "en",
    "coe.int": "en",
    "humanrights.gov.mt": "en",
    "unodc.org": "zh",
    "www.readkong.com": "en",
}

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
PAGE_PATHS = ["pages"]
ARTICLE_PATHS = ["news"]
STATIC_PATHS = ["audio"]
IGNORE_FILES = [".*"]
THEME_STATIC_PATHS: list[str] = []  # the style is inlined in each page
DEFAULT_CATEGORY = "news"
USE_FOLDER_AS_CATEGORY = False

PLUGINS = [
    "plugins.reader",
    "plugins.inlined",
    "plugins.theme_functions",
    "plugins.extra_pages",
    "plugins.picture_files",
    "plugins.translation_state",
    "plugins.page_language",
    "plugins.sitemap",
]
JINJA_ENVIRONMENT = {
    "auto_reload": False,  # templates do not change within a build
    "autoescape": True,
    "extensions": ["jinja2.ext.i18n"],
    "lstrip_blocks": True,
    "trim_blocks": True,
    "undefined": StrictUndefined,
}

# One run holds all languages: Pelican must not pair translations, nor make blog pages or feeds.
PAGE_TRANSLATION_ID = None
ARTICLE_TRANSLATION_ID = None
DIRECT_TEMPLATES: list[str] = []
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
