# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on the finished pages: they hold together, whatever template or text made them."""

from __future__ import annotations

import itertools
import posixpath
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ..addresses import file_of
from ..built_page import BuiltPage
from ..languages import LANGUAGES
from ..output import Output
from ..problem import OUR_BUG, Fault, check


@check(
    "SITO-01",
    "Ogni collegamento interno del sito costruito porta a un file e a una sezione che ci sono",
)
def broken_link(output: Output) -> Iterator[Fault]:
    """A dead end on the way to help may be the end of the way."""
    for page in output.pages.values():
        for attributes, line in page.all("a", "img", "link"):
            href = attributes.get("href") or attributes.get("src") or ""
            target = local_target(output, page, href)
            if target is None:
                continue
            file, fragment = target
            if file not in output.files or (fragment and not output.has_anchor(file, fragment)):
                yield Fault(
                    f"output/{page.path}", line, f"Il collegamento «{href}» non porta a nulla.",
                    OUR_BUG, "broken internal link in the output",
                )  # fmt: skip


def local_target(output: Output, page: BuiltPage, href: str) -> tuple[str, str] | None:
    """Return (file, fragment) that `href` leads to inside the site, None when it leads out."""
    if f"{href}/".startswith(f"{output.site_url}/"):
        href = href.removeprefix(output.site_url) or "/"
    elif href.startswith("/"):
        if not href.startswith(f"{output.base}/"):
            return (f"outside the site: {href}", "")
        href = href.removeprefix(output.base)
    parts = urlsplit(href)
    if parts.scheme:
        return None
    folder = posixpath.dirname(page.address)
    path = posixpath.join(folder, unquote(parts.path)) if parts.path else page.address
    address = posixpath.normpath(path) + ("/" if path.endswith("/") else "")
    return file_of(address), unquote(parts.fragment)


@check("SITO-02", "Ogni pagina ha un solo titolo principale e non salta livelli")
def heading_levels(output: Output) -> Iterator[Fault]:
    """Headings are how a page is skimmed by ear (R62)."""
    for page in output.pages.values():
        levels = [
            int(tag[1])
            for tag, _, _ in page.elements
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        ]
        jumps = any(after > before + 1 for before, after in itertools.pairwise(levels))
        if levels.count(1) != 1 or levels[0] != 1 or jumps:
            yield Fault(
                f"output/{page.path}", 1, f"I livelli dei titoli sono {levels}.", OUR_BUG,
                "not one h1 first, or a level skipped",
            )  # fmt: skip


@check("SITO-03", "In una pagina ogni id compare una volta")
def duplicate_id(output: Output) -> Iterator[Fault]:
    """A link to a section would land on the wrong one."""
    for page in output.pages.values():
        for name, times in sorted(Counter(page.ids).items()):
            if times > 1:
                yield Fault(
                    f"output/{page.path}", 1, f"L'id «{name}» compare {times} volte.", OUR_BUG,
                    "duplicate id",
                )  # fmt: skip


@check("SITO-04", "Ogni pagina dice la sua lingua e la sua direzione, e sta nella cartella giusta")
def unmarked_language(output: Output) -> Iterator[Fault]:
    """A screen reader with the wrong voice is noise."""
    known = {language.tag: language for language in LANGUAGES}
    for page in output.pages.values():
        language = known.get(page.lang)
        folder = page.path.split("/")[0]
        folders = {other.folder: other.tag for other in LANGUAGES}
        expected = folders.get(folder, "it")
        if not language or page.direction != language.direction or language.tag != expected:
            yield Fault(
                f"output/{page.path}", 1, f"La pagina dice lang «{page.lang}» e dir «{page.direction}».",
                OUR_BUG, "wrong or missing lang or dir",
            )  # fmt: skip


@check("SITO-05", "Ogni pagina ha titolo e descrizione suoi")
def unnamed_page(output: Output) -> Iterator[Fault]:
    """Tabs, history and search results show nothing else."""
    titles: dict[tuple[str, str], str] = {}
    for page in output.pages.values():
        metas = {found.get("name"): found.get("content") for found, _ in page.all("meta")}
        twin = titles.setdefault((page.lang, page.title.strip()), page.path)
        if (
            not page.title.strip()
            or not metas.get("description")
            or (twin != page.path and not page.redirect)
        ):
            yield Fault(
                f"output/{page.path}", 1, f"Il titolo «{page.title}» manca, è doppio, o manca la descrizione.",
                "Scrivi title e description che dicano che cosa ha di diverso la pagina.", "title missing or shared",
            )  # fmt: skip


PAGE_CHECKS = (broken_link, heading_levels, duplicate_id, unmarked_language)
SITE_CHECKS = (unnamed_page,)
