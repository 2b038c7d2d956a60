"""When: times of one event as intervals that do not meet. "Monday" inside "December" is no clash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.compare.conflicts.clash import VAGUE, Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.dating import When

__all__ = ["dated", "redated", "topics"]

_NEAR = 0.43
"""How likely two claims must be about one thing for their times to be of one event, where something is told beside
both. Calibrated on the dev stories."""
_WORDS = 2
"""How many words or classes of events must be told beside both times, where they do not tell the day."""
_APART, _BESIDE = 4, 0.25
"""How many days two days may lie apart for both to be told of one event where neither report tells the other's day
anywhere, and how likely the two claims must be about one thing. A report that knows of two events tells of both.
Calibrated on the dev stories."""
_NEXT = 0.15
"""The same for two days that follow."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WILL = re.compile(r"\b(?:will|shall|going to|due to|is to|are to)\b|'ll\b", re.IGNORECASE)
"""Words by which something is told as to come."""


def topics(told: Contender) -> Topics:
    """Give what a claim tells of beside its times."""
    about = {key for time in told.times for key in time.about} - VAGUE
    days = [date.fromisoformat(time.value) for time in told.times if _whole(time)]
    around = {day + timedelta(by) for day in days for by in range(-_APART, _APART + 1) if by}
    return Topics({*about, *days}, {*about, *around})


def dated(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims put one event at times that do not meet."""
    if left.claim.holder == right.claim.holder or left.asking or right.asking:
        return None
    for one, other in _paired(left, right):
        shared = (one.about & other.about) - VAGUE
        words = _words(shared)
        if not words or not _apart(one, other):
            continue
        likely = near(left, right)
        if likely < _NEAR or not (words >= _WORDS or (one.day and other.day)):
            continue
        ahead = [_ahead(told, time) for told, time in ((left, one), (right, other))]
        if any(ahead) and not all(ahead):
            continue  # what is to come, and what has been
        return _clash((left, one), (right, other), likely, all(ahead))
    return _misdated(left, right, near)


def _misdated(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims tell days close together, and neither report knows the other's: they are of one event."""
    if left.claim.span.article == right.claim.span.article:
        return None
    for one in filter(_whole, left.times):
        for other in filter(_whole, right.times):
            days = abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days)
            if one.role != other.role or not 1 <= days <= _APART or one.value in right.days or other.value in left.days:
                continue
            ahead = [_ahead(told, time) for told, time in ((left, one), (right, other))]
            if ahead[0] == ahead[1] and (likely := near(left, right)) >= (_NEXT if days == 1 else _BESIDE):
                return _clash((left, one), (right, other), likely, ahead[0])
    return None


def _whole(time: When) -> bool:
    """Tell whether a time is a day, and the year is known."""
    return bool(_DAY.fullmatch(time.value)) and time.low[:10] == time.value == time.high[:10]


def _clash(one: tuple[Contender, When], other: tuple[Contender, When], likely: float, ahead: bool) -> Clash:
    parts = [Part(told.claim.id, time.value, time.span) for told, time in (one, other)]
    here, there = (_said(*side) for side in (one, other))
    detail = f"“{here}” against “{there}”"
    return Clash("date", "soft" if ahead else "hard", parts[0], parts[1], round(likely, 3), detail)


def _said(told: Contender, time: When) -> str:
    """Give the words of a time on one line."""
    first = told.claim.span.start
    return " ".join(told.words[time.span.start - first : time.span.end - first].split())


def _ahead(told: Contender, time: When) -> bool:
    """Tell whether a claim speaks of what is to come."""
    said = told.claim.said
    return bool(_WILL.search(told.words)) or (said is not None and time.low > said)


def _words(shared: frozenset[str]) -> int:
    """Give how many words two tellings share, one for a class that different words of theirs stand for."""
    own = {key.partition("@")[2] for key in shared if "@" in key[1:]}
    return sum("@" not in key or (key[0] == "@" and key[1:] not in own) for key in shared)


def redated(left: Contender, right: Contender, near: Near) -> Iterator[tuple[Part, Part]]:
    """Yield the time of two claims that put one event at the same."""
    for one, other in _paired(left, right):
        alike = one.value == other.value and _words((one.about & other.about) - VAGUE)
        if alike and near(left, right) >= _NEAR:
            yield Part(left.claim.id, one.value, one.span), Part(right.claim.id, other.value, other.span)


def _paired(left: Contender, right: Contender) -> Iterator[tuple[When, When]]:
    """Yield the times of two claims that answer each other: the only one of its role in either, told alike."""
    for one in left.times:
        fit = [other for other in right.times if other.role == one.role]
        if len(fit) == 1 == sum(other.role == one.role for other in left.times) and fit[0].clock == one.clock:
            yield one, fit[0]


def _apart(one: When, other: When) -> bool:
    """Tell whether two times do not meet; times of day are of one event only on one day or two that follow."""
    if not one.low or not other.low:
        return bool(one.day and other.day and one.day != other.day)
    if not (one.high < other.low or other.high < one.low):
        return False
    if not one.clock:
        return True
    days = [date.fromisoformat(time.value[:10]) for time in (one, other) if time.day]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= 1
