"""What was read off a story before it was judged, carried over to the claims and propositions that it has since.

This is quick, where comparing anew may take as long as it took at first: it shows nothing that is no longer there, and
finds nothing that is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace

from rashomon.model import Conflict, ConflictKind, Moment, Origin, Position, Shift, Story

__all__ = ["carried", "reread"]

_FRAMED: frozenset[ConflictKind] = frozenset({"place", "name", "medium"})
"""Kinds of conflicts that are found in frames alone, which a story file has not."""


def carried(story: Story, before: Story) -> Story:
    """Give ``story``, which is ``before`` as judged, with what was read off ``before`` as far as it still stands."""
    claims = {one.id: one for analysis in story.analyses for one in analysis.claims}
    home = {claim: one.id for one in story.propositions for claim in one.claims}
    conflicts = tuple(_conflict(one, home) for one in before.conflicts if set(_claims(one)) <= claims.keys())
    positions = tuple(
        replace(one, proposition=home[one.claim], stance=claims[one.claim].stance, holder=claims[one.claim].holder)
        for one in before.positions
        if one.claim in home
    )
    lost = {one.id: _home(one.claims, home) for one in before.propositions}
    return replace(
        story,
        conflicts=conflicts,
        positions=positions,
        shifts=tuple(filter(None, (_shift(one, positions) for one in before.shifts))),
        origins=tuple(filter(None, (_origin(one, home) for one in before.origins))),
        omissions=tuple(
            replace(one, proposition=now) for one in before.omissions if (now := lost.get(one.proposition)) is not None
        ),
        timeline=tuple(filter(None, (_moment(one, claims, conflicts) for one in before.timeline))),
    )


def reread(story: Story, before: Story) -> tuple[Conflict, ...]:
    """Give the conflicts of ``story``, with those of ``before`` that only frames tell where it has none of these."""
    if any(one.frames for one in story.analyses):
        return story.conflicts
    claims = {one.id for analysis in story.analyses for one in analysis.claims}
    home = {claim: one.id for one in story.propositions for claim in one.claims}
    kept = [_conflict(one, home) for one in before.conflicts if one.kind in _FRAMED and set(_claims(one)) <= claims]
    return tuple(
        sorted((*story.conflicts, *kept), key=lambda one: (min(s for side in one.sides for s in side.spans), one.id))
    )


def _claims(conflict: Conflict) -> Iterable[str]:
    return (claim for side in conflict.sides for claim in side.claims)


def _home(claims: Iterable[str], home: dict[str, str]) -> str | None:
    """Give the proposition that most of ``claims`` are in now, None where none is in any."""
    counted = Counter(home[one] for one in claims if one in home)
    return min(counted, key=lambda one: (-counted[one], one)) if counted else None


def _conflict(conflict: Conflict, home: dict[str, str]) -> Conflict:
    return replace(conflict, proposition=_home(_claims(conflict), home) if conflict.proposition is not None else None)


def _shift(shift: Shift, positions: Iterable[Position]) -> Shift | None:
    """Give a shift whose steps are all still of one holder on one proposition, in more than one stance."""
    now = {one.claim: one for one in positions}
    steps = tuple(now[one.claim] for one in shift.steps if one.claim in now)
    whole = len(steps) == len(shift.steps) and len({(one.holder, one.proposition) for one in steps}) == 1
    if not whole or len({one.stance for one in steps}) == 1:
        return None
    return Shift(steps[0].holder, steps[0].proposition, steps)


def _origin(origin: Origin, home: dict[str, str]) -> Origin | None:
    now = _home(origin.claims, home)
    if now is None:
        return None
    return replace(origin, proposition=now, claims=tuple(one for one in origin.claims if home.get(one) == now))


def _moment(moment: Moment, claims: Container[str], conflicts: Iterable[Conflict]) -> Moment | None:
    left = tuple(one for one in moment.claims if one in claims)
    disputed = moment.disputed if moment.disputed in {one.id for one in conflicts} else None
    return replace(moment, claims=left, disputed=disputed) if left else None
