"""A story prepared for comparing."""

from dataclasses import replace

from ferry import story
from rashomon.compare import propositions
from rashomon.compare.candidates import pairs
from rashomon.compare.prepared import prepared


def test_every_candidate_pair_is_scored():
    """Each pair of claims that are in one another's company has its scores, and how likely it is one thing."""
    ready = prepared(story())
    assert set(ready.scores) == set(ready.likely) == set(pairs(ready.gists))
    assert all(0 < value < 1 for value in ready.likely.values())


def test_what_is_found_later_makes_no_difference():
    """A story whose claims know their propositions and answer twice is prepared as it was before."""
    before = story()
    ready = prepared(before)
    found, told = propositions.find(before, ready)
    assert sum(len(one.claims) for one in told) > len(ready.gists)
    again = prepared(replace(before, propositions=found, analyses=told))
    assert [one.claim.id for one in again.gists] == [one.claim.id for one in ready.gists]
    assert again.likely == ready.likely
