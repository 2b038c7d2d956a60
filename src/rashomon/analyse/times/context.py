"""What a time expression is read against: the article's own date, the dates told before it, its verb's tense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.analyse.times.periods import containing, finer, interval, step
from rashomon.analyse.times.tense import Tense
from rashomon.analyse.times.words import CHARACTERS, Words

__all__ = ["UNDATED", "Bounds", "Context", "Found", "Reading", "Told", "choose", "sane", "shifted"]

Bounds = tuple[date, date]

UNDATED = "the article's own date is not known"

_FAR = 300
"""Days. A date told without its year lies nearer than that (newsrooms add the year to older ones, AP style), so past
this distance the nearest such date is taken whatever the tense. Not fitted to data."""


def sane(bounds: Bounds) -> bool:
    """Say whether a period can be counted from without leaving the calendar: years 1000 to 2999."""
    return 1000 <= bounds[0].year <= bounds[1].year < 3000


@dataclass(frozen=True, slots=True)
class Found:
    """The words ``first`` to ``last`` (half-open) of a text, which a rule of the grammar matched."""

    words: Words
    first: int
    last: int

    def value(self, *kinds: str) -> str | None:
        """Give the value of the first word of one of ``kinds``."""
        wanted = {CHARACTERS[kind] for kind in kinds}
        return next((self.words.values[i] for i in range(self.first, self.last) if self.words.kinds[i] in wanted), None)

    def at(self, kind: str) -> int | None:
        """Give the place of the first word of ``kind``."""
        place = self.words.kinds.find(CHARACTERS[kind], self.first, self.last)
        return None if place < 0 else place

    def before(self, *kinds: str) -> bool:
        """Say whether the word before is of one of ``kinds``."""
        return self.first > 0 and self.words.kinds[self.first - 1] in {CHARACTERS[kind] for kind in kinds}

    def next_value(self) -> str:
        """Give the value of the word after, or an empty string."""
        return self.words.values[self.last] if self.last < len(self.words.values) else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. ``bounds`` and ``part`` narrow the interval of ``value``.

    ``words`` are the places of the words that carry it, where they are not all that were matched. ``needs`` says what
    the expressions beside it may still give: ``day`` a clock time's day, ``half`` its day and whether it is morning or
    evening, ``anchor`` the date that was counted from.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    basis: str
    bounds: Bounds | None = None
    part: str = ""
    words: tuple[int, int] | None = None
    needs: Literal["", "day", "half", "anchor"] = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The values of the dates told before an expression, in order: ``near`` in its paragraph and the one before it."""

    far: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def latest_first(self) -> Iterator[str]:
        """Give them all, the latest first."""
        yield from reversed(self.near)
        yield from reversed(self.far)


@dataclass(frozen=True, slots=True)
class Context:
    """``document`` is the article's date (ISO prefix); ``tense`` reads the tense around the expression.

    ``events`` dates event nouns.
    """

    document: str | None
    told: Told
    tense: Callable[[], Tense]
    events: Mapping[str, str]

    def published(self, unit: str) -> date | None:
        """Give the (first) day of the article's own date, where it is known at least to the ``unit``."""
        bounds = interval(self.document) if self.document and finer(self.document, unit) else None
        return bounds[0] if bounds and sane(bounds) else None

    def anchor(self, unit: str) -> tuple[date, str] | None:
        """Give the day of the last date told nearby that is as fine as ``unit``, else the article's, with a basis.

        Dates told further up count only where the article's own date is not known.
        """
        day = self.published(unit)
        for value in self.told.latest_first() if day is None else reversed(self.told.near):
            if finer(value, unit) and (bounds := interval(value)):
                return bounds[0], f"counted from {value}, the last date told"
        if day is None:
            return None
        return day, f"counted from {self.document}, the date of publication; no date is told just before"

    def direction(self, found: Found, soon: bool = False) -> int:
        """Give the side of the article's date that ``found`` lies on: -1 before, 1 after, 0 not said.

        A preposition may say it: "since Friday", "a hearing for Friday"; "until" and "by" where no finite verb does.
        ``soon`` says that ``found`` tells a day.
        """
        if found.before("SINCE"):
            return -1
        if soon and found.before("FOR") and found.next_value() != "'s":
            return 1
        tense = self.tense()
        if tense in {"past", "future"}:
            return -1 if tense == "past" else 1
        if found.before("UNTIL", "BY", "BEFORE"):
            return 1
        return -1 if tense == "participle" else 0


def choose(candidates: Iterable[tuple[str, Bounds]], near: date, direction: int) -> str | None:
    """Give the value that news would mean: the last one begun (past), the next one (future), or the nearest.

    A period that ``near`` lies in counts for both. In the past a day's grace is given for the clocks of the world.
    """
    held = sorted(candidates, key=lambda pair: pair[1])

    def distance(pair: tuple[str, Bounds]) -> int:
        first, last = pair[1]
        return max((first - near).days, (near - last).days, 0)

    nearest = min(held, key=distance, default=None)
    if direction < 0:
        chosen = next((pair for pair in reversed(held) if pair[1][0] <= near + timedelta(1)), nearest)
    elif direction > 0:
        chosen = next((pair for pair in held if pair[1][1] >= near), nearest)
    else:
        chosen = nearest
    if chosen is not None and distance(chosen) > _FAR:
        chosen = nearest
    return chosen and chosen[0]


def shifted(day: date, count: int, unit: str) -> str | None:
    """Give the value of the period of size ``unit`` that lies ``count`` of them from ``day``'s own, if there is one."""
    try:
        return containing(step(day, count, unit), unit)
    except (ValueError, OverflowError):
        return None
