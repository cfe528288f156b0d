# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `make serve` shows: pages of a save just made, or else those of the last good build.

A save is rendered at once; the whole build runs behind, in a process of its own, so that every
check has its say. With an error the last good page stays, the report on top.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.problem import ERROR, Problem, errors, summary

from .annotations import PROBLEMS
from .preview import Preview
from .preview_page import dressed

KEPT = "Qui sotto c'è l'ultima versione giusta; il sito in output/ non è cambiato."
NOT_YET = "Questa pagina non c'è ancora: correggi, salva e compare da sola."


class Builds:
    """Counts what there is to see and lets browsers wait for the next."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._count = 0

    def announce(self) -> None:
        """Tell every waiting browser that there is something new."""
        with self._news:
            self._count += 1
            self._news.notify_all()

    def follow(self) -> Iterator[bool]:
        """Yield True at each news, False after 15 quiet seconds."""
        seen = self._count
        while True:
            with self._news:
                if self._count == seen:
                    self._news.wait(timeout=15)
                new, seen = self._count != seen, self._count
            yield new


class Site:
    """What the browser is shown: pages of a save just made, or else those of the last build.

    Attributes:
        preview: the site kept warm; None where a file cannot be read yet.
        builds: what browsers wait for.
        fresh: pages rendered since the last build, by address.
        told: the report that stands on top of every page, "" when all is well.
    """

    def __init__(self, preview: Preview | None, build: Callable[[], str], builds: Builds) -> None:
        self.preview, self.builds = preview, builds
        self.fresh: dict[str, str] = {}
        self.told = ""
        self._build, self._seen = build, "/"
        self._wanted = threading.Event()

    def page(self, address: str, file: Path) -> str:
        """Return the page at `address`, dressed for the preview; `file` is the last build's."""
        self._seen = address
        html = self.fresh.get(address) or file.read_text("utf-8")
        path = self.preview.path_of(address) if self.preview else ""
        edit_url = self.preview.settings["EDIT_URL"] if self.preview else ""
        told = self.told.replace(KEPT, NOT_YET) if address == "/404.html" else self.told
        return dressed(html, path, edit_url, told)

    def knows(self, paths: list[str]) -> bool:
        """Whether a save of these files can be shown without reading everything again."""
        preview = self.preview
        return preview is not None and all(
            path.startswith("content/contacts/") or preview.address_of(path) for path in paths
        )

    def never_had(self, path: str) -> bool:
        """Whether a file that is gone was only an editor's way to save another one."""
        preview = self.preview
        return (
            preview is not None
            and path.startswith("content/")
            and path not in preview.content.paths
        )

    def saved(self, paths: list[str]) -> None:
        """Show at once what was just saved, then have the whole site built."""
        problems = self._show(self.preview, paths) if self.preview else []
        self.told = _told(map(vars, problems), summary(problems)) if problems else ""
        self.builds.announce()
        self.want()

    def _show(self, preview: Preview, paths: list[str]) -> list[Problem]:
        """Render what was saved and what is looked at, unless there are errors: return them."""
        problems = [problem for path in paths for problem in preview.change(path)]
        if not errors(problems):
            for address in {self._seen, *map(preview.address_of, paths)}:
                html = preview.render(address)
                if html is not None:
                    self.fresh[address] = html
        return errors(problems)

    def build_behind(self) -> None:
        """Build the whole site whenever it is wanted, until the process ends."""
        while self._wanted.wait():
            self._wanted.clear()
            told = self._build()
            if self._wanted.is_set():
                continue  # saved again meanwhile: the next build knows better
            news = told != self.told or not self.fresh
            self.told = told
            if not told:
                self.fresh.clear()
            if news:
                self.builds.announce()

    def want(self) -> None:
        """Have the whole site built."""
        self._wanted.set()


def rebuild() -> str:
    """Build in a process of its own; print its report and return it when there are errors."""
    done = subprocess.run([sys.executable, "-m", "tools.build"], check=False)
    if done.returncode == 0:
        return ""
    written = Path(PROBLEMS)
    if not written.exists():
        return "Il sito non si costruisce: il perché è scritto nel terminale."
    found = json.loads(written.read_text("utf-8"))
    return _told(found["problems"], found["summary"])


def _told(problems: Iterable[dict[str, Any]], count: str) -> str:
    """Return the errors as whoever writes reads them: without the line for developers."""
    lines = [f"{p['path']}:{p['line']}  {p['code']}\n  {p['what']}\n  {p['how']}"
             for p in problems if p["severity"] == ERROR]  # fmt: skip
    return "\n\n".join([*lines, f"{count}. {KEPT}"])
