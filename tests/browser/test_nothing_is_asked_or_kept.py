# SPDX-License-Identifier: AGPL-3.0-or-later
"""A visit leaves no trace that the site could avoid: one request a page, nothing stored, nobody told.

One crawl goes to every page in every language and uses every control it meets there: each closed
part is opened, each link clicked, Shift pressed, the page laid out for paper. Only the exit, which ends
a visit, is used apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from plugins.languages import Language
from tests.browser.conftest import Site, in_every_language
from tests.figures import at_least, exactly

STORES = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
EMPTY = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
# Broken policies are noted. The browser is kept from following the links that are clicked: the crawl
# goes everywhere by itself.
WATCH = """addEventListener("securitypolicyviolation", event => {
  (window.violations ||= []).push(event.violatedDirective + " " + event.blockedURI);
});
addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!window.following && link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
}, true);"""
# Every control that leaves the reader on the page; then every one that leads to another.
KIND = """const kind = element => {
  const href = element.getAttribute("href") || "";
  if (element.localName !== "a") return element.localName;
  if (element.className === "exit") return "exit";
  if (href.startsWith("#")) return "place on the page";
  if (/^(tel|mailto):/.test(href)) return href.split(":")[0];
  if (element.host !== location.host) return "other site";
  return element.hreflang ? "language" : "page";
};
const use = wanted => {
  const used = {};
  const all = "a, summary, button, input, select, textarea, audio, video, [onclick], [contenteditable]";
  for (const element of document.querySelectorAll(all)) {
    const name = kind(element);
    if (!wanted(name)) continue;
    element.click();
    used[name] = (used[name] || 0) + 1;
  }
  return used;
};"""
STAYING = ("summary", "place on the page")
LEADING = ("tel", "mailto", "language", "page", "other site")
USE_STAYING = f"""() => {{ {KIND}
  dispatchEvent(new Event("beforeprint"));
  dispatchEvent(new Event("afterprint"));
  return use(name => !{[*LEADING, "exit"]}.includes(name));
}}"""
USE_LEADING = f"() => {{ {KIND} return use(name => {list(LEADING)}.includes(name)); }}"

FOLLOW = """() => {
  window.following = true;
  document.querySelector("nav.language-menu a").click();
}"""


@dataclass
class Visit:
    """What was noticed while every page was opened, and every control of it used.

    Attributes:
        asked: what the server was asked for, for each address.
        hosts: the hosts that the browser asked anything.
        said: what the browser complained of, broken policies included.
        margins: the body's margin on each page: "0px" where the page's style works.
        used: how many controls of each kind were used.
        stores: what each kind of storage holds at the end.
        cookies: the cookies at the end.
    """

    asked: dict[str, list[str]] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    margins: set[str] = field(default_factory=set)
    used: Counter[str] = field(default_factory=Counter)
    stores: dict[str, object] = field(default_factory=dict)
    cookies: list[object] = field(default_factory=list)


def use_everything(page: Page, seen: Visit) -> None:
    """Use every control of a page."""
    page.keyboard.press("Shift")
    page.emulate_media(media="print")
    seen.used += Counter(page.evaluate(USE_STAYING))
    page.emulate_media(media="screen")
    seen.said += [f"{page.url} {broken}" for broken in page.evaluate("window.violations || []")]
    seen.used += Counter(page.evaluate(USE_LEADING))


def visit(context: BrowserContext, site: Site) -> Visit:
    """Open every page and use every control of it; where a script follows links, let it follow one."""
    seen, page, sensitive = Visit(), context.new_page(), []
    context.add_init_script(WATCH)
    context.on("request", lambda request: seen.hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    for address in site.addresses:
        del site.asked[:]
        page.goto(site.url + address)
        seen.asked[address] = list(site.asked)
        seen.margins.add(page.evaluate("getComputedStyle(document.body).marginTop"))
        use_everything(page, seen)
        if page.evaluate("document.body.hasAttribute('data-sensitive')"):
            sensitive.append(address)
    for address in sensitive:
        page.goto(site.url + address)
        with page.expect_navigation():
            page.evaluate(FOLLOW)
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


def test_every_control_was_used(visited: Visit, site: Site) -> None:
    """The crawl met every kind of control that the site has, and no kind that it cannot use."""
    pages = len(site.addresses)

    assert {*STAYING, *LEADING} == set(visited.used)
    assert [] == [kind for kind in LEADING if kind != "mailto" and visited.used[kind] < pages]


def test_no_other_host_is_asked(visited: Visit, site: Site) -> None:
    """Visiting every page and using every control of it asks no other host for anything (R52)."""
    assert {urlsplit(site.url).netloc} == visited.hosts - {""}  # "" is the icon's data: address


def test_nothing_is_stored(visited: Visit) -> None:
    """After using every control no cookie, storage, database, cache or worker exists (R17)."""
    assert (EMPTY, []) == (visited.stores, visited.cookies)


def test_readme_tells_what_was_noticed(visited: Visit) -> None:
    """Requests, stored things and used controls are those of the README (R17, R47, R52, R83)."""
    requests = max(len(asked) for asked in visited.asked.values())
    others = len(visited.hosts - {""}) - 1
    kept = sum(map(bool, visited.stores.values())) + len(visited.cookies)

    held = {
        "richieste": exactly("richieste", requests),
        "altri-siti": exactly("altri-siti", others),
        "conservati": exactly("conservati", kept),
        "comandi": at_least("comandi", visited.used.total(), step=1000),
    }

    assert [] == [name for name, true in held.items() if not true]


def test_policy_is_never_broken(visited: Visit) -> None:
    """No page does what its own policy forbids, and the browser complains of nothing (R53)."""
    assert [] == visited.said


def test_style_is_let_through(visited: Visit) -> None:
    """The policy lets the page's own style through: every page is really styled (R53)."""
    assert {"0px"} == visited.margins


@in_every_language
def test_the_exit_stores_nothing(
    context_with: Callable[..., BrowserContext], site: Site, language: Language
) -> None:
    """Leaving by the exit asks the one site it leads to, and nothing stays behind (R17, R52)."""
    context, hosts = context_with(), Counter()
    context.on("request", lambda request: hosts.update([urlsplit(request.url).netloc]))
    context.route("https://**", lambda route: route.fulfill(content_type="text/html", body="x"))
    page = context.new_page()
    page.goto(site.address("aiuto", language))
    host = urlsplit(page.get_attribute(".exit", "href")).netloc
    page.click(".exit")
    page.wait_for_url("https://**")
    asked = {name: times for name, times in hosts.items() if name not in (urlsplit(site.url).netloc, "")}  # fmt: skip
    page.goto(site.address("aiuto", language))

    assert ({host: 1}, EMPTY, []) == (asked, page.evaluate(STORES), context.cookies())


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
