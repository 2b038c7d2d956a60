"""The weights in one list, and what they make of two claims: how likely it is that both are about one thing.

``data/proposition-weights.txt`` holds them with their calibration; ``python -m rashomon.evals fit`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from rashomon.compare.candidates import pairs
from rashomon.compare.features import COMPARATORS, Pairs
from rashomon.compare.gists import Gist
from rashomon.data import entries
from rashomon.model import Evidence

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["Likely", "Recipe", "compared", "evidence", "likelihood", "likelihoods", "recipe", "scored", "scores"]

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


def compared(gists: Sequence[Gist]) -> tuple[tuple[tuple[int, int], ...], Floats]:
    """Give the candidate pairs of ``gists`` and their scores, a row for each pair, a column for each feature."""
    found = pairs(gists)
    return found, scored(gists, found)


def scored(gists: Sequence[Gist], chosen: Sequence[tuple[int, int]]) -> Floats:
    """Give the scores of pairs of ``gists``, by their numbers: a row for each pair, a column for each feature."""
    import numpy as np

    left, right = np.array(chosen, dtype=int).reshape(-1, 2).T
    return _scores(Pairs(gists, left, right))


def _scores(chosen: Pairs) -> Floats:
    import numpy as np

    return np.stack([one.scores(chosen) for one in COMPARATORS], axis=1)


def scores(left: Gist, right: Gist) -> dict[str, float]:
    """Give the score of every feature that has something to say of the two, by its name."""
    import numpy as np

    found = _scores(Pairs((left, right), np.array([0]), np.array([1])))[0]
    return {one.name: float(score) for one, score in zip(COMPARATORS, found, strict=True) if score}


def likelihood(found: Iterable[tuple[str, float]], by: Recipe) -> float:
    """Give how likely two claims are about one thing, between 0 and 1, from the scores ``found`` of their features."""
    odds = by.start + sum(by.weights.get(name, 0.0) * score for name, score in found)
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def likelihoods(found: Floats, by: Recipe) -> Floats:
    """Give ``likelihood`` for many pairs at once, from their scores as ``compared`` gives them."""
    import numpy as np

    weights = np.array([by.weights.get(one.name, 0.0) for one in COMPARATORS])
    odds: Floats = np.clip(found @ weights + by.start, -30.0, 30.0)
    return np.asarray(1 / (1 + np.exp(-odds)))


def evidence(left: Gist, right: Gist, found: Mapping[str, float], by: Recipe) -> Iterator[Evidence]:
    """Yield what the scores ``found`` of the two tell, what tells most, for or against, first."""
    told = [one for one in COMPARATORS if found.get(one.name)]
    for one in sorted(told, key=lambda one: -abs(by.weights.get(one.name, 0.0) * found[one.name])):
        spans = left.claim.span, right.claim.span
        yield Evidence(one.name, round(found[one.name], 3), one.detail(left, right), *spans)
