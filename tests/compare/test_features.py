"""The questions asked of two claims, each by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferry import story
from rashomon.compare.candidates import accompanied
from rashomon.compare.features import COMPARATORS
from rashomon.compare.gists import gists

TOLD = accompanied(gists(story()))
COMPARE = dict(COMPARATORS)


def gist(words):
    """Give the gist of the claim that begins with ``words``."""
    return next(one for one in TOLD if one.text.startswith(words))


GATE, SHUT, WRONG = gist("The gate at Orrin"), gist("The gate was not open"), gist("That is wrong")
LEAST, TREATED, LEAVES = gist("At least 27"), gist("Hospital staff"), gist("Carrow is to")


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("one paragraph", (gist("denied that"), SHUT), (GATE, SHUT)),
        ("one article", (GATE, LEAST), (GATE, SHUT)),
        ("answers", (gist("Three dockers"), WRONG), (GATE, WRONG)),
        ("number and none", (GATE, LEAST), (LEAST, TREATED)),
        ("time and none", (GATE, LEAVES), (GATE, SHUT)),
        ("what follows", (GATE, gist("The harbour master")), (GATE, SHUT)),
        ("holder", (gist("That is wrong"), LEAVES), (GATE, SHUT)),
    ],
)
def test_plain_questions(name, yes, no):
    """A question that is answered yes scores 1 and says so in words; answered no it has no finding."""
    found = COMPARE[name](*yes)
    assert found is not None
    assert found.score == 1
    assert len(found.detail().split()) > 3
    assert COMPARE[name](*no) is None


def test_other_things_counted():
    """Passengers and dockers are told apart; one that counts nothing counts nothing else."""
    assert COMPARE["units"](LEAST, TREATED) is None
    assert COMPARE["units"](LEAST, GATE) is None
    found = COMPARE["units"](LEAST, gist("Three dockers"))
    assert found is not None
    assert "passenger" in found.detail()
    assert "docker" in found.detail()


def test_words_are_named():
    """What two claims have in common is said in words of the text, the weightiest first, at most three."""
    found = COMPARE["setting"](LEAST, TREATED)
    assert found is not None
    assert "“passengers”" in found.detail()
    assert found.detail().count("“") <= 3


def test_more_in_common_scores_more():
    """Two tellings of one thing are more alike in what surrounds them than tellings of two."""
    near, far = COMPARE["setting"](LEAST, TREATED), COMPARE["setting"](LEAST, LEAVES)
    assert near is not None
    assert near.score > (far.score if far else 0)


@given(st.sampled_from(TOLD), st.sampled_from(TOLD))
def test_every_score_is_a_share(left, right):
    """Whatever is asked of whichever claims, the score lies between 0 and 1 and is the same both ways."""
    for _, compare in COMPARATORS:
        one, other = compare(left, right), compare(right, left)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert 0 < one.score <= 1 + 1e-9
            assert one.score == pytest.approx(other.score)
