# SPDX-License-Identifier: AGPL-3.0-or-later
"""The measures of `make bench` as Markdown tables.

Linear growth is read in two columns: what a page costs, and what each page more than in the row
above costs. A step that looks at every page for every page would make the second climb.
"""

from __future__ import annotations

from .bench_runs import Cost, median, ratio

BOUND = 5.5  # R106: CPU of the last row over the one before, for 5 times the pages


def comparison_table(runs: dict[str, list[Cost]], base: str) -> str:
    """Return what each build costs, and how much more than `base`."""
    lines = [
        "| build | pages | wall s | CPU s | peak MiB | pages/s | wall, ours = 1 | CPU, ours = 1 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for name, costs in runs.items():
        wall = ratio(runs, name, base, lambda cost: cost.wall)
        cpu = ratio(runs, name, base, lambda cost: cost.cpu)
        lines.append(f"| {name} | {median(costs).row} | {wall:.2f} | {cpu:.2f} |")
    return "\n".join(lines)


def size_table(what: str, runs: dict[str, list[Cost]]) -> str:
    """Return what our build costs at each size, from the smallest."""
    lines = [
        f"| {what} | pages | wall s | CPU s | peak MiB | pages/s | CPU ms a page | CPU ms a page more |",
        "| --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    costs = {name: median(measured) for name, measured in runs.items()}
    before = [None, *costs.values()]
    for (name, cost), smaller in zip(costs.items(), before, strict=False):
        more = f"{further(smaller, cost):.1f}" if smaller else ""
        lines.append(f"| {name} | {cost.row} | {1000 * cost.cpu / cost.pages:.1f} | {more} |")
    return "\n".join(lines)


def further(smaller: Cost, larger: Cost) -> float:
    """Return the CPU milliseconds of each page that the larger site has more."""
    return 1000 * (larger.cpu - smaller.cpu) / (larger.pages - smaller.pages)


def growth_note(runs: dict[str, list[Cost]]) -> str:
    """Return how CPU and memory grow between the two largest sites."""
    (name, smaller), (other, larger) = [(key, median(runs[key])) for key in list(runs)[-2:]]
    pages, cpu = larger.pages / smaller.pages, larger.cpu / smaller.cpu
    kibibytes = (larger.memory - smaller.memory) / (larger.pages - smaller.pages) / 1024
    return (
        f"From {name} to {other}: {pages:.2f} times the pages, {cpu:.2f} times the CPU "
        f"(R106: at most {BOUND}), {kibibytes:.0f} KiB of memory a page more."
    )
