"""The question a clause answers, and with what: did it happen, how many, when, where, who, about what, was it proper.

Claims about one matter still answer different questions of it, and only answers to one question can agree or clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import inf, isinf
from typing import cast

from rashomon.compare.quantities import Quantity
from rashomon.data import entries, joined
from rashomon.model import Slot, Span, Timex, Value
from rashomon.text import small

__all__ = ["asked", "dated", "numbered"]


@cache
def _patterns() -> Mapping[Slot, re.Pattern[str]]:
    found: dict[Slot, list[str]] = {}
    for entry in entries("slot-patterns.txt"):
        slot, pattern = entry.split(None, 1)
        found.setdefault(cast(Slot, slot), []).append(pattern)
    return {slot: re.compile(joined(several)) for slot, several in found.items()}


def asked(text: str, counted: bool = False, timed: bool = False) -> tuple[Slot, ...]:
    """Give the questions that a clause answers, the one it answers foremost first; ``happened`` where no other shows.

    ``counted`` and ``timed`` say whether a quantity and a time stand in it.

    >>> asked("the strike was unlawful"), asked("41 were held", counted=True), asked("the gate was open")
    (('proper',), ('number',), ('happened',))
    """
    return tuple(_asked(text, counted, timed)) or ("happened",)


def _asked(text: str, counted: bool, timed: bool) -> Iterator[Slot]:
    if counted:
        yield "number"
    low = small(text)
    yield from (slot for slot, pattern in _patterns().items() if pattern.search(low))
    if timed:
        yield "time"


def numbered(quantity: Quantity, span: Span) -> Value:
    """Give a quantity of the claim at ``span`` as the value of its claim.

    >>> numbered(Quantity(9, 11, 27, inf, "people"), Span("a", 100, 118)).text
    'at least 27 people'
    """
    low = None if quantity.low <= 0 or isinf(quantity.low) else quantity.low
    high = None if quantity.high == inf else quantity.high
    place = Span(span.article, span.start + quantity.start, span.start + quantity.end)
    return Value(f"{_bounds(low, high)} {quantity.noun}".strip(), place, low, high, quantity.unit)


def _bounds(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at most {_shown(high)}" if low is None else f"at least {_shown(low)}"
    return _shown(low) if low == high else f"{_shown(low)} to {_shown(high)}"


def _shown(number: float | None) -> str:
    return f"{number or 0:.6g}" if (number or 0) < 1e6 else f"{number or 0:.0f}"


def dated(time: Timex) -> Value:
    """Give a time whose value is known as the value of a claim."""
    return Value(time.value or "", time.span)
