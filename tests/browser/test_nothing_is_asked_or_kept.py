# SPDX-License-Identifier: AGPL-3.0-or-later
"""A visit leaves no trace that the site could avoid: one request a page, nothing stored, nobody told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Site

STORES = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
EMPTY = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
WATCH_POLICY = """addEventListener("securitypolicyviolation", event => {
  (window.violations ||= []).push(event.violatedDirective + " " + event.blockedURI);
});"""


@dataclass
class Visit:
    """What was noticed while every page was opened, and every closed part of it.

    Attributes:
        asked: what the server was asked for, for each address.
        hosts: the hosts that the browser asked anything.
        said: what the browser complained of, broken policies included.
        margins: the body's margin on each page: "0px" where the page's style works.
        stores: what each kind of storage holds at the end.
        cookies: the cookies at the end.
    """

    asked: dict[str, list[str]] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    margins: set[str] = field(default_factory=set)
    stores: dict[str, object] = field(default_factory=dict)
    cookies: list[object] = field(default_factory=list)


def visit(context: BrowserContext, site: Site) -> Visit:
    """Open every page and every closed part of it."""
    seen, page = Visit(), context.new_page()
    context.add_init_script(WATCH_POLICY)
    context.on("request", lambda request: seen.hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    for address in site.addresses:
        del site.asked[:]
        page.goto(site.url + address)
        for summary in page.locator("summary").all():
            summary.click()
        seen.asked[address] = list(site.asked)
        seen.said += [f"{address} {broken}" for broken in page.evaluate("window.violations || []")]
        seen.margins.add(page.evaluate("getComputedStyle(document.body).marginTop"))
    seen.stores, seen.cookies = page.evaluate(STORES), context.cookies()
    return seen


@pytest.fixture(scope="module")
def visited(browser: Browser, site: Site) -> Iterator[Visit]:
    """Return what was noticed on a visit to the whole public site."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield visit(context, site)
    context.close()


def test_each_page_is_one_request(visited: Visit, site: Site) -> None:
    """Opening any page asks the server for that page and for nothing else (R47)."""
    base = urlsplit(site.url).path

    assert {address: [base + address] for address in site.addresses} == visited.asked


def test_no_other_host_is_asked(visited: Visit, site: Site) -> None:
    """Visiting every page and opening every part of it asks no other host for anything (R52)."""
    assert {urlsplit(site.url).netloc} == visited.hosts - {""}  # "" is the icon's data: address


def test_nothing_is_stored(visited: Visit) -> None:
    """After a visit to every page no cookie, storage, database, cache or worker exists (R17)."""
    assert (EMPTY, []) == (visited.stores, visited.cookies)


def test_policy_is_never_broken(visited: Visit) -> None:
    """No page does what its own policy forbids, and the browser complains of nothing (R53)."""
    assert [] == visited.said


def test_style_is_let_through(visited: Visit) -> None:
    """The policy lets the page's own style through: every page is really styled (R53)."""
    assert {"0px"} == visited.margins


@pytest.mark.nightly
def test_preview_is_as_silent(
    context_with: Callable[..., BrowserContext], preview_site: Site
) -> None:
    """A preview breaks no policy, asks nobody and stores nothing either (R17, R52, R53)."""
    seen = visit(context_with(), preview_site)

    assert ([], {urlsplit(preview_site.url).netloc}, EMPTY, []) == (
        seen.said, seen.hosts - {""}, seen.stores, seen.cookies,
    )  # fmt: skip


@pytest.mark.parametrize("locale", ["ar", "uk-UA", "en-GB"])
def test_nobody_is_sent_elsewhere(page_with: Callable[..., Page], site: Site, locale: str) -> None:
    """A browser in any language stays at the address it asked for (R26)."""
    page = page_with(locale=locale)
    page.goto(f"{site.url}/", wait_until="networkidle")

    assert (f"{site.url}/", "it") == (page.url, page.evaluate("document.documentElement.lang"))
