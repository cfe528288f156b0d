# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reading order of this folder. Imports go downwards only; tests hold them to it.

Words (no Pelican, no files of the site):
    languages        The languages we publish: tag, own name, direction, order.
    problem          A problem: where, code, what, how; how a list of them is printed.
    clock            What day it is for this build.
    public_address   The address of the public site, from the environment.
    addresses        Where each page lives on the site, and the way from one to another.
    alternates       The same page in other languages, and where its exit leads.
    readability      The Gulpease index of an Italian text.
    opening_hours    Opening hours in a machine form and in words.
    scripts          Which script a letter belongs to.
    po_file          Whether the file of a catalogue can be read whole.
    words            The catalogues of the interface, compiled in memory.
Readers (files into values):
    values           One value of the front matter, from text to what the site uses.
    schema           The closed list of front-matter keys, kind by kind.
    file_names       What a path says, and what people do to file names.
    file_bytes       Whether a file is one that can be read at all.
    file_text        The bytes of a file as text.
    placeholders     Words that wait for their text.
    yaml_faults      What YAML stumbles over, or would drop without a word.
    front_matter     What stands between the two lines of ---.
    body             Markdown into HTML, and what it contains.
    shown_lines      The lines of a text as its reader sees them.
    pictures         A photograph made small, without what it tells of its owner.
    source           One Markdown file, read whole, with line numbers.
    picture_names    The pictures that a file names.
    fingerprint      What an Italian page says, as text and as a code.
    ledger           The Italian versions that translations were made from.
    word_lists       Words that a text must not have, and whether it has one.
    links            What a link written in a page means.
    contacts         The registry: every number, address and hour, once.
    contact_view     A contact as one page shows it.
    content          The whole content folder, read once.
    audio            A page read aloud: its recording, and whether it says what the page says.
    page_text        What a page's HTML still needs: links, pictures, Italian terms.
    built_page       One page of a built site, parsed.
    output           A built site, one page at a time.
Judgements (values into problems):
    freshness        Does a translation still say what the Italian says?
    checks           Everything that is checked, before and after the build.
Plugging in (Pelican signals; they meet in the data, `reader`, `theme_functions`, `page_parts` apart):
    reader           Pelican reads through `content`.
    inlined          The style and the script of every page, and the policy that names them.
    theme_functions  What templates may ask for: words, links, contacts, dates.
    extra_pages      404 pages, news lists, redirects and feeds.
    picture_files    The pictures of the news, written small.
    translation_state  The state of every translation, an honest page where there is none.
    page_parts       The parts of a page: sections with their contacts put in.
    page_language    Each page's alternates, links, contacts and sections.
    sitemap          The sitemap and robots.txt.
"""
