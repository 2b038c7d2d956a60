"""Whether that was all, against several."""

import pytest

from clashing import sure, told
from rashomon.compare.conflicts.exclusive import exceeded

SEVERAL = ("There were five calls that night.", [("There were five calls that night", "two officers")])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The call was about the pilot. That was it.", ["The call was about the pilot", "That was it"]),
        ("It was the only call that night.", ["It was the only call that night"]),
    ],
)
def test_what_was_all_clashes_with_several(text, claims):
    """ "That was it" speaks of what its speaker said right before; "the only call" says itself of what."""
    found = list(exceeded(told((text, [(one, "Carrow") for one in claims]), SEVERAL), sure))
    assert [(one.kind, one.right.value) for one in found] == [("exclusivity", "5 calls")]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("It was the only boat that night.", "Carrow"),
        ("It was the only call that night.", "two officers"),
        ("It was a call that night.", "Carrow"),
    ],
)
def test_other_things_do_not(text, holder):
    """Something else that was all, what one holder says in two ways, and what is not said to be all."""
    assert list(exceeded(told((text, [(text, holder)]), SEVERAL), sure)) == []


def test_people_are_not_what_was_done():
    """ "That was it" after words of an officer says nothing of how many officers there were."""
    claims = ["The call was to an officer", "That was it"]
    one = ("The call was to an officer. That was it.", [(words, "Carrow") for words in claims])
    assert list(exceeded(told(one, ("Three officers came.", [("Three officers came", "two dockers")])), sure)) == []


def test_far_claims_do_not():
    """Claims that are hardly about one thing do not clash."""
    one = ("It was the only call that night.", [("It was the only call that night", "Carrow")])
    assert list(exceeded(told(one, SEVERAL), lambda left, right: 0.1)) == []
