"""Conflicts of a whole story: their sides, and that order makes no difference."""

from dataclasses import replace

import pytest

from clashing import story, sure, two, words
from ferry import story as ferry
from rashomon.compare import conflicts
from rashomon.compare.conflicts.finding import QUESTIONS
from rashomon.compare.prepared import prepared

HURT = (
    (
        "The hospital said that 31 passengers were hurt on the ferry.",
        [("31 passengers were hurt on the ferry", "the hospital")],
    ),
    ("Police said 31 passengers were hurt on the ferry.", [("31 passengers were hurt on the ferry", "police")]),
    ("The union said 44 passengers were hurt on the ferry.", [("44 passengers were hurt on the ferry", "the union")]),
    ("The port denied that the gate was open.", [("the gate was open", "the port", "denies")]),
    ("Three dockers said the gate was open.", [("the gate was open", "three dockers")]),
)


def find(told):
    """Give what the stage finds in a story, prepared."""
    return conflicts.find(told, prepared(told))


def shown(own):
    """Give the conflicts of a story in words."""
    return {
        one.kind: {side.value: {words(own, place) for place in side.spans} for side in one.sides} for one in find(own)
    }


def test_what_agrees_is_one_side():
    """Two reports of one number are one side of the conflict, and the words that clash are the number."""
    assert shown(story(*HURT))["number"] == {"31 passengers": {"31"}, "44 passengers": {"44"}}


def test_sides_hold_their_claims():
    """A denial and what it denies are two sides, each with the claims that hold it and evidence in words."""
    own = ferry()
    found = [one for one in find(own) if one.kind == "polarity"]
    told = {claim.id: claim.stance for analysis in own.analyses for claim in analysis.claims}
    assert found
    for one in found:
        sides = {side.value: {told[name] for name in side.claims} for side in one.sides}
        assert sides == {"yes": {"asserts"}, "no": {"denies"}}
        assert one.evidence[0].detail


def test_order_makes_no_difference():
    """The same reports in another order give the same conflicts."""
    for own in (story(*HURT), ferry()):
        turned = replace(own, articles=own.articles[::-1], blocks=own.blocks[::-1], analyses=own.analyses[::-1])
        assert find(turned) == find(own)


@pytest.mark.parametrize("reports", [(), HURT[:2], HURT[3:4]])
def test_agreement_is_no_conflict(reports):
    """No report, reports that agree, and a denial of what nobody says have no conflict."""
    assert find(story(*reports)) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("At least 30 passengers were hurt", "27 passengers were hurt"),
        ("the crowd was put at 600", "410 people came"),
        ("there were five calls", "there was one call."),
        ("seven songs were hers", "two, and not seven"),
        ("bottles were thrown before any gas was fired", "gas was fired before any bottles were thrown"),
        ("the gate was open at noon", "nobody had opened the gate"),
    ],
)
def test_what_clashes_is_asked_about(left, right):
    """Of two claims that clash, the one says what the other meets, whichever of them is the first."""
    clashing = 0
    for pair in (two(left, right), two(right, left)):
        for question in QUESTIONS:
            if question.clash(*pair, sure):
                one, other = map(question.topics, pair)
                assert set(one.says) & set(other.meets) or set(other.says) & set(one.meets)
                clashing += 1
    assert clashing
