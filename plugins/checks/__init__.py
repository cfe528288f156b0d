# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue: every check, in the order we run them (house.md §5.4).

Checks on the sources take a `Content`; checks on what would be published take an `Output`.
The README's table is generated from `catalogue()`.
"""

from __future__ import annotations

from dataclasses import replace

from ..content import Content
from ..output import Output
from ..problem import ERROR, Check, Problem, Rule, errors
from ..source import RULES
from . import (
    addresses,
    alternates,
    audio,
    contacts,
    discretion,
    headers,
    html,
    leaks,
    links,
    lost_text,
    markup,
    numbers,
    other_markdown,
    pictures,
    settings,
    text,
    tone,
    translations,
    visible_signs,
    web_links,
    words,
    wrong_language,
)

SOURCE_CHECKS: tuple[Check, ...] = (
    *headers.CHECKS,
    *discretion.CHECKS,
    *addresses.CHECKS,
    *markup.CHECKS,
    *other_markdown.CHECKS,
    *visible_signs.CHECKS,
    *text.CHECKS,
    *pictures.CHECKS,
    *lost_text.CHECKS,
    *tone.CHECKS,
    *links.CHECKS,
    *web_links.CHECKS,
    *contacts.CHECKS,
    *numbers.CHECKS,
    *audio.CHECKS,
    *words.CHECKS,
    *translations.CHECKS,
    *wrong_language.CHECKS,
)
SETTINGS_CHECKS: tuple[Check, ...] = settings.CHECKS
# Each page by itself; then the site, of whose pages only the outlines are left.
PAGE_CHECKS: tuple[Check, ...] = (*html.PAGE_CHECKS, *leaks.PAGE_CHECKS)
SITE_CHECKS: tuple[Check, ...] = (
    *html.SITE_CHECKS,
    *alternates.SITE_CHECKS,
    *leaks.SITE_CHECKS,
    *discretion.SITE_CHECKS,
)
OUTPUT_CHECKS = (*PAGE_CHECKS, *SITE_CHECKS)


def check_sources(content: Content) -> list[Problem]:
    """Return every problem of the content folder, those of the reader included.

    A file with an error is not warned of: the warning may come from the error (one cause, one message).
    """
    found = list(content.problems)
    for check in SOURCE_CHECKS:
        found += check(content)
    wrong = {problem.path for problem in errors(found)}
    return [each for each in found if each.severity == ERROR or each.path not in wrong]


def check_settings(values: object) -> list[Problem]:
    """Return every problem of the settings."""
    return [problem for check in SETTINGS_CHECKS for problem in check(values)]


def check_output(output: Output) -> list[Problem]:
    """Return every problem of a built site; each page is parsed once and its outline kept."""
    found: list[Problem] = []
    outlines = {}
    for path, page in output.pages.items():
        alone = replace(output, pages={path: page})
        found += [problem for check in PAGE_CHECKS for problem in check(alone)]
        outlines[path] = page.outline
    whole = replace(output, pages=outlines)
    return found + [problem for check in SITE_CHECKS for problem in check(whole)]


def catalogue() -> list[tuple[Rule, str]]:
    """Return every rule with the words «fonti», «impostazioni» or «sito»: what it judges."""
    return [
        *((rule, "fonti") for rule in RULES),
        *((check.rule, "fonti") for check in SOURCE_CHECKS),
        *((check.rule, "impostazioni") for check in SETTINGS_CHECKS),
        *((check.rule, "sito") for check in OUTPUT_CHECKS),
    ]
