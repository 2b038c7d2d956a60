"""Whether that was all: "that was it", "the only call", against several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.compare.conflicts.clash import Clash, Near, Part
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.counting import surroundings
from rashomon.compare.events import lemma
from rashomon.data import lexicon, patterns

__all__ = ["exceeded"]

_AFTER = 30
"""Code points after "the only" in which the noun stands."""
_BEFORE = 3
"""Sentences before "that was it" in which its speaker says what."""
_NEAR = 0.2
"""How likely a claim of several is about what another holder says was all. Calibrated on the dev stories."""


def exceeded(told: Sequence[Contender], near: Near) -> Iterator[Clash]:
    """Yield the clashes of claims that something was all with those of other holders who count several of it."""
    counting = [one for one in told if any(count.low >= 2 and count.kinds for count in one.counts)]
    for only in told:
        found = patterns("exclusive.txt").search(only.words)
        if found is None or only.asking:
            continue
        own = frozenset(surroundings(only.words, found.span(), (found.start(), found.end() + _AFTER)))
        meant = [only] if own else list(_before(only, told))
        keys = own or frozenset(key for one in meant for key in _all(one.words))
        for several in counting:
            for count in several.counts:
                if count.low < 2 or not count.kinds & keys or several.claim.holder == only.claim.holder:
                    continue
                if not own and count.unit in _people():
                    continue  # "that was it" speaks of what was done
                likely = max((near(one, several) for one in meant), default=0.0)
                if likely >= _NEAR:
                    parts = Part(only.claim.id, found[0].lower(), only.claim.span), _several(several, count.shown)
                    detail = f"one says that was all, the other tells of {count.shown}"
                    yield Clash("exclusivity", "hard", *parts, round(likely, 3), detail)


def _all(line: str) -> Iterator[str]:
    return surroundings(line, (0, len(line)), (0, len(line)))


def _before(only: Contender, told: Sequence[Contender]) -> Iterator[Contender]:
    """Yield what the speaker of ``only`` says right before it."""
    for one in told:
        apart = only.gist.sentence - one.gist.sentence
        same = one.claim.span.article == only.claim.span.article and one.claim.holder == only.claim.holder
        if same and 0 <= apart <= _BEFORE and one.claim.span.end <= only.claim.span.start:
            yield one


def _several(told: Contender, value: str) -> Part:
    return Part(told.claim.id, value, told.claim.span)


@cache
def _people() -> frozenset[str]:
    return frozenset(map(lemma, lexicon.roles()))
