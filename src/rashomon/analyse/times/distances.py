"""What expressions that count from a date mean: "last month", "two weeks ago", "the day before the vote".

One function a kind, called like those of ``days``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from rashomon.analyse.times.common import (
    FROM_TOLD,
    Readings,
    part_of,
    unknown,
    which_one,
)
from rashomon.analyse.times.context import UNDATED, Bounds, Context, Found, Reading, shifted
from rashomon.analyse.times.lengths import amount_of, length, measure, unit_places
from rashomon.analyse.times.periods import grain, interval

__all__ = ["ago", "counted", "earlier", "event_day", "same_period", "the_period"]

_UNITS = ("DAYWORD", "WEEK", "MONTHWORD", "YEARWORD", "QUARTER", "WEEKEND", "CENTURY", "UNIT")


def counted(found: Found, context: Context) -> Readings:
    """Read "last month", "this week", "the following day", "the same year", "earlier this week"."""
    which = which_one(found)
    unit = found.value(*_UNITS) or ""
    if which is None or unit.startswith("T") or unit[0].isdigit():
        return None
    kind, count = which
    told = kind in FROM_TOLD or (unit == "D" and kind == "NEXT")
    anchor = context.anchor(unit) if told else _from_document(context, unit)
    if anchor is None:
        return unknown()
    day, basis = anchor
    value = shifted(_weekend_side(found, context, day, count) if unit == "WE" else day, count, unit)
    if not told and count == 0 and found.value("EARLIER", "LATER"):
        return (Reading("DATE", value, basis, _side_of(value, day, found.value("EARLIER") is not None)),)
    part = found.value("PART")
    if part and unit == "D" and value:
        return (Reading("TIME", f"{value}T{part}", basis),)
    return (
        Reading("DATE", value, basis, part=part_of(found), needs="anchor" if told and count and unit == "D" else ""),
    )


def _from_document(context: Context, unit: str, how: str = "counted from") -> tuple[date, str] | None:
    """The article's own date as what is counted from, with the basis."""
    day = context.published(unit)
    return None if day is None else (day, f"{how} {context.document}, the date of publication")


def _weekend_side(found: Found, context: Context, day: date, count: int) -> date:
    """Early in a week, a weekend told of in the past is the one just gone."""
    if count == 0 and day.isoweekday() < 4 and context.direction(found) < 0:
        return day - timedelta(7)
    return day


def _side_of(value: str | None, day: date, before: bool) -> Bounds | None:
    bounds = interval(value)
    return bounds and ((bounds[0], day) if before else (day, bounds[1]))


def the_period(found: Found, context: Context) -> Readings:
    """Read "the day", "the end of the year", "later in the week", "the weekend": the one that is being told of."""
    unit = found.value("YEAR_END", *_UNITS) or ""
    if unit.startswith("T") or unit[0].isdigit():
        return None
    anchor = (context.anchor("D") if unit == "D" else None) or _from_document(context, unit, "that of")
    if anchor is None:
        return unknown()
    day, basis = anchor
    if unit == "WE":
        day = _weekend_side(found, context, day, 0)
    return (Reading("DATE", shifted(day, 0, unit), basis, part=part_of(found)),)


def same_period(found: Found, context: Context) -> Readings:
    """Read "the same month a year ago", "the same period last year": the last date told, moved by a year."""
    wanted = {"M", "Q", "H", "S"} | (set() if found.at("PERIOD") is not None else {"D"})
    told = next((value for value in context.told.latest_first() if grain(value) in wanted), None)
    value = told or context.document
    if value is None or interval(value) is None:
        return unknown()
    moved = f"{int(value[:4]) - 1:04}{value[4:7]}"  # to the month: a day has no fellow a year before
    return (Reading("DATE", moved, f"a year before {value}, the last date told" if told else f"a year before {value}"),)


def ago(found: Found, context: Context) -> Readings:
    """Read "two weeks ago", "a month from now": counted from the article's date, told in the unit it counts."""
    amount, unit = measure(found)
    count = -1 if found.value("AGO") else 1
    if amount is None:
        return (Reading("DATE", "PAST_REF" if count < 0 else "FUTURE_REF", "how long is not told"),)
    fine = unit if unit in {"M", "Q", "Y", "DE", "CE"} else "D"
    return _moved(amount, unit, count, _from_document(context, fine), "")


def earlier(found: Found, context: Context) -> Readings:
    """Read "a day earlier", "three weeks later", "the day before": counted from the last date told."""
    if found.next_value() == "than":  # "two years later than planned" is a length
        return None
    amount, unit = measure(found)
    if found.value("THE"):
        amount = Decimal(1)
    count = -1 if found.value("EARLIER", "BEFORE") else 1
    if amount is None:
        return None
    return _moved(amount, unit, count, context.anchor("W" if unit == "2W" else unit), "anchor")


def _moved(amount: Decimal, unit: str, count: int, anchor: tuple[date, str] | None, needs: str) -> Readings:
    if unit.startswith("T"):  # so many hours from a moment that is told only to the day
        return (Reading("DURATION", length(amount, unit), "a length of time"),)
    if anchor is None:
        return (Reading("DATE", None, UNDATED, needs="anchor" if needs else ""),)
    if unit in {"W", "2W", "WE"}:  # "a week ago" is told to the day: it is seven of them
        unit, amount = "D", amount * {"W": 7, "2W": 14, "WE": 7}[unit]
    if amount != int(amount):  # a year and a half: counted in the next smaller unit
        unit, times = {"CE": ("Y", 100), "DE": ("Y", 10), "Y": ("M", 12), "M": ("D", 30)}.get(unit, ("D", 1))
        amount *= times
    value = shifted(anchor[0], count * int(amount), unit)
    if value is None:
        return None
    return (Reading("DATE", value, anchor[1], needs="anchor" if needs else ""),)


def event_day(found: Found, context: Context) -> Readings:
    """Read "a month before the inauguration", "the day of the crash", where a report of the set dates the event."""
    noun = found.value("EVENT") or ""
    value = context.events.get(noun)
    bounds = interval(value)
    if value is None or bounds is None:
        return None
    basis = f"the {noun} is dated {value} by a report of the story"
    if found.at("EVE") is not None:
        return (Reading("DATE", shifted(bounds[0], -1, "D"), basis),)
    part = found.value("PART")
    places = unit_places(found)
    unit = found.words.values[places[0]] if places else "D"
    if unit.startswith("T"):
        return None
    amount = Decimal(1) if found.value("THE") or not places else amount_of(found, found.first, places[0])
    count = -1 if found.value("BEFORE") else 1 if found.value("AFTER", "FOLLOWING") else 0
    if amount is None or (found.value("OF") and count == 0 and not found.value("THE")):
        return None
    if part:
        day = shifted(bounds[0], count, "D")
        return (Reading("TIME", f"{day}T{part}", basis),)
    return _moved(amount, unit, count, (bounds[0], basis), "")
