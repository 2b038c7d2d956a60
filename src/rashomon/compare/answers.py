"""What claims that are about one thing answer: their slots and values, and answers by the way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.compare.clusters import cut, tree
from rashomon.compare.gists import Gist
from rashomon.compare.slots import dated, numbered
from rashomon.compare.weights import likeness
from rashomon.model import Claim, Slot, Value

__all__ = ["answered", "asides", "slot", "versions"]


_VERSION = 0.05
"""Mean cosine of their own words from which groups of answers to one question are one answer: anything in common.
Any bound from .02 to .08 parts the answers of the Discord Questions set alike (``rashomon.evals.versions``)."""


def answered(members: Sequence[Gist]) -> tuple[Claim, ...]:
    """Give the claims of one proposition with slot and value, in their order.

    A number is the one with the unit that most of the claims count.
    """
    unit = _unit(members)
    return tuple(replace(one.claim, slot=one.slots[0], value=_value(one, one.slots[0], unit)) for one in members)


def versions(members: Sequence[Gist]) -> tuple[int, ...]:
    """Give each of the claims that answer one question the number of the first that gives the same answer.

    Where the question is one and the same, hardly more than the words of the answers tells them apart.

    Average linkage over the cosine of their own words, classes of events among them.
    """
    alike = {
        (one, other): likeness(members[one].own, members[other].own)
        for one, other in combinations(range(len(members)), 2)
    }
    return cut(tree(len(members), {pair: value for pair, value in alike.items() if value > 0}), _VERSION)


def slot(members: Sequence[Gist]) -> Slot:
    """Give the question that most of the claims answer foremost; of those answered as often, the last by name."""
    asked = Counter(one.slots[0] for one in members)
    return max(asked, key=lambda name: (asked[name], name))


def asides(members: Sequence[Gist], claims: Sequence[Claim], asked: Slot) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims that tell how many, or when, of a thing whose proposition asks something else.

    Each is a second claim over the words of one of ``claims``, which stand in the order of ``members``. Only what two
    articles tell is worth laying side by side.
    """
    for other in ("number", "time"):
        if other == asked:
            continue
        found: dict[str, list[Claim]] = defaultdict(list)
        for gist, claim in zip(members, claims, strict=True):
            value = _value(gist, other, _unit(members))
            if value is not None and (value.unit or other == "time"):
                aside = replace(claim, id=f"{claim.id}-{other}", slot=other, value=value)
                found[value.unit].append(aside)
        yield from (tuple(several) for several in found.values() if len({one.span.article for one in several}) > 1)


def _unit(members: Sequence[Gist]) -> str:
    units = Counter(unit for one in members for unit in {number.unit for number in one.quantities if number.unit})
    return max(units, key=lambda unit: (units[unit], unit), default="")


def _value(one: Gist, asked: Slot, unit: str) -> Value | None:
    if asked == "number" and one.quantities:
        ranked = sorted(one.quantities, key=lambda number: (number.unit != unit, not number.unit, number.start))
        return numbered(ranked[0], one.claim.span)
    if asked == "time":
        known = [time for time in one.times if time.value is not None]
        return dated(known[0]) if len(known) == 1 else None
    return None
