"""Average linkage with what must be together, over the pairs that were compared."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.clusters import cut, gathered, settled, tree

ODDS = st.dictionaries(
    st.sampled_from(list(combinations(range(8), 2))), st.sampled_from([0.05, 0.2, 0.4, 0.6, 0.9]), max_size=20
)


def test_a_chain_is_no_group():
    """Fair links from each thing to the next do not make one group of all, as connected components would."""
    chain = {(one, one + 1): 0.5 for one in range(7)}
    groups = cut(tree(8, chain), 0.3)
    assert len(set(groups)) == 4
    assert groups[0] != groups[7]


def test_the_mean_counts():
    """Groups join by the mean over all their pairs; a pair that was not compared counts as unlike."""
    likely = {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.3}
    assert cut(tree(3, likely), 0.4) == (0, 0, 0)
    assert cut(tree(3, {(0, 1): 0.9, (0, 2): 0.5}), 0.4) == (0, 0, 2)


def test_what_must_be_together_is():
    """Copies are one from the start, however unlike anything else says they are."""
    assert cut(tree(4, {(0, 1): 0.9}, [(1, 3)]), 0.95) == (0, 1, 2, 1)


def test_reach_limits_what_counts_as_unlike():
    """Between large groups, pairs that could not have been compared are no evidence against them."""
    likely = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.8, (1, 3): 0.8}
    assert len(set(cut(tree(4, likely), 0.5))) == 2
    assert len(set(cut(tree(4, likely, reach=1), 0.5))) == 1


@given(ODDS, st.sampled_from([0.1, 0.3, 0.5]))
def test_a_higher_bound_cuts_finer(likely, near):
    """Groups at a higher bound lie within those at a lower one, and each is called after its smallest member."""
    grown = tree(8, likely)
    coarse, fine = cut(grown, near), cut(grown, near + 0.2)
    assert all(coarse[one] == coarse[other] for one, other in combinations(range(8), 2) if fine[one] == fine[other])
    assert all(top == min(n for n in range(8) if coarse[n] == top) for top in coarse)


@given(ODDS)
def test_nothing_joins_without_a_link(likely):
    """Things between which nothing is likely stay apart at any bound above nothing."""
    groups = cut(tree(8, likely), 0.01)
    linked = {number for pair in likely for number in pair}
    assert all(groups.count(groups[number]) == 1 for number in range(8) if number not in linked)


def test_bound_is_reached():
    """A mean equal to the bound joins."""
    assert cut(tree(2, {(0, 1): 0.5}), 0.5) == (0, 0)
    assert cut(tree(2, {(0, 1): 0.5}), 0.51) == (0, 1)


def test_what_sits_better_elsewhere_moves():
    """A thing that joined early goes to the group that it is likelier to belong to; one that fits none is alone."""
    likely = {(0, 1): 0.9, (0, 2): 0.2, (2, 3): 0.8}
    assert settled([0, 0, 0, 3], [0, 1, 2, 3], likely, 0.3) == (0, 0, 2, 2)
    assert settled([0, 0, 0, 3], [0, 1, 2, 3], {(0, 1): 0.9, (0, 2): 0.2}, 0.3) == (0, 0, 2, 3)


def test_cores_move_as_a_whole():
    """What is surely together stays together, wherever it goes."""
    likely = {(0, 1): 0.9, (0, 2): 0.1, (1, 2): 0.1, (2, 3): 0.9, (3, 4): 0.7, (2, 4): 0.7}
    assert settled([0, 0, 0, 0, 4], [0, 0, 2, 2, 4], likely, 0.3) == (0, 0, 2, 2, 2)


@given(ODDS, st.sampled_from([0.1, 0.3, 0.5]))
def test_settling_never_parts_cores_or_joins_strangers(likely, near):
    """Cores are whole afterwards, groups go by their smallest member, and what is alike to nothing is alone."""
    grown = tree(8, likely)
    cores, tops = cut(grown, 0.6), cut(grown, near)
    found = settled(tops, cores, likely, near)
    assert all(found[one] == found[core] for one, core in enumerate(cores))
    assert all(top <= one and found[top] == top for one, top in enumerate(found))
    for one in range(8):
        if not any(one in pair for pair in likely):
            assert found.count(found[one]) == 1


def test_groups_join_as_wholes():
    """Where no single thing would move, two groups still join if that is worth more than keeping them apart."""
    likely = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.5, (0, 3): 0.3, (1, 2): 0.3, (1, 3): 0.3}
    assert gathered([0, 1, 2, 3], likely, 0.3) == (0, 0, 0, 0)
    assert gathered([0, 1, 2, 3], likely, 0.4) == (0, 0, 2, 2)


@given(ODDS, st.sampled_from([0.1, 0.3, 0.5]))
def test_gathering_never_parts_cores_or_joins_strangers(likely, near):
    """Cores are whole afterwards, groups go by their smallest member, and nothing that is left would still join."""
    cores = cut(tree(8, likely), 0.6)
    found = gathered(cores, likely, near)
    assert all(found[one] == found[core] for one, core in enumerate(cores))
    assert all(top <= one and found[top] == top for one, top in enumerate(found))
    for one, other in combinations(sorted(set(found)), 2):
        pairs = [
            (left, right) for left, right in combinations(range(8), 2) if {found[left], found[right]} == {one, other}
        ]
        assert sum(likely.get(pair, 0.0) - near for pair in pairs) <= 1e-9
