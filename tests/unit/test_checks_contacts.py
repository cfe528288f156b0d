# SPDX-License-Identifier: AGPL-3.0-or-later
"""How pages name contacts: each check shown passing and failing."""

from __future__ import annotations

import pytest

from plugins.checks import contacts
from plugins.problem import Check
from tests.unit.folders import (
    BODY,
    CONTACTS,
    EMERGENCY,
    HELPLINE,
    PROVA,
    contact,
    content_of,
    lines_of,
    news,
    page,
    places_of,
    written,
)

LOOSE = {
    "content/contacts/it/incerto.md": contact(
        title="Incerto", status="unconfirmed", phone='"0373 894111"', dial='"+390373894111"'
    ),
    "content/contacts/it/breve.md": contact(
        title="Breve", expires_on="2027-01-01", phone='"0373 894112"', dial='"+390373894112"'
    ),
}
PHONE = '{{ phone("112") }}'


def found(check: Check, root, text: str, **keys: str) -> list[tuple[int, str]]:
    """Return line and cure of every problem of a page beside the contacts."""
    content = content_of(root, {**CONTACTS, **LOOSE, PROVA: page(text, **keys)})
    return [(problem.line, problem.how) for problem in check(content)]


@pytest.mark.parametrize(
    "text",
    [PHONE, '{{ contact("112") }}', '- Chiama {{phone( "112" )}} ora.', '{{ email("lule") }}'],
)
def test_a_right_macro_passes(tmp_path, text):
    """The three macros, with any spaces, are fine."""
    assert [] == found(contacts.unreadable_macro, tmp_path, text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ('{{ fone("112") }}', 'Forse volevi: {{ phone("112") }}'),
        ('{{ scheda("112") }}', 'Forse volevi: {{ phone("112") }}'),
        ('{{ telefono("112") }}', 'Forse volevi: {{ phone("112") }}'),
        ('{{ contatto("112") }}', 'Forse volevi: {{ contact("112") }}'),
        (
            '{{ whatsapp("lule") }}',
            'Usa la scheda, da sola in un paragrafo: {{ contact("lule") }}',
        ),
        ('{{ orari("lule") }}', 'Usa la scheda, da sola in un paragrafo: {{ contact("lule") }}'),
        ("{{ phone(112) }}", 'Scrivi così: {{ phone("112") }}'),
        ("{{ phone('112') }}", 'Scrivi così: {{ phone("112") }}'),
        ('{{ phone("112") }', 'Scrivi così: {{ phone("112") }}'),
        ('{ phone("112") }', 'Scrivi così: {{ phone("112") }}'),
        ("{{ phone(“112”) }}", 'Scrivi così: {{ phone("112") }}'),
        ("{{ contact(112) }}", 'Scrivi così: {{ contact("112") }}'),
        ("Chiama }} ora.", 'Scrivi così: {{ phone("antitratta") }}'),
        ("{{ 7 * 7 }}", 'Scrivi così: {{ phone("antitratta") }}'),
        (
            'Chiama {{ contact("112") }} ora.',
            "Mettila da sola, senza asterischi né trattini, con una riga vuota sopra e una sotto.",
        ),
    ],
)
def test_a_wrong_macro_is_told(tmp_path, text, cure):
    """An unknown, half-written or misplaced macro is told at its line, with the cure."""
    problems = found(contacts.unreadable_macro, tmp_path, f"Prima.\n\n{text}")

    assert [(BODY + 2, cure)] == problems


def test_a_card_alone_does_not_excuse_one_in_a_sentence(tmp_path):
    """A card inside a sentence is told even where the same card also stands alone."""
    text = '{{ contact("112") }}\n\nChiama {{ contact("112") }} ora.'
    problems = found(contacts.unreadable_macro, tmp_path, text)

    assert [BODY + 2] == [line for line, _ in problems]


def test_a_card_in_the_act_is_told(tmp_path):
    """The act is one sentence: a card cannot stand in it."""
    problems = found(contacts.unreadable_macro, tmp_path, "Testo.", act="'{{ contact(\"112\") }}'")

    assert [6] == [line for line, _ in problems]


@pytest.mark.parametrize("name", ["antitratta", "112"])
@pytest.mark.parametrize(
    "path", ["content/contacts/it/antitratta.md", "content/contacts/en/antitratta.md"]
)
def test_a_card_in_a_card_is_told(tmp_path, path, name):
    """A card that holds a card, or itself, could not be shown; a number in its text can."""
    text = f'{PHONE}\n\n{{{{ contact("{name}") }}}}'
    words = f"{HELPLINE.rstrip()}\n{text}" if "/it/" in path else written({"title": "Help"}, text)
    content = content_of(tmp_path, {**CONTACTS, path: words})
    (problem,) = contacts.unreadable_macro(content)

    assert "Toglila da qui e mettila nella pagina, da sola in un paragrafo." == problem.how
    assert (path, words.count("\n", 0, words.index("{{ contact")) + 1) == (
        problem.path,
        problem.line,
    )


@pytest.mark.parametrize("key", ["title", "description"])
def test_a_macro_in_a_title_is_told(tmp_path, key):
    """Titles and descriptions stay plain words: a macro there is told at its line (R80)."""
    problems = found(contacts.unreadable_macro, tmp_path, "Testo.", **{key: f"'Chiama {PHONE}'"})

    assert [2 if key == "title" else 3] == [line for line, _ in problems]


@pytest.mark.parametrize("written", [PHONE, "{{ 112 }}", "{112}"])
def test_braces_in_the_words_for_a_picture_are_told(tmp_path, written):
    """Whoever hears the words for a picture would hear the braces."""
    keys = {"image": "piazza.jpg", "image_alt": f"'La piazza. {written}'"}
    content = content_of(tmp_path, {**CONTACTS, "content/news/it/2026-11-22-x.md": news(**keys)})

    assert [7] == [problem.line for problem in contacts.unreadable_macro(content)]


@pytest.mark.parametrize(("key", "line"), [("title", 2), ("description", 3), ("act", 6)])
def test_braces_in_the_front_matter_are_told(tmp_path, key, line):
    """Half a macro would show its braces there too: it is told at its line (R80)."""
    text = '"Chiama il {112}, di giorno e di notte, per avere aiuto e per chi ti sta accanto."'
    problems = found(contacts.unreadable_macro, tmp_path, "Testo.", **{key: text})

    assert [(line, 'Scrivi così: {{ phone("antitratta") }}')] == problems


def test_each_of_two_equal_slips_has_its_line(tmp_path):
    """The same wrong name made twice is told in both places, and nowhere else."""
    wrong = '{{ phone("zebra") }}'
    problems = found(contacts.unknown_contact, tmp_path, f"{wrong}\n\n{wrong}\n\nCiao.")

    assert [BODY, BODY + 2] == [line for line, _ in problems]


def test_a_macro_in_a_source_is_told(tmp_path):
    """A source is a link and a date: a macro there is told at its line (R80)."""
    source = f"'[Fonte](https://example.org/) {PHONE}'"
    problems = found(contacts.unreadable_macro, tmp_path, "Testo.", sources=source)

    assert [6] == [line for line, _ in problems]


@pytest.mark.parametrize("text", [PHONE, "Via {Roma}"])
def test_a_macro_in_an_address_is_told(tmp_path, text):
    """An address is plain words: a macro there, or half of one, would show its braces (R80)."""
    path = "content/contacts/it/lule.md"
    files = {**CONTACTS, path: contact(address=f"'Via Roma, {text}'")}

    assert [f"{path}:7"] == places_of(contacts.unreadable_macro, content_of(tmp_path, files))


def test_a_macro_in_a_section_heading_is_told(tmp_path):
    """A heading is plain words: a macro there is told at its line (R80)."""
    problems = found(contacts.unreadable_macro, tmp_path, f"## Chiama {PHONE}", sections="[a]")

    assert [BODY + 1] == [line for line, _ in problems]


def test_a_macro_of_the_registry_passes(tmp_path):
    """A contact of the registry, with the fact that is asked for, is fine."""
    text = f'{PHONE} {{{{ email("lule") }}}}\n\n{{{{ contact("112") }}}}'

    assert [] == found(contacts.unknown_contact, tmp_path, text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ('{{ phone("antitrata") }}', "Forse volevi: antitratta"),
        ('{{ phone("Antitratta") }}', "Forse volevi: antitratta"),
        ('{{ phone("ANTITRATTA") }}', "Forse volevi: antitratta"),
        ('{{ contact("Antitratta") }}', "Forse volevi: antitratta"),
        ('{{ phone(" 112") }}', "Forse volevi: 112"),
        ('{{ phone("112.") }}', "Forse volevi: 112"),
        (
            '{{ phone("prova") }}',  # a page, no contact
            "Scegli un nome da content/contacts/it/, per esempio: antitratta",
        ),
        (
            '{{ phone("zebra") }}',
            "Scegli un nome da content/contacts/it/, per esempio: antitratta",
        ),
        ('{{ phone("lule") }}', 'Scrivi la scheda intera: {{ contact("lule") }}'),
        ('{{ email("112") }}', 'Scrivi la scheda intera: {{ contact("112") }}'),
    ],
)
def test_an_unknown_contact_is_told(tmp_path, text, cure):
    """A contact that is not there, or lacks that fact, is told with the likely one (R71)."""
    assert [(BODY, cure)] == found(contacts.unknown_contact, tmp_path, text)


def test_a_contact_with_a_slip_is_not_unknown(tmp_path):
    """A contact that cannot be read has its own message; pages that name it are not told."""
    wrong = {"content/contacts/it/112.md": "Senza testata.", "content/contacts/it/lule.md": ""}
    text = f'{PHONE} {{{{ email("lule") }}}}'
    content = content_of(tmp_path, {**CONTACTS, **wrong, PROVA: page(text)})

    assert [] == lines_of(contacts.unknown_contact, content)
    assert [] == lines_of(contacts.essential_contact_weakened, content)


def test_an_essential_contact_that_is_gone_is_told_once(tmp_path):
    """CONTATTO-05 says that 112 is missing: not each page that names it."""
    assert [] == lines_of(contacts.unknown_contact, content_of(tmp_path, {PROVA: page(PHONE)}))


@pytest.mark.parametrize("text", [PHONE, '{{ contact("incerto") }}', '{{ contact("breve") }}'])
def test_a_contact_that_stays_passes(tmp_path, text):
    """A confirmed number in a sentence, and any card alone, are fine."""
    assert [] == found(contacts.hidden_contact_in_a_sentence, tmp_path, text)


def test_a_sentence_with_an_essential_contact_is_left_alone(tmp_path):
    """112 never hides: when it is not confirmed, or unknown, another message says so (R72)."""
    weak = {"content/contacts/it/112.md": EMERGENCY.replace("confirmed", "unconfirmed")}
    text = f'Chiama {PHONE} o {{{{ phone("zebra") }}}}.'
    content = content_of(tmp_path, {**CONTACTS, **weak, PROVA: page(text)})

    assert [] == lines_of(contacts.hidden_contact_in_a_sentence, content)


def test_a_contact_that_stays_hides_no_other(tmp_path):
    """What may hide is told after a number that stays, too (R72)."""
    text = f'Chiama {PHONE}.\n\nOppure {{{{ phone("breve") }}}}.'
    problems = found(contacts.hidden_contact_in_a_sentence, tmp_path, text)

    assert [BODY + 2] == [line for line, _ in problems]


@pytest.mark.parametrize("name", ["incerto", "breve"])
def test_a_contact_that_may_hide_is_told(tmp_path, name):
    """A number that may hide would leave half a sentence: the cure is its card (R72)."""
    problems = found(
        contacts.hidden_contact_in_a_sentence, tmp_path, f'Chiama {{{{ phone("{name}") }}}}.'
    )

    assert [
        (BODY, f'Usa la scheda, da sola in un paragrafo: {{{{ contact("{name}") }}}}')
    ] == problems


def test_the_two_numbers_of_every_page_pass(tmp_path):
    """112 and the helpline, confirmed and essential, are fine; others may wait to be confirmed."""
    content = content_of(tmp_path, {**CONTACTS, **LOOSE})

    assert [] == lines_of(contacts.essential_contact_weakened, content)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("112", EMERGENCY.replace("confirmed", "unconfirmed"), 4),
        ("112", EMERGENCY.replace("essential: yes\n", ""), 1),
        ("antitratta", HELPLINE.replace("essential: yes", "essential: no"), 1),
        ("altro", contact(status="unconfirmed", essential="yes"), 4),
    ],
)
def test_an_essential_contact_cannot_be_weakened(tmp_path, name, text, line):
    """112 and the helpline stay confirmed and essential, whoever edits them (R72)."""
    path = f"content/contacts/it/{name}.md"
    content = content_of(tmp_path, {**CONTACTS, path: text})

    assert [f"{path}:{line}"] == places_of(contacts.essential_contact_weakened, content)


@pytest.mark.parametrize("name", ["112", "antitratta"])
def test_an_essential_contact_cannot_be_removed(tmp_path, name):
    """A file that vanished is told by its path."""
    path = f"content/contacts/it/{name}.md"
    files = {key: text for key, text in CONTACTS.items() if key != path}
    found = places_of(contacts.essential_contact_weakened, content_of(tmp_path, files))

    assert [f"{path}:1"] == found


@pytest.mark.parametrize("languages", ["[en, ro, zh-Hans, others]", "[fuf, mnk, skr]", None])
def test_languages_with_a_name_pass(tmp_path, languages):
    """Languages that can be named, and the three we know CLDR lacks, are fine."""
    files = {"content/contacts/it/prova.md": contact(languages=languages)}

    assert [] == lines_of(contacts.unnamed_language, content_of(tmp_path, files))


@pytest.mark.parametrize(
    ("tag", "cure"),
    [
        ("xyz", "Controlla il codice; se è giusto, scrivi others al suo posto."),
        ("al", "Forse volevi: sq (albanese)"),
        ("cn", "Forse volevi: zh (cinese)"),
    ],
)
def test_a_language_without_a_name_is_told_once(tmp_path, tag, cure):
    """A slip in a language's tag would drop it in silence; a country's code finds its language."""
    files = {"content/contacts/it/prova.md": contact(languages=f"[{tag}, en, {tag}]")}
    (problem,) = contacts.unnamed_language(content_of(tmp_path, files))

    assert (7, cure) == (problem.line, problem.how)


def test_macros_are_judged_in_every_kind_of_file(tmp_path):
    """News and contacts are judged like pages."""
    wrong = '{{ phone("zebra") }}'
    files = {
        **CONTACTS,
        "content/contacts/en/112.md": written({"title": "Emergency"}, wrong),
        "content/news/it/2026-11-22-x.md": news(wrong),
    }
    found = places_of(contacts.unknown_contact, content_of(tmp_path, files))

    assert ["content/contacts/en/112.md:5", "content/news/it/2026-11-22-x.md:8"] == found
