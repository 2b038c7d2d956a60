"""Positions: who held what of a proposition, in which stance, when; and the shifts, where somebody's stance changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.compare.bags import Bags
from rashomon.compare.shifts import turns
from rashomon.compare.tellings import Telling, principal, tellings
from rashomon.model import Attribution, Entity, Position, Shift, Story

__all__ = ["find"]


def find(story: Story, held: Bags) -> tuple[tuple[Position, ...], tuple[Shift, ...]]:
    """Give the positions of ``story``, one for each claim of a proposition, and its shifts.

    ``held`` are the story's words. Positions stand by proposition, holder, date and place. A claim is said when its own
    words tell, otherwise on or before the day its article was published. A spokesperson is the holder, with the
    principal beside. A shift's steps are the tellings of the earlier position, then those of the later one; it is its
    principal's where one spokesperson said the one thing and another the other.
    """
    told = tellings(story)
    entities = {entity.id: entity for entity in story.entities}
    attributions = {one.id: one for analysis in story.analyses for one in analysis.attributions}
    order = {article.id: number for number, article in enumerate(story.articles)}
    served = {one.claim.id: _principal(one, attributions, entities) for one in told}

    def place(one: Telling) -> tuple[str, int, int, str]:
        span = one.claim.span
        return one.date or "9999", order[span.article], span.start, one.claim.id

    positions = [
        (one.claim.proposition, one.claim.holder, place(one), _position(one, one.claim.holder, served))
        for one in told
        if one.claim.proposition is not None
    ]
    found = turns(told, held)
    shifts = []
    for turn in found:
        steps = [*sorted(turn.old, key=place), *sorted(turn.new, key=place)]
        about = _about(steps)
        if about is not None:
            shifts.append(Shift(turn.holder, about, tuple(_position(one, turn.holder, served, about) for one in steps)))
    ordered = sorted(shifts, key=lambda one: (one.proposition, one.holder, one.steps[0].claim))
    return tuple(one for *_, one in sorted(positions, key=lambda one: one[:3])), tuple(ordered)


def _principal(one: Telling, attributions: Mapping[str, Attribution], entities: Mapping[str, Entity]) -> str | None:
    return principal(one.claim, attributions.get(one.claim.attribution or ""), entities)


def _position(one: Telling, holder: str, served: Mapping[str, str | None], about: str | None = None) -> Position:
    """Give the position that a telling is, of ``holder``: the claim's own, or the one he speaks for."""
    claim = one.claim
    own = served[claim.id] if holder == claim.holder else None
    proposition = about or claim.proposition or ""
    return Position(holder, proposition, claim.id, claim.stance, one.date or None, one.basis, own)


def _about(steps: Sequence[Telling]) -> str | None:
    """Give the proposition that most of ``steps`` belong to, of several the first; None where none belongs to one."""
    counted = Counter(one.claim.proposition for one in steps if one.claim.proposition is not None)
    return max(counted, key=lambda name: counted[name], default=None)
