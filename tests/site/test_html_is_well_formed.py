# SPDX-License-Identifier: AGPL-3.0-or-later
"""Old browsers and screen readers cope with right HTML; wrong HTML each mends in its own way."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import pairwise

import pytest

from plugins.languages import LANGUAGES
from tests.conftest import Project
from tests.site.reading import Page
from tools.test_tools import NU_JAR

# JSON-LD is data: the standard asks the policy only about scripts that would run ("prepare the
# script element" returns before), and no browser reports it; test_nothing_is_asked_or_kept.py shows it.
NOT_A_SCRIPT = "Inline script violates Content Security Policy"
# A file has no origin, so that the checker takes no file for one of 'self'; a server's pages show it.
NO_ORIGIN = "Resource violates Content Security Policy (meta tag): image “../../images/"
# The checker guesses a page's language and knows no Nigerian Pidgin: it takes some pages for English.
NO_PIDGIN = (
    'This document appears to be written in English but the “html” start tag has “lang="pcm"”'
)
# One language a script and direction in `make test`; the same proof for the others at night.
EVERY_DAY = ("it", "en", "ar", "pa", "zh-Hans")
by_language = pytest.mark.parametrize(
    "tag",
    [
        language.tag
        if language.tag in EVERY_DAY
        else pytest.param(language.tag, marks=pytest.mark.nightly)
        for language in LANGUAGES
    ],
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@by_language
def test_parser_forgives_nothing(public_pages: dict[str, Page], tag: str) -> None:
    """An HTML parser finds no error on any page of the public site."""
    mine = [page for page in public_pages.values() if page.lang == tag]

    assert (True, []) == (len(mine) > 10, [error for page in mine for error in page.errors])


@pytest.mark.parametrize("tag", ["it", "ar"])
def test_parser_forgives_nothing_in_a_preview(preview_pages: dict[str, Page], tag: str) -> None:
    """An HTML parser finds no error in what only a preview shows."""
    mine = [page for page in preview_pages.values() if page.lang == tag]
    marked = [page for page in mine if "contact-card" in page.data.decode()]

    assert (True, []) == (len(marked) > 0, [error for page in marked for error in page.errors])


@pytest.mark.skipif(
    not (shutil.which("java") and NU_JAR.exists()),
    reason="the Nu checker needs Java and npm; then: make test",
)
@by_language
def test_nu_checker_finds_nothing(
    public_pages: dict[str, Page], published: Project, tag: str
) -> None:
    """The Nu checker, the standard's own, has no error and no warning on any page."""
    mine = [published.output / path for path, page in public_pages.items() if page.lang == tag]
    done = subprocess.run(
        ["java", "-jar", NU_JAR, "--format", "json", *mine],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = [
        (message["url"].rsplit("/output/", 1)[-1], message.get("lastLine"), message["message"])
        for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]

    assert [] == [
        finding
        for finding in found
        if not finding[2].startswith((NOT_A_SCRIPT, NO_ORIGIN, NO_PIDGIN))
    ]


def test_headings_are_a_ladder(public_pages: dict[str, Page]) -> None:
    """Every page has one main heading, and no level is skipped (R62)."""
    wrong = {}
    for path, page in public_pages.items():
        levels = [
            int(element.tag[1]) for element in page.one("body").iter() if element.tag in HEADINGS
        ]
        steps = pairwise(levels)
        if (
            levels.count(1) != 1
            or levels[0] != 1
            or any(after > before + 1 for before, after in steps)
        ):
            wrong[path] = levels

    assert {} == wrong


def test_landmarks_are_whole_and_named(public_pages: dict[str, Page]) -> None:
    """Every page has one header, main and footer, and each navigation has a name of its own (R62)."""
    wrong = {}
    for path, page in public_pages.items():
        navigations = page.all(".//nav")
        names = {nav.get("aria-label") or nav.get("aria-labelledby") for nav in navigations}
        landmarks = [len(page.all(f"./body/{tag}")) for tag in ("header", "main", "footer")]
        if landmarks != [1, 1, 1] or None in names or len(names) != len(navigations):
            wrong[path] = (landmarks, names)

    assert {} == wrong


def test_ids_are_unique(public_pages: dict[str, Page]) -> None:
    """No id stands twice on a page, and every id that another element names is there (R62)."""
    wrong = {}
    for path, page in public_pages.items():
        ids = [element.get("id") for element in page.root.iter() if element.get("id")]
        named = [
            element.get(name) for element in page.root.iter() for name in ("aria-labelledby", "for")
        ]
        missing = {name for name in named if name} - set(ids)
        if len(ids) != len(set(ids)) or missing:
            wrong[path] = missing

    assert {} == wrong
