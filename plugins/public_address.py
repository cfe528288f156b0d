# SPDX-License-Identifier: AGPL-3.0-or-later
"""The public address of the site, from the environment: a public build refuses to guess it."""

from __future__ import annotations

import os
import re

from .problem import Stop

EXAMPLE = "ali.comune.esempio.it"  # of the guide and of the message below
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
_ADDRESS = re.compile(
    rf"(?P<host>https://{_HOST}(?::\d+)?)(?P<folder>(?:/(?!\.)[\w.~-]+)*)(?<!\.html)", re.IGNORECASE
)


def site_url() -> str:
    """Return SITEURL from the environment: its host in small letters, without its last slash.

    Raises:
        Stop: it is missing, or is not an https address of a public host.
    """
    stated = os.environ.get("SITEURL", "").strip().rstrip("/")
    found = _ADDRESS.fullmatch(stated)
    if found and EXAMPLE not in found["host"].lower():
        return found["host"].lower() + found["folder"]
    how, english = (
        "Scrivilo prima del comando",
        "SITEURL must be the https address of the public site",
    )
    if found:
        what = f"L'indirizzo pubblico del sito (SITEURL) è quello dell'esempio, «{stated}»."
        raise Stop(what, f"{how}: SITEURL= e l'indirizzo vero del sito.", english)
    raise Stop(
        f"L'indirizzo pubblico del sito (SITEURL) è «{stated}»."
        if stated else "Manca l'indirizzo pubblico del sito (SITEURL).",
        f"{how}: SITEURL=https://{EXAMPLE} make publish", english,
    )  # fmt: skip
