# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person in front of a browser: what the trials of the exit need of Chromium and of Firefox.

Real pointer and real keys, the tab's own history; every visitor has a profile of their own.
"""

from __future__ import annotations

from typing import Any, Protocol

FIND = (
    "(() => {{ const e = {find}; e.scrollIntoView({{block: 'center'}});"
    " const box = e.getBoundingClientRect();"
    " return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
)  # where to click


class Visitor(Protocol):
    """One tab with its own history, cookies and cache."""

    def open(self, url: str) -> None:
        """Type an address and press Enter."""

    def click(self, find: str) -> None:
        """Click in the middle of the element that a JavaScript expression finds."""

    def key(self, name: str, *, down: bool) -> None:
        """Press or let go a key; pressed again without letting go, it repeats."""

    def back(self) -> None:
        """Go one entry back in the tab's history."""

    def run(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""

    def picture(self) -> bytes:
        """Return what is on the screen, as PNG."""

    def spoken(self) -> list[str]:
        """Return the names in the accessibility tree, the document's own left out."""

    def leave(self) -> None:
        """Close the tab."""

    @property
    def address(self) -> str:
        """The address of the page shown."""

    @property
    def title(self) -> str:
        """The title on the tab, known even while the next page is awaited."""


class Browser(Protocol):
    """A browser that was started."""

    name: str

    def visitor(self, *, scripts: bool = True) -> Visitor:
        """Return a new visitor; their scripts may be off."""
