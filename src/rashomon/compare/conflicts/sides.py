"""Clashes of two claims each, brought together: what hangs together is one conflict, what agrees is one side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from rashomon.compare.components import components
from rashomon.compare.conflicts.clash import Clash, Part
from rashomon.model import Claim, Conflict, ConflictKind, Evidence, Side

__all__ = ["conflicts"]


Link = tuple[ConflictKind, Part, Part]
"""Two parts that say the same, or are of one conflict of that kind."""


def conflicts(clashes: Sequence[Clash], links: Sequence[Link], claims: Mapping[str, Claim]) -> tuple[Conflict, ...]:
    """Give the conflicts that ``clashes`` make, in order of place.

    ``links`` join parts of clashes with one another and with parts of further claims, which are then on their side;
    ``claims`` are all claims by their ids.
    """
    kinds: dict[ConflictKind, list[Clash]] = defaultdict(list)
    for clash in clashes:
        kinds[clash.kind].append(clash)
    found = [
        _conflict(*group, claims)
        for kind, several in kinds.items()
        for group in _together(several, [link[1:] for link in links if link[0] == kind])
    ]
    return tuple(sorted(found, key=lambda one: (min(span for side in one.sides for span in side.spans), one.id)))


def _together(clashes: Sequence[Clash], links: Sequence[tuple[Part, Part]]) -> Iterator[tuple[list[Clash], list[Part]]]:
    """Yield the clashes that share words, directly or through others, with all parts that hang on them."""
    pairs = [(clash.left, clash.right) for clash in clashes]
    parts = {_node(part): part for pair in (*pairs, *links) for part in pair}
    joined = [(_node(one), _node(other)) for one, other in (*pairs, *links)]
    groups = components(sorted(parts), joined)
    top = {node: at for at, group in enumerate(groups) for node in group}
    found: dict[int, list[Clash]] = defaultdict(list)
    for clash in clashes:
        found[top[_node(clash.left)]].append(clash)
    yield from ((several, [parts[node] for node in groups[at]]) for at, several in sorted(found.items()))


def _node(part: Part) -> tuple[str, int, int]:
    return part.claim, part.span.start, part.span.end


def _conflict(clashes: Sequence[Clash], parts: Sequence[Part], claims: Mapping[str, Claim]) -> Conflict:
    sides = _sides(parts)
    place = {_node(part): at for at, side in enumerate(sides) for part in side}
    best: dict[tuple[int, int], Clash] = {}
    for clash in sorted(clashes, key=lambda one: (-one.near, sorted((one.left.span, one.right.span)))):
        a, b = place[_node(clash.left)], place[_node(clash.right)]
        best.setdefault((min(a, b), max(a, b)), clash)
    told = [claims[part.claim].proposition for side in sides for part in side]
    votes = Counter(name for name in told if name is not None)
    kind = clashes[0].kind
    made = tuple(_side(side) for side in sides)
    hard = any(clash.severity == "hard" for clash in clashes)
    name = "x" + sha256(repr((kind, sorted((s.value, s.claims) for s in made))).encode()).hexdigest()[:12]
    return Conflict(
        id=name,
        kind=kind,
        severity="hard" if hard else "soft",
        proposition=max(votes, key=lambda one: (votes[one], one), default=None),
        sides=made,
        evidence=tuple(
            Evidence(kind, clash.near, clash.detail, *sorted((clash.left.span, clash.right.span)))
            for _, clash in sorted(best.items(), key=lambda item: item[0])
        ),
    )


def _sides(parts: Sequence[Part]) -> list[list[Part]]:
    """Give the parts in sides, the first told first: those that say the same, or whose numbers meet, are one."""
    found: list[list[Part]] = []
    for part in sorted(parts, key=lambda one: (_width(one), one.span, one.claim)):
        fit = next((side for side in found if all(_agree(part, other) for other in side)), None)
        if fit is None:
            found.append([part])
        else:
            fit.append(part)
    ordered = [sorted(side, key=lambda one: (one.span, one.claim)) for side in found]
    return sorted(ordered, key=lambda side: (side[0].span, side[0].claim))


def _width(part: Part) -> float:
    return 0.0 if part.low is None or part.high is None else part.high - part.low


def _agree(one: Part, other: Part) -> bool:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return one.value == other.value
    return one.low <= other.high and other.low <= one.high


def _side(parts: Sequence[Part]) -> Side:
    values = Counter(part.value for part in parts)
    value = max(values, key=lambda one: (values[one], -len(one), one))
    claims = tuple(dict.fromkeys(part.claim for part in parts))
    return Side(value, claims, tuple(dict.fromkeys(part.span for part in parts)))
