# SPDX-License-Identifier: AGPL-3.0-or-later
"""Leaving with scripts on, in every language: one neutral word, told once; a way up where Back leads out.

What browsers differ in (history, referrer, keys) is tried in test_exit_in_two_browsers.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from plugins.languages import ITALIAN, Language, by_tag
from tests.browser.conftest import FLAGS, Site, in_every_language
from tests.browser.elsewhere import Elsewhere, another_site
from tools.test_tools import chromium

SENSITIVE = ("index", "aiuto", "mostra", "diritti", "sicurezza")
SEEN = "document.body.innerText.trim()"
TITLE_NOW = "document.title"  # page.title() is Playwright's own words while a page loads
PAGESHOW = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Elsewhere]:
    """Another site."""
    with another_site() as site:
        yield site


def arrive(page: Page, elsewhere: Elsewhere, address: str, leads_to: str = "/") -> None:
    """Come from the other site to one of our pages, whose exit leads to `leads_to`."""
    page.goto(f"{elsewhere.url}/outside")
    page.goto(address)
    point(page, elsewhere, leads_to)


def point(page: Page, elsewhere: Elsewhere, leads_to: str = "/") -> None:
    """Let the exit of the page at hand lead to the other site."""
    page.evaluate("to => { document.querySelector('.exit').href = to }", elsewhere.url + leads_to)


def press_shift(page: Page, times: int = 3) -> None:
    """Press Shift alone, some times."""
    for _ in range(times):
        page.keyboard.press("Shift")


def leave_by_click(page: Page) -> None:
    """Press the exit with the mouse."""
    page.click(".exit", no_wait_after=True)


def test_the_keyboard_leaves_too(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere
) -> None:
    """Whoever leaves with Tab and Enter is no longer in the tab's history either (R1, R2)."""
    page = page_with()
    arrive(page, elsewhere, site.address("programma", ITALIAN))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{elsewhere.url}/")
    page.go_back()

    assert f"{elsewhere.url}/outside" == page.url


def spoken(page: Page) -> list[tuple[str, str]]:
    """Return (role, name) of everything a screen reader finds, the page itself first."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    seen = [node for node in nodes if not node["ignored"]]
    words = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in seen]
    return [(role, name) for role, name in words if role != "InlineTextBox"]


def below(page: Page) -> bytes:
    """Return a picture of the window below the line of the one word."""
    return page.screenshot(clip={"x": 0, "y": 100, "width": 360, "height": 540})


@in_every_language
def test_nothing_of_the_page_is_left(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere, language: Language
) -> None:
    """Page, tab and screen readers keep one neutral word, and at once (R5, R6)."""
    page = page_with()
    arrive(page, elsewhere, site.address("aiuto", language), "/nothing")
    word, title = page.get_attribute(".exit", "data-wait"), page.evaluate(TITLE_NOW)
    leave_by_click(page)
    page.wait_for_timeout(200)

    assert (word, word) == (page.evaluate(TITLE_NOW), page.evaluate(SEEN))
    assert [("RootWebArea", word), ("status", ""), ("StaticText", word)] == spoken(page)
    assert "data:," == page.get_attribute("link[rel=icon]", "href")
    assert not set(title.casefold().split()) & set(word.casefold().split())


def test_the_tab_is_neutral_while_the_next_site_is_slow(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere
) -> None:
    """A tenth of a second after leaving, the tab's title and the page's text are neutral (R5, R6)."""
    page = page_with()
    arrive(page, elsewhere, site.address("aiuto", ITALIAN), "/slow")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.evaluate(f"""() => {{ document.querySelector(".exit").click();
      setTimeout(() => console.log(document.title, {SEEN}), 100) }}""")
    page.wait_for_url(f"{elsewhere.url}/slow")

    assert ["Un momento… Un momento…"] == said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_blank_page_is_of_one_colour(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere, scheme: str
) -> None:
    """Below its one word the page left behind is a single colour (R6)."""
    page = page_with(color_scheme=scheme)
    arrive(page, elsewhere, site.address("aiuto", ITALIAN), "/nothing")
    before = below(page)
    leave_by_click(page)
    blank = below(page)
    page.evaluate("document.body.textContent = ''")

    assert blank == below(page) != before


def test_a_site_that_never_answers_brings_nothing_back(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere
) -> None:
    """Ten seconds later the page is still blank, and has said once what to do (R7)."""
    page = page_with()
    arrive(page, elsewhere, site.address("aiuto", ITALIAN), "/nothing")
    stuck = page.get_attribute(".exit", "data-stuck")
    page.evaluate("""() => { const status = document.querySelector("[role=status]");
      window.said = [];
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, {childList: true}) }""")
    leave_by_click(page)
    page.wait_for_timeout(10_000)

    assert ["Un momento…", stuck] == page.evaluate("window.said")
    assert stuck == page.evaluate(SEEN)


def test_a_page_that_comes_back_is_whole(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere
) -> None:
    """Shown again from the browser's memory, the page is as it was, and its exit works (R8)."""
    page = page_with()
    arrive(page, elsewhere, site.address("aiuto", ITALIAN), "/nothing")
    before = page.evaluate(TITLE_NOW), page.evaluate(SEEN), page.screenshot()
    leave_by_click(page)
    page.evaluate(PAGESHOW)
    page.mouse.move(0, 300)

    assert before == (page.evaluate(TITLE_NOW), page.evaluate(SEEN), page.screenshot())
    point(page, elsewhere)
    press_shift(page)
    page.wait_for_url(f"{elsewhere.url}/")


@pytest.fixture
def remembering(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps pages in memory for Back, as people's do."""
    launched = browser.browser_type.launch(
        executable_path=chromium(),
        args=list(FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield launched
    launched.close()


@pytest.mark.parametrize("page_id", ["index", "programma"])
def test_back_from_the_next_site_finds_a_whole_page(
    remembering: Browser, site: Site, elsewhere: Elsewhere, page_id: str
) -> None:
    """A page one left by an ordinary link comes back whole, and its exit still works (R8)."""
    page = remembering.new_page()
    page.goto(site.address(page_id, ITALIAN))
    seen = page.evaluate(SEEN)
    page.goto(f"{elsewhere.url}/outside")
    page.go_back(wait_until="commit")
    page.wait_for_function("document.body && document.body.innerText.length > 100")

    assert seen == page.evaluate(SEEN)
    point(page, elsewhere)
    press_shift(page)
    page.wait_for_url(f"{elsewhere.url}/")
    page.close()


def test_a_visit_to_sensitive_pages_is_one_entry(
    page_with: Callable[..., Page], site: Site, elsewhere: Elsewhere
) -> None:
    """Three pages, a section and a change of language later, Back still leads out of the site (R3)."""
    page = page_with()
    arrive(page, elsewhere, site.address("index", ITALIAN))
    length = page.evaluate("history.length")
    arabic = by_tag("ar")
    page.locator("main a[href$='aiuto/']").first.click()
    page.wait_for_url(site.address("aiuto", ITALIAN))
    page.locator("main a[href$='mostra/']").first.click()
    page.wait_for_url(site.address("mostra", ITALIAN))
    page.locator("main a[href*='sicurezza/#']").first.click()
    page.wait_for_url(site.address("sicurezza", ITALIAN) + "#*")
    page.locator(".contents__link").last.click()
    page.locator("a[lang=ar]").first.click()
    page.wait_for_url(site.address("sicurezza", arabic) + "*")
    after = page.evaluate("history.length")
    page.go_back()

    assert (length, f"{elsewhere.url}/outside") == (after, page.url)


@pytest.mark.parametrize("page_id", SENSITIVE[1:])
def test_sensitive_pages_have_a_way_up(
    page_with: Callable[..., Page], site: Site, page_id: str
) -> None:
    """Where Back leads out of the site, a link leads one step up instead (R3)."""
    page = page_with()
    page.goto(site.address(page_id, ITALIAN))
    page.locator("main p.list-large > a").click()

    assert site.address("index" if page_id == "aiuto" else "aiuto", ITALIAN) == page.url
