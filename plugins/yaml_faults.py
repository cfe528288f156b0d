# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML itself stumbles over, or would drop without a word, said with its line and cure (R94)."""

from __future__ import annotations

import re

import yaml

from .problem import Problem, Rule

YAML_FORM = Rule("TESTATA-03", "La testata si legge come YAML")
# A value whose quotes open and do not close on the line; only asked where YAML has stumbled.
_UNCLOSED = re.compile(r"""[\w-]+: +(?:"(?:[^"\\]|\\.)*|'[^']*(?:''[^']*)*)$""")
_LIKELY = re.compile(r"[\w-]+:(?:\s|$)|\s|-|#|$")  # a line that may stand in a header


def lost_part(path: str, header: str, key: yaml.Node, value: yaml.Node) -> Problem | None:
    """Return a problem where YAML would drop a part of a value: a comment, a tag, an anchor."""
    line = header.split("\n")[value.start_mark.line]
    name, _, written = line.partition(":")
    rest = header.split("\n")[value.end_mark.line][value.end_mark.column :].strip()
    plain = isinstance(value, yaml.ScalarNode) and key.start_mark.line == value.start_mark.line
    if not plain or not (rest.startswith("#") or written.strip()[:1] in ("&", "*", "!")):
        return None
    quoted = written.strip().replace('"', '\\"')
    return YAML_FORM.broken(
        path, value.start_mark.line + 2, f"Del valore di «{name.strip()}» si leggerebbe solo una parte.",
        f'Scrivi: {name.strip()}: "{quoted}"', "part of a value would be dropped",
    )  # fmt: skip


def yaml_problem(path: str, header: str, error: Exception) -> Problem:
    """Return what keeps the front matter from being read, at the line where it starts."""
    lines = header.split("\n")
    number = _first_wrong(lines, error)
    written = lines[number]
    key, colon, value = (part.strip() for part in written.partition(":"))
    words = value.strip("“”„").replace('"', '\\"')
    what = ""
    if _UNCLOSED.match(written):
        what = f"Nel valore di «{key}» le virgolette si aprono e non si chiudono."
        words, english = value.strip("\"'“”„"), "quotes opened and not closed"
    elif colon and ": " in value:
        what, english = (
            f"Nel valore di «{key}» ci sono i due punti senza virgolette.",
            "bare colon in a value",
        )
    if what:
        return YAML_FORM.broken(path, number + 2, what, f'Scrivi: {key}: "{words}"', english)
    return YAML_FORM.broken(
        path, number + 2, f"Questa riga della testata non si legge: «{written.strip()[:60]}».",
        "Scrivi chiave: valore, con il valore tra virgolette se contiene segni particolari.",
        f"YAML: {getattr(error, 'problem', None) or 'unreadable'}",
    )  # fmt: skip


def _first_wrong(lines: list[str], error: Exception) -> int:
    """Return the index of the line that was probably the first to go wrong."""
    context, problem = (getattr(error, f"{name}_mark", None) for name in ("context", "problem"))
    opened = context and "block" not in (getattr(error, "context", "") or "")
    mark = context if opened else problem
    number = min(mark.line if mark else 0, len(lines) - 1)
    keyless = (place for place, line in enumerate(lines[:number]) if not _LIKELY.match(line))
    number = next(keyless, number)
    return next((place for place in range(number + 1) if _UNCLOSED.match(lines[place])), number)
