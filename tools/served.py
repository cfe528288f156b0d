# SPDX-License-Identifier: AGPL-3.0-or-later
"""Serves folders on this machine as a real host does: compressed, over connections that stay open.

What `make bench` and `make lighthouse` measure comes from here, ours and the others alike.
"""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".webmanifest")


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve `folder` on a port of this machine, a free one unless told; give its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@functools.cache
def _packed(file: Path) -> bytes:
    """Return the file as it goes over the line."""
    content = file.read_bytes()
    return gzip.compress(content, 9) if file.suffix in PACKED else content


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, or with nothing."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = _packed(file) if file.is_file() else b""
        self.send_response(200 if file.is_file() else 404)
        kind = self.guess_type(str(file))
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        )
        if body and file.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
