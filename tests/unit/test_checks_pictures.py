# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures: in news only, with words, and small, without what they tell of their owner."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.checks import pictures
from plugins.pictures import HEAVIEST, LARGEST, WIDEST, image_path, shrink
from plugins.values import ValueFault
from tests.unit.folders import BODY, CONTACTS, contact, content_of, lines_of, news, page, prova

NEWS = "content/news/it/2026-11-22-x.md"
PICTURE = "../../images/piazza.png"
GPS = 0x8825
RED, BLUE = (200, 30, 30), (30, 30, 200)


def photo(size=(40, 30), form="JPEG", mode="RGB", colour=RED, **how) -> bytes:
    """Return a photograph of one colour."""
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, form, **how)
    return file.getvalue()


def noise(size: tuple[int, int]) -> bytes:
    """Return a photograph that hardly gets smaller: every point is another colour."""
    picture = Image.frombytes(
        "RGB", size, bytes(n * n * 7919 % 251 for n in range(size[0] * size[1] * 3))
    )
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a telephone writes beside the points: where, when, which camera."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = "Telefono di Anna"
    found.get_ifd(GPS)[1] = "N"
    found.get_ifd(GPS)[2] = (45.0, 21.0, 44.0)
    return found


def opened(data: bytes) -> Image.Image:
    """Return a picture as a reader's phone sees it."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def test_a_picture_with_words_passes(tmp_path):
    """A picture in a news item, with its words, is fine."""
    files = {
        NEWS: news(f"![Una piazza]({PICTURE})"),
        "content/images/piazza.png": photo(form="PNG"),
    }
    content = content_of(tmp_path, files)

    assert [] == lines_of(pictures.image_without_words, content)


def test_a_picture_without_words_is_told(tmp_path):
    """Who does not see a picture must get its words."""
    content = content_of(tmp_path, {NEWS: news(f"Prima.\n\n![]({PICTURE})")})

    assert [BODY + 2] == lines_of(pictures.image_without_words, content)


@pytest.mark.parametrize("picture", [PICTURE, "piazza.png", "https://example.org/piazza.png"])
def test_a_picture_that_is_not_there_is_told(tmp_path, picture):
    """A picture must stand in content/images: a slip in its name is told at its line (R80, R82)."""
    content = content_of(tmp_path, {NEWS: news(f"Prima.\n\n![Una piazza]({picture})")})

    assert [BODY + 2] == lines_of(pictures.image_without_words, content)


def test_a_picture_outside_news_is_told(tmp_path):
    """Help pages carry no pictures."""
    content = prova(tmp_path, page(f"![Una piazza]({PICTURE})"))

    assert [BODY] == lines_of(pictures.image_without_words, content)


def test_a_picture_pasted_into_the_text_is_left_to_its_own_check(tmp_path):
    """HTML-01 says what to do with it; the next picture is judged all the same (R80)."""
    text = "![x](data:image/png;base64,AA)\n\n![x](../../images/x.jpg)"

    assert [BODY + 2] == lines_of(pictures.image_without_words, prova(tmp_path, page(text)))


@pytest.mark.parametrize(
    "written", ["piazza.jpg", "content/images/piazza.jpg", "../../images/piazza.jpg"]
)
def test_the_picture_of_a_news_item_is_named_as_people_like(written):
    """With or without its folder, `image:` means the file of content/images."""
    assert "content/images/piazza.jpg" == image_path(written)


def test_a_picture_of_another_site_is_not_ours(tmp_path):
    """An address is not taken for the photograph of the same name: nobody chose that one."""
    keys = {"image": "https://example.org/piazza.png", "image_alt": "Una piazza"}
    files = {NEWS: news(**keys), "content/images/piazza.png": photo(form="PNG")}
    (problem,) = pictures.image_without_words(content_of(tmp_path, files))

    assert (6, "Forse volevi: ../../images/piazza.png") == (problem.line, problem.how)


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ({"image": "piazza.jpg", "image_alt": "Una piazza"}, []),
        ({"image": "piazza.jpg"}, [6]),
        ({"image": "piaza.jpg", "image_alt": "Una piazza"}, [6]),
    ],
)
def test_the_picture_of_a_news_item_has_words_too(tmp_path, keys, lines):
    """`image:` needs its file and its words like any other picture."""
    content = content_of(tmp_path, {NEWS: news(**keys), "content/images/piazza.jpg": photo()})

    assert lines == lines_of(pictures.image_without_words, content)


def test_a_misspelt_picture_is_answered_with_the_likely_one(tmp_path):
    """A slip in a picture's name is answered with the name that is there (R80)."""
    files = {
        NEWS: news(image="piaza.jpg", image_alt="Una piazza"),
        "content/images/piazza.jpg": photo(),
    }
    found = next(pictures.image_without_words(content_of(tmp_path, files)))

    assert "Forse volevi: ../../images/piazza.jpg" == found.how


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("piazza.jpg", "piazza.JPG"),
        ("citt\u00e0.jpg", "citta\u0300.jpg"),
        ("img1.jpg", "IMG 1.jpg"),
    ],
)
def test_a_picture_under_a_name_that_cannot_be_is_renamed_at_once(tmp_path, written, there):
    """The cure is not a name that the next run refuses, nor the very one that is written (R80)."""
    files = {NEWS: news(image=written, image_alt="Una"), f"content/images/{there}": photo()}
    (found,) = pictures.image_without_words(content_of(tmp_path, files))
    right = {"piazza.JPG": "piazza", "IMG 1.jpg": "img-1"}.get(there, "citta")

    assert f"Chiama la fotografia {right}.jpg, nella cartella e qui." == found.how


def usable(tmp_path, data: bytes, name: str = "piazza.jpg", check=pictures.unusable_picture):
    """Return what is wrong with a picture that a news item shows."""
    files = {NEWS: news(image=f'"{name}"', image_alt="Una piazza"), f"content/images/{name}": data}
    return [(p.line, p.what) for p in check(content_of(tmp_path, files))]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\0\0\0\x18ftypheic" + b"\0" * 99, "HEIC"),
        (b"\0\0\0\x18ftypmif1" + b"\0" * 99, "HEIC"),
        (b"\xff" * (LARGEST + 1), "12 MB"),
        (b"%PDF-1.7", "non si apre"),
        (photo()[:300], "non si apre"),
        (b"", "non si apre"),
        (photo(form="GIF", mode="P", colour=1), "non si apre"),
        (photo((20_000, 20_000), "PNG", "1", 1), "troppi punti"),
        (photo((10_000, 10_000), "PNG", "1", 1), "troppi punti"),
    ],
    ids=[
        "heic",
        "mif1",
        "12 MB",
        "pdf",
        "truncated",
        "empty",
        "gif",
        "400 million points",
        "100 million points",
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(tmp_path, data, word):
    """HEIC, too large, broken, another format: one message at the line that names it (R80)."""
    [(line, what)] = usable(tmp_path, data)

    assert (6, True) == (line, word in what)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_in_a_known_format_passes(tmp_path, form):
    """JPEG, PNG and WebP are what phones and offices make."""
    assert [] == usable(tmp_path, photo(form=form))


@pytest.mark.parametrize("name", ["IMG 001.JPG", "Piazza.jpg", "città.jpg", "piazza.JPG"])
def test_a_name_that_cannot_be_an_address_is_told(tmp_path, name):
    """The camera's own names are answered with one that can stand in an address."""
    assert [6] == [line for line, _ in usable(tmp_path, photo(), name, pictures.picture_name)]


@pytest.mark.parametrize(
    ("written", "how"),
    [
        ("../../images/piaza.png", "Forse volevi: ../../images/piazza.png"),
        (
            "https://example.org/a-long-folder/another/piaza.png",
            "Forse volevi: ../../images/piazza.png",
        ),
        ("../../images/lule.png", "Mettila lì e scrivi: ../../images/nome-della-fotografia.jpg"),
    ],
)
def test_only_a_picture_is_guessed_for_a_picture(tmp_path, written, how):
    """The file of a contact with a name like it is no answer."""
    files = {NEWS: news(f"![Una piazza]({written})"), "content/images/piazza.png": photo(form="PNG")}  # fmt: skip
    (problem,) = pictures.image_without_words(content_of(tmp_path, {**CONTACTS, **files}))

    assert how == problem.how


def test_a_bad_name_is_told_once_where_a_news_item_shows_it(tmp_path):
    """Elsewhere, or when the picture is not there, another message has said what to do."""
    shown = news("![Una piazza](../../images/Piazza.png)\n\n![Un ponte](../../images/Ponte.png)")
    second = NEWS.replace("-x", "-y")
    files = {
        "content/contacts/it/a.md": contact("![Una piazza](../../images/Piazza.png)"),
        NEWS: shown,
        second: shown,
        "content/images/Piazza.png": photo(form="PNG"),
    }
    told = [problem.path for problem in pictures.picture_name(content_of(tmp_path, files))]

    assert [NEWS] == told


def test_pictures_with_names_of_their_own_pass(tmp_path):
    """Two photographs of one kind become two files."""
    files = {
        NEWS: news(f"![Una]({PICTURE})\n\n![Altra](../../images/ponte.png)"),
        "content/images/piazza.png": photo(form="PNG"),
        "content/images/ponte.png": photo(form="PNG"),
    }

    assert [] == lines_of(pictures.picture_name, content_of(tmp_path, files))


def test_two_pictures_cannot_become_one_file(tmp_path):
    """piazza.jpg and piazza.png would be published under one name."""
    body = f"![Una]({PICTURE})\n\n![Altra](../../images/piazza.jpg)"
    files = {
        NEWS: news(body),
        "content/images/piazza.png": photo(form="PNG"),
        "content/images/piazza.jpg": photo(),
    }

    assert [BODY + 2] == lines_of(pictures.picture_name, content_of(tmp_path, files))


def test_a_picture_comes_out_small():
    """At most 800 points wide and 60 kB, whatever went in, and always a JPEG."""
    found = shrink("content/images/a.png", noise((1600, 1200)))
    seen = opened(found.data)

    assert ("a.jpg", "JPEG") == (found.name, seen.format)
    assert (seen.size, True) == ((found.width, found.height), seen.width <= WIDEST)
    assert len(found.data) <= HEAVIEST


def test_a_small_picture_is_not_made_larger():
    """A picture of 40 by 30 points stays so."""
    found = shrink("a.jpg", photo())

    assert (40, 30) == (found.width, found.height)


def test_nothing_of_the_owner_is_left():
    """No place, no day, no camera, no profile: the points and nothing else (R52)."""
    data = photo(exif=exif(), comment=b"Anna", icc_profile=b"x" * 200)
    found = shrink("a.jpg", data).data

    assert b"Anna" in data
    assert {} == dict(opened(found).getexif())
    assert not [mark for mark in (b"Exif", b"ICC_PROFILE", b"Anna", b"Telefono") if mark in found]


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (6, (30, 40)), (8, (30, 40))])
def test_a_picture_stands_upright(orientation, size):
    """How the telephone was held is turned into how the picture stands."""
    found = shrink("a.jpg", photo(exif=exif(orientation)))

    assert size == (found.width, found.height)


def test_what_was_transparent_is_white():
    """A drawing without a ground does not become black."""
    found = shrink("a.png", photo(form="PNG", mode="RGBA", colour=(0, 0, 0, 0)))

    assert min(opened(found.data).getpixel((5, 5))) > 250


def test_the_same_picture_gives_the_same_bytes():
    """Two builds of one photograph are equal (R100)."""
    data = noise((900, 300))

    assert shrink("a.jpg", data) == shrink("a.jpg", data)


def test_a_fault_says_what_to_do():
    """Each message names the cure (R80)."""
    with pytest.raises(ValueFault) as fault:
        shrink("a.heic", b"\0\0\0\x18ftypheic" + b"\0" * 99)

    assert fault.value.how.startswith("Salvala come JPEG")
