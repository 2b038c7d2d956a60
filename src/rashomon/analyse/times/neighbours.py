"""What expressions owe to those beside them: a clock time its day, "a day earlier" the date it stands next to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.analyse.times.context import UNDATED, Found, Reading, Told, shifted
from rashomon.analyse.times.periods import finer, take_day
from rashomon.analyse.times.words import CHARACTERS

__all__ = ["Pair", "settle"]

Pair = tuple[Found, Reading]

_BESIDE = re.compile(r"[\s,(]*(?:on|of|in|this)?[\s(]*", re.IGNORECASE)
_APPOSED = re.compile(r"\s?(?:,|\(|-|–|—)\s?(?:on )?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[^\W_a-z])")

_NEWS_DAYS = 3
"""Days. What a report tells of without naming the day again happened in them. Not fitted to data."""

_BY_NUMBER = {CHARACTERS[kind] for kind in ("DAY", "DAYTH", "ISO", "NUMERIC", "WEEKDAY")}


def settle(readings: Sequence[Pair], document: str | None, told: Told) -> list[Pair]:
    """Give the readings of one paragraph with their needs met (see ``Reading.needs``), in order.

    ``told`` are the values of the paragraphs before. A clock time and a day without a word between become one.
    """
    settled: list[Pair] = []
    for place, (found, reading) in enumerate(readings):
        if settled and found.first < settled[-1][0].last:  # the day of the clock time before it
            continue
        if reading.needs in {"day", "half"}:
            reading = _with_day(readings, place, settled[::-1], document, told)
            if settled and _day(settled[-1][1]) and settled[-1][0].last == found.first:
                found = replace(found, first=settled.pop()[0].first)
            elif after := _joined(readings, place):
                found = replace(found, last=after.last)
        elif reading.needs == "anchor":
            reading = _beside(readings, place)
        settled.append((found, reading))
    return settled


def _gap(left: Found, right: Found) -> str:
    return left.words.text[left.words.ends[left.last - 1] : right.words.starts[right.first]]


def _day(reading: Reading) -> str | None:
    """The day a reading tells, with its part where one is told, if it is a finished one."""
    value = reading.value
    return value if value and not reading.needs and reading.type in {"DATE", "TIME"} and finer(value, "D") else None


def _with_day(
    readings: Sequence[Pair], place: int, before: Sequence[Pair], document: str | None, said: Told
) -> Reading:
    """Give a clock time its day: the one beside it, in its sentence, told before it, or the article's."""
    found, reading = readings[place]
    after = readings[place + 1 :]
    told, why = None, "the day beside it"
    if after and _BESIDE.fullmatch(_gap(found, after[0][0])):
        told = _day(after[0][1])
        if told and reading.value == "T00:00":  # "midnight on Saturday" ends it
            told, why = str(shifted(date.fromisoformat(told[:10]), 1, "D")), "the midnight that ends the day beside it"
    if told is None:
        why = "the day told in its sentence"
        near = [pair for pair in [*before, *after] if not _SENTENCE_END.search(_between(found, pair[0]))]
        told = next((day for _, other in near if (day := _day(other))), None)
    if told is None and found.first > 0:  # a paragraph that opens with a clock time is an entry of the article's day
        why = "the last day told"
        told = next((day for _, other in before if (day := _day(other))), None)
        told = told or next((day for day in said.latest_first() if _lately(day, document)), None)
    if told is None and document and finer(document, "D"):
        told, why = document, "the date of publication"
    value, told_half = _half_of_day(reading, told)
    if told is None:
        return replace(reading, value=None, basis=f"{value} of a day that is not told: {UNDATED}", needs="")
    return replace(reading, value=told[:10] + value, basis=why + told_half, needs="")


def _joined(readings: Sequence[Pair], place: int) -> Found | None:
    """Give the day that follows a clock time without a word between ("9 p.m. Friday"): the two are one expression."""
    if place + 1 == len(readings):
        return None
    found, (after, told) = readings[place][0], readings[place + 1]
    return after if after.first == found.last and _day(told) and told.type == "DATE" and not told.words else None


def _lately(value: str, document: str | None) -> bool:
    """Say whether a date told in an earlier paragraph is a day of the news: at most three days old."""
    day, own = take_day(value), take_day(document)
    return day is not None and own is not None and 0 <= (own - day).days <= _NEWS_DAYS


def _half_of_day(reading: Reading, told: str | None) -> tuple[str, str]:
    """Give the clock time on twenty-four hours: by the part of day told beside it, else by the hours people keep."""
    value = reading.value or ""
    if reading.needs != "half":
        return value, ""
    hour = int(value[1:3])
    if told and (part := re.search(r"T(MO|AF|EV|NI)$", told)):
        late = part[1] != "MO" and not (part[1] == "NI" and hour in {12, 1, 2, 3, 4})
        return f"T{hour % 12 + 12 * late:02}{value[3:]}", ""
    late = hour < 7 or hour == 12
    words = "afternoon or evening" if late else "morning"
    return f"T{hour % 12 + 12 * late:02}{value[3:]}", f"; taken as {words}: the words do not say which"


def _between(found: Found, other: Found) -> str:
    return _gap(found, other) if found.first < other.first else _gap(other, found)


def _beside(readings: Sequence[Pair], place: int) -> Reading:
    """Give "a day earlier, on December 28" the date that is set beside it, where there is one."""
    found, reading = readings[place]
    neighbours = [*readings[place + 1 : place + 2], *readings[max(0, place - 1) : place]]
    for other, beside in neighbours:
        told = set(other.words.kinds[other.first : other.last]) & _BY_NUMBER
        if told and _APPOSED.fullmatch(_between(found, other)) and (day := _day(beside)):
            return replace(reading, value=day[:10], basis="the date told beside it", needs="")
    return replace(reading, needs="")
