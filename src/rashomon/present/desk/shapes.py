"""What the bodies of requests must be, as JSON Schemas (draft 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from rashomon.model import JudgementKind, TargetKind

__all__ = ["ADDED", "CREATED", "EMPTY", "JUDGED", "UNDONE"]

Schema = Mapping[str, Any]


def _object(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _text(longest: int, fewest: int = 0) -> Schema:
    return {"type": "string", "minLength": fewest, "maxLength": longest}


def _list(items: Schema, most: int, fewest: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": fewest, "maxItems": most}


_NAME = _text(500, 1)
_ARTICLE = {
    "oneOf": [
        _object(("name", "text"), name=_NAME, text={"type": "string"}),
        _object(("name", "data"), name=_NAME, data={"type": "string", "contentEncoding": "base64"}),
    ]
}
_ARTICLES = _list(_ARTICLE, 1000)
_PATHS = {**_list(_text(1000, 1), 1000), "description": "below the folder that /api/inbox names"}

_IDS = [one for one in get_args(TargetKind) if one != "passage"]
_POINTED = {
    "oneOf": [
        _object(("kind", "ids"), kind={"enum": _IDS}, ids=_list(_text(100, 1), 1000, 1)),
        _object(
            ("kind", "article", "words"),
            kind={"const": "passage"},
            article=_text(100, 1),
            words=_text(20_000, 1),
            before=_text(200),
            after=_text(200),
            holder=_text(500, 1),
        ),
    ]
}

EMPTY = _object()
CREATED = _object(title=_text(500), articles=_ARTICLES, paths=_PATHS)
ADDED = _object(articles=_ARTICLES, paths=_PATHS)
JUDGED = _object(
    ("kind", "on"),
    kind={"enum": [one for one in get_args(JudgementKind) if one != "undo"]},
    on={**_list(_POINTED, 2, 1), "description": "a split of one statement may name that alone"},
    change={**_text(2000), "description": "a stance, a name or an ISO date, as the kind asks"},
    note=_text(2000),
    author=_text(200, 1),
)
UNDONE = _object(judgement=_text(100, 1), author=_text(200, 1))
