# SPDX-License-Identifier: AGPL-3.0-or-later
"""The public address of the site, from the environment: a public build refuses to guess it."""

from __future__ import annotations

import os
import re

from .problem import Stop


def site_url() -> str:
    """Return SITEURL from the environment, without its last slash.

    Raises:
        Stop: it is missing, or is not an https address of a public host.
    """
    stated = os.environ.get("SITEURL", "").rstrip("/")
    if re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:/[\w.~-]+)*", stated):
        return stated
    raise Stop(
        f"L'indirizzo pubblico del sito (SITEURL) è «{stated}»."
        if stated else "Manca l'indirizzo pubblico del sito (SITEURL).",
        "Scrivilo prima del comando: SITEURL=https://ali.comune.esempio.it make publish",
        "SITEURL must be the https address of the public site",
    )  # fmt: skip
