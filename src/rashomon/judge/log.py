"""The log of judgements: making one, taking one back, those that stand, and their form in files.

Nothing in the log is ever changed: who takes a judgement back adds one that undoes it, and that can be undone too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from hashlib import sha256
from typing import Any, get_args

from rashomon.errors import JudgementError
from rashomon.model import ConflictKind, Judgement, JudgementKind, Place, Slot, Stance, Target, TargetKind

__all__ = ["from_values", "judgement", "standing", "to_values", "undoing"]

_GROUPS: frozenset[TargetKind] = frozenset({"claim", "proposition"})
_TAKES: Mapping[JudgementKind, tuple[frozenset[TargetKind], ...]] = {
    "accept": (frozenset({"claim", "link", "proposition", "conflict"}),),
    "reject": (frozenset({"claim", "link", "proposition", "conflict"}),),
    "merge": (_GROUPS, _GROUPS),
    "split": (_GROUPS, _GROUPS),
    "speaker": (frozenset({"claim"}),),
    "stance": (frozenset({"claim"}),),
    "span": (frozenset({"claim"}), frozenset({"passage"})),
    "date": (frozenset({"claim", "article"}),),
    "outlet": (frozenset({"article"}),),
    "family": (frozenset({"article"}), frozenset({"article"})),
    "add": (frozenset({"passage"}),),
    "note": (frozenset(get_args(TargetKind)),),
}
"""The kinds of target that each kind of judgement takes, one after the other. A split is of what stays and what goes;
an added statement may name the proposition it belongs to besides."""
_LONGEST = 2000
"""Code points of the longest note, name or change."""


def judgement(
    kind: JudgementKind,
    targets: Sequence[Target],
    signed: tuple[str, datetime],
    change: str | None = None,
    note: str = "",
) -> Judgement:
    """Give the judgement of ``kind`` on ``targets``; ``signed`` is its author and when it was made, with a zone.

    Raises ``JudgementError`` where its parts do not go together.
    """
    targets = tuple(targets)
    _goes_together(kind, targets, change)
    return _signed(kind, targets, signed, (change, note, None))


def undoing(earlier: Judgement, signed: tuple[str, datetime]) -> Judgement:
    """Give the judgement that takes ``earlier`` back; undoing an undoing puts the first in force again."""
    return _signed("undo", (), signed, (None, "", earlier.id))


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Give the judgements, in their order, that are not undone; an undoing is a judgement too."""
    undone: set[str] = set()
    for one in reversed(judgements):
        if one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
    return tuple(one for one in judgements if one.id not in undone)


def to_values(one: Judgement) -> dict[str, Any]:
    """Give a judgement as values that JSON has."""
    return asdict(one) | {"targets": [asdict(t) | {"places": [asdict(p) for p in t.places]} for t in one.targets]}


def from_values(values: Mapping[str, Any]) -> Judgement:
    """Give the judgement that ``to_values`` gave ``values`` of. Raises ``JudgementError`` where they are not of one."""
    try:
        targets = tuple(_target(one) for one in values["targets"])
        made = Judgement(**{**values, "targets": targets})
        if made.kind not in get_args(JudgementKind):
            raise ValueError(made.kind)
        _moment(datetime.fromisoformat(made.made))
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(f"these are not the parts of a judgement: {error}") from error
    return made


def _target(values: Mapping[str, Any]) -> Target:
    places = tuple(Place(**place) for place in values["places"])
    if values["kind"] not in get_args(TargetKind) or values["clash"] not in (None, *get_args(ConflictKind)):
        raise ValueError(f"{values['kind']} {values['clash']}")
    if any(place.slot not in (None, *get_args(Slot)) for place in places):
        raise ValueError("a slot that is none")
    return Target(values["kind"], places, values["clash"])


def _signed(
    kind: JudgementKind,
    targets: tuple[Target, ...],
    signed: tuple[str, datetime],
    rest: tuple[str | None, str, str | None],
) -> Judgement:
    author, made = " ".join(signed[0].split()), _moment(signed[1])
    change, note, undoes = rest
    if not author:
        raise _wrong("it is not signed", "give a name")
    if max(len(author), len(change or ""), len(note)) > _LONGEST:
        raise _wrong(f"a name, change or note of over {_LONGEST} characters", "make it shorter")
    parts = (kind, targets, author, made, change, note, undoes)
    return Judgement("j" + sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16], *parts)


def _moment(made: datetime) -> str:
    if made.tzinfo is None:
        raise _wrong("its time has no zone")
    return made.isoformat(timespec="microseconds")


def _goes_together(kind: JudgementKind, targets: Sequence[Target], change: str | None) -> None:
    takes = _TAKES.get(kind)
    if takes is None:
        raise _wrong(f"there is no judgement of the kind {kind!r}", f"kinds: {', '.join(_TAKES)}")
    if kind == "add" and len(targets) == 2:
        takes = (*takes, _GROUPS)
    fits = len(targets) == len(takes) and all(one.kind in kinds for one, kinds in zip(targets, takes, strict=True))
    if not fits:
        wanted = " and ".join(" or ".join(sorted(kinds)) for kinds in takes)
        raise _wrong(f"{kind!r} is of {wanted}, not of {' and '.join(one.kind for one in targets) or 'nothing'}")
    if any(not one.places for one in targets):
        raise _wrong("it is about nothing")
    if kind in ("stance", "add") and change not in get_args(Stance):
        raise _wrong(f"{change!r} is no stance", f"stances: {', '.join(get_args(Stance))}")
    if kind in ("speaker", "outlet") and not (change or "").strip():
        raise _wrong("no name is given", "give one")
    if kind == "date" and not _is_day(change or ""):
        raise _wrong(f"{change!r} is no date", "give a day as 2031-03-03, or a month or a year")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII) is not None


def _wrong(cause: str, mend: str = "") -> JudgementError:
    return JudgementError("judgement", cause, mend)
