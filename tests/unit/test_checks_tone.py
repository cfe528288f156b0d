# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text that frightens or hurries is told; a calm one, names and all, passes (R68)."""

from __future__ import annotations

import pytest

from plugins.checks import tone
from tests.conftest import ROOT
from tests.unit.folders import BODY, CONTACTS, PROVA, content_of, news, page, translation

LIST = {tone.ALARMING: (ROOT / tone.ALARMING).read_text("utf-8")}


def told(tmp_path, files):
    """Return path, line and quoted words of every problem."""
    found = tone.alarming_text(content_of(tmp_path, {**LIST, **CONTACTS, **files}))
    return [(problem.path, problem.line, problem.what.split("»")[0].split("«")[1]) for problem in found]  # fmt: skip


@pytest.mark.parametrize(
    "calm",
    [
        "Sei in pericolo adesso? Chiama subito: rispondono giorno e notte.",
        "Lo dicono UNODC, GRETA e la LILA; l'associazione è una ODV.",
        "Brava! E poi riposa.",
        "È gratis, vero? Sì! Chiama.",
        "Mostra questa schermata, e i mostri restano nelle favole.",
        "Ti aspettano tra cinque giorni.",
        "[Leggi](https://example.org/AAAAAAAA!!) e poi {{ phone('112') }}",
        "Attenzione: le parole sono due. È urgente? Telefona.",
        "La soccorritrice corre.",
        "Scrivi a AIUTOAIUTO@example.org!! o su https://example.org/AAAAAAAA!",
        "Guarda!![Una foto](../../images/foto.png)",
    ],
)
def test_a_calm_text_passes(tmp_path, calm):
    """Danger is named plainly; names of organisations are written as they are (R68)."""
    assert [] == told(tmp_path, {PROVA: page(calm)})


@pytest.mark.parametrize(
    ("loud", "quoted"),
    [
        ("Chiama!!", "!!"),
        ("Chiama! !", "! !"),
        ("Che cosa aspetti?!", "?!"),
        ("Che orrore!?", "!?"),
        ("ATTENZIONE: chiama.", "ATTENZIONE"),
        ("Guarda![ALLARMI](../../images/foto.png)", "ALLARMI"),
        ("NON STARE ZITTA, chiama.", "NON STARE ZITTA"),
        ("Una storia terribile.", "terribil…"),
        ("Le schiave del sesso.", "schiav… del sesso"),
        ("Affrettati a chiamare.", "affrett…"),
        ("Hai solo tre giorni per chiamare.", "hai solo … giorni"),
        ("Mancano 12 ore.", "mancano … ore"),
        ("Chiama prima che sia troppo tardi.", "prima che sia troppo tardi"),
    ],
)
def test_alarm_is_told_at_its_line(tmp_path, loud, quoted):
    """Piled marks, shouted words, alarm and countdowns are told where they stand (R68)."""
    found = told(tmp_path, {PROVA: page(f"Prima riga.\n\n{loud}")})

    assert (PROVA, BODY + 2, quoted) in found


def test_an_address_in_the_closing_act_is_not_read(tmp_path):
    """The name of an organisation stays as it is, whatever its link says (R68)."""
    act = '"Leggi che cosa dice la [UNODC](https://www.unodc.org/HELPHELP!!)."'

    assert [] == told(tmp_path, {PROVA: page(act=act)})


@pytest.mark.parametrize("key", ["title", "description", "act"])
def test_what_stands_on_top_is_read_too(tmp_path, key):
    """Titles, descriptions and closing acts are text like the rest (R68)."""
    found = told(tmp_path, {PROVA: page(**{key: "Una frase terribile, che riassume la pagina di prova."})})  # fmt: skip

    assert [(PROVA, {"title": 2, "description": 3, "act": 6}[key], "terribil…")] == found


def test_news_and_easy_italian_are_read_others_not(tmp_path):
    """Everything in Italian is read, easy Italian too; other languages have other words (R68)."""
    paths = ["content/news/it/2026-11-22-x.md", "content/pages/it-simple/prova.md"]
    files = {
        paths[0]: news("Terribile."),
        paths[1]: translation("Terribile."),
        "content/pages/es/prova.md": translation("Terribile!!"),
        PROVA: page(),
    }

    assert paths == [path for path, *_ in told(tmp_path, files)]
