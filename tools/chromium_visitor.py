# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chromium, driven through its own protocol: its cache of pages stays on, as in the wild."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .test_tools import chromium, playwright_chromium
from .visitor import FIND
from .wire import Refused, Wire, started

LISTENING = r"DevTools listening on (ws://\S+)"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=800,900", "--hide-scrollbars",
)  # fmt: skip
KEYS = {"Shift": (16, 8), "Alt": (18, 1), "Escape": (27, 0), "ArrowRight": (39, 0)}
"""Number of a key, and its bit among the modifiers."""


class Chromium:
    """A Chromium that was started."""

    name = "Chromium"

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def visitor(self, *, scripts: bool = True) -> ChromiumVisitor:
        """Return a new visitor; their scripts may be off."""
        return ChromiumVisitor(self._wire, scripts=scripts)


@contextmanager
def started_chromium() -> Iterator[Chromium]:
    """Start the system's Chromium, else Playwright's."""
    program = chromium() or playwright_chromium()
    if program is None:
        raise FileNotFoundError("chromium")
    with started(lambda profile: _command(program, profile), LISTENING) as wire:
        yield Chromium(wire)


def _command(program: str, profile: Path) -> list[str]:
    return [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]


class ChromiumVisitor:
    """A tab of Chromium."""

    def __init__(self, wire: Wire, *, scripts: bool) -> None:
        self._wire = wire
        self._held: set[str] = set()
        self._context = wire.ask("Target.createBrowserContext")["browserContextId"]
        target = wire.ask("Target.createTarget", url="about:blank", browserContextId=self._context)
        self._target = target["targetId"]
        attached = wire.ask("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = attached["sessionId"]
        self._ask("Page.enable")
        self._ask("Emulation.setScriptExecutionDisabled", value=not scripts)

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._wire.ask(method, self._session, **parameters)

    def open(self, url: str) -> None:
        """Type an address and press Enter."""
        self._ask("Page.navigate", url=url, transitionType="typed")

    def click(self, find: str) -> None:
        """Click in the middle of the element that a JavaScript expression finds."""
        x, y = self.run(FIND.format(find=find))
        press = {"x": x, "y": y, "button": "left", "clickCount": 1}
        held = sum(KEYS[name][1] for name in self._held)
        self._ask("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self._ask("Input.dispatchMouseEvent", type="mousePressed", modifiers=held, **press)
        self._ask("Input.dispatchMouseEvent", type="mouseReleased", modifiers=held, **press)

    def key(self, name: str, *, down: bool) -> None:
        """Press or let go a key; pressed again without letting go, it repeats."""
        again = down and name in self._held
        (self._held.add if down else self._held.discard)(name)
        code, _ = KEYS.get(name, (ord(name[0].upper()), 0))
        held = sum(KEYS.get(key, (0, 0))[1] for key in self._held)
        upper = name.upper() if "Shift" in self._held and len(name) == 1 else name
        text = {"text": upper} if down and len(name) == 1 else {}
        self._ask(
            "Input.dispatchKeyEvent", type="keyDown" if down else "keyUp", key=upper, autoRepeat=again,
            windowsVirtualKeyCode=code, modifiers=held, **text,
        )  # fmt: skip

    def back(self) -> None:
        """Go one entry back in the tab's history."""
        history = self._ask("Page.getNavigationHistory")
        entry = history["entries"][max(history["currentIndex"] - 1, 0)]
        self._ask("Page.navigateToHistoryEntry", entryId=entry["id"])

    def run(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Refused(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """Return what is on the screen, as PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot")["data"])

    def spoken(self) -> list[str]:
        """Return the names in the accessibility tree, the document's own left out."""
        nodes = self._ask("Accessibility.getFullAXTree")["nodes"]
        named = [
            node for node in nodes if not node["ignored"] and node.get("name", {}).get("value")
        ]
        return [
            node["name"]["value"].strip()
            for node in named
            if node["role"]["value"] not in ("RootWebArea", "InlineTextBox")
        ]

    @property
    def title(self) -> str:
        """The title on the tab, known even while the next page is awaited."""
        return self._wire.ask("Target.getTargetInfo", targetId=self._target)["targetInfo"]["title"]

    @property
    def address(self) -> str:
        """The address of the page shown."""
        history = self._ask("Page.getNavigationHistory")
        return history["entries"][history["currentIndex"]]["url"]

    def leave(self) -> None:
        """Close the tab."""
        self._wire.ask("Target.disposeBrowserContext", browserContextId=self._context)
