# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the Comune must still confirm: the contacts that wait, and the questions (design.md §4).

Run as a command it prints how many are open; tools/docs.py writes docs/da-confermare.md.
"""

from __future__ import annotations

from pathlib import Path

from plugins.contacts import Contact
from plugins.content import read_content

DOCUMENT = "docs/da-confermare.md"
QUESTIONS = "docs/domande-al-comune.md"
_VALUES = ("phone", "email", "whatsapp", "url", "address", "hours")


def open_contacts(root: Path) -> list[Contact]:
    """Return the contacts that the Comune has not confirmed, by id."""
    contacts = read_content(root).contacts.values()
    return [contact for contact in contacts if not contact.confirmed]


def open_questions(root: Path) -> list[str]:
    """Return the questions, one a list item of docs/domande-al-comune.md."""
    lines = (root / QUESTIONS).read_text("utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("- ")]


def document(root: Path) -> str:
    """Return docs/da-confermare.md."""
    contacts = open_contacts(root)
    rows = [
        f"| `{contact.id}` | {contact.facts['title']} | {_values(contact)} | {_sources(contact)} |"
        for contact in contacts
    ]
    questions = [f"{number}. {text}" for number, text in enumerate(open_questions(root), start=1)]
    return "\n".join([
        "# Da confermare con il Comune",
        "",
        "<!-- Pagina generata da `make docs`: per cambiarla, cambia i contatti o le domande. -->",
        "",
        f"## Contatti nascosti finché il Comune non li conferma: {len(contacts)}",
        "",
        "Per confermarne uno: apri `content/contacts/it/<nome>.md`, controlla i dati, scrivi",
        "`status: confirmed` e la data di oggi in `checked_on`.",
        "",
        "| contatto | che cos'è | dati trovati | fonte |",
        "| --- | --- | --- | --- |",
        *rows,
        "",
        f"## Domande a cui può rispondere solo il Comune o Lule: {len(questions)}",
        "",
        *questions,
        "",
    ])  # fmt: skip


def _values(contact: Contact) -> str:
    found = [contact.facts[key] for key in _VALUES if key in contact.facts]
    return " · ".join(value if isinstance(value, str) else ", ".join(value) for value in found)


def _sources(contact: Contact) -> str:
    return " · ".join(f"<{url}>" for url in contact.facts["source"])


def main() -> None:
    """Print how many things are open, and which contacts the public site leaves out."""
    root = Path.cwd()
    hidden = open_contacts(root)
    print(
        f"Da confermare con il Comune: {len(hidden)} contatti e {len(open_questions(root))} domande "
        f"({DOCUMENT}; per aggiornarlo: make docs)."
    )
    if hidden:
        print(f"Non si vedono ancora: {', '.join(contact.id for contact in hidden)}.")


if __name__ == "__main__":
    main()
