"""Who changed position: a report tells the turn, and the earlier position stands there or in another report.

Stances alone do not tell a shift: one holder says many things of one matter, some of them denials, and on the dev
stories nine in ten changes of stance within a proposition are no change of mind. What tells one is a report that says
so ("no longer", "as late as Thursday"; data/turn-cues.txt), that somebody gives way ("conceded";
data/yielding-cues.txt) where the same holder's earlier position was another one, or a silence that ends: who refused
to say, or did not know, and on a later day does say; who denied, and then leaves it open or affirms it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.bags import Bags, around, inside
from rashomon.compare.components import components
from rashomon.compare.sentences import Sentence
from rashomon.compare.tellings import Telling
from rashomon.compare.weights import Weights, likeness
from rashomon.data import cues
from rashomon.text import small

__all__ = ["Turn", "turns"]

_NEAR = 0.1
"""Cosine of what surrounds two claims from which they may be about one thing though they stand in two propositions.
Calibrated on the dev stories, on which any value down to 0.04 finds as many."""
_ALIKE, _SAME = 0.2, 0.3
"""Cosine of their own words from which two claims of one holder are of one matter, and tell one position. Calibrated on
the dev stories."""
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


_OPENINGS = frozenset(
    {
        ("declines", "asserts"),
        ("declines", "denies"),
        ("declines", "hedges"),
        ("unaware", "asserts"),
        ("unaware", "denies"),
        ("unaware", "hedges"),
        ("denies", "hedges"),
        ("hedges", "denies"),
    }
)
"""Changes of stance that no report needs to call a turn: cues carry them, where a negation may be of something else.
On the dev stories one in three of them, within a proposition, is a shift; of all other changes one in ten."""
_FULL = 3
"""Terms from which a claim tells enough of its own for its stance to count. Calibrated on the dev stories."""


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


@dataclass(frozen=True, slots=True)
class _Cues:
    """Where the first words of a turn and of giving way stand in a sentence, and all that tell something as earlier."""

    turned: int | None
    yielding: int | None
    earlier: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A telling with what its words say of it.

    The report tells it as a new position (``turned``), as one given way to (``yielding``), as an earlier one
    (``backdated``). ``own`` are its terms, ``setting`` those around it too.
    """

    telling: Telling
    turned: bool
    yielding: bool
    backdated: bool
    negated: bool
    own: Weights
    setting: Weights


def turns(told: Sequence[Telling], held: Bags) -> tuple[Turn, ...]:
    """Give the turns of all who hold ``told``, the claims of a story; ``held`` are the story's words."""
    once = {(one.claim.holder, one.claim.span): one for one in reversed(told)}  # a claim that answers twice is one
    cued = {sentence: _cues(sentence) for sentence in {one.own for one in told}}
    by: dict[str, list[_Read]] = defaultdict(list)
    for one in sorted(
        (_read(one, cued[one.own], held) for one in once.values()), key=lambda one: one.telling.claim.span
    ):
        for name in one.telling.held:
            by[name].append(one)
    found = [turn for name in sorted(by) for turn in _merged([*_turns(name, by[name]), *_opened(name, by[name])])]
    return tuple(turn for turn in found if not _told_nearer(turn, found))


def _cues(sentence: Sentence) -> _Cues:
    words = small(sentence.words)
    turned, yielding = (cues(name).search(words) for name in ("turn-cues.txt", "yielding-cues.txt"))
    earlier = tuple(found.span() for found in cues("earlier-cues.txt").finditer(words))
    return _Cues(turned and turned.start(), yielding and yielding.start(), earlier)


def _read(one: Telling, cued: _Cues, held: Bags) -> _Read:
    start, end = (at - one.own.span.start for at in (one.claim.span.start, one.claim.span.end))
    before, after = _BESIDE
    return _Read(
        telling=one,
        turned=_told(one, cued.turned, end),
        yielding=_told(one, cued.yielding, end),
        backdated=any(last >= start - before and first <= start + after for first, last in cued.earlier),
        negated=bool(_NEGATION.search(one.own.words[start:end])),
        own=inside(held, one.claim.span),
        setting=around(held, one.claim.span),
    )


def _told(one: Telling, cue: int | None, end: int) -> bool:
    """Tell whether its sentence has a ``cue``; where it tells of somebody's doing, not in a later clause."""
    return cue is not None and (not one.doing or cue < end)


def _told_nearer(turn: Turn, found: Sequence[Turn]) -> bool:
    """Tell whether the turn of a principal is that of one who speaks for him."""
    speakers = {one.claim.holder for one in turn.new}
    return turn.holder not in speakers and any(
        other.holder in speakers and (other.claims & turn.claims or other.about & turn.about) for other in found
    )


def _turns(name: str, told: Sequence[_Read]) -> Iterator[Turn]:
    """Yield a turn for each position of ``name`` that a report tells as a new one, where there are earlier ones."""
    announced = {_place(one, 1) for one in told if one.telling.doing and one.turned}
    for one in told:
        if one.backdated or (one.telling.nested and name == one.telling.claim.holder):
            continue
        turned = one.turned or _place(one) in announced
        if turned or one.yielding:
            old = [
                other for other in told if _spoken(other, name) and _departed(other, one, turned) and _near(other, one)
            ]
            if old:
                earlier, later = [*old, *_again(old, one, told)], [one, *_also(old, one, told)]
                yield Turn(name, tuple(other.telling for other in earlier), tuple(other.telling for other in later))


def _opened(name: str, told: Sequence[_Read]) -> Iterator[Turn]:
    """Yield a turn for each proposition that ``name`` opened up on, or left open, from one day to another.

    Its steps are all that is told of the holder's words on it, parted at the day of the first change.
    """
    groups: dict[str, list[_Read]] = defaultdict(list)
    for one in told:
        if one.telling.claim.proposition is not None and not one.telling.doing:
            groups[one.telling.claim.proposition].append(one)
    for several in groups.values():
        full = [one for one in several if not one.telling.nested and len(one.own) >= _FULL]
        turned = [new for new in full if any(_opening(old, new) and _before(old, new) for old in full)]
        first = min((one.telling.date[:10] for one in turned), default="")
        old = tuple(one.telling for one in several if one.telling.date[:10] < first)
        if old:
            yield Turn(name, old, tuple(one.telling for one in several if one.telling.date[:10] >= first))


def _opening(old: _Read, new: _Read) -> bool:
    """Tell whether the stance opened up on what may be one thing; a denial is taken back where the same is affirmed."""
    if likeness(old.setting, new.setting) < _NEAR:
        return False
    change = old.telling.claim.stance, new.telling.claim.stance
    return change in _OPENINGS or (change == ("denies", "asserts") and _alike(old, new))


def _place(one: _Read, further: int = 0) -> tuple[str, int, int]:
    """Give the sentence that a telling stands in, or one of its block ``further`` on: article, block, number."""
    return one.telling.claim.span.article, one.telling.own.block, one.telling.sentence + further


def _departed(old: _Read, new: _Read, turned: bool) -> bool:
    """Tell whether ``new`` departs from ``old``; less must show where the report says it is a turn (``turned``)."""
    if turned and (_before(old, new) or _hours_before(old, new)):
        return _changed(old, new) or old.telling.claim.stance != new.telling.claim.stance or not _same(old, new)
    earlier = _before(old, new) or (turned and _leads(old, new))
    close = turned or (not old.telling.doing and (_together(old, new) or _beside(old, new)))
    yielded = not turned and old.telling.claim.stance == "denies" != new.telling.claim.stance
    return earlier and close and (yielded or _changed(old, new))


def _again(old: Sequence[_Read], new: _Read, told: Sequence[_Read]) -> Iterator[_Read]:
    """Yield other tellings of an earlier position that stands beside the new one."""
    beside, taken = [one for one in old if _beside(one, new)], _ids(old)
    for one in told:
        if one.telling.claim.id not in taken and _before(one, new) and any(_alike(one, other) for other in beside):
            yield one


def _also(old: Sequence[_Read], new: _Read, told: Sequence[_Read]) -> Iterator[_Read]:
    """Yield other tellings of the new position: in the sentences next to it, or later in the same words."""
    taken = _ids((*old, new))
    for one in told:
        if one.telling.claim.id in taken or one.backdated or _before(one, new):
            continue
        if one.telling.date[:10] < new.telling.date[:10]:
            continue
        near = _beside(one, new) and abs(one.telling.sentence - new.telling.sentence) <= 1
        if one.telling.doing:
            near = near and _together(one, new) and _place(one)[:2] == _place(new)[:2]
        if near or (not one.telling.doing and _alike(one, new)):
            yield one


def _ids(several: Sequence[_Read]) -> frozenset[str]:
    return frozenset(one.telling.claim.id for one in several)


def _merged(found: Sequence[Turn]) -> Iterator[Turn]:
    """Give the turns of one holder, those that share a telling as one."""
    links = [(i, j) for i in range(len(found)) for j in range(i) if found[i].claims & found[j].claims]
    for group in components(range(len(found)), links):
        new = {one.claim.id: one for number in group for one in found[number].new}
        old = {one.claim.id: one for number in group for one in found[number].old if one.claim.id not in new}
        if old:
            yield Turn(found[group[0]].holder, tuple(old.values()), tuple(new.values()))


def _spoken(one: _Read, name: str) -> bool:
    """Tell whether it is a position, not just something that its holder did; an outlet's own words are its position."""
    return not one.telling.doing or one.backdated or name in one.telling.outlet


def _beside(one: _Read, other: _Read) -> bool:
    left, right = one.telling, other.telling
    return left.claim.span.article == right.claim.span.article and abs(left.sentence - right.sentence) <= _PASSAGE


def _before(old: _Read, new: _Read) -> bool:
    """Tell whether one was said on an earlier day, or is told as earlier beside the other."""
    left, right = old.telling.date, new.telling.date
    earlier = bool(left) and left[:10] < right[:10] and not right.startswith(left)
    return earlier or (_beside(old, new) and old.backdated and not new.backdated)


def _hours_before(old: _Read, new: _Read) -> bool:
    """Tell whether a position with a time of day stands before one of that day without."""
    left, right = old.telling, new.telling
    return (
        _beside(old, new)
        and left.sentence < right.sentence
        and left.date != right.date
        and left.date.startswith(right.date)
    )


def _leads(old: _Read, new: _Read) -> bool:
    """Tell whether a position, of whatever day, stands right before the new one."""
    return _beside(old, new) and old.telling.sentence < new.telling.sentence and not old.telling.doing


def _together(one: _Read, other: _Read) -> bool:
    left, right = one.telling.claim.proposition, other.telling.claim.proposition
    return left is not None and left == right


def _near(one: _Read, other: _Read) -> bool:
    """Tell whether two positions may be about one thing."""
    return _together(one, other) or _beside(one, other) or likeness(one.setting, other.setting) >= _NEAR


def _changed(old: _Read, new: _Read) -> bool:
    """Tell whether the stance changed or, in one stance, what is affirmed into what is negated."""
    left, right = old.telling.claim.stance, new.telling.claim.stance
    return (left, right) in _CHANGES or (left == right and old.negated != new.negated)


def _alike(one: _Read, other: _Read) -> bool:
    return likeness(one.own, other.own) >= _ALIKE


def _same(one: _Read, other: _Read) -> bool:
    return likeness(one.own, other.own) >= _SAME
