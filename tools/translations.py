# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make translations`: one table, page × language × state, and what to do next (R44).

Printed in the terminal, and written to reports/translations.json and .html, where staff see
which Italian paragraphs changed since each translation was made.
"""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from plugins.content import Content, read_content
from plugins.fingerprint import version_of
from plugins.freshness import (
    MISSING,
    OLD,
    ORIGINAL,
    REVIEWED,
    UNREVIEWED,
    WITHDRAWN,
    State,
    base_version,
    state_of,
)
from plugins.languages import ITALIAN, LANGUAGES

REPORT = "reports/translations"
WORDS = {
    ORIGINAL: "italiano",
    REVIEWED: "riletta",
    UNREVIEWED: "da rileggere",
    OLD: "vecchia",
    WITHDRAWN: "ritirata",
    MISSING: "manca",
}
SIGNS = {ORIGINAL: "·", REVIEWED: "✓", UNREVIEWED: "?", OLD: "!", WITHDRAWN: "✗", MISSING: "–"}
DANGER = (WITHDRAWN, OLD, MISSING, UNREVIEWED)  # what to do first


@dataclass(frozen=True)
class Cell:
    """One page in one language; `lines` tell how the Italian changed, section by section."""

    page: str
    language: str
    state: State
    lines: dict[str, list[str]]


def table(content: Content) -> list[Cell]:
    """Return the state of every page in every language of the table, in order."""
    ids = [page_id for page_id, tag in sorted(content.pages) if tag == ITALIAN.tag]
    return [
        Cell(page_id, language.tag, state_of(content, page_id, language),
             _changed_lines(content, page_id, language.tag))
        for page_id in ids
        for language in LANGUAGES
    ]  # fmt: skip


def _changed_lines(content: Content, page_id: str, tag: str) -> dict[str, list[str]]:
    page, original = content.pages.get((page_id, tag)), content.pages[page_id, ITALIAN.tag]
    base = base_version(content, page) if page and page is not original else None
    if not base:
        return {}
    now = version_of(original)
    return {
        name: list(_difference(base.sections.get(name, ()), now.sections.get(name, ())))
        for name in now.changed_since(base)
    }


def _difference(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    """Yield the paragraphs that went ("- …") and came ("+ …")."""
    for line in difflib.ndiff(old, new):
        if line[0] in "-+":
            yield line


def printed(cells: list[Cell]) -> str:
    """Return the table for a terminal, then what to do next, the most dangerous first."""
    ids = list(dict.fromkeys(cell.page for cell in cells))
    signs = {(cell.page, cell.language): SIGNS[cell.state.name] for cell in cells}
    width = max(map(len, ids))
    rows = [f"{'':{width}}  " + " ".join(f"{language.folder[:5]:>5}" for language in LANGUAGES)]
    for page_id in ids:
        marks = " ".join(f"{signs[page_id, language.tag]:>5}" for language in LANGUAGES)
        rows.append(f"{page_id:{width}}  {marks}")
    legend = "  ".join(f"{SIGNS[name]} {word}" for name, word in WORDS.items())
    counts = Counter(cell.state.name for cell in cells)
    summary = ", ".join(f"{counts[name]} {WORDS[name]}" for name in WORDS if counts[name])
    return "\n".join([*rows, "", legend, summary, "", *_next_steps(cells)])


def _next_steps(cells: list[Cell]) -> Iterator[str]:
    for name in (WITHDRAWN, OLD):
        for cell in cells:
            if cell.state.name == name:
                sections = ", ".join(cell.state.weights)
                yield f"{WORDS[name]}: content/pages/{cell.language.lower()}/{cell.page}.md ({sections})"
    for name in (MISSING, UNREVIEWED):
        found = Counter(cell.language for cell in cells if cell.state.name == name)
        if found:
            each = ", ".join(f"{tag} {number}" for tag, number in found.items())
            yield f"{WORDS[name]}: {each}"


def as_json(cells: list[Cell]) -> str:
    """Return the table for programs: pages, languages, states, changed sections."""
    rows = [
        {"page": cell.page, "language": cell.language, "state": cell.state.name,
         "weights": cell.state.weights, "changed": cell.lines}
        for cell in cells
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_html(cells: list[Cell]) -> str:
    """Return the table for staff: one row a page, and the changed paragraphs below."""
    ids = list(dict.fromkeys(cell.page for cell in cells))
    head = "".join(f"<th>{escape(language.endonym)}" for language in LANGUAGES)
    rows = "".join(
        f"<tr><th>{page_id}" + "".join(
            f'<td class="{cell.state.name}">{WORDS[cell.state.name]}' for cell in cells if cell.page == page_id
        )
        for page_id in ids
    )  # fmt: skip
    changes = "".join(_changes_html(cell) for cell in cells if cell.lines)
    style = (
        "body{font-family:sans-serif;margin:2rem}td,th{padding:.4rem .6rem;text-align:start}"
        ".old,.withdrawn{background:#ffd9b3}.missing{background:#e8e8e8}.unreviewed{background:#fff6cc}"
        "del{background:#fdd}ins{background:#dfd}"
    )
    return (
        f'<!doctype html><html lang="it"><meta charset="utf-8"><title>Traduzioni</title><style>{style}</style>'
        f"<h1>Traduzioni</h1><table><tr><th>pagina{head}{rows}</table>{changes}</html>\n"
    )


def _changes_html(cell: Cell) -> str:
    parts = [f"<h2>{cell.page} – {cell.language}: che cosa è cambiato in italiano</h2>"]
    for section, lines in cell.lines.items():
        marks = {"-": "del", "+": "ins"}
        parts.append(f"<h3>{section}</h3>")
        parts += [f"<p><{marks[line[0]]}>{escape(line[2:])}</{marks[line[0]]}>" for line in lines]
    return "".join(parts)


def main() -> None:
    """Print the table and write the two reports."""
    root = Path.cwd()
    cells = table(read_content(root))
    (root / REPORT).parent.mkdir(exist_ok=True)
    (root / f"{REPORT}.json").write_text(as_json(cells), "utf-8")
    (root / f"{REPORT}.html").write_text(as_html(cells), "utf-8")
    print(f"{printed(cells)}\n\nI paragrafi cambiati sono in {REPORT}.html")


if __name__ == "__main__":
    main()
