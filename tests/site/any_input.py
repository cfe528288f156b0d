# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that no author would write, and some that one might: what the property tests feed in."""

from __future__ import annotations

from hypothesis import strategies as st

# What YAML, Markdown, our macros and Unicode make something of.
PIECES = (
    ": ", "'", '"', "\t", "&a ", "*a", "<<: *a\n", "---\n", "...\n", "- ", "[", "]", "{", "}", "? ", "|\n ", ">\n ",
    "%YAML 1.1\n", "!!python/object:os.system ", "!a ", "#", " #", "9" * 5000, "0x1F", "2026-02-30", "1/1/99999999999",
    '"\\ud800"', '"\\0"', '"\\ue000a:b\\ue001"', "~", "null", "title: ", "act: ", "sources: ", "sections: [uno]\n",
    "changes: ", "order: ", "audio: ", "template: help\n", "sensitive: yes\n", "SCRIVI QUI", "\n", "\n\n", "    ",
    "## ", "### ", "# ", "**", "*", "_", "`", "```\n", "> ", "1. ", "9" * 40 + ". ", "\\", "[a](", ")", "](", "![",
    "[a]: b\n", "[a][b]", "<", ">", "<a ", "<!--", "<![", "</p>", "&#57344;", "&#xD800;", "&amp;", "&egrave;", "&",
    "|", "a | b\n--|--\n1 | 2 | 3\n", "===\n", "http://[", "https://example.org/", "diritti.md", "#top", "//",
    "mailto:", "a@b.it", "800 290 290", "javascript:", "{{ ", " }}", '{{ phone("112") }}', '{{ contact("112") }}',
    '{{ contact("antitratta") }}\n\n', '{{ email("', '{{ phone("\n\n") }}', '{{ a("*b*") }}', '{{ phone("a:b") }}',
    "\ue000", "\ue001", "\ue000phone:112\ue001", "\x02", "\x03", "\x00", "\ufeff", "\u200e", "\u202e", "\u2028", "\ufdd0",
    "\U0010ffff", "\ud800", "\r", "\r\n", "\x0c", "\u00a0", "è", "中文", "العربية", "हिंदी", "🙂", "- " * 300, "> " * 300,
    "[" * 300, "{ " * 300, "parola " * 60,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12).map("".join)
# A sane text, to which Markdown and our checks should have little to object.
WORDS = st.lists(st.from_regex(r"[a-zè]{1,9}", fullmatch=True), min_size=1, max_size=8).map(
    " ".join
)
BLOCKS = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"{words} **{words}** [{words}](diritti.md)."),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {i}" for i in items)),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"1. {i}" for i in items)),
    WORDS.map(lambda words: f"| {words} | a |\n|---|---|\n| b | {words} |"),
    st.sampled_from(['{{ contact("antitratta") }}', 'Chiama {{ phone("112") }}.', "a &amp; b &egrave; \\* c"]),
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12),
)  # fmt: skip
BODIES = st.lists(BLOCKS, min_size=1, max_size=6).map("\n\n".join)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """Return a sound file with up to four places spoiled, as bytes."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from((0, 0, 1, 5, 60)))
        text = text[:start] + draw(TEXTS) + text[end:]
    return text.encode("utf-8", "surrogatepass")


def files(sound: str) -> st.SearchStrategy[bytes]:
    """Return anything a file may hold where `sound` was."""
    anything = st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "replace"))
    return spoiled(sound) | spoiled(sound) | anything
