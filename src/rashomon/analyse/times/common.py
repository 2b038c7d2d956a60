"""What the readings of expressions share: which one is meant, which part of it, and the year it was left to guess."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.analyse.times.context import UNDATED, Bounds, Context, Found, Reading, choose, shifted
from rashomon.analyse.times.periods import grain, interval

__all__ = [
    "FROM_TOLD",
    "Readings",
    "absolute",
    "borrowed_year",
    "in_year",
    "nearest",
    "order",
    "part_of",
    "side",
    "unknown",
    "which_one",
    "year_told",
]

Readings = tuple[Reading, ...] | None

_WHICH = ("LAST", "PAST", "THIS", "CURRENT", "NEXT", "COMING", "PREVIOUS", "SAME", "THAT", "FOLLOWING")
FROM_TOLD = ("PREVIOUS", "SAME", "THAT", "FOLLOWING")
"""Of the words that say which one, those that count from the last date told."""


def absolute(value: str, part: str = "", bounds: Bounds | None = None) -> Readings:
    """Give a reading that needs no context; None where the calendar has no such day."""
    if interval(value) is None:
        return None
    return (Reading("DATE", value, "told in full", bounds, part),)


def in_year(found: Found, context: Context, value: str, part: str = "") -> Readings:
    """Give the reading of a value whose year the words tell, as a number or by "last year"."""
    counted = found.value("YEAR") is None and found.at("YEARWORD") is not None
    basis = f"the year counted from {context.document}, the date of publication" if counted else "told in full"
    return (Reading("DATE", value, basis, part=part),) if interval(value) else None


def unknown(basis: str = UNDATED) -> Readings:
    """Give the reading of a date that cannot be known, with why."""
    return (Reading("DATE", None, basis),)


def which_one(found: Found) -> tuple[str, int] | None:
    """Give the word that says which one ("last", "next"), with the number it counts by."""
    for kind in _WHICH:
        if (value := found.value(kind)) is not None:
            count = int(value)
            return kind, -1 if found.value("PAST") else count  # "this past weekend"
    return None


def part_of(found: Found) -> str:
    """Give START, MID or END where the expression names a part of its period."""
    edge = found.value("EARLY", "EDGE")
    if edge in {"START", "MID", "END"}:
        return edge
    if found.at("UNITS") is not None:  # "the first months of 2026"
        return "END" if found.value("LAST", "FINAL") else "START"
    return "START" if found.value("EARLIER") else "END" if found.value("LATER") else ""


def order(found: Found) -> int:
    """Give the number of "28", "28th", "third"; 0 where none is told."""
    if told := found.value("DAY", "DAYTH", "ORDINAL"):
        return int(re.sub(r"\D", "", told))
    return 2 if found.at("SECOND") is not None else 0


def side(direction: int) -> str:
    """Say in words on which side of the article's date something was looked for."""
    return {-1: "in the past", 1: "ahead", 0: "nearest"}[direction]


def nearest(found: Found, context: Context, value_in: Callable[[int], str], reach: int = 1) -> Reading:
    """Read an expression whose year is not told: ``value_in`` gives its value in a year."""
    near = context.published("M")
    if near is None:
        return Reading("DATE", None, UNDATED, part=part_of(found))
    held = []
    for at in range(near.year - reach, near.year + reach + 1):
        if bounds := interval(value_in(at)):
            held.append((value_in(at), bounds))
    direction = context.direction(found, soon=any(grain(value) == "D" for value, _ in held))
    chosen = choose(held, near, direction)
    return Reading(
        "DATE",
        chosen,
        f"{side(direction)}, seen from {context.document}, the date of publication",
        part=part_of(found),
    )


def year_told(found: Found, context: Context) -> str | None:
    """Give the year the expression itself tells: "2009", "of last year"."""
    if told := found.value("YEAR"):
        return told
    if found.at("YEARWORD") is not None and (which := which_one(found)) and (near := context.published("Y")):
        return shifted(near, which[1], "Y")
    return None


_RANGE = re.compile(
    r"\s*(?:-|–|—|to|and|until|through|or)\s+(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?[A-Z][a-z]+\.?,?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? ((?:19|20)\d\d)\b"
)


def borrowed_year(found: Found) -> str | None:
    """Give the year that the far end of a range tells: "from 12 March to 4 April 2014"."""
    match = _RANGE.match(found.words.text, found.words.ends[found.last - 1])
    return match and match.group(1)
