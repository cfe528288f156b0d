# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a Comune owes its readers at the foot of every page, and what it may not say too early."""

from __future__ import annotations

from collections import Counter

import pytest

from plugins.languages import Language
from tests.conftest import PUBLIC_URL
from tests.site.copies import copy_small
from tests.site.reading import (
    Page,
    every_language,
    internal,
    page_in,
    read_pages,
    words_of,
    written,
)

SETTINGS = {
    "tax_code": "00000000000",
    "transparency_url": "https://example.org/trasparente",
    "privacy_officer_url": "https://example.org/dpo",
    "report_url": "https://example.org/segnala",
    "accessibility_url": "https://form.agid.gov.it/view/0",
}
PEC = "protocollo@comunecrema.telecompost.it"


def elements(page: Page) -> dict[str, list[str]]:
    """Return the links of the foot by the official validator's names."""
    found: dict[str, list[str]] = {}
    for link in page.all("./body/footer//a[@data-element]"):
        found.setdefault(link.get("data-element", ""), []).append(link.get("href", ""))
    return found


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the public site once the Comune has confirmed every line of its foot."""
    project = copy_small(tmp_path_factory.mktemp("confirmed") / "project")
    for name, value in SETTINGS.items():
        project.edit("pelicanconf.py", f'"{name}": ""', f'"{name}": "{value}"')
    project.edit("content/contacts/it/comune-pec.md", "status: unconfirmed", "status: confirmed")
    done = project.build("--public", SITEURL=PUBLIC_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return read_pages(project.output)


@every_language
@pytest.mark.parametrize(
    ("name", "page_id"),
    [("faq", "domande"), ("legal-notes", "note-legali"), ("privacy-policy-link", "privacy")],
)
def test_foot_carries_the_validators_names(
    public_pages: dict[str, Page], language: Language, name: str, page_id: str
) -> None:
    """Questions, legal notes and privacy are linked at every foot under the official names (R87)."""
    home = "/" if language.tag == "it" else f"/{language.folder}/"
    led = {
        tuple(internal(href, page, PUBLIC_URL) for href in elements(page).get(name, []))
        for page in public_pages.values()
        if page.lang == language.tag
    }

    assert {(f"{home}{page_id}/",)} == led


def test_report_link_is_at_every_foot(public_pages: dict[str, Page]) -> None:
    """Every foot has one link to report a problem, under the official name (R87)."""
    assert {1} == {
        len(elements(page).get("report-inefficiency", [])) for page in public_pages.values()
    }


def test_no_home_made_declaration_takes_the_place(public_pages: dict[str, Page]) -> None:
    """Until AgID's declaration exists, no link carries the name of the declaration (R88)."""
    posing = {
        href
        for page in public_pages.values()
        for href in elements(page).get("accessibility-link", [])
    }

    assert set() == posing


def test_declaration_is_linked_once_it_exists(confirmed: dict[str, Page]) -> None:
    """Once set, AgID's declaration is linked at every foot, once, under the official name (R63, R88)."""
    found = Counter(
        tuple(elements(page).get("accessibility-link", [])) for page in confirmed.values()
    )

    assert {(SETTINGS["accessibility_url"],): len(confirmed)} == found


def test_reporting_leads_where_the_comune_says(confirmed: dict[str, Page]) -> None:
    """Once set, the Comune's own address takes reports (R86, R87)."""
    found = {tuple(elements(page)["report-inefficiency"]) for page in confirmed.values()}

    assert {(SETTINGS["report_url"],)} == found


def test_unconfirmed_lines_stay_hidden(public_pages: dict[str, Page]) -> None:
    """No line of the foot stands for a value the Comune has not confirmed (R86)."""
    empty = [
        (page.path, element.tag)
        for page in public_pages.values()
        for element in page.one("./body/footer").iter()
        if (element.tag in ("a", "li", "dd", "dt") and not words_of(element))
        or (element.tag == "a" and element.get("href", "").startswith("mailto:"))
        or element.get("href") == ""
    ]  # fmt: skip

    assert [] == empty


@pytest.mark.parametrize("value", [*SETTINGS.values(), PEC])
def test_confirmed_lines_show(confirmed: dict[str, Page], value: str) -> None:
    """A value the Comune confirms shows at the foot of every page, PEC included (R86)."""
    hidden = [
        page.path
        for page in confirmed.values()
        if value not in words_of(foot := page.one("./body/footer"))
        and value not in {link.get("href") for link in foot.iter("a")}
    ]

    assert [] == hidden


def test_confirmed_links_declare_their_language(confirmed: dict[str, Page]) -> None:
    """On a page in another language the Comune's own links say that they lead to Italian (R30)."""
    outside = {value for value in SETTINGS.values() if value.startswith("https:")}
    silent = {
        link.get("href")
        for page in confirmed.values()
        for link in page.all("./body/footer//a")
        if page.lang != "it" and link.get("href") in outside and link.get("hreflang") != "it"
    }

    assert set() == silent


def test_foot_and_header_name_the_comune(public_pages: dict[str, Page]) -> None:
    """Every page names the Comune on top, linked to its site, and its address at the foot (R86)."""
    tops = {
        (link.get("href"), words_of(link))
        for page in public_pages.values()
        for link in page.all("./body/header//a")[:1]
    }
    feet = {
        "Piazza Duomo 25" in words_of(page.one("./body/footer")) for page in public_pages.values()
    }

    assert ({("https://comune.crema.cr.it/", "Comune di Crema")}, {True}) == (tops, feet)


@every_language
def test_every_page_is_linked_at_the_foot(
    public_pages: dict[str, Page], language: Language
) -> None:
    """From every foot one reaches every page of the language, the site map and the news (R86)."""
    mine = [page for page in public_pages.values() if page.lang == language.tag]
    wanted = {
        address
        for address in (page.address for page in written(public_pages, language).values())
        if "404" not in address and address.count("news/") * address.count("-") == 0
    }
    wrong = {
        page.path: wanted
        - {internal(a.get("href", ""), page, PUBLIC_URL) for a in page.all("./body/footer//a")}
        for page in mine
    }

    assert {} == {path: missing for path, missing in wrong.items() if missing}


def legal_notes(pages: dict[str, Page]) -> list[Page]:
    """Return the legal notes in every language that has them."""
    return [page for path, page in written(pages).items() if "note-legali/" in path]


@pytest.mark.parametrize("number", [0, 1], ids=["en", "it"])
def test_content_licence_is_stated(public_pages: dict[str, Page], number: int) -> None:
    """The legal notes have the section on the content's licence, CC BY 4.0, linked (R87, R89)."""
    page = legal_notes(public_pages)[number]
    section = page.one(".//*[@data-element='legal-notes-section']")
    body = section.find(".//*[@data-element='legal-notes-body']")
    links = [link.get("href", "") for link in body.iter("a")]

    assert ("licenza-contenuti", True) == (
        section.get("id"), any("creativecommons.org/licenses/by/4.0" in href for href in links),
    )  # fmt: skip


def test_content_licence_has_its_official_heading(public_pages: dict[str, Page]) -> None:
    """In Italian the section has the very heading that the official validator looks for (R89)."""
    section = public_pages["note-legali/index.html"].one(
        ".//*[@data-element='legal-notes-section']"
    )

    assert "Licenza dei contenuti" == words_of(section.find("h2"))


@every_language
def test_code_licence_is_stated_apart(public_pages: dict[str, Page], language: Language) -> None:
    """The licence of the code stands in a section of its own (R89)."""
    page = page_in(public_pages, "note-legali", language)
    stating = [
        s.get("id") for s in page.all(".//main//section") if "AGPL-3.0-or-later" in words_of(s)
    ]

    assert ["licenza-programma"] == stating
