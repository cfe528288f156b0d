# SPDX-License-Identifier: AGPL-3.0-or-later
"""There is one place to look for commands: `make` alone prints them all, and the documents agree."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s`])make ([a-z][a-z-]*)")


def targets() -> set[str]:
    """Return what the Makefile calls its commands."""
    return set(
        re.findall(r"^\.PHONY: (\S+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )


def test_make_alone_lists_every_command() -> None:
    """`make` alone prints each command with what it does, and does nothing else."""
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=False)
    listed = re.findall(r"^  (\S+) {2,}\S.{10,}$", done.stdout, re.MULTILINE)

    assert (0, sorted(targets())) == (done.returncode, sorted(listed))


def test_commands_are_in_one_order() -> None:
    """Each command's help stands right above it, so the list is the Makefile's own order."""
    text = (ROOT / "Makefile").read_text("utf-8")
    helped = re.findall(r"^## (\S+) .*\n\.PHONY: (\S+)\n\2:", text, re.MULTILINE)

    assert [(name, name) for name in re.findall(r"^\.PHONY: (\S+)$", text, re.MULTILINE)] == helped


def test_the_language_of_the_system_is_no_translation() -> None:
    """`make translated PAGE=aiuto` alone never takes LANG from the terminal: what is missing is told (R80)."""
    system = {**os.environ, "LANG": "it_IT.UTF-8", "PAGE": "diritti"}
    command = ["make", "--just-print", "--no-print-directory", "translated"]
    dry = subprocess.run(command, cwd=ROOT, env=system, capture_output=True, text=True, check=False)
    bare = subprocess.run(
        [sys.executable, "-m", "tools.translated", "", ""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, True) == (dry.returncode, dry.stdout.endswith('tools.translated "" ""\n'))
    assert (1, True) == (bare.returncode, "Manca la pagina o la lingua." in bare.stderr)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_documents_name_commands_that_exist(document: Path) -> None:
    """Every `make …` that a document tells people to write is a command (R83)."""
    code = " ".join(CODE.findall(document.read_text("utf-8")))

    assert set() == set(COMMAND.findall(code)) - targets()
