# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing that runs, loads or hides gets through a page: it is refused, never cleaned (R96)."""

from __future__ import annotations

import pytest

from plugins.checks import markup, other_markdown
from plugins.checks.links import dead_link
from plugins.checks.text import heading_order
from plugins.content import Content
from plugins.problem import Problem
from tests.unit.folders import (
    BODY,
    PROVA,
    contact,
    content_of,
    lines_of,
    page,
    places_of,
    prova,
)

RAW = [
    "<script>alert(1)</script>",
    "<ScRiPt\nsrc=x>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://example.org></iframe>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1)></svg>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//example.org>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "<base href=//example.org>",
    "<form action=//example.org><input></form>",
    "<object data=x></object>",
    "<embed src=x>",
    "<math><mtext></mtext></math>",
    "<p onclick=alert(1)>x</p>",
    "<b>x</b>",
    "<br>",
    "<!-- nascosto -->",
    "<!DOCTYPE html>",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "</p><script",
    "\\<script>alert(1)\\</script>",
    "`<script>`",
    "<javascript:alert(1)>",
    "<javascript&#58;alert(1)>",
    "<https://example.org/>",
    "<aiuto@example.org>",
    "[x](<javascript:alert(1)>)",
    "[x](https://example.org/<script>)",
]
UNSAFE = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](javascript://example.org/%0aalert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](java%0ascript:alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](blob:https://example.org/1)",
    "[x](ftp://example.org/)",
    "[x](tel:0373894111)",
    "[x](mailto:aiuto@example.org)",
    "[x](sms:112)",
    "[x](//example.org/x)",
    "[x](/\\example.org)",
    "[x](http:example)",
    "[x](https:/example)",
    "[x](http://[example)",
    '[x](https://example.org/ "titolo")',
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
]


def refused(content: Content) -> list[Problem]:
    """Return the problems of what runs, of links that lead nowhere and of unknown Markdown."""
    checks = (markup.raw_html, dead_link, other_markdown.unknown_markdown)
    return [problem for check in checks for problem in check(content)]


@pytest.mark.parametrize(
    "text",
    [
        "Testo con **forza**, [un link](https://example.org/?a=1&b=2) e [una pagina](prova.md#a).",
        "## Titolo\n\n### Sotto\n\n#### Ancora sotto",
        "- a\n- b\n\n1. c\n2. d",
        "3. da tre\n4. quattro",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Cinque < dieci, e 3 > 2. Perché «così» & via: l'8 % d'Italia.",
        'Chiama {{ phone("112") }}.',
        "Un segno &lt;b&gt; scritto apposta.",
        "Perch&eacute; no?",
        "| giorno | ore |\n|:--|--:|\n| lunedì | 9 |",
        "La [legge del 2003](http://www.parlamento.it/leggi/03228l.htm) lo dice.",
    ],
)
def test_the_markdown_we_know_passes(tmp_path, text):
    """Headings, lists, tables, bold, links and macros are all a page needs."""
    assert [] == refused(prova(tmp_path, page(text)))


@pytest.mark.parametrize("text", RAW)
def test_raw_html_is_refused(tmp_path, text):
    """Hand-written HTML, in any disguise, gives one message at its line (R96)."""
    content = prova(tmp_path, page(f"Prima.\n\n{text}"))

    assert [BODY + 2] == lines_of(markup.raw_html, content)


@pytest.mark.parametrize("text", UNSAFE)
def test_an_unsafe_link_is_refused(tmp_path, text):
    """A link that is neither https nor a page of ours gives one message, never silence (R96)."""
    assert 1 == len(refused(prova(tmp_path, page(f"Prima.\n\n{text}"))))


@pytest.mark.parametrize("key", ["act", "sources"])
@pytest.mark.parametrize("text", ["<b>x</b>", "[x](javascript:alert(1))"])
def test_the_front_matter_is_judged_too(tmp_path, key, text):
    """What becomes HTML from the front matter is refused at its line (R96)."""
    content = prova(tmp_path, page(**{key: f"'{text}'"}))

    assert [6] == lines_of(markup.raw_html, content)


@pytest.mark.parametrize(
    "text", ["Prima.\n\n<script>x</script>\n\n<b>y</b>", "Prima.\n\n[x](javascript:a)"]
)
def test_a_refused_page_is_told_what_to_write(tmp_path, text):
    """The message quotes what was found and says what to write instead (R80)."""
    problem = next(markup.raw_html(prova(tmp_path, page(text))))

    assert (True, True) == ("«" in problem.what, problem.how.startswith("Scrivi "))


@pytest.mark.parametrize("level", [1, 5, 6])
def test_a_heading_of_another_level_is_one_message(tmp_path, level):
    """A # is a wrong level and nothing else: it is not also called unsafe."""
    before = "".join(f"{'#' * n} T{n}\n\n" for n in range(2, level))
    content = prova(tmp_path, page(f"{before}{'#' * level} Titolo"))
    codes = {problem.code for problem in [*refused(content), *heading_order(content)]}

    assert {"TITOLI-01"} == codes


@pytest.mark.parametrize(
    "text",
    [
        "![La piazza del Duomo](../../images/duomo.jpg)",
        "[Gli orari](orari.md#alle-9:30)",
        "[Gli orari](orari.md?alle=9:30)",
    ],
)
def test_a_picture_or_a_link_within_the_site_is_safe(tmp_path, text):
    """Only what stands before the address's first slash or mark can be a scheme (R96)."""
    assert [] == lines_of(markup.raw_html, prova(tmp_path, page(text)))


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ("[x](javascript:alert(1))", BODY + 2),
        ("[x](ftp://example.org/)", BODY + 2),
        ("[il modulo](https://example.org/modulo%0ANuovo)", BODY + 2),
        ("[x](java&#115;cript:alert(1))", BODY - 1),
    ],
)
def test_an_unsafe_link_is_told_at_its_line(tmp_path, link, line):
    """The line is the link's; one that hides its letters is told at the text's first (R96)."""
    content = prova(tmp_path, page(f"Prima.\n\n{link}\n\nDopo."))

    assert [line] == lines_of(markup.raw_html, content)


def test_a_link_to_ones_own_machine_hides_nothing_else(tmp_path):
    """What LINK-03 tells does not keep the rest of the file from being judged (R96)."""
    text = page("[x](file:///C:/modulo.pdf)", act="'<b>Chiama</b>'")

    assert [6] == lines_of(markup.raw_html, prova(tmp_path, text))


def test_a_contact_is_judged_too(tmp_path):
    """The sentence of a contact is shown on every page that names it (R96)."""
    path = "content/contacts/it/sportello.md"
    content = content_of(tmp_path, {path: contact("Chiama <b>subito</b>.")})

    assert [f"{path}:9"] == places_of(markup.raw_html, content)


ELSEWHERE = "Scrivi un indirizzo che comincia con https:// o il nome di un file .md"
EMAIL = 'Mettilo nel registro (make contact) e scrivi qui {{ email("nome-del-contatto") }}'
PHONE = 'Mettilo nel registro (make contact) e scrivi qui {{ phone("nome-del-contatto") }}'
PHOTO = "Metti la fotografia in content/images e scrivi: ../../images/nome-della-fotografia.jpg"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("[x](javascript:alert(1))", ELSEWHERE),
        ("[x](mailto:aiuto@example.org)", EMAIL),
        ("[x](MAILTO:aiuto@example.org)", EMAIL),
        ("<aiuto@example.org>", EMAIL),
        ("[x](tel:0373894111)", PHONE),
        ("[x](Sms:112)", PHONE),
        ("![x](data:image/png;base64,AAAA)", PHOTO),
        ("<https://example.org/a>", "Scrivi: [testo](https://example.org/a)"),
        ("<http://example.org/a>", "Scrivi: [testo](http://example.org/a)"),
        ("[x](https://example.org/un bel modulo.pdf)", "Scrivi: https://example.org/un%20bel%20modulo.pdf"),
        ("[x](https://example.org/a “Il titolo”)", "Scrivi: https://example.org/a"),
        ("<b>x</b>", "Scrivi solo testo e Markdown; per un contatto usa la sua macro."),
    ],
)  # fmt: skip
def test_what_was_meant_has_its_cure(tmp_path, text, cure):
    """A number, an e-mail, an address between < and > each have their own right way (R80)."""
    (problem,) = markup.raw_html(prova(tmp_path, page(text)))

    assert cure == problem.how


def test_a_space_in_an_address_is_told_as_such(tmp_path):
    """The address is quoted, sixty letters of it at most (R80)."""
    (problem,) = markup.raw_html(prova(tmp_path, page(f"[x](https://example.org/ {'a' * 60})")))

    what = f"Nell'indirizzo «https://example.org/ {'a' * 39}» c'è uno spazio."
    assert (what, "space in an address") == (problem.what, problem.english)


def test_a_line_end_that_is_written_in_code_is_unsafe(tmp_path):
    """It is no space that somebody typed (R96)."""
    (problem,) = markup.raw_html(prova(tmp_path, page("[x](https://example.org/a%0Ab)")))

    assert ELSEWHERE == problem.how


def test_an_unsafe_address_with_a_space_is_unsafe(tmp_path):
    """What runs is told as such, however it is written (R96)."""
    (problem,) = markup.raw_html(prova(tmp_path, page("[x](javascript:alert(1) ora)")))

    assert ELSEWHERE == problem.how


@pytest.mark.parametrize(
    "text",
    ["[x](HTTPS://EXAMPLE.ORG/a)", "[x](https://example.org/a%20b)", '[x]({{ phone("112") }})'],
)
def test_an_address_in_capitals_or_with_coded_spaces_is_safe(tmp_path, text):
    """Browsers read them all; a macro in its place is told by MARKDOWN-01 (R96)."""
    assert [] == lines_of(markup.raw_html, prova(tmp_path, page(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Una *parola* e una `parola`.\n\n> parola",
        "    rientrata",
        "a\n\n- - -\n\nb  \nc",
        '[x](https://example.org/ "titolo")',
        '![x](foto.jpg "titolo")',
        "[x](il modulo.md)",
    ],
)
def test_what_other_checks_tell_is_not_unsafe(tmp_path, text):
    """Markdown outside ours, and a file that is not there, are no danger (R80)."""
    assert [] == lines_of(markup.raw_html, prova(tmp_path, page(text)))


@pytest.mark.parametrize("html", ["<p><iframe></iframe></p>", '<p lang="ar">x</p>'])
def test_html_that_markdown_should_never_make_is_refused(tmp_path, monkeypatch, html):
    """Should a new Markdown let something through, it is one message, not a page (R96)."""
    monkeypatch.setattr(markup, "pieces", lambda _: [("x", 9, html)])
    problems = list(markup.raw_html(content_of(tmp_path, {PROVA: page()})))

    assert [(9, "Qui c'è un testo che il sito non può mostrare così.")] == [
        (problem.line, problem.what) for problem in problems
    ]
