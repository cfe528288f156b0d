# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the documents say about the code is what the code says (R83)."""

from __future__ import annotations

import re

import pytest
import yaml

from plugins.checks import catalogue
from plugins.languages import LANGUAGES
from tests.conftest import ROOT
from tests.promises import PROMISES
from tools import docs


@pytest.mark.parametrize(
    "path",
    ["README.md", "docs/guida.md", "docs/promises.md", "publiccode.yml"],
)
def test_generated_documents_are_current(path: str) -> None:
    """Tables of commands, checks and promises equal the code's (R83).

    docs/da-confermare.md follows the texts: who changes a contact need not know it, `make docs` does.
    """
    assert docs.documents(ROOT)[path] == (ROOT / path).read_text("utf-8"), "run: make docs"


def test_every_check_is_in_the_readme() -> None:
    """Staff find every code of the report in the README's table."""
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [] == [rule.code for rule, _ in catalogue() if f"`{rule.code}`" not in readme]


def test_every_command_in_the_documents_exists() -> None:
    """Every `make …` a document shows is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    documents = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    words = "\n".join(file.read_text("utf-8") for file in documents)
    shown = set(re.findall(r"(?:^|`|\s)make ([a-z][a-z-]+)", words))

    assert set() == {name for name in shown if name not in targets}


def test_every_proved_promise_is_written() -> None:
    """A test may only name a promise that stands in tests/promises.py."""
    assert set() == set(docs.proofs(ROOT)) - set(PROMISES)


def test_publiccode_names_our_languages() -> None:
    """publiccode.yml lists exactly the languages the site is published in (R92)."""
    facts = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))

    ours = [language.tag for language in LANGUAGES]
    assert ours == facts["localisation"]["availableLanguages"]


def test_publiccode_is_a_valid_0_7() -> None:
    """publiccode.yml is of version 0.7, names the organisation, and has no Italian section (R92)."""
    facts = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    found = (str(facts["publiccodeYmlVersion"])[:3], "uri" in facts["organisation"], "IT" in facts)

    assert ("0.7", True, False) == found


SOURCES = [
    path
    for folder in ("plugins", "tools", "tests", "theme")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".html", ".css") and "examples" not in path.parts
    if "vendor" not in path.parts
]


def test_every_source_file_names_its_licence() -> None:
    """The first lines of every source file carry an SPDX licence line (R92)."""
    line = "SPDX-License-Identifier: AGPL-3.0-or-later"
    missing = [path for path in SOURCES if line not in path.read_text("utf-8")[:300]]

    assert [] == [path.relative_to(ROOT).as_posix() for path in missing]
