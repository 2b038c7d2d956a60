"""What the terms of a text weigh, and how alike two weightings are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from math import log, sqrt
from typing import TypeVar

__all__ = ["Weights", "likeness", "rarity", "total", "unit", "weighed"]

_Key = TypeVar("_Key", bound=Hashable)

Weights = Mapping[str, float]
"""The terms of a stretch of text with what each weighs, of length 1. A term is a word's plain form, a class of events
("@DIE") or an entity ("#" and its id)."""

_CLASS, _NAME = 0.7, 0.4
"""What a class of events and an entity weigh beside a word that is as rare."""


def likeness(left: Mapping[_Key, float], right: Mapping[_Key, float]) -> float:
    """Give the cosine of two weightings of length 1.

    >>> likeness({"gate": 0.6, "shut": 0.8}, {"gate": 1.0})
    0.6
    """
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


def rarity(number: Mapping[str, int], sentences: int) -> Weights:
    """Weigh each term by the logarithm of the share of ``sentences`` that hold it, ``number`` of them."""
    kind = {"@": _CLASS, "#": _NAME}
    return {name: log((sentences + 1) / count) * kind.get(name[0], 1.0) for name, count in number.items()}


def weighed(terms: Mapping[str, int], rare: Weights) -> Weights:
    """Give terms, with how often each stands there, weighed by how rare they are, of length 1."""
    # most terms stand there once
    return unit({name: rare[name] if count == 1 else (1 + log(count)) * rare[name] for name, count in terms.items()})


def unit(weights: Mapping[_Key, float]) -> dict[_Key, float]:
    """Give ``weights`` at length 1.

    >>> unit({"gate": 3.0, "shut": 4.0})
    {'gate': 0.6, 'shut': 0.8}
    """
    length = sqrt(sum([weight * weight for weight in weights.values()]))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def total(several: Iterable[Weights]) -> dict[str, float]:
    """Give the sum of ``several``, term by term."""
    found: dict[str, float] = {}
    for one in several:
        for name, weight in one.items():
            found[name] = found.get(name, 0.0) + weight
    return found
