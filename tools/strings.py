# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make strings`: collects the interface's words into messages.pot and updates every catalogue.

Babel's Python API, because its commands refuse a folder that is not a locale (it-simple).
"""

from __future__ import annotations

import datetime
import io
import tomllib
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from plugins.languages import ITALIAN, LANGUAGES
from plugins.words import TEMPLATE, catalogue_path

HEADER = """# Words of the interface of "Mettiamo le ali".
# SPDX-License-Identifier: AGPL-3.0-or-later
# The message ids are the Italian words."""
_LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)  # no dates in git: same bytes


def collect(root: Path) -> Catalog:
    """Return every message of the templates and plugins under `root`, in order of file."""
    babel = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]
    mappings = [(mapping["pattern"], mapping["method"]) for mapping in babel["mappings"]]
    options = babel["extract_messages"]
    catalogue = _empty()
    found = extract_from_dir(
        root, mappings, {pattern: {"newstyle_gettext": "true", "trimmed": "true"} for pattern, _ in mappings},
        keywords={"N_": None, "_": None, "gettext": None}, comment_tags=options["add_comments"],
        directory_filter=lambda folder: Path(folder).name in ("theme", "templates", "partials", "macros", "plugins", "checks"),
        strip_comment_tags=True,
    )  # fmt: skip
    for file, _, message, comments, context in sorted(found, key=lambda item: item[:2]):
        catalogue.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


def _empty(locale: Locale | None = None) -> Catalog:
    return Catalog(
        locale=locale, project="Mettiamo le ali", version="1", header_comment=HEADER,
        msgid_bugs_address="", copyright_holder="Comune di Crema", fuzzy=False,
        creation_date=_LONG_AGO, revision_date=_LONG_AGO,
    )  # fmt: skip


def po(catalogue: Catalog) -> bytes:
    """Return a catalogue as a .po file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, include_lineno=False, ignore_obsolete=True,
             omit_header=False)  # fmt: skip
    return buffer.getvalue()


def updated(existing: Catalog | None, template: Catalog, locale: Locale) -> Catalog:
    """Return `template` with the translations of `existing`: nothing is guessed."""
    catalogue = _empty(locale)
    for message in template:
        if not message.id:
            continue
        known = existing.get(message.id) if existing else None
        entry = catalogue.add(
            message.id, known.string if known else "", locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
        )  # fmt: skip
        if known and known.fuzzy:
            entry.flags.add("fuzzy")
    return catalogue


def main() -> None:
    """Write messages.pot and every language's catalogue."""
    root = Path.cwd()
    template = collect(root)
    (root / TEMPLATE).write_bytes(po(template))
    for language in LANGUAGES:
        if language == ITALIAN:
            continue
        path = root / catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        existing = read_po(path.open("rb"), locale=language.locale) if path.exists() else None
        path.write_bytes(po(updated(existing, template, language.locale)))
    print(f"{len(template)} parole in {TEMPLATE} e nei cataloghi delle lingue.")


if __name__ == "__main__":
    main()
