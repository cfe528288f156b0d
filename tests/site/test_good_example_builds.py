# SPDX-License-Identifier: AGPL-3.0-or-later
"""The smallest content that uses every feature builds without a word, and each feature shows.

Each test looks at what one plugin leaves on a page: a plugin that was lost would be seen here.
"""

from __future__ import annotations

import base64
import hashlib
import json
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from plugins.content import read_addresses
from plugins.schema import TEMPLATES
from tests.conftest import PUBLIC_URL, Project
from tests.site.copies import CONTENT as EXAMPLE
from tests.site.copies import copy_example
from tests.site.reading import Page, read_pages, words_of, written

LATER = "2027-06-01"  # after the contact «scade» has expired, and 180 days after all were checked
HELP, ENGLISH_HELP = "aiuto/index.html", "en/aiuto/index.html"
ATOM = "{http://www.w3.org/2005/Atom}"
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Project:
    """The example, built as a preview. Read only."""
    project = copy_example(tmp_path_factory.mktemp("good") / "project")
    done = project.build()
    words = "Nessun problema. 38 pagine controllate: il sito è in output/\n"
    assert (0, words, "") == (done.returncode, done.stdout, done.stderr)
    return project


@pytest.fixture(scope="module")
def pages(example) -> dict[str, Page]:
    """The pages of the preview, by path."""
    return read_pages(example.output)


@pytest.fixture(scope="module")
def later_pages(tmp_path_factory) -> dict[str, Page]:
    """The pages of the public site half a year later, by path."""
    project = copy_example(tmp_path_factory.mktemp("later") / "project")
    done = project.build("--public", SITEURL=PUBLIC_URL, TODAY=LATER)
    assert done.returncode == 0, done.stderr
    return read_pages(project.output)


def cards(page: Page) -> dict[str, Element]:
    """Return the contact cards of a page, by contact."""
    found = (element for element in page.all(".//div") if element.get("data-contact"))
    return {element.get("data-contact"): element for element in found}


def anchors(page: Page, words: str) -> list[dict[str, str]]:
    """Return the attributes of the links with these words."""
    return [link.attrib for link in page.all(".//main//a") if words_of(link) == words]


def test_every_recorded_address_answers(pages):
    """Pages, news, lists and moved addresses all stand where the record says."""
    recorded = {old for old, *_ in read_addresses(EXAMPLE.parent)[0]}

    assert recorded | {"/404.html", "/en/404.html"} == {
        page.address for page in written(pages).values()
    }


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("index.html", "Mettiamo le ali"),
        (HELP, "Chiedere aiuto"),
        (ENGLISH_HELP, "Ask for help"),
        ("news/2026-11-20-esempio/index.html", "Una notizia con una figura"),
    ],
)
def test_titles_come_from_the_front_matter(pages, path, title):
    """The reader gives each page the title its author wrote."""
    assert title == words_of(pages[path].one(".//h1"))


def test_every_template_is_used():
    """The example has a page for each template an author may choose."""
    texts = [file.read_text("utf-8") for file in (EXAMPLE / "pages/it").glob("*.md")]
    used = {
        line.split(": ")[1]
        for text in texts
        for line in text.split("\n")
        if line.startswith("template: ")
    }

    assert set(TEMPLATES) == used | {"page"}


@pytest.mark.parametrize("path", ["index.html", ENGLISH_HELP, "404.html"])
def test_the_style_is_inlined_and_allowed(pages, path):
    """The style of each page is the one its policy lets through (R53)."""
    style = pages[path].one(".//style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = pages[path].all(".//meta", http_equiv="Content-Security-Policy")

    assert [f"'sha256-{digest}'"] == [
        policy.get("content").split("style-src ")[1].split(";")[0] for policy in policies
    ]


def test_words_are_those_of_the_page(pages):
    """The interface speaks the language of each page, in one run."""
    skips = [
        words_of(page.one(".//a", href="#main")) for page in (pages[HELP], pages[ENGLISH_HELP])
    ]

    assert ["Vai al contenuto", "Skip to content"] == skips


def test_sections_have_the_same_ids_in_every_language(pages):
    """A link to a section lands on the same section in every language (R24)."""
    found = [
        [section.get("id") for section in page.all(".//section") if section.get("id")]
        for page in (pages[HELP], pages[ENGLISH_HELP])
    ]

    assert [["chi-chiamare", "che-cosa-fare"]] * 2 == found


def test_numbers_and_emails_come_from_the_registry(pages):
    """Inside a sentence the macros show the number and the e-mail (R71)."""
    sentence = pages[HELP].one(".//section", id="chi-chiamare").find("p")

    assert "Chiama il 112 se sei in pericolo. Oppure scrivi a sportello@example.org." == words_of(
        sentence
    )
    assert ["tel:112", "mailto:sportello@example.org"] == [
        link.get("href") for link in sentence.iter("a")
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            HELP,
            [
                "0373 000000", "sportello@example.org", "+39 350 000 0000",
                "Via di Esempio 1, Crema", "lunedì–venerdì, 09:30–13:00", "sabato, 10:00–12:00",
                "inglese e rumeno", "example.org/sportello", "Fonti consultate il 22 novembre 2026.",
            ],
        ),
        (
            ENGLISH_HELP,
            ["0373 000000", "Monday–Friday, 09:30–13:00", "English and Romanian"],
        ),
    ],
)  # fmt: skip
def test_a_card_shows_every_fact(pages, path, expected):
    """A card tells number, e-mail, hours, languages, address, site and date (R90)."""
    card = words_of(cards(pages[path])["sportello"])

    assert [] == [fact for fact in expected if fact not in card]


def test_what_is_not_confirmed_is_marked_in_a_preview(pages):
    """A preview shows an unconfirmed contact with a mark, and marks no other (R72)."""
    marked = {
        name for name, card in cards(pages[HELP]).items() if "Da confermare" in words_of(card)
    }

    assert {"antitratta", "sportello", "scade", "incerto"} == set(cards(pages[HELP]))
    assert {"incerto"} == marked


def test_the_public_site_hides_what_nobody_stands_behind(later_pages):
    """In public an unconfirmed and an expired contact are gone, the essential one stays (R72)."""
    assert {"antitratta", "sportello"} == set(cards(later_pages[HELP]))


def test_machines_are_told_of_the_same_contacts(pages, later_pages):
    """The machine-readable contacts are those whose cards the public sees (R75)."""
    found = [
        [
            point["name"]
            for point in json.loads(page.one(".//script", type="application/ld+json").text)[
                "contactPoint"
            ]
        ]
        for page in (pages[HELP], later_pages[HELP], pages[ENGLISH_HELP])
    ]

    assert ["Numero verde", "Sportello di esempio", "Sportello che scade"] == found[0]
    assert ["Numero verde", "Sportello di esempio"] == found[1]
    assert ["Free number", "Example desk", "Sportello che scade"] == found[2]


def test_lists_and_tables_are_shown(pages):
    """Numbered lists, lists with dashes and tables reach the page."""
    section = pages[HELP].one(".//section", id="che-cosa-fare")

    assert ["Pensa a un posto sicuro.", "Chiama da lì."] == [
        words_of(item) for item in section.find("ol")
    ]
    assert 3 == len(section.find("ul"))
    assert [["giorno", "ore"], ["lunedì", "9"], ["martedì", "10"]] == [
        [words_of(cell) for cell in row] for row in section.find("table").iter("tr")
    ]


@pytest.mark.parametrize(
    ("path", "words", "attributes"),
    [
        (HELP, "i tuoi diritti", {"href": "../diritti/#primo-passo"}),
        (HELP, "in alto", {"href": "#chi-chiamare"}),
        (HELP, "le notizie", {"href": "../news/"}),
        (HELP, "la prima", {"href": "../news/2026-11-20-esempio/"}),
        (
            HELP,
            "il sito del Comune",
            {"href": "https://comune.crema.cr.it/", "rel": "noreferrer", "hreflang": "it"},
        ),
        (
            HELP,
            "una guida",
            {"href": "https://coe.int/guida", "rel": "noreferrer", "hreflang": "en"},
        ),
        (
            ENGLISH_HELP,
            "your rights",
            {"href": "../diritti/#primo-passo"},
        ),
        (
            ENGLISH_HELP,
            "a guide",
            {"href": "https://coe.int/guida", "rel": "noreferrer", "hreflang": "en"},
        ),
        ("en/index.html", "Here is who to call", {"href": "aiuto/"}),
    ],
)
def test_links_follow_the_reader_and_say_their_language(pages, path, words, attributes):
    """A link leads to the page in the reader's language, and says so where it cannot (R25, R30)."""
    assert [attributes] == anchors(pages[path], words)


def test_italian_names_are_marked_in_english(pages):
    """An Italian name inside an English sentence is marked as Italian (R29)."""
    marked = [
        words_of(e) for e in pages["en/index.html"].all(".//main//span", lang="it", dir="ltr")
    ]

    assert "Comune di Crema" in marked


def test_a_card_to_show_speaks_two_languages(pages):
    """The screen to show has the Italian sentence and the reader's (R69)."""
    italian, own = (
        words_of(element)
        for element in pages["en/mostra/index.html"].all(".//main//div")
        if element.get("class") in ("show__italian", "show__own")
    )

    assert "Ho bisogno di aiuto. Chiama questo numero per me." == italian
    assert "I need help. Call this number for me." == own


@pytest.mark.parametrize("path", ["news/2026-11-20-esempio/", "en/news/2026-11-20-esempio/"])
def test_a_picture_of_the_news_is_published(example, pages, path):
    """A picture has its words, comes from our own site and is there."""
    picture = pages[f"{path}index.html"].one(".//main//img")
    file = (example.output / path / picture.get("src")).resolve()

    assert picture.get("alt") in ("Un quadrato azzurro", "A blue square")
    assert ("8", "8") == (picture.get("width"), picture.get("height"))
    assert file == (example.output / "images/quadrato.jpg").resolve()
    assert file.is_file()


def test_the_picture_of_a_news_item_opens_it(pages):
    """`image:` is shown above the text, with its words, small, and loaded when it is near."""
    picture = pages["news/2026-11-21-seconda/index.html"].one(".//main//img")

    assert ("Una piazza di esempio", "lazy") == (picture.get("alt"), picture.get("loading"))
    assert "../../images/piazza.jpg" == picture.get("src")


def test_a_published_picture_says_nothing_of_its_owner(example):
    """The place and the camera that the original names are not in what is published (R52)."""
    original = (EXAMPLE / "images/piazza.jpg").read_bytes()
    published = (example.output / "images/piazza.jpg").read_bytes()

    assert b"Telefono di esempio" in original
    assert b"Exif" not in published
    assert b"Telefono" not in published


def test_only_pictures_that_are_shown_are_published(example):
    """What lies in content/images and no news item names stays there."""
    assert {"piazza.jpg", "quadrato.jpg"} == {f.name for f in (example.output / "images").iterdir()}


def test_news_is_listed_newest_first(example, pages):
    """The list of news and its feed begin with the newest."""
    expected = ["Una seconda notizia", "Una notizia con una figura"]
    listed = [words_of(title) for title in pages["news/index.html"].all(".//article/h2")]
    feed = ElementTree.parse(example.output / "news/feed.xml").getroot()  # noqa: S314 (our file)

    assert expected == listed
    assert expected == [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_a_moved_address_sends_on(pages):
    """An address that moved leads on, by itself and by a link, and is not indexed."""
    page = pages["vecchio-aiuto/index.html"]

    assert ["0; url=../aiuto/"] == [
        meta.get("content") for meta in page.all(".//meta", http_equiv="refresh")
    ]
    assert "noindex" == page.meta("robots")
    assert [{"href": "../aiuto/"}] == anchors(page, "Vai alla pagina")


def test_the_sitemap_lists_what_may_be_found(example, pages):
    """The sitemap has every page but the 404s and the moved addresses."""
    root = ElementTree.parse(example.output / "sitemap.xml").getroot()  # noqa: S314 (our file)
    listed = {place.text.removeprefix("http://localhost:8000") for place in root.iter(PLACE)}
    hidden = {"/404.html", "/en/404.html", "/vecchio-aiuto/"}

    assert {page.address for page in written(pages).values()} - hidden == listed


def test_a_preview_asks_search_engines_to_stay_away(example):
    """robots.txt of a preview keeps everybody out."""
    lines = (example.output / "robots.txt").read_text("utf-8").splitlines()

    assert ["User-agent: *", "Disallow: /"] == lines[:2]


def test_a_site_builds_without_what_it_can_do_without(tmp_path):
    """News in English only, and no contact of the town hall, are no reason to stop."""
    project = copy_example(tmp_path / "project")
    for gone in (
        "news/it/2026-11-20-esempio.md",
        "contacts/it/comune-crema.md",
        "contacts/en/comune-crema.md",
    ):
        (project.folder / "content" / gone).unlink()
    project.edit("content/addresses.txt", "\n/news/2026-11-20-esempio/\n", "\n")
    for tag, words in (("it", " o [la prima]"), ("en", " or [the first one]")):
        link = f"{words}(../../news/it/2026-11-20-esempio.md)"
        project.edit(f"content/pages/{tag}/aiuto.md", link, "")
    assert project.run("tools.translated", "aiuto", "en").returncode == 0
    done = project.build()

    assert (0, "") == (done.returncode, done.stderr)
