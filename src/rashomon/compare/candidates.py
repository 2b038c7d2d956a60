"""Which claims are worth comparing: for each, those whose words and surroundings share the most; and which are copies.

Every claim meets at most ``NEAREST`` others by its words and ``_KINDRED`` by its meaning, by its own choice, so ten
times the claims make ten times the pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from rashomon.compare.components import components
from rashomon.compare.gists import Gist
from rashomon.compare.vectors import means, products, rows
from rashomon.compare.weights import likeness, unit
from rashomon.model import Alignment, Span

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats, Ints

__all__ = ["NEAREST", "accompanied", "copied", "pairs"]

NEAREST = 40
"""Claims that each claim is compared with. A story of five reports has some 150; of those that belong together in the
dev stories nearly all are among each other's 40 nearest, or tied by a third."""
_NEAR, _FEWEST = 0.2, 3
"""Share of all claims that are near one, and the fewest: in a short story all would be in one company otherwise."""
_KINDRED = 20
"""Claims that each claim is compared with because they mean the like. On the dev stories 40 brought no more."""
_COMMON = 0.2
"""Share of all claims whose surroundings may hold a term for it to lead to candidates, in stories of many claims."""
_MANY = 400
"""Claims from which on common terms are left out."""
_SELDOM = 0.005
"""The least a claim is taken to be alike to all others: with hundreds of reports on other things the mean is near 0."""

_COPY = 0.6
"""Cosine of the words of two claims in one shared passage from which they are the same claim, lightly edited."""
_VERBATIM = 4
"""Words from which two claims that are word for word the same are one."""


def accompanied(gists: Sequence[Gist]) -> tuple[Gist, ...]:
    """Give ``gists`` with their company and their kin, those nearest to each and itself, and how common its matter is.

    What counts for company is not how alike two settings are, but how much more alike than each is to all others on
    the mean: what every claim of the story speaks of brings none together. Kin are those nearest in meaning, where the
    meanings are known.
    """
    import numpy as np

    settings = rows([gist.setting for gist in gists])
    common = np.maximum(means(settings), _SELDOM)
    most = len(gists) if len(gists) < _MANY else int(len(gists) * _COMMON)
    most_near = 1 + min(NEAREST, max(_FEWEST, int(len(gists) * _NEAR)))
    kin = _kin(gists, most_near)
    found: list[Gist] = []
    for number, alike in enumerate(products(settings, most)):
        near = alike / np.sqrt(common * common[number])
        near[number] = 0.0
        near[number] = near.max()  # as near to itself as the nearest: two that are each other's nearest have company
        nearest = _highest(near, most_near)
        company = unit({int(other): float(near[other]) for other in nearest if near[other] > 0})
        found.append(replace(gists[number], company=company, kin=kin[number], common=float(common[number])))
    return tuple(found)


def _kin(gists: Sequence[Gist], most: int) -> list[dict[int, float]]:
    """Give the ``most`` nearest to each in meaning, itself first; none where its meaning is not known."""
    import numpy as np

    told = {number: gist.meaning for number, gist in enumerate(gists) if gist.meaning is not None}
    found: list[dict[int, float]] = [{} for _ in gists]
    if not told:
        return found
    known, meanings = list(told), np.stack(list(told.values()))
    for at, number in enumerate(known):
        near = meanings @ meanings[at]
        nearest = (int(other) for other in _highest(near, most) if near[other] > 0)
        found[number] = unit({known[other]: float(near[other]) for other in nearest})
    return found


def _highest(values: Floats, most: int) -> Ints:
    """Give the numbers of the ``most`` highest values, the highest first, of equals the first."""
    import numpy as np

    if len(values) > 4 * most:
        least = np.partition(values, -most)[-most]
        likely = np.flatnonzero(values >= least)
        return np.asarray(likely[np.argsort(-values[likely], kind="stable")[:most]])
    return np.argsort(-values, kind="stable")[:most]


def pairs(gists: Sequence[Gist]) -> tuple[tuple[int, int], ...]:
    """Give the pairs of claims worth comparing, as ordered pairs of numbers in ``gists``, smaller first.

    The gists know their company and their kin. Where there are few, each meets each.
    """
    if len(gists) <= NEAREST:
        return tuple(combinations(range(len(gists)), 2))
    found = {
        (min(one, other), max(one, other))
        for one, gist in enumerate(gists)
        for other in chain(gist.company, islice(gist.kin, 1 + _KINDRED))
        if other != one
    }
    return tuple(sorted(found))


def copied(gists: Sequence[Gist], alignments: Sequence[Alignment]) -> tuple[tuple[int, ...], ...]:
    """Give the claims, as numbers in ``gists``, that are one claim told again: word for word, or in a shared passage.

    Groups of one are left out.
    """
    links = (*_verbatim(gists), *_shared(gists, alignments))
    return tuple(tuple(group) for group in components(range(len(gists)), links) if len(group) > 1)


def _verbatim(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for number, gist in enumerate(gists):
        said = " ".join(re.findall(r"\w+", gist.text.lower()))
        if said.count(" ") + 1 >= _VERBATIM:
            yield first.setdefault(said, number), number


def _shared(gists: Sequence[Gist], alignments: Sequence[Alignment]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(gists):
        places[gist.claim.span.article].append(number)
    for alignment in alignments:
        inside = [
            number
            for span in alignment.spans
            for number in places[span.article]
            if 2 * _overlap(gists[number].claim.span, span) > _length(gists[number].claim.span)
        ]
        for one, other in combinations(inside, 2):
            if likeness(gists[one].own, gists[other].own) >= _COPY:
                yield one, other


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _length(span: Span) -> int:
    return span.end - span.start
