# SPDX-License-Identifier: AGPL-3.0-or-later
"""What only the Comune can say is checked where the Comune says it (R88)."""

from __future__ import annotations

import pytest

import pelicanconf
from plugins.checks import settings
from tests.unit.folders import content_of, lines_of, page, places_of, translation

TEXT = "MUNICIPALITY = {\n    'accessibility_url': '',\n}"
AGID = "https://form.agid.gov.it/view/123"


NOTHING = object()
WEB = 'Scrivi tra virgolette un indirizzo che comincia con https://, oppure lascia le virgolette vuote: ""'
HOSTS = 'Scrivi nome del sito e lingua così: "coe.int": "en",'


def facts(name: str = "", value: object = NOTHING, **others: object) -> dict[str, object]:
    """Return the real settings with one of them changed; NOTHING takes it out."""
    found = {**vars(pelicanconf), "MUNICIPALITY": dict(pelicanconf.MUNICIPALITY), "TEXT": ""}
    found |= others
    group, _, key = name.rpartition(".")
    place = found[group] if group else found
    if value is NOTHING:
        place.pop(key, None)
    else:
        place[key] = value
    return found


def values(url: str, preview: bool = False) -> dict[str, object]:
    """Return settings with this accessibility address."""
    return {"TEXT": TEXT, "PREVIEW": preview, "MUNICIPALITY": {"accessibility_url": url}}


@pytest.mark.parametrize("url", ["", AGID])
def test_agids_declaration_passes(url):
    """No address yet, or AgID's, is fine (R88)."""
    assert [] == lines_of(settings.foreign_declaration, values(url))


@pytest.mark.parametrize(
    "url",
    ["https://example.org/", "http://form.agid.gov.it/x", "https://form.agid.gov.it.example.org/"],
)
def test_a_home_made_declaration_stops(url):
    """Any other address stops publication: it would not satisfy the law (R88)."""
    problems = list(settings.foreign_declaration(values(url)))

    assert ["ERRORE"] == [problem.severity for problem in problems]


@pytest.mark.parametrize(("url", "preview"), [(AGID, False), (AGID, True), ("", True)])
def test_a_declaration_or_a_preview_passes(url, preview):
    """A preview needs no declaration, and a public site with one is fine (R88)."""
    assert [] == lines_of(settings.missing_declaration, values(url, preview))


def test_a_public_site_without_a_declaration_warns():
    """The warning names who must file it; it never stops publication (R88)."""
    problem = next(settings.missing_declaration(values("")))

    assert ("AVVISO", True) == (problem.severity, "(RTD)" in problem.how)


@pytest.mark.parametrize(
    ("check", "url"),
    [(settings.foreign_declaration, "https://example.org/"), (settings.missing_declaration, "")],
)
def test_a_setting_is_told_in_its_file(check, url):
    """Whoever reads the report opens the file of the settings at its line (R88)."""
    assert ["pelicanconf.py:2"] == places_of(check, values(url))


def test_the_real_settings_pass():
    """The settings of the site have the form they must have."""
    assert [] == lines_of(settings.wrong_setting, facts())


@pytest.mark.parametrize("name", settings.FORMS)
@pytest.mark.parametrize("value", [None, 3, {"a": "b"}, [1]])
def test_another_kind_of_value_is_told(name, value):
    """Each setting is read as one kind of value, and another gives one message."""
    right = isinstance(value, dict) and name == "MUNICIPALITY"  # its keys are judged one by one
    told = [problem.english for problem in settings.wrong_setting(facts(name, value))]

    assert right or [f"{name} is not as it must be"] == told


@pytest.mark.parametrize("name", settings.FORMS)
def test_a_setting_that_is_gone_is_told(name):
    """Pelican would put a foreign value in its place, or none."""
    told = [(found.english, found.how) for found in settings.wrong_setting(facts(name))]

    group, _, key = name.rpartition(".")
    may_be_empty = group and key != "name"
    how = f'Aggiungi la riga: "{key}": "",' if may_be_empty else settings.FORMS[name][1]

    assert [(f"{name} is missing", how)] == told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITENAME", "Città & ali"),
        ("SITEURL", "https://ali.example.org/crema/ali"),
        ("PREVIEW", False),
        ("EDIT_URL", ""),
        ("EDIT_URL", "https://example.org/edit/{path}?x"),
        ("UNREVIEWED", "hide"),
        ("MUNICIPALITY.url", ""),
        ("MUNICIPALITY.url", "https://comune.crema.cr.it"),
        ("MUNICIPALITY.tax_code", "00000000000"),
        ("MUNICIPALITY.report_url", "https://comune.crema.cr.it/a?b=c#d"),
        ("MUNICIPALITY.report_url", "https://Comune.Crema.cr.it:8443/a"),
        ("MUNICIPALITY.report_url", "https://comune.crema.cr.it?a=b"),
        ("MUNICIPALITY.accessibility_url", "https://example.org/"),
        ("NAVIGATION", ["aiuto"]),
        ("NAVIGATION", ()),
        ("LEGAL_NAVIGATION", ("mappa",)),
        ("FOREIGN_HOSTS", {}),
        ("FOREIGN_HOSTS", {"a.example.org": "zh-Hans"}),
    ],
)
def test_what_staff_may_write_passes(name, value):
    """Every form that the site can use is accepted."""
    assert [] == lines_of(settings.wrong_setting, facts(name, value))


@pytest.mark.parametrize(
    ("name", "value", "what", "how"),
    [
        ("SITENAME", " ", "SITENAME è « ».", 'Scrivi: SITENAME = "Mettiamo le ali"'),
        ("SITEURL", "ali.example.org", "SITEURL è «ali.example.org».", 'Scrivi: SITEURL = "http://localhost:8000"'),
        ("SITEURL", "https://a.it/?b", "SITEURL è «https://a.it/?b».", 'Scrivi: SITEURL = "http://localhost:8000"'),
        ("PREVIEW", "no", "PREVIEW è «no».", "Scrivi: PREVIEW = True"),
        ("EDIT_URL", "https://a.it/", "EDIT_URL è «https://a.it/».", 'Scrivi un indirizzo https:// con {path} al posto del file, oppure: EDIT_URL = ""'),
        ("TODAY", "2026-11-22", "TODAY è «2026-11-22».", "Scrivi: TODAY = clock.today()"),
        ("UNREVIEWED", "nascondi", "UNREVIEWED è «nascondi».", 'Scrivi: UNREVIEWED = "show" oppure UNREVIEWED = "hide"'),
        ("TIMEZONE", "Roma", "TIMEZONE è «Roma».", 'Scrivi: TIMEZONE = "Europe/Rome"'),
        ("DEFAULT_LANG", "italiano", "DEFAULT_LANG è «italiano».", 'Scrivi: DEFAULT_LANG = "it"'),
        ("MUNICIPALITY", "Crema", "MUNICIPALITY è «Crema».", "Rimetti com'erano le righe tra MUNICIPALITY = { e la sua }"),
        ("MUNICIPALITY.name", "", "In MUNICIPALITY, name è «».", 'Scrivi: "name": "Comune di Crema",'),
        ("MUNICIPALITY.url", "comune.crema.cr.it", "In MUNICIPALITY, url è «comune.crema.cr.it».", WEB),
        ("MUNICIPALITY.url", "https://crema", "In MUNICIPALITY, url è «https://crema».", WEB),
        ("MUNICIPALITY.url", "https://a.it/b c", "In MUNICIPALITY, url è «https://a.it/b c».", WEB),
        ("MUNICIPALITY.transparency_url", "javascript:alert(1)", "In MUNICIPALITY, transparency_url è «javascript:alert(1)».", WEB),
        ("MUNICIPALITY.tax_code", "123", "In MUNICIPALITY, tax_code è «123».", 'Scrivi le undici cifre tra virgolette, oppure lascia: "tax_code": "",'),
        ("MUNICIPALITY.accessibility_url", [], "In MUNICIPALITY, accessibility_url è «[]».", 'Scrivi: "accessibility_url": "",'),
        ("NAVIGATION", "aiuto", "NAVIGATION è «aiuto».", 'Scrivi i nomi così: NAVIGATION = ("aiuto", "segnali")'),
        ("LEGAL_NAVIGATION", "mappa", "LEGAL_NAVIGATION è «mappa».", 'Scrivi i nomi così: LEGAL_NAVIGATION = ("privacy", "mappa")'),
        ("FOREIGN_HOSTS", {"coe.int": "inglese"}, "FOREIGN_HOSTS è «{'coe.int': 'inglese'}».", HOSTS),
        ("FOREIGN_HOSTS", {"https://coe.int/": "en"}, "FOREIGN_HOSTS è «{'https://coe.int/': 'en'}».", HOSTS),
        ("FOREIGN_HOSTS", {"coe": "en"}, "FOREIGN_HOSTS è «{'coe': 'en'}».", HOSTS),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_told_with_its_cure(name, value, what, how):
    """It would stand on every page: one message quotes it and says what to write."""
    (problem,) = settings.wrong_setting(facts(name, value))

    assert (what, how) == (problem.what, problem.how)


def test_a_misspelt_key_is_named():
    """Who changed a name by mistake is told the right one, where the wrong one stands."""
    changed = facts(
        "MUNICIPALITY.tax_code", TEXT='MUNICIPALITY = {\n    "name": "",\n    "taxcode": "",\n}'
    )
    changed["MUNICIPALITY"]["taxcode"] = ""
    (problem,) = settings.wrong_setting(changed)

    assert (3, "In MUNICIPALITY, tax_code non c'è.", "Al posto di taxcode scrivi tax_code") == (
        problem.line, problem.what, problem.how,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("SITENAME", "# x\nSITENAMES = 1\nSITENAME: 3", 3),
        ("SITENAME", "# SITENAME\n\n", 1),
        ("MUNICIPALITY.url", "X = 1\nMUNICIPALITY = {}", 2),
        ("MUNICIPALITY.tax_code", "X = 1\n\n  MUNICIPALITY = {}", 3),
    ],
)
def test_what_is_missing_is_told_where_it_should_be(name, text, line):
    """The line of the setting, of its list, or the first."""
    assert [line] == lines_of(settings.wrong_setting, facts(name, TEXT=text))


def test_a_wrong_setting_is_told_at_its_line():
    """Whoever reads the report goes to the line at once."""
    changed = facts(
        "MUNICIPALITY.url", "x", TEXT="MUNICIPALITY = {\n    'name': '',\n    'url': 'x',\n}"
    )

    assert ["pelicanconf.py:3"] == places_of(settings.wrong_setting, changed)


@pytest.mark.parametrize(
    ("menu", "names", "cures"),
    [
        ("NAVIGATION", ("aiuto", "altro", "rotta"), []),
        ("LEGAL_NAVIGATION", ["mappa"], []),
        ("NAVIGATION", "aiuto", []),
        ("NAVIGATION", ("aiuto.md",), ['Forse volevi: "aiuto"']),
        ("LEGAL_NAVIGATION", ("zebra", "aiuti"), ['Togli "zebra", oppure aggiungi la pagina.', 'Forse volevi: "aiuto"']),
        ("NAVIGATION", ("solo",), ['Togli "solo", oppure aggiungi la pagina.']),
    ],
)  # fmt: skip
def test_a_menu_names_pages(tmp_path, menu, names, cures):
    """A menu leads to pages that are there; a core page that went has its own message."""
    content = content_of(
        tmp_path,
        {
            "content/pages/it/aiuto.md": page(),
            "content/pages/it/altro.md": page(),
            "content/pages/it/Rotta.md": page(),
            "content/pages/en/solo.md": translation(),
        },
    )
    changed = facts(menu, names, CONTENT=content, TEXT=f"\n{menu} = ()")
    found = list(settings.unknown_page(changed))

    assert cures == [problem.how for problem in found]
    assert {("pelicanconf.py", 2)} >= {(problem.path, problem.line) for problem in found}


def test_one_wrong_setting_hides_no_other():
    """All are told in one run (R80)."""
    told = lines_of(settings.wrong_setting, facts("MUNICIPALITY", "Crema", FOREIGN_HOSTS=3))

    assert [1, 1] == told
