"""Fitting the weights of propositions: on cases made by hand."""

from dataclasses import replace

import numpy as np

from rashomon.compare.features import COMPARATORS
from rashomon.evals.fit import Case, crossed, fitted, reached, report

NAMES = [one.name for one in COMPARATORS]
KIND = {True: {"setting": 0.9, "company": 0.8}, False: {"setting": 0.3, "one article": 1.0}}


def case(name="orrin", track="own", labels=("gate", "gate", "hurt", "hurt", None), odd=False):
    """Give a case in which claims of one label are alike and others are not; in an ``odd`` one nothing is alike."""
    pairs = tuple((one, other) for one in range(len(labels)) for other in range(one + 1, len(labels)))
    told = [KIND[labels[one] == labels[other] and not odd] for one, other in pairs]
    scores = np.array([[found.get(name, 0.0) for name in NAMES] for found in told])
    wanted = [(label, number) for number, label in enumerate(labels) if label] + [("gate", None)]
    return Case(name, track, len(labels), pairs, scores, (), labels, tuple(wanted))


def test_weights_follow_what_tells():
    """What goes with one proposition weighs for it, what goes with two against it, and what never varies nothing."""
    recipe = fitted([case(), case(track="given")])
    assert recipe.weights["setting"] > 0 > recipe.weights["one article"]
    assert recipe.weights["holder"] == 0
    assert recipe.suggested <= recipe.confirmed


def test_what_gold_does_not_know_is_another_thing():
    """A found claim that gold has no proposition for weighs against what ties it to one that gold knows."""
    stranger = ("gate", "gate", "hurt", "hurt", None)
    tied = case(labels=stranger)
    alike = tied.scores.copy()
    alike[[pair[1] == 4 for pair in tied.pairs], NAMES.index("words")] = 1.0
    recipe = fitted([replace(tied, scores=alike), case(track="given")])
    assert recipe.weights["words"] < 0


def test_reached():
    """Right groups are right; a statement nobody found is alone, which costs recall; one group of all, precision."""
    right, all_one = reached([case()], [(0, 0, 2, 2, 4)]), reached([case()], [(0, 0, 0, 0, 0)])
    assert (right.precision, right.ari) == (1, 1)
    assert round(right.recall, 3) == round((2 * 2 / 3 + 2 + 1 / 3) / 5, 3)
    assert all_one.precision < 1
    assert all_one.ari <= 0


def test_crossed_figures_are_of_stories_not_fitted_on():
    """Each story is measured with what was fitted on the others: one that is the other way round comes out badly."""
    good = [case(name, track) for name in ("orrin", "vane") for track in ("given", "own")]
    figures = crossed(good)
    assert set(figures) == {"given suggested", "given confirmed", "own suggested", "own confirmed"}
    assert figures["own suggested"].ari == 1
    strange = [case("odd", track, odd=True) for track in ("given", "own")]
    assert crossed([*good, *strange])["own suggested"].ari < 1
    assert "own suggested" in report(figures)
