# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page saved on the phone must help without a network: a cache that betrays is not needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_language


@in_every_language
def test_saved_help_page_works_from_disk(
    context_with: Callable[..., BrowserContext], site: Site, language: Language, tmp_path: Path
) -> None:
    """The saved help page opens without a network: its text, its script, its number, no request (R51)."""
    context = context_with(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(site.address("aiuto", language))
    online = (page.inner_text("body"), page.get_attribute(".exit", "aria-description"))
    saved = tmp_path / "a.html"
    saved.write_text(page.request.get(page.url).text(), "utf-8")
    context.set_offline(True)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(saved.as_uri())

    assert (online, [saved.as_uri()], [], True, True) == (
        (page.inner_text("body"), page.get_attribute(".exit", "aria-description")),
        [url for url in asked if not url.startswith("data:")],
        said,
        page.locator("main a[href='tel:800290290']").first.is_visible(),
        bool(online[1]),  # the exit's script tells its keys: it runs in the saved page too
    )


@in_every_language
def test_saved_page_keeps_its_looks(
    context_with: Callable[..., BrowserContext], site: Site, language: Language, tmp_path: Path
) -> None:
    """A page opened from disk looks as it does on the web, pixel by pixel (R51)."""
    context = context_with(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(site.address("mostra", language))
    online = page.screenshot()
    saved = tmp_path / "a.html"
    saved.write_text(page.request.get(page.url).text(), "utf-8")
    page.goto(saved.as_uri())

    assert online == page.screenshot()
