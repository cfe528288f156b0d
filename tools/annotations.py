# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report where people meet it in a forge: beside the line, and on the page of the change.

Always reports/problems.json. On GitHub also annotations (`::error file=…`) and the job's summary,
on GitLab also reports/codequality.json, which .gitlab-ci.yml hands to the merge request.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.problem import ERROR, Problem, report, summary

PROBLEMS = "reports/problems.json"
CODE_QUALITY = "reports/codequality.json"
HEADING = "## Il resoconto\n\n"


def tell(
    root: Path, problems: list[Problem], consequence: str, place: Mapping[str, str] = os.environ
) -> None:
    """Write the report in every form that the place where we run can show."""
    ordered = sorted(set(problems))
    told = {
        "summary": summary(ordered),
        "consequence": consequence,
        "problems": [vars(problem) for problem in ordered],
    }
    _write(root / PROBLEMS, told)
    if place.get("GITLAB_CI"):
        _write(root / CODE_QUALITY, code_quality(ordered))
    if place.get("GITHUB_ACTIONS"):
        print("".join(f"{annotation(problem)}\n" for problem in ordered), end="")
    if place.get("GITHUB_STEP_SUMMARY"):
        with Path(place["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as page:
            page.write(f"{HEADING}```\n{report(ordered, consequence)}\n```\n")


def annotation(problem: Problem) -> str:
    """Return the command that makes GitHub show a problem beside its line."""
    level = "error" if problem.severity == ERROR else "warning"
    properties = {"file": problem.path, "line": str(problem.line), "title": problem.code}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = _message(f"{problem.what}\n{problem.how}")
    return f"::{level} {listed}::{words}"


def code_quality(problems: list[Problem]) -> list[dict[str, Any]]:
    """Return the problems as GitLab's Code Quality report."""
    return [
        {
            "description": f"{problem.what} {problem.how}",
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(str(problem).encode()).hexdigest(),
            "severity": "major" if problem.severity == ERROR else "minor",
            "location": {"path": problem.path, "lines": {"begin": problem.line}},
        }
        for problem in problems
    ]


def _message(text: str) -> str:
    """Escape what a workflow command would read as its own (GitHub's toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _write(file: Path, value: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
