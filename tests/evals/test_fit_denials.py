"""The weights of the signs of a denial: what tells clashes from the rest weighs, and stories are held out in turn."""

from __future__ import annotations

import numpy as np

from ferry import story as ferry
from rashomon.compare.conflicts.denials import SIGNS
from rashomon.evals.accounts import Account
from rashomon.evals.fit_denials import Denials, crossed, fitted, of_story


def case(name: str, turned: bool = False) -> Denials:
    """Give forty pairs of a story, of which those with the first sign clash, or where ``turned`` the others."""
    rows = np.zeros((40, len(SIGNS)))
    rows[:20, 0] = 1.0
    clash = np.repeat([0.0, 1.0] if turned else [1.0, 0.0], 20)
    return Denials(name, rows, clash)


def test_a_sign_that_tells_weighs():
    """The one sign that goes with clashes gets all the weight; one that nobody shows gets none."""
    weights = fitted([case("gate"), case("mill")])
    assert weights[next(iter(SIGNS))] > 2
    assert all(abs(weights[name]) < 1e-6 for name in list(SIGNS)[1:])


def test_each_story_is_measured_with_the_weights_of_the_others():
    """A story where the sign means the contrary is measured by what the others tell: none of its likeliest clash."""
    assert crossed([case("gate"), case("mill")]) == 1.0
    assert crossed([case("gate"), case("mill"), case("pier", turned=True)]) == 2 / 3


def test_pairs_without_gold_clash_nowhere():
    """Each pair of a denial and an assertion has every sign told; where gold has no conflict none clashes."""
    texts = {one.name: one.text for one in ferry().articles}
    found = of_story("ferry", ferry(), Account("ferry", "accident", texts, *((),) * 10))
    assert len(found.signs) > 0
    assert found.signs.shape[1] == len(SIGNS)
    assert not found.clash.any()
