# SPDX-License-Identifier: AGPL-3.0-or-later
"""Firefox, driven through WebDriver BiDi: it speaks it by itself, no driver program is needed.

It cannot switch the scripts of one tab off, so visitors without scripts get a Firefox of their own.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from .test_tools import firefox
from .visitor import FIND
from .wire import Refused, Wire, started

LISTENING = r"WebDriver BiDi listening on (ws://\S+)"
QUIET = {
    "app.update.disabledForTesting": True,
    "browser.newtabpage.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "browser.region.network.url": "",
    "remote.prefs.recommended": False,  # they change how Firefox behaves; we want it as it is
}
KEYS = {"Shift": "\ue008", "Alt": "\ue00a", "Escape": "\ue00c", "ArrowRight": "\ue014"}
ROLES = ("heading", "link", "button", "paragraph", "list", "main", "navigation", "status", "alert")


class Firefox:
    """A Firefox that was started, and a second one without scripts once it is asked for."""

    name = "Firefox"

    def __init__(self, program: str, stack: ExitStack) -> None:
        self._program, self._stack = program, stack
        self._wires: dict[bool, Wire] = {}

    def visitor(self, *, scripts: bool = True) -> FirefoxVisitor:
        """Return a new visitor; their scripts may be off."""
        if scripts not in self._wires:
            command = started(
                lambda profile: self._command(profile, scripts), LISTENING, "/session"
            )
            self._wires[scripts] = self._stack.enter_context(command)
            self._wires[scripts].ask("session.new", capabilities={})
        return FirefoxVisitor(self._wires[scripts])

    def _command(self, profile: Path, scripts: bool) -> list[str]:
        settings = {**QUIET, "javascript.enabled": scripts}
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in settings.items())
        (profile / "user.js").write_text("".join(lines), "utf-8")
        words = ("--headless", "--no-remote", "--remote-debugging-port", "0", "--profile")
        return [self._program, *words, str(profile)]


@contextmanager
def started_firefox() -> Iterator[Firefox]:
    """Start the system's Firefox."""
    program = firefox()
    if program is None:
        raise FileNotFoundError("firefox")
    with ExitStack() as stack:
        yield Firefox(program, stack)


class FirefoxVisitor:
    """A tab of Firefox."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        person = wire.ask("browser.createUserContext")["userContext"]
        self._tab = wire.ask("browsingContext.create", type="tab", userContext=person)["context"]

    def open(self, url: str) -> None:
        """Type an address and press Enter."""
        self._wire.ask("browsingContext.navigate", context=self._tab, url=url, wait="none")

    def click(self, find: str) -> None:
        """Click in the middle of the element that a JavaScript expression finds."""
        x, y = self.run(FIND.format(find=find))
        self._act(
            "pointer",
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        )

    def key(self, name: str, *, down: bool) -> None:
        """Press or let go a key; pressed again without letting go, it repeats."""
        self._act("key", {"type": "keyDown" if down else "keyUp", "value": KEYS.get(name, name)})

    def _act(self, kind: str, *actions: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self._wire.ask("input.performActions", context=self._tab, actions=[source])

    def back(self) -> None:
        """Go one entry back in the tab's history."""
        self._wire.ask("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def run(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        target = {"context": self._tab, "sandbox": "trial"}
        answer = self._wire.ask(
            "script.evaluate", expression=expression, target=target, awaitPromise=False
        )
        if answer["type"] == "exception":
            raise Refused(str(answer["exceptionDetails"]["text"]))
        return _plain(answer["result"])

    def picture(self) -> bytes:
        """Return what is on the screen, as PNG."""
        shot = self._wire.ask("browsingContext.captureScreenshot", context=self._tab)
        return base64.b64decode(shot["data"])

    def spoken(self) -> list[str]:
        """Return the roles met in the accessibility tree, one for each node."""
        return [
            role
            for role in ROLES
            for _ in self._wire.ask(
                "browsingContext.locateNodes", context=self._tab,
                locator={"type": "accessibility", "value": {"role": role}},
            )["nodes"]
        ]  # fmt: skip

    def leave(self) -> None:
        """Close the tab."""
        self._wire.ask("browsingContext.close", context=self._tab)

    @property
    def title(self) -> str:
        """The title on the tab, known even while the next page is awaited."""
        return str(self.run("document.title"))

    @property
    def address(self) -> str:
        """The address of the page shown."""
        tree = self._wire.ask("browsingContext.getTree", root=self._tab, maxDepth=0)
        return tree["contexts"][0]["url"]


def _plain(value: dict[str, Any]) -> Any:
    """Return the Python value of a WebDriver BiDi remote value."""
    kind: str = value["type"]
    inside: Any = value.get("value")
    if kind == "array":
        return [_plain(item) for item in inside]
    if kind == "object":
        return {key: _plain(item) for key, item in inside}
    return inside
