# SPDX-License-Identifier: AGPL-3.0-or-later
"""The promises of the exit, row by row of the table in `make bench`, in Chromium and in Firefox.

The browsers run as in the wild, their caches of pages included. And the table can tell: a bare
link breaks every promise that a script must keep.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Project
from tests.figures import exactly
from tools import figures
from tools.bench_exits import Row, our_site, rows, table
from tools.chromium_visitor import started_chromium
from tools.exit_hosts import ANYWHERE, hosted
from tools.exit_trials import Subject, Trials
from tools.figures import EXIT
from tools.firefox_visitor import started_firefox
from tools.test_tools import firefox
from tools.visitor import Browser

STARTED = {"Chromium": started_chromium, "Firefox": started_firefox}
NO_FIREFOX = pytest.mark.skipif(
    firefox() is None, reason="Firefox is not installed (Debian calls it firefox-esr)"
)
ROWS = {f"{row.number}: {row.words}": row for row in rows(seconds=10)}
BARE = """<!doctype html><title>Revealing page {path}</title><link rel="icon" href="/icon.svg">
<a class="exit" href="{exit}">Exit</a><h1>Revealing words</h1><p>{links}</p><p>{words}</p>"""
PATHS = ("/one/", "/two/", "/three/", "/en/three/")


@pytest.fixture(scope="module", params=["Chromium", pytest.param("Firefox", marks=NO_FIREFOX)])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium, then Firefox."""
    with STARTED[request.param]() as started:
        yield started


@pytest.fixture(scope="module")
def ours(browser: Browser, published: Project) -> Iterator[Trials]:
    """The public site, to be left."""
    with hosted(published.output) as hosts:
        yield Trials(browser, hosts, our_site(published.output))


@pytest.fixture(scope="module")
def bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    """A site whose exit is a link and no more."""
    folder = tmp_path_factory.mktemp("bare")
    links = " ".join(f'<a href="{path}">{path}</a>' for path in PATHS)
    for path in PATHS:
        page: Path = folder / path.strip("/") / "index.html"
        page.parent.mkdir(parents=True)
        words = "More words. " * 200
        page.write_text(BARE.format(path=path, exit=ANYWHERE, links=links, words=words), "utf-8")
    with hosted(folder) as hosts:
        exit_link = "document.querySelector('.exit')"
        subject = Subject("Bare", folder, exit_link, "Shift ×3", PATHS, PATHS[:2])
        yield Trials(browser, hosts, subject)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_promise_is_kept(browser: Browser, ours: Trials, row: Row) -> None:
    """Our site keeps every promise of the table, as the README says.

    (R2, R3, R4, R5, R6, R7, R8, R9, R83)
    """
    answer = row.take(ours)
    name = f"{EXIT}/{browser.name}/{row.number}: {row.words}"

    assert (row.promise, True) == (answer, exactly(name, row.promise == answer))


def test_readme_counts_these_trials_only() -> None:
    """A trial that is gone or renamed is not counted in the README any more (R83)."""
    told = {name for name in figures.read(ROOT / figures.DOCUMENT) if name.startswith(f"{EXIT}/")}

    assert {f"{EXIT}/{browser}/{row}" for browser in STARTED for row in ROWS} == told


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("R4: referrer, click", "site /"),
        ("R4: referrer, scripts off", "site /"),
        ("R4: referrer, shortcut", "not reached"),
        ("R5: icon after 100 ms", "the page’s"),
        ("R2: Back after 1 page", "site /one/"),
        ("R3: Back after 3 pages and a switch of language", "site /en/three/"),
        ("R9: Shift ×3", "stays"),
    ],
)
def test_bare_link_is_caught(bare: Trials, name: str, answer: str) -> None:
    """The trials see what a bare link leaves behind (R2, R3, R4, R5, R9)."""
    assert answer == ROWS[name].take(bare)


def test_bare_page_stays_in_sight(bare: Trials) -> None:
    """The trials see a page that stays where it was (R5, R6)."""
    title, _, ink = ROWS["R5, R6: tab title and screen after 100 ms"].take(bare).partition(", ")
    words = ROWS["R6: words after 100 ms"].take(bare)
    nodes = ROWS["R6: accessibility tree after 100 ms"].take(bare)

    assert ("the page’s", True, True, True) == (
        title, ink.endswith("inked"), words.endswith("of the page"), nodes.endswith("nodes"),
    )  # fmt: skip


def test_table_marks_what_breaks_a_promise() -> None:
    """A cell that is not what was promised carries a cross."""
    kept = {f"{row.number} {row.words}": row.promise for row in rows()}
    broken = {**kept, "R9 Shift ×3": "stays"}
    found = table("Chromium", {"Kept": kept, "Broken": broken}).splitlines()

    assert "| R9 Shift ×3 | leaves | leaves ✓ | stays ✗ |" in found
    assert sum(line.count("✗") for line in found) == 1
