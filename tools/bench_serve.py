# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a save to the page in the browser: `make serve` on the whole site, measured from outside.

A copy of the project is served; a line of a page is saved anew, and the clock runs until the event
has come and the page with that line has been received. The whole build runs behind all the while.
"""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .site_copy import copy_project

SAVES = 20
PAUSE = 2.0  # seconds between two saves, as of somebody who writes
PAGE, ADDRESS = "content/pages/it/partecipa.md", "/partecipa/"
WORK = Path(".cache/bench-serve")
REPORT = Path("reports/serve.json")


@contextmanager
def served(root: Path, folder: Path) -> Iterator[int]:
    """Serve a copy of the project from `folder`; give its port once it answers."""
    shutil.rmtree(folder, ignore_errors=True)
    copy_project(root, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = f"from pathlib import Path; from tools.serve import run; run(Path.cwd(), {port})"
    server = subprocess.Popen(
        [sys.executable, "-c", start], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert server.stdout  # noqa: S101 - a pipe, as asked
        server.stdout.readline()  # the report of the first build, or the line with the address
        while not _answers(port):
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.communicate()


def save_to_visible(folder: Path, port: int, number: int) -> float:
    """Save the page with a line of its own; return the seconds until it was received."""
    file, mark = folder / PAGE, f"Salvataggio numero {number} di prova."
    kept = file.read_text("utf-8").split("\n\nSalvataggio numero")[0].rstrip()
    events = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    events.request("GET", "/_reload")
    stream = events.getresponse()
    started = time.perf_counter()
    file.write_text(f"{kept}\n\n{mark}\n", "utf-8")
    while mark not in (page(port) if stream.readline().startswith(b"data") else ""):
        pass
    spent = time.perf_counter() - started
    events.close()
    return spent


def page(port: int) -> str:
    """Return the page that is being written, as the browser gets it."""
    browser = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    browser.request("GET", ADDRESS)
    try:
        return browser.getresponse().read().decode()
    finally:
        browser.close()


def _answers(port: int) -> bool:
    try:
        return bool(page(port))
    except OSError:
        return False


def main() -> None:
    """Take the measures, print and write them."""
    root = Path.cwd()
    with served(root, root / WORK) as port:
        times = []
        for number in range(SAVES + 1):
            times.append(save_to_visible(root / WORK, port, number))
            time.sleep(PAUSE)
    told = times[1:]  # the first one warms the page
    found = {"median": statistics.median(told), "longest": max(told), "saves": told}
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    pages = sum(1 for _ in (root / WORK / "output").rglob("*.html"))
    print("| from save to visible page | seconds |\n| --- | --: |")
    print(f"| median of {SAVES} saves, {pages} pages | {found['median']:.2f} |")
    print(f"| longest | {found['longest']:.2f} |")


if __name__ == "__main__":
    main()
