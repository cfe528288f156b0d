# SPDX-License-Identifier: AGPL-3.0-or-later
"""The best known exits, fetched from npm and put into a small site each, as their makers document.

GOV.UK's "Exit this page" and the "Quick exit" of New South Wales, in the versions the table names;
an archive with another fingerprint is refused.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from . import npm
from .exit_hosts import ANYWHERE
from .exit_trials import Subject

PAGES = ("/one/", "/two/", "/three/", "/en/three/")
LINKS = " ".join(f'<a href="{path}">Page {path.strip("/")}</a>' for path in PAGES)
WORDS = "Help for people who are exploited. " * 20

GOVUK_PAGE = """<!doctype html>
<html lang="en" class="govuk-template">
<head><meta charset="utf-8"><title>Help for victims: {path}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="icon" sizes="48x48" href="/assets/images/favicon.ico">
<link rel="icon" sizes="any" href="/assets/images/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/govuk-frontend.min.css"></head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>
<div class="govuk-width-container">
<div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
<a href="{exit}" role="button" draggable="false" class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" data-module="govuk-button" rel="nofollow noreferrer">
<span class="govuk-visually-hidden">Emergency</span> Exit this page</a></div>
<main class="govuk-main-wrapper" id="main-content"><h1 class="govuk-heading-l">Help</h1>
<p class="govuk-body">{links}</p><p class="govuk-body">{words}</p></main></div>
<script type="module" src="/govuk-frontend.min.js"></script>
<script type="module">import {{ initAll }} from '/govuk-frontend.min.js'; initAll()</script>
</body></html>"""

NSW_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Help for victims: {path}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/js/icon.svg"><link rel="stylesheet" href="/css/main.css"></head>
<body>
<span class="sr-only" id="quick-exit-message">Quick exit is available on this page.</span>
<nav class="nsw-skip" aria-label="Skip to links"><a href="#content"><span>Skip to content</span></a></nav>
<main id="content" class="nsw-container"><h1>Help</h1><p>{links}</p><p>{words}</p></main>
<div class="nsw-sticky-container">
<a class="nsw-quick-exit" href="{exit}" data-options='{{"enableEsc": true, "enableCloak": true}}' rel="nofollow noopener" id="nsw-quick-exit">
<div class="nsw-quick-exit__content"><span class="nsw-quick-exit__exit-text">Exit now</span></div></a></div>
<script src="/js/main.js"></script><script>window.NSW.initSite()</script>
</body></html>"""


@dataclass(frozen=True)
class Peer:
    """A design system with an exit.

    Attributes:
        name: the head of its column.
        package: its name and version at npm.
        sha512: the fingerprint of that archive.
        files: what its pages use: the folder or file in the archive, and its place in the site.
        page: the form of its pages.
        exit: a JavaScript expression that finds its exit link.
        shortcut: the gesture that leaves.
    """

    name: str
    package: str
    sha512: str
    files: dict[str, str]
    page: str
    exit: str
    shortcut: str


PEERS = (
    Peer(
        "GOV.UK 6.6.0",
        "govuk-frontend@6.6.0",
        "xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg==",
        {
            "dist/govuk/govuk-frontend.min.css": "govuk-frontend.min.css",
            "dist/govuk/govuk-frontend.min.js": "govuk-frontend.min.js",
            "dist/govuk/assets": "assets",
        },
        GOVUK_PAGE,
        "document.querySelector('.govuk-exit-this-page__button')",
        "Shift ×3",
    ),
    Peer(
        "NSW 3.27.0",
        "nsw-design-system@3.27.0",
        "y4Dve4smRpi+4HpJFu3czATQa7XxlawYZ3PLs6AQet7cAkWkCgCi9h3FnXd0c8GnMaZdfzN7Us+iZGaSw0Hfkg==",
        {"dist/css": "css", "dist/js": "js"},
        NSW_PAGE,
        "document.querySelector('.nsw-quick-exit')",
        "Esc ×3",
    ),
)


def write_peer(peer: Peer, folder: Path) -> Subject:
    """Write the site of a peer into `folder`, from the archive that npm gives or gave.

    Raises:
        LookupError: npm gave nothing, or other bytes than those we know.
        OSError: npm is missing.
    """
    package = npm.brought(peer.package, peer.sha512)
    for source, place in peer.files.items():
        copy = shutil.copytree if (package / source).is_dir() else shutil.copy
        folder.mkdir(parents=True, exist_ok=True)
        copy(package / source, folder / place)
    for path in PAGES:
        page = folder / path.strip("/") / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            peer.page.format(path=path, exit=ANYWHERE, links=LINKS, words=WORDS), "utf-8"
        )
    return Subject(peer.name, folder, peer.exit, peer.shortcut, PAGES, PAGES[:2])
