# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads, checks, builds, checks again, and only then puts the new site in place of the old.

`python -m tools.build` makes the preview in output/; `--public` the site for the public;
`--check` stops after the checks and changes nothing. Exit code 0 only when all is well.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import io
import json
import logging
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pelican.log
from pelican import Pelican
from pelican.settings import read_settings

from plugins import clock
from plugins.checks import check_output, check_sources
from plugins.content import Content, read_content
from plugins.output import read_output
from plugins.problem import Problem, Stop, errors, report

from .annotations import PROBLEMS, tell
from .settings import problems_of
from .swap import recover, swap_in

STAMP = "version.json"
UNCHANGED = "Il sito in output/ non è cambiato."
UNCHANGED_PUBLIC = "Il sito pubblico non è cambiato."
OUR_BUG = "Questo è un difetto del programma, non del tuo testo. Manda queste righe a chi lo cura."


class Rejected(Exception):
    """The content or the finished site has errors: nothing is published."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def build(
    root: Path, public: bool, check_only: bool = False
) -> tuple[list[Problem], dict[str, Any]]:
    """Build the site of `root` and put it in output/; return the warnings and what was built.

    Raises:
        Rejected: there are errors; output/ is as it was.
        Stop: a setting is missing or wrong.
    """
    settings_file = root / ("publishconf.py" if public else "pelicanconf.py")
    place = root / "output"
    with _alone(root) as work:
        recover(place)
        content = read_content(root)
        problems = problems_of(settings_file, content) + check_sources(content)
        if errors(problems):
            raise Rejected(problems)
        settings = read_settings(str(settings_file))
        new = work / "output"
        run_pelican(settings, content, new)
        output = read_output(new, settings["SITEURL"], content)
        problems += check_output(output)
        if errors(problems):
            raise Rejected(problems)
        stamp = version(root, settings)
        (new / STAMP).write_text(json.dumps(stamp, indent=1) + "\n", "utf-8")
        if not check_only:
            swap_in(new, place)
    return problems, {**stamp, "pages": len(output.pages)}


def run_pelican(settings: dict[str, Any], content: Content, output: Path) -> None:
    """Let Pelican write the site into `output`; a warning of its own is an error of ours."""
    settings |= {"CONTENT": content, "OUTPUT_PATH": str(output), "DELETE_OUTPUT_DIRECTORY": False}
    pelican.log.init(level=logging.WARNING, fatal="warnings")
    with contextlib.redirect_stdout(io.StringIO()):  # its one line says less than ours
        Pelican(settings).run()


def version(root: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """Return what the file version.json tells: what was built, from what, for where."""
    return {
        "commit": commit(root),
        "today": settings["TODAY"].isoformat(),
        "site_url": settings["SITEURL"],
        "preview": settings["PREVIEW"],
    }


def commit(root: Path) -> str:
    """Return the source's commit, with "+" where files differ from it; "" outside git."""

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    name = git("rev-parse", "HEAD")
    return name + ("+" if name and git("status", "--porcelain") else "")


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[Path]:
    """Give a fresh folder to work in; two builds at once wait for each other."""
    work = root / ".build"
    work.mkdir(exist_ok=True)
    with (work / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        new = work / "output"
        shutil.rmtree(new, ignore_errors=True)
        try:
            yield work
        finally:
            shutil.rmtree(new, ignore_errors=True)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; print the report in Italian; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--public", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    unchanged = UNCHANGED_PUBLIC if chosen.public else UNCHANGED
    root = Path.cwd()
    (root / PROBLEMS).unlink(missing_ok=True)  # nobody shall read yesterday's
    try:
        os.environ["TODAY"] = clock.today().isoformat()  # read once: midnight changes no build
        problems, built = build(root, chosen.public, chosen.check)
    except Rejected as rejected:
        print(report(rejected.problems, unchanged), file=sys.stderr)
        tell(root, rejected.problems, unchanged)
        return 1
    except Stop as stop:
        print(f"{stop}\n\n{unchanged}", file=sys.stderr)
        return 1
    except Exception:  # noqa: BLE001 (whatever it is, staff get a sentence and an exit code)
        print(f"{traceback.format_exc()}\n{OUR_BUG}\n{unchanged}", file=sys.stderr)
        return 2
    place = "." if chosen.check else ": il sito è in output/"
    done = f"{built['pages']} pagine controllate{place}"
    print(report(problems, done))
    tell(root, problems, done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
