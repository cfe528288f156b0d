# SPDX-License-Identifier: AGPL-3.0-or-later
"""What day it is for this build: the clock is read here and nowhere else (design.md §3).

Same commit and same TODAY give the same bytes, whatever the hour or the machine's time zone.
"""

from __future__ import annotations

import datetime
import os
from zoneinfo import ZoneInfo

from .problem import Stop

TIMEZONE = "Europe/Rome"


def today() -> datetime.date:
    """Return the day of this build: TODAY (YYYY-MM-DD) if set, else today in Europe/Rome.

    Raises:
        Stop: TODAY is set and is not a date.
    """
    stated = os.environ.get("TODAY", "")
    if not stated:
        return datetime.datetime.now(ZoneInfo(TIMEZONE)).date()
    try:
        return datetime.date.fromisoformat(stated)
    except ValueError:
        raise Stop(
            f"TODAY è «{stated}» e non è una data.",
            "Scrivila così: TODAY=2026-11-22, oppure non impostarla.",
            "TODAY is not a date (YYYY-MM-DD)",
        ) from None
