"""The questions asked of two claims, one a function: each answers with a ``Finding``, or None where it has none.

A finding's score lies between 0 and 1; whether it speaks for or against the two being about one thing, and how
strongly, is the weight's business (``verdict``). Adding one: write the function, list it in ``COMPARATORS``, run
``python -m rashomon.evals fit``.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import NamedTuple

from rashomon.compare.gists import Gist, Weights, likeness

__all__ = ["COMPARATORS", "Comparator", "Finding"]


class Finding(NamedTuple):
    """What a comparator found: a score between 0 and 1, and the sentence that says so, made when somebody asks."""

    score: float
    detail: Callable[[], str]


Comparator = Callable[[Gist, Gist], Finding | None]

_FAINT = 0.02
"""The cosine under which two texts have nothing in common: a story's reports share some words wherever one looks."""
_SHOWN = 3
"""Shared terms that evidence names."""
_THIN = 2
"""Terms of its own that a claim has at most for it to say nothing without what stands before it: "that is wrong"."""


def same_setting(left: Gist, right: Gist) -> Finding | None:
    """Score how alike the two are with what surrounds them: their sentences, paragraphs and the sentences before."""
    return _alike("what surrounds both speaks of", left, right, left.setting, right.setting)


def same_company(left: Gist, right: Gist) -> Finding | None:
    """Score how far the claims most like the one are those most like the other: what a third report ties together."""
    near = likeness(left.company, right.company)
    common = len(left.company.keys() & right.company.keys())
    return Finding(near, lambda: f"{common} other claims are close to both") if near else None


def same_words(left: Gist, right: Gist) -> Finding | None:
    """Score how alike the claims' own words are, classes of events and names among them."""
    return _alike("both speak of", left, right, left.own, right.own)


def one_paragraph(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where both stand in one paragraph."""
    return _yes("they stand in one paragraph", left.paragraph == right.paragraph)


def one_article(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where both stand in one article."""
    same = left.claim.span.article == right.claim.span.article
    return _yes("they stand in one article", same)


def answering(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where the later one follows at once and has hardly words of its own: it speaks of the one before."""
    first, second = sorted((left, right), key=lambda one: one.claim.span)
    near = first.claim.span.article == second.claim.span.article and 0 <= second.sentence - first.sentence <= 1
    said = "the second says nothing without the first, right before it"
    return _yes(said, near and len(second.own) <= _THIN)


def other_kind_of_answer(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where one tells a number and the other does not."""
    told = bool(left.quantities) != bool(right.quantities)
    return _yes("one gives a number, the other none", told)


def other_thing_counted(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where both count, and count different things."""
    units = [{one.unit for one in gist.quantities if one.unit} for gist in (left, right)]
    if not all(units) or units[0] & units[1]:
        return None
    one, other = (", ".join(sorted(several)) for several in units)
    return Finding(1.0, lambda: f"one counts {one}, the other {other}")


def one_is_dated(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where one tells a time and the other does not."""
    return _yes("one gives a time, the other none", bool(left.times) != bool(right.times))


def future_and_past(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where one tells what follows and the other what was."""
    told = ("follows" in left.slots) != ("follows" in right.slots)
    return _yes("one says what follows, the other what was", told)


def judged_and_told(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where one says whether something was proper and the other does not."""
    told = ("proper" in left.slots) != ("proper" in right.slots)
    return _yes("one says whether it was proper, the other does not", told)


def one_holder(left: Gist, right: Gist) -> Finding | None:
    """Score 1 where two articles have it from one holder."""
    same = left.claim.holder == right.claim.holder and left.claim.span.article != right.claim.span.article
    return _yes("both are held by the same", same)


COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    ("setting", same_setting),
    ("company", same_company),
    ("words", same_words),
    ("one paragraph", one_paragraph),
    ("one article", one_article),
    ("answers", answering),
    ("number and none", other_kind_of_answer),
    ("units", other_thing_counted),
    ("time and none", one_is_dated),
    ("what follows", future_and_past),
    ("whether proper", judged_and_told),
    ("holder", one_holder),
)
"""Every question, by the name its evidence and its weight go by."""


def _yes(detail: str, told: bool) -> Finding | None:
    return Finding(1.0, lambda: detail) if told else None


def _alike(detail: str, left: Gist, right: Gist, one: Weights, other: Weights) -> Finding | None:
    """Score the cosine on a scale of logarithms: from .05 to .1 is as far as from .5 to 1."""
    near = likeness(one, other)
    if near <= 0:
        return None
    score = log((near + _FAINT) / _FAINT) / log((1 + _FAINT) / _FAINT)
    return Finding(score, lambda: f"{detail} {_shared(left, right, one, other)}")


def _shared(left: Gist, right: Gist, one: Weights, other: Weights) -> str:
    common = sorted((term for term in one if term in other), key=lambda term: (-one[term] * other[term], term))
    named = dict.fromkeys(left.shown.get(term) or right.shown.get(term) or term for term in common)
    return ", ".join(f"“{name}”" for name in list(named)[:_SHOWN])
