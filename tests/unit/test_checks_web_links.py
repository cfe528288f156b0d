# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links as people copy them: from their machine, their editor, their mail (R82, R94)."""

from __future__ import annotations

import pytest

from plugins.checks import markup, web_links
from tests.unit.folders import BODY, PROVA, contact, content_of, lines_of, page, places_of, prova


def found(check, root, text: str, **keys: str) -> list[tuple[int, str]]:
    """Return line and cure of every problem of a page."""
    content = content_of(root, {PROVA: page(text, **keys)})
    return [(problem.line, problem.how) for problem in check(content)]


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/",
        "diritti.md",
        "https://example.org/home/mario",
        "https://github.com/italia/publiccode.yml",
        "https://www.google.com/maps/place/Crema?hl=it",
        "https://example.org/a?id=3&ref=casa&page=2",
        "http://[example",
    ],
)
def test_an_ordinary_link_passes(tmp_path, href):
    """A page of ours and an ordinary site are nobody's own machine, and count nobody (R82)."""
    told = [found(check, tmp_path, f"[x]({href})") for check in web_links.CHECKS]

    assert [[], []] == [told[0], told[2]]


@pytest.mark.parametrize(
    "href",
    [
        "http://localhost:8000/aiuto/",
        "https://localhost/aiuto/",
        "http://127.0.0.1:8000/",
        "http://0.0.0.0:8000/",
        "http://[::1]:8000/",
        "http://192.168.1.7/",
        "http://10.0.0.3/",
        "http://pc-anna.local/",
        "file:///etc/passwd",
        "file:///C:/Users/anna/a.pdf",
        "C:/Users/anna/a.pdf",
        "C:\\Users\\anna\\a.pdf",
        "/home/anna/a.pdf",
        "/Users/anna/a.pdf",
        "https://github.com/crema/ali/edit/main/content/pages/it/aiuto.md",
        "https://github.com/crema/ali/blob/main/content/pages/it/aiuto.md",
        "https://gitlab.com/crema/ali/-/merge_requests/3",
        "https://gitlab.com/crema/gruppo/ali/-/blob/main/a.md",
        "https://codeberg.org/crema/ali/src/branch/main/a.md",
        "https://docs.google.com/document/d/1/edit",
        "https://mail.google.com/mail/u/0/",
        "https://comune.sharepoint.com/a",
        "https://intranet/moduli",
        "http://intranet:8080/moduli",
        "https://deploy-preview-3--ali.netlify.app/aiuto/",
    ],
)
def test_a_link_to_the_authors_own_place_is_told_once(tmp_path, href):
    """What opens only where its author works is told, and by one check only (R94)."""
    problems = found(web_links.link_to_own_machine, tmp_path, f"Prima.\n\n[x]({href})")

    cure = "Scrivi il nome del file .md della pagina, o l'indirizzo pubblico."
    assert [(BODY + 2, cure)] == problems
    assert [] == found(markup.raw_html, tmp_path, f"[x]({href})")
    assert [] == found(web_links.link_without_encryption, tmp_path, f"[x]({href})")


def test_a_link_without_https_is_told(tmp_path):
    """The cure is the same address with https (R94)."""
    problems = found(web_links.link_without_encryption, tmp_path, "[x](http://example.org/a)")

    assert [(BODY, "Prova se si apre e scrivi: https://example.org/a")] == problems


def test_a_link_with_https_passes(tmp_path):
    """An address with https, and a page of ours, are fine (R94)."""
    text = "Apri [il sito](https://example.org/) o [i tuoi diritti](diritti.md)."

    assert [] == found(web_links.link_without_encryption, tmp_path, text)


def test_a_source_is_cited_as_it_was_read(tmp_path):
    """An old address may stand among the sources, where nobody looks for help."""
    sources = "\n- '[x](http://example.org/a) (2017)'"

    assert [] == found(web_links.link_without_encryption, tmp_path, "Testo.", sources=sources)


def test_the_site_of_a_contact_is_judged(tmp_path):
    """The registry's own addresses are links too."""
    content = content_of(
        tmp_path, {"content/contacts/it/a.md": contact(url="http://example.org/?utm_source=x")}
    )

    assert [1, 1] == [
        len(list(check(content)))
        for check in (web_links.link_without_encryption, web_links.tracking_link)
    ]


@pytest.mark.parametrize(
    ("href", "clean"),
    [
        ("https://example.org/a?id=3&utm_source=mail&utm_medium=x", "https://example.org/a?id=3"),
        ("https://example.org/?fbclid=1#su", "https://example.org/#su"),
        ("https://example.org/?gclid=1&q=a+b", "https://example.org/?q=a+b"),
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D", "https://example.org/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3D1&h=A", "https://example.org/"),
        ("https://example.org/?gad_source=1&wbraid=2&mc_cid=3&_hsenc=4&srsltid=5&igsh=6", "https://example.org/"),
        ("https://l.instagram.com/?u=https%3A%2F%2Fexample.org%2Fa&e=x", "https://example.org/a"),
        ("https://lm.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x", "https://example.org/a"),
        ("https://www.facebook.com/crema?mibextid=x", "https://www.facebook.com/crema"),
        ("https://youtu.be/a?si=x&t=3", "https://youtu.be/a?t=3"),
        ("https://example.org/?si=1&gclid=2", "https://example.org/?si=1"),
        ("https://example.org/?q=&utm_id=1", "https://example.org/?q="),
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F&q=x", "https://example.org/"),
        ("https://www.google.com/url?q=zebra&gclid=1", "https://www.google.com/url?q=zebra"),
        ("https://example.com/?q=https%3A%2F%2Fexample.org%2F&gclid=1", "https://example.com/?q=https%3A%2F%2Fexample.org%2F"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x",
            "https://example.org/",
        ),
    ],
)  # fmt: skip
def test_a_link_that_counts_is_told_with_the_clean_one(tmp_path, href, clean):
    """The cure is the link without what tells its readers apart (R52)."""
    problems = found(web_links.tracking_link, tmp_path, f"[x]({href})")

    assert [(BODY, f"Scrivi: {clean}")] == problems


@pytest.mark.parametrize(
    ("href", "where"),
    [("http://localhost:8000/a", "al tuo computer"), ("https://mail.google.com/mail/u/0/", "dove lavori tu")],
)  # fmt: skip
def test_a_link_says_where_it_opens(tmp_path, href, where):
    """Staff understand why a link that works for them works for nobody else (R94)."""
    (problem,) = web_links.link_to_own_machine(prova(tmp_path, page(f"[x]({href})")))

    assert problem.what.endswith(f"porta {where}.")


def test_every_place_of_a_link_is_read_at_its_line(tmp_path):
    """The closing act, the sources and the repeated link are links like the others (R94)."""
    link = "[x](http://example.org/a)"
    text = page(f"{link}\n\n{link}", act=f'"{link}"')
    content = content_of(tmp_path, {PROVA: text, "content/contacts/it/a.md": contact()})

    assert [BODY + 1, BODY + 3, 6] == lines_of(web_links.link_without_encryption, content)


def test_the_sources_may_not_count_their_readers(tmp_path):
    """A source keeps its old http, not what tells its readers apart (R52)."""
    tracked = "https://example.org/?gclid=1"
    content = content_of(
        tmp_path,
        {
            PROVA: page(sources=f"\n- '[x]({tracked}) (2017)'"),
            "content/contacts/it/a.md": contact(source=tracked),
            "content/contacts/it/b.md": contact(source="http://example.org/"),
        },
    )

    assert ["content/contacts/it/a.md:6", f"{PROVA}:6"] == places_of(web_links.tracking_link, content)  # fmt: skip
    assert [] == places_of(web_links.link_without_encryption, content)


@pytest.mark.parametrize(
    "href", ["https://bit.ly/abc", "https://t.co/abc", "HTTPS://TinyURL.com/abc"]
)
def test_a_shortened_link_is_told(tmp_path, href):
    """It counts its readers and hides where it leads; only its author can open it and see (R82)."""
    (problem,) = web_links.tracking_link(prova(tmp_path, page(f"Prima.\n\n[x]({href}?utm_id=1)")))

    assert (BODY + 2, "Aprilo e scrivi l'indirizzo a cui porta.") == (problem.line, problem.how)
    assert f"Il collegamento «{href}?utm_id=1» conta chi lo apre." == problem.what
    assert "shortened link, which counts its readers" == problem.english


def test_a_long_shortened_link_is_quoted_in_part(tmp_path):
    """Eighty letters are enough to find it again (R80)."""
    href = f"https://bit.ly/{'a' * 65}"
    (problem,) = web_links.tracking_link(prova(tmp_path, page(f"[x]({href}b)")))

    assert f"Il collegamento «{href}» conta chi lo apre." == problem.what


@pytest.mark.parametrize(
    ("href", "cure"),
    [
        ("www.example.org/a", "Scrivi: https://www.example.org/a"),
        ("WWW.example.org", "Scrivi: https://WWW.example.org"),
        ("//example.org/a", "Scrivi: https://example.org/a"),
        ("comune.crema.cr.it", "Scrivi: https://comune.crema.cr.it"),
        ("example.org/a", "Scrivi: https://example.org/a"),
        (
            "anna@example.org",
            'Mettilo nel registro (make contact) e scrivi qui {{ email("nome-del-contatto") }}',
        ),
        ("diritti.md", ""),
        ("diritti.html", ""),
        ("/it/aiuto/", ""),
    ],
)
def test_a_link_meant_for_elsewhere_has_its_own_cure(href, cure):
    """An address without https, and an e-mail, are no file of ours that is missing (R80)."""
    assert cure == web_links.cure_of_outside(href)
