# SPDX-License-Identifier: AGPL-3.0-or-later
"""The three hosts of a trial of the exit: a page outside, the site, and where the exit leads.

One server answers for all three on loopback, by name. It writes down what reaches the destination,
which may answer at once, when the trial lets it, or with nothing.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ANYWHERE = "https://exit.invalid/"  # what the peers' pages write for their exit
_OURS = re.compile(r'(?<=class="exit" href=")[^"]+')
_OUTSIDE = '<title>Outside</title><link rel="icon" href="data:,"><p><a href="{url}">In</a></p>'
_ELSEWHERE = '<title>Weather</title><link rel="icon" href="data:,"><h1>Sunny</h1>'


@dataclass
class Hosts:
    """Where the three hosts are, and what was asked of the last one.

    Attributes:
        port: the port of all three.
        folder: the files of the site.
        reply: how the destination answers: "now", "held" (until it is released), or "nothing" (which
            leaves the tab as it is).
        arrivals: the headers of each request for the destination, in lower case.
        released: lets the held requests go.
    """

    port: int
    folder: Path
    reply: str = "now"
    arrivals: list[dict[str, str]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def outside(self, path: str) -> str:
        """Return the address of a page outside that links to a page of the site."""
        return f"http://outside.localhost:{self.port}{path}"

    def site(self, path: str) -> str:
        """Return the address of a page of the site."""
        return f"http://site.localhost:{self.port}{path}"

    @property
    def destination(self) -> str:
        """Where the exit leads."""
        return f"http://destination.localhost:{self.port}/"

    def reset(self, reply: str = "now") -> None:
        """Forget what was asked, before another trial."""
        self.released.set()
        self.released = threading.Event()
        self.reply, self.arrivals = reply, []


class _Handler(SimpleHTTPRequestHandler):
    """Answers for the three hosts, in silence."""

    def __init__(self, *arguments: Any, hosts: list[Hosts]) -> None:
        self._hosts = hosts[0]
        super().__init__(*arguments, directory=str(self._hosts.folder))

    def do_GET(self) -> None:
        """Answer one request."""
        host = self.headers["Host"].partition(".")[0]
        if host == "outside":
            self._send(_OUTSIDE.format(url=self._hosts.site(self.path)))
        elif host == "destination":
            self._arrive()
        elif (page := Path(self.translate_path(self.path)) / "index.html").is_file():
            text = _OURS.sub(self._hosts.destination, page.read_text("utf-8"))
            self._send(text.replace(ANYWHERE, self._hosts.destination))
        else:
            super().do_GET()

    def _arrive(self) -> None:
        hosts = self._hosts
        hosts.arrivals.append({name.lower(): value for name, value in self.headers.items()})
        if hosts.reply == "nothing":
            self.send_response(204)
            self.end_headers()
            return
        if hosts.reply == "held":
            hosts.released.wait()
        self._send(_ELSEWHERE)

    def _send(self, text: str) -> None:
        body = f"<!doctype html>{text}".encode() if "<!doctype" not in text else text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Does not wait for requests that are never answered, nor complains of a closed tab."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A visitor who leaves closes the line: no news."""


@contextmanager
def hosted(folder: Path) -> Iterator[Hosts]:
    """Serve a built site as one of the three hosts."""
    known: list[Hosts] = []
    with _Server(("127.0.0.1", 0), functools.partial(_Handler, hosts=known)) as server:
        hosts = Hosts(server.server_port, folder)
        known.append(hosts)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield hosts
        hosts.reset()
        server.shutdown()
        thread.join()
