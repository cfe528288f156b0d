# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tests stand on: a copy of the project to spoil, and two built sites to look at.

The clock is fixed (TODAY), so that a test that passes today passes in a year.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.languages import LANGUAGES
from tools.site_copy import last_day

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"
PUBLIC_URL = "https://ali.example.org/crema"  # under a sub-path, where relative links are tested
FORGE = ("GITHUB_", "GITLAB_")  # a copy that a test spoils must not annotate the real change
PARTS = (
    "content",
    "plugins",
    "theme",
    "tools",
    "translations",
    "pelicanconf.py",
    "publishconf.py",
    "pyproject.toml",
)


@dataclass(frozen=True)
class Project:
    """A copy of the project.

    Attributes:
        folder: where it is.
    """

    folder: Path

    @property
    def output(self) -> Path:
        """Its built site."""
        return self.folder / "output"

    @property
    def today(self) -> str:
        """The day of its builds: TODAY, or the last day that its texts name if that is later."""
        return max(TODAY, last_day(self.folder))

    def build(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m tools.build` in it."""
        return self.run("tools.build", *arguments, **environment)

    def run(
        self, module: str, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one of our commands in it, with its day fixed."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(FORGE)}
        known = {**ours, "TODAY": self.today, "PYTHONDONTWRITEBYTECODE": "1", **environment}
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder, env=known, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace `old`, which must be there, by `new` in one file."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new), "utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        """Write one file, its folders included."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def snapshot(self) -> dict[str, bytes]:
        """Return every file of its built site, by path."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }


def copy_project(
    folder: Path, content: Path | None = None, languages: tuple[str, ...] = ()
) -> Project:
    """Copy the project into `folder`, with another content folder if one is given.

    With `languages` (folder names) only those are kept: the copy builds in a fraction of the time.
    """
    ignored = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            wanted = content if part == "content" and content else source
            shutil.copytree(wanted, folder / part, ignore=ignored)
        else:
            shutil.copy(source, folder / part)
    if languages:
        _keep(folder, languages)
    return Project(folder)


def _keep(folder: Path, languages: tuple[str, ...]) -> None:
    """Drop every language but `languages`: its texts, its words, its recorded addresses."""
    others = {language.folder for language in LANGUAGES} - set(languages)
    for other in others:
        for path in (folder / "translations" / other, *folder.glob(f"content/*/{other}")):
            shutil.rmtree(path, ignore_errors=True)
    record = folder / "content" / "addresses.txt"
    lines = record.read_text("utf-8").splitlines(keepends=True) if record.exists() else []
    record.write_text(
        "".join(line for line in lines if line.split("/")[1:2] not in [[o] for o in others])
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh copy of the project in Italian and English, to spoil."""
    return copy_project(tmp_path / "project", languages=("it", "en"))


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real site as `make html` builds it. Read only."""
    return _built(tmp_path_factory, "preview", "http://localhost:8000")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real site as `make publish` builds it, under a sub-path. Read only."""
    return _built(tmp_path_factory, "published", PUBLIC_URL, "--public")


def _built(factory: pytest.TempPathFactory, name: str, site_url: str, *arguments: str) -> Project:
    """Build the whole site once for all workers of a run: the first to come builds it."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / f"shared-{name}"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "output").exists():
            built = copy_project(folder)
            done = built.build(*arguments, SITEURL=site_url)
            assert done.returncode == 0, done.stdout + done.stderr
    return Project(folder)
