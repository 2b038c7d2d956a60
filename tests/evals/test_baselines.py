"""What simple means reach, on the invented story."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.evals.accounts import load
from rashomon.evals.baselines import BASELINES, average_linkage, embedded, polarity, quotation_marks, singletons
from rashomon.evals.score import baseline


def test_quotation_marks_find_a_quotation_and_its_name(built):
    """The only passage between marks is given to the name by the verb."""
    gold = load(built)
    (held,) = quotation_marks(gold).held
    (content,) = held.contents
    assert gold.texts[content.article][content.start : content.end] == "“was shut at nine”"
    assert held.names == "Ines Carrow"


def test_singletons_put_nothing_together(built):
    """As many groups as statements."""
    tellings = singletons(load(built)).tellings
    assert len({one.proposition for one in tellings}) == len(tellings) == 6


def test_polarity_sets_negated_sentences_against_the_rest(built):
    """The denials of the gate make one conflict; the count of the hurt, told without "not", makes none."""
    ((negated, plain),) = polarity(load(built)).conflicts
    assert (len(negated), len(plain)) == (2, 2)


def test_average_linkage_joins_the_nearest_first():
    """Three rows, by hand: the third's mean with the pair is below the bound, though one cosine is above it."""
    similar = np.array([[1, 0.9, 0.1], [0.9, 1, 0.6], [0.1, 0.6, 1]])
    assert average_linkage(similar, 0.5) == [0, 0, 2]
    assert average_linkage(similar, 0.3) == [0, 0, 0]


def test_embeddings_group_what_says_the_same(built):
    """Where wordllama is installed: the counts of the hurt fall together, the gate does not join them."""
    pytest.importorskip("wordllama")
    reading = embedded(load(built), near=0.3)
    assert reading is not None
    groups = [one.proposition for one in reading.tellings]
    assert groups[4] == groups[5]
    assert groups[4] not in groups[:4]


def test_a_baseline_shows_only_what_it_is_for(built):
    """A grouping says nothing of attributions."""
    found = baseline(BASELINES[1], [load(built)])
    assert found is not None
    assert set(found) == {"stories", "group_B3_P", "group_B3_R", "group_B3_F1", "group_ARI_matched"}


def test_a_baseline_whose_means_are_missing_is_left_out(built):
    """No column of noughts for a package that is not installed."""
    from rashomon.evals.baselines import Baseline

    assert baseline(Baseline("none", lambda _gold: None, ("said",)), [load(built)]) is None
