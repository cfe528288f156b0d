# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make serve`: shows the site, rebuilds it at every save, and reloads the page in the browser.

A page with an error leaves the last good site standing and prints the report. The reload is
one line put before the page's own policy as it is served; the files in output/ never hold it.
"""

from __future__ import annotations

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import DefaultFilter, watch

PORT = 8000
WATCHED = ("content", "theme", "translations", "plugins", "pelicanconf.py")
EVENTS = "/_reload"
RELOAD = f'<script>new EventSource("{EVENTS}").onmessage=function(){{location.reload()}}</script>'


class Builds:
    """Counts the builds that succeeded and lets browsers wait for the next one."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._count = 0

    def announce(self) -> None:
        """Tell every waiting browser that there is a new site."""
        with self._news:
            self._count += 1
            self._news.notify_all()

    def follow(self) -> Iterator[bool]:
        """Yield True at each new build, False after 15 quiet seconds."""
        seen = self._count
        while True:
            with self._news:
                if self._count == seen:
                    self._news.wait(timeout=15)
                new, seen = self._count != seen, self._count
            yield new


class Handler(SimpleHTTPRequestHandler):
    """Serves output/, with the reload line put in as each page goes out."""

    builds: Builds

    def do_GET(self) -> None:
        """Answer with events, a page, or any other file."""
        if self.path == EVENTS:
            self._send_events()
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        if page.suffix == ".html" and page.is_file():
            self._send_page(page, 200)
        elif not file.exists():
            self._send_page(Path(self.directory) / "404.html", 404)
        else:
            super().do_GET()

    def _send_page(self, page: Path, status: int) -> None:
        html = page.read_text("utf-8").replace("<head>", f"<head>{RELOAD}", 1).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(html)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(html)

    def _send_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for new in self.builds.follow():
                self.wfile.write(b"data: new\n\n" if new else b": wait\n\n")
                self.wfile.flush()
        except OSError:  # the browser has gone
            return

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the report."""


def rebuild() -> bool:
    """Build in a process of its own, so that changed plugins count too; print its report."""
    return subprocess.run([sys.executable, "-m", "tools.build"], check=False).returncode == 0


def main() -> None:
    """Build, serve, and rebuild until Ctrl+C."""
    builds = Builds()
    rebuild()
    handler = type("SiteHandler", (Handler,), {"builds": builds})
    output = str(Path.cwd() / "output")
    server = ThreadingHTTPServer(("127.0.0.1", PORT), functools.partial(handler, directory=output))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Il sito è su http://localhost:{PORT} – Ctrl+C per finire.")
    paths = [path for path in WATCHED if Path(path).exists()]
    for _ in watch(*paths, watch_filter=DefaultFilter(), raise_interrupt=False):
        if rebuild():
            builds.announce()


if __name__ == "__main__":
    main()
