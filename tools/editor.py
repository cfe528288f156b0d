# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make editor`: an editor of the texts in the browser, in a folder of its own.

Sveltia CMS as its authors publish it, pinned by fingerprint and served by us: nothing comes from
elsewhere when staff open it. It is for its own address, never under the public site
(docs/editor.md).
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import shutil
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import yaml

import pelicanconf
from plugins.problem import Stop

from . import editor_config, editor_forge, npm

FOLDER = Path("editor-output")
HERE = Path(__file__).resolve().parent / "editor_files"
SVELTIA = (
    "@sveltia/cms@0.221.1",
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
)
YAML = (
    "js-yaml@5.5.0",
    "paNr4LFIFPjeeSmwNYdrb8FafLLG/Cr2Af3GjbsHJ5CxIjH4r0c2emlmRdAtpPAieP1gRVzk6buBbVP5gBMGAg==",
)
PACKAGES = (SVELTIA, YAML)
# A browser does not import JSON as Sveltia's bundlers do: its Italian words come as a module.
MODULES = {"imports": {"./sveltia/locales/it.json": "./italian.js"}}
# Its style names these fonts at a content delivery network; the same files stand in its package.
FONTS = {
    "source-sans-3:vf@5.3.0/latin-wght-normal.woff2":
        "source-sans-3-latin-wght-normal-BqRLTx4X.woff2",
    "noto-mono@5.3.0/latin-400-normal.woff2":
        "noto-mono-latin-400-normal-DiC8lJru.woff2",
    "material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2":
        "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
}  # fmt: skip
NETWORK = "https://cdn.jsdelivr.net/fontsource/fonts/"


def policy(origin: str) -> str:
    """Return the content security policy of the editor's page, which asks only us and the forge."""
    script = base64.b64encode(hashlib.sha256(_modules().encode()).digest()).decode()
    return "; ".join([
        "default-src 'none'",
        f"script-src 'self' 'sha256-{script}'",
        "style-src 'self' 'unsafe-inline'",  # Sveltia writes its style into the page as it runs
        "font-src 'self'",
        "img-src 'self' data: blob:",
        f"connect-src 'self' data: blob: {origin}",
        "manifest-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip


def page(origin: str) -> str:
    """Return index.html."""
    template = (HERE / "index.html").read_text("utf-8")
    return template.replace("{modules}", _modules()).replace(
        "{policy}", html.escape(policy(origin))
    )


def bundle(folder: Path, stated: Mapping[str, str]) -> None:
    """Write the editor into a new folder.

    Raises:
        LookupError: a package did not come, or is not what we know.
        OSError: npm is missing, or the disk refuses.
        Stop: the settings are wrong.
    """
    config = editor_config.configuration(editor_forge.backend(stated))
    config = json.loads(json.dumps(config))  # what is said twice is written twice, without anchors
    sveltia, js_yaml = (npm.brought(*package) for package in PACKAGES)
    folder.mkdir(parents=True)
    _copy_sveltia(sveltia, folder / "sveltia")
    shutil.copy(js_yaml / "dist" / "js-yaml.mjs", folder / "js-yaml.js")
    words = (sveltia / "locales" / "it.json").read_text("utf-8")
    lists = json.dumps(editor_config.list_keys())
    for name in ("start.js", "format.js"):
        shutil.copy(HERE / name, folder / name)
    written = {
        "index.html": page(origin(stated)),
        "italian.js": f"export default {words.strip()};\n",
        "lists.js": f"export const LISTS = {lists};\n",
        "config.yml": yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=110),
    }
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")


def origin(stated: Mapping[str, str]) -> str:
    """Return the forge's scheme and host, the only ones that the page may ask besides ours."""
    parts = urlsplit(editor_forge.address(stated))
    return f"{parts.scheme}://{parts.netloc}"


def _copy_sveltia(package: Path, folder: Path) -> None:
    shutil.copytree(package / "npm", folder / "npm", ignore=shutil.ignore_patterns("*.map"))
    shutil.copy(package / "LICENSE.txt", folder / "LICENSE.txt")
    script = folder / "npm" / "index.js"
    text = script.read_text("utf-8")
    for there, here in FONTS.items():
        if NETWORK + there not in text:
            raise LookupError(f"in Sveltia CMS non c'è più il carattere {there}")
        text = text.replace(NETWORK + there, f"sveltia/npm/assets/{here}")
    script.write_text(text, "utf-8")


def _modules() -> str:
    return json.dumps(MODULES)


def main() -> int:
    """Write the editor and say how it is to be served."""
    stated = pelicanconf.EDITOR
    shutil.rmtree(FOLDER, ignore_errors=True)
    try:
        bundle(FOLDER, stated)
    except (LookupError, OSError, tarfile.TarError) as error:
        print(f"L'editor non si è potuto preparare: {error}", file=sys.stderr)
        return 1
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file())
    print(f"L'editor è in {FOLDER}/ ({size / 1e6:.1f} MB). Mettilo a un indirizzo suo, in https.")
    if not stated["project"]:
        print("Manca dove stanno i file (EDITOR in pelicanconf.py): per ora l'editor apre solo")
        print("la cartella del progetto su questo computer. Come si fa: docs/editor.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
