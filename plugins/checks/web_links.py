# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on links as people copy them: from their own machine, their editor, their mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from ..body import read_inline
from ..content import Content
from ..problem import Fault, check
from ..source import Source

_OWN_MACHINE = re.compile(
    r"file:|[a-z]:[\\/]|\\|/(?:home|Users)/"
    r"|https?://(?:[^/.:\[\]]+(?:[:/]|$)|localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|[^/]*\.local(?:[:/]|$))",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"https?://(?:[^/]+/(?:[^/]+/){2,}(?:-/)?(?:edit|_edit|blob|tree|src/branch|merge_requests|pull|ide)(?:/|$)"
    r"|(?:docs|drive|mail)\.google\.com|onedrive\.live\.com|1drv\.ms|[^/]+\.sharepoint\.com"
    r"|outlook\.(?:office|live)[^/]*|web\.telegram\.org|web\.whatsapp\.com"
    r"|[^/]+\.(?:github\.dev|gitpod\.io|netlify\.app|vercel\.app|pages\.dev)(?:[:/]|$))",
    re.IGNORECASE,
)
# Sites that only send readers on, having counted them; the key that holds the true address.
_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "www.google.com": "q",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "l.instagram.com": "u",
}
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|d|y|tw|tt|ms)cl(?:k)?id|[gw]braid|mc_[ce]id|igshi?d?|mibextid|_hs(?:enc|mi)|srsltid|gad_source",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"https?://(?:bit\.ly|t\.co|tinyurl\.com|ow\.ly|goo\.gl|is\.gd)/", re.IGNORECASE
)
_SITE = re.compile(r"//|www\.|(?:[\w-]+\.)+(?:it|eu|org|com|net|int)(?:/|$)", re.IGNORECASE)
IN_REGISTRY = 'Mettilo nel registro (make contact) e scrivi qui {{{{ {}("nome-del-contatto") }}}}'


def cure_of_outside(href: str) -> str:
    """Return the cure of a link meant for another site or an e-mail, "" for one within the site."""
    if "@" in href:
        return IN_REGISTRY.format("email")
    return f"Scrivi: https://{href.removeprefix('//')}" if _SITE.match(href) else ""


def own_machine(href: str) -> bool:
    """Whether a link leads to a place that only its author can open."""
    return bool(_OWN_MACHINE.match(href) or _EDITOR.match(href))


def written_links(source: Source) -> Iterator[tuple[str, int, str]]:
    """Yield (href, line, key) for every link of a file; the key is "" in its text."""
    seen: dict[str, int] = {}
    for href in source.body.links:
        seen[href] = seen.get(href, 0) + 1
        yield href, source.line_of(f"]({href}", seen[href]), ""
    for key in ("act", "sources"):
        values = source.fields.get(key, ())
        for value in (values,) if isinstance(values, str) else values:
            for href in read_inline(value).links:
                yield href, source.lines[key], key
    for key in ("url", "source"):
        values = source.fields.get(key, ())
        for value in (values,) if isinstance(values, str) else values:
            yield value, source.lines[key], key


@check("LINK-03", "I collegamenti non portano al computer o al programma di chi scrive")
def link_to_own_machine(content: Content) -> Iterator[Fault]:
    """It works only for whoever wrote it."""
    for source in content.sources:
        for href, line, _ in written_links(source):
            if own_machine(href):
                where = "al tuo computer" if _OWN_MACHINE.match(href) else "dove lavori tu"
                yield Fault(
                    source.path, line, f"Il collegamento «{href[:80]}» porta {where}.",
                    "Scrivi il nome del file .md della pagina, o l'indirizzo pubblico.",
                    "link to the author's machine or editor",
                )  # fmt: skip


@check("LINK-04", "I collegamenti verso altri siti cominciano con https://")
def link_without_encryption(content: Content) -> Iterator[Fault]:
    """On an open line anybody near can read what the reader opens, and change it.

    A source is cited as it was read, so `sources` and `source` may name an old address.
    """
    for source in content.sources:
        for href, line, key in written_links(source):
            plain = href.lower().startswith("http://") and not own_machine(href)
            if plain and key not in ("sources", "source"):
                yield Fault(
                    source.path, line, f"Il collegamento «{href[:80]}» non è protetto.",
                    f"Prova se si apre e scrivi: https://{href[7:]}", "link without https",
                )  # fmt: skip


@check("LINK-05", "I collegamenti non contano chi li apre")
def tracking_link(content: Content) -> Iterator[Fault]:
    """The other site learns from which message the reader came, and can tell readers apart."""
    for source in content.sources:
        for href, line, _ in written_links(source):
            clean = untracked(href)
            if _SHORT.match(href):
                yield Fault(
                    source.path, line, f"Il collegamento «{href[:80]}» conta chi lo apre.",
                    "Aprilo e scrivi l'indirizzo a cui porta.", "shortened link, which counts its readers",
                )  # fmt: skip
            elif clean != href:
                yield Fault(
                    source.path, line, f"Il collegamento «{href[:80]}» conta chi lo apre.",
                    f"Scrivi: {clean}", "tracking parameters or a counting redirect",
                )  # fmt: skip


def untracked(href: str) -> str:
    """Return a link without what counts its readers."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    for host, key in _WRAPPERS.items():
        inside = parse_qs(parts.query).get(key)
        if inside and parts.netloc.endswith(host) and inside[0].startswith("http"):
            return untracked(inside[0])
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [
        (name, value)
        for name, value in pairs
        if not _TRACKING.fullmatch(name) and not (name == "si" and "youtu" in parts.netloc)
    ]
    return href if kept == pairs else urlunsplit(parts._replace(query=urlencode(kept)))


CHECKS = (link_to_own_machine, link_without_encryption, tracking_link)
