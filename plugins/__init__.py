# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reading order of this folder. Imports go downwards only; tests hold them to it.

Words (no Pelican, no files of the site):
    languages       The languages we publish: tag, own name, direction, order.
    clock           What day it is for this build.
    addresses       Where each page lives on the site, and the way from one to another.
    problem         A problem: where, code, what, how; how a list of them is printed.
    readability     The Gulpease index of an Italian text.
    opening_hours   Opening hours in a machine form and in words.
    words           The catalogues of the interface, compiled in memory.
Readers (files into values):
    schema          The closed list of front-matter keys, kind by kind.
    source          One Markdown file, read with line numbers.
    body            Markdown into HTML, and what it contains.
    contacts        The registry: every number, address and hour, once.
    content         The whole content folder, read once.
Judgements (values into problems):
    checks/         Everything that is checked, before and after the build.
Plugging in (Pelican signals):
    reader          Pelican reads through `source` and `body`.
    stylesheet      The style of every page and the policy that names it.
    page_language   Each page's words, direction, alternates, links and contacts.
    extra_pages     404 pages, news lists, feeds and redirects.
    sitemap         The sitemap and robots.txt.
"""
