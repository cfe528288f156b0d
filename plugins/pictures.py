# SPDX-License-Identifier: AGPL-3.0-or-later
"""A photograph as a telephone made it becomes the small one the site shows (design.md §3.1).

What comes out stands upright, is at most 800 points wide and 60 kB, is a JPEG that every phone
opens, and carries no metadata: not the place, not the day, not the owner of the camera. The same
photograph gives the same bytes.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, ImageCms, ImageOps

from .values import ValueFault

FOLDER = "content/images"
WIDEST = 800  # points
HEAVIEST = 60_000  # bytes, as published
LARGEST = 12_000_000  # bytes, as taken: more would stay in the project's history for ever
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITIES = (82, 74, 66, 58, 50, 42)
SMALLER = 0.8  # what is left of the width where no quality is small enough
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


@dataclass(frozen=True)
class Picture:
    """A picture as published: its file's name, its size in points, its bytes."""

    name: str
    width: int
    height: int
    data: bytes


def image_path(written: str) -> str:
    """Return the file that `image:` names, with or without its folder; "" for another site's."""
    return "" if "//" in written else f"{FOLDER}/{PurePosixPath(written).name}"


def shrink(path: str, data: bytes) -> Picture:
    """Return the picture in the file at `path` as the site shows it.

    Raises:
        ValueFault: it cannot be shown, and why.
    """
    if len(data) > LARGEST:
        raise ValueFault(
            f"pesa {len(data) / 1e6:.0f} MB.",
            f"Riducila prima di caricarla: al massimo {LARGEST // 10**6} MB.", "picture larger than 12 MB",
        )  # fmt: skip
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise ValueFault(
            "è in formato HEIC, quello dell'iPhone.",
            "Salvala come JPEG: sul Mac con Anteprima (File, Esporta), sull'iPhone mandandola per posta.",
            "HEIC picture",
        )  # fmt: skip
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            image = _upright(data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ValueFault(
            "ha troppi punti.", "Riducila prima di caricarla: bastano 1600 punti di larghezza.",
            "picture of too many points",
        ) from error  # fmt: skip
    except (OSError, SyntaxError, ValueError, Warning) as error:
        raise ValueFault(
            "non si apre come JPEG, PNG o WebP.",
            "Caricala di nuovo dall'originale, salvata come JPEG.", "unreadable picture",
        ) from error  # fmt: skip
    return _light(f"{PurePosixPath(path).stem}.jpg", image)


def _upright(data: bytes) -> Image.Image:
    """Return the picture turned as it was taken, in plain colours on white, not too wide."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        opened.draft("RGB", (2 * WIDEST, 2 * WIDEST))  # a JPEG need not be unpacked whole
        profile = opened.info.get("icc_profile")
        image = ImageOps.exif_transpose(opened)
        if image.mode in ("RGBA", "LA", "P", "PA"):
            image = image.convert("RGBA")
            ground = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(ground, image)
        image = image.convert("RGB")
    if profile:
        image = _plain_colours(image, profile)
    image.thumbnail((WIDEST, 2 * WIDEST), Image.Resampling.LANCZOS)
    return image


def _plain_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture in the colours of the web: an iPhone's are its own."""
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError):  # a profile that says nothing: the colours as they are
        return image


def _light(name: str, image: Image.Image) -> Picture:
    """Return the picture in the best quality, and then the largest size, that is light enough."""
    while True:
        for quality in QUALITIES:
            file = io.BytesIO()
            clean = Image.frombytes("RGB", image.size, image.tobytes())  # points, and nothing else
            clean.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
            if file.tell() <= HEAVIEST:
                return Picture(name, *image.size, file.getvalue())
        smaller = (max(1, int(image.width * SMALLER)), max(1, int(image.height * SMALLER)))
        image = image.resize(smaller, Image.Resampling.LANCZOS)
