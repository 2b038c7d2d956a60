"""What comes first on the page: which proposition is most disputed, and what each outlet has to say to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["Cell", "Row", "cells", "core", "disputed", "outlet_of"]

Json = Mapping[str, Any]

_STANCES = ("asserts", "denies", "hedges", "declines", "unaware")


class Row(NamedTuple):
    """A proposition with its claims in order of article and place, and what clashes in it.

    ``against`` is the number of outlets on the smaller side: of those that have somebody assert it, and of those that
    have somebody deny it. ``outlets`` give the outlet of each article.
    """

    proposition: Json
    claims: tuple[Json, ...]
    conflicts: tuple[Json, ...]
    against: int
    outlets: Mapping[str, str]


class Cell(NamedTuple):
    """What one outlet has of a proposition: the stances it takes itself, and those of whom it cites."""

    outlet: str
    own: tuple[str, ...]
    reports: tuple[str, ...]


def outlet_of(article: Json) -> str:
    """Give the name that the outlet of ``article`` has in chains."""
    return str(article["outlet"] or article["name"])


def disputed(story: Json) -> list[Row]:
    """Give every proposition of a story file, what is most disputed first.

    First those whose smaller side has most outlets; then by hard conflicts, all conflicts, outlets, claims.
    """
    outlets = {one["id"]: outlet_of(one) for one in story["articles"]}
    claims = {one["id"]: one for one in story["claims"]}
    conflicts: dict[str, list[Json]] = {}
    for conflict in story["conflicts"]:
        conflicts.setdefault(conflict["proposition"], []).append(conflict)
    rows = [
        _row(one, [claims[claim] for claim in one["claims"]], conflicts.get(one["id"], ()), outlets)
        for one in story["propositions"]
    ]
    return sorted(rows, key=_weight)


def _row(proposition: Json, claims: Iterable[Json], conflicts: Iterable[Json], outlets: Mapping[str, str]) -> Row:
    ordered = tuple(sorted(claims, key=lambda one: (one["span"]["article"], one["span"]["start"], one["id"])))
    sides = [
        {outlets[claim["span"]["article"]] for claim in ordered if claim["stance"] == stance}
        for stance in ("asserts", "denies")
    ]
    return Row(proposition, ordered, tuple(conflicts), min(map(len, sides)), outlets)


def _weight(row: Row) -> tuple[int, int, int, int, int, str]:
    hard = sum(one["severity"] == "hard" for one in row.conflicts)
    reached = len({row.outlets[claim["span"]["article"]] for claim in row.claims})
    return -row.against, -hard, -len(row.conflicts), -reached, -len(row.claims), row.proposition["id"]


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


def core(proposition: Json, claims: Sequence[Json]) -> set[str]:
    """Give the ids of the claims that confirmed links hold together with the claim the title is cut from.

    Where no claim is the title, with the first; where there are no links at all, every claim.
    """
    ids = [claim["id"] for claim in claims]
    if not proposition["links"] or not ids:
        return set(ids)
    title = proposition["title"]
    place = (title["article"], title["start"])
    inside = [claim["id"] for claim in claims if _starts(claim, place)]
    near: dict[str, list[str]] = {}
    for link in proposition["links"]:
        if link["status"] == "confirmed":
            near.setdefault(link["left"], []).append(link["right"])
            near.setdefault(link["right"], []).append(link["left"])
    reached: set[str] = set()
    ahead = [inside[0] if inside else ids[0]]
    while ahead:
        one = ahead.pop()
        if one not in reached:
            reached.add(one)
            ahead += near.get(one, ())
    return reached


def _starts(claim: Json, place: tuple[str, int]) -> bool:
    return (claim["span"]["article"], claim["span"]["start"]) == place
