"""Days told without a year in a report without a date: the year is that which the story's other dates tell.

A report whose own date is not known can say "December 29" and mean a day that only the others date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.data import entries
from rashomon.model import Story, Timex
from rashomon.text import plain

__all__ = ["dated"]

_FULL = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_NEAR = 120
"""Days that the nearest date of the story may lie away: beyond, two years fit about as well."""


def dated(story: Story) -> tuple[tuple[Timex, ...], ...]:
    """Give the times of each article of ``story``, in its order, those of a month and day with the year they lie in.

    The year is that in which the day comes nearest to a date that any of the reports tells in full; a day that comes
    near none stays undated. Nothing is changed about a time that has a value.
    """
    anchors = _anchors(story)
    return tuple(
        tuple(_with_year(one, article.text, anchors) for one in analysis.times)
        for article, analysis in zip(story.articles, story.analyses, strict=True)
    )


def _anchors(story: Story) -> list[date]:
    values = [article.published.value for article in story.articles]
    values += [time.value for analysis in story.analyses for time in analysis.times if time.type in ("DATE", "TIME")]
    found = (_FULL.match(value) for value in values if value)
    return sorted({date(int(m[1]), int(m[2]), int(m[3] or 15)) for m in found if m})


def _with_year(time: Timex, text: str, anchors: Sequence[date]) -> Timex:
    if time.value is not None or time.type != "DATE" or not anchors:
        return time
    found = _pattern().fullmatch(plain(text[time.span.start : time.span.end]).lower())
    if not found:
        return time
    month = _months().index((found["month"] or found["name"])[:3]) + 1
    day = int(found["before"] or found["after"])
    near: list[tuple[int, date]] = []
    for year in sorted({one.year + step for one in anchors for step in (-1, 0, 1)}):
        try:
            meant = date(year, month, day)
        except ValueError:  # 29 February, 31 June
            continue
        near.append((min(abs((meant - one).days) for one in anchors), meant))
    if not near or min(near)[0] > _NEAR:
        return time
    value = min(near)[1].isoformat()
    return replace(time, value=value, earliest=value, latest=value, basis="the year by the dates of the other reports")


@cache
def _months() -> tuple[str, ...]:
    """Give the first three letters of each month, in order."""
    return tuple(month[:3] for month in entries("months.txt"))


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join((*entries("months.txt"), *(f"(?:{short})\\.?" for short in entries("months-short.txt"))))
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
    before, after = day.format("before"), day.format("after")
    return re.compile(rf"(?:the )?{before} (?:of )?(?P<month>{names})|(?P<name>{names}) (?:the )?{after}")
