# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make translated PAGE=aiuto LANG=ar`: stamps a translation after somebody re-read it whole.

Writes `translated_from` and `translated_on`, and keeps in the ledger exactly the Italian versions
that some translation still refers to.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

from plugins import clock
from plugins.content import Content, read_content
from plugins.fingerprint import version_of
from plugins.languages import ITALIAN, LANGUAGES, by_folder
from plugins.ledger import record
from plugins.problem import Stop, nearest
from plugins.source import Source


def stamp(text: str, code: str, day: datetime.date) -> str:
    """Return a translation's text with its two keys set, the rest untouched."""
    for key, value in (("translated_from", code), ("translated_on", day.isoformat())):
        line = f"{key}: {value}"
        text, found = re.subn(rf"^{key}:.*$", line, text, count=1, flags=re.MULTILINE)
        if not found:
            text = text.replace("\n---\n", f"\n{line}\n---\n", 1)
    return text


def keep_referenced(content: Content, page_id: str) -> None:
    """Write the ledger of a page: its current version and those still referred to."""
    current = version_of(content.pages[page_id, ITALIAN.tag])
    known = {**content.ledger.get(page_id, {}), current.code: current}
    files = (content.pages.get((page_id, language.tag)) for language in LANGUAGES)
    codes = {file.fields.get("translated_from", "") for file in files if file}
    record(content.root, page_id, [known[code] for code in sorted(codes & set(known))])


def path_of(root: Path, page_id: str, folder: str) -> Path:
    """Return the translation's file.

    Raises:
        Stop: there is no such language or page.
    """
    if not (page_id and folder):
        how = "Scrivi, per esempio: make translated PAGE=aiuto LANG=en"
        raise Stop("Manca la pagina o la lingua.", how, "no page or no language given")
    path = root / "content" / "pages" / folder / f"{page_id}.md"
    if by_folder(folder) in (None, ITALIAN) or not path.exists():
        names = [file.stem for file in (root / "content" / "pages" / "it").glob("*.md")]
        guess = nearest(page_id, names) or "aiuto"
        raise Stop(
            f"Non c'è la traduzione «{page_id}» in «{folder}».",
            f"Scrivi, per esempio: make translated PAGE={guess} LANG=en", "no such translation",
        )  # fmt: skip
    return path


def original_of(content: Content, page_id: str) -> Source:
    """Return the Italian page.

    Raises:
        Stop: it is not there, or cannot be read.
    """
    original = content.pages.get((page_id, ITALIAN.tag))
    if not original:
        raise Stop(
            f"La pagina italiana content/pages/it/{page_id}.md manca o ha qualcosa da correggere.",
            "Scrivi make check, correggi quello che dice, poi riprova.", "the original cannot be read",
        )  # fmt: skip
    return original


def text_of(path: Path) -> str:
    """Return the text of a translation.

    Raises:
        Stop: it is not UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Stop(
            f"Il file {path.name} della traduzione non è scritto in UTF-8.",
            "Salvalo di nuovo scegliendo la codifica UTF-8.", str(error),
        ) from None  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Stamp one translation; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page")
    parser.add_argument("language")
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    try:
        path = path_of(root, chosen.page, chosen.language)
        code = version_of(original_of(read_content(root), chosen.page)).code
        path.write_text(stamp(text_of(path), code, clock.today()), "utf-8")
        keep_referenced(read_content(root), chosen.page)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    print(f"{path.relative_to(root)} segue la versione italiana {code}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
