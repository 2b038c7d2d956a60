"""Answers to one question that rule one another out, of claims that tell the same besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.conflicts.clash import VAGUE, Clash, Near, Part
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.counting import PEOPLE, Count
from rashomon.compare.events import classes, words
from rashomon.data.lexicon import roles
from rashomon.data.rungs import Rung
from rashomon.model import ConflictKind, Span

__all__ = ["Answer", "rivals"]

_SAME, _NEAR = 0.2, 0.42
"""How likely two claims must be about one thing for their answers to be of it: where they share the verb, and where one
has none. Calibrated on the dev stories and read on 24 unlabelled ones."""
_SEVERAL = 2
"""Keys that two claims share besides, for the one telling that "the demand came by e-mail" and the other that somebody
"rang to demand" it to speak of one thing: a verb that is itself the means names no event.
"""
_VAGUE = VAGUE | {"day", "time"}
"""Keys of what may be told of anything."""


class Answer(NamedTuple):
    """What a claim answers a question with: the words, where they stand, and which answer to which question it is.

    ``event`` are the keys of what is told to be done there or by that means, none where the claim has no verb for it;
    ``parties`` are those who do it and whom it is done to (ids), as far as they are named.
    """

    told: Contender
    span: Span
    rung: Rung
    shown: str
    event: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    @property
    def voice(self) -> tuple[str, str]:
        """Give who tells it where: article and holder."""
        return self.told.claim.span.article, self.told.claim.holder


def rivals(kind: ConflictKind, answers: Sequence[Answer], near: Near) -> Iterator[Clash]:
    """Yield the clashes of claims that tell the same and answer one question differently.

    No clash where the holder of either claim tells the other's answer as well, where both name other parties, or where
    either counts people, of whom some may be here and some there. A clash over the means is soft: one may both ring and
    write.
    """
    found: dict[int, list[Answer]] = defaultdict(list)
    known: dict[tuple[str, str], set[Rung]] = defaultdict(set)
    for one in answers:
        known[one.voice].add(one.rung)
        spread = kind == "place" and any(_people(count) for count in one.told.counts)
        if not one.told.asking and not spread:
            found[one.rung.question].append(one)
    for several in found.values():
        for left, right in combinations(several, 2):
            if left.rung == right.rung or left.voice == right.voice:
                continue
            if right.rung in known[left.voice] or left.rung in known[right.voice]:
                continue
            if not _of_others(left, right):
                yield from _clash(kind, left, right, near)


def _people(count: Count) -> bool:
    """Tell whether a count is of people, or may be: "three died at the scene"."""
    return count.low > 1 and (count.unit in ("", PEOPLE) or count.unit in roles())


def _of_others(left: Answer, right: Answer) -> bool:
    """Tell whether both name parties, and none that is the same, or tell of events that are not the same."""
    pairs = (left.parties, right.parties), (left.event, right.event)
    return any(mine and theirs and not mine & theirs for mine, theirs in pairs)


def _clash(kind: ConflictKind, left: Answer, right: Answer, near: Near) -> Iterator[Clash]:
    told = [words(one.shown) for one in (left, right)]
    own = {word.lemma for several in told for word in several}
    own |= {f"@{name}" for several in told for names in classes(several) for name in names}
    signs = left.told.signed.keys, right.told.signed.keys
    shared = {key for key, sign in signs[0].items() if sign > 0 and signs[1].get(key, 0) > 0} - _VAGUE - own
    likely = near(left.told, right.told) if shared else 0.0
    same = left.event & right.event or (kind == "medium" and len(shared) >= _SEVERAL)
    if shared and likely >= (_SAME if same else _NEAR):
        parts = Part(left.told.claim.id, left.shown, left.span), Part(right.told.claim.id, right.shown, right.span)
        yield Clash(
            kind,
            "soft" if kind == "medium" else "hard",
            *parts,
            round(likely, 3),
            f"{left.shown} against {right.shown}",
        )
