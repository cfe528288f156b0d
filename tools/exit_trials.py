# SPDX-License-Identifier: AGPL-3.0-or-later
"""What leaving a site leaves behind: one trial for each promise R2 to R9, in a real browser.

A trial opens a page outside, clicks into the site, leaves it and looks. Answers are short words,
the same for every site and browser, so that they can be laid side by side.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .exit_hosts import Hosts
from .exit_looks import LOOK, Look, inked, look
from .visitor import Browser, Visitor
from .wire import Refused, until

SHIFT = ("+Shift", "-Shift")
GESTURES = {
    "Shift ×3": SHIFT * 3,
    "Esc ×3": ("+Escape", "-Escape") * 3,
    "Shift+letter ×3": ("+Shift", "+a", "-a", "-Shift") * 3,
    "Shift held, repeating": ("+Shift",) * 9 + ("-Shift",),
    "Alt+Shift ×3": ("+Alt", "+Shift", "-Shift", "-Alt") * 3,
    "Shift+arrow ×3": ("+Shift", "+ArrowRight", "-ArrowRight", "-Shift") * 3,
    "Shift+click ×3": ("+Shift", "click", "-Shift") * 3,
    "Shift, letter, Shift, Shift": (*SHIFT, "+a", "-a", *SHIFT * 2),
    "Shift ×3 in 5.2 s": (*SHIFT, "wait", *SHIFT, "wait", *SHIFT),
}
WAIT = 2.6  # seconds between two keys that do not belong together
SETTLING = 1  # second in which a browser takes note that there is nothing to show
GRACE = 5  # seconds in which something surely happens, if it happens at all
MOMENT = 0.1  # after which nothing of the page may be left (R6)
LINK = """[...document.links].find(
  a => a.href.split("#")[0] === %s && a.getClientRects().length)"""
READY = "location.href.split('#')[0] + document.readyState"


@dataclass(frozen=True)
class Subject:
    """A site with an exit.

    Attributes:
        name: the head of its column.
        folder: its files.
        exit: a JavaScript expression that finds its exit link.
        shortcut: the gesture that leaves.
        visit: three pages and the last of them in another language, each linked from the one before.
        ordinary: two pages that are not marked sensitive.
    """

    name: str
    folder: Path
    exit: str
    shortcut: str
    visit: tuple[str, ...]
    ordinary: tuple[str, ...]


class Trials:
    """The trials of one site in one browser."""

    def __init__(self, browser: Browser, hosts: Hosts, subject: Subject) -> None:
        self._browser, self._hosts, self.subject = browser, hosts, subject

    def referrer(self, leave: str = "click", *, scripts: bool = True) -> str:
        """Return what the destination is told of the site: "none" at best (R4)."""
        with self._inside(self.subject.visit[:1], scripts=scripts) as visitor:
            self._leave(visitor, leave)
            if not until(lambda: self._hosts.arrivals, GRACE):
                return "not reached"
            return self._plain(self._hosts.arrivals[0].get("referer", "none"))

    def back(self, path: tuple[str, ...], *, scripts: bool = True) -> str:
        """Return where Back leads after a visit and the exit (R2, R3)."""
        with self._inside(path, scripts=scripts) as visitor:
            self._leave(visitor)
            self._reach(visitor, self._hosts.destination)
            visitor.back()
            until(lambda: visitor.address != self._hosts.destination, GRACE)
            return self._plain(visitor.address)

    def waiting(self, seconds: float) -> tuple[str, str, float]:
        """Leave, while the destination is silent.

        Return the tab's title before, its title some seconds after, and the share of the screen
        that then has another colour than most of it (R5, R6, R7).
        """
        with self._inside(self.subject.visit[:1], reply="held") as visitor:
            before = visitor.title
            self._leave(visitor)
            time.sleep(seconds)
            return before, visitor.title, inked(visitor.picture())

    def left(self, leave: str = "click") -> tuple[Look, Look]:
        """Return what the page holds before the exit and 100 ms after it.

        The destination answers with nothing, which the page cannot know: Chromium lets nobody read
        a page while the next one is awaited (R5, R6).
        """
        with self._inside(self.subject.visit[:1], reply="nothing") as visitor:
            before = look(visitor)
            self._leave(visitor, leave)
            time.sleep(MOMENT)
            return before, look(visitor)

    def shown_again(self) -> tuple[bool, bool, bool]:
        """Leave, in vain; type another address; go back.

        The destination answers with nothing: a page that still waits for another is not kept in
        Firefox's cache, and it is from there that a blank page may come back blank.
        Return whether the page is whole, its exit works, and it came from the browser's cache (R8).
        """
        with self._inside(self.subject.visit[:1], reply="nothing") as visitor:
            page, before = visitor.address, visitor.run(LOOK)
            visitor.run("void (document.documentElement.dataset.kept = 1)")
            self._leave(visitor)
            until(lambda: self._hosts.arrivals, GRACE)
            time.sleep(SETTLING)
            self._open(visitor, self._hosts.outside("/"))
            visitor.back()
            self._reach(visitor, page)
            after, kept = visitor.run(LOOK), visitor.run("document.documentElement.dataset.kept")
            self._hosts.reset()
            self._leave(visitor)
            return before == after, until(lambda: self._hosts.arrivals, GRACE), bool(kept)

    def gesture(self, name: str) -> bool:
        """Whether a gesture leaves the page (R9)."""
        with self._inside(self.subject.visit[:1]) as visitor:
            self._leave(visitor, name)
            return until(lambda: self._hosts.arrivals, 1.5)

    @contextmanager
    def _inside(
        self, path: tuple[str, ...], *, reply: str = "now", scripts: bool = True
    ) -> Iterator[Visitor]:
        """Open the page outside, then click from page to page: a visitor in the site."""
        self._hosts.reset(reply)
        visitor = self._browser.visitor(scripts=scripts)
        self._open(visitor, self._hosts.outside(path[0]))
        for step in path:
            url = self._hosts.site(step)
            visitor.click(LINK % json.dumps(url))
            self._reach(visitor, url)
        yield visitor
        self._hosts.reset()
        visitor.leave()

    def _open(self, visitor: Visitor, url: str) -> None:
        visitor.open(url)
        self._reach(visitor, url)

    def _leave(self, visitor: Visitor, how: str = "click") -> None:
        """Click on the exit, or make a gesture."""
        if how == "click":
            visitor.click(self.subject.exit)
            return
        for key in GESTURES[how]:
            if key == "wait":
                time.sleep(WAIT)
            elif key == "click":
                visitor.click("document.querySelector('h1')")
            else:
                visitor.key(key[1:], down=key[0] == "+")

    def _reach(self, visitor: Visitor, url: str) -> None:
        """Wait until a page is there, whole.

        Raises:
            TimeoutError: it never was.
        """
        if not until(_quietly(lambda: visitor.run(READY) == f"{url}complete")):
            raise TimeoutError(f"{url}: still at {visitor.address}")

    def _plain(self, address: str) -> str:
        """Return an address in words that are the same in every run."""
        return (
            "outside"
            if address.startswith(self._hosts.outside("/"))
            else address.replace(f"http://site.localhost:{self._hosts.port}", "site ")
        )


def _quietly(question: Callable[[], Any]) -> Callable[[], Any]:
    """Return the question with "no" for an answer while a page makes room for the next."""

    def ask() -> Any:
        try:
            return question()
        except Refused:
            return False

    return ask
