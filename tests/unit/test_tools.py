# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that watch dates, count open questions and put the site on its branch."""

from __future__ import annotations

import datetime
import importlib
import json
import subprocess
from pathlib import Path

import pytest

from plugins.content import read_content
from plugins.problem import Stop
from tests.conftest import ROOT, Project
from tests.unit.folders import PROVA, page, translation, write
from tools import check_dates, confirmations, external_links, github, new, translated

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(("days", "expected"), [(0, 0), (90, 0), (91, 1)])
def test_old_sources_are_reported_after_90_days(project: Project, days: int, expected: int) -> None:
    """A contact whose sources were consulted more than 90 days ago is to be looked at (R72)."""
    content = read_content(project.folder)
    later = TODAY + datetime.timedelta(days=days)
    problems = list(check_dates.old_or_ending(content, later))
    old = [p for p in problems if p.path == "content/contacts/it/1522.md"]

    assert expected == len(old)


def test_an_end_is_reported_60_days_before(project: Project) -> None:
    """A contact about to expire is named with its file, line and day (R72)."""
    project.edit("content/contacts/it/1522.md", "kind:", "expires_on: 2027-01-05\nkind:")
    problems = list(check_dates.old_or_ending(read_content(project.folder), TODAY))
    found = [p for p in problems if p.path == "content/contacts/it/1522.md"]

    expected = [("DATA-02", 3, "Il contatto si nasconde dopo il 05.01.2027.")]
    assert expected == [(p.code, p.line, p.what) for p in found]


def test_the_build_does_not_depend_on_dates_growing_old(project: Project) -> None:
    """The job that watches dates goes red; the build of the same commit stays green (R72)."""
    later = {"TODAY": "2028-01-01"}
    codes = (
        project.run("tools.check_dates", **later).returncode,
        project.build(**later).returncode,
    )

    assert (1, 0) == codes


def test_open_contacts_are_the_unconfirmed_ones(project: Project) -> None:
    """Confirming one contact takes it off the Comune's list."""
    before = {contact.id for contact in confirmations.open_contacts(project.folder)}
    path = "content/contacts/it/comune-urp.md"
    project.edit(path, "status: unconfirmed", "status: confirmed")
    after = {contact.id for contact in confirmations.open_contacts(project.folder)}

    assert {"comune-urp"} == before - after


def test_external_links_name_their_places() -> None:
    """The report on external links says in which file and line each one stands (R82)."""
    links = external_links.external_links(read_content(ROOT))

    assert any(
        place.startswith("content/pages/it/convenzione.md:")
        for url, places in links.items()
        if "cremaonline.it" in url
        for place in places
    )


def test_a_dead_external_link_is_only_reported() -> None:
    """Someone else's broken site gives a line in a report, no failure (R82)."""
    assert external_links.answer_of("http://127.0.0.1:9/").startswith("nessuna risposta")


@pytest.mark.parametrize(
    "stamp",
    [
        {"preview": True, "commit": "a" * 40},
        {"preview": False, "commit": "a" * 40 + "+"},
        {"preview": False, "commit": ""},
    ],
)
def test_only_a_committed_public_site_is_pushed(tmp_path: Path, stamp: dict[str, object]) -> None:
    """A preview, or a site from files nobody saved in git, never reaches the public branch."""
    (tmp_path / "version.json").write_text(json.dumps(stamp))
    with pytest.raises(Stop):
        github.read_stamp(tmp_path)


def test_nothing_is_pushed_when_nothing_was_built(tmp_path: Path) -> None:
    """Without a site in output/ the command says which one to run first."""
    with pytest.raises(Stop, match="make github"):
        github.read_stamp(tmp_path)


@pytest.mark.parametrize("branch", ["main", "master", "testi"])
def test_the_source_branch_is_never_overwritten(branch: str) -> None:
    """The branch that holds the texts is refused, whatever its name."""
    with pytest.raises(Stop, match="ramo dei testi"):
        github.refuse_source_branch(branch, "testi")


def test_the_site_lands_on_its_own_branch(project: Project) -> None:
    """The public site is one commit on gh-pages that names its source; the source stays put."""
    folder = project.folder
    remote = folder.parent / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    (folder / ".gitignore").write_text(".build/\noutput/\n")
    for words in (
        ["init", "-q", "-b", "main"],
        ["config", "user.name", "Prova"],
        ["config", "user.email", "prova@example.org"],
        ["add", "-A"],
        ["commit", "-q", "-m", "Start"],
        ["remote", "add", "origin", str(remote)],
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    assert project.build("--public", SITEURL="https://ali.example.org").returncode == 0
    assert project.run("tools.github").returncode == 0
    log = _git(remote, "log", "--format=%s", "gh-pages")
    source = _git(folder, "rev-parse", "HEAD")

    assert f"Publish the site built from {source}" == log
    assert ".nojekyll" in _git(remote, "ls-tree", "--name-only", "gh-pages").split()


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("path", sorted((ROOT / "tools").glob("*.py")), ids=lambda path: path.stem)
def test_every_command_can_be_loaded(path):
    """A name that moved from one tool to another is missed here, not the day the command is needed."""
    if path.stem != "measure":  # runs what it is given
        importlib.import_module(f"tools.{path.stem}")


ENGLISH = "content/pages/en/prova.md"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((page(), translation()), ""),
        ((page(order="primo"), translation()), "content/pages/it/prova.md manca o ha qualcosa"),
        ((None, translation()), "content/pages/it/prova.md manca o ha qualcosa"),
        (
            (page(), translation().encode("utf-16")),
            "prova.md della traduzione non è scritto in UTF-8",
        ),
    ],
)
def test_a_translation_is_stamped_or_its_trouble_told(
    tmp_path: Path, monkeypatch, capsys, texts, told
) -> None:
    """What keeps a translation from being stamped is said in Italian, and no file is changed (R80)."""
    files = zip((PROVA, ENGLISH), texts, strict=True)
    write(tmp_path, {path: text for path, text in files if text})
    before = (tmp_path / ENGLISH).read_bytes()
    monkeypatch.chdir(tmp_path)
    code = translated.main(["prova", "en"])

    assert (bool(told), True) == (bool(code), told in capsys.readouterr().err)
    assert bool(told) == (before == (tmp_path / ENGLISH).read_bytes())


@pytest.mark.parametrize("kind", ["page", "news", "contact"])
def test_a_very_long_name_is_cut(tmp_path: Path, kind: str) -> None:
    """The whole title of an event is too long for a file's name: the beginning is enough."""
    path = new.create(tmp_path, kind, f"{'a' * 99}! {'b' * 300}", TODAY)

    assert (tmp_path / path).exists()
    assert path.endswith(f"{'a' * 99}.md")


def test_a_name_of_a_hundred_letters_is_kept(tmp_path: Path) -> None:
    """Only what is longer is cut."""
    assert new.create(tmp_path, "page", "a" * 100, TODAY).endswith(f"/{'a' * 100}.md")
