# SPDX-License-Identifier: AGPL-3.0-or-later
"""The peers of `make bench`: fetched as known bytes only, and every page of theirs can be left."""

from __future__ import annotations

import base64
import hashlib
import os
import tarfile
import urllib.request
from pathlib import Path

import pytest

from tools.exit_hosts import hosted
from tools.exit_peers import PAGES, PEERS, Peer, write_peer
from tools.npm import packed


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that an npm of ours hands out instead of the network."""
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "style.css").write_text("p {}")
    packed_file = tmp_path / "some-1.0.tgz"
    with tarfile.open(packed_file, "w:gz") as package:
        package.add(tmp_path / "package", "package")
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(f'#!/bin/sh\ncp "{packed_file}" "$4"\n')
    npm.chmod(0o755)
    monkeypatch.setattr("tools.npm.CACHE", tmp_path / "cache")
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")
    return packed_file


def fingerprint(file: Path) -> str:
    """Return the fingerprint as npm writes it."""
    return base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()


def some_peer(sha512: str) -> Peer:
    """Return a small peer."""
    page = '<!doctype html>{path}<a href="{exit}">Exit</a>{links}{words}'
    return Peer("Some", "some@1.0", sha512, {"style.css": "style.css"}, page, "", "Shift ×3")


def test_other_bytes_are_refused(archive: Path, tmp_path: Path) -> None:
    """An archive with another fingerprint is not unpacked."""
    place = tmp_path / "place"
    place.mkdir()
    with pytest.raises(LookupError, match="altra impronta"):
        packed("some@1.0", f"not {fingerprint(archive)}", place)


def test_package_is_fetched_once(archive: Path, tmp_path: Path) -> None:
    """The second run needs no npm: what the first one unpacked is still there."""
    peer = some_peer(fingerprint(archive))
    write_peer(peer, tmp_path / "first")
    archive.unlink()
    write_peer(peer, tmp_path / "second")

    assert "p {}" == (tmp_path / "second" / "style.css").read_text()


@pytest.mark.parametrize("page", [peer.page for peer in PEERS], ids=[peer.name for peer in PEERS])
def test_every_page_leads_on_and_out(archive: Path, tmp_path: Path, page: str) -> None:
    """Each page of a peer links to the others, and its exit to the destination of the trial."""
    peer = some_peer(fingerprint(archive))
    known = Peer(peer.name, peer.package, peer.sha512, peer.files, page, "", "")
    write_peer(known, tmp_path / "site")
    with hosted(tmp_path / "site") as hosts:
        host = {"Host": f"site.localhost:{hosts.port}"}
        for path in PAGES:
            request = urllib.request.Request(f"http://127.0.0.1:{hosts.port}{path}", headers=host)
            with urllib.request.urlopen(request) as answer:
                text = answer.read().decode()

            assert 1 == text.count(f'href="{hosts.destination}"')
            assert set(PAGES) <= {part.split('"')[0] for part in text.split('href="')}
