# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two lock files name every library, so that they install on any day and any new machine."""

from __future__ import annotations

import re
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

LOCKED = re.compile(r"^([\w.-]+)(?:\[([\w,-]+)\])?==", re.MULTILINE)


@pytest.mark.parametrize("path", ["requirements.txt", "requirements-test.txt"])
def test_a_lock_names_every_extra(path: str) -> None:
    """What a library asks for with an extra, coverage[toml], stands in the lock with it.

    Else pip looks past the lock for the newest release, and stops as soon as there is a newer one.
    """
    lock = {name: set(extras.split(",")) for name, extras in LOCKED.findall((ROOT / path).read_text("utf-8"))}  # fmt: skip
    asked = [Requirement(line) for name in lock for line in requires(name) or ()]
    here = [each for each in asked if each.marker is None or each.marker.evaluate({"extra": ""})]

    assert len(lock) > 10
    assert [] == [str(each) for each in here if not each.extras <= lock.get(each.name, set())]
