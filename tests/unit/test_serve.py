# SPDX-License-Identifier: AGPL-3.0-or-later
"""The preview server: pages with the reload line, the last good site, news of each build."""

from __future__ import annotations

import functools
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from tools.serve import RELOAD, Builds, Handler


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A preview server over two pages."""
    (tmp_path / "aiuto").mkdir()
    (tmp_path / "aiuto" / "index.html").write_text("<!doctype html><head><title>Aiuto</title>")
    (tmp_path / "404.html").write_text("<!doctype html><head><title>Non c’è</title>")
    handler = type("TestHandler", (Handler,), {"builds": Builds()})
    bound = functools.partial(handler, directory=str(tmp_path))
    running = ThreadingHTTPServer(("127.0.0.1", 0), bound)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_a_page_is_served_with_the_reload_line(server: str, tmp_path: Path) -> None:
    """The line stands before the page's own policy as it goes out, and never on disk."""
    with urllib.request.urlopen(f"{server}/aiuto/") as answer:
        html = answer.read().decode()

    assert f"<!doctype html><head>{RELOAD}<title>Aiuto</title>" == html
    assert RELOAD not in (tmp_path / "aiuto" / "index.html").read_text()


def test_an_unknown_address_gets_the_404_page(server: str) -> None:
    """The preview shows the same 404 page as the public site."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{server}/manca/")

    assert (404, True) == (error.value.code, "Non c’è" in error.value.read().decode())


def test_every_new_build_is_announced() -> None:
    """A browser that waits hears of the next build at once."""
    builds = Builds()
    follower = builds.follow()
    heard: list[bool] = []
    listener = threading.Thread(target=lambda: heard.append(next(follower)))
    listener.start()
    while listener.is_alive():
        builds.announce()
        listener.join(timeout=0.05)

    assert [True] == heard
