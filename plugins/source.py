# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads one Markdown file into typed front matter and body, with line numbers (R94, R95).

There is one reader: Pelican and the checks both come here. Nothing is dropped in silence: a
file is either read whole or gives problems, all at once, each with its line and its cure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from .body import Body, read_body
from .languages import ITALIAN, LANGUAGES, Language, by_folder
from .problem import Problem, Rule, nearest
from .schema import SLUG, Field, ValueFault, fields_of

ENCODING = Rule("FILE-01", "Ogni file è scritto in UTF-8")
UTF16 = Rule("FILE-02", "Nessun file è scritto in UTF-16")
BOM = Rule("FILE-03", "Nessun file comincia con il segno invisibile BOM")
LINE_ENDS = Rule("FILE-04", "Le righe finiscono con il solo segno LF")
TAB = Rule("FILE-05", "Nei file non ci sono tabulazioni")
INVISIBLE = Rule("FILE-06", "Nei file non ci sono caratteri di controllo")
FILE_NAME = Rule("FILE-07", "Il nome del file ha solo minuscole, cifre e trattini, e finisce in .md")
FOLDER = Rule("FILE-08", "Ogni file sta in una cartella che il sito conosce")
LANGUAGE_FOLDER = Rule("LINGUA-01", "La cartella di lingua è tra quelle del sito")
NEWS_LANGUAGE = Rule("LINGUA-02", "Le notizie sono in italiano e in inglese")
FENCE_OPEN = Rule("TESTATA-01", "La prima riga è ---")
FENCE_CLOSED = Rule("TESTATA-02", "La testata si chiude con ---")
YAML_FORM = Rule("TESTATA-03", "La testata si legge come YAML")
DUPLICATE_KEY = Rule("TESTATA-04", "Ogni chiave della testata compare una volta")
UNKNOWN_KEY = Rule("TESTATA-05", "Le chiavi della testata sono quelle previste")
MISSING_KEY = Rule("TESTATA-06", "Le chiavi necessarie ci sono e hanno un valore")
VALUE = Rule("TESTATA-07", "I valori della testata hanno la forma prevista")

RULES = (
    ENCODING, UTF16, BOM, LINE_ENDS, TAB, INVISIBLE, FILE_NAME, FOLDER, LANGUAGE_FOLDER,
    NEWS_LANGUAGE, FENCE_OPEN, FENCE_CLOSED, YAML_FORM, DUPLICATE_KEY, UNKNOWN_KEY, MISSING_KEY,
    VALUE,
)  # fmt: skip

KIND_OF_FOLDER = {"pages": "page", "contacts": "contact", "news": "news"}
NEWS_TAGS = ("it", "en")  # design.md §3.2
_NEWS_NAME = re.compile(rf"\d{{4}}-\d\d-\d\d-{SLUG.pattern}")
_CONTROL = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\u2028\u2029]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Place:
    """What a file's path says: kind ("page", "contact", "news"), language and id."""

    kind: str
    language: Language
    id: str

    @property
    def original(self) -> bool:
        """Whether it holds the facts: the Italian file, or any news item."""
        return self.language == ITALIAN or self.kind == "news"


@dataclass(frozen=True)
class Source:
    """One file, read.

    Attributes:
        path: from the project's root, with slashes.
        place: kind, language, id.
        fields: the front matter, typed by the schema; absent keys are absent.
        lines: the line of each key, from 1.
        text: the body as written.
        first_line: the line of the body's first line, from 1.
    """

    path: str
    place: Place
    fields: dict[str, Any]
    lines: dict[str, int]
    text: str
    first_line: int

    @cached_property
    def body(self) -> Body:
        """The body as HTML, and what it contains."""
        return read_body(self.text)

    def line_of(self, needle: str, occurrence: int = 1) -> int:
        """Return the line where `needle` stands for the nth time (the first line if never)."""
        start = -1
        for _ in range(occurrence):
            start = self.text.find(needle, start + 1)
            if start < 0:
                return self.first_line
        return self.first_line + self.text.count("\n", 0, start)


def place_of(path: str) -> Place | Problem:
    """Return what `path` ("content/pages/it/aiuto.md") says, or the problem with it."""
    parts = PurePosixPath(path).parts
    kind = KIND_OF_FOLDER.get(parts[1]) if len(parts) == 4 else None
    if not kind:
        return FOLDER.broken(
            path, 1, "Questo file non sta in una cartella che il sito conosce.",
            "Spostalo, per esempio, in content/pages/it/", "file outside the known folders",
        )  # fmt: skip
    language = by_folder(parts[2])
    if language is None:
        return _unknown_language(path, parts[1], parts[2])
    if kind == "news" and language.tag not in NEWS_TAGS:
        return NEWS_LANGUAGE.broken(
            path, 1, f"Le notizie non si pubblicano in «{parts[2]}».",
            "Sposta il file in content/news/it/ o in content/news/en/", "news language not served",
        )  # fmt: skip
    return _named(path, kind, language)


def _unknown_language(path: str, folder: str, name: str) -> Problem:
    guess = nearest(name, [language.folder for language in LANGUAGES]) or ITALIAN.folder
    return LANGUAGE_FOLDER.broken(
        path, 1, f"La cartella «{name}» non è una lingua del sito.",
        f"Sposta il file in content/{folder}/{guess}/", f'unknown language folder "{name}"',
    )  # fmt: skip


def _named(path: str, kind: str, language: Language) -> Place | Problem:
    name = PurePosixPath(path).name
    form = _NEWS_NAME if kind == "news" else SLUG
    if name.endswith(".md") and form.fullmatch(name[:-3]):
        return Place(kind, language, name[:-3])
    words = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(name).stem.lower()).strip("-") or "nome"
    example = f"2026-11-22-{words}" if kind == "news" else words
    return FILE_NAME.broken(
        path, 1, f"Il nome «{name}» non è adatto a un indirizzo.",
        f"Rinomina il file, per esempio: {example}.md", "file name is not a slug ending in .md",
    )  # fmt: skip


def read_source(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """Read the file at `root`/`path`; the source is None when it could not be understood."""
    place = place_of(path)
    if isinstance(place, Problem):
        return None, [place]
    text, problems = _decode(path, (root / path).read_bytes())
    if text is None:
        return None, problems
    cut = _split(path, text)
    if isinstance(cut, Problem):
        return None, [*problems, cut]
    header, body, first_line = cut
    fields, lines, faults = _read_header(path, header, fields_of(place.kind, place.original))
    problems += faults
    if fields is None or errors_in_header(faults):
        return None, problems
    return Source(path, place, fields, lines, body, first_line), problems


def errors_in_header(faults: list[Problem]) -> bool:
    """Whether the front matter is too broken for the page to be judged further."""
    return any(fault.code in (YAML_FORM.code, MISSING_KEY.code, VALUE.code) for fault in faults)


def _decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text with plain line ends, and what was wrong with the bytes."""
    if data.startswith(_UTF16_MARKS) or (data[:200].count(0) > len(data[:200]) // 4 > 0):
        return None, [UTF16.broken(
            path, 1, "Il file è scritto in UTF-16.",
            "Salvalo di nuovo scegliendo la codifica UTF-8.", "file is UTF-16",
        )]  # fmt: skip
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error.start)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(BOM.broken(
            path, 1, "Il file comincia con un segno invisibile (BOM).",
            "Salvalo di nuovo come «UTF-8», non come «UTF-8 con BOM».", "UTF-8 byte order mark",
        ))  # fmt: skip
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(LINE_ENDS.broken(
            path, line, "Le righe finiscono alla maniera di Windows (CRLF).",
            "Salva il file scegliendo fine riga «LF» (o «Unix»).", "CRLF line ends",
        ))  # fmt: skip
    return text, problems + _odd_characters(path, text)


def _not_utf8(path: str, data: bytes, position: int) -> Problem:
    line = data.count(b"\n", 0, position) + 1
    words = data.split(b"\n")[line - 1].decode("cp1252", "replace").split()
    odd = next((word for word in words if not word.isascii()), "")
    return ENCODING.broken(
        path, line, f"Il file non è scritto in UTF-8: si ferma alla parola «{odd}».",
        "Salvalo di nuovo scegliendo la codifica UTF-8.", "bytes are not UTF-8",
    )  # fmt: skip


def _odd_characters(path: str, text: str) -> list[Problem]:
    problems = []
    if "\t" in text:
        problems.append(TAB.broken(
            path, text[: text.index("\t")].count("\n") + 1, "La riga contiene una tabulazione.",
            "Sostituiscila con uno o più spazi.", "tab character",
        ))  # fmt: skip
    control = _CONTROL.search(text)
    if control:
        problems.append(INVISIBLE.broken(
            path, text[: control.start()].count("\n") + 1,
            f"La riga contiene un carattere che non si vede (U+{ord(control[0]):04X}).",
            "Cancella la riga e riscrivila a mano.", "control or private-use character",
        ))  # fmt: skip
    return problems


def _split(path: str, text: str) -> tuple[str, str, int] | Problem:
    """Return header, body and the line where the body starts."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FENCE_OPEN.broken(
            path, 1, f"La prima riga è «{lines[0][:40]}» e non ---.",
            "Scrivi --- da solo sulla prima riga, prima di title:", "no opening --- fence",
        )  # fmt: skip
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return FENCE_CLOSED.broken(
        path, _end_of_header(lines), "Manca la riga --- che chiude la testata.",
        "Scrivi --- da solo su una riga, dopo l'ultima chiave.", "no closing --- fence",
    )  # fmt: skip


def _end_of_header(lines: list[str]) -> int:
    """Return the line after which the closing fence was probably meant."""
    for number, line in enumerate(lines[1:], start=2):
        if not re.match(r"[a-z_]+:|\s|- |#$", line):
            return number
    return len(lines)


Header = tuple[dict[str, Any] | None, dict[str, int], list[Problem]]


def _read_header(path: str, header: str, schema: tuple[Field, ...]) -> Header:
    try:
        node = yaml.compose(header, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        return None, {}, [_yaml_problem(path, header, error)]
    if not isinstance(node, yaml.MappingNode):
        return None, {}, [_missing(path, 2, field) for field in schema if field.required]
    names = {field.name: field for field in schema}
    fields: dict[str, Any] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        line = key.start_mark.line + 2
        problem = _key_problem(path, line, key, names, lines)
        if problem:
            problems.append(problem)
            continue
        lines[key.value] = line
        try:
            plain = _plain(value)
            if plain not in ("", []):
                fields[key.value] = names[key.value].read(plain)
        except ValueFault as fault:
            what = f"La chiave «{key.value}» {fault.what}"
            problems.append(VALUE.broken(path, line, what, fault.how, fault.english))
    wrong = {problem.line for problem in problems}
    for field in schema:
        if field.required and field.name not in fields and lines.get(field.name) not in wrong:
            problems.append(_missing(path, lines.get(field.name, 1), field))
    return fields, lines, problems


def _key_problem(
    path: str, line: int, key: yaml.Node, names: dict[str, Field], seen: dict[str, int]
) -> Problem | None:
    name = str(key.value)
    if name not in names:
        guess = nearest(name, names)
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
    return MISSING_KEY.broken(
        path, line, f"Manca il valore di «{field.name}»: {field.help}.",
        f"Aggiungi tra le righe --- in alto: {field.name}: …", f'missing "{field.name}"',
    )  # fmt: skip


def _plain(node: yaml.Node) -> str | list[str]:
    """Return a scalar as text or a list of them; empty items are dropped."""
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip()
    if isinstance(node, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in node.value
    ):
        return [item.value for item in node.value if item.value.strip()]
    raise ValueFault(
        "contiene altre chiavi.", "Scrivi un testo o un elenco di testi.", "nested value"
    )


def _yaml_problem(path: str, header: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = min(mark.line if mark else 0, header.count("\n"))
    written = header.split("\n")[number]
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
