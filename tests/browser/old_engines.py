# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages as engines of former years read them: what they do not know is taken out of the page.

An engine drops a declaration whose property or value it does not know, and a whole rule whose
selector it does not know. That is done here to the built page's own style, before Chromium sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Route

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Gap:
    """Something an older engine does not know.

    Attributes:
        name: what it is called in the tests.
        declaration: what it drops, seen as `property:value`.
        selector: the rules it drops, by their selector.
        media: the blocks it drops, by their condition.
        elements: the elements it does not know.
        dark: whether it knows that a reader may wish a dark page.
    """

    name: str
    declaration: re.Pattern[str] = NEVER
    selector: re.Pattern[str] = NEVER
    media: re.Pattern[str] = NEVER
    elements: tuple[str, ...] = ()
    dark: bool = True


NONE = Gap("nothing")
GAPS = (
    Gap("custom properties", re.compile(r"^--|var\(|^color-scheme"), dark=False),
    Gap("logical properties", re.compile(r"^inset|^[a-z-]*(?:inline|block)(?:-[a-z]+)?:")),
    Gap("grid", re.compile(r"^grid|^(?:display:(?:grid|contents))")),
    Gap("math", re.compile(r":.*\b(?:clamp|min|max)\(")),
    Gap("gap", re.compile(r"^gap:")),
    Gap("sticky, anywhere, clip-path", re.compile(r"^position:sticky|:anywhere$|^clip-path:")),
    Gap(
        "selectors of this decade",
        selector=re.compile(r":(?:has|is|where|focus-visible|:marker|:details-content)\b"),
    ),
    Gap("wishes of the reader", media=re.compile(r"prefers-|forced-colors")),
    Gap("details", elements=("details", "summary")),
)
ALL = Gap(
    "all at once",
    re.compile("|".join(gap.declaration.pattern for gap in GAPS)),
    re.compile("|".join(gap.selector.pattern for gap in GAPS)),
    re.compile("|".join(gap.media.pattern for gap in GAPS)),
    tuple(element for gap in GAPS for element in gap.elements),
    dark=False,
)


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each outermost brace, and what stands between it and its partner."""
    depth = start = opened = 0
    for place, letter in enumerate(css):
        if letter == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif letter == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1


def older_style(css: str, gap: Gap) -> str:
    """Return what an engine with this gap understands of a style."""
    kept = []
    for before, inside in blocks(css):
        if before.startswith("@media"):
            if not gap.media.search(before):
                kept.append(f"{before}{{{older_style(inside, gap)}}}")
        elif not gap.selector.search(before):
            known = [part for part in inside.split(";") if not gap.declaration.search(part.strip())]
            kept.append(f"{before}{{{';'.join(known)}}}")
    return "".join(kept)


def older_page(html: str, gap: Gap) -> str:
    """Return what an engine with this gap understands of a page; its policy would refuse the style."""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    if not gap.dark:
        html = re.sub(r'<meta name="color-scheme"[^>]*>', "", html)
    html = re.sub(
        r"(<style>)(.*?)(</style>)",
        lambda m: m[1] + older_style(m[2], gap) + m[3],
        html,
        flags=re.DOTALL,
    )
    for element in gap.elements:  # an unknown element is a plain inline box
        html = re.sub(rf"(</?){element}\b", rf"\1x-{element}", html)
        html = re.sub(rf"(?<=[}},]){element}(?=[{{,])", f"x-{element}", html)
    return html


def grow_old(context: BrowserContext, gap: Gap) -> None:
    """Let every page of a context arrive as an engine with this gap understands it."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=older_page(response.text(), gap))

    context.route(re.compile("^http://127"), answer)
