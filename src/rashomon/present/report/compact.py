"""A story file made small for a page: each text once, spans as numbers into it, people and outlets once.

A span is ``[article, start, end]``: the number of the article on the page, and UTF-16 code units, half-open, which is
how JavaScript counts; the story file counts code points. Claims, propositions, conflicts, holders and outlets are
numbers into the list of their name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rashomon.present.report.rank import Row, cells, outlet_of, ranked
from rashomon.text import paragraphs

__all__ = ["compact", "origins", "units"]

Json = dict[str, Any]
Cut = Callable[[Mapping[str, Any]], list[int]]

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def units(text: str) -> Callable[[int], int]:
    """Give the function from an offset into ``text`` in code points to the same offset in UTF-16 code units.

    >>> units("a😀b")(2)
    3
    """
    astral = [found.start() for found in _ASTRAL.finditer(text)]
    return lambda offset: offset + bisect_left(astral, offset)


class _Numbers(NamedTuple):
    """Where each thing of the story file stands in the lists of the page."""

    articles: Mapping[str, int]
    outlets: Mapping[str, int]
    holders: Mapping[str, int]
    claims: Mapping[str, int]
    propositions: Mapping[str, int]
    conflicts: Mapping[str, int]


def compact(story: Mapping[str, Any]) -> Json:
    """Give the values of the story file ``story`` as one small JSON object, what is disputed first."""
    articles = sorted(story["articles"], key=_date)
    outlets = {outlet_of(one): one["outlet"] or _file(one["name"]) for one in articles}
    rows = ranked(story)
    places = {row.proposition["id"]: at for at, row in enumerate(rows)}
    conflicts = sorted(
        story["conflicts"],
        key=lambda one: (one["severity"] != "hard", places.get(one["proposition"], len(rows)), one["kind"], one["id"]),
    )
    holders = sorted(set(_holders(story)))
    numbers = _Numbers(
        articles={one["id"]: at for at, one in enumerate(articles)},
        outlets={name: at for at, name in enumerate(outlets)},
        holders={name: at for at, name in enumerate(holders)},
        claims={one["id"]: at for at, one in enumerate(story["claims"])},
        propositions=places,
        conflicts={one["id"]: at for at, one in enumerate(conflicts)},
    )
    offsets = [units(one["text"]) for one in articles]

    def cut(span: Mapping[str, Any]) -> list[int]:
        at = numbers.articles[span["article"]]
        return [at, offsets[at](span["start"]), offsets[at](span["end"])]

    return {
        "outlets": list(outlets.values()),
        "articles": _articles(story, articles, numbers, cut),
        "holders": _people(story, holders, outlets),
        "claims": _claims(story, rows, numbers, cut),
        "propositions": [_proposition(row, numbers, cut) for row in rows],
        "conflicts": [_conflict(one, numbers, cut) for one in conflicts],
        "judged": _judged(story),
        "alignments": [_alignment(one, numbers, cut) for one in story["alignments"]],
        **_readings(story, numbers, cut),
    }


def origins(story: Mapping[str, Any]) -> list[Json]:
    """Give every origin of a story file, with the id of its proposition."""
    return [{**origin, "proposition": one["id"]} for one in story["propositions"] for origin in one["origins"]]


def _date(article: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return article["published"]["value"] or "9999", article["outlet"] or "", article["name"], article["id"]


def _file(name: str) -> str:
    """Give the last part of a path, a URL as it is.

    >>> _file("post/gate.txt"), _file("https://orrin.example/gate")
    ('gate.txt', 'https://orrin.example/gate')
    """
    return name if "://" in name else name.rstrip("/").rsplit("/", 1)[-1] or name


def _holders(story: Mapping[str, Any]) -> Iterable[str]:
    for claim in story["claims"]:
        yield claim["holder"]
        yield from claim["chain"]
    for kind in ("positions", "origins", "shifts"):
        for one in story.get(kind, ()):
            yield one["holder"]
    for one in origins(story):
        if one["through"] is not None:
            yield one["through"]
    for one in story["positions"]:
        if one["principal"] is not None:
            yield one["principal"]


def _articles(story: Mapping[str, Any], articles: Sequence[Json], numbers: _Numbers, cut: Cut) -> list[Json]:
    families = {one: at for at, family in enumerate(story["families"]) for one in family}
    voices = {one["article"]: one for one in story["voices"]}
    return [_article(one, families.get(one["id"]), voices.get(one["id"]), numbers, cut) for one in articles]


def _article(article: Json, family: int | None, voice: Json | None, numbers: _Numbers, cut: Cut) -> Json:
    blocks = article["blocks"] or [
        {"role": "body", "start": start, "end": end} for start, end in paragraphs(article["text"])
    ]
    return {
        "id": article["id"],
        "name": article["name"],
        "outlet": numbers.outlets[outlet_of(article)],
        "title": article["title"],
        "authors": [author for author in article["authors"] if author],
        "published": article["published"]["value"],
        "basis": article["published"]["evidence"],
        "url": article["url"],
        "language": article["language"],
        "genre": article["genre"],
        "notes": article["notes"],
        "family": family,
        "text": article["text"],
        "blocks": [[one["role"], *cut({"article": article["id"], **one})[1:]] for one in blocks],
        "voice": voice and [voice["own"], voice["attributed"], voice["quoted"]],
        "opinion": [cut(span) for span in voice["opinion"]] if voice else [],
    }


def _people(story: Mapping[str, Any], holders: Sequence[str], outlets: Mapping[str, str]) -> list[Json]:
    entities = {one["id"]: one for one in story["entities"]}
    unnamed = {one["id"]: one["count"] for one in story["attributions"] if one["anonymous"]}
    counts: dict[str, int | None] = {}
    for claim in story["claims"]:
        if claim["attribution"] in unnamed and len(claim["chain"]) > 1:
            counts[claim["holder"]] = counts.get(claim["holder"]) or unnamed[claim["attribution"]]
    found = []
    for name in holders:
        entity = entities.get(name)
        kind = entity["kind"] if entity else "outlet" if name in outlets else "words"
        person = {"id": name, "name": entity["name"] if entity else outlets.get(name, name), "kind": kind}
        roles = entity["roles"][:3] if entity else []
        count = {"anonymous": True, "count": counts[name]} if name in counts else {}
        found.append(person | ({"roles": roles} if roles else {}) | count)
    return found


def _claims(story: Mapping[str, Any], rows: Sequence[Row], numbers: _Numbers, cut: Cut) -> list[Json]:
    attributions = {one["id"]: one for one in story["attributions"]}
    sure = {claim for row in rows for claim in row.sure}
    reasons = {
        claim: link["evidence"][0]["detail"]
        for row in rows
        for link in sorted(row.proposition["links"], key=lambda one: one["score"])
        if link["evidence"]
        for claim in (link["left"], link["right"])
    }
    return [
        _claim(one, attributions.get(one["attribution"]), numbers, cut)
        | ({"why": reasons[one["id"]]} if one["id"] in reasons else {})
        | ({} if one["proposition"] is None or one["id"] in sure else {"suggested": True})
        for one in story["claims"]
    ]


def _claim(claim: Json, told: Json | None, numbers: _Numbers, cut: Cut) -> Json:
    values = {
        "id": claim["id"],
        "span": cut(claim["span"]),
        "stance": claim["stance"],
        "holder": numbers.holders[claim["holder"]],
        "chain": [numbers.holders[name] for name in claim["chain"]],
        "said": claim["said"],
        "event": claim["event_time"],
        "proposition": numbers.propositions.get(claim["proposition"]),
        "value": claim["value"] and cut(claim["value"]["span"]),
        "cue": told and told["cue"] and cut(told["cue"]),
        "source": told and told["source"] and cut(told["source"]),
        "distance": told and told["distance"] and cut(told["distance"]),
    }
    return {key: value for key, value in values.items() if value is not None}


def _proposition(row: Row, numbers: _Numbers, cut: Cut) -> Json:
    return {
        "id": row.proposition["id"],
        "title": cut(row.proposition["title"]),
        "slot": row.proposition["slot"],
        "claims": [numbers.claims[claim["id"]] for claim in row.claims],
        "conflicts": [numbers.conflicts[one["id"]] for one in row.conflicts],
        "cells": [[numbers.outlets[cell.outlet], " ".join(cell.own), " ".join(cell.reports)] for cell in cells(row)],
        "disputed": row.disputed,
    }


def _conflict(one: Json, numbers: _Numbers, cut: Cut) -> Json:
    return {
        "id": one["id"],
        "kind": one["kind"],
        "severity": one["severity"],
        "proposition": numbers.propositions.get(one["proposition"]),
        "sides": [
            {
                "value": side["value"],
                "claims": [numbers.claims[claim] for claim in side["claims"]],
                "spans": [cut(span) for span in side["spans"]],
            }
            for side in one["sides"]
        ],
        "why": [found["detail"] for found in one["evidence"]],
    }


def _judged(story: Mapping[str, Any]) -> dict[str, str]:
    """Give what a person decided about each thing (by id), signed, the last decision where there are several."""
    return {
        one: f"{outcome['judgement']['kind']}, {outcome['judgement']['author']}"
        for outcome in sorted(story["judged"], key=lambda one: str(one["judgement"]["made"]))
        if outcome["status"] == "applied"
        for one in outcome["ids"]
    }


def _alignment(one: Json, numbers: _Numbers, cut: Cut) -> Json:
    direction = one["direction"]
    return {
        "kind": one["kind"],
        "spans": [cut(span) for span in one["spans"]],
        "similarity": one["similarity"],
        "differences": [[cut(found["left"]), cut(found["right"])] for found in one["differences"]],
        "origin": direction and numbers.articles[direction["origin"]],
        "basis": direction and direction["basis"],
    }


def _readings(story: Mapping[str, Any], numbers: _Numbers, cut: Cut) -> Json:
    """Give what is read off the propositions: positions, shifts, origins, omissions, wording, timeline."""
    names = {one["id"]: one["name"] for one in story["entities"]}
    return {
        "positions": [_position(one, numbers) for one in story["positions"]],
        "shifts": [
            {
                "holder": numbers.holders[one["holder"]],
                "proposition": numbers.propositions[one["proposition"]],
                "claims": [numbers.claims[step["claim"]] for step in one["steps"]],
            }
            for one in story["shifts"]
        ],
        "origins": [_origin(one, numbers) for one in origins(story)],
        "omissions": [
            {
                "article": numbers.articles[one["article"]],
                "proposition": numbers.propositions[one["proposition"]],
                "by": sorted(numbers.articles[article] for article in one["reported_by"]),
                "searched": one["searched"],
                "nearest": cut(one["nearest"]) if one["nearest"] else None,
            }
            for one in story["omissions"]
        ],
        "wording": [
            {
                "name": names.get(one["referent"], one["referent"]),
                "variants": [
                    {"text": variant["text"], "spans": [cut(span) for span in variant["spans"]]}
                    for variant in one["variants"]
                ],
            }
            for one in story["wording"]
        ],
        "timeline": [
            {
                "axis": one["axis"],
                "earliest": one["earliest"],
                "latest": one["latest"],
                "value": one["value"],
                "basis": one["basis"],
                "claims": [numbers.claims[claim] for claim in one["claims"]],
                "disputed": numbers.conflicts.get(one["disputed"]),
            }
            for one in sorted(story["timeline"], key=lambda one: (one["earliest"], one["latest"], one["axis"]))
        ],
    }


def _position(one: Json, numbers: _Numbers) -> Json:
    return {
        "holder": numbers.holders[one["holder"]],
        "proposition": numbers.propositions[one["proposition"]],
        "claim": numbers.claims[one["claim"]],
        "stance": one["stance"],
        "date": one["date"],
        "basis": one["basis"],
        "principal": None if one["principal"] is None else numbers.holders[one["principal"]],
    }


def _origin(one: Json, numbers: _Numbers) -> Json:
    return {
        "proposition": numbers.propositions[one["proposition"]],
        "holder": numbers.holders[one["holder"]],
        "claims": [numbers.claims[claim] for claim in one["claims"]],
        "outlets": [numbers.outlets[name] for name in one["outlets"] if name in numbers.outlets],
        "families": one["families"],
        "through": None if one["through"] is None else numbers.holders[one["through"]],
        "anonymous": one["anonymous"],
        "count": one["count"],
        "basis": one["basis"],
    }
