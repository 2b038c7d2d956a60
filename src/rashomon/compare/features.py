"""The questions asked of two claims, one a function: each answers for many pairs at once with scores from 0 to 1.

Whether a score speaks for or against two claims being about one thing, and how strongly, is the weight's business
(``verdict``); 0 says nothing. Each question has the sentence that tells a person what was found. Adding one: write the
function, list it in ``COMPARATORS``, run ``python -m rashomon.evals fit``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rashomon.compare.gists import Gist
from rashomon.compare.vectors import dots, rows
from rashomon.compare.weights import Weights, likeness, unit

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats, Ints

__all__ = ["COMPARATORS", "Comparator", "Pairs"]

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of ``gists``, by their numbers: ``left[n]`` with ``right[n]``."""

    gists: Sequence[Gist]
    left: Ints
    right: Ints


class Comparator(NamedTuple):
    """A question: the name its evidence and its weight go by, its scores, and what it found of two in words."""

    name: str
    scores: Callable[[Pairs], Floats]
    detail: Callable[[Gist, Gist], str]


_SHOWN = 3
"""Shared terms that evidence names."""
_THIN = 2
"""Terms of its own that a claim has at most for it to say nothing without what stands before it: "that is wrong"."""
_FAINT = 0.02
"""The cosine under which two texts have nothing in common: a story's reports share some words wherever one looks."""
_LIFT = 60.0
"""How many times as alike as with the others on the mean two claims are at most: the scale ends there."""
_AROUND, _OWN = 8.0, 5.0
"""Logarithms of the weight of shared terms, around two claims and in their own words, at which the scales end."""


def same_setting(pairs: Pairs) -> Floats:
    """Score how much more alike two are with what surrounds them than they are to other claims."""
    import numpy as np

    common = _each(pairs.gists, lambda one: one.common)
    alike = _alike(pairs, lambda one: one.setting)
    lift = alike / np.sqrt(common[pairs.left] * common[pairs.right])
    return np.minimum(np.log1p(lift) / log(1 + _LIFT), 1.0)


def same_company(pairs: Pairs) -> Floats:
    """Score how far the claims most like the one are those most like the other: what a third report ties together."""
    return _alike(pairs, lambda one: one.company)


def same_meaning(pairs: Pairs) -> Floats:
    """Score the cosine of what both mean; 0 where one's is not known."""
    import numpy as np

    meanings = [one.meaning for one in pairs.gists]
    told = next((one for one in meanings if one is not None), None)
    if told is None:
        return np.zeros(len(pairs.left))
    each = np.stack([np.zeros_like(told) if one is None else one for one in meanings])
    found: Floats = np.clip(np.einsum("ij,ij->i", each[pairs.left], each[pairs.right]), 0.0, 1.0)
    return found


def same_kin(pairs: Pairs) -> Floats:
    """Score how far the claims that mean most like the one are those that mean most like the other."""
    return _alike(pairs, lambda one: one.kin)


def same_events(pairs: Pairs) -> Floats:
    """Score how alike the classes of events around both are."""
    return _scaled(_alike(pairs, lambda one: _kind(one.setting, "@")))


def same_rarities(pairs: Pairs) -> Floats:
    """Score how much the terms weigh that surround both."""
    return _weight(pairs, lambda one: one.setting, _AROUND)


def same_words(pairs: Pairs) -> Floats:
    """Score how much the terms weigh that both have in their own words."""
    return _weight(pairs, lambda one: one.own, _OWN)


def one_sentence(pairs: Pairs) -> Floats:
    """Score 1 where both stand in one sentence, or in two that follow each other."""
    import numpy as np

    sentences = _each(pairs.gists, lambda one: one.sentence)
    return _same_article(pairs) * (np.abs(sentences[pairs.left] - sentences[pairs.right]) <= 1)


def one_paragraph(pairs: Pairs) -> Floats:
    """Score 1 where both stand in one paragraph."""
    return _same(pairs, lambda one: one.paragraph)


def one_article(pairs: Pairs) -> Floats:
    """Score 1 where both stand in one article."""
    return _same_article(pairs)


def answering(pairs: Pairs) -> Floats:
    """Score 1 where the later one follows at once and has hardly words of its own: it speaks of the one before."""
    import numpy as np

    sentences = _each(pairs.gists, lambda one: one.sentence)
    starts = _each(pairs.gists, lambda one: one.claim.span.start)
    thin = _each(pairs.gists, lambda one: len(one.own) <= _THIN)
    later = np.where(starts[pairs.left] > starts[pairs.right], pairs.left, pairs.right)
    near = np.abs(sentences[pairs.left] - sentences[pairs.right]) <= 1
    return _same_article(pairs) * near * thin[later]


def other_kind_of_answer(pairs: Pairs) -> Floats:
    """Score 1 where one tells a number and the other does not."""
    return 1 - _same(pairs, lambda one: bool(one.quantities))


def other_thing_counted(pairs: Pairs) -> Floats:
    """Score 1 where both count, and count different things."""
    import numpy as np

    units = [frozenset(_units(one)) for one in pairs.gists]
    told = [
        bool(units[one] and units[other] and not units[one] & units[other])
        for one, other in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    ]
    return np.array(told, dtype=float)


def one_is_dated(pairs: Pairs) -> Floats:
    """Score 1 where one tells a time and the other does not."""
    return 1 - _same(pairs, lambda one: bool(one.times))


def future_and_past(pairs: Pairs) -> Floats:
    """Score 1 where one tells what follows and the other what was."""
    return 1 - _same(pairs, lambda one: "follows" in one.slots)


def judged_and_told(pairs: Pairs) -> Floats:
    """Score 1 where one says whether something was proper and the other does not."""
    return 1 - _same(pairs, lambda one: "proper" in one.slots)


def one_holder(pairs: Pairs) -> Floats:
    """Score 1 where two articles have it from one holder."""
    return _same(pairs, lambda one: one.claim.holder) * (1 - _same_article(pairs))


def _settings(left: Gist, right: Gist) -> str:
    return f"what surrounds both speaks of {_shared(left, right, left.setting, right.setting)}"


def _own(left: Gist, right: Gist) -> str:
    return f"both speak of {_shared(left, right, left.own, right.own)}"


def _events(left: Gist, right: Gist) -> str:
    told = _shared(left, right, _kind(left.setting, "@"), _kind(right.setting, "@"))
    return f"around both such things happen as {told}"


def _counted(left: Gist, right: Gist) -> str:
    one, other = (", ".join(sorted(_units(gist))) for gist in (left, right))
    return f"one counts {one}, the other {other}"


def _company(left: Gist, right: Gist) -> str:
    return f"{_both(left.company, right.company)} claims, themselves counted, are among the nearest to both"


def _kindred(left: Gist, right: Gist) -> str:
    return f"{_both(left.kin, right.kin)} claims, themselves counted, are among the nearest to both in meaning"


def _both(one: Mapping[int, float], other: Mapping[int, float]) -> int:
    return len(one.keys() & other.keys())


def _always(detail: str) -> Callable[[Gist, Gist], str]:
    return lambda left, right: detail


COMPARATORS: tuple[Comparator, ...] = (
    Comparator("setting", same_setting, _settings),
    Comparator("company", same_company, _company),
    Comparator("meaning", same_meaning, _always("a network taught on other stories finds that they mean the like")),
    Comparator("kin", same_kin, _kindred),
    Comparator("events", same_events, _events),
    Comparator("rarities", same_rarities, _settings),
    Comparator("words", same_words, _own),
    Comparator("one sentence", one_sentence, _always("they stand in one sentence, or one after the other")),
    Comparator("one paragraph", one_paragraph, _always("they stand in one paragraph")),
    Comparator("one article", one_article, _always("they stand in one article")),
    Comparator("answers", answering, _always("the second says nothing without the first, right before it")),
    Comparator("number and none", other_kind_of_answer, _always("one gives a number, the other none")),
    Comparator("units", other_thing_counted, _counted),
    Comparator("time and none", one_is_dated, _always("one gives a time, the other none")),
    Comparator("what follows", future_and_past, _always("one says what follows, the other what was")),
    Comparator("whether proper", judged_and_told, _always("one says whether it was proper, the other does not")),
    Comparator("holder", one_holder, _always("both are held by the same")),
)
"""Every question."""


def _each(gists: Sequence[Gist], tell: Callable[[Gist], float]) -> Floats:
    import numpy as np

    return np.array([tell(one) for one in gists])


def _same(pairs: Pairs, tell: Callable[[Gist], Hashable]) -> Floats:
    """Score 1 where ``tell`` tells the same of both."""
    import numpy as np

    numbers: dict[Hashable, int] = {}
    found = _each(pairs.gists, lambda one: numbers.setdefault(tell(one), len(numbers)))
    return np.asarray(found[pairs.left] == found[pairs.right], dtype=float)


def _same_article(pairs: Pairs) -> Floats:
    return _same(pairs, lambda one: one.claim.span.article)


def _alike(pairs: Pairs, tell: Callable[[Gist], Mapping[_Key, float]]) -> Floats:
    """Score the cosine of two weightings of length 1."""
    import numpy as np

    found: Floats = np.clip(_products(pairs, tell), 0.0, 1.0)
    return found


def _products(pairs: Pairs, tell: Callable[[Gist], Mapping[_Key, float]]) -> Floats:
    import numpy as np

    if len(pairs.left) == 1:  # sooner told one by one than laid out in rows
        one, other = pairs.gists[int(pairs.left[0])], pairs.gists[int(pairs.right[0])]
        return np.array([likeness(tell(one), tell(other))])
    return dots(rows([tell(one) for one in pairs.gists]), pairs.left, pairs.right)


def _scaled(alike: Floats) -> Floats:
    """Put a cosine on a scale of logarithms: from .05 to .1 is as far as from .5 to 1."""
    import numpy as np

    return np.asarray(np.log((alike + _FAINT) / _FAINT) / log((1 + _FAINT) / _FAINT))


def _weight(pairs: Pairs, tell: Callable[[Gist], Weights], most: float) -> Floats:
    """Score what the terms that both hold weigh together, by the logarithm."""
    import numpy as np

    held = _products(pairs, lambda one: {term: one.rare[term] ** 0.5 for term in tell(one)})
    found: Floats = np.minimum(np.log1p(held) / most, 1.0)
    return found


def _kind(weights: Weights, mark: str) -> Weights:
    """Give what ``weights`` weighs of one kind, by the mark that its terms begin with, at length 1."""
    return unit({term: weight for term, weight in weights.items() if term[0] == mark})


def _units(gist: Gist) -> set[str]:
    return {one.unit for one in gist.quantities if one.unit}


def _shared(left: Gist, right: Gist, one: Weights, other: Weights) -> str:
    common = sorted((term for term in one if term in other), key=lambda term: (-one[term] * other[term], term))
    named = dict.fromkeys(left.shown.get(term) or right.shown.get(term) or term for term in common)
    return ", ".join(f"“{name}”" for name in list(named)[:_SHOWN])
