# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make bench`: what a build costs, beside the same content through plain Pelican.

Whole processes, paired runs that take turns, medians; then our build on 4 and 16 times the
pages. Prints a Markdown table and writes reports/bench.json; no figure makes it fail. The
baseline's libraries live in a folder of their own, in our own versions where we have them too.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import asdict
from pathlib import Path

from plugins.languages import LANGUAGES

from .bench_baseline import ONE_RUN, SUBSITES, write_baseline
from .bench_runs import TODAY, Build, Cost, median, ratio, take_turns

ROUNDS = 5  # paired runs of the real site
GROWTH = (4, 16)  # times the pages of the real site
GROWTH_ROUNDS = 3
WORK = Path(".cache/bench")
ENVIRONMENT = Path(".cache/bench-venv")
REPORT = Path("reports/bench.json")
BASELINE = ("pelican", "Markdown", "pelican-i18n-subsites==1.0.0")
PARTS = ("content", "plugins", "theme", "tools", "translations", "pelicanconf.py", "publishconf.py")
_PIN = re.compile(r"^[\w.-]+==[\w.]+", re.MULTILINE)
_TITLE = re.compile(r'^title: *"?(.*?)"?$', re.MULTILINE)

OURS = "Mettiamo le ali, all checks"
WITH_SUBSITES = "Pelican with i18n_subsites"
PLAIN = "Pelican, one run"


def main() -> None:
    """Prepare the sites, take the measures, print and write them."""
    root = Path.cwd()
    shutil.rmtree(WORK, ignore_errors=True)
    python = baseline_python(root)
    real = sites(root, root / WORK, 1, python)
    runs = take_turns(real, ROUNDS)
    grown = {
        times: take_turns(sites(root, root / WORK, times, python), GROWTH_ROUNDS)
        for times in GROWTH
    }
    print(table(runs, {1: runs, **grown}))
    write_report(runs, {1: runs, **grown})
    print(f"\nAll runs are in {REPORT}")


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


def sites(root: Path, work: Path, times: int, python: Path) -> list[Build]:
    """Write the site, `times` as large, in our form and in plain Pelican's; return the builds."""
    ours, theirs = work / f"ours-{times}", work / f"pelican-{times}"
    ours.mkdir(parents=True)
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        copy(root / part, ours / part)
    keep_two_languages(ours)
    grow(ours, times)
    write_baseline(ours, theirs)
    pelican = (str(python), "-m", "pelican", "--settings")
    return [
        Build(OURS, ours, (sys.executable, "-m", "tools.build")),
        Build(WITH_SUBSITES, theirs, (*pelican, SUBSITES)),
        Build(PLAIN, theirs, (*pelican, ONE_RUN)),
    ]


def keep_two_languages(site: Path) -> None:
    """Keep Italian and English, the two languages in which every page is written."""
    others = {language.folder for language in LANGUAGES} - {"it", "en"}
    for other in others:
        for folder in (site / "translations" / other, *site.glob(f"content/*/{other}")):
            shutil.rmtree(folder, ignore_errors=True)
    record = site / "content" / "addresses.txt"
    lines = record.read_text("utf-8").splitlines(keepends=True)
    kept = (line for line in lines if line.split("/")[1:2] not in [[other] for other in others])
    record.write_text("".join(kept), "utf-8")


def grow(site: Path, times: int) -> None:
    """Copy every page `times` - 1 times, each with a name and a title of its own."""
    for versions in sorted((site / "translations" / "versions").glob("*.json")):
        for number in range(2, times + 1):
            shutil.copy(versions, versions.with_name(f"{versions.stem}-{number}.json"))
    for page in sorted((site / "content" / "pages").glob("*/*.md")):
        text = page.read_text("utf-8")
        for number in range(2, times + 1):
            copy = _TITLE.sub(rf'title: "\1 ({number})"', text, count=1)
            page.with_name(f"{page.stem}-{number}.md").write_text(copy, "utf-8")


def table(runs: dict[str, list[Cost]], sizes: dict[int, dict[str, list[Cost]]]) -> str:
    """Return the measures as two Markdown tables."""
    lines = [
        f"| build (median of {ROUNDS}) | pages | wall s | CPU s | peak MiB | pages/s | wall, ours = 1 | CPU, ours = 1 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for name, costs in runs.items():
        wall, cpu = (
            ratio(runs, name, OURS, lambda cost: cost.wall),
            ratio(runs, name, OURS, lambda cost: cost.cpu),
        )
        lines.append(f"| {name} | {median(costs).row} | {wall:.2f} | {cpu:.2f} |")
    lines += [
        "",
        "| growth | build | pages | wall s | CPU s | peak MiB | pages/s |",
        "| --: | --- | --: | --: | --: | --: | --: |",
    ]
    for times, measured in sizes.items():
        lines += [
            f"| {times}× | {name} | {median(costs).row} |" for name, costs in measured.items()
        ]
    return "\n".join(lines)


def write_report(runs: dict[str, list[Cost]], sizes: dict[int, dict[str, list[Cost]]]) -> None:
    """Write every run, the medians and the ratios to reports/bench.json."""
    report = {
        "today": TODAY,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "ratios": {
            name: {
                "wall": round(ratio(runs, name, OURS, lambda cost: cost.wall), 3),
                "cpu": round(ratio(runs, name, OURS, lambda cost: cost.cpu), 3),
            }
            for name in runs
        },
        "sizes": {
            times: {
                name: {"median": asdict(median(costs)), "runs": [asdict(cost) for cost in costs]}
                for name, costs in measured.items()
            }
            for times, measured in sizes.items()
        },
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
