# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make bench`: what a build costs, and how the cost grows.

Parts, each alone with `--part`: `comparison` (the two complete languages, beside the same
content through plain Pelican), `languages` (the real site in 2 to 17 of them), `growth` (12
languages, from the real pages to 500 in each): whole processes, medians; `paint` (a slow phone, in
tools/bench_paint.py); `exits` (what leaving leaves behind, in tools/bench_exits.py);
`serve` (from a save to the page seen, in tools/bench_serve.py). Prints Markdown
tables and writes reports/; no figure makes it fail. The builds take about a quarter of an hour on two
idle cores, the browsers some minutes more. The baseline's libraries live in a folder of their own, in
our own versions.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.languages import LANGUAGES

from . import bench_exits, bench_paint, bench_serve
from .bench_baseline import ONE_RUN, SUBSITES, write_baseline
from .bench_runs import Build, Cost, median, repeat, take_turns
from .bench_sites import write_site
from .bench_tables import comparison_table, growth_note, size_table
from .site_copy import TODAY

ROUNDS = 3  # runs of each build; the median counts
NUMBERS_OF_LANGUAGES = (2, 6, 12, len(LANGUAGES))
PAGES = (0, 25, 100, 500)  # in each language; 0: the real ones
GROWN_LANGUAGES = 12
LARGE = 500  # so many pages are built once
ENVIRONMENT = Path(".cache/bench-venv")
REPORT = Path("reports/bench.json")
BASELINE = ("pelican", "Markdown", "pelican-i18n-subsites==1.0.0")
TAGS = [language.tag for language in LANGUAGES]
OURS = "Mettiamo le ali, all checks"
_PIN = re.compile(r"^[\w.-]+==[\w.]+", re.MULTILINE)

Runs = dict[str, list[Cost]]


def main() -> None:
    """Take the measures of one part, or of all; print and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=[*PARTS, *APART], help="only this one")
    chosen = parser.parse_args().part
    builds = [name for name in PARTS if chosen in (None, name)]
    if builds:
        measure_builds(builds)
    for name, part in APART.items():
        if chosen in (None, name):
            part()


def measure_builds(parts: list[str]) -> None:
    """Take the measures of some parts; print and write them."""
    measured = {}
    for name in parts:
        with TemporaryDirectory(prefix="bench-") as work:  # two benches may run side by side
            measured[name] = PARTS[name](Path.cwd(), Path(work))
        print(flush=True)
    write_report(measured)
    print(f"All runs are in {REPORT}")


def compare(root: Path, work: Path) -> Runs:
    """Build the two complete languages in three ways that take turns."""
    python = baseline_python(root)
    ours = write_site(root, work / "ours", TAGS[:2])
    theirs = work / "pelican"
    write_baseline(ours, theirs)
    pelican = (str(python), "-m", "pelican", "--settings")
    builds = [
        _ours(OURS, ours),
        Build("Pelican with i18n_subsites", theirs, (*pelican, SUBSITES)),
        Build("Pelican, one run", theirs, (*pelican, ONE_RUN)),
    ]
    runs = take_turns(builds, ROUNDS)
    print(comparison_table(runs, OURS))
    return runs


def more_languages(root: Path, work: Path) -> Runs:
    """Build the real site in more and more languages."""
    runs = {}
    for number in NUMBERS_OF_LANGUAGES:
        site = write_site(root, work / f"languages-{number}", TAGS[:number])
        runs[str(number)] = repeat(_ours(OURS, site), ROUNDS)
    print(size_table("languages", runs))
    return runs


def more_pages(root: Path, work: Path) -> Runs:
    """Build more and more pages in a dozen languages."""
    runs = {}
    for number in PAGES:
        site = write_site(root, work / f"pages-{number}", TAGS[:GROWN_LANGUAGES], number)
        name = f"{number or 'real'} × {GROWN_LANGUAGES}"
        runs[name] = repeat(_ours(OURS, site), 1 if number >= LARGE else ROUNDS)
        shutil.rmtree(site)
    print(size_table("pages × languages", runs), growth_note(runs), sep="\n\n")
    return runs


PARTS: dict[str, Callable[[Path, Path], Runs]] = {
    "comparison": compare,
    "languages": more_languages,
    "growth": more_pages,
}
APART: dict[str, Callable[[], None]] = {  # these write their own report
    "paint": bench_paint.main,
    "exits": bench_exits.main,
    "serve": bench_serve.main,
}


def _ours(name: str, site: Path) -> Build:
    return Build(name, site, (sys.executable, "-m", "tools.build"))


def baseline_python(root: Path) -> Path:
    """Return the Python that has plain Pelican and the plugin, installed at the first call."""
    python = root / ENVIRONMENT / "bin" / "python"
    if (root / ENVIRONMENT / "ready").exists():
        return python
    print("Installing the baseline (first run only)…", file=sys.stderr)
    venv.create(root / ENVIRONMENT, with_pip=True, clear=True)
    pins = root / ENVIRONMENT / "constraints.txt"
    pins.write_text(
        "\n".join(_PIN.findall((root / "requirements.txt").read_text("utf-8"))), "utf-8"
    )
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", pins)
    subprocess.run([python, *install, *BASELINE], check=True)
    (root / ENVIRONMENT / "ready").touch()
    return python


def write_report(measured: dict[str, Runs]) -> None:
    """Write every run and the medians to reports/bench.json."""
    report = {
        "today": TODAY,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "parts": {
            part: {
                name: {"median": asdict(median(costs)), "runs": [asdict(cost) for cost in costs]}
                for name, costs in runs.items()
            }
            for part, runs in measured.items()
        },
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
