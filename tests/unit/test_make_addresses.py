# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make addresses` adds to the record of addresses, and takes nothing from it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plugins.content import ADDRESSES
from tests.unit.folders import write
from tools import addresses

PAGE = '<html><head><title>Una pagina</title></head><body><main id="main"></main></body></html>'
RECORD = "# Gli indirizzi\n/\n/vecchio/ /aiuto/\n"


def made(root: Path, record: str | None) -> Path:
    """Return a folder with a built site of three pages and this record, None for no file."""
    pages = {f"output/{place}index.html": PAGE for place in ("", "aiuto/", "scuola/")}
    record_file = {} if record is None else {ADDRESSES: record}
    return write(root, {"content/x": "", "output/version.json": "{}", **pages, **record_file})


def run(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Run the command; return its exit code and the record as it is then."""
    monkeypatch.chdir(root)
    code = addresses.main()
    file = root / ADDRESSES
    return code, file.read_text("utf-8") if file.exists() else ""


def commit(root: Path) -> None:
    """Commit all that is in the folder."""
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x"]):  # fmt: skip
        subprocess.run(["git", "-C", str(root), *words], check=True)


@pytest.mark.parametrize("record", [RECORD, RECORD.rstrip()])
def test_new_addresses_stand_on_lines_of_their_own(tmp_path, monkeypatch, record):
    """An editor that leaves no last line end does not cost the last address."""
    found = run(made(tmp_path, record), monkeypatch)

    assert (0, f"{RECORD}/aiuto/\n/scuola/\n") == found


def test_a_whole_record_stays_as_it_is(tmp_path, monkeypatch):
    """Where there is nothing to add, not a byte changes."""
    record = "/\n/aiuto/\n/scuola/"

    assert (0, record) == run(made(tmp_path, record), monkeypatch)


@pytest.mark.parametrize("record", ["", "# Gli indirizzi\n", None])
def test_a_lost_record_is_not_written_anew(tmp_path, monkeypatch, capsys, record):
    """Whatever it protected would be lost for good."""
    found = run(made(tmp_path, record), monkeypatch)

    assert (1, record or "") == found
    assert f"scrivi nella prima riga: / ({ADDRESSES})" in capsys.readouterr().err


def test_an_address_that_the_last_commit_has_is_asked_back(tmp_path, monkeypatch, capsys):
    """A line cut by mistake is named before anything is written."""
    commit(made(tmp_path, RECORD))
    found = run(made(tmp_path, "/\n"), monkeypatch)

    assert (1, "/\n") == found
    assert f"In {ADDRESSES} non c'è più: /vecchio/." in capsys.readouterr().err


def test_an_address_may_move(tmp_path, monkeypatch):
    """What counts is the address: its new one, comments and order may change."""
    commit(made(tmp_path, RECORD))
    record = "/vecchio/ /scuola/\n/\n"

    assert (0, f"{record}/aiuto/\n/scuola/\n") == run(made(tmp_path, record), monkeypatch)


def test_a_site_is_needed_first(tmp_path, monkeypatch, capsys):
    """Without a built site the command says how to make one."""
    write(tmp_path, {ADDRESSES: RECORD})

    assert (1, RECORD) == run(tmp_path, monkeypatch)
    assert "make html" in capsys.readouterr().err
