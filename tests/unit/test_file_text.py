# SPDX-License-Identifier: AGPL-3.0-or-later
"""What editors and word processors do to the bytes of a file is told, not guessed (R94)."""

from __future__ import annotations

import pytest

from plugins.file_text import decode

TEXT = "---\ntitle: Perché\n---\n\nCosì è.\n"


def places(data: bytes) -> list[tuple[str, int]]:
    """Return code and line of what is wrong with `data`."""
    return [(problem.code, problem.line) for problem in decode("a.md", data)[1]]


def test_plain_text_is_read_as_it_is():
    """UTF-8 with plain line ends goes on unchanged and without a word."""
    assert (TEXT, []) == decode("a.md", TEXT.encode())


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (TEXT.encode("cp1252"), "FILE-01", 2),
        (TEXT.replace("Perché", "X").encode("latin-1"), "FILE-01", 5),
        (TEXT.encode("utf-16"), "FILE-02", 1),
        (TEXT.encode("utf-16-le"), "FILE-02", 1),
        (TEXT.encode("utf-16-be"), "FILE-02", 1),
        (b"\xef\xbb\xbf" + TEXT.encode(), "FILE-03", 1),
        (TEXT.replace("\n", "\r\n").encode(), "FILE-04", 1),
        (TEXT.replace("è.\n", "è.\r\n").encode(), "FILE-04", 5),
        (TEXT.replace("\n", "\r").encode(), "FILE-04", 1),
        (TEXT.replace("Così", "\tCosì").encode(), "FILE-05", 5),
        (TEXT.replace("Così", "Co\x07sì").encode(), "FILE-06", 5),
        (TEXT.replace("Così", "Co\0sì").encode(), "FILE-06", 5),
        (TEXT.replace("Così", "Co\u2028sì").encode(), "FILE-06", 5),
        (TEXT.replace("Così", "Co\ue000sì").encode(), "FILE-06", 5),
    ],
)
def test_each_odd_byte_gives_one_message_at_its_line(data, code, line):
    """Each thing an editor may do to a file gives one message, at the first line it meets."""
    assert [(code, line)] == places(data)


def test_two_faults_give_two_messages():
    """A file with a BOM and Windows line ends is told both at once."""
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()

    assert [("FILE-03", 1), ("FILE-04", 1)] == places(data)


def test_line_ends_and_bom_do_not_change_the_text():
    """A BOM and Windows line ends are told, and the text is judged without them."""
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()

    assert TEXT == decode("a.md", data)[0]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_bytes_that_are_no_text_are_not_guessed(encoding):
    """Where the encoding is another, no text is made up from the bytes."""
    assert decode("a.md", TEXT.encode(encoding))[0] is None


def test_the_word_where_reading_stops_is_quoted():
    """In a Windows-1252 file the author finds the place by the word itself."""
    problem = decode("a.md", TEXT.encode("cp1252"))[1][0]

    assert "Il file non è scritto in UTF-8: si ferma alla parola «Perché»." == problem.what


@pytest.mark.parametrize(
    ("written", "mended", "where"),
    [
        ("\u00a0\u00a0\u00a0\u00a0Testo.", "Testo.", "All'inizio della riga"),
        ("  \u2003Testo.", "Testo.", "All'inizio della riga"),
        ("-\u00a0una voce", "- una voce", "Dopo «-»"),
        ("##\u00a0Titolo", "## Titolo", "Dopo «##»"),
        ("title:\u00a0Uno", "title: Uno", "Dopo «title:»"),
    ],
)
def test_an_odd_space_is_told_once_and_means_nothing(written, mended, where):
    """At the beginning of a line it is no indented text, which would be a second message (R80)."""
    text, (problem,) = decode("a.md", f"Uno\n\n{written}\n".encode())

    what = f"{where} c'è uno spazio che non è quello della barra spaziatrice."
    assert (f"Uno\n\n{mended}\n", 3, what) == (text, problem.line, problem.what)
