# SPDX-License-Identifier: AGPL-3.0-or-later
"""The style of every page, inlined, and the policy that lets exactly it through (R53).

Leaves in `pelican.settings`: `style` (the joined CSS) and `csp` (the policy of the meta tag,
which leaves out the directives that only a header may carry).
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

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


def hash_source(text: str) -> str:
    """Return the CSP source expression that allows exactly `text` inline."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(style: str) -> str:
    """Return the content security policy of a page with this inline style."""
    return (
        f"default-src 'none'; style-src {hash_source(style)}; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )


def load_style(pelican: Any) -> None:
    """Join the theme's style once for all pages."""
    style = join_styles(Path(pelican.settings["THEME"]) / "static" / "css")
    pelican.settings["style"] = Markup(style)  # our own files: nothing to escape in <style>
    pelican.settings["csp"] = policy(style)


def register() -> None:
    """Connect to `initialized`."""
    signals.initialized.connect(load_style)
