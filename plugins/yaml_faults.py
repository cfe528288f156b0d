# SPDX-License-Identifier: AGPL-3.0-or-later
"""What YAML itself stumbles over, or would drop without a word, said with its line and cure (R94)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from .problem import Problem, Rule
from .schema import Field
from .values import ValueFault, texts

YAML_FORM = Rule("TESTATA-03", "La testata si legge come YAML")
_HEAD = r" *(?P<head>[\w-]+:|-) +"  # of a key or of an item of a list
_CLOSED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
# A value whose quotes open and do not close on the line; only asked where YAML has stumbled.
_UNCLOSED = re.compile(rf"""{_HEAD}(?:"(?:[^"\\]|\\.)*|'[^']*(?:''[^']*)*)$""")
_WRITTEN = re.compile(rf"{_HEAD}(?P<value>.*\S)")
_INDENTED = re.compile(r" +[a-z_]+:(?: |$)")
_ELISION = re.compile(r"'(?=nd)", re.IGNORECASE)  # 'ndrangheta begins with its own sign
_LIKELY = re.compile(r"[\w-]+:(?:\s|$)|\s|-|#|$")  # a line that may stand in a header


def lost_part(
    path: str, header: str, key: yaml.Node, value: yaml.Node, schema: tuple[Field, ...]
) -> Problem | None:
    """Return a problem where YAML would drop a part of a value: a comment, a tag, an anchor."""
    listed = isinstance(value, yaml.SequenceNode) and not value.flow_style
    read = next((field.read for field in schema if field.name == key.value), texts)
    for node in value.value if listed else [value]:
        if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
            continue
        words, note = _cut(header.split("\n"), node)
        sign = words[:1] in ("&", "*", "!") and not node.style
        if not (note or sign) or node.start_mark.line < key.start_mark.line:
            continue
        head = "-" if listed else f"{key.value}:"
        how = f"Scrivi: {head} {_quoted(f'{words} {note}'.strip())}"
        if note and (node.style or not _takes(read, f"{words} {note}", listed)):
            how = f"Scrivi: {head} {words}; la nota «{note}» mettila in una riga sua, prima di questa."
        return YAML_FORM.broken(
            path, node.end_mark.line + 2,
            f"Del valore di «{key.value}» si leggerebbe solo una parte: si perde «{note or words.split()[0]}».",
            how, "part of a value would be dropped",
        )  # fmt: skip
    return None


def _cut(lines: list[str], node: yaml.Node) -> tuple[str, str]:
    """Return a value as it is written, on one line, and the comment behind it, "" for none."""
    start, end = node.start_mark, node.end_mark
    rest = lines[end.line][end.column :]
    whole = "\n".join(lines[start.line : end.line + 1])
    words = whole[start.column : len(whole) - len(rest)]
    note = rest.strip()
    return " ".join(words.split()), note if note.startswith("#") else ""


def _takes(read: Callable[[Any], Any], words: str, listed: bool) -> bool:
    """Whether a key takes these words: then they are a text that has a # in it."""
    try:
        read([words] if listed else words)
    except ValueFault:
        return False
    return True


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def yaml_problem(path: str, header: str, error: Exception) -> Problem:
    """Return what keeps the front matter from being read, at the line where it starts."""
    lines = header.split("\n")
    number = _first_wrong(lines, error)
    written = lines[number]
    found = _WRITTEN.match(written)
    if _INDENTED.match(written):
        what = f"Prima di «{written.strip()[:60]}» c'è uno spazio di troppo."
        how, english = f"Scrivi dall'inizio della riga: {written.strip()}", "key is indented"
    elif found and not re.match(r"\[(?!.*\]\()|\{", found["value"]):
        fault, words, english = _fault(found["value"])
        place = (
            f"Nel valore di «{found['head'][:-1]}»" if found["head"] != "-" else "In questa voce"
        )
        what, how = f"{place} {fault}.", f"Scrivi: {found['head']} {_quoted(words)}"
    else:
        what = f"Questa riga della testata non si legge: «{written.strip()[:60]}»."
        how = "Scrivi chiave: valore, con il valore tra virgolette se contiene segni particolari."
        english = f"YAML: {getattr(error, 'problem', None) or 'unreadable'}"
    return YAML_FORM.broken(path, number + 2, what, how, english)


def _fault(value: str) -> tuple[str, str, str]:
    """Return what is wrong with a value that YAML cannot read, its words, and that in English."""
    quote, closed = value[0], re.match(_CLOSED, value)
    plain = value.replace('\\"', '"').replace("''", "'") if quote in "\"'" else value.strip("“”„")
    if quote in "\"'" and not closed:
        words = plain if _ELISION.match(plain) else plain[1:].rstrip("\"'“”„")
        return "le virgolette si aprono e non si chiudono", words, "quotes opened and not closed"
    if closed and closed.end() == len(value):
        return "c'è una barra rovesciata", plain[1:-1], "backslash in quotes"
    if closed:
        outer = value[-1] == quote and not value[closed.end()].isspace()
        words = plain[1:-1] if outer else plain
        return "ci sono virgolette dentro le virgolette", words, "quotes in quotes"
    if ": " in value:
        return "ci sono i due punti senza virgolette", plain, "bare colon in a value"
    return "c'è un segno che vuole le virgolette", plain, "bare sign in a value"


def _first_wrong(lines: list[str], error: Exception) -> int:
    """Return the index of the line that was probably the first to go wrong."""
    context, problem = (getattr(error, f"{name}_mark", None) for name in ("context", "problem"))
    opened = context and "block" not in (getattr(error, "context", "") or "")
    mark = context if opened else problem
    number = min(mark.line if mark else 0, len(lines) - 1)
    keyless = (place for place, line in enumerate(lines[:number]) if not _LIKELY.match(line))
    number = next(keyless, number)
    first = next((place for place, line in enumerate(lines) if not line.startswith("#")), 0)
    if _INDENTED.match(lines[first]):
        return first
    return next((place for place in range(number + 1) if _UNCLOSED.match(lines[place])), number)
