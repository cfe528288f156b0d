# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make addresses`: records the addresses of the built site, so that none can vanish unnoticed."""

from __future__ import annotations

from pathlib import Path

from plugins.content import ADDRESSES, read_content
from plugins.output import read_output
from plugins.problem import count
from tools.build import STAMP


def new_addresses(root: Path) -> list[str]:
    """Return the addresses of output/ that content/addresses.txt does not have, in order."""
    content = read_content(root)
    known = {address for address, *_ in content.addresses}
    output = read_output(root / "output", "", content)
    return sorted(page.address for page in output.indexed if page.address not in known)


def main() -> None:
    """Add the new addresses at the end of content/addresses.txt."""
    root = Path.cwd()
    if not (root / "output" / STAMP).exists():
        raise SystemExit("Manca il sito in output/.\nScrivi prima: make html")
    new = new_addresses(root)
    with (root / ADDRESSES).open("a", encoding="utf-8") as file:
        file.writelines(f"{address}\n" for address in new)
    print(f"{count(len(new), 'indirizzo nuovo', 'indirizzi nuovi')} in {ADDRESSES}.")


if __name__ == "__main__":
    main()
