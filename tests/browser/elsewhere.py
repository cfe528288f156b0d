# SPDX-License-Identifier: AGPL-3.0-or-later
"""Another site on this machine, for tests that leave ours: it notes who comes from where.

`/` answers at once, `/slow` after 1.5 seconds, `/nothing` at once with 204 No Content: the browser
then stays on the page one left, and can be asked about it (it answers nothing between two sites).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TITLE = "Elsewhere"


class Elsewhere(ThreadingHTTPServer):
    """The other site.

    Attributes:
        referrers: the Referer header of each request for a page, None where there was none.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.referrers: list[str | None] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        if self.path != "/favicon.ico":
            self.server.referrers.append(self.headers["Referer"])
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/nothing":
            self.send_response(204)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>{TITLE}</title><p>{TITLE}".encode())

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def another_site() -> Iterator[Elsewhere]:
    """Serve the other site while the block runs."""
    with Elsewhere() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
