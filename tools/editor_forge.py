# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the editor reads and saves the files, and how people sign in, from EDITOR in pelicanconf.py.

No server of ours stands between: GitLab and Forgejo let a public application sign people in
(PKCE); GitHub does not, so there each person uses a token of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.problem import Stop

NOT_STATED = "nome/progetto"  # what stands for the project until the Comune names it
ADDRESSES = {
    "gitlab": "https://gitlab.com",
    "gitea": "https://codeberg.org",
    "github": "https://api.github.com",
}
API = {"gitlab": "/api/v4", "gitea": "/api/v1", "github": ""}
MESSAGES = {
    "create": "Aggiunge {{slug}} ({{collection}})",
    "update": "Modifica {{slug}} ({{collection}})",
    "delete": "Toglie {{slug}} ({{collection}})",
    "uploadMedia": "Aggiunge {{path}}",
    "deleteMedia": "Toglie {{path}}",
}


def address(stated: Mapping[str, str]) -> str:
    """Return the address that the editor asks for the files."""
    return (stated["address"] or ADDRESSES[forge(stated)]).rstrip("/")


def forge(stated: Mapping[str, str]) -> str:
    """Return the kind of forge; GitLab's until one is stated.

    Raises:
        Stop: it is none of those the editor knows.
    """
    name = stated["forge"] or "gitlab"
    if name in ADDRESSES:
        return name
    raise Stop(
        f"In pelicanconf.py, EDITOR dice «{name}».",
        "Scegli tra: gitlab, gitea (anche per Forgejo), github",
        "EDITOR['forge'] is none of gitlab, gitea, github",
    )


def backend(stated: Mapping[str, str]) -> dict[str, Any]:
    """Return the backend part of the configuration."""
    name, root = forge(stated), address(stated)
    if not re.fullmatch(r"https://[a-z0-9.-]+(?::\d+)?(?:/[\w.~/-]+)?", root):
        raise Stop(
            f"In pelicanconf.py, l'indirizzo di EDITOR è «{root}».",
            "Scrivilo per intero, per esempio https://git.comune.esempio.it",
            "EDITOR['address'] is not an https address",
        )
    common = {
        "name": name,
        "repo": stated["project"] or NOT_STATED,
        "api_root": f"{root}{API[name]}",
        "commit_messages": MESSAGES,
    }
    if stated["branch"]:
        common["branch"] = stated["branch"]
    if name == "github" or not stated["application"]:
        return {**common, "auth_methods": ["token"]}
    signing = {"base_url": root, "app_id": stated["application"]}
    return {**common, **signing, **({"auth_type": "pkce"} if name == "gitlab" else {})}
