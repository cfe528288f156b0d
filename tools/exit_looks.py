# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left of a page to see, to read and to hear."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from .visitor import Visitor

LOOK = """(() => {
  const shown = [document.documentElement, document.body].every(e => e.getClientRects().length);
  const icon = document.querySelector('link[rel~="icon"]');
  return {title: document.title, icon: icon ? icon.href : "",
          text: shown ? document.body.innerText.trim() : ""};
})()"""


@dataclass(frozen=True)
class Look:
    """What a page holds: title, address of its icon, words, what assistive technology meets."""

    title: str
    icon: str
    text: str
    spoken: list[str]


def look(visitor: Visitor) -> Look:
    """Look at a page: its words first."""
    return Look(**visitor.run(LOOK), spoken=visitor.spoken())


def inked(picture: bytes) -> float:
    """Return the share of a picture that has another colour than most of it."""
    with Image.open(io.BytesIO(picture)) as image:
        size = image.width * image.height
        colours = image.convert("RGB").getcolors(size) or [(0, None)]
    return 1 - max(count for count, _ in colours) / size
