# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue of checks: permanent codes, titles staff can read, a reason for each (house.md §5.4)."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter

import pytest

import pelicanconf
from plugins import checks
from plugins.checks import (
    OUTPUT_CHECKS,
    SETTINGS_CHECKS,
    SOURCE_CHECKS,
    catalogue,
    check_settings,
    check_sources,
)
from plugins.problem import Check, Rule
from tests.unit.folders import PROVA, content_of, page, prova

EVERY = (*SOURCE_CHECKS, *SETTINGS_CHECKS, *OUTPUT_CHECKS)
FORBIDDEN = re.compile(
    r"non valid|errat|vietat|dimenticat|per favore|spiacent|\bops\b", re.IGNORECASE
)


def names(check: Check) -> str:
    """Name a check in a report of pytest."""
    return check.rule.code


def test_every_code_is_unique():
    """A code means one rule for ever."""
    codes = Counter(rule.code for rule, _ in catalogue())

    assert [] == [code for code, times in codes.items() if times > 1]


@pytest.mark.parametrize("rule", [rule for rule, _ in catalogue()], ids=lambda rule: rule.code)
def test_every_code_is_an_italian_noun_and_two_digits(rule: Rule):
    """A clerk can read a code aloud on the phone."""
    assert re.fullmatch(r"[A-Z]+-\d\d", rule.code)


@pytest.mark.parametrize("rule", [rule for rule, _ in catalogue()], ids=lambda rule: rule.code)
def test_every_rule_is_one_plain_sentence(rule: Rule):
    """The table of rules is made of sentences that say what holds, without blame."""
    assert not rule.title.endswith(".")
    assert not FORBIDDEN.search(rule.title)


@pytest.mark.parametrize("check", EVERY, ids=names)
def test_every_check_says_why(check: Check):
    """Each check tells why a reader would suffer."""
    assert check.why.endswith((".", ")."))


@pytest.mark.parametrize(
    "name", sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
)
def test_no_check_is_left_out(name):
    """A check that is written is also run: every one of each module is in the catalogue."""
    module = importlib.import_module(f"plugins.checks.{name}")
    written = {value for value in vars(module).values() if isinstance(value, Check)}

    assert [] == [check.rule.code for check in written if check not in EVERY]


def test_the_reader_and_the_checks_are_told_together(tmp_path):
    """What the reader found and what the checks found come in one list (R80)."""
    content = prova(tmp_path, page("[x](zebra.md)", colore="blu"))
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations/messages.pot").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    codes = {problem.code for problem in check_sources(content) if problem.path == PROVA}

    assert {"TESTATA-05", "LINK-01"} <= codes


def test_settings_are_told_like_texts(tmp_path):
    """A wrong setting is a problem with a file, like a wrong text."""
    facts = {**pelicanconf.MUNICIPALITY, "accessibility_url": "https://example.org/"}
    content = content_of(tmp_path, {})
    values = {**vars(pelicanconf), "MUNICIPALITY": facts, "CONTENT": content, "TEXT": ""}

    assert ["pelicanconf.py"] == [problem.path for problem in check_settings(values)]


def test_a_file_with_an_error_is_not_warned_of(tmp_path):
    """What an error may have brought about is no message of its own; other files are warned of."""
    other = "content/pages/it/altra.md"
    files = {
        PROVA: page("[x](zebra.md)", description="Corta."),
        other: page(title="Altra", description="Corta."),
    }
    told = {(found.path, found.code) for found in check_sources(content_of(tmp_path, files))}

    assert {"LINK-01"} == {code for path, code in told if path == PROVA}
    assert (other, "DESCRIZIONE-01") in told
