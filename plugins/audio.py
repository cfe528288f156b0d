# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page read aloud by a person: content/audio/<language>/<page>.opus (R66).

A recording cannot be read over by a machine, so the page says which words were recorded: `audio:`
carries the code of its own text. When the text moves on, the code no longer fits and the player hides.
"""

from __future__ import annotations

from dataclasses import dataclass

from .content import Content
from .fingerprint import code_of, paragraphs
from .source import Source

FOLDER = "content/audio"
SAMPLES = 48_000  # a second of Opus, whatever was recorded (RFC 7845, section 4)


@dataclass(frozen=True)
class Recording:
    """One Ogg Opus file.

    Attributes:
        address: where it lies on the site.
        size: bytes.
        channels: 1 is mono; 0 when the file is no Ogg Opus.
        seconds: how long it lasts; 0 when the file is no Ogg Opus.
    """

    address: str
    size: int
    channels: int
    seconds: float

    @property
    def kilobytes(self) -> int:
        """Its size as readers see it, rounded up."""
        return -(-self.size // 1000)

    @property
    def bits_per_second(self) -> float:
        """What a second of it costs, everything included."""
        return self.size * 8 / self.seconds if self.seconds else 0


def path_of(page: Source) -> str:
    """Return where the recording of a page lies."""
    return f"{FOLDER}/{page.place.language.folder}/{page.place.id}.opus"


def text_code(page: Source) -> str:
    """Return the code of what a page says in its own language."""
    return code_of([page.fields["title"], *paragraphs(page.body.html)])


def recording_of(content: Content, page: Source) -> Recording | None:
    """Return the recording of a page, current or not, None where there is none."""
    path = path_of(page)
    if path not in content.paths:
        return None
    data = (content.root / path).read_bytes()
    return Recording(path.removeprefix("content"), len(data), *_measures(data))


def current_recording(content: Content, page: Source) -> Recording | None:
    """Return the recording of what the page says now, None where there is none."""
    spoken = page.fields.get("audio") == text_code(page)
    return recording_of(content, page) if spoken else None


def _measures(data: bytes) -> tuple[int, float]:
    """Return (channels, seconds) of an Ogg Opus file, (0, 0) of anything else (RFC 3533, RFC 7845)."""
    head, last = data.find(b"OpusHead"), data.rfind(b"OggS")
    if not data.startswith(b"OggS") or head < 0 or len(data) < max(head + 12, last + 14):
        return 0, 0.0
    skipped = int.from_bytes(data[head + 10 : head + 12], "little")
    position = int.from_bytes(data[last + 6 : last + 14], "little")
    return data[head + 9], max(position - skipped, 0) / SAMPLES
