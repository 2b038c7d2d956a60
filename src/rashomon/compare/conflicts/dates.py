"""When: times of one event as intervals that do not meet. "Monday" inside "December" is no clash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from math import inf
from typing import NamedTuple

from rashomon.compare.conflicts.clash import Clash, Near, Part, within
from rashomon.compare.conflicts.counting import surroundings
from rashomon.compare.conflicts.tellings import Telling, proper
from rashomon.data import entries
from rashomon.model import Span, Timex

__all__ = ["dated", "redated"]

_MARK = re.compile(
    r"\b(?P<till>until|till|through)\s+|\b(?P<since>since|from)\s+|\b(?P<before>before|by)\s+|\b(?P<after>after)\s+",
    re.I,
)
_REACH = 24
"""Code points before a time in which a word like "before" is looked for; only "the", "about" and such may follow it."""
_FILLER = re.compile(
    r"(?:(?:the|about|around|just|shortly|early|late|next|last|this|noon|midnight|\d+)\s+|[\"'])*", re.I
)
_SAID = re.compile(
    r"\b(?:says?|said|told|tell|announced|den(?:y|ied|ies)|wrote|added|insisted|asked|promised|reported|withdrawn|withdrew)\b"
    r"[^,;.\"]{0,24}$",
    re.IGNORECASE,
)
"""Before a time: it is when something was said."""
_WEEKEND = re.compile(r"\bweekend (?:of|before|after)\s+$", re.IGNORECASE)
_LONG, _SOON = "9999", "0000"
_NEAR = 0.42
"""How likely two claims must be about one thing for their times to be of one event, where a class of events or several
words are told beside both. Calibrated on the dev stories."""
_WORDS = 2
_CLOSE = 0.5
"""The same where only one word is told beside both, and both tell the day."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_VAGUE = frozenset({"@TIME", "@COUNT", "@BEGIN", "@END", "@PUBLISH", "@ANNOUNCE"})
"""Classes of events that times of anything may stand with, and those by which it is told when something was said."""


class _Time(NamedTuple):
    """A time of a claim: its interval as ISO strings, empty where the year is not known; whether it is an end or a
    beginning; its month and day; its value; what is told beside it; its place.
    """

    low: str
    high: str
    role: str
    clock: bool
    day: str
    value: str
    about: frozenset[str]
    span: Span


def dated(left: Telling, right: Telling, near: Near) -> Clash | None:
    """Tell whether two claims put one event at times that do not meet."""
    if left.claim.holder == right.claim.holder or left.asking or right.asking:
        return None
    for one, other in _paired(left, right):
        shared = (one.about & other.about) - _VAGUE
        words = _words(shared)
        if not words or not _apart(one, other):
            continue
        likely = near(left, right)
        if likely < (_NEAR if words >= _WORDS else _CLOSE if one.day and other.day else inf):
            continue
        ahead = all(told.claim.said and time.low > told.claim.said for told, time in ((left, one), (right, other)))
        parts = Part(left.claim.id, one.value, one.span), Part(right.claim.id, other.value, other.span)
        detail = f"{one.value} against {other.value}"
        return Clash("date", "soft" if ahead else "hard", *parts, round(likely, 3), detail)
    return None


def _words(shared: frozenset[str]) -> int:
    """Give how many words two tellings share, one for a class that different words of theirs stand for."""
    own = {key.partition("@")[2] for key in shared if "@" in key[1:]}
    return sum("@" not in key or (key[0] == "@" and key[1:] not in own) for key in shared)


def redated(left: Telling, right: Telling, near: Near) -> Iterator[tuple[Part, Part]]:
    """Yield the time of two claims that put one event at the same."""
    for one, other in _paired(left, right):
        alike = one.value == other.value and _words((one.about & other.about) - _VAGUE)
        if alike and near(left, right) >= _NEAR:
            yield Part(left.claim.id, one.value, one.span), Part(right.claim.id, other.value, other.span)


def _paired(left: Telling, right: Telling) -> Iterator[tuple[_Time, _Time]]:
    """Yield the times of two claims that answer each other: the only one of its role in either, told alike."""
    ours, theirs = (tuple(_times(told)) for told in (left, right))
    for one in ours:
        fit = [other for other in theirs if other.role == one.role]
        if len(fit) == 1 == sum(other.role == one.role for other in ours) and fit[0].clock == one.clock:
            yield one, fit[0]


def _apart(one: _Time, other: _Time) -> bool:
    """Tell whether two times do not meet; times of day are of one event only on one day or two that follow."""
    if not one.low or not other.low:
        return bool(one.day and other.day and one.day != other.day)
    if not (one.high < other.low or other.high < one.low):
        return False
    if not one.clock:
        return True
    days = [date.fromisoformat(time.value[:10]) for time in (one, other)]
    return abs((days[0] - days[1]).days) <= 1


def _times(told: Telling) -> Iterator[_Time]:
    """Yield the times of a claim; a day that a time of day beside it is of is left out, and so is when it was said."""
    known = [time for time in told.gist.times if (time.earliest and time.latest) or _day(told, time)]
    if len(known) > 1 and any(map(_clock, known)):
        known = [time for time in known if _clock(time)]
    for time in known:
        if not _SAID.search(told.words[: time.span.start - told.claim.span.start]):
            yield _time(told, time)


def _day(told: Telling, time: Timex) -> str:
    """Give the month and day of a time as "12-28", "" where it tells none; the year may be unknown."""
    if time.value:
        return time.value[5:10] if _ISO.match(time.value) else ""
    start = time.span.start - told.claim.span.start
    found = _dayed().search(told.words[start : start + time.span.end - time.span.start])
    if found is None:
        return ""
    month = _months().index((found["m"] or found["n"])[:3].lower()) + 1
    return f"{month:02}-{int(found['d'] or found['e']):02}"


@cache
def _months() -> tuple[str, ...]:
    return tuple(name[:3] for name in entries("months.txt"))


@cache
def _dayed() -> re.Pattern[str]:
    month = "|".join(f"{name}[a-z]*\\.?" for name in _months())
    return re.compile(
        rf"(?P<m>{month}) (?P<d>\d{{1,2}})\b|(?P<e>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<n>{month})", re.I
    )


def _clock(time: Timex) -> bool:
    return bool(time.value and re.search(r"T\d\d:\d\d", time.value))


def _time(told: Telling, time: Timex) -> _Time:
    start, end = time.span.start - told.claim.span.start, time.span.end - told.claim.span.start
    low, high = time.earliest or "", f"{time.latest or _LONG}T99"
    day = _day(told, time)
    if _clock(time) and time.value:
        low = high = time.value
    before = told.words[max(0, start - _REACH) : start]
    if _WEEKEND.search(before):
        low, high = _SOON, _LONG
    marks = [mark for mark in _MARK.finditer(before) if _FILLER.fullmatch(before, mark.end())]
    role = marks[-1].lastgroup or "" if marks else ""
    if role == "before":
        # a string that stands right before that of the day or minute itself
        low, high, role = _SOON, f"{low[:-1]}{chr(ord(low[-1]) - 1)}~", ""
    elif role == "after":
        low, high, role = f"{high}!", _LONG, ""
    times = [(t.span.start - told.claim.span.start, t.span.end - told.claim.span.start) for t in told.gist.times]
    hidden = (*told.names, *proper(told.words), *times)
    line = "".join(" " if any(a <= at < b for a, b in hidden) else mark for at, mark in enumerate(told.words))
    about = frozenset(surroundings(line, (start, end), (0, len(line))))
    if len(about) < _WORDS:
        about = frozenset(surroundings(line, (0, len(line)), (0, len(line))))
    return _Time(low, high, role, _clock(time), day, time.value or f"XXXX-{day}", about, within(told, start, end))
