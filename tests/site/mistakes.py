# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people do to the files of a site: each slip spoils a copy of the good example.

The Italian name of a slip is the row of docs/errori.md; beside it stands the code it must earn.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.conftest import Project

Slip = Callable[[Project], None]

PAGES = "content/pages/it"
PAGE = f"{PAGES}/partecipa.md"
HELP = f"{PAGES}/aiuto.md"
ENGLISH = "content/pages/en/aiuto.md"
DESK = "content/contacts/it/sportello.md"
NEWS = "content/news/it/2026-11-21-seconda.md"
ADDRESSES = "content/addresses.txt"
FACTS = "pelicanconf.py"
TITLE = "title: Partecipa"
DATE = "checked_on: 2026-11-22"


def edited(path: str, old: str, new: str) -> Slip:
    """Change these words in a file."""
    return lambda project: project.edit(path, old, new)


def added(text: str, path: str = PAGE) -> Slip:
    """Write a paragraph at the end of a file."""
    return lambda project: project.write(path, f"{read(project, path)}\n{text}\n")


def linked(address: str) -> Slip:
    """Write a link to this address."""
    return added(f"Leggi [la pagina]({address}).")


def moved(path: str, place: str) -> Slip:
    """Put a file in another place, or give it another name."""

    def move(project: Project) -> None:
        (project.folder / place).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / path).rename(project.folder / place)

    return move


def copied(path: str, place: str) -> Slip:
    """Leave a second copy of a file."""
    return lambda project: project.write(place, (project.folder / path).read_bytes())


def dropped(path: str) -> Slip:
    """Delete a file."""
    return lambda project: (project.folder / path).unlink()


def saved(change: Callable[[str], bytes], path: str = PAGE) -> Slip:
    """Save a file as another program would."""
    return lambda project: project.write(path, change(read(project, path)))


def put(path: str, data: bytes | str = "") -> Slip:
    """Put a new file in the project."""
    return lambda project: project.write(path, data)


def photographed(name: str) -> Slip:
    """Show a photograph under the name its camera gave it."""

    def show(project: Project) -> None:
        copied("content/images/piazza.jpg", f"content/images/{name}")(project)
        project.edit(NEWS, "image: piazza.jpg", f'image: "{name}"')

    return show


def read(project: Project, path: str) -> str:
    """Return a file of the project."""
    return (project.folder / path).read_text("utf-8")


def document() -> bytes:
    """Return the beginning of what a word processor saves."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    return archive.getvalue()


ENGLISH_TEXT = (
    "Learn the number by heart and choose what to do. If you are in danger, call from a safe place. "
    "You can write to the desk, or read your rights and the news. Then go back to the top of the page."
)
ORPHAN = (
    "---\ntitle: The school\ndescription: A page whose Italian original is gone.\n"
    "translated_from: 48c5-4447\ntranslated_on: 2026-11-22\n---\n\nShort text.\n"
)
CONFLICT = "<<<<<<< HEAD\nTesto mio.\n=======\nTesto tuo.\n>>>>>>> altra-modifica"

ENCODINGS: dict[str, tuple[Slip, str]] = {
    "salvato come «Windows-1252» (ANSI)": (
        saved(lambda text: text.replace("breve", "così").encode("cp1252")), "FILE-01",
    ),
    "salvato come «Unicode» (UTF-16)": (saved(lambda text: text.encode("utf-16")), "FILE-02"),
    "salvato in UTF-16 senza segno iniziale": (
        saved(lambda text: text.encode("utf-16-le")), "FILE-02",
    ),
    "salvato come «UTF-8 con BOM»": (saved(lambda text: text.encode("utf-8-sig")), "FILE-03"),
    "righe alla maniera di Windows (CRLF)": (
        saved(lambda text: text.replace("\n", "\r\n").encode()), "FILE-04",
    ),
    "righe alla maniera dei vecchi Mac (CR)": (
        saved(lambda text: text.replace("\n", "\r").encode()), "FILE-04",
    ),
    "una tabulazione nel testo": (added("Prima\tdopo."), "FILE-05"),
    "una tabella incollata da Excel": (added("giorno\tore\nlunedì\t9\nmartedì\t10"), "FILE-05"),
    "un carattere di controllo": (added("Testo\x0bbreve."), "FILE-06"),
    "uno spazio di larghezza zero, copiato dal web": (added("Testo\u200b breve."), "FILE-06"),
    "un trattino invisibile, copiato da Word": (added("infor\u00admazione"), "FILE-06"),
    "un segno che rovescia la scrittura": (added("Testo \u202ebreve."), "FILE-06"),
    "un legatore invisibile tra lettere latine": (added("Tes\u200dto."), "FILE-06"),
    "il simbolo di un elenco di Word": (added("\uf0b7 una voce"), "FILE-06"),
    "uno spazio di Word dopo una chiave": (edited(PAGE, TITLE, "title:\u00a0Partecipa"), "FILE-10"),
    "uno spazio di Word dopo il trattino": (added("-\u00a0una voce"), "FILE-10"),
    "quattro spazi di Word a inizio riga": (added("\u00a0\u00a0\u00a0\u00a0Testo."), "FILE-10"),
    "segni di due modifiche in conflitto": (added(CONFLICT), "FILE-09"),
    "un conflitto in alto nel file": (
        edited(PAGE, TITLE, "<<<<<<< HEAD\ntitle: Partecipa\n=======\ntitle: Vieni\n>>>>>>> b"),
        "FILE-09",
    ),
}  # fmt: skip

FILES: dict[str, tuple[Slip, str]] = {
    "pagina salvata come .docx": (put(f"{PAGES}/scuola.docx", document()), "FILE-11"),
    "pagina salvata come .odt": (put(f"{PAGES}/scuola.odt", document()), "FILE-11"),
    "pagina salvata come .pdf": (put(f"{PAGES}/scuola.pdf", b"%PDF-1.7\n"), "FILE-11"),
    "documento di Word con il nome .md": (put(f"{PAGES}/scuola.md", document()), "FILE-11"),
    "fotografia con il nome .md": (put(f"{PAGES}/foto.md", b"\xff\xd8\xff\xe0..."), "FILE-11"),
    "pagina salvata come .txt": (moved(PAGE, f"{PAGES}/partecipa.txt"), "FILE-07"),
    "Windows ha aggiunto .txt": (moved(PAGE, f"{PAGES}/partecipa.md.txt"), "FILE-07"),
    "file senza .md": (moved(PAGE, f"{PAGES}/partecipa"), "FILE-07"),
    "nome con le maiuscole": (moved(PAGE, f"{PAGES}/Partecipa.md"), "FILE-07"),
    "nome con gli spazi": (copied(PAGE, f"{PAGES}/partecipa anche tu.md"), "FILE-07"),
    "nome con gli accenti": (copied(PAGE, f"{PAGES}/città.md"), "FILE-07"),
    "nome con il trattino basso": (copied(PAGE, f"{PAGES}/partecipa_tutti.md"), "FILE-07"),
    "notizia senza la data nel nome": (moved(NEWS, "content/news/it/seconda.md"), "FILE-07"),
    "notizia con un giorno che non esiste": (moved(NEWS, "content/news/it/2026-13-45-seconda.md"), "FILE-07"),
    "notizia con la data all'italiana nel nome": (moved(NEWS, "content/news/it/21-11-2026-seconda.md"), "FILE-07"),
    "notizia fuori dalla cartella di lingua": (moved(NEWS, "content/news/2026-11-21-seconda.md"), "FILE-08"),
    "fotografia tra le pagine": (copied("content/images/piazza.jpg", f"{PAGES}/piazza.jpg"), "FILE-11"),
    "pagina chiamata come le notizie": (copied(PAGE, f"{PAGES}/news.md"), "FILE-07"),
    "due nomi che differiscono per una maiuscola": (copied(PAGE, f"{PAGES}/Partecipa.md"), "FILE-12"),
    "copia lasciata da Windows": (copied(PAGE, f"{PAGES}/partecipa - Copia.md"), "FILE-12"),
    "copia scaricata due volte": (copied(PAGE, f"{PAGES}/partecipa (1).md"), "FILE-12"),
    "copia lasciata dal Mac": (copied(PAGE, f"{PAGES}/partecipa copia 2.md"), "FILE-12"),
    "copia lasciata da un altro programma": (put(f"{PAGES}/partecipa.md~", "x"), "FILE-11"),
    "file del sistema": (put(f"{PAGES}/Thumbs.db", b"\0"), "FILE-11"),
    "file temporaneo di Word": (put(f"{PAGES}/~$scuola.docx", b"\0"), "FILE-11"),
    "file fuori dalle cartelle": (moved(PAGE, "content/partecipa.md"), "FILE-08"),
    "un contatto tra le pagine": (moved(DESK, f"{PAGES}/sportello.md"), "FILE-08"),
    "una notizia tra le pagine": (moved(NEWS, f"{PAGES}/2026-11-21-seconda.md"), "FILE-08"),
    "una pagina tra i contatti": (moved(PAGE, "content/contacts/it/partecipa.md"), "FILE-08"),
    "cartella nuova": (moved(PAGE, f"{PAGES}/progetti/partecipa.md"), "FILE-08"),
    "cartella di lingua scritta male": (moved(PAGE, "content/pages/itt/partecipa.md"), "LINGUA-01"),
    "pagina in una lingua che il sito non ha": (copied(PAGE, "content/pages/de/partecipa.md"), "LINGUA-01"),
    "cartella di lingua maiuscola": (moved(PAGE, "content/pages/IT/partecipa.md"), "LINGUA-01"),
    "notizia in una lingua senza notizie": (
        copied(NEWS, "content/news/ro/2026-11-21-seconda.md"), "LINGUA-02",
    ),
    "pagina principale cancellata": (dropped(PAGE), "PAGINA-01"),
    "pagina italiana cancellata, traduzione rimasta": (
        put("content/pages/en/scuola.md", ORPHAN), "PAGINA-02",
    ),
    "pagina principale cancellata, traduzione rimasta": (dropped(f"{PAGES}/mostra.md"), "PAGINA-01"),
    "contatto essenziale cancellato": (dropped("content/contacts/it/112.md"), "CONTATTO-05"),
}  # fmt: skip

HEADERS: dict[str, tuple[Slip, str]] = {
    "manca la prima riga ---": (edited(PAGE, f"---\n{TITLE}", TITLE), "TESTATA-01"),
    "una riga vuota prima di ---": (edited(PAGE, f"---\n{TITLE}", f"\n---\n{TITLE}"), "TESTATA-01"),
    "Word ha cambiato --- in —": (edited(PAGE, f"---\n{TITLE}", f"—\n{TITLE}"), "TESTATA-01"),
    "manca la riga --- che chiude": (edited(PAGE, "order: 9\n---", "order: 9"), "TESTATA-02"),
    "la prima riga --- due volte": (edited(PAGE, f"---\n{TITLE}", f"---\n---\n{TITLE}"), "TESTATA-08"),
    "l'ultima riga --- due volte": (edited(PAGE, "9\n---", "9\n---\n---"), "TESTATA-08"),
    "una riga --- in mezzo alla testata": (edited(PAGE, "order: 9", "---\norder: 9"), "TESTATA-08"),
    "i due punti in un titolo": (edited(PAGE, TITLE, "title: Partecipa: come"), "TESTATA-03"),
    "i due punti tra virgolette di Word": (edited(PAGE, TITLE, "title: “Partecipa: come”"), "TESTATA-03"),
    "virgolette aperte e non chiuse": (edited(PAGE, TITLE, 'title: "Partecipa'), "TESTATA-03"),
    "un titolo che comincia con @": (edited(PAGE, TITLE, "title: @partecipa"), "TESTATA-03"),
    "un # che taglia il titolo": (edited(PAGE, TITLE, "title: Partecipa #tutti"), "TESTATA-03"),
    "un # che taglia una fonte": (
        edited(PAGE, DATE, f"{DATE}\nsources:\n  - Delibera [di giunta](https://example.org/) #7"), "TESTATA-03",
    ),
    "una nota dopo una data": (edited(PAGE, DATE, f"{DATE} # riletto"), "TESTATA-03"),
    "le virgolette dentro le virgolette": (
        edited(PAGE, TITLE, 'title: "Partecipa "anche tu""'), "TESTATA-03",
    ),
    "l'apostrofo dentro le virgolette semplici": (
        edited(PAGE, TITLE, "title: 'L'ufficio'"), "TESTATA-03",
    ),
    "uno spazio prima di una chiave": (edited(PAGE, TITLE, f" {TITLE}"), "TESTATA-03"),
    "una fonte senza virgolette": (
        edited(PAGE, DATE, f"{DATE}\nsources:\n  - [Il giornale](https://example.org/) di ieri"), "TESTATA-03",
    ),
    "una riga senza chiave": (edited(PAGE, TITLE, f"{TITLE}\nanche tu"), "TESTATA-03"),
    "la stessa chiave due volte": (edited(PAGE, TITLE, f"{TITLE}\n{TITLE}"), "TESTATA-04"),
    "una chiave inventata": (edited(PAGE, DATE, f"{DATE}\ncolore: blu"), "TESTATA-05"),
    "una chiave scritta male": (edited(PAGE, "title:", "titel:"), "TESTATA-05"),
    "una chiave con la maiuscola": (edited(PAGE, "title:", "Title:"), "TESTATA-05"),
    "una chiave in italiano": (edited(PAGE, TITLE, "titolo: Partecipa"), "TESTATA-05"),
    "una chiave di un altro tipo di file": (
        edited(NEWS, "date:", "sections: [programma]\ndate:"), "TESTATA-05",
    ),
    "il grassetto in un titolo": (edited(PAGE, TITLE, 'title: "**Partecipa**"'), "MARKDOWN-02"),
    "un accento scritto in codice in un titolo": (
        edited(PAGE, TITLE, 'title: "Perch&eacute; partecipare"'), "MARKDOWN-02",
    ),
    "manca il titolo": (edited(PAGE, f"{TITLE}\n", ""), "TESTATA-06"),
    "il titolo è vuoto": (edited(PAGE, TITLE, 'title: ""'), "TESTATA-06"),
    "il titolo tra virgolette di Word": (edited(PAGE, TITLE, "title: “Partecipa”"), "TESTATA-07"),
    "una data come 3/4/26": (edited(PAGE, DATE, "checked_on: 3/4/26"), "TESTATA-07"),
    "una data a parole": (edited(PAGE, DATE, "checked_on: 3 aprile 2026"), "TESTATA-07"),
    "un giorno che non esiste": (edited(PAGE, DATE, "checked_on: 2026-02-30"), "TESTATA-07"),
    "un anno scritto a rovescio": (edited(PAGE, DATE, "checked_on: 2062-11-22"), "TESTATA-07"),
    "un anno con due cifre": (edited(PAGE, DATE, "checked_on: 0026-11-22"), "TESTATA-07"),
    "una notizia con la data di domani": (edited(NEWS, "date: 2026-11-21", "date: 2026-11-23"), "TESTATA-07"),
    "una notizia con una data diversa da quella del nome": (
        edited(NEWS, "date: 2026-11-21", "date: 2026-11-20"), "TESTATA-07",
    ),
    "un posto scritto a parole": (edited(PAGE, "order: 9", "order: nono"), "TESTATA-07"),
    "un orario scritto a modo proprio": (edited(DESK, "Mo-Fr 09:30-13:00", "lun-ven 9-13"), "TESTATA-07"),
    "un orario che comincia e finisce alla stessa ora": (
        edited(DESK, "Mo-Fr 09:30-13:00", "Mo-Fr 09:30-09:30"), "TESTATA-07",
    ),
    "24/7 insieme ad altri orari": (edited(DESK, "Sa 10:00-12:00", "24/7"), "TESTATA-07"),
    "un elenco al posto di un testo": (edited(PAGE, TITLE, "title: [Partecipa]"), "TESTATA-07"),
    "una rilettura fatta da nessuno": (
        edited(ENGLISH, "\ntranslated_on", "\nreviewed_by: nessuno\ntranslated_on"), "TESTATA-07",
    ),
    "una rilettura senza il giorno": (
        edited(ENGLISH, "\ntranslated_on", "\nreviewed_by: Anna Rossi\ntranslated_on"), "TESTATA-06",
    ),
    "le parole di una fotografia che non è nominata": (
        edited(NEWS, "image: piazza.jpg\n", ""), "TESTATA-06",
    ),
    "un segnaposto rimasto": (edited(PAGE, TITLE, 'title: "SCRIVI QUI: il titolo"'), "TESTO-01"),
    "un promemoria rimasto nel testo": (added("TODO: aggiungere gli orari."), "TESTO-01"),
    "un titolo uguale a un altro": (edited(PAGE, TITLE, "title: Il programma"), "TITOLO-01"),
    "una fonte senza collegamento": (
        edited(PAGE, DATE, f'{DATE}\nsources: ["Il giornale di ieri"]'), "FONTE-01",
    ),
    "una sezione che serve al sito, con un altro nome": (
        edited(f"{PAGES}/sicurezza.md", "[registro-chiamate]", "[chiamate]"), "SEZIONE-02",
    ),
    "il modello show senza una sezione": (edited(PAGE, DATE, f"{DATE}\ntemplate: show"), "SEZIONE-02"),
    "un titolo ## senza nome in sections": (added("## Titolo nuovo\n\nTesto."), "SEZIONE-01"),
}  # fmt: skip

WORDS: dict[str, tuple[Slip, str]] = {
    "un titolo con un solo #": (added("# Titolo\n\nTesto."), "TITOLI-01"),
    "un livello di titolo saltato": (added("### Titolo\n\nTesto."), "TITOLI-01"),
    "un titolo in grassetto": (added("**Come partecipare**\n\nTesto."), "TITOLI-02"),
    "un titolo in grassetto con __": (added("__Come partecipare__\n\nTesto."), "TITOLI-02"),
    "uno spazio prima di un titolo": (added(" ## Come partecipare\n\nTesto."), "TITOLI-02"),
    "una riga di trattini sotto una frase": (added("Vieni in piazza.\n---"), "TITOLI-02"),
    "un titolo in un contatto": (added("## Orari\n\nIl lunedì.", DESK), "TITOLI-01"),
    "un titolo senza testo sotto": (edited(f"{PAGES}/domande.md", "La risposta.", ""), "TESTO-03"),
    "una pagina senza testo": (edited(PAGE, "Testo breve e semplice.", ""), "TESTO-03"),
    "una notizia senza testo": (edited(NEWS, "Testo breve.", ""), "TESTO-03"),
    "il corsivo": (added("Una parola *importante*."), "MARKDOWN-01"),
    "una citazione": (added("> Una frase."), "MARKDOWN-01"),
    "una riga di trattini": (added("Testo.\n\n- - -\n\nTesto."), "MARKDOWN-01"),
    "un testo rientrato": (added("Testo:\n\n    rientrato"), "MARKDOWN-01"),
    "due spazi a fine riga, per andare a capo": (added("Prima riga  \nseconda riga."), "MARKDOWN-01"),
    "un elenco nel passo che chiude la pagina": (
        edited(PAGE, DATE, f'{DATE}\nact: "- Impara il numero."'), "MARKDOWN-01",
    ),
    "un elenco con i pallini": (added("• una voce\n"), "MARKDOWN-02"),
    "un elenco con 1)": (added("1) una voce"), "MARKDOWN-02"),
    "un elenco con a)": (added("a) una voce\nb) un'altra"), "MARKDOWN-02"),
    "un elenco con il trattino lungo di Word": (added("– una voce\n– un'altra"), "MARKDOWN-02"),
    "un elenco senza spazio dopo il trattino": (added("-una voce\n-un'altra"), "MARKDOWN-02"),
    "un elenco con le caselle": (added("- [ ] una voce"), "MARKDOWN-02"),
    "un elenco attaccato alla frase": (added("Porta con te:\n- la carta\n- il codice"), "MARKDOWN-02"),
    "un elenco numerato attaccato alla frase": (added("Fai così:\n1. chiama\n2. parla"), "MARKDOWN-02"),
    "un elenco dentro l'altro con due spazi": (added("- una voce\n  - dentro"), "MARKDOWN-02"),
    "una frase attaccata all'elenco": (added("- una voce\nTesto che segue."), "MARKDOWN-02"),
    "una tabella attaccata alla frase": (
        added("Gli orari:\n| giorno | ore |\n| --- | --- |\n| lunedì | 9 |"), "MARKDOWN-02",
    ),
    "una tabella senza la riga di trattini": (added("| giorno | ore |\n| lunedì | 9 |"), "MARKDOWN-02"),
    "una tabella con una riga vuota in mezzo": (
        added("| giorno | ore |\n| --- | --- |\n| lunedì | 9 |\n\n| martedì | 10 |"), "MARKDOWN-02",
    ),
    "una frase attaccata alla tabella": (
        added("| giorno | ore |\n| --- | --- |\n| lunedì | 9 |\nTesto che segue."), "MARKDOWN-02",
    ),
    "un grassetto non chiuso": (added("Una parola **importante e poi."), "MARKDOWN-02"),
    "un testo barrato": (added("Una parola ~~vecchia~~."), "MARKDOWN-02"),
    "una barra a fine riga": (added("Prima riga\\\nseconda riga."), "MARKDOWN-02"),
    "una nota a piè di pagina": (added("Una parola[^1]."), "MARKDOWN-02"),
    "un collegamento a rovescio": (added("Leggi (la pagina)[diritti.md]."), "MARKDOWN-02"),
    "uno spazio nel collegamento": (added("Leggi [la pagina] (diritti.md)."), "MARKDOWN-02"),
    "un collegamento non chiuso": (added("Leggi [la pagina](diritti.md e poi torna."), "MARKDOWN-02"),
    "un collegamento alla maniera dei wiki": (added("Leggi [[diritti]]."), "MARKDOWN-02"),
    "un indirizzo web scritto nel testo": (added("Vai su https://www.example.org/a."), "MARKDOWN-02"),
    "un indirizzo web senza https": (added("Vai su www.example.org."), "MARKDOWN-02"),
    "HTML incollato dal web": (added('<div class="x">Testo</div>'), "HTML-01"),
    "uno script": (added("<script>alert(1)</script>"), "HTML-01"),
    "un collegamento che esegue": (linked("javascript:alert(1)"), "HTML-01"),
    "un paragrafo in un altro alfabeto": (added("Потом идёт строка на другом языке."), "TRADUZIONE-04"),
    "il testo in un'altra lingua": (edited(PAGE, "Testo breve e semplice.", ENGLISH_TEXT), "TRADUZIONE-08"),
    "un paragrafo rimasto in italiano": (
        edited(ENGLISH, "Read calmly. Then choose.", "Leggi con calma. Poi scegli."), "TRADUZIONE-05",
    ),
    "una traduzione di una versione sconosciuta": (
        edited(ENGLISH, "48c5-4447", "0000-0000"), "TRADUZIONE-01",
    ),
    "un collegamento perso nella traduzione": (
        edited(ENGLISH, "[a guide](https://coe.int/guida)", "a guide"), "TRADUZIONE-07",
    ),
}  # fmt: skip

LINKS: dict[str, tuple[Slip, str]] = {
    "un collegamento a una pagina che non c'è": (linked("diriti.md"), "LINK-01"),
    "un collegamento senza indirizzo": (linked(""), "LINK-01"),
    "un collegamento all'indirizzo invece che al file": (linked("/diritti/"), "LINK-01"),
    "un collegamento a una sezione che non c'è": (linked("diritti.md#primo"), "LINK-02"),
    "un collegamento a una sezione di una notizia": (
        linked("../../news/it/2026-11-20-esempio.md#dove"), "LINK-02",
    ),
    "un collegamento, in una notizia, come in una pagina": (
        added("Leggi [i diritti](diritti.md).", NEWS), "LINK-01",
    ),
    "un collegamento senza parole": (added("Leggi [](diritti.md)."), "MARKDOWN-01"),
    "un collegamento con www e senza https": (linked("www.example.org"), "LINK-01"),
    "un collegamento a un indirizzo e-mail": (linked("info@example.org"), "LINK-01"),
    "un collegamento mailto": (linked("mailto:info@example.org"), "HTML-01"),
    "un collegamento tel": (linked("tel:800290290"), "HTML-01"),
    "un collegamento con un titolo": (linked('https://example.org/ "Il titolo"'), "MARKDOWN-01"),
    "un collegamento con uno spazio": (linked("https://example.org/il modulo.pdf"), "HTML-01"),
    "un indirizzo tra < e >": (added("Vai su <https://example.org/>."), "HTML-01"),
    "un collegamento alla rete interna": (linked("https://intranet/moduli"), "LINK-03"),
    "un collegamento accorciato": (linked("https://bit.ly/abc"), "LINK-05"),
    "un collegamento a un file del proprio computer": (
        linked("file:///C:/Users/anna/modulo.pdf"), "LINK-03",
    ),
    "un percorso di Windows": (linked("C:/Users/anna/modulo.pdf"), "LINK-03"),
    "un collegamento all'anteprima sul proprio computer": (
        linked("http://localhost:8000/diritti/"), "LINK-03",
    ),
    "un collegamento alla pagina dove si modifica": (
        linked("https://gitlab.com/crema/ali/-/edit/main/content/pages/it/diritti.md"), "LINK-03",
    ),
    "un collegamento all'anteprima della forgia": (linked("https://ali-123.netlify.app/"), "LINK-03"),
    "un collegamento a un documento di Google": (
        linked("https://docs.google.com/document/d/1/edit"), "LINK-03",
    ),
    "un collegamento senza https": (linked("http://www.example.org/"), "LINK-04"),
    "un collegamento con parametri che contano chi legge": (
        linked("https://www.example.org/a?id=3&utm_source=mail&fbclid=x"), "LINK-05",
    ),
    "un collegamento passato da Outlook": (
        linked("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x"),
        "LINK-05",
    ),
}  # fmt: skip

CONTACTS: dict[str, tuple[Slip, str]] = {
    "un numero scritto nella pagina": (added("Chiama lo 800 290 290."), "CONTATTO-03"),
    "un numero senza spazi": (added("Chiama lo 800290290."), "CONTATTO-03"),
    "un numero con i punti": (added("Chiama lo 800.290.290."), "CONTATTO-03"),
    "un numero con i trattini": (added("Chiama lo 800-290-290."), "CONTATTO-03"),
    "un numero con la barra": (added("Telefona allo 0373/894.1234."), "CONTATTO-03"),
    "un numero con il prefisso tra parentesi": (added("Telefona allo (0373) 894 123."), "CONTATTO-03"),
    "un numero con +39": (added("Scrivi al +39 350 123 4567."), "CONTATTO-03"),
    "due numeri uno accanto all'altro": (added("Chiama 333 1234567 - 0373 894123."), "CONTATTO-03"),
    "un numero con i trattini di Word": (added("Chiama lo 800\u2011290\u2011290."), "CONTATTO-03"),
    "un numero nel collegamento a WhatsApp": (linked("https://wa.me/393501234567"), "CONTATTO-03"),
    "un numero in un titolo": (
        edited(PAGE, TITLE, "title: Partecipa, chiama 800 290 290"), "CONTATTO-03",
    ),
    "un numero nell'indirizzo di un contatto": (
        edited(DESK, "Via di Esempio 1,", "Via di Esempio 1, tel. 0373 000000,"), "CONTATTO-03",
    ),
    "un numero breve": (added("Chiama il 112."), "CONTATTO-03"),
    "un indirizzo e-mail scritto nella pagina": (added("Scrivi a anna@example.org."), "CONTATTO-03"),
    "un indirizzo e-mail tra < e >": (added("Scrivi a <anna@example.org>."), "HTML-01"),
    "una macro al posto di un indirizzo": (
        added('Chiama [ora]({{ phone("antitratta") }}).'), "MARKDOWN-01",
    ),
    "una macro con il nome sbagliato": (added('Chiama {{ phone("antitrata") }}.'), "CONTATTO-01"),
    "una macro con il nome del contatto maiuscolo": (
        added('Chiama {{ phone("Antitratta") }}.'), "CONTATTO-01",
    ),
    "una scheda con il nome del contatto maiuscolo": (
        added('{{ contact("Antitratta") }}'), "CONTATTO-01",
    ),
    "una macro con le virgolette di Word": (added("Chiama {{ phone(“antitratta”) }}."), "MACRO-01"),
    "una macro con una sola graffa": (added('Chiama { phone("antitratta") }.'), "MACRO-01"),
    "una macro senza le graffe": (added('Chiama phone("antitratta").'), "MARKDOWN-02"),
    "una macro che non esiste": (added('Chiama {{ telefono("antitratta") }}.'), "MACRO-01"),
    "una scheda dentro una frase": (added('Chiama {{ contact("antitratta") }} ora.'), "MACRO-01"),
    "una scheda dentro la scheda di un altro contatto": (
        added('{{ contact("antitratta") }}', DESK), "MACRO-01",
    ),
    "una scheda in grassetto": (added('**{{ contact("antitratta") }}**'), "MACRO-01"),
    "un contatto da confermare dentro una frase": (added('Chiama {{ phone("incerto") }}.'), "CONTATTO-02"),
    "un numero che si vede e un altro che si compone": (
        edited(DESK, 'dial: "+390373000000"', 'dial: "+390373000001"'), "CONTATTO-04",
    ),
    "un numero senza quello da comporre": (edited(DESK, 'dial: "+390373000000"\n', ""), "CONTATTO-04"),
    "il numero verde non più essenziale": (
        edited("content/contacts/it/antitratta.md", "essential: yes\n", ""), "CONTATTO-05",
    ),
    "un numero di WhatsApp a metà": (edited(DESK, "+39 350 000 0000", "+39 350 000"), "CONTATTO-04"),
    "il codice di un paese al posto di quello della lingua": (
        edited(DESK, "[en, ro]", "[en, al]"), "CONTATTO-06",
    ),
    "una lingua con un codice inventato": (edited(DESK, "[en, ro]", "[en, xq]"), "CONTATTO-06"),
}  # fmt: skip

RECORD: dict[str, tuple[Slip, str]] = {
    "un indirizzo pubblicato che sparisce": (
        edited(ADDRESSES, "/vecchio-aiuto/ /aiuto/", "/vecchio-aiuto/"), "INDIRIZZO-01",
    ),
    "il registro degli indirizzi svuotato": (put(ADDRESSES), "INDIRIZZO-01"),
    "il registro degli indirizzi cancellato": (dropped(ADDRESSES), "INDIRIZZO-01"),
    "un indirizzo spostato che ha ancora la pagina": (
        edited(ADDRESSES, "\n/aiuto/\n", "\n/aiuto/ /diritti/\n"), "INDIRIZZO-03",
    ),
    "un indirizzo spostato nel nulla": (added("/vecchio/ /nulla/", ADDRESSES), "INDIRIZZO-03"),
    "un indirizzo spostato due volte": (added("/vecchio-aiuto/ /diritti/", ADDRESSES), "INDIRIZZO-03"),
    "un indirizzo spostato copiato dal browser": (
        added("https://ali.example.org/vecchio/ /aiuto/", ADDRESSES), "INDIRIZZO-03",
    ),
    "un indirizzo spostato con un trattino davanti": (added("- /vecchio/ /aiuto/", ADDRESSES), "INDIRIZZO-03"),
    "un indirizzo senza l'ultima barra": (added("/aiuto", ADDRESSES), "INDIRIZZO-03"),
    "un indirizzo spostato che non è una pagina": (
        added("/images/piazza.jpg /aiuto/", ADDRESSES), "INDIRIZZO-03",
    ),
    "un indirizzo senza la prima barra": (added("vecchio/ /aiuto/", ADDRESSES), "INDIRIZZO-03"),
}  # fmt: skip

PICTURES: dict[str, tuple[Slip, str]] = {
    "un'immagine incollata nel testo": (added("![Una piazza](data:image/png;base64,AA)", NEWS), "HTML-01"),
    "un'immagine in una pagina": (added("![Una piazza](../../images/piazza.jpg)"), "IMMAGINE-01"),
    "un'immagine senza parole": (added("![](../../images/piazza.jpg)", NEWS), "IMMAGINE-01"),
    "un'immagine che non c'è": (edited(NEWS, "image: piazza.jpg", "image: piaza.jpg"), "IMMAGINE-01"),
    "la fotografia di un altro sito": (
        edited(NEWS, "image: piazza.jpg", "image: https://example.org/piazza.jpg"), "IMMAGINE-01",
    ),
    "una macro nelle parole di una fotografia": (
        edited(NEWS, "image_alt: Una", "image_alt: La {{ piazza }}, una"), "MACRO-01",
    ),
    "un'immagine presa da un altro sito": (
        added("![Una piazza](https://example.org/piazza.jpg)", NEWS), "IMMAGINE-01",
    ),
    "la fotografia di una notizia senza parole": (
        edited(NEWS, "image_alt: Una piazza di esempio\n", ""), "IMMAGINE-01",
    ),
    "una fotografia HEIC dell'iPhone": (
        put("content/images/piazza.jpg", b"\0\0\0\x18ftypheic\0\0\0\0"), "IMMAGINE-02",
    ),
    "una fotografia da 13 MB": (
        put("content/images/piazza.jpg", b"\xff\xd8\xff" + b"\0" * 13_000_000), "IMMAGINE-02",
    ),
    "una fotografia a metà": (put("content/images/piazza.jpg", b"\xff\xd8\xff\xe0"), "IMMAGINE-02"),
    "un PDF al posto della fotografia": (put("content/images/piazza.jpg", b"%PDF-1.7"), "IMMAGINE-02"),
    "una fotografia con l'estensione maiuscola": (
        moved("content/images/piazza.jpg", "content/images/piazza.JPG"), "IMMAGINE-01",
    ),
    "una registrazione con la maiuscola": (put("content/audio/it/Aiuto.opus", b"OggS"), "AUDIO-02"),
    "una registrazione in MP3": (put("content/audio/it/aiuto.mp3", b"ID3"), "AUDIO-02"),
    "una fotografia con il nome della macchina": (photographed("IMG 001.JPG"), "IMMAGINE-03"),
}  # fmt: skip

SETTINGS: dict[str, tuple[Slip, str]] = {
    "una virgola tolta nelle impostazioni": (
        edited(FACTS, '"Comune di Crema",', '"Comune di Crema"'), "IMPOSTAZIONE-03",
    ),
    "le virgolette di Word nelle impostazioni": (
        edited(FACTS, '"Mettiamo le ali"', "“Mettiamo le ali”"), "IMPOSTAZIONE-03",
    ),
    "virgolette non chiuse nelle impostazioni": (
        edited(FACTS, '"Mettiamo le ali"', '"Mettiamo le ali'), "IMPOSTAZIONE-03",
    ),
    "un testo senza virgolette nelle impostazioni": (
        edited(FACTS, '"Mettiamo le ali"', "Mettiamo le ali"), "IMPOSTAZIONE-03",
    ),
    "true invece di True": (edited(FACTS, "PREVIEW = True", "PREVIEW = true"), "IMPOSTAZIONE-03"),
    "un'impostazione cancellata": (edited(FACTS, '    "tax_code": "",\n', ""), "IMPOSTAZIONE-03"),
    "un'impostazione con il nome sbagliato": (
        edited(FACTS, '"transparency_url"', '"trasparency_url"'), "IMPOSTAZIONE-03",
    ),
    "il sito del Comune senza https": (
        edited(FACTS, '"https://comune.crema.cr.it/"', '"comune.crema.cr.it"'), "IMPOSTAZIONE-03",
    ),
    "hide tradotto in italiano": (edited(FACTS, '"show"', '"nascondi"'), "IMPOSTAZIONE-03"),
    "un menu con una pagina che non c'è": (
        edited(FACTS, '"partecipa")', '"partecipate")'), "IMPOSTAZIONE-04",
    ),
    "una dichiarazione di accessibilità fatta in casa": (
        edited(FACTS, '"accessibility_url": ""', '"accessibility_url": "https://example.org/"'),
        "IMPOSTAZIONE-01",
    ),
}  # fmt: skip

MISTAKES = ENCODINGS | FILES | HEADERS | WORDS | LINKS | CONTACTS | PICTURES | RECORD | SETTINGS
