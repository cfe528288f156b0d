# SPDX-License-Identifier: AGPL-3.0-or-later
"""Printed cards carry addresses: none may stop answering because a page was moved or removed."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from plugins.content import read_content
from tests.conftest import PUBLIC_URL, ROOT, Project
from tests.site.copies import copy_small
from tests.site.reading import Page, internal, read_pages

NEWS = "2024-06-20-rinnovo-convenzione"
ADDRESSES = "content/addresses.txt"
FIRST_LINE = re.compile(r"^(\S+):(\d+)  (?:ERRORE|AVVISO)  (\S+)$", re.MULTILINE)


def line_of(project: Project, address: str) -> int:
    """Return the line of content/addresses.txt that records an address, from 1."""
    return (project.folder / ADDRESSES).read_text("utf-8").splitlines().index(address) + 1


def remove(project: Project, *paths: str) -> set[tuple[str, int, str]]:
    """Remove files of the content, build, and return (path, line, code) of each error."""
    for path in paths:
        (project.folder / path).unlink()
    done = project.build()
    assert done.returncode == 1, done.stderr[-600:]
    return {(path, int(line), code) for path, line, code in FIRST_LINE.findall(done.stderr)}


def test_every_published_address_is_recorded(public_pages: dict[str, Page]) -> None:
    """Every address search engines may list is recorded, and so protected from vanishing."""
    recorded = {address for address, *_ in read_content(ROOT).addresses}
    published = {page.address for page in public_pages.values() if page.may_be_listed}

    assert published == recorded


def test_removed_page_is_noticed(project: Project) -> None:
    """A page removed with its translation fails, with the line of each address that would vanish."""
    found = remove(project, f"content/news/it/{NEWS}.md", f"content/news/en/{NEWS}.md")
    vanished = {problem for problem in found if problem[2].startswith("INDIRIZZO")}
    expected = {
        (ADDRESSES, line_of(project, f"/news/{NEWS}/"), "INDIRIZZO-01"),
        (ADDRESSES, line_of(project, f"/en/news/{NEWS}/"), "INDIRIZZO-01"),
    }

    assert expected == vanished


def test_removed_core_page_is_noticed_at_every_link(project: Project) -> None:
    """A main page removed with its translation fails, at itself and at each link that led there (R82)."""
    content = read_content(project.folder)
    linking = {
        (source.path, "LINK-01") for source in content.sources
        if source.place.id != "convenzione" and any("convenzione.md" in link for link in source.body.links)
    }  # fmt: skip
    found = remove(project, "content/pages/it/convenzione.md", "content/pages/en/convenzione.md")
    known = {(path, code) for path, _, code in found}

    assert linking | {("content/pages/it/convenzione.md", "PAGINA-01")} <= known


def test_page_removed_in_italian_only_is_noticed(project: Project) -> None:
    """A translation left without its Italian page fails, named (R80)."""
    found = remove(project, "content/pages/it/materiali.md")

    assert ("content/pages/en/materiali.md", 1, "PAGINA-02") in found


@pytest.mark.parametrize("name", ["mappa", "note-legali", "accessibilita"])
def test_page_that_the_frame_names_cannot_go(project: Project, name: str) -> None:
    """A page that every page's foot links to fails with a message at itself, not with a traceback (R80)."""
    found = remove(project, f"content/pages/it/{name}.md", f"content/pages/en/{name}.md")

    assert (f"content/pages/it/{name}.md", 1, "PAGINA-01") in found


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a public site where a news item went and its addresses lead to the list of news."""
    project = copy_small(tmp_path_factory.mktemp("moved") / "project")
    for home in ("", "/en"):
        project.edit(ADDRESSES, f"\n{home}/news/{NEWS}/\n", f"\n{home}/news/{NEWS}/ {home}/news/\n")
    for tag in ("it", "en"):
        (project.folder / f"content/news/{tag}/{NEWS}.md").unlink()
    done = project.build("--public", SITEURL=PUBLIC_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.mark.parametrize(("home", "tag"), [("", "it"), ("/en", "en")])
def test_moved_address_leads_on(moved: Project, home: str, tag: str) -> None:
    """At a moved address a page in its language leads on, by itself and by a link."""
    page = read_pages(moved.output)[f"{home}/news/{NEWS}/index.html".lstrip("/")]
    refresh = page.one(".//meta", http_equiv="refresh").get("content", "").split("url=")[1]
    links = [link.get("href", "") for link in page.all(".//main//a")]
    there = {internal(href, page, PUBLIC_URL) for href in [refresh, *links]}

    assert (tag, {f"{home}/news/"}) == (page.lang, there)


def test_moved_address_is_not_listed(moved: Project) -> None:
    """Search engines are told the new address only."""
    pages = read_pages(moved.output)
    robots = {page.meta("robots") for path, page in pages.items() if NEWS in path}
    listed = ElementTree.parse(moved.output / "sitemap.xml").getroot().itertext()  # noqa: S314 (ours)

    assert ({"noindex"}, []) == (robots, [text for text in listed if NEWS in text])


def test_moved_address_is_well_formed(moved: Project) -> None:
    """The page at a moved address is as right as all others."""
    pages = read_pages(moved.output)

    assert [] == [error for path, page in pages.items() if NEWS in path for error in page.errors]
