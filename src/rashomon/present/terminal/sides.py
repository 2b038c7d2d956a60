"""What a proposition's claims are to a reader: what surely belongs together, who takes which side, what is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Claim, Proposition, Span, Stance
from rashomon.present.terminal.page import Page

__all__ = [
    "Telling",
    "core",
    "in_order",
    "is_agreed",
    "is_disputed",
    "outermost",
    "sure",
    "tellings",
    "weight",
    "within",
]

_FULL = 120
"""Code points from which more words tell no more: the fuller of two tellings is shown, up to here."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one holder says of a proposition in one stance: the claims, the best first; whether one is surely of it."""

    stance: Stance
    holder: str
    claims: tuple[Claim, ...]
    sure: bool


def core(proposition: Proposition) -> frozenset[str]:
    """Give the claims (ids) that confirmed links hold together: those about the title, or else the most.

    Empty where nothing is confirmed.
    """
    groups = {claim: {claim} for claim in proposition.claims}
    for link in proposition.links:
        if link.status == "confirmed" and groups[link.left] is not groups[link.right]:
            both = groups[link.left] | groups[link.right]
            groups.update(dict.fromkeys(both, both))
    best = max(groups.values(), key=lambda group: (len(group), min(group)), default=set())
    return frozenset(best) if len(best) > 1 else frozenset()


def sure(page: Page, proposition: Proposition) -> frozenset[str]:
    """Give the claims (ids) that are surely of one thing: the core, and those that clash over it."""
    return core(proposition) | _clashing(page, proposition)


def _clashing(page: Page, proposition: Proposition) -> frozenset[str]:
    return frozenset(claim for one in page.conflicts[proposition.id] for side in one.sides for claim in side.claims)


def is_disputed(page: Page, proposition: Proposition) -> bool:
    """Tell whether claims of it cannot all hold, or one denies what another, of another holder, surely asserts.

    Two claims that stand far apart in a group say little of each other: only a confirmed link between the two counts.
    """
    if any(one.severity == "hard" or one.kind == "polarity" for one in page.conflicts[proposition.id]):
        return True
    return any(
        link.status == "confirmed"
        and {page.claims[link.left].stance, page.claims[link.right].stance} == {"asserts", "denies"}
        and page.claims[link.left].holder != page.claims[link.right].holder
        for link in proposition.links
    )


def is_agreed(page: Page, proposition: Proposition) -> bool:
    """Tell whether two families at least surely report it and nobody denies it."""
    told = _claims(page, sure(page, proposition))
    return (
        not is_disputed(page, proposition)
        and len({page.families[one.span.article] for one in told if one.stance == "asserts"}) > 1
        and not any(one.stance == "denies" for one in told)
    )


def weight(page: Page, proposition: Proposition) -> tuple[int, int, int]:
    """Give how much a proposition matters: the families, holders and claims that are surely of it."""
    told = _claims(page, sure(page, proposition))
    return len({page.families[one.span.article] for one in told}), len({one.holder for one in told}), len(told)


def in_order(page: Page, propositions: Sequence[Proposition]) -> list[Proposition]:
    """Give propositions, those that matter most first."""
    return sorted(propositions, key=lambda one: (*(-part for part in weight(page, one)), one.id))


def tellings(page: Page, proposition: Proposition) -> list[Telling]:
    """Give who holds what in which stance: who surely speaks of it first, of them who clashes, nearest to its title."""
    certain = sure(page, proposition)
    claims = _claims(page, certain.union(proposition.claims))
    rank = _ranks(page, proposition, claims)
    groups: dict[tuple[Stance, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: rank[one.id]):
        groups.setdefault((claim.stance, claim.holder), []).append(claim)
    return [
        Telling(stance, holder, tuple(outermost(own)), any(one.id in certain for one in own))
        for (stance, holder), own in sorted(groups.items(), key=lambda item: rank[item[1][0].id])
    ]


def outermost(claims: Sequence[Claim]) -> list[Claim]:
    """Give claims without those that stand within another of the same holder and stance: its words have been shown."""
    return [
        one
        for one in claims
        if not any(
            other.span != one.span
            and (other.holder, other.stance) == (one.holder, one.stance)
            and within(one.span, other.span)
            for other in claims
        )
    ]


def within(inner: Span, outer: Span) -> bool:
    """Tell whether a span stands within another, or is it."""
    return inner.article == outer.article and outer.start <= inner.start and inner.end <= outer.end


def _ranks(page: Page, proposition: Proposition, claims: Sequence[Claim]) -> dict[str, tuple[object, ...]]:
    """Give for each claim what puts it before others: it is surely of it, clashes, is the title, is likely, is full."""
    certain, clashing = sure(page, proposition), _clashing(page, proposition)
    likely: dict[str, float] = {}
    for link in proposition.links:
        for claim in (link.left, link.right):
            likely[claim] = max(link.score, likely.get(claim, 0.0))
    order = {article.id: at for at, article in enumerate(page.story.articles)}
    title = proposition.title
    return {
        one.id: (
            one.id not in certain,
            one.id not in clashing,
            not (one.span.article == title.article and one.span.start < title.end and title.start < one.span.end),
            -round(likely.get(one.id, 0.0), 1),
            -min(one.span.end - one.span.start, _FULL),
            order[one.span.article],
            one.span,
            one.id,
        )
        for one in claims
    }


def _claims(page: Page, ids: Sequence[str] | frozenset[str]) -> list[Claim]:
    return [page.claims[one] for one in sorted(ids)]
