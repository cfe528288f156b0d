# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill at any moment of a swap leaves the old site or the new one, whole (R101).

The child process kills itself with SIGKILL at its first step, then another one at its second,
and so on until one reaches the end: every moment between two touches of the disk is tried.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.folders import write
from tools import swap

OLD, NEW = "old", "new"
CHILD = """
import os, signal, sys
from pathlib import Path
from tools import swap

left = int(sys.argv[2])
if sys.argv[3] == "renames":
    swap._exchange = lambda one, other: False

def count(event, arguments):
    global left
    if event.split(".")[0] in ("os", "shutil", "ctypes") and event != "os.kill":
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

work = Path(sys.argv[1])
sys.addaudithook(count)
swap.swap_in(work / "new", work / "output")
"""


def two_sites(folder: Path) -> Path:
    """Write an old and a new site under `folder`; return it."""
    for place, mark in (("output", OLD), ("new", NEW)):
        write(folder / place, whole(mark))
    return folder


def site_at(place: Path) -> dict[str, str]:
    """Return every file of a site, by path."""
    files = sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_text("utf-8") for path in files}


def whole(mark: str) -> dict[str, str]:
    """Return a site of which nothing is missing."""
    return {"index.html": mark, "aiuto/index.html": mark}


def killed_at(step: int, folder: Path, way: str) -> bool:
    """Swap in a child that dies at its nth step; whether it died before the end."""
    command = [sys.executable, "-c", CHILD, str(folder), str(step), way]
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def test_a_first_site_is_put_in_place(tmp_path):
    """Where there is no site yet the new one simply takes the place."""
    write(tmp_path / "new", {"a": NEW})
    swap.swap_in(tmp_path / "new", tmp_path / "output")

    assert {"a": NEW} == site_at(tmp_path / "output")


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_new_site_takes_the_place_of_the_old(tmp_path, monkeypatch, exchanges):
    """After a swap the new site is in place and nothing of the old one is left."""
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    two_sites(tmp_path)
    swap.swap_in(tmp_path / "new", tmp_path / "output")

    assert whole(NEW) == site_at(tmp_path / "output")
    assert ["output"] == [path.name for path in tmp_path.iterdir()]


def test_a_kill_never_leaves_half_a_site(tmp_path):
    """Where folders can be exchanged a site is whole at every moment, without any repair (R101)."""
    for step in range(100):
        folder = two_sites(tmp_path / str(step))
        died = killed_at(step, folder, "exchange")

        assert site_at(folder / "output") in (whole(OLD), whole(NEW)), f"after step {step}"
        if not died:
            break

    assert 5 <= step < 99


def test_a_kill_between_two_renames_is_repaired(tmp_path):
    """Where folders cannot be exchanged the next start finds a whole site again (R101)."""
    for step in range(100):
        folder = two_sites(tmp_path / str(step))
        died = killed_at(step, folder, "renames")
        swap.recover(folder / "output")

        assert site_at(folder / "output") in (whole(OLD), whole(NEW)), f"after step {step}"
        if not died:
            break

    assert 5 <= step < 99


def test_an_old_site_left_aside_is_removed(tmp_path):
    """A leftover beside a whole site goes at the next start."""
    write(tmp_path / ".output.old", {"a": OLD})
    write(tmp_path / "output", {"a": NEW})
    swap.recover(tmp_path / "output")

    assert {"a": NEW} == site_at(tmp_path / "output")
    assert ["output"] == [path.name for path in tmp_path.iterdir()]


def test_an_untouched_site_needs_no_repair(tmp_path):
    """A start after a good end changes nothing."""
    write(tmp_path / "output", {"a": NEW})
    swap.recover(tmp_path / "output")

    assert {"a": NEW} == site_at(tmp_path / "output")
