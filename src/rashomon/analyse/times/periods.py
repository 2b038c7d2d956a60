"""Calendar values: the period an ISO (TIMEX3) value covers, and how to reach another one from it.

Values are TIMEX3's: ``2016``, ``2016-12``, ``2016-12-29``, ``2016-W52``, ``2016-W52-WE``, ``2016-Q4``, ``2016-H2``,
``2016-WI``, ``FY2016``, ``201`` (a decade), ``20`` (a century), and a day followed by ``T21:00`` or ``TEV``. Units are
``D``, ``W``, ``M``, ``Q``, ``H`` (half a year), ``Y``, ``DE`` (decade), ``CE`` (century), ``WE`` (weekend), and the
clock's ``TH``, ``TM``, ``TS``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "add_months",
    "containing",
    "finer",
    "grain",
    "holiday",
    "interval",
    "narrow",
    "on_weekday",
    "step",
    "take_day",
]

_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month a season begins in (meteorological, northern); a winter belongs to the year of its December."""

_FINENESS = ("CE", "DE", "Y", "H", "Q", "S", "M", "W", "WE", "D", "T")
_SHAPES = (
    ("D", re.compile(r"\d{4}-\d\d-\d\d$")),
    ("T", re.compile(r"\d{4}-\d\d-\d\dT")),
    ("M", re.compile(r"\d{4}-\d\d$")),
    ("Y", re.compile(r"(?:FY)?\d{4}$")),
    ("W", re.compile(r"\d{4}-W\d\d$")),
    ("WE", re.compile(r"\d{4}-W\d\d-WE$")),
    ("Q", re.compile(r"\d{4}-Q[1-4]$")),
    ("H", re.compile(r"\d{4}-H[12]$")),
    ("S", re.compile(r"\d{4}-(?:SP|SU|FA|WI)$")),
    ("DE", re.compile(r"\d{3}$")),
    ("CE", re.compile(r"\d{2}$")),
)


def grain(value: str | None) -> str | None:
    """Give the unit a value is told in, ``S`` for a season and ``T`` for a time of day; None for any other value.

    >>> grain("2016-12"), grain("2016-12-29TEV"), grain("PAST_REF")
    ('M', 'T', None)
    """
    return next((unit for unit, shape in _SHAPES if value and shape.match(value)), None)


def finer(value: str, unit: str) -> bool:
    """Say whether ``value`` is told at least as finely as ``unit``."""
    own = grain(value)
    return own is not None and unit in _FINENESS and _FINENESS.index(own) >= _FINENESS.index(unit)


def take_day(value: str | None) -> date | None:
    """Give the day of a value that is told to the day or finer, else None."""
    return date.fromisoformat(value[:10]) if value and grain(value) in {"D", "T"} else None


def interval(value: str | None) -> tuple[date, date] | None:
    """Give the first and last day a value covers, both inclusive; None where it covers no calendar period.

    >>> [str(day) for day in interval("2016-W52-WE")]
    ['2016-12-31', '2017-01-01']
    """
    unit = grain(value)
    if value is None or unit is None:
        return None
    try:
        return _bounds(value, unit)
    except ValueError:  # the thirtieth of February, the year 0
        return None


def _bounds(value: str, unit: str) -> tuple[date, date]:
    if unit in {"D", "T"}:
        day = date.fromisoformat(value[:10])
        return day, day
    if unit in {"W", "WE"}:
        first = date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if unit == "WE" else 1)
        return first, first + timedelta(1 if unit == "WE" else 6)
    if unit in {"DE", "CE"}:
        first = date(int(value.ljust(4, "0")), 1, 1)
        return first, add_months(first, _MONTHS[unit]) - timedelta(1)
    year = int(value.removeprefix("FY")[:4])
    month = 1
    if unit == "M":
        month = int(value[5:])
    elif unit == "S":
        month = _SEASONS[value[5:]]
    elif unit in {"Q", "H"}:
        month = (int(value[6]) - 1) * _MONTHS[unit] + 1
    first = date(year, month, 1)
    return first, add_months(first, _MONTHS.get(unit, 3)) - timedelta(1)


def narrow(bounds: tuple[date, date], part: str) -> tuple[date, date]:
    """Give the third of a period that ``part`` (START, MID or END) names: "early January" is its first ten days.

    Thirds are a reader's convention, not a measurement.
    """
    first, last = bounds
    third = ((last - first).days + 1) // 3
    if third == 0:
        return bounds
    if part == "START":
        return first, first + timedelta(third - 1)
    if part == "END":
        return first + timedelta(2 * third), last
    return first + timedelta(third), first + timedelta(2 * third - 1)


def add_months(day: date, months: int) -> date:
    """Give the day ``months`` later (or earlier), the month's last day where it has no such day.

    Raises ``ValueError`` outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is not on the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def step(day: date, count: int, unit: str) -> date:
    """Give the day ``count`` units away.

    Raises ``ValueError`` or ``OverflowError`` outside the years 1 to 9999.
    """
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    if unit.startswith("T"):
        return day
    return day + timedelta(count * _DAYS[unit])


def containing(day: date, unit: str) -> str:
    """Give the value of the period of size ``unit`` that ``day`` lies in.

    >>> containing(date(2017, 1, 13), "W"), containing(date(2017, 1, 13), "Q"), containing(date(2017, 1, 13), "DE")
    ('2017-W02', '2017-Q1', '201')
    """
    if unit in {"W", "WE"}:
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "WE" else "")
    year = f"{day.year:04}"
    return {
        "D": day.isoformat(),
        "M": day.isoformat()[:7],
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "Y": year,
        "DE": year[:3],
        "CE": year[:2],
    }.get(unit, day.isoformat())


def on_weekday(day: date, weekday: int, direction: int) -> date:
    """Give the nearest ``weekday`` (1 is Monday) on or after ``day`` (direction 1) or on or before it (-1)."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(ahead if direction > 0 or ahead == 0 else ahead - 7)


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the Anonymous Gregorian algorithm, Meeus 1991).

    >>> str(easter(2016))
    '2016-03-27'
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    lead = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * lead) // 451
    month, day = divmod(epact + lead - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """Give the day of a holiday in ``year``. A rule: ``12-25``, ``easter-2``, ``11-thu-4`` (``last`` for the last).

    >>> str(holiday("11-thu-4", 2016)), str(holiday("5-mon-last", 2016))
    ('2016-11-24', '2016-05-30')
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:] or 0))
    parts = rule.split("-")
    month = int(parts[0])
    if len(parts) == 2:
        return date(year, month, int(parts[1]))
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(parts[1]) + 1
    if parts[2] == "last":
        return on_weekday(date(year, month, monthrange(year, month)[1]), weekday, -1)
    return on_weekday(date(year, month, 1), weekday, 1) + timedelta(7 * (int(parts[2]) - 1))
