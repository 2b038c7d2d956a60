"""The small measures, against values worked out by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from rashomon.evals.overlap import agree, ari, bcubed, macro_f1, overlap, pair
from rashomon.model import Span


def test_spans_of_two_articles_never_overlap():
    """Offsets count only inside one article."""
    assert overlap(Span("a", 0, 5), Span("a", 3, 9)) == 2
    assert overlap(Span("a", 0, 5), Span("b", 3, 9)) == 0


def test_bcubed_by_hand():
    """Two groups of two, of which the system splits one."""
    precision, recall = bcubed("aabb", [1, 1, 2, 3])
    assert precision == 1
    assert recall == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)


def test_rand_index_of_chance_and_of_truth():
    """All the same is 1 whatever the labels; one group for all is no better than chance."""
    assert ari("aabb", [7, 7, 8, 8]) == pytest.approx(1)
    assert ari("aabb", [1, 1, 1, 1]) == pytest.approx(0)


def test_macro_f1_is_over_gold_labels():
    """A label that only the system gives is an error of the others, not a row of its own."""
    found = macro_f1(Counter({("denies", "denies"): 1, ("denies", "hedges"): 1, ("asserts", "asserts"): 3}))
    assert found == {"asserts": 1.0, "denies": pytest.approx(2 / 3)}


def test_pairs_are_one_to_one_and_the_best_first():
    """The second fits the same gold less well, so it is left alone."""
    gold = [frozenset(range(10))]
    system = [frozenset(range(7)), frozenset(range(9))]
    assert pair(gold, system) == [(0, 1)]


def test_of_equal_contents_the_one_with_the_right_speaker_is_paired():
    """The paper and its officials may hold one content."""
    same = frozenset(range(10))
    assert sorted(pair([same, same], [same, same], lambda g, s: g != s)) == [(0, 1), (1, 0)]


def test_half_is_enough_and_less_is_not():
    """The bound is intersection over union of one half."""
    assert pair([frozenset(range(10))], [frozenset(range(5))]) == [(0, 0)]
    assert pair([frozenset(range(10))], [frozenset(range(4))]) == []


def test_empty_words_do_not_make_holders_agree():
    """ "the officials" and "the dockers" share only an article."""
    assert not agree("the officials", "the dockers")
    assert agree("Ms Carrow", "Ines Carrow, harbour master")
