# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make bench`, the part "paint": when a slow phone on a slow line shows something (R48).

The real site and the same words in two published design systems, from one server, in the system's
Chromium with a line of 400 kbit/s and 400 ms and a processor four times slower; an empty cache at
every load; medians. Prints a Markdown table and writes reports/paint.json; no figure makes it fail.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from .bench_peers import PEERS, write_peer
from .served import served
from .site_copy import copy_project, run
from .test_tools import chromium

ROUNDS = 3
SLOWER = 4
QUIET = 1_000  # milliseconds
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True,
}  # fmt: skip
ADDRESSES = ("/", "/aiuto/", "/ar/", "/ar/aiuto/")
REPORT = Path("reports/paint.json")
OURS = "Mettiamo le ali"
PAINTED = """() => new Promise(tell => new PerformanceObserver(list => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (paint) tell({paint: paint.startTime,
    load: performance.getEntriesByType("navigation")[0].loadEventEnd});
}).observe({type: "paint", buffered: true}))"""


@dataclass(frozen=True)
class Load:
    """What one load, or the median of several, took.

    Attributes:
        size: bytes over the line, headers included.
        requests: how many files were asked for.
        paint: milliseconds until the first words or drawings.
        load: milliseconds until all was there.
    """

    size: float
    requests: float
    paint: float
    load: float


Loads = dict[str, dict[str, list[Load]]]  # by address, by who made the page


def main() -> None:
    """Prepare the pages, load them in turns, print and write what it took."""
    with tempfile.TemporaryDirectory() as work, ExitStack() as stack:
        sites = prepare(Path(work))
        hosts = {name: stack.enter_context(served(folder)) for name, folder in sites.items()}
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        loads = measure(browser, hosts)
        browser.close()
    print(table(loads))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report(loads), indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"\nAll loads are in {REPORT}")


def prepare(work: Path) -> dict[str, Path]:
    """Build our site and dress its words as each peer does; return the folders by name."""
    (work / "ours").mkdir()
    project = copy_project(Path.cwd(), work / "ours")
    run(project, "tools.build", "--public")
    ours = project / "output"
    for peer in PEERS:
        write_peer(peer, ours, ADDRESSES, work / peer.package)
    return {OURS: ours} | {peer.name: work / peer.package for peer in PEERS}


def measure(browser: Browser, hosts: dict[str, str]) -> Loads:
    """Load every page of every site `ROUNDS` times, taking turns."""
    loads: Loads = {address: {name: [] for name in hosts} for address in ADDRESSES}
    for address in ADDRESSES:
        for _ in range(ROUNDS):
            for name, host in hosts.items():
                loads[address][name].append(one_load(browser, host + address))
    return loads


def one_load(browser: Browser, url: str) -> Load:
    """Load a page once on the slow phone, with nothing kept from before."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    asked: list[str] = []
    sizes: list[float] = []
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["requestId"]))
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    wire.on("Network.loadingFailed", lambda _: sizes.append(0))
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="load", timeout=120_000)
    times = page.evaluate(PAINTED)
    page.wait_for_timeout(QUIET)
    while len(asked) > len(sizes):  # fonts may still be on their way
        page.wait_for_timeout(QUIET)
    context.close()
    return Load(sum(sizes), len(sizes), times["paint"], times["load"])


def median(loads: list[Load]) -> Load:
    """Return the median of each figure."""
    columns = zip(
        *((load.size, load.requests, load.paint, load.load) for load in loads), strict=True
    )
    return Load(*map(statistics.median, columns))


def table(loads: Loads) -> str:
    """Return the medians as a Markdown table."""
    lines = [
        f"| page (median of {ROUNDS}) | made with | bytes | requests | first paint ms | loaded ms | paint, ours = 1 |",
        "| --- | --- | --: | --: | --: | --: | --: |",
    ]
    for address, by_name in loads.items():
        ours = median(by_name[OURS]).paint
        for name, mine in by_name.items():
            m = median(mine)
            cells = f"{m.size:,.0f} | {m.requests:.0f} | {m.paint:,.0f} | {m.load:,.0f} | {m.paint / ours:.1f}"
            lines.append(f"| `{address}` | {name} | {cells} |")
    return "\n".join(lines)


def report(loads: Loads) -> dict[str, Any]:
    """Return every load, the medians, and how busy the machine was."""
    return {
        "line": LINE,
        "processor": SLOWER,
        "cores": os.cpu_count(),
        "busy": round(os.getloadavg()[0], 1),
        "pages": {
            address: {
                name: {"median": asdict(median(mine)), "loads": [asdict(load) for load in mine]}
                for name, mine in by_name.items()
            }
            for address, by_name in loads.items()
        },
    }


if __name__ == "__main__":
    main()
