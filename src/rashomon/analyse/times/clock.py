"""What clock times and parts of a day mean: one function a kind, called like those of ``days``."""

from __future__ import annotations

import re
from typing import Literal

from rashomon.analyse.times.common import (
    Readings,
)
from rashomon.analyse.times.context import UNDATED, Context, Found, Reading, shifted
from rashomon.analyse.times.lengths import NUMBERS, amount_of
from rashomon.analyse.times.periods import finer, interval
from rashomon.analyse.times.words import CHARACTERS

__all__ = ["clock", "the_part"]


def the_part(found: Found, context: Context) -> Readings:
    """Read "the morning", "that night", "in the evening": a part of the day that is being told of."""
    part = found.value("PART", "PART_NAMED") or ""
    told = next((value for value in context.told.latest_first() if finer(value, "D")), None)
    if found.value("THAT", "SAME", "FOLLOWING", "PREVIOUS", "NEXT") is None:
        return (Reading("TIME", f"T{part}", "", needs="day"),)
    base = told or context.document
    bounds = interval(base) if base and finer(base, "D") else None
    if bounds is None:
        return (Reading("TIME", None, UNDATED),)
    count = int(found.value("THAT", "SAME", "FOLLOWING", "PREVIOUS", "NEXT") or 0)
    return (Reading("TIME", f"{shifted(bounds[0], count, 'D')}T{part}", f"counted from {base}, the last date told"),)


_HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d)(?::(\d\d))?)?$")


def clock(found: Found, context: Context) -> Readings:
    """Read "6:40 p.m.", "18.00 GMT", "half past six", "noon"; the day comes from the expressions beside it."""
    before = found.words.kinds[max(0, found.first - 7) : found.first]
    if found.last == found.first + 1 and found.value("NUMBER", "DAY") and CHARACTERS["COUNTING"] in before:
        return None
    told = _hour_and_minute(found)
    if told is None:
        return None
    hour, minute = told
    half = found.value("AM") or {"MO": "AM", "AF": "PM", "EV": "PM", "NI": "PM"}.get(found.value("PART") or "")
    needs: Literal["day", "half"] = "day"
    if half and hour <= 12:
        late = half == "PM" and not (hour == 12 and found.value("PART") == "NI")
        hour = hour % 12 + (12 if late else 0)
    elif found.value("NOON") is None and found.value("CLOCK", "DOTTED", "FOUR", "YEAR") is None and 0 < hour <= 12:
        needs = "half"
    if found.at("THIS") is not None and (near := context.published("D")):
        return (Reading("TIME", f"{near}T{hour:02}:{minute:02}", f"on {context.document}, the date of publication"),)
    zone = "Z" if found.value("ZONE") == "Z" else ""
    return (Reading("TIME", f"T{hour:02}:{minute:02}{zone}", "", needs=needs),)


def _hour_and_minute(found: Found) -> tuple[int, int] | None:
    """The hour and minute as told, before the half of the day is known."""
    if noon := found.value("NOON"):
        hour, minute = int(noon[:2]), 0
        return _shifted_clock(found, hour, minute)
    unit, hours = found.value("UNITS", "UNIT"), found.value("FOUR", "YEAR")
    if unit not in {None, "TH" if hours else "TM"}:
        return None
    if four := found.value("FOUR", "YEAR"):
        hour, minute = int(four[:2]), int(four[2:])
        return (hour, minute) if hour < 24 and minute < 60 else None
    numbers = [
        found.words.values[place]
        for place in range(found.first, found.last)
        if found.words.kinds[place] in NUMBERS or found.words.kinds[place] == CHARACTERS["CLOCK"]
    ]
    match = _HOURS.match(numbers[-1]) if numbers else None
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        return None
    return _shifted_clock(found, hour, minute)


def _shifted_clock(found: Found, hour: int, minute: int) -> tuple[int, int]:
    """Apply "half past", "ten to", "two minutes after"."""
    away = found.at("PAST")
    if away is None:
        away = found.at("TO") if found.at("TO") is not None else found.at("AFTER")
    if away is None:
        away = found.at("BEFORE")
    if away is None or away == found.first:
        return hour, minute
    if found.at("HALF") is not None:
        minutes = 30
    elif found.at("QUARTER") is not None:
        minutes = 15
    else:
        minutes = int(amount_of(found, found.first, away) or 0)
    back = found.words.kinds[away] in {CHARACTERS["TO"], CHARACTERS["BEFORE"]}
    total = hour * 60 + minute + (-minutes if back else minutes)
    return total // 60 % 24, total % 60
