"""What expressions of days mean: dates in numbers, weekdays, holidays, "yesterday". One function a kind.

Every function takes what a rule of the grammar matched and its context, and gives the readings, or None where the words
are no such time after all. Values and their resolution against the article's date follow TIMEX3 (TimeML 1.2.1) and the
news rules of HeidelTime (Strötgen and Gertz 2010).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.analyse.times.common import (
    FROM_TOLD,
    Readings,
    absolute,
    borrowed_year,
    in_year,
    nearest,
    order,
    part_of,
    side,
    unknown,
    which_one,
    year_told,
)
from rashomon.analyse.times.context import UNDATED, Context, Found, Reading, choose, shifted
from rashomon.analyse.times.periods import finer, holiday, interval, on_weekday, step
from rashomon.analyse.times.words import CHARACTERS

__all__ = ["any_weekday", "full_date", "iso", "named_day", "numeric", "relative_day", "the_day", "two_days", "weekday"]


def iso(found: Found, context: Context) -> Readings:
    """Read "2016-12-29" and "2016-12-29T21:00"."""
    value = found.words.text[found.words.starts[found.first] : found.words.ends[found.first]][:16]
    if interval(value) is None:
        return None
    return (Reading("TIME" if "T" in value else "DATE", value, "told in full"),)


def numeric(found: Found, context: Context) -> Readings:
    """Read "29/12/2016", "12/29/2016", "29.12.2016", "2016/12/29"; an order that may be either is told by nearness."""
    text = found.words.values[found.first]
    a, b, c = re.split(r"[/.]", text)
    if len(a) == 4:
        return absolute(f"{a}-{int(b):02}-{int(c):02}")
    if len(c) == 2:
        if "." in text:  # a version or a section number, more likely
            return None
        c = ("20" if int(c) < 50 else "19") + c
    orders = [f"{c}-{int(b):02}-{int(a):02}"]
    if "/" in text:
        orders.append(f"{c}-{int(a):02}-{int(b):02}")
    held = [(value, bounds) for value in dict.fromkeys(orders) if (bounds := interval(value))]
    if len(held) == 1:
        return absolute(held[0][0])
    near = context.published("D")
    if not held or near is None:
        return unknown("day and month cannot be told apart") if held else None
    return (Reading("DATE", choose(held, near, 0), f"the order of day and month nearest to {context.document}"),)


def full_date(found: Found, context: Context) -> Readings:
    """Read "December 29, 2016", "Friday 13 January", "29th of December last year"."""
    month = int(found.value("MONTH", "MONTH_NAME") or 0)
    day = order(found)
    if told := year_told(found, context) or borrowed_year(found):
        return in_year(found, context, f"{told}-{month:02}-{day:02}")
    if interval(f"2000-{month:02}-{day:02}") is None:
        return None
    weekday = int(found.value("WEEKDAY", "WEEKDAY_SHORT") or 0)

    def value_in(year: int) -> str:
        value = f"{year}-{month:02}-{day:02}"
        fits = weekday == 0 or ((bounds := interval(value)) and bounds[0].isoweekday() == weekday)
        return value if fits else ""

    reach = 3 if weekday else 4 if (month, day) == (2, 29) else 1
    reading = nearest(found, context, value_in, reach)
    if weekday and reading.value is None and context.published("M"):  # the paper's own slip: the number wins
        reading = nearest(found, context, lambda year: f"{year}-{month:02}-{day:02}")
    return (reading,)


def two_days(found: Found, context: Context) -> Readings:
    """Read "June 3-5" and "3-5 June 2016": two days, the year and month shared."""
    month = int(found.value("MONTH", "MONTH_NAME") or 0)
    numbers = {CHARACTERS["DAY"], CHARACTERS["DAYTH"]}
    places = [place for place in range(found.first, found.last) if found.words.kinds[place] in numbers][:2]
    days = [int(re.sub(r"\D", "", found.words.values[i])) for i in places]
    told = year_told(found, context)
    months_first = (found.at("MONTH") or found.at("MONTH_NAME") or found.first) < places[0]
    spans = ((found.first, places[0] + 1), (places[1], found.last))
    if not months_first:
        spans = ((places[0], places[0] + 1), (places[1], found.last))
    made = []
    for day, words in zip(days, spans, strict=True):
        if told:
            reading = Reading("DATE", f"{told}-{month:02}-{day:02}", "told in full")
        else:
            reading = nearest(found, context, lambda year, day=day: f"{year}-{month:02}-{day:02}")  # type: ignore[misc]
        made.append(Reading("DATE", reading.value, reading.basis, words=words))
    return tuple(made) if days[0] < days[1] else None


def the_day(found: Found, context: Context) -> Readings:
    """Read "the 28th", "Friday the thirteenth": in the month last told, or nearest to the article."""
    day, weekday = order(found), int(found.value("WEEKDAY") or 0)
    if (which := which_one(found)) and (near := context.published("M")):
        return absolute(f"{shifted(near, which[1], 'M')}-{day:02}")
    told = next((value for value in context.told.latest_first() if finer(value, "M")), None)
    if told and not weekday and re.match(r"\d{4}-\d\d", told):
        value = f"{told[:7]}-{day:02}"
        return (Reading("DATE", value, f"the month of {told}, the last date told"),) if interval(value) else None
    near = context.published("D")
    if near is None:
        return unknown()
    reach = range(-8, 9) if weekday else range(-1, 2)
    dates = [f"{shifted(near, count, 'M')}-{day:02}" for count in reach]
    held = [(value, bounds) for value in dates if (bounds := interval(value))]
    if weekday:
        held = [(value, bounds) for value, bounds in held if bounds[0].isoweekday() == weekday]
    direction = context.direction(found)
    basis = f"{side(direction)}, seen from {context.document}, the date of publication"
    return (Reading("DATE", choose(held, near, direction), basis),)


def weekday(found: Found, context: Context) -> Readings:
    """Read "Friday", "last Friday", "Friday night": on or before the article's own day, or on or after it."""
    number = int(found.value("WEEKDAY") or 0)
    which = which_one(found)
    if which and which[0] in FROM_TOLD:
        anchor = context.anchor("D")
        if anchor is None:
            return unknown()
        base, basis = anchor
        day = base if which[1] == 0 else base + timedelta(which[1])
        day = on_weekday(day, number, which[1] or -1)
    else:
        near = context.published("D")
        if near is None:
            return unknown()
        day, basis = _weekday_from(found, context, near, number)
    part = found.value("PART", "PART_NAMED")
    value = day.isoformat() + (f"T{part}" if part else "")
    return (Reading("TIME" if part else "DATE", value, basis, part="" if part else part_of(found)),)


def _weekday_from(found: Found, context: Context, near: date, number: int) -> tuple[date, str]:
    which = which_one(found)
    seen = f"{context.document}, the date of publication"
    if found.at("WEEK") is not None and which:  # "Friday of last week"
        monday = near - timedelta(near.isoweekday() - 1)
        return monday + timedelta(7 * which[1] + number - 1), f"in the week {which[1]:+} from {seen}"
    if which and which[1] != 0:
        return on_weekday(near + timedelta(which[1]), number, which[1]), (
            f"the {'last before' if which[1] < 0 else 'first after'} {seen}"
        )
    direction = context.direction(found, soon=True) or -1
    return on_weekday(near, number, direction), f"on or {'before' if direction < 0 else 'after'} {seen}"


def any_weekday(found: Found, context: Context) -> Readings:
    """Read "on a Tuesday": some day of that name, which is not told."""
    return (Reading("DATE", f"XXXX-WXX-{found.value('WEEKDAY')}", "which of them is not told"),)


def relative_day(found: Found, context: Context) -> Readings:
    """Read "today", "yesterday morning", "tonight", "last night", "overnight"."""
    near = context.published("D")
    night = found.value("OVERNIGHT")
    part = found.value("TONIGHT", "OVERNIGHT", "PART", "PART_NAMED")
    if near is None:
        return (Reading("TIME" if part else "DATE", None, UNDATED),)
    count = int(found.value("TODAY", "LAST", "THIS", "NEXT") or (-1 if night else 0))
    day = step(near, count, "D").isoformat()
    value = f"{day}T{part}" if part else day
    basis = f"{count:+} days from" if count else "on"
    return (Reading("TIME" if part else "DATE", value, f"{basis} {context.document}, the date of publication"),)


def named_day(found: Found, context: Context) -> Readings:
    """Read a holiday by the rule of the data file."""
    rule = found.value("HOLIDAY") or ""
    if rule[:4].isdigit():
        return absolute(rule)
    if told := year_told(found, context):
        return in_year(found, context, holiday(rule, int(told)).isoformat())
    which = which_one(found)
    if which and which[1] and (near := context.published("D")):
        days = [holiday(rule, near.year + count) for count in (-1, 0, 1)]
        held = [day for day in days if (day < near if which[1] < 0 else day > near)]
        day = max(held) if which[1] < 0 else min(held)
        return (Reading("DATE", day.isoformat(), f"seen from {context.document}, the date of publication"),)
    return (nearest(found, context, lambda year: holiday(rule, year).isoformat()),)
