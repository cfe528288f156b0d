# SPDX-License-Identifier: AGPL-3.0-or-later
"""A recorded voice is light, and is heard only while it says what the page says (R66)."""

from __future__ import annotations

import pytest

from plugins.audio import current_recording, recording_of, text_code
from plugins.checks import audio
from tests.unit.folders import PROVA, content_of, page, translation
from tests.unit.recordings import opus

OWN_NAME = "Dalle il nome della sua pagina, come content/audio/it/aiuto.opus"
VOICE = "content/audio/it/prova.opus"


def recorded(folder, data: bytes | None, code: str | None = "", body: str = "Testo breve."):
    """Return a folder with a page, its recording and its `audio`; an empty code is the right one."""
    own = text_code(content_of(folder, {PROVA: page()}).pages["prova", "it"])
    files = {PROVA: page(body, audio=code if code != "" else own)}
    content_of(folder, files)
    if data is not None:
        (folder / VOICE).parent.mkdir(parents=True, exist_ok=True)
        (folder / VOICE).write_bytes(data)
    return content_of(folder, files)


def codes(content) -> list[str]:
    """Return the code of every problem of recordings."""
    return [problem.code for check in audio.CHECKS for problem in check(content)]


def test_a_light_recording_of_todays_text_is_heard(tmp_path):
    """One channel, 20 kbit a second, the right code: no problem, and its size is known (R66)."""
    content = recorded(tmp_path, opus(seconds=60, size=150_001))
    found = current_recording(content, content.pages["prova", "it"])

    assert ("/audio/it/prova.opus", 151, 60.0) == (found.address, found.kilobytes, found.seconds)
    assert [] == codes(content)


def test_a_text_that_moved_on_hides_the_voice(tmp_path):
    """When the page changes, the old voice is hidden and staff are told the new code (R66)."""
    content = recorded(tmp_path, opus(60, 150_000), body="Testo nuovo.")
    (problem,) = audio.old_recording(content)
    italian = content.pages["prova", "it"]

    assert None is current_recording(content, italian)
    assert (6, "AVVISO") == (problem.line, problem.severity)
    assert problem.how.endswith(f"audio: {text_code(italian)}")


@pytest.mark.parametrize(
    ("data", "code", "expected"),
    [
        (None, "", ["AUDIO-02"]),
        (opus(60, 150_000), None, ["AUDIO-02"]),
        (opus(60, 150_000, channels=2), "", ["AUDIO-03"]),
        (opus(60, 201_000), "", ["AUDIO-03"]),
        (b"ID3 an MP3 file", "", ["AUDIO-03"]),
        (b"OggS and nothing else", "", ["AUDIO-03"]),
        (b"", "", ["AUDIO-03"]),
    ],
)
def test_a_recording_that_is_missing_or_heavy_is_told(tmp_path, data, code, expected):
    """No file, no key, two channels, more than 200 kB a minute, another format: told (R66)."""
    assert expected == codes(recorded(tmp_path, data, code))


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (opus(60, 201_000), 6, "ha 1 canali e 27 kbit al secondo"),
        (opus(60, 7_500_000, channels=2), 6, "ha 2 canali e 1000 kbit al secondo"),
        (b"ID3 an MP3 file", 6, "non è un file Opus"),
    ],
)
def test_a_heavy_recording_is_told_with_its_weight(tmp_path, data, line, what):
    """Staff read what the file is, beside the line that names it (R66)."""
    (problem,) = audio.heavy_recording(recorded(tmp_path, data))
    whole = f"La registrazione {VOICE} {what}: è troppo per una linea povera."

    assert (PROVA, line, whole) == (problem.path, problem.line, problem.what)


def test_a_recording_that_nobody_names_is_told_at_the_first_line(tmp_path):
    """Without the key there is no better line than the first (R66)."""
    content = recorded(tmp_path, opus(60, 201_000), None)

    assert [(PROVA, 1), (PROVA, 1)] == [
        (problem.path, problem.line)
        for check in (audio.half_recording, audio.heavy_recording)
        for problem in check(content)
    ]


@pytest.mark.parametrize(("size", "heavy"), [(26_600, 0), (26_601, 1)])
def test_two_hundred_kilobytes_a_minute_are_the_bound(tmp_path, size, heavy):
    """26,600 bits a second, here for 8 seconds, pass; one more is told (R66)."""
    assert heavy == len(codes(recorded(tmp_path, opus(8, size))))


def test_a_missing_recording_is_not_called_old_too(tmp_path):
    """One cause, one message: what is not there cannot be behind the text (R66)."""
    assert ["AUDIO-02"] == codes(recorded(tmp_path, None, "0000-0000"))


def test_no_recording_is_fine(tmp_path):
    """Most pages have none: nothing is read aloud by a machine instead (R66)."""
    content = content_of(tmp_path, {PROVA: page()})

    assert (None, []) == (recording_of(content, content.pages["prova", "it"]), codes(content))


def strays(folder, *names: str, said: bool = False) -> list[tuple[str, str]]:
    """Return path and cure of all that is told of recordings with these names; the page may say audio."""
    code = text_code(content_of(folder, {PROVA: page()}).pages["prova", "it"])
    texts = {PROVA: page(audio=code if said else None), "content/pages/en/school.md": translation()}
    voices = {f"content/audio/{name}": opus(60, 150_000) for name in names}
    content = content_of(folder, {**texts, **voices})
    assert {1} == {problem.line for problem in audio.half_recording(content)}
    return [(problem.path, problem.how) for problem in audio.half_recording(content)]


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("it/Prova.opus", f"Forse volevi: {VOICE}"),
        ("it/prova.OPUS", f"Forse volevi: {VOICE}"),
        ("it/prove.opus", f"Forse volevi: {VOICE}"),
        ("prova.opus", f"Forse volevi: {VOICE}"),
        ("de/prova.opus", f"Forse volevi: {VOICE}"),
        ("en.opus", OWN_NAME),
        ("en/School.opus", "Forse volevi: content/audio/en/school.opus"),
        ("en/prova.opus", OWN_NAME),
        ("it/prova.mp3", f"Salva la voce in Opus, con il nome {VOICE}"),
        ("it/zzzzzzzzzzzzzzzzzzzzzzzzzzz.opus", OWN_NAME),
    ],
)
def test_a_recording_of_no_page_is_told(tmp_path, name, cure):
    """It would be published and never heard (R66)."""
    assert [(f"content/audio/{name}", cure)] == strays(tmp_path, name)


def test_a_misnamed_recording_is_one_message(tmp_path):
    """Where the page says audio, the file that bears another name is not missing too."""
    assert ["content/audio/it/Prova.opus"] == [
        path for path, _ in strays(tmp_path, "it/Prova.opus", said=True)
    ]


def test_recordings_come_in_order_and_a_right_one_is_no_stray(tmp_path):
    """Each file that nobody can hear is told, and no other."""
    told = strays(tmp_path, "it/prova.opus", "it/b.opus", "it/a.opus", said=True)

    assert ["content/audio/it/a.opus", "content/audio/it/b.opus"] == [path for path, _ in told]
