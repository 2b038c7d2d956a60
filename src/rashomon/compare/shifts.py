"""Who changed position: a report tells the turn, and the earlier position stands there or in another report.

Stances alone do not tell a shift: one holder says many things of one matter, some of them denials, and on the dev
stories nine in ten changes of stance within a proposition are no change of mind. What tells one is a report that says
so ("no longer", "as late as Thursday"; data/turn-cues.txt), or that somebody gives way ("conceded";
data/yielding-cues.txt) where the same holder's earlier position was another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.bags import Bags, around, inside
from rashomon.compare.components import components
from rashomon.compare.gists import likeness
from rashomon.compare.tellings import Telling
from rashomon.data import patterns

__all__ = ["Turn", "turns"]

_NEAR = 0.12
"""Cosine of what surrounds two claims from which they may be about one thing though they stand in two propositions."""
_SAME = 0.3
"""Cosine of their own words from which two claims of one holder tell one position."""
_PASSAGE = 3
"""Sentences between an earlier position and the later one that a report sets against it."""
_BESIDE = 40, 15
"""Code points before a claim's first and after it, within which words that tell it as earlier stand."""
_NEGATION = re.compile(r"\b(?:not?|never|nor|none|nobody|nothing|neither|cannot|without|\w+n't)\b", re.IGNORECASE)
_CHANGES = frozenset(
    {
        ("asserts", "denies"),
        ("denies", "asserts"),
        ("asserts", "hedges"),
        ("denies", "hedges"),
        ("hedges", "asserts"),
        ("hedges", "denies"),
        ("declines", "asserts"),
        ("declines", "denies"),
        ("unaware", "asserts"),
        ("unaware", "denies"),
    }
)
"""Changes of stance that are changes of position. Who has spoken and then declines has taken nothing back."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A holder's earlier tellings and the later ones, each in order of place."""

    holder: str
    old: tuple[Telling, ...]
    new: tuple[Telling, ...]

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(one.claim.id for one in (*self.old, *self.new))

    @property
    def about(self) -> frozenset[str]:
        """The ids of the propositions its claims belong to."""
        return frozenset(one.claim.proposition for one in (*self.old, *self.new) if one.claim.proposition)


def turns(told: Sequence[Telling], held: Bags) -> tuple[Turn, ...]:
    """Give the turns of all who hold ``told``, the claims of a story; ``held`` are the story's words."""
    by: dict[str, list[Telling]] = defaultdict(list)
    for one in {(one.claim.holder, one.claim.span): one for one in reversed(told)}.values():  # a claim with asides once
        for name in one.held:
            by[name].append(one)
    found = [turn for name in sorted(by) for turn in _merged([*_turns(name, by[name][::-1], held)])]
    return tuple(turn for turn in found if not _told_nearer(turn, found))


def _told_nearer(turn: Turn, found: Sequence[Turn]) -> bool:
    """Tell whether the turn of a principal is that of one who speaks for him."""
    speakers = {one.claim.holder for one in turn.new}
    return turn.holder not in speakers and any(
        other.holder in speakers and (other.claims & turn.claims or other.about & turn.about) for other in found
    )


def _turns(name: str, told: Sequence[Telling], held: Bags) -> Iterator[Turn]:
    """Yield a turn for each position of ``name`` that a report tells as a new one, where there are earlier ones."""
    for one in told:
        if _backdated(one) or (one.nested and name == one.claim.holder):
            continue
        turned = _cued(one, "turn-cues.txt") or any(_announces(other, one) for other in told)
        if turned or _cued(one, "yielding-cues.txt"):
            near = [other for other in told if _spoken(other, name) and _near(other, one, held)]
            old = [other for other in near if _departed(other, one, turned, held)]
            if old:
                yield Turn(name, (*old, *_again(old, one, told, held)), (one, *_also(old, one, told, held)))


def _departed(old: Telling, new: Telling, turned: bool, held: Bags) -> bool:
    """Tell whether ``new`` departs from ``old``; less must show where the report says it is a turn (``turned``)."""
    if turned and (_before(old, new) or _hours_before(old, new)):
        return not _unchanged(old, new, held)
    earlier = _before(old, new) or (turned and _leads(old, new))
    close = turned or (not old.doing and (_together(old, new) or _beside(old, new)))
    yielded = not turned and old.claim.stance == "denies" != new.claim.stance
    return earlier and close and (yielded or _changed(old, new))


def _again(old: Sequence[Telling], new: Telling, told: Sequence[Telling], held: Bags) -> Iterator[Telling]:
    """Yield other tellings of an earlier position that stands beside the new one."""
    beside = [one for one in old if _beside(one, new)]
    for one in told:
        if one not in old and _before(one, new) and any(_same(one, other, held) for other in beside):
            yield one


def _also(old: Sequence[Telling], new: Telling, told: Sequence[Telling], held: Bags) -> Iterator[Telling]:
    """Yield other tellings of the new position: in the sentences next to it, or later in the same words."""
    for one in told:
        if one is new or one in old or _backdated(one) or _before(one, new) or one.date[:10] < new.date[:10]:
            continue
        near = _beside(one, new) and _adjacent(one, new)
        if one.doing:
            near = near and _together(one, new) and one.own.block == new.own.block
        if near or (not one.doing and _same(one, new, held)):
            yield one


def _adjacent(one: Telling, other: Telling) -> bool:
    return abs(one.sentence - other.sentence) <= 1


def _together(one: Telling, other: Telling) -> bool:
    return one.claim.proposition is not None and one.claim.proposition == other.claim.proposition


def _merged(found: Sequence[Turn]) -> Iterator[Turn]:
    """Give the turns of one holder, those that share a telling as one."""
    links = [(i, j) for i in range(len(found)) for j in range(i) if found[i].claims & found[j].claims]
    for group in components(range(len(found)), links):
        new = {one.claim.id: one for number in group for one in found[number].new}
        old = {one.claim.id: one for number in group for one in found[number].old if one.claim.id not in new}
        if old:
            yield Turn(found[group[0]].holder, tuple(old.values()), tuple(new.values()))


def _cued(one: Telling, cues: str) -> bool:
    """Tell whether the report says of a position that it is a new one; of somebody's doing, not in a later clause."""
    end = one.claim.span.end - one.own.span.start
    return any(not one.doing or cue.start() < end for cue in patterns(cues).finditer(one.own.words))


def _announces(one: Telling, other: Telling) -> bool:
    """Tell whether a sentence tells that its subject turned, and the next one how."""
    near = one.claim.span.article == other.claim.span.article and other.sentence - one.sentence == 1
    return one.doing and near and one.own.block == other.own.block and _cued(one, "turn-cues.txt")


def _spoken(one: Telling, name: str) -> bool:
    """Tell whether it is a position, not just something that its holder did; an outlet's own words are its position."""
    return not one.doing or _backdated(one) or name in one.outlet


def _leads(old: Telling, new: Telling) -> bool:
    """Tell whether an undated position stands right before the new one."""
    return _beside(old, new) and old.sentence < new.sentence and not old.doing


def _backdated(one: Telling) -> bool:
    """Tell whether its own sentence tells the position as an earlier one."""
    start = one.claim.span.start - one.own.span.start
    before, after = _BESIDE
    return any(
        found.end() >= start - before and found.start() <= start + after
        for found in patterns("earlier-cues.txt").finditer(one.own.words)
    )


def _beside(one: Telling, other: Telling) -> bool:
    return one.claim.span.article == other.claim.span.article and abs(one.sentence - other.sentence) <= _PASSAGE


def _before(old: Telling, new: Telling) -> bool:
    """Tell whether one was said on an earlier day, or is told as earlier beside the other."""
    earlier = bool(old.date) and old.date[:10] < new.date[:10] and not new.date.startswith(old.date)
    return earlier or (_beside(old, new) and _backdated(old) and not _backdated(new))


def _hours_before(old: Telling, new: Telling) -> bool:
    """Tell whether a position with a time of day stands before one of that day without."""
    return _beside(old, new) and old.sentence < new.sentence and old.date != new.date and old.date.startswith(new.date)


def _near(one: Telling, other: Telling, held: Bags) -> bool:
    return (
        _together(one, other)
        or _beside(one, other)
        or likeness(around(held, one.claim.span), around(held, other.claim.span)) >= _NEAR
    )


def _changed(old: Telling, new: Telling) -> bool:
    """Tell whether the stance changed or, in one stance, what is affirmed into what is negated."""
    return (old.claim.stance, new.claim.stance) in _CHANGES or (
        old.claim.stance == new.claim.stance and _negated(old) != _negated(new)
    )


def _unchanged(old: Telling, new: Telling, held: Bags) -> bool:
    """Tell whether two tellings are one position told twice."""
    return old.claim.stance == new.claim.stance and not _changed(old, new) and _same(old, new, held)


def _negated(one: Telling) -> bool:
    start, end = (at - one.own.span.start for at in (one.claim.span.start, one.claim.span.end))
    return bool(_NEGATION.search(one.own.words[start:end]))


def _same(one: Telling, other: Telling, held: Bags) -> bool:
    return likeness(inside(held, one.claim.span), inside(held, other.claim.span)) >= _SAME
