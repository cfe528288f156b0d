# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make lock`: resolves pyproject.toml into the two hash-locked files, with pip-tools.

pip-tools lives in a folder of its own: the site does not need it.
"""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

PIP_TOOLS = "pip-tools==7.6.2"
FOLDER = Path(".cache/lock-venv")
OPTIONS = (
    "--quiet", "--generate-hashes", "--no-header", "--no-strip-extras", "--upgrade",
    "--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host",
)  # fmt: skip


def main() -> None:
    """Write requirements.txt and requirements-test.txt."""
    python = FOLDER / "bin" / "python"
    if not python.exists():
        venv.create(FOLDER, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", PIP_TOOLS], check=True)
    for name, extra in (("requirements.txt", ()), ("requirements-test.txt", ("--extra", "test"))):
        command = [
            python,
            "-m",
            "piptools",
            "compile",
            *OPTIONS,
            *extra,
            "-o",
            name,
            "pyproject.toml",
        ]
        subprocess.run(command, check=True)
        print(f"{name} è aggiornato.")


if __name__ == "__main__":
    main()
