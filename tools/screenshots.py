# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make screenshots`: the pictures of the documents, taken from a real build in a real browser.

A copy of the project is built with a fixed TODAY as the public would see it; then `make serve` runs in
it while one page is changed, and broken on purpose: the pictures change only when the site does.
"""

from __future__ import annotations

import html
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from .served import served
from .site_copy import copy_project, known, run
from .test_tools import chromium
from .translations import REPORT
from .wire import until

PICTURES = Path("docs/images")
COLOURS = 96  # enough for a page without photographs; a picture weighs half
MOBILE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
SMALL: ViewportSize = {"width": 620, "height": 420}
TABLE: ViewportSize = {"width": 1280, "height": 880}

PAGE = "content/pages/it/partecipa.md"
ADDRESS = "/partecipa/"
OLD, NEW = "Non servono eroi.", "Non servono eroi, e nessuno deve fare da solo."
SLIPS = """
Chiama il 02 1234 5678. Leggi anche [i tuoi diritti](dirittti.md).

{{ contact("antitrata") }}
"""
SERVE = "from pathlib import Path; from tools.serve import run; run(Path.cwd(), {port})"
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
    window: ViewportSize


PUBLIC_PICTURES = (
    Picture("home-it", "/", DESKTOP),
    Picture("aiuto-it", "/aiuto/", MOBILE),
    Picture("aiuto-en", "/en/aiuto/", MOBILE),
)


def main() -> None:
    """Build, look, and write the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_project(Path.cwd(), Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium())
        run(project, "tools.build", "--public")
        with served(project / "output") as site:
            for picture in PUBLIC_PICTURES:
                page = opened(browser, site + picture.address, picture.window)
                write(page, picture.name)
        shutil.rmtree(project / "output")
        with previewed(project) as site:
            take_preview(browser, project, site)
        take_report(browser, run(project, "tools.build", check=False))
        browser.close()
    for file in sorted(PICTURES.glob("*.png")):
        print(f"{file}: {file.stat().st_size // 1024} kB")


def take_preview(browser: Browser, project: Path, site: str) -> None:
    """Change one page while `make serve` runs: before, after, what translators see, and an error."""
    write(opened(browser, site + ADDRESS, DESKTOP), "preview")
    page = opened(browser, f"{site}{ADDRESS}#invito", SMALL)
    shoot(page, "pagina-prima")
    file = project / PAGE
    file.write_text(file.read_text("utf-8").replace(OLD, NEW), "utf-8")
    page.get_by_text(NEW).wait_for()
    shoot(page, "pagina-dopo")
    run(project, "tools.translations")
    report = (project / f"{REPORT}.html").as_uri()
    table = opened(browser, report, TABLE)
    table.evaluate("scrollTo(0, document.querySelector('h2').offsetTop - 620)")
    write(table, "traduzioni")
    file.write_text(file.read_text("utf-8").replace(NEW, OLD) + SLIPS, "utf-8")
    page.locator("#preview-report").wait_for()
    page.set_viewport_size(DESKTOP)
    page.evaluate("scrollTo(0, 0)")
    write(page, "errore-in-anteprima")


def take_report(browser: Browser, report: str) -> None:
    """Write a report as a terminal shows it, as tall as it is."""
    page = opened(browser, "about:blank", {"width": 1100, "height": 300})
    page.set_content(TERMINAL.format(report=html.escape(report)))
    write(page, "report", full_page=True)


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """Let `make serve` show the project; give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVE.format(port=port)]
    with subprocess.Popen(command, cwd=project, env=known(), stdout=subprocess.DEVNULL) as serve:
        try:
            until(lambda: answers(port), patience=600)
            yield f"http://127.0.0.1:{port}"
        finally:
            serve.terminate()


def answers(port: int) -> bool:
    """Whether somebody listens at a port of this machine."""
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def opened(browser: Browser, address: str, size: ViewportSize) -> Page:
    """Return a page at an address, in a window of a size."""
    page = browser.new_page(
        viewport=size, color_scheme="light", reduced_motion="reduce", locale="it-IT",
        timezone_id="Europe/Rome", device_scale_factor=1,
    )  # fmt: skip
    page.goto(address)
    return page


def write(page: Page, name: str, *, full_page: bool = False) -> None:
    """Take the picture of a page, then close it."""
    shoot(page, name, full_page=full_page)
    page.close()


def shoot(page: Page, name: str, *, full_page: bool = False) -> None:
    """Take the picture of what a page shows, in few colours."""
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file, animations="disabled", full_page=full_page)
    picture = Image.open(file).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
