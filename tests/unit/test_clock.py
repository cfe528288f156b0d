# SPDX-License-Identifier: AGPL-3.0-or-later
"""The day of a build comes from TODAY, so that the same commit gives the same bytes."""

from __future__ import annotations

import datetime
import os
from types import SimpleNamespace

import pytest

from plugins import clock
from plugins.problem import Stop
from tools import build


def test_today_can_be_stated(monkeypatch):
    """TODAY fixes the day of a build (R100)."""
    monkeypatch.setenv("TODAY", "2026-11-22")

    assert datetime.date(2026, 11, 22) == clock.today()


class Midnight(datetime.datetime):
    """A clock that stands at half past eleven at night in Greenwich."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        """Return that moment in the time zone that is asked for."""
        return datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC).astimezone(tz)


def test_today_is_romes_day_when_it_is_not_stated(monkeypatch):
    """Without TODAY the day is that of Crema, where it is already tomorrow."""
    monkeypatch.delenv("TODAY", raising=False)
    monkeypatch.setattr(clock, "datetime", SimpleNamespace(datetime=Midnight, date=datetime.date))

    assert datetime.date(2026, 11, 23) == clock.today()


@pytest.mark.parametrize("stated", ["22/11/2026", "2026-02-30", "oggi"])
def test_a_today_that_is_no_date_stops_the_build(monkeypatch, stated):
    """A TODAY that is no date stops the build with the form to write."""
    monkeypatch.setenv("TODAY", stated)

    with pytest.raises(Stop, match=r"TODAY=2026-11-22"):
        clock.today()


def test_a_build_reads_the_clock_once(monkeypatch, tmp_path, capsys):
    """Whatever asks during a build hears the day it began on, also after midnight (R100)."""
    monkeypatch.setenv("TODAY", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "build", lambda *_: ([], {"pages": os.environ["TODAY"]}))

    assert 0 == build.main(["--check"])
    assert f"{clock.today()} pagine controllate" in capsys.readouterr().out
