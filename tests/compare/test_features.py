"""The questions asked of two claims, each by itself."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferry import story
from preparing import gists
from rashomon.compare.candidates import accompanied
from rashomon.compare.features import COMPARATORS, Pairs

TOLD = accompanied(gists(story()))
COMPARE = {one.name: one for one in COMPARATORS}


def gist(words):
    """Give the gist of the claim that begins with ``words``."""
    return next(one for one in TOLD if one.text.startswith(words))


def score(name, left, right):
    """Give the score of one question for two claims."""
    return COMPARE[name].scores(Pairs((left, right), np.array([0]), np.array([1])))[0]


GATE, SHUT, WRONG = gist("The gate at Orrin"), gist("The gate was not open"), gist("That is wrong")
LEAST, TREATED, LEAVES = gist("At least 27"), gist("Hospital staff"), gist("Carrow is to")


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("one sentence", (gist("denied that"), SHUT), (GATE, SHUT)),
        ("one paragraph", (gist("denied that"), SHUT), (GATE, SHUT)),
        ("one article", (GATE, LEAST), (GATE, SHUT)),
        ("answers", (gist("Three dockers"), WRONG), (GATE, WRONG)),
        ("number and none", (GATE, LEAST), (LEAST, TREATED)),
        ("units", (LEAST, gist("Three dockers")), (LEAST, TREATED)),
        ("time and none", (GATE, LEAVES), (GATE, SHUT)),
        ("what follows", (GATE, gist("The harbour master")), (GATE, SHUT)),
        ("holder", (gist("That is wrong"), LEAVES), (GATE, SHUT)),
    ],
)
def test_plain_questions(name, yes, no):
    """A question that is answered yes scores 1 and says so in words; answered no it scores 0."""
    assert score(name, *yes) == 1
    assert len(COMPARE[name].detail(*yes).split()) > 3
    assert score(name, *no) == 0


def test_other_things_counted():
    """Passengers and dockers are told apart, in words; one that counts nothing counts nothing else."""
    assert score("units", LEAST, GATE) == 0
    detail = COMPARE["units"].detail(LEAST, gist("Three dockers"))
    assert "passenger" in detail
    assert "docker" in detail


@pytest.mark.parametrize("name", ["setting", "rarities", "words"])
def test_words_are_named(name):
    """What two claims have in common is said in words of the text, the weightiest first, at most three."""
    detail = COMPARE[name].detail(LEAST, TREATED)
    assert "“passengers”" in detail
    assert detail.count("“") <= 3


@pytest.mark.parametrize("name", ["setting", "rarities", "words", "events"])
def test_more_in_common_scores_more(name):
    """Two tellings of one thing have more in common than tellings of two."""
    assert score(name, LEAST, TREATED) > score(name, LEAST, LEAVES)


def test_what_all_speak_of_brings_none_together():
    """Of two pairs equally alike, the one whose setting is that of few others scores more."""
    often, seldom = (replace(one, common=common) for one, common in ((LEAST, 0.5), (LEAST, 0.05)))
    assert score("setting", seldom, TREATED) > score("setting", often, TREATED)


@given(st.lists(st.tuples(st.sampled_from(range(len(TOLD))), st.sampled_from(range(len(TOLD)))), min_size=1))
def test_every_score_is_a_share(pairs):
    """Whatever is asked of whichever claims, scores lie between 0 and 1, both ways alike, in company and alone."""
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    for compare in COMPARATORS:
        found = compare.scores(Pairs(TOLD, left, right))
        assert found.min() >= 0
        assert found.max() <= 1 + 1e-9
        assert compare.scores(Pairs(TOLD, right, left)) == pytest.approx(found)
        assert score(compare.name, TOLD[left[0]], TOLD[right[0]]) == pytest.approx(found[0])
