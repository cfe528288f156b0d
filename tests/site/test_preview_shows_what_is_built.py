# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `make serve` shows after a save is, byte for byte, what the whole build writes later."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TODAY, Project
from tests.site.copies import copy_example

# Runs in the project's own folder: reads the site, makes a save, shows pages.
SCRIPT = """
import json, sys
from pathlib import Path
from tools.serve import warm
path, old, new, addresses = json.loads(sys.argv[1])
preview = warm(Path.cwd())
problems = []
if path:
    file = Path(path)
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    problems = [problem.code for problem in preview.change(path)]
addresses = addresses or [page.address for page in preview.pages]
print(json.dumps([problems, {address: preview.render(address) for address in addresses}]))
"""
# The same, but a file comes between the reading and Pelican.
MEANWHILE = """
import json
from pathlib import Path
from plugins.content import read_content
from tools.preview import Preview
content = read_content(Path.cwd())
for old, new in (("pages/it/partecipa", "pages/it/nuova"), ("news/it/2026-11-21-seconda", "news/it/2026-11-22-nuova")):
    Path(f"content/{new}.md").write_text(Path(f"content/{old}.md").read_text("utf-8"), "utf-8")
print(json.dumps(sorted(page.address for page in Preview(Path.cwd(), content).pages)))
"""
HELP = "content/pages/it/aiuto.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The good example, to save in."""
    return copy_example(tmp_path / "project")


def shown(project: Project, path: str = "", old: str = "", new: str = "", *addresses: str):
    """Return the codes of what is wrong after a save, and what is shown, by address."""
    return run(project, SCRIPT, json.dumps([path, old, new, addresses]))


def run(project: Project, *words: str):
    """Return what a script run in the project's folder prints."""
    done = subprocess.run(
        [sys.executable, "-c", *words],
        cwd=project.folder, env={"TODAY": TODAY, "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def built(project: Project) -> dict[str, str]:
    """Return every page of a whole build, by address."""
    done = project.build()
    assert done.returncode == 0, done.stderr
    return {
        f"/{path.removesuffix('index.html')}": page.decode()
        for path, page in project.snapshot().items()
        if path.endswith(".html")
    }


def test_every_page_is_shown_as_it_is_built(project):
    """Pages, news, lists, 404 and redirects alike (R108)."""
    _, pages = shown(project)

    assert built(project) == pages


def test_a_file_that_comes_meanwhile_waits(project):
    """`make page` while the preview starts does not end it: the file is read the next time (R108)."""
    addresses = run(project, MEANWHILE)

    assert "/partecipa/" in addresses
    assert [] == [address for address in addresses if "nuova" in address]


@pytest.mark.parametrize(
    ("path", "old", "new", "addresses"),
    [
        (HELP, "Leggi con calma.", "Leggi adagio.", ["/aiuto/"]),
        (HELP, "title: Chiedere aiuto", "title: Trovare aiuto", ["/aiuto/"]),
        (HELP, "template: help\n", "", ["/aiuto/", "/en/aiuto/"]),
        ("content/pages/en/aiuto.md", "Read calmly.", "Read slowly.", ["/en/aiuto/"]),
        ("content/pages/it/partecipa.md", "Testo breve", "Testo nuovo", ["/partecipa/", "/en/partecipa/"]),
        ("content/news/it/2026-11-21-seconda.md", "Testo breve.", "Testo.", ["/news/2026-11-21-seconda/"]),
        ("content/contacts/it/sportello.md", "Mo-Fr 09:30", "Mo-Fr 10:30", ["/aiuto/", "/en/aiuto/"]),
    ],
)  # fmt: skip
def test_a_save_is_shown_as_it_will_be_built(project, path, old, new, addresses):
    """A page, a translation, a news item, a contact: the quick page is the built one (R108)."""
    problems, pages = shown(project, path, old, new, *addresses)
    later = built(project)

    assert [] == [code for code in problems if code != "DESCRIZIONE-01"]
    assert {address: later[address] for address in addresses} == pages


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: Chiedere aiuto", "title: Aiuto: chi", "TESTATA-03"),
        ("[i tuoi diritti](diritti.md", "[i tuoi diritti](diriti.md", "LINK-01"),
        ("Leggi con calma.", "Chiama lo 800 290 290.", "CONTATTO-03"),
    ],
)
def test_a_save_with_an_error_leaves_the_last_good_page(project, old, new, code):
    """The page shown is still the one before the error (R97)."""
    before = built(project)["/aiuto/"]
    problems, pages = shown(project, HELP, old, new, "/aiuto/")

    assert ([code], before) == (problems, pages["/aiuto/"])
