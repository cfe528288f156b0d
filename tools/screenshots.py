# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make screenshots`: the pictures of the README, taken from a real build in a real browser.

The site is built in a folder of its own with a fixed TODAY, as the public would see it, as staff
see it, and with one page broken on purpose: the pictures change only when the site does.
"""

from __future__ import annotations

import functools
import html
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .test_tools import chromium

PICTURES = Path("docs/images")
TODAY = "2026-11-22"
PUBLIC_URL = "https://ali.example.org"
PARTS = ("content", "plugins", "theme", "tools", "translations", "pelicanconf.py", "publishconf.py")
MOBILE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

BROKEN_PAGE = "content/pages/it/partecipa.md"
BROKEN_LINES = """
Chiama il 02 1234 5678. Leggi anche [i tuoi diritti](dirittti.md).

{{ contact("antitrata") }}
"""
TERMINAL = """<!doctype html>
<html lang="it"><head><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px; background: #14202b; color: #e8eef4; }}
pre {{ margin: 0; font: 17px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; white-space: pre-wrap; }}
b {{ color: #9fd0ff; font-weight: normal; }}
</style></head><body><pre><b>$ make html</b>
{report}</pre></body></html>"""


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the address it shows, the size of the window."""

    name: str
    address: str
    window: dict[str, int]


PUBLIC_PICTURES = (
    Picture("home-it", "/", DESKTOP),
    Picture("aiuto-it", "/aiuto/", MOBILE),
    Picture("aiuto-en", "/en/aiuto/", MOBILE),
)
PREVIEW_PICTURE = Picture("preview", "/partecipa/", DESKTOP)


def main() -> None:
    """Build, look, and write the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_project(Path.cwd(), Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium())
        build(project, "--public")
        with served(project / "output") as site:
            for picture in PUBLIC_PICTURES:
                take(browser, picture, site)
        build(project)
        with served(project / "output") as site:
            take(browser, PREVIEW_PICTURE, site)
        take_report(browser, broken_report(project))
        browser.close()
    for file in sorted(PICTURES.glob("*.png")):
        print(f"{file}: {file.stat().st_size // 1024} kB")


def copy_project(root: Path, folder: Path) -> Path:
    """Copy what a build needs into `folder`; return it."""
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        copy(root / part, folder / part)
    return folder


def build(project: Path, *arguments: str, check: bool = True) -> str:
    """Build the site of `project`; return what was printed."""
    known = {**os.environ, "TODAY": TODAY, "SITEURL": PUBLIC_URL}
    done = subprocess.run(
        [sys.executable, "-m", "tools.build", *arguments],
        cwd=project, env=known, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if check and done.returncode:
        raise SystemExit(done.stdout)
    return done.stdout


def broken_report(project: Path) -> str:
    """Break one page in three ways; return the report of its build."""
    page = project / BROKEN_PAGE
    page.write_text(page.read_text("utf-8") + BROKEN_LINES, "utf-8")
    return build(project, check=False)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; give its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def take(browser: Browser, picture: Picture, site: str) -> None:
    """Write the first screen of one page."""
    page = _window(browser, picture.window)
    page.goto(site + picture.address)
    _write(page, picture.name)


def take_report(browser: Browser, report: str) -> None:
    """Write a report as a terminal shows it, as tall as it is."""
    page = _window(browser, {"width": 1100, "height": 300})
    page.set_content(TERMINAL.format(report=html.escape(report)))
    _write(page, "report", full_page=True)


def _window(browser: Browser, size: dict[str, int]) -> Page:
    return browser.new_page(
        viewport=size, color_scheme="light", reduced_motion="reduce", locale="it-IT",
        timezone_id="Europe/Rome", device_scale_factor=1,
    )  # fmt: skip


def _write(page: Page, name: str, full_page: bool = False) -> None:
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled", full_page=full_page)
    page.close()


if __name__ == "__main__":
    main()
