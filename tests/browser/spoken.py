# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a screen reader is given: the browser's own accessibility tree, as an outline to be read."""

from __future__ import annotations

from typing import Any, NamedTuple

from playwright.sync_api import Page

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "complementary", "region", "search")
TOLD = (*LANDMARKS, "heading", "link")


class Line(NamedTuple):
    """One thing that is told.

    Attributes:
        role: what it is: a landmark, a heading with its level ("heading 2"), a link.
        name: what it is called.
    """

    role: str
    name: str


def outline(page: Page) -> list[Line]:
    """Return the landmarks, headings and links of a page in the order they are read."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    found: list[Line] = []

    def read(node: dict[str, Any]) -> None:
        role = node.get("role", {}).get("value")
        if not node["ignored"] and role in TOLD:
            levels = [p["value"]["value"] for p in node["properties"] if p["name"] == "level"]
            name = " ".join(node["name"]["value"].split())
            found.append(Line(" ".join(map(str, [role, *levels])), name))
        for child in node.get("childIds", []):
            read(nodes[child])

    read(next(iter(nodes.values())))
    return found
