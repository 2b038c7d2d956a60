"""From a story file back to a Story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from rashomon.errors import StoryError
from rashomon.model import (
    Alignment,
    Analysis,
    Article,
    Attribution,
    Block,
    Claim,
    Conflict,
    Entity,
    Fact,
    Moment,
    Omission,
    Origin,
    Outcome,
    Position,
    Proposition,
    Shift,
    Span,
    Story,
    Timex,
    Voice,
    Wording,
)

__all__ = ["load", "loads"]

Value = TypeVar("Value")


def loads(data: bytes, name: str) -> Any:
    """Give the JSON value in ``data``, the content of the file ``name``.

    Raises ``StoryError`` where it is no JSON.
    """
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        where = f" from line {error.lineno} on" if isinstance(error, json.JSONDecodeError) else ""
        mend = "give a file written with --json or -o"
        raise StoryError(name, f"it is not a story file: this is not JSON{where}", mend) from error


def load(file: Mapping[str, Any]) -> Story:
    """Give the Story that ``file``, the values of a story file that ``verify`` has passed, was exported from.

    Exporting it again gives ``file``, but for the version of the program. Articles stand by date, then by name, as
    ``reconcile`` gives them. Mentions, references and problems are not in a story file: the Story has none.
    """
    articles = sorted(
        map(_article, file["articles"]), key=lambda one: (one.published.value or "9999", one.name, one.id)
    )
    blocks = {one["id"]: _blocks(one["id"], one["blocks"]) for one in file["articles"]}
    order = [article.id for article in articles]
    return Story(
        articles=tuple(articles),
        blocks=tuple(blocks[one] for one in order),
        entities=_all(Entity, file["entities"]),
        analyses=_analyses(order, file),
        alignments=_all(Alignment, file["alignments"]),
        families=tuple(tuple(family) for family in file["families"]),
        propositions=_all(Proposition, ({**one, "outlets": one["outlets"].items()} for one in file["propositions"])),
        conflicts=_all(Conflict, file["conflicts"]),
        positions=_all(Position, file["positions"]),
        shifts=_all(Shift, file["shifts"]),
        origins=_all(
            Origin, ({**origin, "proposition": one["id"]} for one in file["propositions"] for origin in one["origins"])
        ),
        omissions=_all(Omission, file["omissions"]),
        wording=_all(Wording, file["wording"]),
        timeline=_all(Moment, file["timeline"]),
        voices=_all(Voice, file["voices"]),
        judged=_all(Outcome, file["judged"]),
    )


def _all(kind: type[Value], values: Iterable[Any]) -> tuple[Value, ...]:
    return tuple(_made(kind, value) for value in values)


def _made(kind: Any, value: Any) -> Any:
    """Give what JSON has as ``value`` as a ``kind``: a type of the model, or one that a field of it has."""
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        return tuple(_made(inner[0], one) for one in value) if inner[-1] is Ellipsis else tuple(value)
    if get_origin(kind) is UnionType:  # each union of the model is "or None"
        return None if value is None else _made(get_args(kind)[0], value)
    if hasattr(kind, "__dataclass_fields__"):
        return kind(**{name: _made(hint, value[name]) for name, hint in _hints(kind)})
    return value


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(get_type_hints(kind).items())


def _analyses(order: Iterable[str], file: Mapping[str, Any]) -> tuple[Analysis, ...]:
    times: dict[str, list[Timex]] = {}
    attributions: dict[str, list[Attribution]] = {}
    claims: dict[str, list[Claim]] = {}
    for time in _all(Timex, file["times"]):
        times.setdefault(time.span.article, []).append(time)
    for one in _all(Attribution, file["attributions"]):
        attributions.setdefault(one.article, []).append(one)
    for claim in _all(Claim, file["claims"]):
        claims.setdefault(claim.span.article, []).append(claim)
    return tuple(
        Analysis(
            article,
            times=tuple(times.get(article, ())),
            attributions=tuple(attributions.get(article, ())),
            claims=tuple(claims.get(article, ())),
        )
        for article in order
    )


def _article(value: Mapping[str, Any]) -> Article:
    why = value["basis"]

    def fact(name: str) -> Fact:
        return _fact(value[name], why[name])

    return Article(
        id=value["id"],
        name=value["name"],
        text=value["text"],
        sha256=value["sha256"],
        outlet=fact("outlet"),
        title=fact("title"),
        authors=tuple(map(_fact, value["authors"], why["authors"])),
        dateline=_made(Fact, value["dateline"]),
        published=_made(Fact, value["published"]),
        language=fact("language"),
        genre=fact("genre"),
        url=value["url"],
        notes=tuple(value["notes"]),
        body=_blocks(value["id"], value["body"]),
    )


def _fact(value: str | None, why: Mapping[str, Any]) -> Fact:
    return Fact(value, why["basis"], why["evidence"], _made(Span | None, why["span"]))


def _blocks(article: str, values: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple(Block(Span(article, one["start"], one["end"]), one["role"]) for one in values)
