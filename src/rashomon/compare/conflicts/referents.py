"""Which is meant: one figure told of the dead by one report, and of the ill, the hurt or the held by another."""

from __future__ import annotations

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics, within
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.counting import Count, toll

__all__ = ["misplaced", "topics"]

_LEAST = 13
"""The smallest figure that two reports do not give of two things by chance."""
_ROUND = 10
"""What a figure must not divide by: round figures are of many things."""
_NEAR = 0.3
"""How likely two claims must be about one thing for a figure in both to be the same one. Read on the dev stories."""


def topics(told: Contender) -> Topics:
    """Give the figures that a claim tells of people counted apart, which clash with the same ones."""
    found = {(count.low, "toll") for count in _figures(told)}
    return Topics(found, found)


def misplaced(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims of two articles tell one figure of people that are counted apart."""
    if left.claim.span.article == right.claim.span.article or left.asking or right.asking:
        return None
    for one in _figures(left):
        for other in _figures(right):
            if one.low == other.low and not toll(one) & toll(other) and (likely := near(left, right)) >= _NEAR:
                detail = f"{one.shown} against {other.shown}"
                return Clash("referent", "hard", _part(left, one), _part(right, other), round(likely, 3), detail)
    return None


def _figures(told: Contender) -> list[Count]:
    """Give the exact counts of a claim that stand out and are of the dead, the hurt, the ill or the held."""
    known = (one for one in told.counts if one.low == one.high >= _LEAST and one.low % _ROUND and not one.negated)
    return [one for one in known if toll(one)]


def _part(told: Contender, count: Count) -> Part:
    return Part(told.claim.id, count.shown, within(told, count.start, count.end))
