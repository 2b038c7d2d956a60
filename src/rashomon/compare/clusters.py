"""Constrained clustering of claims: average linkage over the pairs that were compared.

Connected components would make one group of a story: a chain of fair links leads from anything to anything. Here two
groups join only while their members are alike on the mean, and a pair that was not compared counts as unlike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from rashomon.compare.components import components

__all__ = ["Tree", "cut", "tree"]

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
    number: int, likely: Mapping[_Pair, float], together: Iterable[Sequence[int]] = (), reach: int = 1_000_000
) -> Tree:
    """Join ``number`` things, those first whose groups are likeliest to be one on the mean over their pairs.

    ``likely`` is how likely two things, smaller number first, are one (0 to 1); a pair that is not there counts 0. The
    things of each sequence in ``together`` are in one group from the start. ``reach`` is the most others that a thing
    was compared with: between large groups no more pairs than it allows count.
    """
    links = [(group[0], one) for group in together for one in group]
    top = {one: group[0] for group in components(range(number), links) for one in group}
    sizes = Counter(top.values())
    sums = _sums(top, likely)

    def mean(one: int, other: int) -> float:
        possible = min(sizes[one] * sizes[other], reach * min(sizes[one], sizes[other]))
        return sums[one][other] / possible

    heap = [(-mean(one, other), one, other) for one, row in sums.items() for other in row if one < other]
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
            heappush(heap, (-mean(one, third), min(one, third), max(one, third)))
    return Tree(tuple(top[one] for one in range(number)), tuple(merges))


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
