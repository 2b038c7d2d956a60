"""Where the report stands on a page without markup: the run of paragraphs that most reads like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.clean.furniture import Unit, is_end_mark
from rashomon.model import Role

__all__ = ["region"]


def region(units: Sequence[Unit], roles: Sequence[Role | None]) -> tuple[int, int]:
    """Give the half-open range of ``units`` with the greatest sum of weights: prose counts for, all else against it.

    ``roles`` are those the words of each unit prove. The method is the maximum segment sum (Bentley 1984), as in
    line-based content extraction (Kohlschütter et al. 2010 use the same features). Gives (0, 0) where nothing is prose.
    """
    seen = Counter(unit.text for unit in units)
    best, found, start, total, prose = 0.0, (0, 0), 0, 0.0, 0
    after = 1.0
    for at, (unit, role) in enumerate(zip(units, roles, strict=True)):
        if is_end_mark(unit) and prose >= _REPORT:
            after = max(_LEAST, after * _AFTER_END)
        repeated = seen[unit.text] > 1 and unit.words > 2
        weight = -6.0 if repeated and role is None else _weight(unit, role)
        prose += int(weight) if weight > 0 else 0
        total += weight * after if weight > 0 else weight
        if total > best:
            best, found = total, (start, at + 1)
        if total < 0:
            start, total = at + 1, 0.0
    return found


_REPORT = 40
"""Words of prose from which a line such as "Most read" ends a report, and not the menu above it."""
_AFTER_END, _LEAST = 0.3, 0.1
"""What prose is worth after one such line, and after many: boxes with links stand within reports too."""


def _weight(unit: Unit, role: Role | None) -> float:
    # calibrated on 80 news pages given as lines: any label costs what a sentence of three words earns
    if role == "caption":
        return -2.0
    if role is not None:
        return -6.0 - min(unit.words, 30) / 3
    if unit.prose:
        return min(unit.words, 60)
    return -3.0 if unit.words > 2 else -2.0
