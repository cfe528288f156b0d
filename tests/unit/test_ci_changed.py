# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is published untested: a change of texts, and never the code of an earlier push with it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Comune"), ("EMAIL", "comune@example.org"))
}


class Repository:
    """A repository with a page, a template and .ci/changed, and the folder of its published site."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder / "project", folder / "site"
        (self.folder / ".ci").mkdir(parents=True)
        self.site.mkdir()
        shutil.copy(ROOT / ".ci" / "changed", self.folder / ".ci" / "changed")
        self.git("init", "-q")
        self.commit("content/pages/it/aiuto.md", "theme/page.html", "translations/en/x.po")

    def git(self, *arguments: str) -> str:
        """Run git in the repository; return what it prints."""
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **WHO},
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip

    def commit(self, *paths: str) -> None:
        """Commit one more line in each of these files."""
        for path in paths:
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a") as lines:
                lines.write("Una riga.\n")
        self.git("add", "-A")
        self.git("commit", "-qm", "x")

    def publish(self, commit: str = "") -> None:
        """Publish the site as it is now, or as if it had been made from a commit."""
        told = {"commit": commit or self.git("rev-parse", "HEAD"), "preview": False}
        (self.site / "version.json").write_text(json.dumps(told, indent=1))

    def changed(self) -> bool:
        """Whether .ci/changed says that there is something to test."""
        site = {"SITEURL": self.site.as_uri()}
        done = subprocess.run(
            [".ci/changed"], cwd=self.folder, env={**os.environ, **site}, check=False
        )
        assert done.returncode in (0, 1)
        return not done.returncode


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository whose site is published."""
    repository = Repository(tmp_path)
    repository.publish()
    return repository


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("content/pages/it/aiuto.md", False),
        ("content/contacts/it/nuovo.md", False),
        ("translations/versions/aiuto.md", False),
        ("translations/en/x.po", True),
        ("theme/page.html", True),
        ("plugins/new.py", True),
        ("Makefile", True),
    ],
)
def test_only_texts_are_published_untested(repository, path, changed):
    """An opening hour need not wait for the tests of the code; the code must."""
    repository.commit(path)

    assert changed == repository.changed()


def test_a_text_does_not_publish_the_code_of_a_push_before_it(repository):
    """Code whose tests failed, or were cancelled by the next push, is still to be tested."""
    repository.commit("theme/page.html")
    repository.commit("content/pages/it/aiuto.md")

    assert repository.changed()


def test_going_back_to_texts_of_yesterday_is_quick(repository):
    """A reverted text is published like any other."""
    repository.commit("content/pages/it/aiuto.md")
    repository.publish()
    repository.git("revert", "--no-edit", "HEAD")

    assert not repository.changed()


@pytest.mark.parametrize("commit", ["a" * 40, "unknown"])
def test_when_nobody_can_tell_everything_is_tested(repository, commit):
    """A site from elsewhere, or from no repository at all."""
    repository.publish(commit)

    assert repository.changed()


def test_before_the_first_time_everything_is_tested(repository):
    """No site, no comparison."""
    (repository.site / "version.json").unlink()

    assert repository.changed()
