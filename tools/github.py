# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make github`: puts the public site on a branch of its own, with ghp-import.

Refuses a preview, a site built from files that are not committed, and the source's own branch.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from plugins.problem import Stop

from .build import STAMP


def read_stamp(output: Path) -> dict[str, object]:
    """Return what version.json says of the site in `output`.

    Raises:
        Stop: there is no site, or it is a preview, or its source is not committed.
    """
    file = output / STAMP
    if not file.exists():
        raise Stop(
            "Manca il sito in output/.", "Scrivi: SITEURL=https://… make github", "no site built"
        )
    stamp = json.loads(file.read_text("utf-8"))
    if stamp["preview"]:
        raise Stop(
            "Il sito in output/ è una prova: mostra anche contatti non confermati.",
            "Scrivi: SITEURL=https://… make github", "output was made for preview",
        )  # fmt: skip
    if not stamp["commit"] or stamp["commit"].endswith("+"):
        raise Stop(
            "Il sito viene da file non ancora salvati in git.",
            "Salva le modifiche con git commit, poi ripeti il comando.", "source tree is not committed",
        )  # fmt: skip
    return stamp


def refuse_source_branch(branch: str, current: str) -> None:
    """Raise Stop when the site would overwrite the source's branch."""
    if branch in (current, "main", "master"):
        raise Stop(
            f"«{branch}» è il ramo dei testi: il sito lo cancellerebbe.",
            "Scegli un altro ramo, per esempio: make github BRANCH=gh-pages", "branch holds the source",
        )  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Push output/ to the branch; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--branch", default="gh-pages")
    branch = parser.parse_args(arguments).branch
    output = Path.cwd() / "output"
    current = subprocess.run(
        ["git", "branch", "--show-current"], capture_output=True, text=True, check=False
    ).stdout.strip()
    try:
        refuse_source_branch(branch, current)
        stamp = read_stamp(output)
    except Stop as stop:
        print(f"{stop}\n\nIl sito pubblico non è cambiato.", file=sys.stderr)
        return 1
    message = f"Publish the site built from {stamp['commit']}"
    ghp_import = Path(sys.executable).with_name("ghp-import")
    command = [str(ghp_import), "-n", "-p", "-m", message, "-b", branch, str(output)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
