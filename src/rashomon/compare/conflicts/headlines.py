"""A headline against its own report: "Capital in flames" above "the march was peaceful"."""

from __future__ import annotations

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender

__all__ = ["headlined", "topics"]

_NEAR = 0.15
"""How likely a claim must be about what its article's headline is about, for a word's contrary to speak against it.
Calibrated on the dev stories."""


def topics(told: Contender) -> Topics:
    """Give the sides of contraries that a headline stands on, and those that a claim of the report is against."""
    article = told.claim.span.article
    signs = [(article, key, sign) for key, sign in told.signed.keys.items() if sign and key[0] == "~"]
    if told.headline:
        return Topics(signs, ())
    return Topics((), [(article, key, -sign) for article, key, sign in signs])


def headlined(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether a claim calls by its contrary what the headline of its own article says."""
    if left.claim.span.article != right.claim.span.article or left.headline == right.headline:
        return None
    if left.asking or right.asking:
        return None
    there = right.signed.keys
    keys = sorted(key for key, sign in left.signed.keys.items() if key[0] == "~" and sign * there.get(key, 0) < 0)
    likely = near(left, right) if keys else 0.0
    if likely < _NEAR:
        return None
    values = [one.signed.shown.get(keys[0], "") for one in (left, right)]
    parts = [Part(one.claim.id, value, one.claim.span) for one, value in zip((left, right), values, strict=True)]
    detail = f"the headline and its report part: {values[0]} against {values[1]}"
    return Clash("polarity", "hard", parts[0], parts[1], round(likely, 3), detail, frozenset(keys))
