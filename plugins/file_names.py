# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file's path says (kind, language, id), and what people do to file names (R94)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from pathlib import PurePosixPath

from .languages import ITALIAN, LANGUAGES, Language, by_folder
from .problem import Problem, Rule, nearest
from .schema import SLUG, kind_of
from .values import meant_date

FILE_NAME = Rule(
    "FILE-07", "Il nome del file ha solo minuscole, cifre e trattini, e finisce in .md"
)
FOLDER = Rule("FILE-08", "Ogni file sta in una cartella che il sito conosce")
DOCUMENT = Rule("FILE-11", "Tra i testi ci sono solo file di testo .md")
COPY = Rule("FILE-12", "Di ogni file c'è una copia sola")
LANGUAGE_FOLDER = Rule("LINGUA-01", "La cartella di lingua è tra quelle del sito")
NEWS_LANGUAGE = Rule("LINGUA-02", "Le notizie sono in italiano e in inglese")

RULES = (FILE_NAME, FOLDER, DOCUMENT, COPY, LANGUAGE_FOLDER, NEWS_LANGUAGE)

KIND_OF_FOLDER = {"pages": "page", "contacts": "contact", "news": "news"}
NEWS_TAGS = ("it", "en")  # design.md §3.2
RESERVED = ("404", "news", "images", "feed")  # addresses of the site itself
TEXTS = (".md", ".txt", ".markdown", "")  # a text, whatever the editor called it
LEFTOVERS = (
    ".db", ".ini", ".bak", ".tmp", ".lnk", ".orig", ".rej", ".swp", ".crdownload", ".part", ".download",
)  # fmt: skip
DOCUMENTS = (".pages", ".numbers", ".keynote")  # names longer than those of Office
ELSEWHERE = {  # what else people put among the texts, and where it goes
    "content/images/ e mostralo in una notizia": (
        ".jpg",
        ".jpeg",
        ".png",
        ".webp",
        ".heic",
        ".gif",
    ),
    "content/audio/, nella cartella della sua lingua": (".opus", ".ogg", ".mp3", ".m4a", ".wav"),
}
_DAY = re.compile(r"(?P<day>\d+-\d+-\d+)(?:-(?P<words>.+))?")
# "aiuto - Copia", "aiuto (1)", "Copia di aiuto", "aiuto copy 2", "aiuto.md" twice.
_COPY = re.compile(
    r"(?:cop(?:ia|y) (?:di|of) (?P<after>.+)|(?P<before>.+?)(?: ?- ?| )?(?:\(\d+\)|cop(?:ia|y)(?: ?\(?\d+\)?)?))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """What a file's path says: kind ("page", "contact", "news"), language and id."""

    kind: str
    language: Language
    id: str

    @property
    def original(self) -> bool:
        """Whether it holds the facts: the Italian file, or any news item."""
        return self.language == ITALIAN or self.kind == "news"


def place_of(path: str, beside: Container[str] = ()) -> Place | Problem:
    """Return what `path` ("content/pages/it/aiuto.md") says, or the problem with it.

    `beside` are the names of the files in its folder: no cure gives the name of another.
    """
    parts = PurePosixPath(path).parts
    kind = KIND_OF_FOLDER.get(parts[1]) if len(parts) == 4 else None
    if not kind:
        folder = parts[1] if parts[1] in KIND_OF_FOLDER else "pages"
        return FOLDER.broken(
            path, 1, "Questo file non sta in una cartella che il sito conosce.",
            f"Spostalo, per esempio, in content/{folder}/it/", "file outside the known folders",
        )  # fmt: skip
    language = by_folder(parts[2])
    if language is None:
        return _unknown_language(path, parts[1], parts[2])
    if kind == "news" and language.tag not in NEWS_TAGS:
        return NEWS_LANGUAGE.broken(
            path, 1, f"Le notizie non si pubblicano in «{parts[2]}».",
            "Sposta il file in content/news/it/ o in content/news/en/", "news language not served",
        )  # fmt: skip
    return _named(path, kind, language, beside)


def other_folder(place: Place, path: str, header: str) -> Problem | None:
    """Return the problem of a file whose keys are all those of another kind: one for all its keys."""
    keys = set(re.findall(r"^([a-z_]+):", header, re.MULTILINE))
    kind = kind_of(keys, place.kind, place.language == ITALIAN)
    folders = {kind: folder for folder, kind in KIND_OF_FOLDER.items()}
    return None if kind == place.kind else FOLDER.broken(
        path, 1, f"Questo file ha le chiavi di quelli in content/{folders[kind]}, e sta in content/{folders[place.kind]}.",
        f"Spostalo in content/{folders[kind]}/{place.language.folder}/", f"keys of a {kind}",
    )  # fmt: skip


def _unknown_language(path: str, folder: str, name: str) -> Problem:
    guess = nearest(name.lower(), [language.folder for language in LANGUAGES])
    return LANGUAGE_FOLDER.broken(
        path, 1, f"La cartella «{name}» non è una lingua del sito.",
        f"Sposta il file in content/{folder}/{guess}/" if guess
        else "Togli il file, oppure chiedi a chi cura il programma di aggiungere la lingua.",
        f'unknown language folder "{name}"',
    )  # fmt: skip


def _named(path: str, kind: str, language: Language, beside: Container[str]) -> Place | Problem:
    name = PurePosixPath(path).name
    taken = kind == "page" and (name[:-3] in RESERVED or by_folder(name[:-3]))
    sound = SLUG.fullmatch(name[:-3]) and (kind != "news" or _dated(name[:-3]) == name[:-3])
    if name.endswith(".md") and sound and not taken:
        return Place(kind, language, name[:-3])
    stem = stem_of(name)
    words = f"pagina-{slug(stem)}" if taken else slug(stem)
    dayless = kind == "news" and SLUG.fullmatch(stem)
    what = (
        "non comincia con un giorno che esiste, come 2026-11-22"
        if dayless
        else "non è adatto a un indirizzo"
    )
    right = f"{_dated(words) if kind == 'news' else words}.md"
    return _no_text(path, name, right) or _second(path, stem, right, beside) or FILE_NAME.broken(
        path, 1, f"Il nome «{name}» {what}.",
        f"Rinomina il file, per esempio: {right}", "file name is not a slug ending in .md",
    )  # fmt: skip


def _dated(words: str) -> str:
    """Return the name of a news item: its day, if the words say one, and what it tells."""
    found = _DAY.fullmatch(words)
    day = found and meant_date(found["day"])
    return f"{day or '2026-11-22'}-{(found['words'] if found else words) or 'titolo'}"


def stem_of(name: str) -> str:
    """Return a file's name without what editors put after it: "aiuto" for "aiuto.md.txt"."""
    return re.sub(r"(?:\.(?:md|txt|markdown))+$", "", name.strip(), flags=re.IGNORECASE)


def slug(words: str) -> str:
    """Return words as a name for a file: «Scuola aperta!» becomes "scuola-aperta"."""
    plain = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", words.lower()))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "nome"


def _no_text(path: str, name: str, right: str) -> Problem | None:
    """Return a problem with a file that renaming would not make a text."""
    ending = PurePosixPath(name.strip()).suffix.lower()
    if name.startswith(("~$", "#")) or name.endswith("~") or ending in LEFTOVERS:
        return DOCUMENT.broken(
            path, 1, f"Il file «{name}» l'ha lasciato un altro programma.",
            "Cancella il file.", "leftover of an editor or of the system",
        )  # fmt: skip
    for place, endings in ELSEWHERE.items():
        if ending in endings:
            return DOCUMENT.broken(
                path, 1, f"Il file «{name}» non è un testo.", f"Sposta il file in {place}.", "a file of another kind"
            )  # fmt: skip
    if ending not in DOCUMENTS and (ending in TEXTS or len(ending) > 5 or ending[1:].isdigit()):
        return None
    right = f"{slug(PurePosixPath(name).stem)}.md"
    return not_a_text(path, f"Il file «{name}» è un documento, non un testo semplice.", right)


def not_a_text(path: str, what: str, right: str) -> Problem:
    """Return the problem of a document from a word processor, whatever its name."""
    return DOCUMENT.broken(
        path, 1, what,
        f"Copia il testo del documento in un file di testo semplice, salvalo come {right} e cancella questo.",
        "a document, not plain text",
    )  # fmt: skip


def _second(path: str, stem: str, right: str, beside: Container[str]) -> Problem | None:
    """Return a problem with a second copy of a file: renamed it would be one more page."""
    copy = _COPY.fullmatch(stem)
    first = f"{slug(copy['after'] or copy['before'])}.md" if copy else right
    if first not in beside:
        return None
    return COPY.broken(
        path, 1, f"Questo file sembra una copia di {first}.",
        f"Cancella quello che non serve; se è una pagina nuova, dalle un nome suo, diverso da {first}",
        "second copy of a file",
    )  # fmt: skip
