"""Joining and parting the claims of propositions, so that the links of each still tie all its claims together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.compare.components import components
from rashomon.compare.propositions import named, outlet_stances
from rashomon.compare.tellings import outlets
from rashomon.model import Claim, Evidence, Link, Proposition, Slot, Span, Story

__all__ = ["confirmed", "cut", "dissolved", "dropped", "parted", "refreshed", "tied"]

_FEATURE = "judgement"
_FEWEST_WORDS = 5
"""Words of a title at least; fewer state nothing (as in ``compare.titles``)."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims (ids) that are to be one proposition, the links that tie them, and the proposition they are like."""

    claims: tuple[str, ...]
    links: tuple[Link, ...]
    like: Proposition | None


def tied(story: Story, held: Sequence[Claim], why: str) -> Story:
    """Give ``story`` with ``held``, and all that is held to be one thing with any of them, as one proposition.

    The first of ``held`` that was in a proposition gives it its slot and title.
    """
    wanted = [one.id for one in held]
    old = [one for one in story.propositions if set(one.claims) & set(wanted)]
    old.sort(key=lambda one: min(wanted.index(claim) for claim in one.claims if claim in wanted))
    ids = tuple(dict.fromkeys((*(claim for one in old for claim in one.claims), *wanted)))
    if len(ids) < 2 or (len(old) == 1 and len(ids) == len(old[0].claims)):
        return story
    links = tuple(link for one in old for link in one.links)
    places = _places(story)
    joined = (_judged(first, other, why, places, "confirmed") for first, other in _gaps(ids, links))
    return _regrouped(story, old, [_Group(ids, (*links, *joined), old[0] if old else None)])


def parted(story: Story, taken: Sequence[Claim], why: str) -> Story:
    """Give ``story`` with ``taken`` out of their propositions; two or more that were in one make one of their own."""
    away = {one.id for one in taken}
    old = [one for one in story.propositions if set(one.claims) & away and not set(one.claims) <= away]
    groups = [
        _Group(side, _kept(one, side, why, _places(story)), one)
        for one in old
        for side in (
            tuple(claim for claim in one.claims if claim not in away),
            tuple(claim for claim in one.claims if claim in away),
        )
    ]
    return _regrouped(story, old, groups)


def cut(story: Story, pair: tuple[Claim, Claim], why: str) -> Story:
    """Give ``story`` with the proposition of two claims parted at the weakest link of those that tie them together."""
    ids = {one.id for one in pair}
    old = next((one for one in story.propositions if ids <= set(one.claims)), None)
    path = _path(old.links, pair[0].id, pair[1].id) if old is not None else []
    if old is None or not path:
        return story
    weakest = min(path, key=lambda one: (one.score, one.left, one.right))
    rest = [one for one in old.links if one is not weakest]
    sides = components(old.claims, [(one.left, one.right) for one in rest])
    places = _places(story)
    return _regrouped(story, [old], [_Group(tuple(s), _kept(old, s, why, places), old) for s in sides])


def dissolved(story: Story, old: Proposition) -> Story:
    """Give ``story`` without the proposition ``old``; its claims stay, each by itself."""
    return _regrouped(story, [old], [])


def dropped(story: Story, claim: Claim, why: str) -> Story:
    """Give ``story`` without ``claim``, and without the attribution that had it as its only content."""
    story = parted(story, [claim], why)
    analyses = []
    for one in story.analyses:
        claims = tuple(other for other in one.claims if other.id != claim.id)
        needed = {other.attribution for other in claims} | {other.within for other in one.attributions}
        bare = claim.attribution is not None and claim.attribution not in needed
        kept = tuple(other for other in one.attributions if not (bare and other.id == claim.attribution))
        analyses.append(replace(one, claims=claims, attributions=kept))
    return replace(story, analyses=tuple(analyses))


def confirmed(story: Story, held: Sequence[Claim], why: str) -> Story:
    """Give ``story`` with the links that tie the claims ``held``, all in one proposition, confirmed by a person."""
    ids = {one.id for one in held}
    old = next((one for one in story.propositions if ids <= set(one.claims)), None)
    if old is None:
        return story
    first, *others = held
    path = {id(link) for one in others for link in _path(old.links, first.id, one.id)}
    places = _places(story)
    links = tuple(_sealed(one, why, places) if id(one) in path else one for one in old.links)
    new = replace(old, links=links, score=_score(links))
    return replace(story, propositions=tuple(new if one is old else one for one in story.propositions))


def refreshed(story: Story) -> Story:
    """Give ``story`` with what each proposition tells of its outlets' stances read off its claims again."""
    claims = _claims(story)
    known = outlets(story)
    return replace(
        story,
        propositions=tuple(
            replace(one, outlets=outlet_stances([claims[held] for held in one.claims], known))
            for one in story.propositions
        ),
    )


def _claims(story: Story) -> dict[str, Claim]:
    return {one.id: one for analysis in story.analyses for one in analysis.claims}


def _places(story: Story) -> dict[str, Span]:
    return {name: one.span for name, one in _claims(story).items()}


def _regrouped(story: Story, old: Sequence[Proposition], groups: Iterable[_Group]) -> Story:
    """Give ``story`` with ``groups`` of two claims or more as propositions in place of ``old``."""
    gone = {one.id for one in old}
    new = [_made(story, one) for one in groups if len(one.claims) > 1]
    kept = [one for one in story.propositions if one.id not in gone]
    all_ = tuple(sorted((*kept, *new), key=lambda one: (one.title, one.id)))
    home = {claim: one.id for one in all_ for claim in one.claims}
    analyses = tuple(
        replace(one, claims=tuple(replace(claim, proposition=home.get(claim.id)) for claim in one.claims))
        for one in story.analyses
    )
    return replace(story, propositions=all_, analyses=analyses)


def _made(story: Story, group: _Group) -> Proposition:
    claims = sorted((_claims(story)[one] for one in group.claims), key=lambda one: (one.span, one.id))
    known = outlets(story)
    ids = tuple(one.id for one in claims)
    title, asked = _title(story, claims, group.like), _slot(claims, group.like)
    return Proposition(named(ids), title, ids, asked, outlet_stances(claims, known), group.links, _score(group.links))


def _title(story: Story, claims: Sequence[Claim], like: Proposition | None) -> Span:
    """Give the title that the claims had, where its words are still theirs; else those of a short plain statement."""
    if like is not None and any(_within(like.title, one.span) for one in claims):
        return like.title
    texts = {one.id: one.text for one in story.articles}

    def worth(one: Claim) -> tuple[bool, bool, int, Span]:
        words = texts[one.span.article][one.span.start : one.span.end].split()
        return one.stance != "asserts", len(words) < _FEWEST_WORDS, len(words), one.span

    return min(claims, key=worth).span


def _within(inner: Span, outer: Span) -> bool:
    return inner.article == outer.article and outer.start <= inner.start and inner.end <= outer.end


def _slot(claims: Sequence[Claim], like: Proposition | None) -> Slot:
    if like is not None:
        return like.slot
    counted = Counter(one.slot or "happened" for one in claims)
    return min(counted, key=lambda slot: (-counted[slot], slot))


def _score(links: Sequence[Link]) -> float:
    return round(sum(one.score for one in links) / max(1, len(links)), 3)


def _kept(old: Proposition, side: Sequence[str], why: str, places: dict[str, Span]) -> tuple[Link, ...]:
    """Give the links that tie the claims ``side`` of ``old``, with new ones where what tied them has gone."""
    links = tuple(one for one in old.links if {one.left, one.right} <= set(side))
    return (*links, *(_judged(first, other, why, places, "suggested") for first, other in _gaps(side, links)))


def _gaps(ids: Sequence[str], links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims that must be tied for ``links`` to tie all of ``ids``."""
    first, *others = components(ids, [(one.left, one.right) for one in links])
    yield from ((first[0], other[0]) for other in others)


def _judged(
    left: str, right: str, why: str, places: dict[str, Span], status: Literal["confirmed", "suggested"]
) -> Link:
    score = 1.0 if status == "confirmed" else 0.5
    return Link(left, right, status, score, (Evidence(_FEATURE, score, why, places[left], places[right]),))


def _sealed(link: Link, why: str, places: dict[str, Span]) -> Link:
    told = tuple(one for one in link.evidence if one.feature != _FEATURE)
    seal = Evidence(_FEATURE, 1.0, why, places[link.left], places[link.right])
    return replace(link, status="confirmed", score=1.0, evidence=(seal, *told))


def _path(links: Sequence[Link], start: str, end: str) -> list[Link]:
    """Give the links on the way from one claim to another; none where they do not tie them."""
    ways: dict[str, list[Link]] = {start: []}
    edge = [start]
    while edge and end not in ways:
        reached = edge.pop(0)
        for link in links:
            other = {link.left: link.right, link.right: link.left}.get(reached)
            if other is not None and other not in ways:
                ways[other] = [*ways[reached], link]
                edge.append(other)
    return ways.get(end, [])
