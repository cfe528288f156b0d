# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff read when something is wrong: its form, its order, its end (house.md §6)."""

from __future__ import annotations

import pytest

from plugins.problem import (
    WARNING,
    Check,
    Fault,
    Problem,
    Rule,
    Stop,
    check,
    errors,
    nearest,
    report,
)

RULE = Rule("LINK-01", "Ogni collegamento porta a una pagina")
ADVICE = Rule("LETTURA-01", "Il testo si legge bene", WARNING)
END = "Il sito non è cambiato."


def broken(path: str = "a.md", line: int = 1, rule: Rule = RULE) -> Problem:
    """Return a problem of `rule`."""
    return rule.broken(path, line, "Che cosa non va.", "Scrivi altro", "what is wrong")


def test_a_problem_is_four_lines():
    """A problem says where, what, how, and one line in English (R80)."""
    expected = "a.md:7  ERRORE  LINK-01\n  Che cosa non va.\n  Scrivi altro\n  [en] what is wrong"

    assert expected == str(broken(line=7))


def test_a_report_is_in_order_of_file_and_line():
    """Problems are shown by file, then by line as a number, whatever found them first."""
    shown = report([broken("b.md"), broken("a.md", 10), broken("a.md", 9)], END)
    places = [line.split("  ")[0] for line in shown.splitlines() if "ERRORE" in line]

    assert ["a.md:9", "a.md:10", "b.md:1"] == places


def test_a_report_is_grouped_by_file():
    """Where several files are wrong each opens with its name and its count (R80)."""
    shown = report([broken("b.md"), broken("a.md", 9), broken("a.md", rule=ADVICE)], END)
    heads = [line for line in shown.splitlines() if " – " in line]

    assert ["a.md – 1 errore, 1 avviso", "b.md – 1 errore"] == heads


def test_one_file_needs_no_head():
    """A report on one file begins with its first problem."""
    assert report([broken()], END).startswith("a.md:1  ERRORE")


def test_a_report_shows_the_same_problem_once():
    """Two checks that meet the same fault do not say it twice."""
    shown = report([broken(), broken()], END)

    assert 1 == shown.count("Che cosa non va.")


@pytest.mark.parametrize(
    ("wrong", "doubtful", "summary"),
    [
        (0, 0, "Nessun problema"),
        (1, 0, "1 errore"),
        (2, 0, "2 errori"),
        (0, 1, "1 avviso"),
        (2, 1, "2 errori, 1 avviso"),
        (1, 3, "1 errore, 3 avvisi"),
    ],
)
def test_a_report_ends_with_a_count_and_its_consequence(wrong, doubtful, summary):
    """The last line counts errors and warnings and says what became of the site."""
    problems = [broken(line=n) for n in range(wrong)]
    problems += [broken(line=n, rule=ADVICE) for n in range(doubtful)]

    assert f"{summary}. {END}" == report(problems, END).splitlines()[-1]


def test_a_report_is_never_shortened():
    """A hundred problems are a hundred messages."""
    shown = report([broken(line=n) for n in range(100)], END)

    assert 100 == shown.count("ERRORE")


def test_only_errors_stop_publication():
    """A warning never stops the site."""
    assert [broken()] == errors([broken(), broken(rule=ADVICE)])


def test_a_check_gives_its_code_to_its_faults():
    """A check yields faults; its rule turns them into problems."""

    @check("PROVA-01", "Una regola di prova", WARNING)
    def fault_of(subject: str):
        """Somebody would suffer."""
        yield Fault(subject, 3, "Che cosa.", "Scrivi", "what")

    expected = Problem("a.md", 3, "PROVA-01", WARNING, "Che cosa.", "Scrivi", "what")

    assert [expected] == list(fault_of("a.md"))


def test_a_check_says_why():
    """The catalogue tells why a reader would suffer: the docstring of the check."""

    def fault_of(_subject: object):
        """Somebody would suffer."""

    assert "Somebody would suffer." == Check(RULE, fault_of).why


@pytest.mark.parametrize(
    ("word", "choice"),
    [("titel", "title"), ("descrption", "description"), ("zebra", ""), ("", "")],
)
def test_the_nearest_right_answer_is_offered(word, choice):
    """A slip is answered with the word that looks most like it, or with none."""
    assert choice == nearest(word, ["title", "description", "order"])


def test_nearest_does_not_depend_on_order():
    """Two equally near words are offered in the same order on every machine (R100)."""
    assert nearest("casa", ["cosa", "caso"]) == nearest("casa", ["caso", "cosa"])


def test_a_stop_reads_like_a_problem():
    """A setting that stops the run is told in the same form: what, how, English."""
    stop = Stop("Manca l'indirizzo.", "Scrivilo.", "no address")

    assert "ERRORE\n  Manca l'indirizzo.\n  Scrivilo.\n  [en] no address" == str(stop)
