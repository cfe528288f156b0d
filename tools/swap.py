# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts a new folder in the place of an old one, so that a kill at any moment leaves one whole.

Linux exchanges two folders in one step; elsewhere it takes two renames, and `recover` repairs
what a kill between them would leave (design.md §3, step 7; R101).
"""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of <linux/fs.h>
_CURRENT_FOLDER = -100  # AT_FDCWD of <fcntl.h>


def swap_in(new: Path, place: Path) -> None:
    """Put the folder `new` at `place`; what was there ends up at `new` and is deleted."""
    if not place.exists():
        new.rename(place)
        return
    if not _exchange(new, place):
        aside = _aside(place)
        place.rename(aside)
        new.rename(place)
        aside.rename(new)
    shutil.rmtree(new)


def recover(place: Path) -> None:
    """Put back what a kill between the two renames left aside."""
    aside = _aside(place)
    if aside.exists():
        if place.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(place)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return rename(_CURRENT_FOLDER, paths[0], _CURRENT_FOLDER, paths[1], _EXCHANGE) == 0
