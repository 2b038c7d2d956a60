"""Slots and values of claims about one thing, answers by the way."""

from ferry import story
from preparing import gists
from rashomon.compare.answers import answered, asides, slot

TOLD = gists(story())


def claims(*beginnings):
    """Give the gists of the claims that begin with these words."""
    return [one for one in TOLD if one.text.startswith(beginnings)]


def test_values():
    """Each claim that counts has its number as value, with bounds."""
    found = answered(claims("At least 27", "Hospital staff", "The hospital counted"))
    assert [one.value.text for one in found if one.value] == [
        "at least 27 passengers",
        "31 passengers",
        "34 passengers",
    ]
    assert {one.slot for one in found} == {"number"}


def test_the_question_of_most():
    """A proposition asks what most of its claims answer foremost."""
    assert slot(claims("At least 27", "Hospital staff", "The gate at Orrin")) == "number"


def test_answers_by_the_way():
    """Claims that also tell when give second claims over the same words, with ids of their own."""
    members = claims("The harbour master", "Carrow is to")
    main = answered(members)
    (when,) = asides(members, main, slot(members))
    assert [one.span for one in when] == [one.span for one in main]
    assert {one.value.text for one in when if one.value} == {"2031-03-07"}
    assert not {one.id for one in when} & {one.id for one in main}


def test_one_article_answers_nothing_by_the_way():
    """What one article alone tells by the way has nothing to be laid beside."""
    members = claims("Carrow is to")
    assert list(asides(members, answered(members), "follows")) == []
