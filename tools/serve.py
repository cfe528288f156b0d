# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make serve`: shows the site, and a save in under a second; the whole site is built behind.

A save is read and shown at once (tools/preview.py), while the whole build runs in a process of its
own, so that every check has its say. With an error the last good page stays, the report on top.
What the preview adds to a page is added as it goes out; the files in output/ never hold it.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from plugins.checks.settings import FILE
from plugins.content import read_content
from plugins.problem import errors

from .preview import Preview
from .preview_page import EVENTS
from .preview_site import Builds, Site, rebuild
from .settings import problems_of

PORT = 8000
CONTENT = "content"
WATCHED = (CONTENT, "theme", "translations", "plugins", "tools", "pelicanconf.py")
BUSY = """Il sito di prova è già acceso, in un'altra finestra del terminale.
Apri http://localhost:{port}, oppure premi Ctrl+C in quella finestra e ripeti il comando."""
DEBOUNCE, STEP = 200, 25  # milliseconds: editors write a file in several steps


class Handler(SimpleHTTPRequestHandler):
    """Serves the site, with what the preview adds put in as each page goes out."""

    site: Site

    def do_GET(self) -> None:
        """Answer with events, a page, or any other file."""
        if self.path == EVENTS:
            self._send_events()
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        if page.suffix == ".html" and page.is_file():
            self._send_page(self.path.split("?")[0], page, 200)
        elif not file.exists():
            self._send_page("/404.html", Path(self.directory) / "404.html", 404)
        else:
            super().do_GET()

    def _send_page(self, address: str, file: Path, status: int) -> None:
        html = self.site.page(address, file).encode()
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
            for new in self.site.builds.follow():
                self.wfile.write(b"data: new\n\n" if new else b": wait\n\n")
                self.wfile.flush()
        except OSError:  # the browser has gone
            return

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the report."""


def run(root: Path, port: int = PORT) -> None:
    """Serve and follow every save until Ctrl+C.

    Raises:
        SystemExit: something else, most likely another `make serve`, answers at the port.
    """
    if not (root / "output").exists():
        rebuild()
    site = Site(warm(root), rebuild, Builds())
    handler = type("SiteHandler", (Handler,), {"site": site})
    bound = functools.partial(handler, directory=str(root / "output"))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), bound)
    except OSError as error:
        raise SystemExit(BUSY.format(port=port)) from error
    server.daemon_threads = True
    for work in (server.serve_forever, site.build_behind):
        threading.Thread(target=work, daemon=True).start()
    site.want()
    print(f"Il sito è su http://localhost:{port} – Ctrl+C per finire.", flush=True)
    follow_saves(root, site)


def warm(root: Path) -> Preview | None:
    """Return the site kept warm, None where a file cannot be read yet."""
    content = read_content(root)
    if errors([*content.problems, *problems_of(root / FILE, content)]):
        return None
    preview = Preview(root, content)
    preview.render("/")  # the templates are compiled before the first save
    return preview


def again() -> None:
    """Begin anew in the same terminal."""
    os.execv(sys.executable, [sys.executable, "-m", "tools.serve"])  # noqa: S606 (ourselves)


def follow_saves(root: Path, site: Site) -> None:
    """Show each save of a text at once; after one of the program begin anew."""
    paths = [root / path for path in WATCHED if (root / path).exists()]
    for changes in watch(*paths, debounce=DEBOUNCE, step=STEP, raise_interrupt=False):
        names = sorted({Path(path).relative_to(root).as_posix() for _, path in changes})
        names = [name for name in names if (root / name).exists() or not site.never_had(name)]
        texts = [name for name in names if name.endswith(".md") and (root / name).is_file()]
        if not names:
            continue
        if texts == names and site.knows(texts):
            site.saved(texts)
        else:  # a template, a catalogue, code, a file that went: read everything again
            again()


if __name__ == "__main__":
    logging.getLogger("watchfiles").setLevel(logging.ERROR)  # Ctrl+C is no news
    run(Path.cwd())
