# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file that leads elsewhere, cannot be opened or is far too long is told, never followed."""

from __future__ import annotations

import os

import pytest

from plugins.checks import check_sources
from plugins.file_bytes import LONGEST_FILE, LONGEST_HEADER, LONGEST_PARAGRAPH
from tests.unit.folders import PROVA, content_of, page


def codes(content, path: str = PROVA) -> list[str]:
    """Return the code of every problem of a file."""
    return [problem.code for problem in content.problems if problem.path == path]


@pytest.mark.parametrize("target", ["nulla.md", "altra.md", "../../.."])
def test_a_link_to_another_file_is_told(tmp_path, target):
    """A link of the file system is no text, wherever it leads: Pelican would follow it (R94)."""
    content_of(tmp_path, {"content/pages/it/altra.md": page()})
    (tmp_path / PROVA).symlink_to(target)
    content = content_of(tmp_path, {})

    assert ["FILE-13"] == codes(content)
    assert [("altra", "it")] == list(content.pages)


def test_a_link_among_the_pictures_is_told(tmp_path):
    """Pictures and recordings are copied as they are: a link among them is told too (R94)."""
    (tmp_path / "content/images").mkdir(parents=True)
    (tmp_path / "content/images/foto.jpg").symlink_to("/etc/hostname")

    assert ["FILE-13"] == codes(content_of(tmp_path, {}), "content/images/foto.jpg")


def test_a_file_that_nobody_may_open_is_told(tmp_path, monkeypatch):
    """A file without the permission to read it is one message, not a traceback (R94)."""
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK or path.name != "prova.md")

    assert ["FILE-13"] == codes(content_of(tmp_path, {PROVA: page()}))


@pytest.mark.parametrize(
    "text",
    [
        page("Testo breve.\n\n" * (LONGEST_FILE // 14)),
        page("Una parola e un'altra. " * (LONGEST_PARAGRAPH // 20)),
        page("Una riga.\n" * (LONGEST_PARAGRAPH // 8)),
        page(act="parola " * (LONGEST_HEADER // 6)),
    ],
    ids=["file", "line", "paragraph", "header"],
)
def test_what_is_far_too_long_is_told(tmp_path, text):
    """A build takes bounded time: no file, paragraph or header is longer than a page needs (R94)."""
    assert ["FILE-14"] == codes(content_of(tmp_path, {PROVA: text}))


def test_a_long_page_is_read(tmp_path):
    """Twice the longest page of the site, in paragraphs, is no problem (R94)."""
    assert [] == codes(content_of(tmp_path, {PROVA: page("Testo breve.\n\n" * 1800)}))


def test_endless_lists_are_told(tmp_path):
    """Lists within lists without end are one message, and the next page is read aright (R94)."""
    other = "content/pages/it/seconda.md"
    content = content_of(
        tmp_path, {PROVA: page("- " * 1400 + "x"), other: page("- Una voce.\n\nTesto.")}
    )

    assert ["MARKDOWN-03"] == codes(content)
    assert (
        "<ul>\n<li>Una voce.</li>\n</ul>\n<p>Testo.</p>" == content.pages["seconda", "it"].body.html
    )


def test_the_record_of_addresses_is_a_text_too(tmp_path):
    """Bytes that are no text in content/addresses.txt are told like those of a page (R94)."""
    path = "content/addresses.txt"
    content = content_of(tmp_path, {path: "/città/\n".encode("cp1252")})

    assert ["FILE-01"] == codes(content, path)
    assert content.addresses == []


def test_a_report_can_hold_any_name(tmp_path):
    """A file name that is no text, or breaks the line, is shown by its codes (R80)."""
    names = [b"content/pages/it/a\nb.md", b"content/pages/it/a\xff.md"]
    for name in names:
        content_of(tmp_path, {os.fsdecode(name): page()})
    found = "".join(map(str, check_sources(content_of(tmp_path, {}))))

    assert "it/a\\nb.md:1  ERRORE  FILE-07" in found
    assert "it/a\\udcff.md:1  ERRORE  FILE-07" in found
