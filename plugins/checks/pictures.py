# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks on pictures: in news only, there, with words for whoever does not see them, and usable."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..file_names import slug
from ..picture_names import Shown, shown_pictures
from ..pictures import FOLDER
from ..problem import Fault, check, nearest
from ..source import Source
from ..values import ValueFault


@check(
    "IMMAGINE-01", "Le immagini stanno nelle notizie e in content/images, con un testo alternativo"
)
def image_without_words(content: Content) -> Iterator[Fault]:
    """Who does not see a picture must get its words; help pages carry no pictures at all."""
    for source in content.sources:
        for shown in shown_pictures(source):
            if shown.written.startswith("data:"):
                continue  # HTML-01 says so
            if source.place.kind != "news":
                yield Fault(
                    source.path, shown.line, f"Qui c'è l'immagine «{shown.written}».",
                    "Togli l'immagine: si mettono solo nelle notizie.", "image outside news",
                )  # fmt: skip
            elif not shown.words.strip():
                yield Fault(
                    source.path, shown.line, f"L'immagine «{shown.written}» non ha un testo.",
                    f"Scrivi che cosa si vede: {shown.form}", "image without alt",
                )  # fmt: skip
            elif shown.path not in content.paths:
                yield _missing(content, source, shown)


def _missing(content: Content, source: Source, shown: Shown) -> Fault:
    names = [path.split("/")[-1] for path in content.paths if path.startswith(f"{FOLDER}/")]
    known = {slug(name): name for name in names}
    guess = known.get(nearest(slug(shown.written.split("/")[-1]), known), "")
    if guess and guess != plain_name(guess):  # as it is, IMMAGINE-03 would refuse it
        how = f"Chiama la fotografia {plain_name(guess)}, nella cartella e qui."
    else:
        how = (
            f"Forse volevi: ../../images/{guess}" if guess
            else "Mettila lì e scrivi: ../../images/nome-della-fotografia.jpg"
        )  # fmt: skip
    what = f"L'immagine «{shown.written}» non è in {FOLDER}."
    return Fault(source.path, shown.line, what, how, "image not found")


@check("IMMAGINE-02", "Ogni fotografia si apre e si può rimpicciolire")
def unusable_picture(content: Content) -> Iterator[Fault]:
    """A picture that a phone cannot open is a hole in the news, and heavy for nothing."""
    for source, shown in _first_shown(content):
        picture = content.pictures.get(shown.path)
        if isinstance(picture, ValueFault):
            yield Fault(
                source.path, shown.line, f"La fotografia «{shown.path.split('/')[-1]}» {picture.what}",
                picture.how, picture.english,
            )  # fmt: skip


@check("IMMAGINE-03", "Ogni fotografia ha un nome semplice, diverso dagli altri")
def picture_name(content: Content) -> Iterator[Fault]:
    """Its name is part of an address, and two photographs would become one file."""
    taken: dict[str, str] = {}
    for source, shown in _first_shown(content):
        name = shown.path.split("/")[-1]
        right = plain_name(name)
        first = taken.setdefault(name.rpartition(".")[0], name)
        if name != right:
            yield Fault(
                source.path, shown.line, f"Il nome «{name}» non è adatto a un indirizzo.",
                f"Chiama la fotografia {right}, nella cartella e qui.", "picture name is no slug",
            )  # fmt: skip
        elif first != name:
            yield Fault(
                source.path, shown.line, f"Le fotografie «{first}» e «{name}» hanno lo stesso nome.",
                "Cambia il nome di una, nella cartella e qui.", "two pictures with one name",
            )  # fmt: skip


def plain_name(name: str) -> str:
    """Return the name that a picture should have: "IMG 001.JPG" becomes "img-001.jpg"."""
    stem, _, ending = name.rpartition(".")
    return f"{slug(stem)}.{ending.lower()}"


def _first_shown(content: Content) -> Iterator[tuple[Source, Shown]]:
    """Yield every picture that is there with the first file that shows it: one cause, one message."""
    told: set[str] = set()
    for source in content.sources:
        for shown in shown_pictures(source):
            if (
                source.place.kind == "news"
                and shown.path in content.pictures
                and shown.path not in told
            ):
                told.add(shown.path)
                yield source, shown


CHECKS = (image_without_words, unusable_picture, picture_name)
