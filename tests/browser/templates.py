# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of each template: what one page of a kind shows, its sisters show too."""

from __future__ import annotations

from plugins.languages import Language
from tests.browser.conftest import Site
from tests.conftest import ROOT

# Where each template of a written page can be seen.
PAGES = {
    "home": "index", "help": "aiuto", "show": "mostra", "page": "convenzione",
    "questions": "domande", "materials": "materiali", "legal": "note-legali", "site_map": "mappa",
}  # fmt: skip
# And those of what the build adds, in the languages that have it.
ADDED = {
    "news_list": "news", "news": "news/2025-09-28-nuova-convenzione", "not_found": "404",
}  # fmt: skip


def one_of_each(site: Site, language: Language) -> dict[str, str]:
    """Return the address, from the site's root, of a page made with each template there is."""
    written = ROOT / "content" / "pages" / language.folder
    found = {
        template if (written / f"{page_id}.md").exists() else "missing": page_id
        for template, page_id in PAGES.items()
    } | ADDED
    there = set(site.of(language))
    paths = {template: site.path(page_id, language) for template, page_id in found.items()}
    return {template: path for template, path in paths.items() if path in there}
