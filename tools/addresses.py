# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make addresses`: records the addresses of the built site, so that none can vanish unnoticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plugins.checks.alternates import LOST_RECORD, RESTORE_RECORD
from plugins.content import ADDRESSES, addresses_in, read_content
from plugins.output import read_output
from plugins.problem import Stop, count
from tools.build import STAMP


def new_addresses(root: Path) -> list[str]:
    """Return the addresses of output/ that content/addresses.txt does not have, in order.

    Raises:
        Stop: there is no site, or the record lost addresses, which would then be lost for good.
    """
    if not (root / "output" / STAMP).exists():
        raise Stop("Manca il sito in output/.", "Scrivi prima: make html", "nothing built yet")
    content = read_content(root)
    known = {address for address, *_ in content.addresses}
    if not known:
        raise Stop(LOST_RECORD, f"{RESTORE_RECORD} ({ADDRESSES})", "record of addresses is empty")
    lost = sorted({address for address, *_ in addresses_in(committed(root))} - known)
    if lost:
        raise Stop(
            f"In {ADDRESSES} non c'è più: {', '.join(lost)}.",
            "Rimetti ogni riga che manca, se l'indirizzo era pubblicato; se non lo era mai stato, salva prima "
            "nella storia (git commit) la modifica che lo toglie.",
            "the record lost addresses that the last commit has",
        )
    output = read_output(root / "output", "", content)
    return sorted(page.address for page in output.indexed if page.address not in known)


def committed(root: Path) -> str:
    """Return the record as the last commit has it, "" where there is none."""
    command = ["git", "-C", str(root), "show", f"HEAD:./{ADDRESSES}"]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def add(file: Path, addresses: list[str]) -> None:
    """Write these addresses at the end of a record, each on a line of its own."""
    text = file.read_bytes()
    start = b"" if text.endswith(b"\n") else b"\n"
    file.write_bytes(text + start + "".join(f"{address}\n" for address in addresses).encode())


def main() -> int:
    """Add the new addresses at the end of content/addresses.txt; return the exit code."""
    root = Path.cwd()
    try:
        new = new_addresses(root)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    if new:
        add(root / ADDRESSES, new)
    print(f"{count(len(new), 'indirizzo nuovo', 'indirizzi nuovi')} in {ADDRESSES}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
