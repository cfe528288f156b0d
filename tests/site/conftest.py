# SPDX-License-Identifier: AGPL-3.0-or-later
"""The built sites of tests/conftest.py as parsed pages, and the content they were built from."""

from __future__ import annotations

import pytest

from plugins.content import Content, read_content
from tests.conftest import ROOT, Project
from tests.site.reading import Page, read_pages


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
