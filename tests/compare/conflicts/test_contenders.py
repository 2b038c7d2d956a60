"""What a clause affirms and what it negates."""

import pytest

from clashing import told
from rashomon.compare.conflicts.contenders import signed


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a promise was made", 1),
        ("there was no promise", -1),
        ("she denied that there was a promise", -1),
        ("she denied that there was no promise", 1),
        ("he doesn't know of a promise", 0),
        ("he knew of no promise", 0),
        ("told us there was no promise", -1),
        ("there was not only a promise", 1),
        ("told them not to make a promise", 1),
        ("a promise was made without witnesses", 1),
        ("they went without a promise", -1),
        ("they shook hands, but no promise was given", -1),
        ("no hands were shaken, but a promise was given", 1),
    ],
)
def test_negation_reaches_over_its_clause(text, sign):
    """Words of negation and denial turn their clause round; who does not know says nothing."""
    assert signed(text).keys["promis"] == sign


def test_of_whom_it_is_told_is_not_denied():
    """ "None of the drivers" says no to what follows, not to drivers."""
    assert {"driver", "read"} & set(signed("none of the drivers read it").keys) == {"read"}
    assert signed("none of the drivers read it").keys["read"] == -1


def test_denial_from_outside_turns_all_round():
    """What a denial has for its content is negated, but not twice where its own words are."""
    assert signed("there was a promise", denied=True).keys["promis"] == -1
    assert signed("there was no promise", denied=True).keys["promis"] == -1


def test_contraries_are_one_key():
    """ "Shut", "not open" and "open" are one key with its signs, shown in words."""
    shut, ajar, stood = signed("it was shut"), signed("it was not open"), signed("it stood open")
    key = next(iter(shut.shown))
    assert (shut.keys[key], ajar.keys[key], stood.keys[key]) == (-1, -1, 1)
    assert (shut.shown[key], ajar.shown[key]) == ("shut", "not open")


def test_names_and_numbers_have_no_sign():
    """A name, a month and a number cannot be denied."""
    assert signed("not Orrin in May, nor two", names=[(4, 9)]).keys == {}


def test_questions_and_purposes_hold_nothing_to_be_so():
    """What is asked, and what somebody is to do, is known as such; so is a denial without words of its own."""
    text = "Was it shut? He came to shut it. Carrow denied this."
    asked, purpose, bare = told((text, [("Was it shut", "a"), ("to shut it", "b"), ("denied this", "c", "denies")]))
    assert (asked.asking, purpose.asking, bare.asking) == (True, True, False)
    assert (asked.bare, bare.bare) == (False, True)
