# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front matter between two lines of ---: a closed set of keys, every scalar kept as text.

PyYAML's node tree gives each key its line, sees keys written twice, and guesses no types (R94).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from . import placeholders
from .file_text import INVISIBLE_CHARACTER
from .problem import Problem, Rule
from .schema import Field, meant_key
from .values import ValueFault
from .yaml_faults import YAML_FORM, lost_part, yaml_problem

FENCE_OPEN = Rule("TESTATA-01", "La prima riga è ---")
FENCE_CLOSED = Rule("TESTATA-02", "La testata si chiude con ---")
DUPLICATE_KEY = Rule("TESTATA-04", "Ogni chiave della testata compare una volta")
UNKNOWN_KEY = Rule("TESTATA-05", "Le chiavi della testata sono quelle previste")
MISSING_KEY = Rule("TESTATA-06", "Le chiavi necessarie ci sono e hanno un valore")
VALUE = Rule("TESTATA-07", "I valori della testata hanno la forma prevista")
ONE_FENCE = Rule("TESTATA-08", "La testata sta tra due sole righe ---")

RULES = (
    FENCE_OPEN, FENCE_CLOSED, YAML_FORM, DUPLICATE_KEY, UNKNOWN_KEY, MISSING_KEY, VALUE, ONE_FENCE,
)  # fmt: skip
_MORE_HEADER = re.compile(r"\n*(?:[a-z_]+:.*\n(?:(?:[a-z_]+:| |- ).*\n|\n)*)?--- *$", re.MULTILINE)
_WORD_QUOTES = re.compile("[“”„‟](.*)[“”„‟]|[‘’‚‛](.*)[‘’‚‛]")


@dataclass
class FrontMatter:
    """What stands between the fences.

    Attributes:
        values: typed by the schema; absent and empty keys are absent.
        lines: the line of each key, from 1.
        misspelt: keys that some unknown key was probably meant to be.
        lacking: required keys without a value.
        problems: what is wrong with it.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    misspelt: set[str] = field(default_factory=set)
    lacking: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether enough of it was understood to judge the rest of the page."""
        fatal = (YAML_FORM, MISSING_KEY, VALUE)
        broken = any(problem.code in [rule.code for rule in fatal] for problem in self.problems)
        return not broken and not self.lacking


def split_front_matter(path: str, text: str) -> tuple[str, str, int] | Problem:
    """Return header, body and the line where the body starts."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FENCE_OPEN.broken(
            path, 1, f"La prima riga è «{lines[0][:40]}» e non ---.",
            "Scrivi --- da solo sulla prima riga, prima di title:", "no opening --- fence",
        )  # fmt: skip
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            if _fence_too_many(lines, number):
                return ONE_FENCE.broken(
                    path, number + 1, "Questa riga --- è di troppo.",
                    "Cancella la riga: la testata sta tra due sole righe ---.", "one fence too many",
                )  # fmt: skip
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return FENCE_CLOSED.broken(
        path, _end_of_header(lines), "Manca la riga --- che chiude la testata.",
        "Scrivi --- da solo su una riga, dopo l'ultima chiave.", "no closing --- fence",
    )  # fmt: skip


def _fence_too_many(lines: list[str], number: int) -> bool:
    """Whether the fence at index `number` closes nothing, or keys and another fence follow it."""
    nothing = not "".join(lines[1:number]).strip()
    return nothing or bool(_MORE_HEADER.match("\n".join(lines[number + 1 :])))


def _end_of_header(lines: list[str]) -> int:
    """Return the line after which the closing fence was probably meant."""
    for number, line in enumerate(lines[1:], start=2):
        if not re.match(r"[a-z_]+:|\s|- |#$", line):
            return number
    return len(lines)


def read_front_matter(path: str, header: str, schema: tuple[Field, ...]) -> FrontMatter:
    """Read the front matter of the file at `path`, whose keys are those of `schema`."""
    found = FrontMatter()
    try:
        node = yaml.compose(header, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        found.problems.append(yaml_problem(path, header, error))
        return found
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lost = lost_part(path, header, key, value, schema)
            if lost:
                found.lines[str(key.value)] = lost.line
                found.problems.append(lost)
            else:
                _read_key(path, key, value, schema, found)
    wrong = {problem.line for problem in found.problems}
    for wanted in schema:
        line = found.lines.get(wanted.name, found.lines.get(wanted.beside, 1))
        required = wanted.required or wanted.beside in found.values
        if required and wanted.name not in found.values:
            found.lacking.add(wanted.name)
        known = wanted.name in found.values or wanted.name in found.misspelt
        if required and not known and (line == 1 or line not in wrong):
            found.problems.append(_missing(path, line, wanted))
    return found


def _read_key(
    path: str, key: yaml.Node, value: yaml.Node, schema: tuple[Field, ...], found: FrontMatter
) -> None:
    """Put one key and its value into `found`, or say what is wrong with them."""
    line = key.start_mark.line + 2
    names = {wanted.name: wanted for wanted in schema}
    problem = _key_problem(path, line, key, names, found.lines)
    if problem:
        found.problems.append(problem)
        found.misspelt.add(meant_key(str(key.value), names))
        return
    found.lines[key.value] = line
    try:
        plain = _plain(value)
        if placeholders.waits(plain):  # told by `placeholders`, with its line
            found.misspelt.add(key.value)
            found.lacking.add(key.value)
        elif plain not in ("", []):
            found.values[key.value] = names[key.value].read(plain)
    except ValueFault as fault:
        what = f"La chiave «{key.value}» {fault.what}"
        found.problems.append(VALUE.broken(path, line, what, fault.how, fault.english))


def _key_problem(
    path: str, line: int, key: yaml.Node, names: dict[str, Field], seen: dict[str, int]
) -> Problem | None:
    name = str(key.value)
    if name not in names:
        guess = meant_key(name, names)
        return UNKNOWN_KEY.broken(
            path, line, f"La chiave «{name}» non è prevista in questo file.",
            f"Forse volevi: {guess}" if guess else f"Togli la riga, o scegli tra: {', '.join(names)}",
            f'unknown key "{name}"',
        )  # fmt: skip
    if name in seen:
        return DUPLICATE_KEY.broken(
            path, line, f"La chiave «{name}» c'è già alla riga {seen[name]}.",
            "Tieni una sola delle due righe.", f'duplicate key "{name}"',
        )  # fmt: skip
    return None


def _missing(path: str, line: int, field: Field) -> Problem:
    way_out = f"; oppure cancella la riga {field.beside}" if field.beside else ""
    return MISSING_KEY.broken(
        path, line, f"Manca il valore di «{field.name}»: {field.help}.",
        f"Aggiungi tra le righe --- in alto: {field.name}: …{way_out}", f'missing "{field.name}"',
    )  # fmt: skip


def _plain(node: yaml.Node) -> str | list[str]:
    """Return a scalar as text or a list of them; empty items are dropped."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if any(INVISIBLE_CHARACTER.search(str(item.value)) for item in items):
        cure = "Togli le barre rovesciate, o scrivi il valore senza virgolette."
        raise ValueFault("contiene un carattere che non si vede.", cure, "invisible character")
    if isinstance(node, yaml.ScalarNode):
        quoted = _WORD_QUOTES.fullmatch(node.value.strip())
        if quoted and not node.style:  # within straight ones they are the words' own
            raise ValueFault(
                "sta tra virgolette curve.",
                f'Scrivilo tra virgolette diritte: "{quoted[1] or quoted[2]}"', "curly quotes around a value",
            )  # fmt: skip
        return node.value.strip()
    if isinstance(node, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in node.value
    ):
        return [item.value for item in node.value if item.value.strip()]
    cure = "Scrivi un testo o un elenco di testi."
    raise ValueFault("contiene altre chiavi.", cure, "nested value")
