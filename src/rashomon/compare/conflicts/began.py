"""Who or what came first: "bottles were thrown before any gas was fired" against "the gas had come first"."""

from __future__ import annotations

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.ordering import Order

__all__ = ["began", "topics"]

_NEAR = 0.3
"""How likely two claims must be about one thing for their orders to be of it. Calibrated on the dev stories."""


def topics(told: Contender) -> Topics:
    """Give what a claim puts first, which clashes with what puts it second."""
    return Topics(told.order.first, told.order.second) if told.order else Topics((), ())


def began(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims of two holders put what happened in contrary order."""
    if left.claim.holder == right.claim.holder or left.asking or right.asking:
        return None
    one, other = left.order, right.order
    later = (_contrary(one, other) or _contrary(other, one)) if one and other else frozenset()
    if one is None or other is None or not later:
        return None
    likely = near(left, right)
    if likely < _NEAR:
        return None
    word = max(later, key=lambda key: (left.gist.own.get(key, 0.0), key))
    shown = left.gist.shown.get(word, word).lower()
    here, there = (f"{shown} first" if word in told.first else f"{shown} later" for told in (one, other))
    parts = Part(left.claim.id, here, left.claim.span), Part(right.claim.id, there, right.claim.span)
    return Clash("initiator", "hard", *parts, round(likely, 3), f"{here} against {there}")


def _contrary(one: Order, other: Order) -> frozenset[str]:
    """Give what is first in ``other`` and second in ``one``, where nothing is first in both.

    Where both tell what came next, the other way round must hold as well: else they are orders of different things.
    """
    if one.first & other.first or (one.second and other.second and not one.first & other.second):
        return frozenset()
    return one.second & other.first
