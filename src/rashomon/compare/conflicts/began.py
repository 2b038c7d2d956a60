"""Who or what came first: "bottles were thrown before any gas was fired" against "the gas had come first"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.compare.conflicts.clash import Clash, Near, Part
from rashomon.compare.conflicts.counting import surroundings
from rashomon.compare.conflicts.tellings import Telling

__all__ = ["began"]

_ORDER = re.compile(r"\bbefore\b(?! (?:the )?(?:\d|noon|midnight|dawn|dusk|christmas|monday|long\b))", re.IGNORECASE)
_FIRST = re.compile(
    r"\bfirst\b(?=\W*$|[,;.]| and\b| but\b)|\b(?:came|come|was|were|struck|fired|spoke|moved|acted) first\b",
    re.IGNORECASE,
)
"""What is told to be first, and is no first time or first of many: the word ends its clause, or follows a verb."""
_WIDE = 45
"""Code points on either side of "before" in which what came first and what came next are told."""
_NEAR = 0.3
"""How likely two claims must be about one thing for their orders to be of it. Calibrated on the dev stories."""


class _Order(NamedTuple):
    """What came first and what came next, by their keys; the second is empty where it is not told."""

    first: frozenset[str]
    second: frozenset[str]


def began(left: Telling, right: Telling, near: Near) -> Clash | None:
    """Tell whether two claims of two holders put what happened in contrary order."""
    if left.claim.holder == right.claim.holder or left.asking or right.asking:
        return None
    one, other = _order(left), _order(right)
    later = (_contrary(one, other) or _contrary(other, one)) if one and other else frozenset()
    if one is None or other is None or not later:
        return None
    likely = near(left, right)
    if likely < _NEAR:
        return None
    word = max(later, key=lambda key: (left.gist.own.get(key, 0.0), key))
    shown = left.gist.shown.get(word, word).lower()
    here, there = (f"{shown} first" if word in order.first else f"{shown} later" for order in (one, other))
    parts = Part(left.claim.id, here, left.claim.span), Part(right.claim.id, there, right.claim.span)
    return Clash("initiator", "hard", *parts, round(likely, 3), f"{here} against {there}")


def _contrary(one: _Order, other: _Order) -> frozenset[str]:
    """Give what is first in ``other`` and second in ``one``, where nothing is first in both.

    Where both tell what came next, the other way round must hold as well: else they are orders of different things.
    """
    if one.first & other.first or (one.second and other.second and not one.first & other.second):
        return frozenset()
    return one.second & other.first


def _order(told: Telling) -> _Order | None:
    line = told.words
    order = _ORDER.search(line)
    if order:
        first = _keys(line, max(0, order.start() - _WIDE), order.start())
        second = _keys(line, order.end(), min(len(line), order.end() + _WIDE))
        if first and second:
            turned = told.claim.stance == "denies"
            return _Order(second, first) if turned else _Order(first, second)
    found = _FIRST.search(line)
    if found is None or told.claim.stance == "denies":
        return None
    start = max(0, found.start() - _WIDE)
    return _Order(_keys(line, start, found.start()), frozenset())


def _keys(line: str, start: int, end: int) -> frozenset[str]:
    """Give the plain forms of the words that tell something between two places."""
    return frozenset(key for key in surroundings(line[start:end], (0, 0), (0, end - start)) if "@" not in key)
