# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make lighthouse`: Google's Lighthouse on one page of each kind, as on a phone (design.md §8).

Lighthouse comes from npm at the first run, with everything it needs as it was on one day; the
browser is the system's. The public site is built and served on this machine, its address put in
the place of the public one, so that canonical addresses are true. Prints the scores and what
fell short; all of it is in reports/lighthouse.json.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .served import served
from .site_copy import PUBLIC_URL, copy_project, run
from .test_tools import chromium

VERSION = "13.5.0"
DAY = "2026-11-22"  # nothing that npm got later is installed
HOME = Path(".cache") / f"lighthouse-{VERSION}"
REPORT = Path("reports/lighthouse.json")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KINDS = {"front": "", "help": "aiuto/", "long": "domande/", "not found": "404.html"}
NO_NPM = (
    "Per Lighthouse servono npm e Node.js: installali dai pacchetti del tuo sistema, poi ripeti."
)


def main() -> None:
    """Prepare, judge every page, print and write."""
    if not (shutil.which("npm") and shutil.which("node")):
        raise SystemExit(NO_NPM)
    prepare()
    with tempfile.TemporaryDirectory() as work:
        project = copy_project(Path.cwd(), Path(work))
        run(project, "tools.build", "--public")
        with served(project / "output") as host:
            move(project / "output", host)
            pages = addresses(project / "output")
            found = {name: judge(host + address) for name, address in pages.items()}
    print(table(found))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"\nAll audits below 100 are in {REPORT}")


def prepare() -> None:
    """Install Lighthouse into .cache/ where it is missing; no script of a package is run."""
    if (HOME / "ready").exists():
        return
    print("Installing Lighthouse (first run only)…", file=sys.stderr)
    HOME.mkdir(parents=True, exist_ok=True)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", f"--before={DAY}")
    subprocess.run(
        ["npm", "install", *quiet, "--prefix", HOME, f"lighthouse@{VERSION}"], check=True
    )
    (HOME / "ready").touch()


def move(site: Path, host: str) -> None:
    """Write the address at which the site is served in the place of the public one."""
    for page in site.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(PUBLIC_URL, host), "utf-8")


def addresses(site: Path) -> dict[str, str]:
    """Return one page of each kind, in Italian and Arabic; the news is Italian and English."""
    news = min(page.parent.name for page in site.glob("news/*/index.html"))
    pages = {f"{kind}, it": f"/{rest}" for kind, rest in KINDS.items()}
    pages |= {f"{kind}, ar": f"/ar/{rest}" for kind, rest in KINDS.items()}
    return pages | {"news, it": f"/news/{news}/", "news, en": f"/en/news/{news}/"}


def judge(url: str) -> dict[str, Any]:
    """Run Lighthouse once on an address; return its scores, its measures, what fell short."""
    command = (
        "node", HOME / "node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json",
        "--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}",
    )  # fmt: skip
    known = {**os.environ, "CHROME_PATH": chromium() or ""}
    done = subprocess.run(command, env=known, stdout=subprocess.PIPE, check=True)
    return summary(json.loads(done.stdout))


def summary(result: dict[str, Any]) -> dict[str, Any]:
    """Return what counts of a result of Lighthouse."""
    audits, categories = result["audits"], result["categories"]
    measures = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    return {
        "scores": {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        "measures": {name: round(audits[name]["numericValue"]) for name in measures},
        "short": {
            part["id"]: audits[part["id"]]["title"]
            for name in CATEGORIES
            for part in categories[name]["auditRefs"]
            if part["weight"] and (audits[part["id"]]["score"] or 0) < 1
            and audits[part["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
        },
    }  # fmt: skip


def table(found: dict[str, dict[str, Any]]) -> str:
    """Return the scores as a Markdown table."""
    lines = [
        f"| page (Lighthouse {VERSION}, mobile) | {' | '.join(CATEGORIES)} | first paint ms | fell short |",
        "| --- | --: | --: | --: | --: | --: | --- |",
    ]
    for name, page in found.items():
        scores = " | ".join(str(score) for score in page["scores"].values())
        paint = page["measures"]["first-contentful-paint"]
        lines.append(f"| {name} | {scores} | {paint} | {', '.join(page['short'])} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
