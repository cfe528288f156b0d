# SPDX-License-Identifier: AGPL-3.0-or-later
"""The house's style and types are held by ruff and mypy, not by reviewers."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT


def test_ruff_is_silent() -> None:
    """Every Python file keeps the rules of pyproject.toml."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "All checks passed!\n") == (done.returncode, done.stdout)


def test_formatting_is_ruffs() -> None:
    """Nobody argues about white space: ruff format has nothing to change."""
    command = [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "-q", "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stdout)


def test_types_hold() -> None:
    """What a function takes and gives is what its signature says, in all our code."""
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", os.devnull]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stdout)
