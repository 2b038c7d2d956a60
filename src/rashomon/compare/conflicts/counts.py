"""How many: counts and measures of one thing whose bounds do not meet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from math import inf

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics, within
from rashomon.compare.conflicts.contenders import Contender, other_times
from rashomon.compare.conflicts.counting import CROWD, PEOPLE, Count, toll

__all__ = ["counted", "echoed", "topics"]

_ROUNDED = 0.1
"""Share by which two shares, or two measures in different units, may differ and still be one, rounded."""
_SMALL, _LARGE = 20, 100
"""Bare numbers below the first are counts of anything; from the second on, the same number is the same figure."""
_ONE = 0.02
"""How likely two claims must be about one thing for their counts of a crowd, the dead, the hurt or the held to be one
count: a story has one of each. Calibrated on the dev stories."""
_SAME = 0.1
"""The same where both count events of one class and share another class: "five phone calls", "one phone conversation".
"""
_NEAR, _CLOSE = 0.45, 0.62
"""How likely two claims must be about one thing for two counts of one unit to be of one thing: where they measure and
share a word, or both count people, and where nothing more is known. Calibrated on the dev stories."""
_TIMES = 4
"""How many times the smaller number the larger may be for both to be of one thing; the tellings of a sum, a number of
meetings or of those taken ill seldom part by more. Calibrated on the dev stories (3 to 6)."""
_LIKE, _LIKE_BARE = 0.18, 0.15
"""The same for two such numbers of one unit, or where one is bare. Calibrated on the dev stories: below .14 numbers of
different things clash."""
_UNSAID = 0.5
"""The same for a large bare number and one of any unit: "1.2 million tubs" against "nearer 1.4 million"."""
_SHARE = 0.6
"""The same for two shares, which are of many things in every story. On the dev stories no two below it are of one, and
the farthest two that are lie at .67."""
_NAMED = 0.2
"""The same for a number and one that is told to be wrong and is the same. Calibrated on the dev stories."""
_VAGUE = frozenset({"@COUNT", "@TIME", "@BIGGEST", "@AGE"})
"""Classes of events that any count may speak of."""


def topics(told: Contender) -> Topics:
    """Give what a claim counts; with a number that is told to be wrong clashes the same number."""
    wrong = {(one.low, one.high) for one in told.counts if one.negated}
    held = {(one.low, one.high) for one in told.counts if not one.negated}
    counted = {key for one in told.counts if not one.negated for key in _counted(one)}
    bare = {(one.rate, one.part, "") for one in told.counts if not (one.negated or one.unit)}
    anything = {(one.rate, one.part, "") for one in told.counts if not one.negated}
    return Topics(counted | wrong | bare, counted | held | anything)


def _counted(one: Count) -> Iterator[tuple[Hashable, ...]]:
    """Yield keys of what is counted: two numbers that may be of one thing have one in common."""
    kinds = ("#" if one.unit in ("", PEOPLE) else one.unit, *one.kinds)
    yield from ((one.rate, one.part, kind) for kind in kinds)


def counted(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether two claims give numbers of one thing that do not meet."""
    if not left.counts or not right.counts:
        return None
    one_voice = left.claim.holder == right.claim.holder and left.claim.span.article == right.claim.span.article
    if (one_voice and left.headline == right.headline) or left.asking or right.asking or _moved(left, right):
        return None
    for one in left.counts:
        for other in right.counts:
            if one.negated or other.negated:
                if one.negated != other.negated and (clash := _refused((left, one), (right, other), near)):
                    return clash
                continue
            if _meet(one, other) or not _alike(one, other) or _knows(left, other) or _knows(right, one):
                continue
            wanted = _wanted(one, other)
            if wanted < inf and (likely := near(left, right)) >= wanted:
                return _clash((left, one), (right, other), likely)
    return None


def _refused(one: tuple[Contender, Count], other: tuple[Contender, Count], near: Near) -> Clash | None:
    """Tell whether one claim says that the other's number is wrong: "two, not seven" against "seven songs"."""
    sizes = [(count.low, count.high) for _, count in (one, other)]
    if sizes[0] != sizes[1] or not (_alike(one[1], other[1]) or "" in (one[1].unit, other[1].unit)):
        return None
    likely = near(one[0], other[0])
    return _clash(one, other, likely) if likely >= _NAMED else None


def echoed(left: Contender, right: Contender, near: Near) -> Iterator[tuple[Part, Part]]:
    """Yield the counts of two claims that are one figure: a number that stands out, or one of the same thing."""
    for one in left.counts:
        for other in right.counts:
            if one.negated or other.negated or (one.low, one.high) != (other.low, other.high) or not _alike(one, other):
                continue
            units = {one.unit, other.unit}
            known = _SMALL if len(units) == 1 and units != {""} else _LARGE
            stands_out = one.low == one.high >= known and (len(units) == 1 or units == {"", PEOPLE})
            if stands_out or (len(units) == 1 and near(left, right) >= _NEAR):
                yield _part(left, one), _part(right, other)


def _moved(left: Contender, right: Contender) -> bool:
    """Tell whether two claims speak of two moments: then both may be true."""
    return (left.changing and right.changing) or other_times(left, right)


def _meet(one: Count, other: Count) -> bool:
    slack = _ROUNDED if one.unit[:1] == "=" or one.unit == "percent" else 0.0
    return one.low * (1 - slack) <= other.high and other.low * (1 - slack) <= one.high


def _alike(one: Count, other: Count) -> bool:
    """Tell whether two numbers may be of one thing, by what they count alone."""
    if one.rate != other.rate or one.part != other.part:
        return False
    if one.unit == PEOPLE == other.unit:
        return bool(toll(one) & toll(other)) or not (toll(one) or toll(other))
    if one.unit == other.unit:
        return True
    units = {one.unit[:1], other.unit[:1]}
    if "=" in units:
        return False
    return bool(one.kinds & other.kinds) or "" in (one.unit, other.unit)


def _knows(told: Contender, other: Count) -> bool:
    """Tell whether a claim gives the other's number as well, or its parts."""
    parts = [one.size for one in told.counts if one.unit in ("", other.unit)]
    if len(parts) > 1 and sum(parts) == other.size:
        return True
    return any(_meet(one, other) and ("" in (one.unit, other.unit) or _alike(one, other)) for one in told.counts)


def _wanted(one: Count, other: Count) -> float:
    """Give how likely one thing the two claims must be about for these counts to be of one thing."""
    shared = (one.about & other.about) - _VAGUE - (one.kinds & other.kinds)
    less, more = sorted((one.size, other.size))
    units = {one.unit, other.unit}
    if PEOPLE in units and ((CROWD in shared and less >= _LARGE) or toll(one) & toll(other)):
        return _ONE
    comparable = less > 1 and more <= _TIMES * less
    if one.kinds & other.kinds and _one_event(shared - one.kinds - other.kinds):
        return _SAME
    if one.unit[:1] == "=":
        return _NEAR if any("@" not in key for key in shared) else inf
    if "" in units:
        return _bare(units, less, comparable)
    if len(units) > 1:
        return inf
    if one.unit == "percent":
        return _SHARE
    if one.unit == PEOPLE:
        return _NEAR if comparable else _CLOSE
    return _LIKE if comparable else _CLOSE


def _one_event(shared: frozenset[str]) -> bool:
    """Tell whether what two clauses share beside what they count is a class of events, told in several words."""
    return any(key[0] == "@" for key in shared) and len([key for key in shared if "@" not in key[1:]]) > 1


def _bare(units: set[str], less: float, comparable: bool) -> float:
    """Give the same for a bare number, by the units of the two, the smaller number, and whether they are comparable."""
    if less < _SMALL or "percent" in units:
        return inf
    if units <= {"", PEOPLE}:
        return _LIKE_BARE if comparable and (PEOPLE in units or less >= _LARGE) else _CLOSE
    return _UNSAID if comparable and less >= _LARGE else inf


def _clash(one: tuple[Contender, Count], other: tuple[Contender, Count], likely: float) -> Clash:
    moved = any(told.changing for told, _ in (one, other))
    here, there = (f"not {count.shown}" if count.negated else count.shown for _, count in (one, other))
    detail = f"{here} against {there}"
    return Clash("number", "soft" if moved else "hard", _part(*one), _part(*other), round(likely, 3), detail)


def _part(told: Contender, count: Count) -> Part:
    place = within(told, count.start, count.end)
    if count.negated:
        return Part(told.claim.id, f"not {count.shown}", place)
    return Part(told.claim.id, count.shown, place, count.low, count.high, count.unit)
