"""The weights, and what they make of two claims."""

import pytest

from ferry import story
from preparing import gists
from rashomon.compare.candidates import accompanied
from rashomon.compare.features import COMPARATORS
from rashomon.compare.verdict import Recipe, compared, evidence, likelihood, likelihoods, recipe, scores

TOLD = accompanied(gists(story()))


def test_the_recipe_weighs_every_feature():
    """The file of weights and the list of comparators name the same features; the bounds are shares."""
    by = recipe()
    assert set(by.weights) == {one.name for one in COMPARATORS}
    assert 0 < by.suggested < by.confirmed < 1


@pytest.mark.parametrize(("score", "odds"), [(0.0, 0.5), (1.0, 0.9526), (-1.0, 0.0474), (1000.0, 1.0)])
def test_likelihood(score, odds):
    """Log-odds add up: nothing found is what the start says, and no weight, however great, is too great."""
    by = Recipe({"words": 3.0}, 0.0, 0.6, 0.2)
    assert likelihood([("words", score), ("unknown", 5.0)], by) == pytest.approx(odds, abs=1e-4)


def test_many_at_once_are_as_each_by_itself():
    """The likelihoods of all pairs are those that the scores of each two give."""
    pairs, found = compared(TOLD)
    alone = [likelihood(scores(TOLD[one], TOLD[other]).items(), recipe()) for one, other in pairs]
    assert likelihoods(found, recipe()) == pytest.approx(alone)


def test_tellings_of_one_thing_are_likelier():
    """The claims on who was hurt are likelier one thing than a claim on that and one on a resignation."""
    pairs, told = compared(TOLD)
    found = dict(zip(pairs, likelihoods(told, recipe()).tolist(), strict=True))
    hurt = [number for number, one in enumerate(TOLD) if "passengers" in one.text]
    inside = [value for pair, value in found.items() if set(pair) <= set(hurt)]
    across = [value for pair, value in found.items() if len(set(pair) & set(hurt)) == 1]
    assert min(inside) > max(across)


def test_evidence_is_in_words_and_in_order():
    """Evidence tells every score that was found, what weighs most first, with both passages."""
    one, other = TOLD[0], TOLD[4]
    by = recipe()
    found = list(evidence(one, other, scores(one, other), by))
    assert {piece.feature: piece.score for piece in found} == {
        name: round(score, 3) for name, score in scores(one, other).items()
    }
    told = [abs(by.weights[piece.feature] * piece.score) for piece in found]
    assert told == sorted(told, reverse=True)
    assert all(piece.detail and (piece.left, piece.right) == (one.claim.span, other.claim.span) for piece in found)
