# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs one command and prints what the whole process cost, as one line of JSON.

A small process of its own, run with `python -I`: Linux counts the memory of whoever starts a
program as that program's, so tools/bench.py, which is larger, must not start the builds itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time

_KIBIBYTE = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss


def measure(command: list[str]) -> dict[str, float]:
    """Return wall and CPU seconds, and the peak memory in bytes, of `command` and its children.

    Raises:
        SystemExit: it failed; the message is what it printed.
    """
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise SystemExit(printed.read().decode("utf-8", "replace"))
    return {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss * _KIBIBYTE,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1:])))
