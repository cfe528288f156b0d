# SPDX-License-Identifier: AGPL-3.0-or-later
"""A public build never guesses where it will live: wrong absolute addresses cannot be taken back."""

from __future__ import annotations

import pytest

from tests.conftest import Project

CURE = """\
  Scrivilo prima del comando: SITEURL=https://ali.comune.esempio.it make publish
  [en] SITEURL must be the https address of the public site

Il sito pubblico non è cambiato.
"""
MISSING = "Manca l'indirizzo pubblico del sito (SITEURL)."


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", MISSING),
        (
            "http://ali.example.org",
            "L'indirizzo pubblico del sito (SITEURL) è «http://ali.example.org».",
        ),
        ("https://localhost", "L'indirizzo pubblico del sito (SITEURL) è «https://localhost»."),
        ("ali.example.org", "L'indirizzo pubblico del sito (SITEURL) è «ali.example.org»."),
    ],
)
def test_public_build_stops_without_a_public_address(
    project: Project, address: str, fault: str
) -> None:
    """Without an https address of a public host, publishing stops and says what to write (R80)."""
    done = project.build("--public", SITEURL=address)

    assert (1, "", f"ERRORE\n  {fault}\n{CURE}", False) == (
        done.returncode, done.stdout, done.stderr, project.output.exists(),
    )  # fmt: skip


def test_wrong_day_stops_too(project: Project) -> None:
    """A TODAY that is no date stops the build and says how to write it (R80)."""
    done = project.build(TODAY="domani")

    assert (1, "TODAY è «domani» e non è una data.") == (
        done.returncode, done.stderr.splitlines()[1].strip(),
    )  # fmt: skip


def test_public_site_without_declaration_warns(project: Project) -> None:
    """Publishing without AgID's accessibility declaration warns, and names who must file it (R63, R88)."""
    done = project.build("--public", SITEURL="https://ali.example.org")
    warnings = [
        line for line in done.stdout.splitlines() if "IMPOSTAZIONE-02" in line or "RTD" in line
    ]

    assert (0, 2) == (done.returncode, len(warnings))


def test_home_made_declaration_is_refused(project: Project) -> None:
    """An accessibility link that is not AgID's form stops the build (R88)."""
    project.edit(
        "pelicanconf.py", '"accessibility_url": ""', '"accessibility_url": "https://x.example.org/"'
    )
    done = project.build()

    refused = [line.split(":")[0] for line in done.stderr.splitlines() if "  ERRORE  " in line]
    assert (1, ["pelicanconf.py"]) == (done.returncode, refused)
