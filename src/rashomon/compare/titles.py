"""The span that states a proposition best: short, asserted, in full names, and close to what the other claims say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.compare.gists import Gist, likeness
from rashomon.data import entries
from rashomon.model import Span

__all__ = ["title"]

_SHORTEST, _LONGEST = 5, 22
"""Words of a title: fewer state nothing, more are no title."""
_ALONE = 0.5
"""What a clause that does not stand by itself is worth beside one that does."""
_JOINT = re.compile(r"\s*[\"“”'‘’«»]*\s*(?:that|whether|if)\s+", re.IGNORECASE)
_QUIET = re.compile(r"(?:[\s,;:.–—-]+(?:and|but|or|nor|that|which|who|when|while|as)?)+$", re.IGNORECASE)


@cache
def _openers() -> frozenset[str]:
    return frozenset(entries("title-openers.txt"))


def title(members: Sequence[Gist]) -> Span:
    """Give the words of the claim of ``members`` that states best what all of them are about."""
    return _stated(max(members, key=lambda one: (_worth(one, members), -one.claim.span.end + one.claim.span.start)))


def _worth(one: Gist, members: Sequence[Gist]) -> float:
    text = one.text[_start(one.text) :]
    told = re.findall(r"[\w'’-]+", text)
    whole = (
        one.claim.stance == "asserts",
        _SHORTEST <= len(told) <= _LONGEST,
        bool(told) and re.split(r"['’]", told[0].lower())[0] not in _openers(),
        text.count('"') % 2 == 0,
    )
    central = sum(likeness(one.own, other.setting) for other in members if other is not one)
    return (1 + central / len(members)) * _ALONE ** whole.count(False)


def _start(text: str) -> int:
    joint = _JOINT.match(text)
    return joint.end() if joint else 0


def _stated(one: Gist) -> Span:
    """Give the span of the claim without a joining word before it and marks after it."""
    span, words = one.claim.span, one.words
    start, quiet = _start(words), _QUIET.search(words)
    return Span(span.article, span.start + start, span.start + (quiet.start() if quiet else len(words)))
