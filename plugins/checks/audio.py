# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on recordings: there, light enough for a poor line, and of the words that are shown (R66)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..audio import FOLDER, path_of, recording_of, text_code
from ..content import Content
from ..file_names import slug
from ..languages import ITALIAN, by_folder
from ..problem import WARNING, Fault, check, nearest

MOST_BITS = 26_600  # a second: 24 kbit/s of sound and its wrapping; 200 kB a minute


@check("AUDIO-01", "Una registrazione legge il testo di oggi", WARNING)
def old_recording(content: Content) -> Iterator[Fault]:
    """A voice that says what the page no longer says is worse than silence."""
    for page in content.pages.values():
        code = text_code(page)
        if page.fields.get("audio", code) != code and recording_of(content, page):
            yield Fault(
                page.path, page.lines["audio"], "Il testo è cambiato dopo la registrazione: la voce è nascosta.",
                f"Fai registrare di nuovo {path_of(page)}, poi scrivi: audio: {code}", "recording is behind the text",
            )  # fmt: skip


@check("AUDIO-02", "Chi scrive audio ha messo la registrazione, e chi la mette scrive audio")
def half_recording(content: Content) -> Iterator[Fault]:
    """A player without a file is a button that does nothing; a file of no page is never played."""
    strays = dict(_strays(content))
    for path, meant in strays.items():
        how = (
            "Forse volevi:"
            if path.lower().endswith(".opus")
            else "Salva la voce in Opus, con il nome"
        )
        yield Fault(
            path, 1, "Nessuna pagina ha una registrazione con questo nome.",
            f"{how} {meant}" if meant else "Dalle il nome della sua pagina, come content/audio/it/aiuto.opus",
            "recording of no page",
        )  # fmt: skip
    for page in content.pages.values():
        there, said = path_of(page) in content.paths, "audio" in page.fields
        if said and not there and path_of(page) not in strays.values():
            yield Fault(
                page.path, page.lines["audio"], f"Manca la registrazione {path_of(page)}.",
                "Metti il file, oppure togli la riga audio.", "audio without a file",
            )  # fmt: skip
        if there and not said:
            yield Fault(
                page.path, 1, f"C'è la registrazione {path_of(page)}, ma la pagina non dice audio.",
                f"Se la voce legge il testo di oggi, scrivi: audio: {text_code(page)}", "recording without audio",
            )  # fmt: skip


def _strays(content: Content) -> Iterator[tuple[str, str]]:
    """Yield every recording that no page can play, and the path it should have, "" for none."""
    texts = (path for path in content.paths if path.startswith("content/pages/"))
    right = {path.replace("/pages/", "/audio/").replace(".md", ".opus") for path in texts}
    for path in sorted(path for path in content.paths - right if path.startswith(f"{FOLDER}/")):
        language = by_folder(PurePosixPath(path).parent.name) or ITALIAN
        names = [page_id for page_id, tag in content.pages if tag == language.tag]
        guess = nearest(slug(PurePosixPath(path).stem), names)
        yield path, f"{FOLDER}/{language.folder}/{guess}.opus" if guess else ""


@check("AUDIO-03", "Una registrazione è Opus, a un canale, al più 24 kbit al secondo")
def heavy_recording(content: Content) -> Iterator[Fault]:
    """Data costs money: a minute must not weigh more than 200 kB."""
    for page in content.pages.values():
        found = recording_of(content, page)
        if found and (found.channels != 1 or found.bits_per_second > MOST_BITS):
            what = (
                f"ha {found.channels} canali e {found.bits_per_second / 1000:.0f} kbit al secondo"
                if found.channels
                else "non è un file Opus"
            )
            yield Fault(
                page.path, page.lines.get("audio", 1), f"La registrazione {path_of(page)} {what}: è troppo per una linea povera.",
                "Salva di nuovo la voce: opusenc --downmix-mono --bitrate 20 voce.wav voce.opus",
                "recording is not light mono Opus",
            )  # fmt: skip


CHECKS = (old_recording, half_recording, heavy_recording)
