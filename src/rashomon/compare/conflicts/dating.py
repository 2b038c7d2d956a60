"""The times in a claim as intervals, with what is told beside each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.conflicts.counting import surroundings
from rashomon.compare.gists import Gist
from rashomon.data import entries
from rashomon.model import Span, Timex

__all__ = ["When", "whens"]

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
    r"\b(?:says?|said|told|tell|announced|den(?:y|ied|ies)|wrote|added|insisted|asked|promised|reported|withdrawn|withdrew"
    r"|accepted|acknowledged|admitted|conceded|confirmed|claimed|argued|declared|disclosed|disputed|explained|maintained"
    r"|rejected|repeated|replied|stated|stressed|warned)\b"
    r"[^,;.\"]{0,24}$",
    re.IGNORECASE,
)
"""Before a time: it is when something was said."""
_WEEKEND = re.compile(r"\bweekend (?:of|before|after)\s+$", re.IGNORECASE)
_LONG, _SOON = "9999", "0000"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FEW = 2
"""Keys beside a time below which the whole claim is read for them."""


class When(NamedTuple):
    """A time of a claim: an interval from ``low`` to ``high``, as strings that sort; ``low`` is empty without a year.

    ``role`` is "till" or "since" for an end and a beginning, ``clock`` says that it is a time of day. ``day`` is the
    month and day ("12-28"), ``value`` the ISO value, ``about`` the keys of what is told beside it, ``span`` its place.
    """

    low: str
    high: str
    role: str
    clock: bool
    day: str
    value: str
    about: frozenset[str]
    span: Span


def whens(gist: Gist, hidden: Sequence[tuple[int, int]]) -> tuple[When, ...]:
    """Give the times of a claim, in order; names at the offsets ``hidden`` are nothing told beside them.

    A day that stands beside a time of day is left out, and so is when something was said.
    """
    known = [time for time in gist.times if (time.earliest and time.latest) or _day(gist, time)]
    if len(known) > 1 and any(map(_clock, known)):
        known = [time for time in known if _clock(time)]
    kept = [time for time in known if not _SAID.search(gist.words[: _place(gist, time)[0]])]
    if not kept:
        return ()
    line = list(gist.words)
    for start, end in (*hidden, *(_place(gist, time) for time in gist.times)):
        line[start:end] = " " * (min(end, len(line)) - start)
    return tuple(_when(gist, time, "".join(line)) for time in kept)


def _place(gist: Gist, time: Timex) -> tuple[int, int]:
    first = gist.claim.span.start
    return time.span.start - first, time.span.end - first


def _when(gist: Gist, time: Timex, line: str) -> When:
    start, end = _place(gist, time)
    low, high, day = time.earliest or "", f"{time.latest or _LONG}T99", _day(gist, time)
    if _clock(time) and time.value:
        low = high = time.value
    before = gist.words[max(0, start - _REACH) : start]
    if _WEEKEND.search(before):
        low, high = _SOON, _LONG
    marks = [mark for mark in _MARK.finditer(before) if _FILLER.fullmatch(before, mark.end())]
    role = marks[-1].lastgroup or "" if marks else ""
    if role == "before" and low:
        # a string that stands right before that of the day or minute itself
        low, high, role = _SOON, f"{low[:-1]}{chr(ord(low[-1]) - 1)}~", ""
    elif role == "after" and low:
        low, high, role = f"{high}!", _LONG, ""
    about = frozenset(surroundings(line, (start, end), (0, len(line))))
    if len(about) < _FEW:
        about = frozenset(surroundings(line, (0, len(line)), (0, len(line))))
    return When(low, high, role, _clock(time), day, time.value or f"XXXX-{day}", about, time.span)


def _day(gist: Gist, time: Timex) -> str:
    """Give the month and day of a time as "12-28", "" where it tells none; the year may be unknown."""
    if time.value:
        return time.value[5:10] if _ISO.match(time.value) else ""
    start, end = _place(gist, time)
    found = _dayed().search(gist.words[start:end])
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
