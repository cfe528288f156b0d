# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page weighs, asks for and allows: everything it needs is in it, nothing comes from others."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from plugins.content import Content
from tests.conftest import PUBLIC_URL, ROOT, Project
from tests.site.reading import Page, internal

ONE_ROUND_TRIP = 14_600
HEAVIEST_STYLE = 3_000
HEAVIEST_SCRIPT = 2_000
LOADING = {
    "img",
    "script",
    "iframe",
    "video",
    "audio",
    "source",
    "track",
    "embed",
    "object",
    "input",
}
ACTIVE = {"form", "iframe", "video", "audio", "input", "button", "select", "textarea", "object"}
PHYSICAL = re.compile(r"(?<![\w-])(?:left|right)(?![\w-])|-(?:left|right)\b")
FOUR_SIDES = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding)):\s*([^;{}]+)")  # fmt: skip


def compressed(data: bytes) -> int:
    """Return the size of `data` after gzip -9."""
    return len(gzip.compress(data, 9, mtime=0))


def test_every_page_fits_one_round_trip(public_pages: dict[str, Page]) -> None:
    """Every page, style and drawings included, weighs at most 14,600 bytes compressed (R46)."""
    weights = {path: compressed(page.data) for path, page in public_pages.items()}

    assert {} == {path: weight for path, weight in weights.items() if weight > ONE_ROUND_TRIP}


def test_style_is_light(public_pages: dict[str, Page]) -> None:
    """The style of a page weighs at most 3,000 bytes compressed, and is the same on all (R46)."""
    styles = {page.one(".//style").text for page in public_pages.values()}
    weights = [compressed((style or "").encode()) for style in styles]

    assert (1, []) == (len(weights), [weight for weight in weights if weight > HEAVIEST_STYLE])


def asks(element: Element, page: Page) -> bool:
    """Whether a browser would ask for something because of this element, pictures of ours apart."""
    if element.tag == "link":
        rel, href = element.get("rel"), element.get("href", "")
        return rel not in ("canonical", "alternate") and not (
            rel == "icon" and href.startswith("data:")
        )
    if element.tag not in LOADING or (element.tag == "script" and not element.get("src")):
        return False
    return element.tag != "img" or internal(element.get("src", "//"), page, PUBLIC_URL) is None


def test_no_page_asks_for_anything(public_pages: dict[str, Page]) -> None:
    """No element makes a request but a picture of our own: style and icon are inside (R47, R52)."""
    asking = [
        (page.path, element.tag, element.attrib)
        for page in public_pages.values()
        for element in page.root.iter()
        if asks(element, page)
    ]

    assert [] == asking


def test_style_asks_for_nothing(public_pages: dict[str, Page]) -> None:
    """The style loads no file, and so no font (R52, R85)."""
    style = public_pages["index.html"].one(".//style").text or ""

    assert [] == re.findall(r"@import|@font-face|url\([^)]*\)|image-set", style)


def test_pictures_stay_in_the_news(public_pages: dict[str, Page], content: Content) -> None:
    """Pictures stand in news items only: a page of help carries none (R68)."""
    news = {name for name, _ in content.news}
    carrying = [
        page.path
        for page in public_pages.values()
        if page.all(".//img") and page.address.rstrip("/").rsplit("/", 1)[-1] not in news
    ]

    assert [] == carrying


def test_no_page_has_a_form_or_a_frame(public_pages: dict[str, Page]) -> None:
    """No page has a form or a frame; no sound plays where nobody recorded one (R55, R66)."""
    active = [
        (page.path, element.tag)
        for page in public_pages.values()
        for element in page.root.iter()
        if element.tag in ACTIVE
    ]

    assert [] == active


def running(page: Page) -> list[str]:
    """Return the scripts of a page that a browser runs."""
    return [script.text or "" for script in page.all(".//script") if not script.get("type")]


def test_one_script_runs_on_every_page(public_pages: dict[str, Page]) -> None:
    """Every page carries the same single script, inline, of at most 2,000 bytes compressed (R50)."""
    scripts = {tuple(running(page)) for page in public_pages.values()}
    ((script,),) = scripts

    assert 0 < compressed(script.encode()) <= HEAVIEST_SCRIPT


def hashed(text: str) -> str:
    """Return how a policy names an inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_policy_starts_from_nothing(public_pages: dict[str, Page]) -> None:
    """Every page's policy forbids all but its own style and script and files of our own (R53)."""
    page = public_pages["aiuto/index.html"]
    expected = {
        "default-src": ["'none'"],
        "style-src": [hashed(page.one(".//style").text or "")],
        "script-src": [hashed(*running(page))],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    metas = [
        [
            meta.get("content", "")
            for meta in page.all("./head/meta", http_equiv="Content-Security-Policy")
        ]
        for page in public_pages.values()
    ]
    policies = {
        tuple((name, tuple(values)) for name, *values in map(str.split, content.split(";")))
        for (content,) in metas
    }

    assert [expected] == [{name: list(values) for name, values in found} for found in policies]


def test_policy_comes_before_the_style(public_pages: dict[str, Page]) -> None:
    """The policy stands before anything it governs, right after the character set (R53)."""
    second = {page.all("./head/meta")[2].get("http-equiv") for page in public_pages.values()}

    assert {"Content-Security-Policy"} == second


def test_no_page_needs_what_the_policy_forbids(public_pages: dict[str, Page]) -> None:
    """No element has a style or an event written on it: the policy would drop it (R53)."""
    forbidden = [
        (page.path, element.tag, name)
        for page in public_pages.values()
        for element in page.root.iter()
        for name in element.attrib
        if name == "style" or name.startswith("on")
    ]

    assert [] == forbidden


def test_no_referrer_leaves(public_pages: dict[str, Page]) -> None:
    """Every page tells the browser to send no referrer, by any link (R4)."""
    assert {"no-referrer"} == {page.meta("referrer") for page in public_pages.values()}


def test_no_page_moves_by_itself(public_pages: dict[str, Page]) -> None:
    """No page sends its reader elsewhere, whatever their language or place (R26)."""
    moving = [
        page.path for page in public_pages.values() if page.all(".//meta", http_equiv="refresh")
    ]

    assert [] == moving


def test_every_internal_link_lands(public_pages: dict[str, Page], published: Project) -> None:
    """Every internal link leads to a file and a section that are there, under a sub-path too (R82)."""
    ids = {
        page.address: {element.get("id") for element in page.root.iter()}
        for page in public_pages.values()
    }
    dead = []
    for page in public_pages.values():
        for link in page.all(".//a"):
            target = internal(link.get("href", ""), page, PUBLIC_URL)
            if target is None:
                continue
            parts = urlsplit(target)
            missing = not (published.output / parts.path.lstrip("/")).exists()
            if missing or (parts.fragment and parts.fragment not in ids[parts.path]):
                dead.append((page.path, link.get("href")))

    assert [] == dead


SOURCES = sorted((ROOT / "theme" / "static" / "css").rglob("*.css"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.name)
def test_style_knows_no_left_or_right(source: Path) -> None:
    """The style names no physical side, so a page turns round whole in Arabic and Urdu (R33)."""
    css = re.sub(r"/\*.*?\*/", "", source.read_text("utf-8"), flags=re.DOTALL)
    css = re.sub(r"\([^()]*\)", lambda match: match[0].replace(" ", ""), css)
    lopsided = [
        match[0]
        for match in FOUR_SIDES.finditer(css)
        if len(sides := match[1].split()) == 4 and sides[1] != sides[3]
    ]

    assert ([], []) == (PHYSICAL.findall(css), lopsided)
