"""What lengths of time, repetitions and vague references mean: one function a kind, called like those of ``days``."""

from __future__ import annotations

import re
from decimal import Decimal

from rashomon.analyse.times.common import Readings
from rashomon.analyse.times.context import Context, Found, Reading
from rashomon.analyse.times.periods import interval, step
from rashomon.analyse.times.words import CHARACTERS

__all__ = [
    "NUMBERS",
    "amount_of",
    "duration",
    "length",
    "measure",
    "no_time",
    "often",
    "rate",
    "reference",
    "repeated",
    "span",
    "unit_places",
    "vague",
    "weekdays",
]

_UNITS = {
    CHARACTERS[kind]
    for kind in (
        "DAYWORD", "WEEK", "MONTHWORD", "YEARWORD", "QUARTER", "WEEKEND", "CENTURY", "UNIT", "UNITS", "SECOND"
    )
}  # fmt: skip
NUMBERS = {CHARACTERS[kind] for kind in ("NUMBER", "DAY", "PAIR", "COUNT", "DOTTED", "FOUR", "YEAR")}


def amount_of(found: Found, first: int, last: int) -> Decimal | None:
    """Give the number told by the words ``first`` to ``last``, a range's end; None where it is vague or missing."""
    total: Decimal | None = None
    for place in range(first, last):
        kind, value = found.words.kinds[place], found.words.values[place]
        if kind in NUMBERS:
            number = Decimal(value.replace(",", ""))
            total = total + number if total and total % 10 == 0 and number < 10 and kind == _WORD else number
        elif kind == CHARACTERS["HUNDRED"]:
            total = (total or Decimal(1)) * Decimal(value)
        elif kind == CHARACTERS["HALF"]:
            total = (total or Decimal(0)) + Decimal("0.5")
        elif kind == CHARACTERS["A"] and total is None:
            if found.words.kinds[place + 1 : place + 2] != CHARACTERS["HALF"]:
                total = Decimal(1) if place + 1 == last or found.words.kinds[place + 1] in _BETWEEN else None
        elif kind == CHARACTERS["VAGUE"]:
            return None
    return total


_BETWEEN = {CHARACTERS["BETWEEN"], CHARACTERS["LONG"]}
_WORD = CHARACTERS["NUMBER"]
_AND_A_HALF = CHARACTERS["AND"] + CHARACTERS["A"] + CHARACTERS["HALF"]
_SIZES = ("TS", "TM", "TH", "D", "WE", "W", "2W", "M", "Q", "Y", "DE", "CE")
_SMALLER = {"CE": ("Y", 100), "DE": ("Y", 10), "Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}


def length(amount: Decimal | None, unit: str) -> str:
    """Give the TIMEX3 length: ``P3D``, ``PT30M``, ``PXY`` where the number is vague."""
    if unit == "2W":
        amount, unit = amount and amount * 2, "W"
    if amount is not None and amount < 1 and unit in _SMALLER:  # half an hour
        unit, times = _SMALLER[unit]
        amount *= times
    told = "X" if amount is None else format(amount.normalize(), "f")
    return f"PT{told}{unit[1]}" if unit.startswith("T") else f"P{told}{unit}"


def unit_places(found: Found) -> list[int]:
    """Give the places of the unit words, in order."""
    return [place for place in range(found.first, found.last) if found.words.kinds[place] in _UNITS]


def measure(found: Found) -> tuple[Decimal | None, str]:
    """Give the number and the unit of the expression's first length."""
    place = unit_places(found)[0]
    return _told(found, found.first, place), found.words.values[place]


def duration(found: Found, context: Context) -> Readings:
    """Read "four years", "27-year", "half an hour", "three minutes and fifty seconds", "several days"."""
    if _is_no_length(found):
        return None
    if found.at("ALL") is not None:
        return (Reading("DURATION", length(Decimal(1), measure(found)[1]), "a length of time"),)
    first, made = found.first, ""
    units = [found.words.values[place] for place in unit_places(found)]
    if len(units) == 2 and _SIZES.index(units[0]) <= _SIZES.index(units[1]):  # "a day, a year": two lengths
        return None
    for place in unit_places(found):
        told = length(_told(found, first, place), found.words.values[place])
        made = told if not made else _joined(made, told)
        first = place + 1
    return (Reading("DURATION", made, "a length of time"),)


def _told(found: Found, first: int, place: int) -> Decimal | None:
    """The number before the unit at ``place``, with the half that may follow it ("a year and a half")."""
    amount = amount_of(found, first, place)
    half = found.words.kinds[place + 1 : min(place + 4, found.last)] == _AND_A_HALF
    return amount + Decimal("0.5") if half and amount is not None else amount


def _is_no_length(found: Found) -> bool:
    """Say whether "a day", "a quarter" is a day or a share rather than a length: "a day nobody forgets"."""
    place = unit_places(found)[0]
    kind = found.words.kinds[place]
    if kind == CHARACTERS["WEEKEND"] and found.value("A") is None:  # "fourteen weekend trips"
        return True
    if found.value("NUMBER") == "1" and kind == CHARACTERS["DAYWORD"] and place == found.first + 1:  # "one day"
        return not found.before("FOR", "IN", "WITHIN", "AFTER", "OVER", "BEFORE", "OF", "BY", "ON")
    after = found.words.kinds[place + 1 : place + 2]
    if found.value("A") is None or place + 1 != found.last or found.value("HALF", "BETWEEN"):
        return False
    if kind == CHARACTERS["QUARTER"] or after == CHARACTERS["WHICH"]:
        return True
    return kind == CHARACTERS["DAYWORD"] and after in {CHARACTERS["WORD"], CHARACTERS["NAME"]}


def _joined(left: str, right: str) -> str:
    if "T" in left and right.startswith("PT"):
        return left + right[2:]
    return left + right[1:]


def vague(found: Found, context: Context) -> Readings:
    """Read "for years", "days later": a length without its number."""
    place = unit_places(found)[0]
    return (Reading("DURATION", length(None, found.words.values[place]), "a length of time, its number not told"),)


def span(found: Found, context: Context) -> Readings:
    """Read "the past nine days", "the next four years", "the first two months of 2009": a length and where it lies."""
    place = unit_places(found)[0]
    unit = found.words.values[place]
    amount = amount_of(found, found.first, place)
    if amount is None and found.value("VAGUE") is None and found.words.kinds[place] != CHARACTERS["UNITS"]:
        amount = Decimal(1)
    told = length(amount, unit)
    near = context.published("D")
    code, times = ("W", 2) if unit == "2W" else (unit, 1)
    if near is None or amount is None or amount != int(amount) or unit.startswith("T"):
        return (Reading("DURATION", told, "a length of time"),)
    year = found.value("YEAR") or (str(near.year) if len(unit_places(found)) > 1 else None)
    try:
        if year or found.value("ORDINAL"):
            return _part_of_year(found, told, year, int(amount), code)
        ahead = found.value("NEXT", "COMING", "FOLLOWING") is not None
        far = step(near, int(amount) * times * (1 if ahead else -1), code)
    except (ValueError, OverflowError):
        return None
    bounds = (near, far) if ahead else (far, near)
    return (Reading("DURATION", told, f"reckoned from {context.document}, the date of publication", bounds),)


def _part_of_year(found: Found, told: str, year: str | None, amount: int, unit: str) -> Readings:
    whole = interval(year)
    if whole is None or unit not in {"D", "W", "M", "Q"}:
        return (Reading("DURATION", told, "a length of time"),)
    if found.value("LAST", "FINAL"):
        bounds = (step(step(whole[1], 1, "D"), -amount, unit), whole[1])
    else:
        bounds = (whole[0], step(step(whole[0], amount, unit), -1, "D"))
    return (Reading("DURATION", told, f"the {'last' if found.value('LAST', 'FINAL') else 'first'} of {year}", bounds),)


def often(found: Found, context: Context) -> Readings:
    """Read "daily", "annual"; a capital inside a sentence is somebody's name ("the Daily Courier")."""
    surface = found.words.text[found.words.starts[found.first] : found.words.ends[found.first]]
    if surface[0].isupper() and not surface.isupper():
        return None
    return (Reading("SET", found.value("OFTEN"), "how often"),)


def repeated(found: Found, context: Context) -> Readings:
    """Read "every two weeks", "each Monday", "every other day", "every morning"."""
    if number := found.value("WEEKDAY"):
        return (Reading("SET", f"XXXX-WXX-{number}", "how often"),)
    if code := found.value("SEASON", "SEASON_VERB"):
        return (Reading("SET", f"XXXX-{code}", "how often"),)
    if number := found.value("MONTH", "MONTH_NAME"):
        return (Reading("SET", f"XXXX-{int(number):02}", "how often"),)
    if part := found.value("PART"):
        return (Reading("SET", f"XXXX-XX-XXT{part}", "how often"),)
    amount, unit = measure(found)
    if found.value("OTHER"):
        amount = Decimal(2)
    return (Reading("SET", length(amount or Decimal(1), unit), "how often"),)


def weekdays(found: Found, context: Context) -> Readings:
    """Read "Mondays", "Saturday mornings"."""
    number = found.value("WEEKDAY_MANY", "WEEKDAY")
    part = found.value("PARTS")
    return (Reading("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "how often"),)


_COUNTED = "".join([*sorted(NUMBERS), *(CHARACTERS[kind] for kind in ("HUNDRED", "TIMES", "PERCENT"))])
_THINGS = "".join(CHARACTERS[kind] for kind in ("WORD", "OF", "HUNDRED"))
_RATE = re.compile(f"[{_COUNTED}][{_THINGS}]{{0,3}}$")
"""A number and at most three words: "15 flights a year"."""
_SPEED = frozenset({"miles", "mile", "kilometres", "kilometers", "kilometre", "kilometer", "km", "metres", "meters"})


def rate(found: Found, context: Context) -> Readings:
    """Read "15 a year", "twice a week", "per day": how often, when a number stands before; speeds are no times."""
    before = found.words.kinds[max(0, found.first - 4) : found.first]
    if found.first and found.words.values[found.first - 1] in _SPEED:
        return ()
    if found.value("PER") is None and not _RATE.search(before):
        return None
    unit = found.value("DAYWORD", "WEEK", "MONTHWORD", "YEARWORD", "QUARTER", "UNIT") or ""
    return (Reading("SET", length(Decimal(1), unit), "how often"),)


def reference(found: Found, context: Context) -> Readings:
    """Read "now", "recently", "in the past", "the coming weeks"."""
    value = found.value("REFERENCE", "RECENT")
    if value is None:
        value = "FUTURE_REF" if found.value("COMING", "NEXT") else "PAST_REF"
    if value == "PRESENT_REF" and found.next_value() in {"that", "-"}:  # "now that", "the now-closed plant"
        return None
    return (Reading("DATE", value, "not told more closely"),)


def no_time(found: Found, context: Context) -> Readings:
    """An age: "55 years old", "aged 12", "a ten-month-old"."""
    return ()
