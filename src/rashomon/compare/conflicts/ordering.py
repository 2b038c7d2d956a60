"""Reads the orders that claims put what happened in: "bottles were thrown before any gas was fired"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.compare.conflicts.counting import surroundings

__all__ = ["Order", "order"]

_ORDER = re.compile(r"\bbefore\b(?! (?:the )?(?:\d|noon|midnight|dawn|dusk|christmas|monday|long\b))", re.IGNORECASE)
_FIRST = re.compile(
    r"\bfirst\b(?=\W*$|[,;.]| and\b| but\b)|\b(?:came|come|was|were|struck|fired|spoke|moved|acted) first\b",
    re.IGNORECASE,
)
"""What is told to be first, and is no first time or first of many: the word ends its clause, or follows a verb."""
_WIDE = 45
"""Code points on either side of "before" in which what came first and what came next are told."""


class Order(NamedTuple):
    """What came first and what came next, by their keys; the second is empty where it is not told."""

    first: frozenset[str]
    second: frozenset[str]


def order(line: str, denied: bool) -> Order | None:
    """Give the order that the words of a claim tell, turned round where it is ``denied``; None where they tell none."""
    before = _ORDER.search(line)
    if before:
        first = _keys(line, max(0, before.start() - _WIDE), before.start())
        second = _keys(line, before.end(), min(len(line), before.end() + _WIDE))
        if first and second:
            return Order(second, first) if denied else Order(first, second)
    found = _FIRST.search(line)
    if found is None or denied:
        return None
    start = max(0, found.start() - _WIDE)
    return Order(_keys(line, start, found.start()), frozenset())


def _keys(line: str, start: int, end: int) -> frozenset[str]:
    """Give the plain forms of the words that tell something between two places."""
    return frozenset(key for key in surroundings(line[start:end], (0, 0), (0, end - start)) if "@" not in key)
