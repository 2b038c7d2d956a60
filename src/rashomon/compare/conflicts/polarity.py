"""Whether it is so: what one claim affirms and another denies, negates, or says the contrary of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender, other_times
from rashomon.compare.events import lemma

__all__ = ["affirmed", "opposed", "retorted", "share", "topics"]

_BARE = 0.25
"""What a key weighs that the story does not weigh: a pair of contraries."""
_CLASS = 0.5
"""What a class of events weighs beside a word."""
_OPPOSED = 0.4
"""Likelihood of one thing times share of the denial that the other affirms, from which two claims are opposed.
Calibrated on the dev stories."""
_COMPANY = 0.6
"""How likely two claims are about one thing from which one that says yes to the same words is of the other's side."""
_SIDED = 0.4
"""The same where both stand on one side of a pair of contraries, which tells more than a word."""
_REST = re.compile(r"\brest\b", re.IGNORECASE)
""""As for the rest, it is wrong" denies what was not said there."""
_AT_ONCE = 1
"""Sentences that a bare denial may stand after what it denies."""


def topics(told: Contender) -> Topics:
    """Give what a claim negates, which clashes with what affirms it."""
    return Topics(told.signed.negated, [key for key, sign in told.signed.keys.items() if sign > 0])


def opposed(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether one claim denies what the other affirms, each by its own holder."""
    if left.asking or right.asking or left.claim.holder == right.claim.holder:
        return None
    if not {left.claim.stance, right.claim.stance} <= {"asserts", "denies"}:
        return None
    found = [(_share(one, other), one, other) for one, other in ((left, right), (right, left))]
    (part, _), no, yes = max(found, key=lambda one: (one[0], one[1].claim.span))
    if part < _OPPOSED:
        return None
    likely = near(left, right)
    if part * likely < _OPPOSED:
        return None
    keys = frozenset(_keys(no, yes))
    if all(key[0] == "~" for key in keys) and other_times(left, right):
        return None
    values = _values(no, yes, keys)
    parts = {
        one.number: Part(one.claim.id, value, one.claim.span) for one, value in zip((no, yes), values, strict=True)
    }
    words = sorted({no.gist.shown.get(key, key) for key in keys if key[0] not in "~@"})
    told = f": {', '.join(f'“{word}”' for word in words)}" if words else f": {values[0]} against {values[1]}"
    detail = f"one says no to what the other says yes to{told}"
    return Clash("polarity", "hard", parts[left.number], parts[right.number], round(part * likely, 3), detail, keys)


def share(no: Contender, yes: Contender) -> float:
    """Give the share of what ``no`` negates that ``yes`` affirms, by weight, between 0 and 1."""
    return _share(no, yes)[0]


def _share(no: Contender, yes: Contender) -> tuple[float, float]:
    """Give the share of what ``no`` negates that ``yes`` affirms, by weight, and how much that is.

    Contraries alone tell nothing: something else must stand in both.
    """
    met = {key: _weight(no, key) for key in _keys(no, yes)}
    if not met:
        return 0.0, 0.0
    if all(key[0] == "~" for key in met):
        told = {word for one in (no, yes) for key in met for word in one.signed.shown.get(key, "").split()}
        shared = [key for key in no.signed.keys if key[0] not in "~@" and key in yes.signed.keys]
        shared = [key for key in shared if key not in {lemma(word) for word in told}]
        if not shared:
            return 0.0, 0.0
        return (1.0 if len(shared) > 1 else 0.8), 0.0
    return sum(met.values()) / sum(_weight(no, key) for key in no.signed.negated), sum(met.values())


def _weight(told: Contender, key: str) -> float:
    """Give what a key weighs in a claim; a class of events tells less than the word itself."""
    return float(told.gist.own.get(key, _BARE) ** 2 * (_CLASS if key[0] == "@" else 1))


def _keys(no: Contender, yes: Contender) -> Iterator[str]:
    return (key for key in no.signed.negated if yes.signed.keys.get(key, 0) > 0)


def _values(no: Contender, yes: Contender, keys: frozenset[str]) -> tuple[str, str]:
    """Give what each says in words: the contraries where only those part them, else "no" and "yes"."""
    if all(key[0] == "~" for key in keys):
        key = min(keys)
        return no.signed.shown.get(key, "no"), yes.signed.shown.get(key, "yes")
    return "no", "yes"


def retorted(told: Sequence[Contender]) -> Iterator[Clash]:
    """Yield the clashes of bare denials ("Carrow denied this") with what was said right before by somebody else."""
    for at, no in enumerate(told):
        if not no.bare or _REST.search(no.words):
            continue
        before = [
            one
            for one in told[max(0, at - 6) : at]
            if one.claim.span.article == no.claim.span.article
            and one.claim.span.end <= no.claim.span.start
            and 0 <= no.gist.sentence - one.gist.sentence <= _AT_ONCE
            and one.claim.holder != no.claim.holder
            and one.claim.stance in ("asserts", "hedges")
            and one.claim.attribution is not None
            and not one.asking
            and not one.bare
            and any(sign > 0 for sign in one.signed.keys.values())
        ]
        if before:
            yes = before[-1]
            keys = frozenset(key for key, sign in yes.signed.keys.items() if sign > 0)
            parts = Part(yes.claim.id, "yes", yes.claim.span), Part(no.claim.id, "no", no.claim.span)
            yield Clash("polarity", "hard", *parts, 0.5, "one denies what is said right before", keys)


def affirmed(one: Contender, other: Contender, about: frozenset[str], near: Near) -> bool:
    """Tell whether ``other``, near ``one``, says the same as it of a word or a pair of contraries it clashes over."""
    if other.asking or other.claim.stance not in ("asserts", "denies"):
        return False
    signs = one.signed.keys
    same = {key[0] == "~" for key in about if key[0] != "@" and signs.get(key, 0) * other.signed.keys.get(key, 0) > 0}
    return bool(same) and near(one, other) >= (_COMPANY if False in same else _SIDED)
