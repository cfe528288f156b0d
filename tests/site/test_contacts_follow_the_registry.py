# SPDX-License-Identifier: AGPL-3.0-or-later
"""Facts come from data: one file changes every page, and a doubtful contact does not go public."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from plugins.content import Content
from plugins.words import Words
from tests.conftest import PUBLIC_URL, Project
from tests.site.copies import SMALL, copy_small
from tests.site.reading import Page, read_pages, words_of

EXPIRED, ESSENTIAL, OLD, UNCONFIRMED = "1522", "112", "helpdesk-anticaporalato", "arci-rifugiati"
NOT_CONFIRMED = "Da confermare: nel sito pubblico non si vede"
CARD = f'\n\n{{{{ contact("{UNCONFIRMED}") }}}}\n'


@dataclass(frozen=True)
class Sites:
    """One spoiled content, built for the public and as a preview."""

    public: dict[str, Page]
    preview: dict[str, Page]


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return the sites of a content with an expired, an old and an unconfirmed contact."""
    project = copy_small(tmp_path_factory.mktemp("spoiled") / "project")
    for name in (EXPIRED, ESSENTIAL):
        project.edit(
            f"content/contacts/it/{name}.md", "\nphone:", '\nexpires_on: "2026-11-21"\nphone:'
        )
    project.edit(
        f"content/contacts/it/{OLD}.md", "checked_on: 2026-11-22", "checked_on: 2026-05-25"
    )
    for tag in ("it", "en"):
        path = f"content/pages/{tag}/materiali.md"
        project.write(path, (project.folder / path).read_text("utf-8").rstrip() + CARD)
    sites = []
    for arguments in (["--public"], []):
        done = project.build(*arguments, SITEURL=PUBLIC_URL)
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(read_pages(project.output))
    return Sites(*sites)


def shown(pages: dict[str, Page]) -> set[str]:
    """Return the ids of the contacts that have a card anywhere."""
    cards = (card for page in pages.values() for card in page.all(".//*[@data-contact]"))
    return {card.get("data-contact", "") for card in cards}


def dialled(pages: dict[str, Page]) -> set[str]:
    """Return the numbers that some page dials."""
    links = (link.get("href", "") for page in pages.values() for link in page.all(".//a"))
    return {href for href in links if href.startswith("tel:")}


@pytest.mark.parametrize(
    ("contact", "old", "new"),
    [
        ("helpdesk-anticaporalato", "800 939 000", "800 939 111"),
        ("antitratta", "800 290 290", "800 290 291"),
    ],
)
def test_one_number_changes_everywhere_and_nothing_else(
    small: Project, project: Project, contact: str, old: str, new: str
) -> None:
    """A number changed in its one file changes on every page that shows it, and nowhere else (R40)."""
    path = f"content/contacts/it/{contact}.md"
    for form in (str, lambda number: number.replace(" ", "")):
        project.edit(path, f'"{form(old)}"', f'"{form(new)}"')
    done = project.build(SITEURL="http://localhost:8000")
    before = small.snapshot()
    expected = {
        file: data.replace(old.encode(), new.encode())
        .replace(old.replace(" ", "").encode(), new.replace(" ", "").encode())
        for file, data in before.items()
    }  # fmt: skip

    assert (0, True, expected) == (done.returncode, expected != before, project.snapshot())


def test_public_site_says_nothing_unconfirmed(
    public_pages: dict[str, Page], content: Content
) -> None:
    """No number, e-mail or address that the Comune has not confirmed is on the public site (R72)."""
    doubtful = [contact.facts for contact in content.contacts.values() if not contact.confirmed]
    certain = {
        facts.get("url") for facts in (c.facts for c in content.contacts.values() if c.confirmed)
    }
    secrets = {
        fact for facts in doubtful
        for fact in (facts.get("phone"), facts.get("whatsapp"), facts.get("address"), *facts.get("email", ()))
        if fact and fact not in certain
    }  # fmt: skip
    leaked = {
        (page.path, secret) for page in public_pages.values() for secret in secrets
        if secret in words_of(page.root)
    }  # fmt: skip

    assert (True, set()) == (len(secrets) > 5, leaked)


def test_unconfirmed_contact_stays_out_of_the_public_site(spoiled: Sites) -> None:
    """A card of an unconfirmed contact is left out of the public page (R72)."""
    assert UNCONFIRMED not in shown(spoiled.public)


def test_unconfirmed_contact_is_marked_in_a_preview(spoiled: Sites, words: Words) -> None:
    """A preview shows the card of an unconfirmed contact, with a mark in each language (R72)."""
    marks = {
        page.lang: words.translate(NOT_CONFIRMED, page.lang) in words_of(card)
        for page in spoiled.preview.values()
        for card in page.all(f".//*[@data-contact='{UNCONFIRMED}']")
    }

    assert {"it": True, "en": True} == marks


def test_confirmed_contacts_carry_no_mark(
    preview_pages: dict[str, Page], content: Content, words: Words
) -> None:
    """In a preview, the card of a confirmed contact carries no mark (R72)."""
    marked = [
        (page.path, card.get("data-contact"))
        for page in preview_pages.values()
        for card in page.all(".//*[@data-contact]")
        if content.contacts[card.get("data-contact", "")].confirmed
        and words.translate(NOT_CONFIRMED, page.lang) in words_of(card)
    ]

    assert [] == marked


def test_expired_contact_is_hidden(spoiled: Sites) -> None:
    """A contact past its last day is on no public page, not even for machines (R72)."""
    scripts = [
        s.text or ""
        for page in spoiled.public.values()
        for s in page.all(".//script", type="application/ld+json")
    ]
    told = [text for text in scripts if f'"{EXPIRED}"' in text]

    assert (False, False, []) == (
        EXPIRED in shown(spoiled.public), f"tel:{EXPIRED}" in dialled(spoiled.public), told,
    )  # fmt: skip


def test_expired_contact_is_marked_in_a_preview(spoiled: Sites) -> None:
    """A preview still shows an expired contact, marked, so that staff see what went (R72)."""
    card = spoiled.preview["aiuto/index.html"].one(f".//*[@data-contact='{EXPIRED}']")

    assert NOT_CONFIRMED in words_of(card)


def test_essential_contact_never_hides(spoiled: Sites, public_pages: dict[str, Page]) -> None:
    """The emergency number past its last day stays on every page where it was (R72)."""

    def pages_with(pages: dict[str, Page]) -> list[str]:
        return [path for path, page in pages.items() if f"tel:{ESSENTIAL}" in dialled({path: page})]

    before = {path: page for path, page in public_pages.items() if page.lang in SMALL}

    assert pages_with(before) == pages_with(spoiled.public)


def test_old_contact_shows_its_date(spoiled: Sites) -> None:
    """A contact whose sources are half a year old shows their date, and shows it louder (R72)."""
    page = spoiled.public["aiuto/index.html"]
    looks = {
        card.get("data-contact"): (paragraph.get("class"), time.get("datetime"))
        for card in page.all(".//*[@data-contact]")
        for paragraph in card.iter("p")
        for time in paragraph.iter("time")
    }
    loud, date = looks[OLD]

    assert ("2026-05-25", False) == (
        date,
        loud in {looks[name][0] for name in looks if name != OLD},
    )


def test_only_a_preview_says_it_is_one(
    public_pages: dict[str, Page], preview_pages: dict[str, Page], words: Words
) -> None:
    """Every page of a preview says so, and no public page does."""

    def saying(pages: dict[str, Page]) -> set[bool]:
        return {
            words.translate("Anteprima", page.lang) in words_of(page.root)
            for page in pages.values()
        }

    assert ({False}, {True}) == (saying(public_pages), saying(preview_pages))
