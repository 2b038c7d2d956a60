"""Which claims are worth comparing: for each, those whose words and surroundings share the most; and which are copies.

Every claim meets at most ``NEAREST`` others by its own choice, so ten times the claims make ten times the pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.compare.components import components
from rashomon.compare.gists import Gist, likeness, unit
from rashomon.model import Alignment, Span

__all__ = ["NEAREST", "accompanied", "copied", "pairs"]

NEAREST = 40
"""Claims that each claim is compared with. A story of five reports has some 150; of those that belong together in the
dev stories nearly all are among each other's 40 nearest, or tied by a third."""
_COMMON = 0.2
"""Share of all claims whose surroundings may hold a term for it to lead to candidates, in stories of many claims."""
_MANY = 400
"""Claims from which on common terms are left out."""

_COPY = 0.6
"""Cosine of the words of two claims in one shared passage from which they are the same claim, lightly edited."""
_VERBATIM = 4
"""Words from which two claims that are word for word the same are one."""


def accompanied(gists: Sequence[Gist]) -> tuple[Gist, ...]:
    """Give ``gists`` with their company: the nearest others of each, by number, as likely as they are alike."""
    return tuple(replace(gist, company=unit(near)) for gist, near in zip(gists, _nearest(gists), strict=True))


def pairs(gists: Sequence[Gist]) -> tuple[tuple[int, int], ...]:
    """Give the pairs of claims worth comparing, as ordered pairs of numbers in ``gists``, smaller first.

    The gists know their company.
    """
    found = {(min(one, other), max(one, other)) for one, gist in enumerate(gists) for other in gist.company}
    return tuple(sorted(found))


def _nearest(gists: Sequence[Gist]) -> Iterator[dict[int, float]]:
    """Give for each gist the others whose settings are most alike, with the cosine, common terms left out if many."""
    import numpy as np

    holders: dict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(gists):
        for term in gist.setting:
            holders[term].append(number)
    most = len(gists) if len(gists) < _MANY else int(len(gists) * _COMMON)
    places = {term: np.array(found) for term, found in holders.items() if 1 < len(found) <= most}
    weights = {term: np.array([gists[n].setting[term] for n in found]) for term, found in places.items()}
    for number, gist in enumerate(gists):
        alike = np.zeros(len(gists))
        for term, weight in gist.setting.items():
            if term in places:
                alike[places[term]] += weight * weights[term]
        alike[number] = 0.0
        nearest = np.argsort(-alike, kind="stable")[:NEAREST]
        yield {int(other): float(alike[other]) for other in nearest if alike[other] > 0}


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
