"""What expressions of weeks, months, seasons, quarters and years mean.

One function a kind, called like those of ``days``.
"""

from __future__ import annotations

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
    unknown,
    which_one,
    year_told,
)
from rashomon.analyse.times.context import Context, Found, Reading, choose, shifted
from rashomon.analyse.times.periods import interval, on_weekday
from rashomon.analyse.times.words import CHARACTERS

__all__ = ["century", "decade", "fiscal", "month", "quarter", "season", "week_of", "year"]


def week_of(found: Found, context: Context) -> Readings:
    """Read "the last week of March", "the first weekend in June 2016", "the second Tuesday of May"."""
    month = int(found.value("MONTH", "MONTH_NAME") or 0)
    last = found.value("LAST", "FINAL") is not None
    count = order(found) or 1
    number = int(found.value("WEEKDAY") or 0)
    unit = "D" if number or found.at("DAYWORD") is not None else "WE" if found.at("WEEKEND") is not None else "W"

    def value_in(year: int) -> str:
        whole = interval(f"{year}-{month:02}")
        if whole is None:
            return ""
        stride = 1 if found.at("DAYWORD") is not None else 7
        edge = number or (6 if unit == "WE" else 0)
        base = whole[1] if last else whole[0]
        if unit == "W":  # a week belongs to the month of its Thursday, as ISO 8601 has it for years
            edge = 4
        if edge:
            base = on_weekday(base, edge, -1 if last else 1)
        return shifted(base + timedelta(0 if last else stride * (count - 1)), 0, unit) or ""

    if told := year_told(found, context):
        return in_year(found, context, value_in(int(told)))
    return (nearest(found, context, value_in),)


def month(found: Found, context: Context) -> Readings:
    """Read "October", "early January", "last September", "October of next year", "May 2008"."""
    number = int(found.value("MONTH", "MONTH_NAME") or 0)
    if told := year_told(found, context) or borrowed_year(found):
        return in_year(found, context, f"{told}-{number:02}", part_of(found))
    which = which_one(found)
    if which and which[0] in FROM_TOLD:
        anchor = context.anchor("M")
        return unknown() if anchor is None else (_month_from(number, *anchor, which[1], part_of(found)),)
    if which and which[1]:
        near = context.published("M")
        seen = f"counted from {context.document}, the date of publication"
        return unknown() if near is None else (_month_from(number, near, seen, which[1], part_of(found)),)
    return (nearest(found, context, lambda year: f"{year}-{number:02}"),)


def _month_from(number: int, near: date, basis: str, count: int, part: str) -> Reading:
    year = near.year
    if count < 0 and number >= near.month:
        year -= 1
    if count > 0 and number <= near.month:
        year += 1
    return Reading("DATE", f"{year}-{number:02}", basis, part=part)


def season(found: Found, context: Context) -> Readings:
    """Read "the summer", "last autumn", "winter 2012". A winter belongs to the year of its December."""
    code = found.value("SEASON", "SEASON_VERB") or ""
    if told := year_told(found, context):
        return in_year(found, context, f"{told}-{code}", part_of(found))
    which = which_one(found)
    near = context.published("M")
    if near is None or which is None or which[0] in FROM_TOLD or which[1] == 0:
        return (nearest(found, context, lambda year: f"{year}-{code}"),)
    held = [(f"{near.year + count}-{code}", interval(f"{near.year + count}-{code}")) for count in (-2, -1, 0, 1, 2)]
    sided = [value for value, bounds in held if bounds and (bounds[1] < near if which[1] < 0 else bounds[0] > near)]
    value = sided[-1] if which[1] < 0 else sided[0]
    return (Reading("DATE", value, f"seen from {context.document}, the date of publication", part=part_of(found)),)


def quarter(found: Found, context: Context) -> Readings:
    """Read "the third quarter of 2009", "Q3", "the first half of last year"; without a year the last one ended."""
    name = found.value("QUARTER_NUMBER")
    unit = "Q" if name is None or name.startswith("q") else "H"
    if found.value("HALF"):
        unit = "H"
    number = int(name[1]) if name else (order(found) or 4)
    if not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    if told := year_told(found, context):
        return in_year(found, context, f"{told}-{unit}{number}")
    near = context.published("M")
    if near is None:
        return unknown()
    if found.at("YEARWORD") is not None:
        return in_year(found, context, f"{near.year}-{unit}{number}")
    held = [
        (f"{near.year + count}-{unit}{number}", interval(f"{near.year + count}-{unit}{number}")) for count in (-1, 0, 1)
    ]
    direction = context.direction(found) or -1
    usable = [(value, bounds) for value, bounds in held if bounds and (direction > 0 or bounds[1] < near)]
    basis = f"{'the last ended before' if direction < 0 else 'ahead of'} {context.document}, the date of publication"
    return (Reading("DATE", choose(usable, near, direction), basis),)


def year(found: Found, context: Context) -> Readings:
    """Read "2009", "early 2009", "the end of 1799", "2009-10", "'82"."""
    told = found.value("YEAR", "FOUR")
    if told is None:
        pair = found.value("PAIR", "DAY") or ""
        near = context.published("Y")
        age = (near.year if near else 2000) % 100
        told = ("20" if int(pair) <= age and near else "19") + pair
    if (end := found.value("PAIR", "DAY")) and found.value("YEAR"):  # a season or a financial year: "2009-10"
        last = interval(told[:2] + end)
        first = interval(told)
        if first is None or last is None or int(end) != (int(told) + 1) % 100:
            return None
        return absolute(told, bounds=(first[0], last[1]))
    after = found.words.kinds[found.last : found.last + 1]
    bare = found.last == found.first + 1
    if bare and (
        found.before("MONEY") or (found.before("NAME") and after == CHARACTERS["NAME"])
    ):  # "the Hollin 2000 Index"
        return None
    plural = found.next_value() == "people" or (after == CHARACTERS["WORD"] and found.next_value().endswith("s"))
    if bare and plural and not found.before("IN", "SINCE", "WITHIN", "THE", "POSSESSIVE", "HIS", "COMMA"):
        return None
    return absolute(told, part_of(found))


def decade(found: Found, context: Context) -> Readings:
    """Read "the 1990s", "the late eighties", "'60s"."""
    if told := found.value("DECADE"):
        return absolute(told[:3], part_of(found))
    digit = (found.value("DECADE_SHORT") or "")[:1] or found.value("NINETIES") or "0"
    return absolute(f"19{digit}", part_of(found))


def century(found: Found, context: Context) -> Readings:
    """Read "the nineteenth century"."""
    number = order(found)
    return absolute(f"{number - 1:02}", part_of(found)) if 10 < number < 30 else None


def fiscal(found: Found, context: Context) -> Readings:
    """Read "fiscal 2009", "the current financial year"; the months it covers are each country's own."""
    if told := found.value("YEAR"):
        return (Reading("DATE", f"FY{told}", "told in full"),)
    near = context.published("Y")
    if near is None:
        return unknown()
    which = which_one(found)
    value = f"FY{near.year + (which[1] if which else 0):04}"
    return (Reading("DATE", value, f"counted from {context.document}, the date of publication"),)
