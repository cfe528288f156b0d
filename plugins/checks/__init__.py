# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue: every check, in the order we run them (house.md §5.4).

Checks on the sources take a `Content`; checks on what would be published take an `Output`.
The README's table is generated from `catalogue()`.
"""

from __future__ import annotations

from ..problem import Check, Problem, Rule
from ..source import RULES
from . import (
    addresses,
    alternates,
    contacts,
    discretion,
    headers,
    html,
    leaks,
    links,
    markup,
    numbers,
    settings,
    text,
    tone,
    translations,
    web_links,
    words,
    wrong_language,
)

SOURCE_CHECKS: tuple[Check, ...] = (
    *headers.CHECKS,
    *discretion.CHECKS,
    *addresses.CHECKS,
    *markup.CHECKS,
    *text.CHECKS,
    *tone.CHECKS,
    *links.CHECKS,
    *web_links.CHECKS,
    *contacts.CHECKS,
    *numbers.CHECKS,
    *words.CHECKS,
    *translations.CHECKS,
    *wrong_language.CHECKS,
)
SETTINGS_CHECKS: tuple[Check, ...] = settings.CHECKS
OUTPUT_CHECKS: tuple[Check, ...] = (
    *html.CHECKS,
    *alternates.CHECKS,
    *leaks.CHECKS,
    *discretion.OUTPUT_CHECKS,
)


def check_sources(content: object) -> list[Problem]:
    """Return every problem of the content folder, those of the reader included."""
    found = list(content.problems)
    for check in SOURCE_CHECKS:
        found += check(content)
    return found


def check_settings(values: object) -> list[Problem]:
    """Return every problem of the settings."""
    return [problem for check in SETTINGS_CHECKS for problem in check(values)]


def check_output(output: object) -> list[Problem]:
    """Return every problem of a built site."""
    return [problem for check in OUTPUT_CHECKS for problem in check(output)]


def catalogue() -> list[tuple[Rule, str]]:
    """Return every rule with the words «fonti», «impostazioni» or «sito»: what it judges."""
    return [
        *((rule, "fonti") for rule in RULES),
        *((check.rule, "fonti") for check in SOURCE_CHECKS),
        *((check.rule, "impostazioni") for check in SETTINGS_CHECKS),
        *((check.rule, "sito") for check in OUTPUT_CHECKS),
    ]
