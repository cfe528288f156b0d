# SPDX-License-Identifier: AGPL-3.0-or-later
"""What `make serve` adds to a page as it goes out: the reload, the report, the way to its file.

The style and the one line of script stand before the page's own policy, which forbids both after it.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

EVENTS = "/_reload"
RELOAD = f'<script>new EventSource("{EVENTS}").onmessage=function(){{location.reload()}}</script>'
STYLE = (
    "<style>#preview-report,#preview-file{margin:0;padding:1rem;font:1rem/1.5 system-ui,sans-serif;"
    "background:#fff7e0;color:#17324d}"
    "#preview-report{position:sticky;inset-block-start:4rem;z-index:1;max-block-size:55vh;overflow:auto;"
    "white-space:pre-wrap;border-block-end:4px solid #b35900}"
    "#preview-file{font-size:.9rem;background:#eef3f8}#preview-file a{color:#004d99}</style>"
)


def dressed(html: str, path: str, edit_url: str, told: str) -> str:
    """Return a page with what the preview adds to it.

    Args:
        html: the page as it is published.
        path: the file it is written in, "" when no file is.
        edit_url: where the forge edits a file, `{path}` standing for the file; "" when unknown.
        told: the report of what is wrong, "" when nothing is.
    """
    html = html.replace("<head>", f"<head>{RELOAD}{STYLE}", 1)
    if told:
        box = f'<pre id="preview-report" role="alert" tabindex="0" lang="it" dir="ltr">{escape(told)}</pre>'
        html = re.sub(r"<main\b[^>]*>", lambda main: main[0] + box, html, count=1)
    if path:
        html = html.replace("</main>", f"{_file(path, edit_url)}</main>", 1)
    return html


def _file(path: str, edit_url: str) -> str:
    words = f"Questa pagina è scritta in {escape(path)}"
    if edit_url:
        href = escape(edit_url.replace("{path}", quote(path)))
        words += f' – <a href="{href}">Modifica questa pagina</a>'
    return f'<p id="preview-file" lang="it" dir="ltr">{words}</p>'
