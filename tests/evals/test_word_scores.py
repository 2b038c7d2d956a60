"""The measures of words: wordings found, and opinion told from report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.evals.accounts import Wording, load
from rashomon.evals.readings import Reading, from_gold
from rashomon.evals.word_scores import names_choice, word_figures, word_scores
from rashomon.model import Span


def at(start: int) -> Span:
    """Give a span of five characters."""
    return Span("a.txt", start, start + 5)


def test_two_variants_must_touch_two_of_the_concept():
    """One variant that touches both, or two that touch the same, are no choice of words."""
    concept = (at(0), at(10))
    assert names_choice([[at(0)], [at(10), at(40)]], concept)
    assert not names_choice([[at(0), at(10)]], concept)
    assert not names_choice([[at(0)], [at(1)]], concept)
    assert not names_choice([[at(0)], [at(40)]], concept)


@pytest.fixture
def gold(built):
    """Give the invented story with one concept of two names, and a column among its documents."""
    told = load(built)
    file = next(iter(told.texts))
    first, *others = told.documents
    concept = Wording("the gate", (Span(file, 0, 5), Span(file, 10, 15)))
    return replace(told, wording=(concept,), documents=(replace(first, genre="column"), *others))


def test_gold_has_full_marks(gold):
    """The concept itself is found; one that nobody asked for counts against precision."""
    right = from_gold(gold)
    file = gold.wording[0].spans[0].article
    more = replace(right, wording=(*right.wording, ((Span(file, 20, 25),), (Span(file, 30, 35),))))
    assert word_figures(word_scores(gold, right))["wording_recall"] == 1
    found = word_figures(word_scores(gold, more))
    assert (found["wording_recall"], found["wording_reported"], found["wording_precision"]) == (1, 2, 0.5)
    assert word_figures(word_scores(gold, Reading()))["wording_recall"] == 0


def test_opinion_is_told_from_report(gold):
    """The area under the curve is the share of pairs in which the column has more of it, half where it is as much."""
    files = [one.file for one in gold.documents]
    shares = dict.fromkeys(files, 5.0)

    def auc(column: float) -> float:
        told = Reading(opinion=tuple({**shares, files[0]: column}.items()))
        return word_figures(word_scores(gold, told))["opinion_auc"]

    assert [auc(9.0), auc(5.0), auc(1.0)] == [1, 0.5, 0]


def test_no_column_no_measure(built):
    """Where all documents are reports there is nothing to tell apart."""
    told = load(built)
    reports = replace(told, documents=tuple(replace(one, genre="wire report") for one in told.documents))
    opinion = tuple((one.file, 1.0) for one in reports.documents)
    assert "opinion_auc" not in word_figures(word_scores(reports, Reading(opinion=opinion)))
