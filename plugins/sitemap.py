# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sitemap, with the alternates of each page, and robots.txt.

Built with an XML library from the same list of alternates as the menu and the head.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pelican import signals

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[Any]) -> bytes:
    """Return the sitemap of these pages (`canonical`, `alternates`, `x_default`, `unlisted`)."""
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    for page in sorted(pages, key=lambda item: item.canonical):
        if page.unlisted:
            continue
        url = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = page.canonical
        known = [(alternate.language.tag, alternate.url) for alternate in page.alternates]
        for tag, address in [*known, ("x-default", page.x_default)]:
            values = {"rel": "alternate", "hreflang": tag, "href": address}
            ElementTree.SubElement(url, f"{{{XHTML}}}link", values)
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def write_sitemap(generator: Any, writer: Any) -> None:
    """Write sitemap.xml and robots.txt; a preview asks search engines to stay away."""
    output, context = Path(writer.output_path), generator.context
    (output / "sitemap.xml").write_bytes(sitemap(context["ALL_PAGES"]))
    allowed = "Disallow: /" if context["PREVIEW"] else "Disallow:"
    robots = f"User-agent: *\n{allowed}\nSitemap: {context['SITEURL']}/sitemap.xml\n"
    (output / "robots.txt").write_text(robots, "utf-8")


def register() -> None:
    """Connect to `page_writer_finalized`."""
    signals.page_writer_finalized.connect(write_sitemap)
