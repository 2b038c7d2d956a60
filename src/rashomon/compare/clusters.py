"""Constrained clustering of claims: average linkage over the pairs that were compared.

Connected components would make one group of a story: a chain of fair links leads from anything to anything. Here two
groups join only while their members are alike on the mean, and a pair that was not compared counts as unlike. What
joined early may sit better in a group that grew later: ``settled`` moves it there, and ``gathered`` goes on with the
groups that come of it until none would join another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from rashomon.compare.components import components

__all__ = ["Tree", "cut", "gathered", "settled", "tree"]

_ROUNDS = 10
"""Times that everything may move: the dev stories settle in three or four."""

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """How things join: ``first`` gives each the smallest number of its group at the start, ``merges`` the steps.

    A step is (mean likelihood, group kept, group taken in), the groups by their smallest members.
    """

    first: tuple[int, ...]
    merges: tuple[tuple[float, int, int], ...]


def cut(grown: Tree, near: float) -> tuple[int, ...]:
    """Give each thing the number of its group, which is its smallest member, after all joins of ``near`` or more.

    >>> both = tree(3, {(0, 1): 0.9, (1, 2): 0.3})
    >>> cut(both, 0.2), cut(both, 0.1)
    ((0, 0, 2), (0, 0, 0))
    """
    top = dict(enumerate(grown.first))
    for value, kept, taken in grown.merges:
        if value < near:
            break
        top[taken] = kept
    return tuple(_root(top, one) for one in range(len(grown.first)))


def tree(
    number: int,
    likely: Mapping[_Pair, float],
    together: Iterable[Sequence[int]] = (),
    reach: int = 1_000_000,
    least: float = 0.0,
) -> Tree:
    """Join ``number`` things, those first whose groups are likeliest to be one on the mean over their pairs.

    ``likely`` is how likely two things, smaller number first, are one (0 to 1); a pair that is not there counts 0. The
    things of each sequence in ``together`` are in one group from the start. ``reach`` is the most others that a thing
    was compared with: between large groups no more pairs than it allows count. Joining ends under ``least``, the lowest
    bound at which the tree is to be cut: most pairs lie under it.
    """
    links = [(group[0], one) for group in together for one in group]
    top = {one: group[0] for group in components(range(number), links) for one in group}
    sizes = Counter(top.values())
    sums = _sums(top, likely)

    def mean(one: int, other: int) -> float:
        possible = min(sizes[one] * sizes[other], reach * min(sizes[one], sizes[other]))
        return sums[one][other] / possible

    heap = [
        (-value, one, other)
        for one, row in sums.items()
        for other in row
        if one < other and (value := mean(one, other)) >= least
    ]
    heapify(heap)
    merges: list[tuple[float, int, int]] = []
    while heap:
        value, one, other = heappop(heap)
        if other not in sums.get(one, ()) or -value != mean(one, other):
            continue  # one of the two has joined another since
        merges.append((-value, one, other))
        sizes[one] += sizes.pop(other)
        for third, total in sums.pop(other).items():
            del sums[third][other]
            if third != one:
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
        for third in sums[one]:
            if (value := mean(one, third)) >= least:
                heappush(heap, (-value, min(one, third), max(one, third)))
    return Tree(tuple(top[one] for one in range(number)), tuple(merges))


def settled(
    tops: Sequence[int], cores: Sequence[int], likely: Mapping[_Pair, float], near: float, reach: int = 1_000_000
) -> tuple[int, ...]:
    """Move each core to the group it is likeliest to belong to, and out of any whose members are less than ``near``.

    ``tops`` and ``cores`` give each thing the number of its group and of its core, the smallest member; a core moves as
    a whole. Moving ends where no core sits better elsewhere: where the likelihoods within groups, less ``near`` for
    each pair, add up to most among such moves. ``reach`` is as for ``tree``.

    >>> settled([0, 0, 0, 3], [0, 1, 2, 3], {(0, 1): 0.9, (0, 2): 0.2, (2, 3): 0.8}, 0.3)
    (0, 0, 2, 2)
    """
    sums = _sums(dict(enumerate(cores)), likely)
    size = Counter(cores)
    place = {core: tops[core] for core in sorted(size)}
    held = Counter(tops)

    def worth(core: int, group: int, total: float) -> float:
        others = held[group] - (size[core] if place[core] == group else 0)
        return total - near * min(size[core] * others, reach * min(size[core], others))

    totals: dict[int, dict[int, float]] = {}  # of each core with each group, as long as none near it has moved
    for _ in range(_ROUNDS):
        before = dict(place)
        for core, here in before.items():
            if core not in totals:
                totals[core] = _totals(sums[core], place, near * min(size[core], reach))
            likeliest = {here: 0.0, **totals[core]}
            value, _, least = max(
                (worth(core, group, total), group == here, -group) for group, total in likeliest.items()
            )
            there = -least if value >= 0 else -1 - core  # alone
            if there != here:
                held[here] -= size[core]
                place[core] = there
                held[there] += size[core]
                for other in sums[core]:
                    totals.pop(other, None)
        if place == before:
            break
    first: dict[int, int] = {}
    return tuple(first.setdefault(place[core], number) for number, core in enumerate(cores))


def gathered(
    cores: Sequence[int], likely: Mapping[_Pair, float], near: float, reach: int = 1_000_000
) -> tuple[int, ...]:
    """Gather ``cores`` into groups: they move as ``settled`` has it, then the groups so made, until nothing moves.

    Moving by levels (Blondel et al. 2008, "Fast unfolding of communities"), with the likelihoods within groups, less
    ``near`` for each pair, as what is made most of. On the dev stories this leaves fewer scraps than cutting the tree
    of average linkage and settling its leaves.

    >>> gathered([0, 1, 2, 3], {(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.1, (2, 3): 0.8}, 0.3)
    (0, 0, 2, 2)
    """
    while (found := settled(cores, cores, likely, near, reach)) != tuple(cores):
        cores = found
    return found


def _totals(row: Mapping[int, float], place: Mapping[int, int], least: float) -> dict[int, float]:
    """Give what a core whose sums are ``row`` has in common with each group, none that is worth less than nobody."""
    found: dict[int, float] = {}
    for other, total in row.items():
        found[place[other]] = found.get(place[other], 0.0) + total
    return {group: total for group, total in found.items() if total >= least}


def _sums(top: Mapping[int, int], likely: Mapping[_Pair, float]) -> dict[int, dict[int, float]]:
    """Give for each two groups the sum of the likelihoods between them."""
    sums: dict[int, dict[int, float]] = {one: {} for one in set(top.values())}
    for (left, right), value in likely.items():
        one, other = top[left], top[right]
        if one != other:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
    return sums


def _root(top: Mapping[int, int], one: int) -> int:
    while top[one] != one:
        one = top[one]
    return one
