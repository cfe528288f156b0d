# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ogg Opus files of any length and weight, with silence of zeros inside: nobody listens in a test."""

from __future__ import annotations

PRESKIP = 312


def opus(seconds: float, size: int, channels: int = 1) -> bytes:
    """Return an Ogg Opus file of this length, weight and number of channels (RFC 3533, RFC 7845)."""
    head = b"OpusHead\x01" + bytes([channels]) + PRESKIP.to_bytes(2, "little") + bytes(7)
    last = _page(round(seconds * 48_000) + PRESKIP, b"")
    sound = bytes(size - len(_page(0, head)) - len(last))
    return _page(0, head) + sound + last


def _page(position: int, body: bytes) -> bytes:
    place = position.to_bytes(8, "little")
    return b"OggS\x00\x00" + place + bytes(12) + b"\x01" + bytes([len(body)]) + body
