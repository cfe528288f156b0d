# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies of the site in other sizes, for `make bench`: fewer languages, or many more pages.

A page more is a core page once more, in every language it is written in, under a name and a
title of its own and with translations that follow it: nothing about it is cheaper than the first.
"""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

from plugins.content import read_content
from plugins.fingerprint import version_of
from plugins.languages import ITALIAN, LANGUAGES
from plugins.ledger import record
from plugins.source import read_source

from .site_copy import copy_project

_TITLE = re.compile(r'^title: *"?(.*?)"?$', re.MULTILINE)
_STAMP = re.compile(r"^(translated_from:).*$", re.MULTILINE)


def write_site(root: Path, folder: Path, tags: list[str], pages: int = 0) -> Path:
    """Write into `folder` the site of `root` in the languages `tags`, `pages` in each of them.

    With no number, or one below it, as many as there are.
    """
    copy_project(root, folder)
    _keep_languages(folder, tags)
    _grow(folder, pages)
    return folder


def _keep_languages(site: Path, tags: list[str]) -> None:
    """Take the other languages away, and their recorded addresses with them."""
    others = {language.folder for language in LANGUAGES if language.tag not in tags}
    for other in others:
        for folder in (site / "translations" / other, *site.glob(f"content/*/{other}")):
            shutil.rmtree(folder, ignore_errors=True)
    addresses = site / "content" / "addresses.txt"
    lines = addresses.read_text("utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not others & set(line.split("/")[1:2]))
    addresses.write_text("".join(kept), "utf-8")


def _grow(site: Path, pages: int) -> None:
    """Copy the pages that every language has, one after the other, until there are `pages`."""
    content = read_content(site)
    written = sorted(page_id for page_id, tag in content.pages if tag == ITALIAN.tag)
    core = [
        page_id
        for page_id in written
        if all(content.has_page(page_id, language) for language in content.languages)
    ]
    missing = max(0, pages - len(written))
    for page_id, turn in itertools.islice(_turns(core), missing):
        _copy_page(site, page_id, turn)


def _turns(names: list[str]) -> itertools.chain[tuple[str, int]]:
    """Return every name with 2, then every name with 3, without end."""
    return itertools.chain.from_iterable(
        ((name, turn) for name in names) for turn in itertools.count(2)
    )


def _copy_page(site: Path, page_id: str, turn: int) -> None:
    """Write one page again, in all its languages, as a page of its own."""
    copied = f"{page_id}-{turn}"
    files = sorted(site.glob(f"content/pages/*/{page_id}.md"))
    for file in files:
        text = _TITLE.sub(rf'title: "\1 ({turn})"', file.read_text("utf-8"), count=1)
        file.with_name(f"{copied}.md").write_text(text, "utf-8")
    italian, _ = read_source(site, f"content/pages/{ITALIAN.folder}/{copied}.md")
    assert italian  # noqa: S101 - written above
    version = version_of(italian)
    record(site, copied, [version])
    for file in files:
        copy = file.with_name(f"{copied}.md")
        copy.write_text(_STAMP.sub(rf"\1 {version.code}", copy.read_text("utf-8")), "utf-8")
