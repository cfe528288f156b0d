# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number typed in a page goes on being wrong there after it has changed (R71, R73)."""

from __future__ import annotations

import pytest

from plugins.checks import numbers
from tests.unit.folders import (
    BODY,
    CONTACTS,
    PROVA,
    contact,
    content_of,
    lines_of,
    page,
    places_of,
    prova,
    translation,
    written,
)

PHONES = [
    "05/13 - 20/12",
    "800.000.001",
    "800.001.000",
    "protocollo e telefono 0373 894123",
    "800 290 290",
    "800290290",
    "800.290.290",
    "803.123.456",
    "840.123.456",
    "848.123.456",
    "199.123.456",
    "899.123.456",
    "800-290-290",
    "800/290290",
    "800\u00a0290\u00a0290",
    "800&nbsp;290&nbsp;290",
    "800–290–290",
    "800 29 02 90",
    "8 0 0 2 9 0 2 9 0",
    "**800 290 290**",
    "n. 800 290 290",
    "n° 800 290 290",
    "800 290 290, gratis",
    "+39 0373 894111",
    "+39.0373.894111",
    "0039 0373 894111",
    "(0373) 894111",
    "0373/894111",
    "0373-894111",
    "0373 / 894111",
    "0373 - 894111",
    "0373 89 41 11",
    "0373.89.41.11",
    "0373-89-41-11",
    "tel. 0373 894111",
    "tel.0373894111",
    "tel:0373894111",
    "333 1234567",
    "0373 894",
    "٨٠٠ ٢٩٠ ٢٩٠",
    "[sul sito](prova.md)800290290",
    "1522 333 1234567",
    "0373894123 1522",
    "1522 0373 894123 1522",
    "333 1234567 - 0373 894123",
    "333 123456",
    "333 12345678",
    "00 40 721 123 456",
    "+40 721 123",
    "890 1234",
    "840 1234",
    "800 290 2901",
    "800 2902901",
    "0373 8941234",
    "0040 12345",
    "0040 12345678901",
    "(+40) 72112",
    "tel. 0373 894123 P.IVA 01234567890",
    "Protocollo: 0373 894409",
    "prot. 0373 894409",
    "0373-13 14-18",
    "+39 112",
    "١١٢",
    "112",
    "il 112.",
    "(112)",
    "800\u2011290\u2011290",
    "800\u2010290\u2012290",
    "800\u2014290\u2014290",
    "800\u2009290\u2007290",
    "800\u2008290\u202f290",
    "800 **290** 290",
    "**0373** - 894123",
    "https://wa.me/393501234567",
    "[WhatsApp](https://wa.me/+393501234567)",
    "[WhatsApp](https://api.whatsapp.com/send?phone=393501234567)",
    "[WhatsApp](https://web.whatsapp.com/send/?phone=393501234567&text=ciao)",
    "wa.me/393501234567",
]
NOT_PHONES = [
    "P.I. 00111540191",
    "cod. fisc. 00111540191",
    "05/12 - 20/12",
    "3/12-10/12-17/12",
    "31/1 - 1/12",
    "800.000.000",
    "840.000.000 di euro",
    "CIG 8034567890",
    "CIG: 8034567890",
    "prot. n. 0312345",
    "ISSN 0392-1234",
    "matricola 0345678",
    "c.c.p. n. 0010313268",
    "2026-11-22",
    "22/11/2026",
    "22.11.2026",
    "22/11/2026 18:00",
    "18 ottobre 2025",
    "22 novembre",
    "2022–2024",
    "2022-2024",
    "2022\u20142024",
    "https://www.whatsapp.com/legal/",
    "2007/2008",
    "dal 2022 al 2024",
    "articolo 18",
    "art. 603-bis",
    "art. 112",
    "legge 199/2016",
    "legge n. 199 del 2016",
    "delibera n. 1234/2025",
    "direttiva 2011/36/UE",
    "7.000 euro",
    "112 euro",
    "€ 112",
    "€ 1.250.000",
    "1.250.000 euro",
    "11.320.000 euro",
    "2.562 persone",
    "2.500.000 persone",
    "199.250 (2024) persone",
    "1.800.290 persone",
    "26013 Crema",
    "372 123",
    "0373 89",
    "037389412345",
    "333 12345",
    "333123456789",
    "840 123",
    "80029029012",
    "0040 1234",
    "0040123456789012",
    "+40 1234",
    "850 1234",
    "Partita IVA 01234567890",
    "P.IVA: 01234567890",
    "partita IVA del Comune di Crema 00111540191",
    "C.F. 00111540191",
    "CF 03738941230",
    "C. F. e P. IVA 03738941230",
    "codice fiscale 91035680197",
    "CIG 9876543210",
    "CUP J11B21000000001",
    "IBAN IT60 X054 2811 1010 0000 0123 456",
    "IBAN IT60X0542811101000000123456",
    "ISBN 978-88-04-12345-6",
    "ISBN 9788804123456",
    "prot. 0012345/2026",
    "protocollo n. 2026/0012345",
    "Prot. n. 0012345",
    "R.G. 12345/2026",
    "Rep. 1234567",
    "3 500 000",
    "12 500 000 abitanti",
    "18.10.2026-20.10.2026",
    "05.10.2026 - 07.10.2026",
    "01/10/2026-07/10/2026",
    "Via Roma 10-12-14-16",
    "Piazza Duomo 25 26013 Crema",
    "Lunedì 9-13 14-18",
    "09-13 14-18",
    "martedì 08–12 / 13–17",
    "posti 100-120-150",
    "risultati 25-20 25-18 25-23",
    "45.362500, 9.687800",
    "9.30-18.00",
    "15.000-20.000 euro",
    "https://example.org/0373894111",
    "[qui](https://example.org/id/12345678)",
    "[qui](prova.md#2026)",
    "<aiuto@example.org>",
    '{{ phone("112") }}',
    "{{ phone(112) }}",
]
TABLE = (
    "| anno | persone | spesa |\n|---|---|---|\n| 2022 | 1.250 | 7.000 |\n| 2024 | 2.562 | 9.000 |"
)


@pytest.mark.parametrize("written_so", PHONES)
def test_a_typed_number_is_told_however_it_is_written(tmp_path, written_so):
    """Seven digits or more in any spacing, or a short code of ours, is one message (R71)."""
    content = prova(tmp_path, page(f"Prima.\n\nChiama {written_so} ora."))

    assert [BODY + 2] == lines_of(numbers.number_outside_registry, content)


@pytest.mark.parametrize("text", ["Chiama 800 290\n290 ora.", "Chiama 800\n290 290 ora."])
def test_a_number_wrapped_over_two_lines_is_told(tmp_path, text):
    """A number that an editor wrapped is still a number (R71)."""
    content = prova(tmp_path, page(f"Prima.\n\n{text}"))

    assert [BODY + 2] == lines_of(numbers.number_outside_registry, content)


@pytest.mark.parametrize("text", NOT_PHONES)
def test_dates_laws_and_sums_are_no_numbers(tmp_path, text):
    """A date, a law, a sum, a post code, an address or half a macro is no phone number (R71)."""
    content = prova(tmp_path, page(f"Ecco: {text} e basta."))

    assert [] == lines_of(numbers.number_outside_registry, content)


def test_a_table_of_numbers_passes(tmp_path):
    """Years and sums side by side in a table are not one number (R71)."""
    assert [] == lines_of(numbers.number_outside_registry, prova(tmp_path, page(TABLE)))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Chiama 800 290 290.", 'Sostituiscilo con {{ phone("antitratta") }}:'),
        ("Chiama +39 800290290.", 'Sostituiscilo con {{ phone("antitratta") }}:'),
        ("Chiama (0039) 800290290.", 'Sostituiscilo con {{ phone("antitratta") }}:'),
        ("Chiama ٨٠٠ ٢٩٠ ٢٩٠.", 'Sostituiscilo con {{ phone("antitratta") }}:'),
        ("Chiama il 112.", 'Sostituiscilo con {{ phone("112") }}:'),
        ("Chiama 0373 894111.", 'e scrivi qui {{ phone("nome-del-contatto") }}'),
        ("Scrivi a aiuto@example.org.", 'Sostituiscilo con {{ email("lule") }}:'),
        ("Scrivi a altro@example.org.", 'e scrivi qui {{ email("nome-del-contatto") }}'),
    ],
)
def test_the_cure_is_the_macro_to_write(tmp_path, text, cure):
    """The message gives the macro of the contact that has that number (R71)."""
    problem = next(numbers.number_outside_registry(prova(tmp_path, page(text))))

    assert cure in problem.how


@pytest.mark.parametrize("key", [{"status": "unconfirmed"}, {"expires_on": "2027-01-31"}])
def test_the_cure_earns_no_other_message(tmp_path, key):
    """A contact that may be hidden is answered with its card, not with a macro CONTATTO-02 refuses."""
    desk = contact(phone='"0373 894111"', dial='"+390373894111"', **key)
    files = {**CONTACTS, PROVA: page("Chiama 0373 894111."), "content/contacts/it/desk.md": desk}
    problem = next(numbers.number_outside_registry(content_of(tmp_path, files)))

    assert 'Sostituiscilo con {{ contact("desk") }}, da solo in un paragrafo:' in problem.how


DESK = "content/contacts/it/desk.md"
CHAT = contact(whatsapp='"+39 350 123 4567"')


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("+39 350 1234567", 'Sostituiscilo con {{ contact("desk") }}, da solo in un paragrafo:'),
        (
            "https://wa.me/393501234567",
            'Sostituiscilo con {{ contact("desk") }}, da solo in un paragrafo:',
        ),
        ("https://wa.me/393501234568", 'e scrivi qui {{ contact("nome-del-contatto") }}'),
    ],
)
def test_a_chat_is_answered_with_its_card(tmp_path, text, cure):
    """Only the card shows a WhatsApp number: no macro does inside a sentence (R71)."""
    content = content_of(tmp_path, {**CONTACTS, DESK: CHAT, PROVA: page(f"Scrivi: {text}")})
    (problem,) = numbers.number_outside_registry(content)

    assert cure in problem.how
    assert f"«{text}» è scritto" in problem.what


def test_a_number_is_quoted_as_it_was_written(tmp_path):
    """The dashes of Word stay in the message: its writer looks for them."""
    (problem,) = numbers.number_outside_registry(
        prova(tmp_path, page("Allo 800\u2011290\u2011290."))
    )

    assert "«800\u2011290\u2011290» è scritto nella pagina." == problem.what


@pytest.mark.parametrize("key", ["title", "description"])
@pytest.mark.parametrize(
    ("number", "cure"),
    [
        ("800 290 290", 'Toglilo da qui e scrivi nel testo {{ phone("antitratta") }}'),
        (
            "0373 894123",
            'Mettilo nel registro (make contact) e scrivi nel testo, non qui, {{ phone("nome-del-contatto") }}',
        ),
    ],
)
def test_no_macro_is_advised_where_none_can_stand(tmp_path, key, number, cure):
    """A title, a description and a heading hold plain words only: MACRO-01 would refuse the cure."""
    inside = prova(tmp_path, page(f"## Chiama {number}", **{key: f'"Chiama {number} adesso"'}))
    found = [(p.line, p.how) for p in numbers.number_outside_registry(inside)]

    assert [(BODY, cure), (2 if key == "title" else 3, cure)] == found


@pytest.mark.parametrize(
    ("key", "text", "cure"),
    [
        ("title", "Sportello 0373 894123", "Toglilo da qui: il suo posto è la riga phone."),
        (
            "address",
            "Via Roma 5, tel. 800 290 290",
            "Toglilo da qui: il suo posto è la riga phone.",
        ),
        ("address", "Via Roma, a@example.org", "Toglilo da qui: il suo posto è la riga email."),
    ],
)
def test_a_number_out_of_place_in_a_contact_is_told(tmp_path, key, text, cure):
    """A contact has a line for its number: elsewhere it could not be called, or would grow old."""
    files = {**CONTACTS, DESK: contact(**{key: f'"{text}"'})}
    (problem,) = numbers.number_outside_registry(content_of(tmp_path, files))

    assert (2 if key == "title" else 7, cure) == (problem.line, problem.how)


def test_a_macro_can_stand_in_an_act_and_in_the_words_of_a_contact(tmp_path):
    """There the cure is the macro, as in the text of a page."""
    act, words = page(act='"Chiama 800 290 290"'), contact("Chiama 800 290 290.")
    content = content_of(tmp_path, {**CONTACTS, PROVA: act, DESK: words})
    found = [problem.how for problem in numbers.number_outside_registry(content)]

    assert [
        'Sostituiscilo con {{ phone("antitratta") }}: così, se cambia, cambia ovunque.'
    ] * 2 == found


def test_a_contact_may_have_an_address(tmp_path):
    """House number and post code are no phone number."""
    files = {**CONTACTS, DESK: contact(address='"Piazza Duomo 25/27, 26013 Crema (CR)"')}

    assert [] == lines_of(numbers.number_outside_registry, content_of(tmp_path, files))


@pytest.mark.parametrize(("key", "line"), [("title", 2), ("description", 3), ("act", 6)])
def test_a_number_in_the_front_matter_is_told(tmp_path, key, line):
    """Titles, descriptions and acts are judged at their line (R71)."""
    content = prova(tmp_path, page(**{key: '"Chiama 800 290 290 se hai bisogno di aiuto, adesso"'}))

    assert [line] == lines_of(numbers.number_outside_registry, content)


def test_every_kind_of_file_is_judged(tmp_path):
    """A number typed in a translation or in a contact's sentences is told too (R71)."""
    files = {
        **CONTACTS,
        PROVA: page(),
        "content/pages/en/prova.md": translation("Call 800 290 290."),
        "content/contacts/en/112.md": written({"title": "Emergency"}, "Or 0373 894111."),
    }
    found = places_of(numbers.number_outside_registry, content_of(tmp_path, files))

    assert ["content/contacts/en/112.md:5", "content/pages/en/prova.md:8"] == found


@pytest.mark.parametrize(
    ("phone", "dial"),
    [
        ("800 290 290", "800290290"),
        ("112", "112"),
        ("1522", "1522"),
        ("114", "114"),
        ("116 000", "116000"),
        ("116 117", "116117"),
        ("19696", "19696"),
        ("0373 8941", "+3903738941"),
        ("+39 0373 8941", "+3903738941"),
        ("0039 0373 8941", "+3903738941"),
        ("333 123 4567", "+393331234567"),
    ],
)
def test_a_number_that_works_in_italy_passes(tmp_path, phone, dial):
    """Short and toll-free numbers without +39, ordinary ones with it (R73)."""
    files = {"content/contacts/it/prova.md": contact(phone=f'"{phone}"', dial=f'"{dial}"')}

    assert [] == lines_of(numbers.wrong_number, content_of(tmp_path, files))


@pytest.mark.parametrize("number", ["+39 350 909 2008", "+393509092008", "+39 0373 894111"])
def test_a_whatsapp_number_that_works_passes(tmp_path, number):
    """An Italian mobile phone, or an office's number, with +39 (R73)."""
    files = {"content/contacts/it/prova.md": contact(whatsapp=f'"{number}"')}

    assert [] == lines_of(numbers.wrong_number, content_of(tmp_path, files))


@pytest.mark.parametrize("number", ["+39 350 909", "+39 999 909 200", "+39 800 290 290"])
def test_a_whatsapp_number_that_does_not_work_is_told(tmp_path, number):
    """A number with too few digits, or that is none, would leave a reader writing to nobody (R73)."""
    files = {"content/contacts/it/prova.md": contact(whatsapp=f'"{number}"')}
    (problem,) = numbers.wrong_number(content_of(tmp_path, files))

    assert (7, f"«{number}» non è un numero italiano.") == (problem.line, problem.what)


def test_an_office_without_a_phone_passes(tmp_path):
    """An office that is only visited or written to needs neither key (R73)."""
    content = content_of(tmp_path, {"content/contacts/it/prova.md": contact()})

    assert [] == lines_of(numbers.wrong_number, content)


def test_a_number_is_dialled_with_the_digits_of_a_keypad(tmp_path):
    """A phone may not call a number written in the digits of Arabic or Bengali (R73)."""
    text = contact(phone='"800 290 290"', dial='"٨٠٠٢٩٠٢٩٠"')
    (problem,) = content_of(tmp_path, {"content/contacts/it/prova.md": text}).problems

    assert (8, True) == (problem.line, "٨٠٠٢٩٠٢٩٠" in problem.what)


def test_a_number_shown_with_its_prefix_is_known_without(tmp_path):
    """The macro is found whether the page or the registry has +39 before the number (R71)."""
    shown = contact(phone='"+39 0373 8941"', dial='"+3903738941"')
    files = {PROVA: page("Chiama 0373 8941."), "content/contacts/it/sportello.md": shown}
    (problem,) = numbers.number_outside_registry(content_of(tmp_path, files))

    assert '{{ phone("sportello") }}' in problem.how


@pytest.mark.parametrize(
    ("phone", "dial", "english"),
    [
        ("800 290 290", None, "phone without dial"),
        (None, "800290290", "phone without dial"),
        ("800 290 290", "800290291", "shown and dialled numbers differ"),
        ("112", "113", "shown and dialled numbers differ"),
        ("116 000", "+39116000", "not a number that works in Italy"),
        ("800 290 290", "+39800290290", "not a number that works in Italy"),
        ("0373 8941", "03738941", "not a number that works in Italy"),
        ("116 1170", "1161170", "not a number that works in Italy"),
        ("999 999", "999999", "not a number that works in Italy"),
        ("0000 0000", "+3900000000", "not a number that works in Italy"),
        ("333 123", "+39333123", "not a number that works in Italy"),
    ],
)
def test_a_number_that_does_not_work_is_told(tmp_path, phone, dial, english):
    """A link that dials another number than the one shown, or none, is told (R73)."""
    keys = {"phone": phone and f'"{phone}"', "dial": dial and f'"{dial}"'}
    content = content_of(tmp_path, {"content/contacts/it/prova.md": contact(**keys)})

    assert [english] == [problem.english for problem in numbers.wrong_number(content)]
