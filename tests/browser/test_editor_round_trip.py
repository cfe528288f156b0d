# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person writes in the editor is what the site reads, and a save touches nothing else."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.source import read_source
from tests.browser.desk import Desk, reader_of
from tests.conftest import ROOT
from tools import editor, npm

HELP = "content/pages/it/aiuto.md"
SEEDED = (
    HELP, "content/pages/ar/aiuto.md", "content/pages/it/accessibilita.md",
    "content/contacts/it/antitratta.md", "content/contacts/ar/antitratta.md",
    "content/news/it/2025-09-28-nuova-convenzione.md",
)  # fmt: skip
TITLE = """Chiedere aiuto: "subito", l'inizio"""
PARAGRAPHS = """Un paragrafo: con «virgolette», "altre" e l'apostrofo.

Un secondo paragrafo,
che va a capo."""
HOST_HEADERS = "; frame-ancestors 'none'"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the editor with the header that docs/editor.md asks for."""

    def end_headers(self) -> None:
        self.send_header(
            "Content-Security-Policy", editor.policy("https://gitlab.com") + HOST_HEADERS
        )
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The editor, bundled and served."""
    if not all(npm.folder_of(name).exists() for name, _ in editor.PACKAGES):
        pytest.skip("Sveltia CMS is not here: npm could not bring it")
    folder = tmp_path_factory.mktemp("editor") / "editor"
    settings = {"forge": "", "address": "", "project": "", "branch": "main", "application": ""}
    editor.bundle(folder, settings)
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def asked() -> list[str]:
    """Every address that the editor's page asked for."""
    return []


@pytest.fixture
def desk(address, asked, page_with) -> Desk:
    """The editor, open on some files of ours."""
    page = page_with(1300, 1600, locale="it-IT")
    page.on("request", lambda request: asked.append(request.url))
    return Desk(page, address, {path: (ROOT / path).read_text("utf-8") for path in SEEDED})


def read(folder: Path, desk: Desk, path: str):
    """Return a file of the desk as the site reads it."""
    source, problems = read_source(reader_of(folder, desk, path), path)
    assert [] == problems
    return source


def test_a_save_touches_what_was_changed_and_nothing_else(desk, tmp_path):
    """A title with quotes and a colon and two new paragraphs are the only lines that change (R95)."""
    desk.open("pages/entries/aiuto")
    body = desk.field("body")
    old = body.input_value()
    desk.field("title").fill(TITLE)
    body.fill(old.replace("\n\n## ", f"\n\n{PARAGRAPHS}\n\n## ", 1))
    desk.save()
    changes = desk.changes()
    source = read(tmp_path, desk, HELP)
    old_title = (ROOT / HELP).read_text("utf-8").split("\n")[1]

    written = [f"+{line}" for line in f"\n{PARAGRAPHS}".split("\n")]
    assert [HELP] == list(changes)
    assert sorted([f"-{old_title}", changes[HELP][1], *written]) == sorted(changes[HELP])
    assert TITLE == source.fields["title"]
    assert PARAGRAPHS in source.text


def test_a_translation_is_written_from_right_to_left(desk, tmp_path):
    """Arabic has its tab beside the Italian, in its own direction; saving it leaves the Italian."""
    desk.open("pages/entries/aiuto")
    desk.turn_to("Arabo")
    title = desk.field("title", "ar")
    title.fill("طلب المساعدة: «الآن»")
    directions = [
        desk.field(key, "ar").evaluate("field => getComputedStyle(field).direction")
        for key in ("title", "body")
    ]
    desk.save()

    assert ["rtl", "rtl"] == directions
    changes = desk.changes()
    assert ["content/pages/ar/aiuto.md"] == list(changes)
    assert ['+title: "طلب المساعدة: «الآن»"'] == changes["content/pages/ar/aiuto.md"][1:]
    assert read(tmp_path, desk, "content/pages/ar/aiuto.md").fields["translated_from"]


def test_an_hour_is_one_line(desk, tmp_path):
    """A contact's new hours are the only line that changes."""
    desk.open("contacts/entries/antitratta")
    desk.field("hours.0").fill("Mo-Fr 09:00-12:30")
    desk.save()

    path = "content/contacts/it/antitratta.md"
    assert {path: ['-hours: "24/7"', '+hours: "Mo-Fr 09:00-12:30"']} == desk.changes()
    assert ("Mo-Fr 09:00-12:30",) == read(tmp_path, desk, path).fields["hours"]


def test_a_second_save_builds_on_the_first(desk):
    """What was saved a moment ago is not undone by the next save of the same page (R95)."""
    desk.open("pages/entries/aiuto")
    desk.field("title").fill("Il primo: titolo")
    desk.save()
    desk.changes()
    desk.open("pages/entries/aiuto")
    desk.field("description").fill("Una frase nuova")
    desk.save()
    lines = desk.changes()[HELP]

    assert ['+description: "Una frase nuova"'] == [line for line in lines if line[0] == "+"]
    assert 2 == len(lines)


def test_a_new_page_is_one_the_site_reads(desk, tmp_path):
    """A page made in the editor has a good file name and a header that the site reads (R94)."""
    desk.open("pages/new")
    desk.field("title").fill('Una "scuola": è aperta')
    desk.field("description").fill("Che cosa c'è: tutto")
    desk.field("body").fill("Primo.\n\nSecondo.\n")
    desk.field("checked_on").fill("2026-11-23")
    desk.field("order").fill("30")
    desk.save()

    path = "content/pages/it/una-scuola-e-aperta.md"
    assert [path] == list(desk.changes())
    source = read(tmp_path, desk, path)
    assert ('Una "scuola": è aperta', 30) == (source.fields["title"], source.fields["order"])
    assert "\nPrimo.\n\nSecondo.\n" == source.text


def test_a_translation_begun_in_the_editor_has_only_its_own_keys(desk, tmp_path):
    """A language opened in the editor begins without the Italian page's keys (R94)."""
    desk.open("pages/entries/accessibilita")
    desk.page.get_by_role("button", name=re.compile("^Abilita")).click()
    for key, text in {
        "title": "Accessibility", "description": "How we test", "body": "Text.",
        "translated_from": "d097-aa91", "translated_on": "2026-11-23",
    }.items():  # fmt: skip
        desk.field(key, "en").fill(text)
    desk.save()

    path = "content/pages/en/accessibilita.md"
    assert [path] == list(desk.changes())
    expected = {"title", "description", "translated_from", "translated_on"}
    assert expected == read(tmp_path, desk, path).fields.keys()


def test_every_file_we_have_comes_back_to_the_letter(desk):
    """No text of ours is reflowed, requoted or reordered by a save that changes nothing (R95)."""
    files = sorted(ROOT.glob("content/*/*/*.md"))
    texts = {file: file.read_text("utf-8") for file in files}
    changed = [file.name for file, text in texts.items() if desk.rewritten(text) != text]

    assert len(files) > 500
    assert [] == changed


def test_a_header_of_any_hand_keeps_its_other_lines(desk):
    """Comments, wrapped text, single quotes and unknown keys stay; a cleared key goes (R95)."""
    text = (
        "---\n# Il titolo\ntitle: 'L''inizio'\n\n# Una frase\ndescription: una frase\n  su due righe\n"
        "strana: [a, 'b']\nact: via\nsources:\n- uno\n- due: e mezzo\n---\n\nTesto\nsu due righe.\n"
    )
    changed = desk.rewritten(text, title="La: fine", act="", sources=["uno"])

    expected = text.replace("'L''inizio'", '"La: fine"').replace("act: via\n", "")
    assert expected.replace("sources:\n- uno\n- due: e mezzo", "sources: [uno]") == changed


def test_the_editor_asks_nobody_else(desk, address, asked):
    """Opening the editor and a page asks only the editor's own address (R11)."""
    desk.open("pages/entries/aiuto")
    elsewhere = [url for url in asked if not url.startswith((address, "data:", "blob:"))]

    assert len(asked) > 5
    assert [] == elsewhere
