# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that Python cannot read are a message with their line, like a text."""

from __future__ import annotations

import shutil
import sys

import pytest

from plugins.problem import Stop
from tests.conftest import ROOT
from tests.unit.folders import content_of
from tools.settings import CURE, problems_of

SETTINGS = (ROOT / "pelicanconf.py").read_text("utf-8")
NAME = 'SITENAME = "Mettiamo le ali"'
LINE = SETTINGS.split("\n").index(NAME) + 1


@pytest.fixture(autouse=True)
def own_path(monkeypatch):
    """Settings put their folder where Python looks for modules: here, for one test only."""
    monkeypatch.setattr(sys, "path", list(sys.path))


def told(root, settings: str | bytes, name: str = "pelicanconf.py") -> list[tuple[int, str, str]]:
    """Return line, fault and cure of every problem of a folder with these settings."""
    shutil.copytree(ROOT / "plugins", root / "plugins", dirs_exist_ok=True)
    shutil.copy(ROOT / "publishconf.py", root)
    data = settings if isinstance(settings, bytes) else settings.encode()
    (root / "pelicanconf.py").write_bytes(data)
    problems = problems_of(root / name, content_of(root, {}))
    assert {"pelicanconf.py"} >= {problem.path for problem in problems}
    return [(problem.line, problem.what, problem.how) for problem in problems]


@pytest.mark.parametrize(
    "settings", [SETTINGS, "\ufeff" + SETTINGS, SETTINGS.replace("\n", "\r\n")]
)
def test_settings_that_can_be_read_pass(tmp_path, settings):
    """Windows' ends of lines and its first sign do no harm here."""
    assert [] == told(tmp_path, settings)


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("SITENAME = “Mettiamo le ali”", 'Usa le virgolette diritte: "così".'),
        ('SITENAME = "Mettiamo le ali', 'Chiudi il testo con le virgolette: "così".'),
        ("SITENAME =\u00a0'Ali'", "Cancella gli spazi di questa riga e scrivili di nuovo."),
        ("SITENAME = ('Ali'", "Chiudi la parentesi che si apre qui."),
        ("SITENAME = Mettiamo le ali", CURE),
        ("SITENAME = 'a' ('b')", CURE),
        ("SITENAME = ali", 'Scrivi True, False oppure un testo tra virgolette: "ali"'),
        ("<<<<<<< HEAD", "Tieni il testo giusto e cancella le righe con <<<<<<<, ======= e >>>>>>>."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_told(tmp_path, line, how):
    """Each slip of a pen that does not know Python: its line, its words, what to do."""
    found = told(tmp_path, SETTINGS.replace(NAME, line))

    assert [(LINE, f"Il programma non legge questa riga: «{line}».", how)] == found


def test_a_missing_comma_is_looked_for_above(tmp_path):
    """Python stumbles one line below: the message says so."""
    ((line, what, how),) = told(
        tmp_path, SETTINGS.replace('"Comune di Crema",', '"Comune di Crema"')
    )

    assert (True, True) == ('"url"' in what, "in fondo alla riga sopra" in how)
    assert SETTINGS.split("\n")[line - 1].strip() in what


def test_a_space_before_a_line_is_told(tmp_path):
    """In Python a space at the beginning of a line says something."""
    ((line, _, how),) = told(tmp_path, SETTINGS.replace(NAME, f" {NAME}"))

    assert (LINE, "Togli gli spazi all'inizio della riga.") == (line, how)


def test_another_encoding_is_told(tmp_path):
    """Saved as Windows-1252 the file says to be saved anew."""
    ((_, _, how),) = told(tmp_path, SETTINGS.replace(NAME, 'SITENAME = "Città"').encode("cp1252"))

    assert "Salva di nuovo il file scegliendo la codifica UTF-8." == how


def test_a_wrong_value_is_told_at_its_line(tmp_path):
    """What can be read is judged by the checks, each at its line."""
    ((line, what, _),) = told(tmp_path, SETTINGS.replace(NAME, 'SITENAME = ""'))

    assert (LINE, "SITENAME è «».") == (line, what)


def test_what_the_environment_lacks_stays_a_stop(tmp_path, monkeypatch):
    """A TODAY that is no date is no fault of the file."""
    monkeypatch.setenv("TODAY", "domani")

    with pytest.raises(Stop, match="TODAY è «domani»"):
        told(tmp_path, SETTINGS)


def test_a_fault_of_the_program_is_not_laid_on_the_settings(tmp_path):
    """What breaks outside the two files is no slip of staff."""
    with pytest.raises(ImportError):
        told(
            tmp_path,
            SETTINGS.replace("from plugins import clock", "import json\njson.loads('')").replace(
                "json.loads('')",
                "from importlib import import_module as i\ni('nothing_here')\nfrom plugins import clock",
            ),
        )
