# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs builds as whole processes that take turns, and takes the median of what they cost."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .site_copy import TODAY


@dataclass(frozen=True)
class Build:
    """One way to build one site.

    Attributes:
        name: the row of the table.
        folder: where the site's source is; it is written into `folder`/output.
        command: what builds it, run in `folder`.
    """

    name: str
    folder: Path
    command: tuple[str, ...]

    @property
    def output(self) -> Path:
        """Its built site."""
        return self.folder / "output"


@dataclass(frozen=True)
class Cost:
    """What one run, or the median of several, cost.

    Attributes:
        pages: HTML pages written.
        wall, cpu: seconds of the whole process and of those it started.
        memory: peak, in bytes.
    """

    pages: int
    wall: float
    cpu: float
    memory: float

    @property
    def pages_per_second(self) -> float:
        """Pages written in a second of wall time."""
        return self.pages / self.wall

    @property
    def row(self) -> str:
        """Its cells of a Markdown table."""
        mebibytes = self.memory / 2**20
        return f"{self.pages} | {self.wall:.2f} | {self.cpu:.2f} | {mebibytes:.0f} | {self.pages_per_second:.0f}"


def take_turns(builds: list[Build], rounds: int) -> dict[str, list[Cost]]:
    """Run every build `rounds` times, taking turns, after one run that does not count."""
    costs: dict[str, list[Cost]] = {build.name: [] for build in builds}
    for number in range(rounds + 1):
        turn = number % len(builds)  # nobody is always first
        for build in builds[turn:] + builds[:turn]:
            cost = run(build)
            if number:
                costs[build.name].append(cost)
    return costs


def repeat(build: Build, rounds: int) -> list[Cost]:
    """Run one build `rounds` times, after one that does not count when there are several."""
    if rounds > 1:
        run(build)
    return [run(build) for _ in range(rounds)]


def run(build: Build) -> Cost:
    """Build once from nothing; return what it cost."""
    shutil.rmtree(build.output, ignore_errors=True)
    known = {**os.environ, "TODAY": TODAY, "PYTHONHASHSEED": "0"}
    measure = Path(__file__).with_name("measure.py")
    done = subprocess.run(
        [sys.executable, "-I", measure, *build.command],
        cwd=build.folder, env=known, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return Cost(pages=sum(1 for _ in build.output.rglob("*.html")), **json.loads(done.stdout))


def median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    columns = zip(*((cost.pages, cost.wall, cost.cpu, cost.memory) for cost in costs), strict=True)
    return Cost(*map(statistics.median, columns))


def ratio(
    runs: dict[str, list[Cost]], name: str, base: str, figure: Callable[[Cost], float]
) -> float:
    """Return how much more `name` costs than `base`: the median of the paired ratios."""
    pairs = zip(runs[name], runs[base], strict=True)
    return statistics.median(figure(theirs) / figure(ours) for theirs, ours in pairs)
