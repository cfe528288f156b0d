# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fetches what the tests need beyond Python's libraries: browsers, a PDF reader, Nu, Sveltia.

Chromium must be there, so its absence stops with a sentence; Firefox and pdftotext come from the system's
packages, the Nu checker needs Java and npm, Sveltia CMS needs npm: without them their tests say why they
were skipped. Quick when all is there already.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from . import editor, npm

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")
SYSTEM_PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")
NO_CHROMIUM = """Manca Chromium, il browser con cui si prova il sito.
Installalo dai pacchetti del tuo sistema (si chiama chromium o google-chrome), poi ripeti il comando."""

NU_VERSION = "26.9.27"
NU_PACKAGE = f"vnu-jar@{NU_VERSION}"
NU_SHA512 = (
    "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
)
NU_JAR = npm.folder_of(NU_PACKAGE) / "build" / "dist" / "vnu.jar"


def chromium() -> str | None:
    """Return the path of the system's Chromium or Chrome, None without one."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def firefox() -> str | None:
    """Return the path of the system's Firefox, None without one."""
    return next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)


def playwright_chromium() -> str | None:
    """Return the path of Playwright's own Chromium, which it finds by itself; None without one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow: only without a system's)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def prepare_chromium() -> None:
    """Install Chromium where it is missing: from the system's packages, else through Playwright."""
    if chromium() or playwright_chromium():
        return
    print("Installo Chromium, il browser delle prove (solo la prima volta)…")
    if _install_packages(*SYSTEM_PACKAGES) and chromium():
        return
    done = _quiet(sys.executable, "-m", "playwright", "install", "chromium")
    if not (done and playwright_chromium()):
        raise SystemExit(NO_CHROMIUM)


def prepare_firefox() -> None:
    """Install Debian's Firefox where it is missing and apt has it; say so where it fails."""
    if firefox():
        return
    print("Installo Firefox, il secondo browser delle prove (solo la prima volta)…")
    if not (_install_packages(FIREFOX_NAMES[0]) and firefox()):
        print("Firefox non si è potuto installare: le sue prove saranno saltate.")


def prepare_pdf_reader() -> None:
    """Install pdftotext where it is missing and apt has it; say so where it fails."""
    if shutil.which("pdftotext"):
        return
    if not (_install_packages("poppler-utils") and shutil.which("pdftotext")):
        print(
            "Il lettore di PDF (pdftotext) non si è potuto installare: la sua prova sarà saltata."
        )


def _install_packages(*packages: str) -> bool:
    """Install packages of the system, where apt is there and lets us."""
    root: tuple[str, ...] = () if os.geteuid() == 0 else ("sudo", "-n")
    if not shutil.which("apt-get") or (root and not _quiet(*root, "true")):
        return False
    apt = (*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    return _quiet(*apt, "update") and _quiet(*install)


def prepare_nu_checker() -> None:
    """Fetch the Nu checker of HTML where Java and npm are there; say so where it fails."""
    if NU_JAR.exists() or not (shutil.which("java") and shutil.which("npm")):
        return
    try:
        npm.brought(NU_PACKAGE, NU_SHA512)
    except (OSError, LookupError, tarfile.TarError) as error:
        print(
            f"Il controllore di HTML (Nu) non si è potuto preparare, la sua prova sarà saltata: {error}"
        )


def prepare_editor() -> None:
    """Fetch what `make editor` bundles, where npm is there; say so where it fails."""
    try:
        for package in editor.PACKAGES:
            npm.brought(*package)
    except (OSError, LookupError, tarfile.TarError) as error:
        print(f"L'editor nel browser non si è potuto preparare, la sua prova sarà saltata: {error}")


def _quiet(*command: str) -> bool:
    """Run a command without its words; whether it went well."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=900)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> None:
    """Prepare them all."""
    prepare_chromium()
    prepare_firefox()
    prepare_pdf_reader()
    prepare_nu_checker()
    prepare_editor()


if __name__ == "__main__":
    main()
