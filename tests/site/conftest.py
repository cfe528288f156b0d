# SPDX-License-Identifier: AGPL-3.0-or-later
"""The built sites of the site tests as parsed pages, and the content they were built from.

Each site is built once for all workers of a test run: who comes second waits and finds it.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.content import Content, read_content
from plugins.words import Words
from tests.conftest import PUBLIC_URL, ROOT, Project, copy_project
from tests.site.copies import copy_small
from tests.site.reading import Page, read_pages

Builder = Callable[..., Project]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of the project in Italian and English, to spoil."""
    return copy_small(tmp_path / "project")


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Builder:
    """Return a function that builds a site under a name, or finds what another worker built."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder if worker_id == "master" else folder.parent

    def build(
        name: str, site_url: str, *arguments: str, copy: Callable[[Path], Project] = copy_project
    ) -> Project:
        place = shared / f"site-{name}"
        with (shared / f"site-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if (place / "output").exists():
                return Project(place)
            built = copy(place)
            done = built.build(*arguments, SITEURL=site_url)
            assert done.returncode == 0, done.stdout + done.stderr
        return built

    return build


@pytest.fixture(scope="session")
def preview(build_once: Builder) -> Project:
    """The real site as `make html` builds it. Read only."""
    return build_once("preview", "http://localhost:8000")


@pytest.fixture(scope="session")
def published(build_once: Builder) -> Project:
    """The real site as `make publish` builds it, under a sub-path. Read only."""
    return build_once("published", PUBLIC_URL, "--public")


@pytest.fixture(scope="session")
def small(build_once: Builder) -> Project:
    """The Italian and English part of the site as `make html` builds it. Read only."""
    return build_once("small", "http://localhost:8000", copy=copy_small)


@pytest.fixture(scope="session")
def public_pages(published: Project) -> dict[str, Page]:
    """Every page of the public site, by path."""
    return read_pages(published.output)


@pytest.fixture(scope="session")
def preview_pages(preview: Project) -> dict[str, Page]:
    """Every page of the preview, by path."""
    return read_pages(preview.output)


@pytest.fixture(scope="session")
def content() -> Content:
    """What staff wrote."""
    return read_content(ROOT)


@pytest.fixture(scope="session")
def words(content: Content) -> Words:
    """What the catalogues say."""
    return Words(ROOT, content.languages)
