# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make external-links`: tries every link to other sites and writes a report; it never fails.

Other people's sites come and go: staff must know, publication must not stop (R82). The exit
destinations are tried too (facts.md §8c).
"""

from __future__ import annotations

import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.checks.web_links import written_links
from plugins.content import Content, read_content
from plugins.languages import LANGUAGES

REPORT = "reports/external-links.txt"
TIMEOUT = 20  # seconds for one site to answer
AGENT = "mettiamo-le-ali link check"


def external_links(content: Content) -> dict[str, list[str]]:
    """Return every outside address with the places that name it, in order."""
    found: dict[str, list[str]] = {}
    for source in content.sources:
        for href, line, _ in written_links(source):
            if href.startswith(("http://", "https://")):
                found.setdefault(href, []).append(f"{source.path}:{line}")
    for language in LANGUAGES:
        for url in language.exits:
            found.setdefault(url, []).append("plugins/languages.py:1")
    return dict(sorted(found.items()))


def answer_of(url: str) -> str:
    """Return "200", another status, or why there was no answer."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310 (http only)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
            return str(response.status)
    except urllib.error.HTTPError as error:
        return str(error.code)
    except (OSError, ValueError) as error:
        return f"nessuna risposta ({error})"


def main() -> None:
    """Try all links, eight at a time, and write the report."""
    links = external_links(read_content(Path.cwd()))
    with ThreadPoolExecutor(8) as pool:
        answers = dict(zip(links, pool.map(answer_of, links), strict=True))
    dead = {url: answer for url, answer in answers.items() if answer != "200"}
    lines = [f"{len(links)} collegamenti provati, {len(dead)} da guardare.", ""]
    for url, answer in dead.items():
        lines += [f"{answer}  {url}", *(f"    {place}" for place in links[url]), ""]
    Path(REPORT).parent.mkdir(exist_ok=True)
    Path(REPORT).write_text("\n".join(lines), "utf-8")
    print(f"{lines[0]} Il resoconto è in {REPORT}")


if __name__ == "__main__":
    main()
