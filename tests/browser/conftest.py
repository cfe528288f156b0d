# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real browser, and the built site behind a web server of our own.

The browser is the system's Chromium (tools/test_tools.py makes sure there is one). The public site
is served under its sub-path, the preview at the root, as they will be.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from plugins.languages import ITALIAN, LANGUAGES, Language
from tests.conftest import PUBLIC_URL, Project
from tools.test_tools import chromium

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
)  # fmt: skip
# The languages of `make test`; the others wait for `make test-all`.
ALWAYS = ("it", "en")
DIRECTIONS = (*ALWAYS, "ar", "ur")  # both directions, and the tallest of the scripts
SCRIPTS = (*DIRECTIONS, "pa")  # and one that hangs from its line
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it needs Chromium."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@dataclass(frozen=True)
class Site:
    """A built site, served.

    Attributes:
        url: where it answers, without a last slash.
        folder: its files.
        asked: every path that was asked for, in order.
    """

    url: str
    folder: Path
    asked: list[str]

    @functools.cached_property
    def addresses(self) -> list[str]:
        """The address of every page, from the site's root, in order."""
        files = sorted(self.folder.rglob("*.html"))
        paths = (file.relative_to(self.folder).as_posix() for file in files)
        return [f"/{path.removesuffix('index.html')}" for path in paths]

    def of(self, language: Language) -> list[str]:
        """Return the addresses of a language's pages."""
        folders = {f"/{other.folder}/" for other in LANGUAGES if other != ITALIAN}
        own = "/" if language == ITALIAN else f"/{language.folder}/"
        mine = (a for a in self.addresses if a.startswith(own))
        return [
            a for a in mine if own != "/" or not any(a.startswith(folder) for folder in folders)
        ]

    def path(self, page_id: str, language: Language) -> str:
        """Return the address of a page in a language, from the site's root."""
        home = "/" if language == ITALIAN else f"/{language.folder}/"
        return home + {"index": "", "404": "404.html"}.get(page_id, f"{page_id}/")

    def address(self, page_id: str, language: Language) -> str:
        """Return the absolute address of a page in a language."""
        return self.url + self.path(page_id, language)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path, in silence, and notes what is asked."""

    def __init__(self, *arguments: object, base: str, asked: list[str], directory: str):
        self._base, self._asked = base, asked
        super().__init__(*arguments, directory=directory)

    def translate_path(self, path: str) -> str:
        """Return the file of a path; nothing answers outside the base."""
        self._asked.append(path)
        inside = path.startswith(f"{self._base}/")
        return super().translate_path(path.removeprefix(self._base) if inside else "/-")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(project: Project, base: str) -> Iterator[Site]:
    """Serve a built project under `base` while the block runs."""
    asked: list[str] = []
    handler = functools.partial(_Handler, base=base, asked=asked, directory=str(project.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(f"http://127.0.0.1:{server.server_port}{base}", project.output, asked)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(published: Project) -> Iterator[Site]:
    """The public site, under its sub-path."""
    with served(published, "/" + PUBLIC_URL.rsplit("/", 1)[1]) as site:
        yield site


@pytest.fixture(scope="session")
def preview_site(preview: Project) -> Iterator[Site]:
    """The preview, at the root."""
    with served(preview, "") as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def context_with(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a fresh profile with Playwright's options."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        opened.append(browser.new_context(**options))
        return opened[-1]

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def page_with(context_with: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Return a function that opens a page of a given width and height in a fresh profile."""

    def open_page(width: int = 360, height: int = 640, **options: object) -> Page:
        return context_with(viewport={"width": width, "height": height}, **options).new_page()

    return open_page


def _languages(*daily: str) -> pytest.MarkDecorator:
    """Run a test for each language, nightly those that are not named."""
    return pytest.mark.parametrize("language", [
        pytest.param(
            language, id=language.tag, marks=[] if language.tag in daily else pytest.mark.nightly
        )
        for language in LANGUAGES
    ])  # fmt: skip


in_every_language = _languages(*ALWAYS)
in_every_direction = _languages(*DIRECTIONS)  # where a line that runs the other way matters
in_every_script = _languages(*SCRIPTS)  # where the shape and the length of words matter
always_in_every_language = _languages(*(language.tag for language in LANGUAGES))
