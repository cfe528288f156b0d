# SPDX-License-Identifier: AGPL-3.0-or-later
"""The style and the script of every page, inlined, and the policy that lets exactly them through (R53).

Leaves in `pelican.settings`: `style` (the joined CSS), `script` (the joined JavaScript) and `csp`
(the policy of the meta tag, which leaves out the directives that only a header may carry).
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import rjsmin
from markupsafe import Markup
from pelican import signals

ORDER = ("tokens.css", "base.css", "compositions.css", "components/*.css", "utilities.css", "print.css")  # fmt: skip


def join_styles(folder: Path) -> str:
    """Return the files of `folder` in their one order, without comments and idle spaces."""
    files = [file for pattern in ORDER for file in sorted(folder.glob(pattern))]
    css = "\n".join(file.read_text("utf-8") for file in files)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,>])\s*|(?<=:) ", r"\1", css).replace(";}", "}").strip()


def join_scripts(folder: Path) -> str:
    """Return the files of `folder`, by name, without comments and idle spaces (R50)."""
    return "".join(rjsmin.jsmin(file.read_text("utf-8")) for file in sorted(folder.glob("*.js")))


def hash_source(text: str) -> str:
    """Return the CSP source expression that allows exactly `text` inline."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(style: str, script: str) -> str:
    """Return the content security policy of a page with this inline style and script.

    Our script connects to nothing; 'self' lets a tool that judges the page read robots.txt through it.
    """
    return (
        f"default-src 'none'; style-src {hash_source(style)}; script-src {hash_source(script)}; "
        "img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def load_parts(pelican: Any) -> None:
    """Join the theme's style and script once for all pages."""
    static = Path(pelican.settings["THEME"]) / "static"
    style, script = join_styles(static / "css"), join_scripts(static / "js")
    pelican.settings |= {  # our own files: nothing to escape in <style> and <script>
        "style": Markup(style), "script": Markup(script), "csp": policy(style, script),
    }  # fmt: skip


def register() -> None:
    """Connect to `initialized`."""
    signals.initialized.connect(load_parts)
