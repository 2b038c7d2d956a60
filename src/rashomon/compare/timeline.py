"""When things are said to have happened, and when they were said.

Each claim stands at the time its event is put at and at every date and time of day in its own words; once more at the
date it was said. One moment is one value as told: 2016-12 and 2016-12-29 are two, the wider first. What cannot be dated
stays out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from rashomon.compare.years import dated
from rashomon.data import patterns
from rashomon.data.lexicon import fold, thing_words
from rashomon.model import Analysis, Article, Claim, Conflict, Moment, Span, Story, Timex
from rashomon.text import plain

__all__ = ["find"]

Axis = Literal["happened", "expected", "said"]

_EDGE = r"[,;:.!?()\"]\s|\s[-–—]+\s|\b(?:after|before|because|when|while|although|which|who|whether|if|that"
_BEFORE, _AFTER = re.compile(rf"{_EDGE})\b"), re.compile(rf"{_EDGE}|to)\b")
"""Where a clause begins and ends, roughly: what stands beyond does not make the time in it a plan."""
_PAST = re.compile(r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )\b[a-z]{3,}ed\b")
_BESIDE = 60
"""Characters between a claim and a time outside it that dates it."""
_STOP = re.compile(r"[.!?…][\"'”’)]*\s")
_NAMED = re.compile(r"([A-Z]\w+) of (?:the )?$")
_PARTS = {
    "MO": ("T00:00", "T12:00"),
    "AF": ("T12:00", "T18:00"),
    "EV": ("T18:00", "T23:59"),
    "NI": ("T18:00", "T06:00"),
}
"""The hours of the parts of a day; a night ends on the next."""
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d)")
_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI)")


class _Point(NamedTuple):
    """A claim at a time: ``at`` is where the time stands, None where it stands outside the claim's own words."""

    axis: Axis
    value: str
    earliest: str
    latest: str
    basis: str
    claim: Claim
    at: Span | None


def find(story: Story) -> tuple[Moment, ...]:
    """Give the moments of ``story``: what happened, what is expected, what was said, each in order of the intervals.

    ``expected`` are times that lie after the claim was made, and those in a clause that plans, wishes or supposes
    (data/expected.txt). A claim is said on the day its attribution tells, or else on that of its publication. A moment
    is disputed where a conflict of dates has one of its claims with that time on one of its sides.
    """
    told: dict[tuple[Axis, str, str, str], list[_Point]] = {}
    starts = frozenset((block.span.article, block.span.start) for own in story.blocks for block in own)
    for article, analysis, times in zip(story.articles, story.analyses, dated(story), strict=True):
        known = tuple(one for one in times if one.value and one.earliest and not _idle(one, article, starts))
        for point in _points(article, analysis, known):
            told.setdefault((point.axis, point.earliest, point.latest, point.value), []).append(point)
    disputes = [one for one in story.conflicts if one.kind == "date"]
    made = (_moment(points, disputes) for points in told.values())
    return tuple(sorted(made, key=lambda one: (_AXES[one.axis], one.earliest, _reversed(one.latest), one.value)))


_AXES: Mapping[Axis, int] = {"happened": 0, "expected": 1, "said": 2}


def _reversed(day: str) -> tuple[int, ...]:
    """Give a key that sorts the later of two days first: of two stretches that begin together the wider leads."""
    return tuple(-ord(char) for char in day)


def _moment(points: list[_Point], disputes: list[Conflict]) -> Moment:
    first = points[0]
    bases = Counter(point.basis for point in points)
    found = sorted(one.id for one in disputes if any(_disputes(one, point) for point in points))
    return Moment(
        first.axis,
        first.earliest,
        first.latest,
        first.value,
        min(bases, key=lambda basis: (-bases[basis], basis)),
        tuple(dict.fromkeys(point.claim.id for point in sorted(points, key=_place))),
        found[0] if found and first.axis != "said" else None,
    )


def _place(point: _Point) -> tuple[Span, str]:
    return point.claim.span, point.claim.id


def _disputes(conflict: Conflict, point: _Point) -> bool:
    """Tell whether a side of the conflict holds the claim and clashes by the very words that tell the time.

    A side whose words tell no place of a time (the date stands beside them) is known by its value.
    """
    at = point.at
    return any(
        point.claim.id in side.claims
        and (
            side.value == point.value
            or any(at and one.article == at.article and one.start < at.end and at.start < one.end for one in side.spans)
        )
        for side in conflict.sides
    )


def _idle(time: Timex, article: Article, starts: frozenset[tuple[str, int]]) -> bool:
    """Tell a time at which nothing is said to happen: a length, the stamp before an entry, the year of a law's name."""
    if time.type not in ("DATE", "TIME") or (time.type == "TIME" and (article.id, time.span.start) in starts):
        return True
    named = _NAMED.search(plain(article.text[max(0, time.span.start - 40) : time.span.start]))
    return named is not None and fold(named[1]) in thing_words()


def _points(article: Article, analysis: Analysis, dated: Sequence[Timex]) -> Iterator[_Point]:
    by_value = {one.value: one for one in reversed(dated)}
    undated = {one.span for one in analysis.times if one.value is None}
    outside = [(one, _nearest(one, article, analysis.claims)) for one in dated if one.span in undated]
    for claim in analysis.claims:
        inside = [one for one in dated if claim.span.start <= one.span.start and one.span.end <= claim.span.end]
        beside = by_value.get(claim.event_time)
        told: list[tuple[Timex, Span | None]] = [(one, one.span) for one in inside]
        nearby = [one for one, whose in outside if whose is claim]
        for other in (*nearby, *([beside] if beside else ())):
            if all(one.value != other.value for one, _ in told):
                told.append((other, None))
        for time, at in told:
            # "at noon on Friday" is one time: the day is told more closely beside it
            if not any(
                other.value != time.value and (other.value or "").startswith(time.value or "") for other, _ in told
            ):
                yield _happened(article, claim, time, at)
        yield from _said(article, claim, by_value)


def _nearest(time: Timex, article: Article, claims: Sequence[Claim]) -> Claim | None:
    """Give the claim that a time beside it dates, in one sentence with it and not far.

    Only what was not dated by its own article needs this: of other times the claims know already which are theirs.
    """
    near: list[tuple[int, Span, str, Claim]] = []
    for claim in claims:
        before, after = (claim.span, time.span) if claim.span.start <= time.span.start else (time.span, claim.span)
        gap = after.start - before.end
        if gap < 0:
            return None
        if gap <= _BESIDE and not _STOP.search(article.text[before.end : after.start]):
            # " on " is no distance: "met on 28 December, adding that" dates the meeting
            near.append((gap - len(" on ") * (before is claim.span), claim.span, claim.id, claim))
    return min(near)[3] if near else None


def _happened(article: Article, claim: Claim, time: Timex, at: Span | None) -> _Point:
    interval = _interval(time)
    said = claim.said or article.published.value or ""
    shared = min(len(said), len("2031-03-02"), len(time.value or ""))
    later = bool(said) and (time.value or "")[:shared] > said[:shared]
    axis: Axis = "expected" if later or _supposed(article, claim, at) else "happened"
    return _Point(axis, time.value or "", *interval, time.basis, claim, at)


def _said(article: Article, claim: Claim, by_value: Mapping[str | None, Timex]) -> Iterator[_Point]:
    time = by_value.get(claim.said)
    published = article.published.value or ""
    days = _days(published)
    if time and not (published and (time.value or "")[: len(published)] > published[: len(time.value or "")]):
        yield _Point("said", time.value or "", *_interval(time), time.basis, claim, None)
    elif days:
        yield _Point("said", published, *days, "the date of publication", claim, None)


def _days(value: str) -> tuple[str, str] | None:
    """Give the first and the last day or time of an ISO prefix, None where it is no calendar value.

    >>> _days("2031-02"), _days("2031-03-02"), _days("PAST_REF")
    (('2031-02-01', '2031-02-28'), ('2031-03-02', '2031-03-02'), None)
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T.*)?", value)
    if not match:
        return None
    year, month, day, _ = match.groups()
    if day:
        return value, value
    if month:
        following = date(int(year) + (month == "12"), int(month) % 12 + 1, 1)
        return f"{value}-01", (following - timedelta(days=1)).isoformat()
    return f"{value}-01-01", f"{value}-12-31"


def _interval(time: Timex) -> tuple[str, str]:
    """Give the first and the last day of a time, or its hours where it is a part of a day or a time of day."""
    value = time.value or ""
    if clock := _CLOCK.match(value):
        return clock[0], clock[0]
    if part := _PART.match(value):
        first, last = _PARTS[part[2]]
        ends = date.fromisoformat(part[1]) + timedelta(days=part[2] == "NI")
        return part[1] + first, ends.isoformat() + last
    return time.earliest or "", time.latest or time.earliest or ""


def _supposed(article: Article, claim: Claim, at: Span | None) -> bool:
    """Tell whether the clause around the time, or the whole claim where it stands outside, plans or supposes.

    A past tense between the words that do and the time takes it back: "to undo the ban imposed on Friday".
    """
    text = plain(article.text[claim.span.start : claim.span.end])
    start, end = 0, len(text)
    if at:
        first, last = at.start - claim.span.start, at.end - claim.span.start
        start = max((found.start() for found in _BEFORE.finditer(text, 0, first)), default=0)
        beyond = _AFTER.search(text, last)
        end = beyond.start() if beyond else end
    cues = list(patterns("expected.txt").finditer(text, start, end))
    if not cues or not at:
        return bool(cues)
    return any(cue.end() > first or not _PAST.search(text, cue.end(), first) for cue in cues)
