# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML itself stumbles over, or would drop without a word, said with its line and cure (R94)."""

from __future__ import annotations

import re

import yaml

from .problem import Problem, Rule

YAML_FORM = Rule("TESTATA-03", "La testata si legge come YAML")
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


def yaml_problem(path: str, header: str, error: yaml.YAMLError) -> Problem:
    """Return what keeps the front matter from being read, at the line where it starts."""
    context, problem = (getattr(error, f"{name}_mark", None) for name in ("context", "problem"))
    opened = context and "block" not in (getattr(error, "context", "") or "")
    mark = context if opened else problem
    number = min(mark.line if mark else 0, header.count("\n"))
    lines = header.split("\n")
    keyless = (place for place, line in enumerate(lines[:number]) if not _LIKELY.match(line))
    number = next(keyless, number)
    written = lines[number]
    key, colon, value = written.partition(":")
    if colon and ": " in value.strip():
        quoted = value.strip().replace('"', '\\"')
        return YAML_FORM.broken(
            path, number + 2, f"Nel valore di «{key.strip()}» ci sono i due punti senza virgolette.",
            f'Scrivi: {key.strip()}: "{quoted}"', "bare colon in a value",
        )  # fmt: skip
    return YAML_FORM.broken(
        path, number + 2, f"Questa riga della testata non si legge: «{written.strip()[:60]}».",
        "Scrivi chiave: valore, con il valore tra virgolette se contiene segni particolari.",
        f"YAML: {getattr(error, 'problem', None) or 'unreadable'}",
    )  # fmt: skip
