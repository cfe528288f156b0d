# SPDX-License-Identifier: AGPL-3.0-or-later
"""Brings single npm packages into .cache/npm/: no dependency, no script of theirs is run.

The version is pinned and the archive must have the SHA-512 we know, the one npm itself publishes
as `integrity`. Brought once; what is there stays.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "npm"


def folder_of(package: str) -> Path:
    """Return the folder of `name@version`, whether it is there already or not."""
    return CACHE / package.lstrip("@").replace("/", "-").replace("@", "-")


def brought(package: str, sha512: str) -> Path:
    """Return the folder of `name@version`, downloaded at the first call.

    Raises:
        LookupError: nothing came, or not the bytes we know.
        OSError: npm is missing, or the disk refuses.
    """
    place = folder_of(package)
    if place.exists():
        return place
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as work:
        archive = packed(package, sha512, Path(work))
        whole = Path(work) / "whole"
        _unpack(archive, whole)
        whole.rename(place)
    return place


def packed(package: str, sha512: str, folder: Path) -> Path:
    """Let npm download a package into `folder`; return its archive.

    Raises:
        LookupError: nothing came, or not the bytes we know.
        OSError: npm is missing, or the disk refuses.
    """
    command = ("npm", "pack", package, "--pack-destination", str(folder))
    subprocess.run(command, capture_output=True, check=False, timeout=900)
    archive = next(folder.glob("*.tgz"), None)
    if archive is None:
        raise LookupError("npm non ha scaricato nulla")
    digest = hashlib.sha512(archive.read_bytes()).digest()
    if base64.b64encode(digest).decode() != sha512:
        raise LookupError("il file scaricato ha un'altra impronta")
    return archive


def _unpack(archive: Path, folder: Path) -> None:
    """Write the files of the archive, without their common first folder."""
    with tarfile.open(archive) as package:
        for member in package:
            content = package.extractfile(member)
            if content is None:
                continue
            file = folder.joinpath(*PurePosixPath(member.name).parts[1:])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())
