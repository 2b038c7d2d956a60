"""What comes first on the page, what of a proposition is sure, and what each outlet has to say to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

__all__ = ["Cell", "Row", "cells", "outlet_of", "ranked"]

Json = Mapping[str, Any]

_STANCES = ("asserts", "denies", "hedges", "declines", "unaware")


class Row(NamedTuple):
    """A proposition with its claims in order of article and place, and the conflicts over it.

    ``sure`` are the ids of the claims that surely are of it: those that confirmed links hold together, and those that
    clash. ``disputed`` tells whether some of them cannot all hold, or one surely denies what another holder asserts.
    ``outlets`` give the outlet of each article.
    """

    proposition: Json
    claims: tuple[Json, ...]
    conflicts: tuple[Json, ...]
    sure: frozenset[str]
    disputed: bool
    outlets: Mapping[str, str]


class Cell(NamedTuple):
    """What one outlet has of a proposition: the stances it takes itself, and those of whom it cites."""

    outlet: str
    own: tuple[str, ...]
    reports: tuple[str, ...]


def outlet_of(article: Json) -> str:
    """Give the name that the outlet of ``article`` has in chains."""
    return str(article["outlet"] or article["name"])


def ranked(story: Json) -> list[Row]:
    """Give every proposition of a story file: what is disputed first, then what most families surely speak of."""
    outlets = {one["id"]: outlet_of(one) for one in story["articles"]}
    families = {article: at for at, family in enumerate(story["families"]) for article in family}
    claims = {one["id"]: one for one in story["claims"]}
    conflicts: dict[str, list[Json]] = {}
    for conflict in story["conflicts"]:
        conflicts.setdefault(conflict["proposition"], []).append(conflict)
    rows = [_row(one, claims, tuple(conflicts.get(one["id"], ())), outlets) for one in story["propositions"]]
    return sorted(rows, key=lambda row: _weight(row, families))


def _row(proposition: Json, claims: Mapping[str, Json], conflicts: tuple[Json, ...], outlets: Mapping[str, str]) -> Row:
    own = [claims[one] for one in proposition["claims"]]
    ordered = sorted(own, key=lambda one: (one["span"]["article"], one["span"]["start"], one["id"]))
    clashing = {claim for one in conflicts for side in one["sides"] for claim in side["claims"]}
    sure = _core(proposition) | clashing
    disputed = any(one["severity"] == "hard" or one["kind"] == "polarity" for one in conflicts) or any(
        link["status"] == "confirmed" and _opposed(claims[link["left"]], claims[link["right"]])
        for link in proposition["links"]
    )
    return Row(proposition, tuple(ordered), conflicts, frozenset(sure), disputed, outlets)


def _core(proposition: Json) -> set[str]:
    """Give the claims (ids) of the largest group that confirmed links hold together, none where there are no such."""
    groups = {claim: {claim} for claim in proposition["claims"]}
    for link in proposition["links"]:
        left, right = groups[link["left"]], groups[link["right"]]
        if link["status"] == "confirmed" and left is not right:
            groups.update(dict.fromkeys(left | right, left | right))
    best = max(groups.values(), key=lambda group: (len(group), min(group)), default=set())
    return best if len(best) > 1 else set()


def _opposed(one: Json, other: Json) -> bool:
    return {one["stance"], other["stance"]} == {"asserts", "denies"} and one["holder"] != other["holder"]


def _weight(row: Row, families: Mapping[str, int]) -> tuple[bool, int, int, int, str]:
    told = [claim for claim in row.claims if claim["id"] in row.sure]
    reached = {families.get(claim["span"]["article"]) for claim in told}
    holders = {claim["holder"] for claim in told}
    return not row.disputed, -len(reached), -len(holders), -len(told), row.proposition["id"]


def cells(row: Row) -> list[Cell]:
    """Give a cell for each outlet that is not silent; stances stand in the order in which the legend has them."""
    own: dict[str, set[str]] = {}
    reports: dict[str, set[str]] = {}
    for claim in row.claims:
        kept = own if len(claim["chain"]) == 1 else reports
        kept.setdefault(row.outlets[claim["span"]["article"]], set()).add(claim["stance"])
    return [
        Cell(name, _ordered(own.get(name, ())), _ordered(reports.get(name, ()))) for name in sorted({*own, *reports})
    ]


def _ordered(stances: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(stances, key=_STANCES.index))
