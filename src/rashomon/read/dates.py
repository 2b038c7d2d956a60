"""Dates as they stand in datelines, stamps and metadata. Never in prose: that is analysis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.data import entries

__all__ = ["Stamp", "date_pattern", "iso_prefix", "stamps", "weekdays"]

weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A written date: its offsets (code points), its year or None, its month or None, its day or None, its weekday."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None

    @property
    def iso(self) -> str | None:
        """The ISO prefix, or None where the year is not written."""
        if self.year is None:
            return None
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@cache
def _months() -> dict[str, int]:
    names = {name: at for at, name in enumerate(entries("months.txt"), 1)}
    short = {form: at for at, line in enumerate(entries("months-short.txt"), 1) for form in line.split("|")}
    return names | short


@cache
def date_pattern() -> str:
    """Give a regular expression, without groups that are kept, for a date with a month's name or in ISO form."""
    month = "(?:" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:(?:" + "|".join(f"{day}|{day[:3]}" for day in weekdays) + r"|tues|thurs|thur)\b\.?,?\s+)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:,?\s+\d{4}\b)?"
    return (
        rf"(?:{weekday}(?:the\s+)?(?:{day}(?:\s+of)?\s+{month}{year}|{month}\s+{day}\b(?!:){year})"
        r"|\b\d{4}-\d{2}-\d{2}(?!\d)|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b)"
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){date_pattern()}", re.I)


def stamps(text: str) -> Iterator[Stamp]:
    """Give the dates with a day that are written in ``text``, in order; impossible ones are passed over.

    >>> [stamp.iso for stamp in stamps("Published Monday, 3 March 2031, updated 2031-03-04")]
    ['2031-03-03', '2031-03-04']
    """
    for match in _date().finditer(text):
        stamp = _read(match[0], match.start(), match.end())
        if stamp is not None:
            yield stamp


def _read(words: str, start: int, end: int) -> Stamp | None:
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    named = re.findall(r"[a-z]+", words.lower())
    weekday = next(
        (at for at, day in enumerate(weekdays) for word in named if len(word) > 2 and day.startswith(word)), None
    )
    month = next((_months()[word] for word in named if word in _months()), None)
    if month is not None:
        day, year = numbers[0], numbers[1] if len(numbers) > 1 else None
    elif "-" in words:
        year, month, day = numbers
    else:
        first, second, year = numbers
        if "." in words or first > 12:
            day, month = first, second
        elif second > 12 or first == second:
            month, day = first, second
        else:
            return None  # 3/4 is March or April, and nobody can tell
    try:
        date(year or 2000, month, day)  # 2000 had a 29 February
    except ValueError:
        return None
    return Stamp(start, end, year, month, day, weekday)


def iso_prefix(value: object) -> str | None:
    """Give the ISO day of a date in metadata: ISO with or without a time, RFC 2822, words, or seconds since 1970.

    >>> iso_prefix("Mon, 03 Mar 2031 09:00:00 GMT"), iso_prefix("2031-03"), iso_prefix("soon")
    ('2031-03-03', '2031-03', None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_epoch(float(value))
    text = str(value).strip()
    if found := re.match(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s])", text):
        parts = [part for part in found.groups() if part]
        try:
            date(*(int(part) for part in [*parts, "01", "01"][:3]))
        except ValueError:
            return None
        return "-".join(parts)
    return next((stamp.iso for stamp in stamps(text) if stamp.iso), None)


def _since_epoch(seconds: float) -> str | None:
    from datetime import UTC, datetime

    seconds = seconds / 1000 if abs(seconds) > 1e11 else seconds  # milliseconds, as JavaScript counts
    if not 0 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
