# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a file holds, the build ends with a report or with a site (R80, R94, R97).

Hypothesis spoils the files of a small folder, which is read and judged, and of the good example,
which is built by the real command. `make test-all` tries many more. What happened is counted in
reports/inputs.json.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.log import FatalLogger

from plugins import content as reader
from plugins.checks import check_sources
from plugins.content import read_content
from plugins.problem import report
from tests.conftest import ROOT, TODAY, Project
from tests.site.any_input import BODIES, files
from tests.site.copies import copy_example
from tests.unit.folders import CONTACTS, PROVA, contact, news, page, translation, write
from tests.unit.recordings import opus
from tools import build
from tools.annotations import tell

PAGE = "content/pages/it/partecipa.md"
CATALOGUE = "translations/en/LC_MESSAGES/messages.po"
VOICE = "content/audio/it/partecipa.opus"
UNCHANGED = "Il sito in output/ non è cambiato."
SMALL = {
    **CONTACTS,
    PROVA: page("Testo **breve**.\n\n- uno\n- due\n\n## Uno\n\nAltro testo.", sections="[uno]"),
    "content/pages/en/prova.md": translation("Short text."),
    "content/contacts/it/sportello.md": contact(hours='"Mo-Fr 09:00-12:00"', languages="[en]"),
    "content/contacts/en/112.md": "---\ntitle: Emergency\n---\n\nCall.\n",
    "content/news/it/2026-11-22-prova.md": news(),
    "content/addresses.txt": "/\n/prova/\n/vecchio/ /prova/\n",
}
ELSEWHERE = (
    "content/addresses.txt", "content/contacts/it/sportello.md", "content/pages/en/aiuto.md",
    "content/news/it/2026-11-21-seconda.md", "translations/versions/aiuto.json", "translations/it/alarming.txt",
)  # fmt: skip
NAMES = st.text(st.characters(exclude_characters="/\0"), max_size=20) | st.sampled_from(
    ("x.md", "x y.md", "X.MD", ".x.md", "a\nb.md", "città.md", "x.md ", "..md", "-.md", "x\udcff.md", ".x/y.md", "x.md/y.md")
)  # fmt: skip
PLACES = st.sampled_from(
    ("content", "content/pages", "content/pages/it", "content/pages/zz", "content/news/it", "content/images", "content/audio/it")
)  # fmt: skip


def tried(examples: int) -> settings:
    """Return how many inputs to try: always the same ones, and never judged by the clock."""
    return settings(
        max_examples=examples, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@pytest.fixture(scope="module")
def tally():
    """Count what happened; leave the numbers in reports/inputs.json."""
    counted = Counter(inputs=0, accepted=0, told=0, tracebacks=0, changes=0)
    yield counted
    (ROOT / "reports").mkdir(exist_ok=True)
    (ROOT / "reports/inputs.json").write_text(json.dumps(counted, indent=1) + "\n", "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The small folder, as it should be."""
    return write(tmp_path_factory.mktemp("small"), SMALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Project:
    """The good example, built; what Pelican does to everybody's log is undone at the end."""
    project = copy_example(tmp_path_factory.mktemp("example") / "project")
    level, handlers, fatal = logging.root.level, logging.root.handlers[:], FatalLogger.fatal_lvl
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.folder)
        patch.setenv("TODAY", TODAY)
        for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
            patch.delenv(name, raising=False)
        assert built()[0] == 0
        yield project
    logging.root.setLevel(level)
    logging.root.handlers[:], FatalLogger.fatal_lvl = handlers, fatal


def built() -> tuple[int, str]:
    """Run the real command here; return its exit code and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        code = build.main([])
    return code, said.getvalue()


@contextlib.contextmanager
def laid(root: Path, path: str, data: bytes):
    """Put a file into a folder for a while."""
    before = (root / path).read_bytes() if (root / path).is_file() else None
    write(root, {path: data})
    try:
        yield
    finally:
        (root / path).unlink()
        if before is not None:
            write(root, {path: before})


def is_judged(folder: Path, path: str, data: bytes, tally: Counter) -> None:
    """Hold that a file is read and judged, and that its report can be written."""
    with laid(folder, path, data), pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "faults", lambda *_: [])  # the catalogues take longer than the rest
        found = check_sources(read_content(folder))
        tell(folder, found, UNCHANGED, {})
    tally["inputs"] += 1

    assert report(found, UNCHANGED).endswith(f". {UNCHANGED}")


def is_built(project: Project, path: str, data: bytes, tally: Counter) -> int:
    """Hold that a build ends with a report and the same site, or with every word; return its code."""
    before = project.snapshot()
    with laid(project.folder, path, data):
        code, said = built()
        wanted = paragraphs(project, path) if code == 0 else []
    after = project.snapshot()
    changed = code != 0 and after != before
    tally.update(inputs=1, accepted=code == 0, told=code == 1, tracebacks=code > 1, changes=changed)

    assert code in (0, 1), said
    assert code == 0 or said.rstrip().endswith(UNCHANGED), said
    assert not changed
    shown = squeezed(after["partecipa/index.html"].decode())
    assert [] == [text for text in wanted if text not in shown]
    assert "\ue000" not in shown
    return code


def paragraphs(project: Project, path: str) -> list[str]:
    """Return the text of each paragraph of the page, macros left out; none of another file."""
    source = read_content(project.folder).by_path.get(path) if path == PAGE else None
    found = source.body.blocks if source else []
    return ["".join(block.split()) for block in found if "\ue000" not in block]


def squeezed(html: str) -> str:
    """Return the text of some HTML without any space."""
    return "".join(unescape(re.sub("<[^>]*>", "", html)).split())


@pytest.mark.parametrize("path", SMALL)
@tried(20)
@given(data=st.data())
def test_any_file_is_judged(folder, tally, path, data):
    """Any bytes in any file of staff end in a report (R80, R94)."""
    is_judged(folder, path, data.draw(files(SMALL[path])), tally)


@pytest.mark.nightly
@pytest.mark.parametrize("path", SMALL)
@tried(1500)
@given(data=st.data())
def test_many_more_files_are_judged(folder, tally, path, data):
    """Any bytes in any file of staff end in a report, however many are tried (R80, R94)."""
    is_judged(folder, path, data.draw(files(SMALL[path])), tally)


@tried(60)
@given(place=PLACES, name=NAMES, text=st.sampled_from(("", "Testo.", page(), news())))
def test_any_name_is_judged(folder, tally, place, name, text):
    """A file of any name in any folder ends in a report (R80, R94)."""
    path = f"{place}/{name}"
    try:
        is_judged(folder, path, text.encode(), tally)
    except OSError:
        assert_no_such_name(folder / path)


def assert_no_such_name(path: Path) -> None:
    """Hold that the system itself refuses the name: empty, too long, or that of a folder."""
    with pytest.raises(OSError, match=r".+"):
        path.write_bytes(b"")


@tried(15)
@given(text=BODIES)
def test_any_sound_text_is_published_whole(example, tally, text):
    """Whatever a page says in plain Markdown, its reader finds every paragraph (R94, R97)."""
    is_built(example, PAGE, page(text, order="9").encode(), tally)


@tried(15)
@given(data=st.data(), path=st.sampled_from((PAGE, CATALOGUE, VOICE, *ELSEWHERE)))
def test_any_file_is_built_or_told(example, tally, path, data):
    """Any bytes in any file end in a site, or in a report and the site as it was (R80, R97)."""
    sound = (example.folder / path).read_bytes() if path != VOICE else opus(10, 20_000)
    is_built(
        example,
        path,
        data.draw(files(sound.decode("latin-1") if path == VOICE else sound.decode())),
        tally,
    )


@pytest.mark.nightly
@tried(300)
@given(data=st.data(), path=st.sampled_from((PAGE, PAGE, CATALOGUE, VOICE, *ELSEWHERE)))
def test_many_more_files_are_built_or_told(example, tally, path, data):
    """However many are tried: a site, or a report and the site as it was (R80, R97)."""
    sound = (
        opus(10, 20_000).decode("latin-1") if path == VOICE else (example.folder / path).read_text()
    )
    is_built(
        example, path, data.draw(files(sound) | BODIES.map(lambda text: page(text).encode())), tally
    )


FAULTS = {
    "an endless list in the header": (PAGE, page(act="[" * 2000)),
    "an endless number": (PAGE, page(order="9" * 5000)),
    "a day beyond the calendar": (PAGE, page(checked_on="1/1/99999999999")),
    "half a character": (PAGE, page(act='"\\ud800"')),
    "a character that nobody sees": (PAGE, page(title='"a\\0b"')),
    "a macro's own mark": (PAGE, page(act='"\\ue000phone:112\\ue001"')),
    "lists without end": (PAGE, page("- " * 1400 + "x")),
    "a word without end": (PAGE, page("[" * 20000)),
    "a note that Markdown drops": (PAGE, page("[Nota]: vedi")),
    "a key that is half a character": (PAGE, page(**{'"\\ud800"': "x"})),
    "a record that is no text": ("content/addresses.txt", b"/aiuto/\xff"),
    "a catalogue that is no text": (CATALOGUE, b'msgid "a"\nmsgstr "\xff"\n'),
    "a catalogue of plurals": (CATALOGUE, b'msgid "Aiuto"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'),
    "the start of a recording": (VOICE, b"OggS" + bytes(10) + b"OpusHead"),
    "a ledger that is no record": ("translations/versions/aiuto.json", b"[1]"),
    "a list of words that is no text": ("translations/it/alarming.txt", b"\xff"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_was_once_a_traceback_is_told(example, tally, name):
    """Each input that once stopped the program, or lost a word, is told (R80, R94, R97)."""
    path, text = FAULTS[name]
    data = text if isinstance(text, bytes) else text.encode()

    assert 1 == is_built(example, path, data, tally)


def test_sound_texts_were_published(tally):
    """The builds above were not all refused: their paragraphs were really looked for."""
    assert tally["accepted"] >= 5
