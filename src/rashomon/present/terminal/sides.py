"""What a proposition's claims are to a reader: what surely belongs together, who takes which side, what is disputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Claim, Proposition, Stance
from rashomon.present.terminal.page import Page

__all__ = ["Telling", "core", "in_order", "is_agreed", "is_disputed", "tellings", "weight"]

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


def is_disputed(page: Page, proposition: Proposition) -> bool:
    """Tell whether somebody denies what somebody else asserts, or claims of it cannot all hold."""
    if any(found.severity == "hard" for found in page.conflicts[proposition.id]):
        return True
    holders: dict[Stance, set[str]] = {"asserts": set(), "denies": set()}
    for claim in _claims(page, core(proposition)):
        holders.get(claim.stance, set()).add(claim.holder)
    return bool(holders["asserts"] - holders["denies"] and holders["denies"])


def is_agreed(page: Page, proposition: Proposition) -> bool:
    """Tell whether two families at least surely report it and nobody denies it."""
    sure = _claims(page, core(proposition))
    return (
        not is_disputed(page, proposition)
        and len({page.families[one.span.article] for one in sure if one.stance == "asserts"}) > 1
        and not any(one.stance == "denies" for one in sure)
    )


def weight(page: Page, proposition: Proposition) -> tuple[int, int, int, int]:
    """Give how much a proposition matters: hard conflicts, families, holders and claims that are surely of it."""
    sure = _claims(page, core(proposition))
    return (
        sum(found.severity == "hard" for found in page.conflicts[proposition.id]),
        len({page.families[one.span.article] for one in sure}),
        len({one.holder for one in sure}),
        len(sure),
    )


def in_order(page: Page, propositions: Sequence[Proposition]) -> list[Proposition]:
    """Give propositions, those that matter most first."""
    return sorted(propositions, key=lambda one: (*(-part for part in weight(page, one)), one.id))


def tellings(page: Page, proposition: Proposition) -> Iterator[Telling]:
    """Give who holds what: for each stance the holders, those first who are surely meant and most often heard."""
    sure = core(proposition)
    order = {article.id: at for at, article in enumerate(page.story.articles)}
    groups: dict[tuple[Stance, str], list[Claim]] = {}
    for claim in _claims(page, proposition.claims):
        groups.setdefault((claim.stance, claim.holder), []).append(claim)
    found = []
    for (stance, holder), claims in groups.items():
        best = sorted(
            claims,
            key=lambda one: (
                one.id not in sure,
                -min(one.span.end - one.span.start, _FULL),
                order[one.span.article],
                one.span,
                one.id,
            ),
        )
        found.append(Telling(stance, holder, tuple(best), best[0].id in sure))
    yield from sorted(
        found, key=lambda one: (not one.sure, -len(one.claims), order[one.claims[0].span.article], one.claims[0].span)
    )


def _claims(page: Page, ids: Sequence[str] | frozenset[str]) -> list[Claim]:
    return [page.claims[one] for one in sorted(ids)]
