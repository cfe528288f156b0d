# SPDX-License-Identifier: AGPL-3.0-or-later
# Tutti i comandi del progetto. `make` da solo li elenca.
# Every command of the project; nothing else needs to be installed first but Python and make.

PYTHON ?= python3
BIN := .venv/bin
SITE := .venv/.site
TESTS := .venv/.tests
BRANCH ?= gh-pages
# A variable typed after `make`, quotes and all; not one that the system happens to have.
typed = $(if $(filter command,$(origin $(1))),$$$(1))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

## help            elenca i comandi
.PHONY: help
help:
	@echo "Comandi (scrivi: make NOME):"
	@sed -n 's/^## \(.*\)/  \1/p' Makefile

## html            controlla tutto e costruisce il sito di prova in output/
.PHONY: html
html: $(SITE)
	@$(BIN)/python -m tools.build

## serve           mostra il sito su http://localhost:8000 e ogni salvataggio appena fatto
.PHONY: serve
serve: $(SITE)
	@$(BIN)/python -m tools.serve

## page            prepara una pagina nuova da riempire (NAME=scuola-aperta)
.PHONY: page
page: $(SITE)
	@$(BIN)/python -m tools.new page "$(call typed,NAME)"

## news            prepara una notizia nuova da riempire (TITLE="Un incontro in biblioteca")
.PHONY: news
news: $(SITE)
	@$(BIN)/python -m tools.new news "$(call typed,TITLE)"

## contact         prepara un contatto nuovo da riempire (NAME=sportello-lavoro)
.PHONY: contact
contact: $(SITE)
	@$(BIN)/python -m tools.new contact "$(call typed,NAME)"

## check           controlla i testi e il sito, senza cambiare nulla
.PHONY: check
check: $(SITE)
	@$(BIN)/python -m tools.build --check

## publish         controlla e costruisce il sito pubblico (SITEURL=https://… make publish)
.PHONY: publish
publish: $(SITE)
	@$(BIN)/python -m tools.build --public
	@$(BIN)/python -m tools.confirmations

## github          pubblica il sito su un ramo di git (SITEURL=https://… make github BRANCH=gh-pages)
.PHONY: github
github: publish
	@$(BIN)/python -m tools.github --branch $(BRANCH)

## check-dates     dice quali contatti e quali pagine sono da rivedere
.PHONY: check-dates
check-dates: $(SITE)
	@$(BIN)/python -m tools.check_dates

## external-links  prova i collegamenti verso altri siti e scrive un resoconto in reports/
.PHONY: external-links
external-links: $(SITE)
	@$(BIN)/python -m tools.external_links

## editor          prepara in editor-output/ l'editor dei testi nel browser (docs/editor.md)
.PHONY: editor
editor: $(SITE)
	@$(BIN)/python -m tools.editor

## strings         aggiorna i cataloghi con le parole dell'interfaccia
.PHONY: strings
strings: $(SITE)
	@$(BIN)/python -m tools.strings

## translations    mostra lo stato di ogni pagina in ogni lingua
.PHONY: translations
translations: $(SITE)
	@$(BIN)/python -m tools.translations

## translated      segna una traduzione come riletta per intero (PAGE=aiuto LANG=ar)
.PHONY: translated
translated: $(SITE)
	@$(BIN)/python -m tools.translated "$(call typed,PAGE)" "$(call typed,LANG)"

## addresses       registra in content/addresses.txt gli indirizzi nuovi
.PHONY: addresses
addresses: $(SITE)
	@$(BIN)/python -m tools.addresses

## docs            riscrive le parti generate dei documenti
.PHONY: docs
docs: $(SITE)
	@$(BIN)/python -m tools.docs

## screenshots     rifà le immagini dei documenti
.PHONY: screenshots
screenshots: $(TESTS)
	@$(BIN)/python -m tools.screenshots

## test            prova tutto (qualche minuto)
.PHONY: test
test: $(TESTS)
	@$(BIN)/python -m pytest

## test-all        prova anche le combinazioni più lunghe
.PHONY: test-all
test-all: $(TESTS)
	@$(BIN)/python -m pytest -m "nightly or not nightly"

## coverage        dice quali righe di plugins/ nessuna prova percorre
.PHONY: coverage
coverage: $(TESTS)
	@$(BIN)/python -m pytest tests/unit tests/site --cov

## mutants         guasta i controlli uno alla volta: le prove se ne accorgono? (ONLY=tone,links)
.PHONY: mutants
mutants: $(TESTS)
	@$(BIN)/python -m tools.mutants $(if $(ONLY),--only $(ONLY))

## bench           misura tempo e memoria della costruzione (PART=growth per una parte sola)
.PHONY: bench
bench: $(TESTS)
	@$(BIN)/python -m tools.bench $(if $(PART),--part $(PART))

## lighthouse      giudica una pagina di ogni tipo con Lighthouse, come su un telefono
.PHONY: lighthouse
lighthouse: $(TESTS)
	@$(BIN)/python -m tools.lighthouse

## lock            rifà i file con le versioni e le impronte delle librerie
.PHONY: lock
lock: $(SITE)
	@$(BIN)/python -m tools.lock

## clean           cancella quello che è stato costruito
.PHONY: clean
clean:
	rm -rf output editor-output .build reports .coverage* .mypy_cache .pytest_cache .ruff_cache

$(SITE): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Serve Python 3.11 o più nuovo: installalo, o scrivi make PYTHON=python3.12 …"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Preparo le librerie in .venv (solo la prima volta)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(TESTS): requirements-test.txt $(SITE)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@$(BIN)/python -m tools.test_tools
	@touch $@
