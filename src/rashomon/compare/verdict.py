"""The weights in one list, and what they make of two claims: how likely it is that both are about one thing.

``data/proposition-weights.txt`` holds them with their calibration; ``python -m rashomon.evals fit`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from rashomon.compare.candidates import pairs
from rashomon.compare.features import COMPARATORS
from rashomon.compare.gists import Gist
from rashomon.data import entries
from rashomon.model import Evidence

__all__ = ["Likely", "Recipe", "evidence", "likelihood", "likely", "recipe", "scores"]

Likely = Mapping[tuple[int, int], float]
"""How likely two gists, by their numbers with the smaller first, are about one thing."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What each feature weighs, by its name.

    ``start`` is the log-odds of a pair of which nothing is found. Groups join while the mean likelihood between them is
    ``suggested`` or more; from ``confirmed`` on they are surely about one thing.
    """

    weights: Mapping[str, float]
    start: float
    confirmed: float
    suggested: float


@cache
def recipe() -> Recipe:
    """Give the recipe that the package comes with."""
    found = dict(_row(entry) for entry in entries("proposition-weights.txt"))
    start, confirmed, suggested = (found.pop(name) for name in ("start", "confirmed", "suggested"))
    return Recipe(found, start, confirmed, suggested)


def _row(entry: str) -> tuple[str, float]:
    value, name = entry.split(None, 1)
    return name, float(value)


def scores(left: Gist, right: Gist) -> dict[str, float]:
    """Give the score of every feature that has something to say of the two, by its name."""
    return {name: found.score for name, compare in COMPARATORS if (found := compare(left, right)) is not None}


def likelihood(found: Iterable[tuple[str, float]], by: Recipe) -> float:
    """Give how likely two claims are about one thing, between 0 and 1, from the scores ``found`` of their features."""
    odds = by.start + sum(by.weights.get(name, 0.0) * score for name, score in found)
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def likely(gists: Sequence[Gist], by: Recipe) -> Likely:
    """Give how likely the candidate pairs of ``gists`` are about one thing."""
    return {(one, other): likelihood(scores(gists[one], gists[other]).items(), by) for one, other in pairs(gists)}


def evidence(left: Gist, right: Gist, by: Recipe) -> tuple[Evidence, ...]:
    """Give all that was found of the two, what tells most, for or against, first."""
    found = [(name, finding) for name, compare in COMPARATORS if (finding := compare(left, right)) is not None]
    ranked = sorted(found, key=lambda one: -abs(by.weights.get(one[0], 0.0) * one[1].score))
    return tuple(
        Evidence(name, round(finding.score, 3), finding.detail(), left.claim.span, right.claim.span)
        for name, finding in ranked
    )
