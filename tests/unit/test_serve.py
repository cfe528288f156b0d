# SPDX-License-Identifier: AGPL-3.0-or-later
"""The preview server: pages as they go out, the last good site, news of each save and build."""

from __future__ import annotations

import functools
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
from watchfiles import Change

from plugins.problem import Rule
from tools import serve
from tools.preview_page import RELOAD, dressed
from tools.preview_site import KEPT, NOT_YET, Builds, Site
from tools.serve import Handler

HELP = "content/pages/it/aiuto.md"
PICTURE = "content/images/banco.jpg"
PAGE = "<!doctype html><head><title>Aiuto</title></head><body><main id=main>Aiuto</main></body>"
WRONG = Rule("LINK-01", "x").broken(HELP, 3, "Il link <b> non va.", "Scrivi", "dead")


class Warm:
    """A preview of one page, whose next save has these problems."""

    def __init__(self) -> None:
        self.content = SimpleNamespace(paths={HELP, PICTURE})
        self.settings = {"EDIT_URL": "https://forge.example.org/edit/{path}"}
        self.problems: list[object] = []

    def change(self, _path: str) -> list[object]:
        """Read a file again."""
        return self.problems

    def address_of(self, path: str) -> str:
        """Where a file's page is."""
        return "/aiuto/" if path == HELP else ""

    def path_of(self, address: str) -> str:
        """Where a page is written."""
        return HELP if address == "/aiuto/" else ""

    def render(self, address: str) -> str | None:
        """The page as it is now."""
        return PAGE.replace(">Aiuto<", ">Salvato<") if address == "/aiuto/" else None


@pytest.fixture
def site() -> Site:
    """A site of one page whose whole build always succeeds."""
    return Site(Warm(), lambda: "", Builds())


@pytest.fixture
def server(tmp_path: Path, site: Site) -> Iterator[str]:
    """A preview server over two pages."""
    (tmp_path / "aiuto").mkdir()
    (tmp_path / "aiuto" / "index.html").write_text(PAGE)
    (tmp_path / "404.html").write_text("<!doctype html><head><title>Non c’è</title>")
    handler = type("TestHandler", (Handler,), {"site": site})
    bound = functools.partial(handler, directory=str(tmp_path))
    running = ThreadingHTTPServer(("127.0.0.1", 0), bound)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def get(address: str) -> str:
    """Return a page as the browser gets it."""
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode()


def test_a_page_is_served_with_the_reload_line(server, tmp_path):
    """The line stands before the page's own policy as it goes out, and never on disk."""
    assert get(f"{server}/aiuto/").startswith(f"<!doctype html><head>{RELOAD}<style>")
    assert RELOAD not in (tmp_path / "aiuto" / "index.html").read_text()


def test_an_unknown_address_gets_the_404_page(server):
    """The preview shows the same 404 page as the public site."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{server}/manca/")

    assert (404, True) == (error.value.code, "Non c’è" in error.value.read().decode())


def test_a_page_that_waits_is_not_called_the_last_good_one(site, tmp_path):
    """Over the 404 page of a page still to be corrected stands what to do, and that it will come."""
    (tmp_path / "404.html").write_text("<!doctype html><head></head><main>Non c’è</main>")
    site.told = f"1 errore. {KEPT}"
    html = site.page("/404.html", tmp_path / "404.html")

    assert (True, False) == (NOT_YET in html.replace("&#x27;", "'"), "ultima versione" in html)


def test_a_second_preview_says_that_one_is_running(tmp_path, monkeypatch, server):
    """`make serve` in a second terminal is a sentence, not a traceback (R80)."""
    (tmp_path / "output").mkdir()
    monkeypatch.setattr(serve, "warm", lambda _root: None)

    with pytest.raises(SystemExit, match="è già acceso, in un'altra finestra del terminale"):
        serve.run(tmp_path, int(server.rpartition(":")[2]))


def test_a_save_is_seen_before_the_build(server, site, tmp_path):
    """What was saved is served at once; output/ changes only when the build has succeeded."""
    site.saved([HELP])

    assert ">Salvato<" in get(f"{server}/aiuto/")
    assert PAGE == (tmp_path / "aiuto" / "index.html").read_text()


def test_a_save_with_an_error_keeps_the_page_and_tells(server, site):
    """The last good page stays, with the report on top, its words escaped (R97)."""
    site.preview.problems = [WRONG]
    site.saved([HELP])
    html = get(f"{server}/aiuto/")

    assert ">Salvato<" not in html
    assert 'lang="it" dir="ltr">' + HELP in html
    assert html.index("Il link &lt;b&gt; non va.") < html.index("</pre>Aiuto")


def test_the_report_goes_when_the_error_is_mended(server, site):
    """After a good save nothing stands on top any more."""
    site.preview.problems = [WRONG]
    site.saved([HELP])
    site.preview.problems = []
    site.saved([HELP])

    assert "preview-report" not in get(f"{server}/aiuto/").split("</style>")[1]


@pytest.mark.parametrize(("told", "left"), [("", set()), ("1 errore.", {"/aiuto/"})])
def test_the_build_behind_has_the_last_word(site, told, left):
    """A good build takes the place of quick pages; a failed one is told and changes nothing (R97)."""
    built = threading.Event()

    def build() -> str:
        built.set()
        return told

    site._build = build
    site.saved([HELP])
    follower = site.builds.follow()
    threading.Thread(target=site.build_behind, daemon=True).start()
    built.wait(20)
    while site.told != told or (not told and site.fresh):
        next(follower)

    assert (told, left) == (site.told, set(site.fresh))


@pytest.mark.parametrize(
    ("path", "known"),
    [(HELP, True), ("content/contacts/it/112.md", True), ("content/pages/it/nuova.md", False)],
)
def test_a_new_page_is_read_with_everything_else(site, path, known):
    """Only what was there at the start can be shown at once."""
    assert known == site.knows([path])


class BeganAnew(Exception):
    """Everything was read again."""


@pytest.mark.parametrize(
    ("touched", "shown"),
    [
        ([HELP], True),
        ([HELP, "content/pages/it/4913"], True),  # vim asks whether it may write
        (["content/pages/it/.goutputstream-X1", HELP], True),
        ([HELP, PICTURE], False),
        (["content/pages/it/nuova.md"], None),
        ([HELP, "theme/templates/page.html"], False),
    ],
)
def test_how_an_editor_saves_does_not_matter(tmp_path, monkeypatch, site, touched, shown):
    """A file that an editor writes first and renames is no reason to read everything again."""
    (tmp_path / HELP).parent.mkdir(parents=True)
    (tmp_path / HELP).write_text("# Aiuto\n", "utf-8")
    seen: list[list[str]] = []
    batches = [{(Change.modified, str(tmp_path / path)) for path in touched}]

    def again() -> None:
        raise BeganAnew

    monkeypatch.setattr(serve, "watch", lambda *_paths, **_options: batches)
    monkeypatch.setattr(serve, "again", again)
    monkeypatch.setattr(site, "saved", seen.append)
    if shown is False:
        with pytest.raises(BeganAnew):
            serve.follow_saves(tmp_path, site)
    else:
        serve.follow_saves(tmp_path, site)

    assert ([[HELP]] if shown else []) == seen


def test_a_page_leads_to_its_file():
    """Whoever sees a slip is one tap from the file, in the forge (R80)."""
    html = dressed(PAGE, HELP, "https://forge.example.org/edit/{path}", "")

    assert f'<a href="https://forge.example.org/edit/{HELP}">Modifica questa pagina</a>' in html


def test_without_a_forge_the_file_is_named():
    """Where the forge is not known yet, the page still says where it is written."""
    html = dressed(PAGE, HELP, "", "")

    assert f"Questa pagina è scritta in {HELP}</p>" in html


def test_what_no_file_stands_behind_leads_nowhere():
    """Lists of news and the 404 page are made by the program."""
    assert "preview-file" not in dressed(PAGE, "", "https://x/{path}", "").split("</style>")[1]


def test_every_new_build_is_announced():
    """A browser that waits hears of the next build at once."""
    builds = Builds()
    follower = builds.follow()
    heard: list[bool] = []
    listener = threading.Thread(target=lambda: heard.append(next(follower)))
    listener.start()
    while listener.is_alive():
        builds.announce()
        listener.join(timeout=0.05)

    assert [True] == heard
