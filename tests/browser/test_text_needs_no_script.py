# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scripts may be off, blocked or too new for the phone: nothing may be lost with them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_language

TEXT = "document.body.innerText"


def texts(page: Page, site: Site) -> dict[str, str]:
    """Return the visible text of every page by its address."""
    found = {}
    for address in site.addresses:
        page.goto(site.url + address)
        found[address] = page.evaluate(TEXT)
    return found


def test_text_is_the_same_without_scripts(page_with: Callable[..., Page], site: Site) -> None:
    """Every page shows the same text with scripts on and with scripts off (R49)."""
    with_scripts = texts(page_with(), site)
    without = texts(page_with(java_script_enabled=False), site)

    assert (with_scripts, True) == (without, all(len(text) > 500 for text in without.values()))


def stub_the_world(context: BrowserContext) -> list[dict[str, str]]:
    """Answer every https address with an empty page; return the headers of what is asked."""
    asked: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        asked.append(route.request.all_headers())
        route.fulfill(content_type="text/html", body="<title>x</title>")

    context.route("https://**", answer)
    return asked


@in_every_language
def test_exit_works_without_scripts(
    context_with: Callable[..., BrowserContext], site: Site, language: Language
) -> None:
    """With scripts off, one Tab and Enter leave for another site, without a referrer (R1, R4)."""
    context = context_with(java_script_enabled=False)
    asked = stub_the_world(context)
    page = context.new_page()
    page.goto(site.address("aiuto", language))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("https://**")

    assert (True, [True]) == (
        page.url in language.exits,
        ["referer" not in headers for headers in asked],
    )


@in_every_language
def test_language_list_works_without_scripts(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """With scripts off, each language of the list leads to the same page in it (R20, R24)."""
    page = page_with(java_script_enabled=False)
    page.goto(site.address("sicurezza", language))
    led = []
    for tag in [
        link.get_attribute("hreflang") for link in page.locator("nav li > a[lang][hreflang]").all()
    ]:
        page.goto(site.address("sicurezza", language))
        page.locator(f"nav li > a[lang][hreflang='{tag}']").click()
        led.append(
            (tag == page.locator("html").get_attribute("lang"), page.url.endswith("/sicurezza/"))
        )

    assert (True, {(True, True)}) == (len(led) > 0, set(led))


@in_every_language
def test_numbers_work_without_scripts(
    page_with: Callable[..., Page], site: Site, language: Language
) -> None:
    """With scripts off the help page still shows each number as a link that dials it (R54)."""
    page = page_with(java_script_enabled=False)
    page.goto(site.address("aiuto", language))
    shown = {
        link.get_attribute("href"): link.is_visible()
        for link in page.locator("[data-contact] a[href^='tel:']").all()
    }

    assert (True, {True}) == ({"tel:112", "tel:800290290"} <= set(shown), set(shown.values()))
