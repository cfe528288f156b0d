# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check that no sign of Markdown reaches the reader: one that stays visible meant something else.

A sign counts when it stands in the line as it was written and is still there in the page; one
that was escaped on purpose, with a backslash, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..content import Content
from ..problem import Fault, check
from ..shown_lines import Block, Line, blocks_of
from .markup import looks_like_html, pieces

_ESCAPED = re.compile(r"\\[^\w\s]")
LONGEST_QUOTE = 60
_LINK, _ALONE = "non è un collegamento", "si vede così com'è"
_AS_LINK = "Scrivi il collegamento così: [testo](pagina.md)"
_BULLETS = "•·‣◦▪●○■□◆◇❖★✦➢➤►▶➔→✓✔☐☑✅👉\uf0b7"
# What people write for an item, how it is written, how many in a row it takes to be a list:
# where a paragraph begins, and further down, where a line may only have been wrapped there.
_ITEMS = (
    (re.compile(rf"^ *[{_BULLETS}]\ufe0f? *(\S.*)$"), r"- \1", 1, 1),
    (re.compile(r"^ *(\d{1,2})\)(?: +|(?=[^\W\d_]))(\S.*)$"), r"\1. \2", 1, 2),
    (re.compile(r"^ *[-*]([^\W\d_].*)$"), r"- \1", 1, 1),
    (re.compile(r"^ *\[[ xX]?\] +(\S.*)$"), r"- \1", 1, 1),
    (re.compile(r"^ *(?:\(?[a-zA-Z]\)|[a-zA-Z]\. |[–—§]) *(\S.*)$"), r"- \1", 2, 2),
    (re.compile(r"^ *\(?(\d{1,2})(?:\)| [-–—]|\.(?=[^\W\d_])) *(\S.*)$"), r"\1. \2", 2, 2),
)  # fmt: skip
# How it looks, what it is not, what to do: a line is told once, by the first that fits.
_SIGNS = (
    (re.compile(r"(?<!\])\(([^()\]\n]+)\)\[([^\]\s]+)\]"), _LINK, r"Scrivi: [\1](\2)"),
    (re.compile(r"\[([^\]\n]+)\] +\(([^()\s]+(?:\.md|://)[^()\s]*)\)"), _LINK, r"Scrivi: [\1](\2)"),
    (re.compile(r"\[\[([^\[\]]+)\]\]"), _LINK, r"Scrivi: [\1](\1.md)"),
    (re.compile(r"\[(?:\^\w+|TOC)\]"), _ALONE, "Togli il segno: in questo sito non fa nulla."),
    (re.compile(r"\[[^\[\]]+\][(\[].*|\[[^\[\]()]+\([\w./-]+\.md\).*"), _LINK, _AS_LINK),
    (
        re.compile(r"(?<!\{)(?<!\{ )\b(phone|email|contact)\([\"“”'«]([\w-]+)[\"“”'»]\)"),
        "non è una macro", r'Scrivi: {{ \1("\2") }}',
    ),
    (
        re.compile(r"(?<!\]\()(?<![\w@./-])(?:https?://|(?=www\.))([^\s<>()\[\]]+[^\s<>()\[\].,;:!?»”\"'])(?![^\[\]]*\]\()"),
        "non si può toccare", r"Scrivi: [testo](https://\1)",
    ),
    (re.compile(r"\*\*.*"), _ALONE, "Scrivi il grassetto così: **parola**, senza spazi accanto agli asterischi."),
    (re.compile(r"~~.*|(?<!\w)==\w.*"), _ALONE, "Togli questi segni attorno alle parole."),
    (re.compile(r"^ *\+[-=+]+\+ *$"), _ALONE, "Cancella questa riga."),
    (re.compile(r"\S*\\$"), _ALONE, "Togli la barra rovesciata; per andare a capo lascia una riga vuota."),
)  # fmt: skip
_GLUED = re.compile(r"^ *(?:[-*+]|1\.) +\S.*")
_PIPES = re.compile(r"^ *\|.*|.*\| *$")
_ROW = re.compile(r".* \| .*")
# Shown as they are typed, in tabs and lists too; no Markdown is read there.
_PLAIN_KEYS = ("title", "description", "owner", "address", "image_alt")
_IN_PLAIN = re.compile(
    r"\*\*|~~|==|`|\]\(|\[\[|^#+ |(?<!\w)\*(?=\w)|&(?:#\d+|[a-zA-Z]\w+);|</?[a-zA-Z][^<>]*>"
)
Found = tuple[Line, str, str]  # where, what, how


@check("MARKDOWN-02", "Elenchi, tabelle e collegamenti sono scritti come li vuole il Markdown")
def visible_signs(content: Content) -> Iterator[Fault]:
    """What only looks like a list, a table or a link is read out as one long line, and leads nowhere."""
    for source in content.sources:
        for text, first_line, html in pieces(source):
            if looks_like_html(text) or "<code>" in html:
                continue  # HTML-01 and MARKDOWN-01 say so
            for line, what, how in _found(list(blocks_of(text, first_line, html))):
                yield Fault(source.path, line.number, what, how, "looks like Markdown and is not")
        for text, number in source.texts(*_PLAIN_KEYS):
            sign = _IN_PLAIN.search(text)
            if sign:
                what = f"In {_quoted(text)} il segno «{sign[0].strip()}» {_ALONE}."
                yield Fault(
                    source.path,
                    number,
                    what,
                    "Scrivi solo le parole, senza segni.",
                    "mark in plain text",
                )


def _found(blocks: list[Block]) -> Iterator[Found]:
    for before, block in zip([None, *blocks], blocks, strict=False):
        table = _table(block)
        if table:
            if not _table(before):  # one table, one message
                yield table
            continue
        whole = _glued(block) or _lookalike(block) or _under(block) or _lost_level(before, block)
        if whole:
            yield whole
        for line in block.lines:
            sign = _sign(line)
            if sign and not (whole and whole[0] is line):
                yield sign


def _seen(looks: re.Pattern[str], line: Line) -> re.Match[str] | None:
    """Return the sign as it was written, where the page shows it too."""
    return looks.search(_ESCAPED.sub("", line.written)) if looks.search(line.shown) else None


def _quoted(written: str) -> str:
    return f"«{written.strip()[:LONGEST_QUOTE]}»"


def _sign(line: Line) -> Found | None:
    """Return the first sign of a line that says by itself what was meant."""
    for looks, what, how in _SIGNS:
        found = _seen(looks, line)
        if found:
            return line, f"{_quoted(found[0])} {what}.", found.expand(how)
    return None


def _table(block: Block | None) -> Found | None:
    """Return the first row of a table that is shown with its pipes."""
    if not block or block.tag in ("th", "td"):
        return None
    rows = [line for line in block.lines if _seen(_PIPES, line)]
    rows += [a for a, b in pairwise(block.lines) if _seen(_ROW, a) and _seen(_ROW, b)]
    if not rows:
        return None
    row = rows[0].written.strip()
    rule = "| --- " * len(row.strip("|").split("|"))
    return rows[0], f"{_quoted(row)} non è la riga di una tabella.", (
        f"Lascia una riga vuota prima della tabella e nessuna dentro; sotto la prima riga scrivi: {rule}|"
    )  # fmt: skip


def _glued(block: Block) -> Found | None:
    """Return the first item of a list that hangs on the line above it.

    One alone, with no colon above it, is a line that was wrapped at a dash or at a number.
    """
    hanging = [(line, found) for line in block.lines if (found := _seen(_GLUED, line))]
    announced = any(line.shown.rstrip().endswith(":") for line in block.lines)
    if not hanging or not (announced or block.tag == "li" or len(hanging) > 1):
        return None
    line, found = hanging[0]
    inner = block.tag == "li" and line.indent
    how = _DEEPER if inner else "Lascia una riga vuota prima dell'elenco."
    return line, f"{_quoted(found[0])} si attacca alla riga sopra.", how


def _lookalike(block: Block) -> Found | None:
    """Return the first item of a list whose marks are those of another program."""
    for looks, how, *least in _ITEMS:
        seen = [_seen(looks, line) for line in block.lines]
        for number, found in enumerate(seen):
            last = number + least[number > 0] - 1
            if found and last < len(seen) and seen[last]:
                glued = number and block.tag != "li"
                cure = "Lascia una riga vuota prima dell'elenco e scrivi" if glued else "Scrivi"
                what = f"{_quoted(found[0])} non è una voce di elenco."
                return block.lines[number], what, f"{cure}: {found.expand(how)}"
    return None


def _under(block: Block) -> Found | None:
    """Return the sentence that a list or a table above it has taken in."""
    first, *rest = block.lines
    if block.tag == "td" and "|" not in first.written:
        what = f"{_quoted(first.written)} finisce nella tabella sopra."
        return first, what, "Lascia una riga vuota dopo la tabella."
    for line in rest if block.tag == "li" else ():
        if line.shown.lstrip("«“\"'(")[:1].isupper():
            return line, f"{_quoted(line.written)} si attacca alla voce sopra.", (
                "Lascia una riga vuota prima; se continua la voce, comincia la riga con due spazi."
            )  # fmt: skip
    return None


def _lost_level(before: Block | None, block: Block) -> Found | None:
    """Return the item that was meant to stand inside the one above it."""
    if before and before.tag == block.tag == "li":
        line = block.lines[0]
        if 2 <= line.indent - before.lines[0].indent < 4:
            return line, f"{_quoted(line.written)} è rientrato di pochi spazi.", _DEEPER
    return None


_DEEPER = "Comincia la riga con quattro spazi: così sta dentro la voce sopra."

CHECKS = (visible_signs,)
