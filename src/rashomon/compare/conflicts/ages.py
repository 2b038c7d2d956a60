"""How old: one person's age told differently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics, within
from rashomon.compare.conflicts.contenders import Contender
from rashomon.model import Span

__all__ = ["aged", "topics"]

_AFTER = re.compile(r"(?:, (?:aged? )?|,? (?:who )?(?:is|was) | \()(\d{1,3})(?:[,.;)](?!\d)|\s+(?:and|years old)\b|$)")
_BEFORE = re.compile(r"(\d{1,3})-year-old\s+(?:[^\W\d_]+\s+){0,3}$")


def topics(told: Contender) -> Topics:
    """Give the people whose age a claim tells."""
    people = [who for who, _, _ in _ages(told)]
    return Topics(people, people)


def aged(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims in different articles give one person two ages."""
    if left.claim.span.article == right.claim.span.article:
        return None
    for who, age, span in _ages(left):
        for other, value, place in _ages(right):
            if who == other and age != value:
                return Clash(
                    "number",
                    "hard",
                    Part(left.claim.id, f"{age} years", span, age, age, who),
                    Part(right.claim.id, f"{value} years", place, value, value, who),
                    1.0,
                    f"one person is {age} and {value} years old",
                )
    return None


def _ages(told: Contender) -> Iterator[tuple[str, int, Span]]:
    """Yield each person whose age a claim tells, with the age and where it stands."""
    for start, end, who in told.people:
        found = _AFTER.match(told.words, end) or _BEFORE.search(told.words[:start])
        if found:
            yield who, int(found[1]), within(told, found.start(1), found.end(1))
