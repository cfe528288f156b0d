# SPDX-License-Identifier: AGPL-3.0-or-later
"""A browser of the system and the line to it: JSON messages over a WebSocket.

Chromium's protocol and WebDriver BiDi, which Firefox speaks, share this form, so both browsers are
driven without a driver program between, with all they do in the wild, such as their cache of pages.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 60  # seconds a browser may take for anything before we call it dead


class Refused(Exception):
    """The browser answered a command with an error."""


class Wire:
    """Commands to a browser, one at a time; what it tells between them is let go."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._sent = connection, 0

    def ask(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Send one command, return its result.

        Raises:
            Refused: the browser does not know the command, or could not do it.
        """
        self._sent += 1
        message: dict[str, Any] = {"id": self._sent, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._connection.send(json.dumps(message))
        while True:
            answer = json.loads(self._connection.recv(PATIENCE))
            if answer.get("id") == self._sent:
                break
        if "error" in answer:
            raise Refused(f"{method}: {answer['error']} {answer.get('message', '')}")
        return answer["result"]


@contextmanager
def started(command: Callable[[Path], list[str]], listening: str, path: str = "") -> Iterator[Wire]:
    """Start a browser in an empty profile; the regular expression finds its address as it starts.

    Raises:
        OSError: it did not start.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "log"
        profile = Path(folder) / "profile"
        profile.mkdir()
        with (
            log.open("w") as words,
            subprocess.Popen(command(profile), stdout=words, stderr=words) as browser,
        ):
            try:
                with connect(_address(log, listening) + path, max_size=None) as connection:
                    yield Wire(connection)
            finally:
                browser.terminate()
                browser.wait(PATIENCE)


def _address(log: Path, listening: str) -> str:
    for _ in range(PATIENCE * 10):
        if found := re.search(listening, log.read_text("utf-8", "replace")):
            return found[1]
        time.sleep(0.1)
    raise OSError(f"the browser did not start: {log.read_text('utf-8', 'replace')}")


def until(condition: Callable[[], Any], patience: float = PATIENCE) -> bool:
    """Wait for a condition; whether it came true."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
