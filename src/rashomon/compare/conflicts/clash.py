"""A clash: two claims that cannot both hold, over what, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rashomon.compare.conflicts.contenders import Contender
from rashomon.model import ConflictKind, Span

__all__ = ["VAGUE", "Clash", "Near", "Part", "Topics", "within"]

Near = Callable[[Contender, Contender], float]
"""Gives how likely two claims are about one thing, between 0 and 1."""


VAGUE = frozenset({"@TIME", "@COUNT", "@BEGIN", "@END", "@PUBLISH", "@ANNOUNCE"})
"""Classes of events that anything may be told with, and those by which it is told when something was said."""


class Topics(NamedTuple):
    """What a claim says that may clash, and what that of another must be to clash with it, by keys.

    Only two claims of which one says what the other meets are asked about each other: most pairs of a story have no
    answer to a question.
    """

    says: Collection[Hashable]
    meets: Collection[Hashable]


@dataclass(frozen=True, slots=True)
class Part:
    """What one claim says: the claim (an id), its value in a plain normal form, and the words that clash.

    ``low`` and ``high`` bound a number of ``unit``; other values are equal only to themselves.
    """

    claim: str
    value: str
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that part. ``near`` is how likely they are about one thing, ``detail`` says why they part.

    ``about`` are keys of what they part over, where words tell it.
    """

    kind: ConflictKind
    severity: Literal["hard", "soft"]
    left: Part
    right: Part
    near: float
    detail: str
    about: frozenset[str] = frozenset()


def within(told: Contender, start: int, end: int) -> Span:
    """Give the span of the code points ``start`` to ``end`` of the words of a claim."""
    span = told.claim.span
    return Span(span.article, span.start + start, span.start + end)
