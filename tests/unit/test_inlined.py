# SPDX-License-Identifier: AGPL-3.0-or-later
"""Style and script of every page are one text each, and the policy lets exactly them through (R53)."""

from __future__ import annotations

import base64
import hashlib

from plugins.inlined import hash_source, join_scripts, join_styles, policy
from tests.unit.folders import write

FILES = {
    "print.css": "@media print { a { b: c } }",
    "tokens.css": "/* tokens: a; b */\n:root {\n  --a: 1px;\n  --b: 2px;\n}\n",
    "components/zebra.css": ".z { a: b }",
    "components/apple.css": ".a { a: b }",
    "base.css": "a:hover { color: red; }\n",
    "compositions.css": "",
    "utilities.css": '.u > .v { margin: 0 auto; content: " : " }',
}


def test_files_are_joined_in_one_order(tmp_path):
    """Tokens, base, compositions, components by name, utilities, print: always."""
    style = join_styles(write(tmp_path, FILES))
    marks = [":root", "a:hover", ".a{", ".z{", ".u", "@media print"]

    assert sorted(style.index(mark) for mark in marks) == [style.index(mark) for mark in marks]


def test_comments_and_idle_spaces_are_left_out(tmp_path):
    """What a browser does not need is not sent (R46)."""
    assert join_styles(write(tmp_path, FILES)).startswith(
        ":root{--a:1px;--b:2px}a:hover{color:red}"
    )


def test_spaces_that_mean_something_stay(tmp_path):
    """Two values side by side stay two values."""
    assert "margin:0 auto" in join_styles(write(tmp_path, FILES))


def test_a_hash_allows_exactly_one_text():
    """The policy's hash is the SHA-256 of the inlined text."""
    digest = base64.b64encode(hashlib.sha256(b"a{b:c}").digest()).decode()

    assert f"'sha256-{digest}'" == hash_source("a{b:c}")


def test_the_policy_starts_from_nothing():
    """Nothing is allowed but the style and script of the page, its own pictures and recordings (R53)."""
    directives = dict(part.strip().split(" ", 1) for part in policy("a{b:c}", "a()").split(";"))
    expected = {
        "default-src": "'none'",
        "style-src": hash_source("a{b:c}"),
        "script-src": hash_source("a()"),
        "img-src": "'self' data:",
        "media-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }

    assert expected == directives


def test_scripts_lose_comments_and_idle_spaces(tmp_path):
    """What a browser does not need is not sent; the files come by name (R50)."""
    files = {"b.js": "/* why */\nvar b = 2;\n", "a.js": "var a = 1;  // one\n"}

    assert "var a=1;var b=2;" == join_scripts(write(tmp_path, files))
