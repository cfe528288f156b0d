# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person at the editor: opens a file, writes in its fields, saves, and what changed on the disk.

The folder that the editor asks for is the browser's own private one, filled with files of ours.
"""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

from playwright.sync_api import Locator, Page

_PICKER = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(FILES)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
  await root.getDirectoryHandle(".git", { create: true });
  return root;
};
"""
_READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


class Desk:
    """The editor, open on a folder with some files.

    Attributes:
        page: the browser's page.
        files: the files as they were at the last look.
    """

    def __init__(self, page: Page, url: str, files: dict[str, str]) -> None:
        self.page, self._url, self.files = page, url, files
        page.add_init_script(_PICKER.replace("FILES", json.dumps(files)))
        page.goto(url)
        page.get_by_role("button", name="Lavora con Repository Locale").click()
        page.get_by_text("Pagine").first.wait_for()

    def open(self, place: str) -> None:
        """Open "pages/entries/aiuto" or "pages/new"."""
        self.page.goto(f"{self._url}#/collections/{place}")
        self.page.get_by_role("button", name="Salva", exact=True).wait_for()
        self.field("title").wait_for()

    def turn_to(self, language: str) -> None:
        """Show a language in the second pane."""
        self.page.get_by_role("combobox", name=re.compile("[Ll]ingua|[Ll]ocal")).last.click()
        self.page.get_by_role("option", name=language).click()

    def field(self, key: str, language: str = "it") -> Locator:
        """Return where a key is written; the editor draws a field when it comes into view."""
        pane = self.page.locator(f'[data-locale="{language}"]')
        section = pane.locator(f'section[data-key-path="{key.split(".", maxsplit=1)[0]}"]').first
        section.scroll_into_view_if_needed()
        own = section.locator(f'section[data-key-path="{key}"]') if "." in key else section
        return own.locator("input, textarea").first

    def save(self) -> None:
        """Save, and wait for the list of files."""
        self.page.get_by_role("button", name="Salva", exact=True).click()
        self.page.wait_for_url(re.compile(r"#/collections/\w+$"))

    def changes(self) -> dict[str, list[str]]:
        """Return what each changed file lost ("-…") and got ("+…") since the last look."""
        before, self.files = self.files, self.page.evaluate(_READ)
        found = {}
        for path in sorted(before.keys() | self.files.keys()):
            old, new = before.get(path, "").split("\n"), self.files.get(path, "").split("\n")
            if old != new:
                lines = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
                found[path] = [line for line in lines if not line.startswith("@@")]
        return found

    def rewritten(self, text: str, **values: object) -> str:
        """Return what the editor makes of a file when some of its values change."""
        return self.page.evaluate(
            """async ([text, values]) => {
              const { format } = await import("./format.js");
              const { LISTS } = await import("./lists.js");
              const { fromFile, toFile } = format(LISTS);
              return toFile({ ...fromFile(text.trim()), ...values });
            }""",
            [text, values],
        )


def reader_of(folder: Path, desk: Desk, path: str) -> Path:
    """Write a file of the desk into `folder` as the site's reader wants it; return the folder."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(desk.files[path], "utf-8")
    return folder
