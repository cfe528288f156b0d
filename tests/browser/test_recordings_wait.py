# SPDX-License-Identifier: AGPL-3.0-or-later
"""A recording costs nothing before it is asked for, and falls silent when one leaves (R66)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from plugins.audio import text_code
from plugins.content import read_content
from plugins.languages import ITALIAN
from tests.browser.conftest import Site, served
from tests.browser.elsewhere import another_site
from tests.site.copies import copy_small
from tests.unit.recordings import opus

PAUSES = """() => { window.pauses = 0; HTMLMediaElement.prototype.pause = () => { window.pauses += 1 } }"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose Italian help page has a recording, served at the root."""
    project = copy_small(tmp_path_factory.mktemp("recorded") / "project")
    page = read_content(project.folder).pages["aiuto", ITALIAN.tag]
    project.edit("content/pages/it/aiuto.md", "order: 2\n", f"order: 2\naudio: {text_code(page)}\n")
    project.write("content/audio/it/aiuto.opus", opus(seconds=60, size=150_001))
    done = project.build()
    assert done.returncode == 0, done.stderr
    with served(project, "") as site:
        yield site


def test_nothing_is_loaded_before_the_press(page_with: Callable[..., Page], recorded: Site) -> None:
    """The player shows the size and waits: no byte of sound is asked for (R66)."""
    page = page_with()
    page.goto(recorded.address("aiuto", ITALIAN), wait_until="networkidle")
    words = page.locator("audio").locator("xpath=..").inner_text()

    assert "(151 kB)" in words
    assert not [path for path in recorded.asked if path.endswith(".opus")]
    assert (True, False) == tuple(page.evaluate("[document.querySelector('audio').paused, document.querySelector('audio').autoplay]"))  # fmt: skip


def test_it_is_loaded_after_the_press(page_with: Callable[..., Page], recorded: Site) -> None:
    """The recording lies where the player looks for it (R66)."""
    page = page_with()
    page.goto(recorded.address("aiuto", ITALIAN))
    page.evaluate(
        "document.querySelector('audio').load(); document.querySelector('audio').play().catch(() => 0)"
    )
    page.wait_for_timeout(500)

    assert "/audio/it/aiuto.opus" in recorded.asked


def test_leaving_silences_it(page_with: Callable[..., Page], recorded: Site) -> None:
    """A voice does not go on talking over a blank page (R66)."""
    page = page_with()
    page.goto(recorded.address("aiuto", ITALIAN))
    with another_site() as elsewhere:
        page.evaluate(
            "to => { document.querySelector('.exit').href = to }", f"{elsewhere.url}/nothing"
        )
        page.evaluate(PAUSES)
        page.click(".exit", no_wait_after=True)

        assert 1 == page.evaluate("window.pauses")


def test_other_pages_have_no_player(page_with: Callable[..., Page], recorded: Site) -> None:
    """Where nobody recorded a page there is no player (R66)."""
    page = page_with()
    page.goto(recorded.address("sicurezza", ITALIAN))

    assert 0 == page.locator("audio").count()
