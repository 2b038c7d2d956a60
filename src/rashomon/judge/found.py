"""Finding again, in whatever reading, the words and claims that a judgement is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Article, Claim, Conflict, Entity, Place, Proposition, Span, Story, Target
from rashomon.text import plain

__all__ = ["Unfit", "article", "claims", "conflict", "group", "proposition", "span"]

_OVERLAP = 0.5
"""Share of the words of both that a claim must have in common with those judged: the bound at which the benchmark of
accounts holds two claims to be one."""
_HOLDER, _SLOT = 0.3, 0.1
"""What the same holder, and the same question answered, count beside the overlap: between a claim a little shorter of
the right holder and one of the very words of another holder, the first is meant."""
_MOST = 0.5
"""Share of the claims judged that must be there for the group that they made to be there."""


class Unfit(Exception):
    """What a judgement is about is not in this reading; the message says what is missing."""


def article(story: Story, place: Place) -> Article:
    """Give the article of ``place``: of the same text, else of the same name, else the only one of the outlet.

    Raises ``Unfit``.
    """
    found = list(_candidates(story, place))
    if not found or (len(found) > 1 and found[0].sha256 != place.sha256 and found[0].name != place.name):
        raise Unfit(f"no report of the story is {place.name} of {place.outlet}")
    return found[0]


def span(story: Story, place: Place) -> Span:
    """Give where the words of ``place`` stand: line ends, spaces and shapes of quotation marks may have changed.

    Of several places the one in most of the same surroundings, then the nearest, counts. Raises ``Unfit``.
    """
    candidates = list(_candidates(story, place))
    if not candidates:
        raise Unfit(f"no report of the story is {place.name} of {place.outlet}")
    for one in candidates:
        if one.text[place.start : place.start + len(place.words)] == place.words and one.sha256 == place.sha256:
            return Span(one.id, place.start, place.start + len(place.words))
        found = list(_standing(plain(one.text), place))
        if found:
            _, _, start, end = max(found)
            return Span(one.id, start, end)
    raise Unfit(f"{_short(place.words)} no longer stands in {place.outlet}")


def claims(story: Story, target: Target) -> tuple[tuple[Claim, ...], int]:
    """Give the claims of ``target`` that are there, each once, in the order of its places, and how many are missing.

    Raises ``Unfit`` where none is.
    """
    found: dict[str, Claim] = {}
    faults: list[Unfit] = []
    names = _names(story.entities)
    for place in target.places:
        try:
            one = _claim(story, place, names)
        except Unfit as unfit:
            faults.append(unfit)
        else:
            found.setdefault(one.id, one)
    if not found:
        raise faults[0]
    return tuple(found.values()), len(faults)


def group(story: Story, target: Target) -> tuple[tuple[Claim, ...], int]:
    """Give as ``claims`` does, where at least half of those judged are there. Raises ``Unfit``."""
    found, missing = claims(story, target)
    if len(found) < _MOST * len(target.places):
        raise Unfit(f"only {len(found)} of its {len(target.places)} statements are read there now")
    return found, missing


def conflict(story: Story, target: Target) -> Conflict:
    """Give the conflict of the same kind over the same claims. Raises ``Unfit``."""
    wanted = {one.id for one in group(story, target)[0]}

    def shared(one: Conflict) -> float:
        held = {claim for side in one.sides for claim in side.claims}
        return len(held & wanted) / len(held | wanted)

    same = [one for one in story.conflicts if one.kind == target.clash]
    best = max(same, key=lambda one: (shared(one), one.id), default=None)
    if best is None or shared(best) < _OVERLAP:
        raise Unfit(f"no conflict over the {target.clash} is found between these statements now")
    return best


def proposition(story: Story, held: Sequence[Claim]) -> Proposition | None:
    """Give the proposition that most of the claims ``held`` belong to, None where most belong to none."""
    ids = {one.id for one in held}
    counts = {one.id: len(ids & set(one.claims)) for one in story.propositions}
    best = max(story.propositions, key=lambda one: (counts[one.id], one.id), default=None)
    return best if best is not None and counts[best.id] * 2 > len(ids) else None


def _candidates(story: Story, place: Place) -> Iterator[Article]:
    def rank(one: Article) -> int:
        if one.sha256 == place.sha256:
            return 0 if one.name == place.name else 1
        return 2 if one.name == place.name else 3

    outlet = place.outlet.casefold()
    near = (a for a in story.articles if rank(a) < 3 or a.outlet_name.casefold() == outlet)
    yield from sorted(near, key=lambda one: (rank(one), one.id))


def _standing(text: str, place: Place) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the words stand in ``text``: likeness of the surroundings, nearness, start, end."""
    words = plain(place.words).split()
    before, after = "".join(plain(place.before).split()), "".join(plain(place.after).split())
    if not words:
        return
    for found in re.finditer(r"\s+".join(map(re.escape, words)), text):
        left, right = text[: found.start()][-2 * len(place.before) - 20 :], text[found.end() :]
        alike = _common("".join(left.split())[::-1], before[::-1]) + _common(
            "".join(right[: 2 * len(place.after) + 20].split()), after
        )
        yield alike, -abs(found.start() - place.start), found.start(), found.end()


def _common(one: str, other: str) -> int:
    """Give the length of what two texts begin with in common."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _names(entities: Sequence[Entity]) -> Mapping[str, frozenset[str]]:
    return {one.id: frozenset(name.casefold() for name in (one.name, *one.variants)) for one in entities}


def _claim(story: Story, place: Place, names: Mapping[str, frozenset[str]]) -> Claim:
    where = span(story, place)
    held = next((one.claims for one in story.analyses if one.article == where.article), ())
    holder = (place.holder or "").casefold()

    def likeness(one: Claim) -> float:
        same = holder in names.get(one.holder, (one.holder.casefold(),))
        return _overlap(one.span, where) + _HOLDER * same + _SLOT * (one.slot == place.slot)

    near = [one for one in held if _overlap(one.span, where) >= _OVERLAP]
    if not near:
        raise Unfit(f"no statement is read in {_short(place.words)} of {place.outlet} now")
    return max(near, key=lambda one: (likeness(one), one.id))


def _overlap(one: Span, other: Span) -> float:
    """Give the share of the words of both that two spans of one article have in common."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _short(words: str) -> str:
    told = " ".join(words.split())
    return f"“{told if len(told) <= 60 else told[:50] + ' …'}”"
