"""The interface: one list of operations, from which the routes and the OpenAPI description are both made."""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon import store
from rashomon.errors import JudgementError, NotKept, RashomonError, ReadError, StoreError
from rashomon.present.desk import verbs
from rashomon.present.desk.reading import Reader
from rashomon.present.desk.shapes import ADDED, CREATED, EMPTY, JUDGED, UNDONE
from rashomon.version import VERSION

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["OPERATIONS", "Desk", "Operation", "described", "endpoint", "failure"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the operations work on: the database, the folder that files are added from, the process that reads."""

    database: Path
    inbox: Path
    reader: Reader


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: what its path and query name, and its body."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Json


Handler = Callable[[Desk, sqlite3.Connection, Asked], Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for. ``query`` names its parameters with what they are; ``body`` is a JSON Schema."""

    method: str
    path: str
    name: str
    summary: str
    handler: Handler
    status: int = 200
    query: tuple[tuple[str, str], ...] = ()
    body: Mapping[str, Any] | None = None


def _stories(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    return [asdict(one) for one in store.stories(database, asked.query.get("search", ""))]


def _create(desk: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    story = verbs.create(database, asked.body.get("title", ""), _given(desk, asked.body))
    desk.reader.wake()
    return _entry(database, story)


def _story(desk: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    desk.reader.look()
    return _entry(database, asked.path["story"])


def _add(desk: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    verbs.add(database, asked.path["story"], _given(desk, asked.body))
    desk.reader.wake()
    return _entry(database, asked.path["story"])


def _read(desk: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    job = store.ask(database, asked.path["story"])
    desk.reader.wake()
    return asdict(job)


def _jobs(desk: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    desk.reader.look()
    return [asdict(one) for one in store.jobs(database, asked.path["story"])]


def _file(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    return verbs.story_file(database, asked.path["story"], _with_judgements(asked))


def _report(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    from starlette.responses import HTMLResponse

    from rashomon.present.report import page

    text = page(verbs.story_file(database, asked.path["story"], _with_judgements(asked)))
    return HTMLResponse(text, headers={"content-disposition": 'attachment; filename="story.html"'})


def _history(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    return verbs.history(database, asked.path["story"])


def _judge(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    body = asked.body
    return _outcome(verbs.judgement(database, asked.path["story"], body["kind"], body["on"], body))


def _undo(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    body = asked.body
    return _outcome(verbs.undo(database, asked.path["story"], body.get("judgement"), body.get("author")))


def _queue(_: Desk, database: sqlite3.Connection, asked: Asked) -> Any:
    return verbs.queue(database, asked.path["story"])


def _inbox(desk: Desk, _: sqlite3.Connection, asked: Asked) -> Any:
    return {"folder": str(desk.inbox), "files": [name for name, _ in verbs.inbox(desk.inbox)]}


def _openapi(_: Desk, __: sqlite3.Connection, ___: Asked) -> Any:
    return described()


_BOTH = (("judgements", "yes, as it is without this, or no to leave them out"),)

OPERATIONS = (
    Operation("GET", "/api/openapi.json", "describe", "This description", _openapi),
    Operation(
        "GET",
        "/api/stories",
        "listStories",
        "The stories, or those in which each word stands",
        _stories,
        query=(("search", "words that must stand in a report or title; the last may be the beginning of one"),),
    ),
    Operation("POST", "/api/stories", "createStory", "Keep a new story, and read it", _create, 201, body=CREATED),
    Operation("GET", "/api/stories/{story}", "getStory", "One story of the list", _story),
    Operation(
        "POST",
        "/api/stories/{story}/articles",
        "addArticles",
        "Add articles; one of the name of another is read in its place",
        _add,
        202,
        body=ADDED,
    ),
    Operation(
        "POST", "/api/stories/{story}/read", "readStory", "Read it again in the background", _read, 202, body=EMPTY
    ),
    Operation(
        "GET", "/api/stories/{story}/jobs", "listJobs", "Its readings, the latest first, and how far they are", _jobs
    ),
    Operation("GET", "/api/stories/{story}/file", "getStoryFile", "The story file", _file, query=_BOTH),
    Operation(
        "GET", "/api/stories/{story}/report", "getReport", "The report as one page to keep", _report, query=_BOTH
    ),
    Operation(
        "GET",
        "/api/stories/{story}/judgements",
        "listJudgements",
        "Every judgement and what became of it, the latest first",
        _history,
    ),
    Operation(
        "POST", "/api/stories/{story}/judgements", "judge", "Judge what the story shows", _judge, 201, body=JUDGED
    ),
    Operation(
        "POST",
        "/api/stories/{story}/undo",
        "undo",
        "Take back a judgement, the last that stands where none is named",
        _undo,
        201,
        body=UNDONE,
    ),
    Operation("GET", "/api/stories/{story}/queue", "listQueue", "The links to review, the least certain first", _queue),
    Operation("GET", "/api/inbox", "listInbox", "The files that can be added by their paths", _inbox),
)
"""Everything that can be asked for."""


def endpoint(operation: Operation, desk: Desk) -> Callable[[Request], Any]:
    """Give the function that answers requests for ``operation``."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import Response

    async def answer(request: Request) -> Response:
        raw = await request.body()

        def worked() -> Response:
            body = _body(operation, raw)
            with store.opened(desk.database) as database:
                found = operation.handler(desk, database, Asked(request.path_params, request.query_params, body))
            return found if isinstance(found, Response) else _json(found, operation.status)

        try:
            return await run_in_threadpool(worked)
        except RashomonError as error:
            told = {"name": error.name, "cause": error.cause, "mend": error.mend}
            return _json({"error": told}, failure(error))

    return answer


def _json(value: Any, status: int) -> Response:
    """Give an answer of JSON in ASCII alone: a text may hold halves of surrogate pairs, which have no UTF-8."""
    from starlette.responses import Response

    return Response(json.dumps(value), status, media_type="application/json")


def failure(error: RashomonError) -> int:
    """Give the status that an answer with ``error`` has."""
    if isinstance(error, NotKept):
        return 404
    if isinstance(error, JudgementError | ReadError):
        return 422
    return 503 if isinstance(error, StoreError) else 500


def described() -> Json:
    """Give the OpenAPI description of the interface."""
    paths: dict[str, Json] = {}
    for one in OPERATIONS:
        told: Json = {
            "operationId": one.name,
            "summary": one.summary,
            "parameters": [*_parameters(one)],
            "responses": {
                str(one.status): {"description": "done"},
                "default": {"$ref": "#/components/responses/error"},
            },
        }
        if one.body is not None:
            told["requestBody"] = {"required": True, "content": {"application/json": {"schema": one.body}}}
        paths.setdefault(one.path, {})[one.method.lower()] = told
    return {
        "openapi": "3.1.0",
        "info": {"title": "rashomon desk", "version": VERSION},
        "paths": paths,
        "components": {"responses": {"error": {"description": "what went wrong", "content": _ERROR}}},
    }


_ERROR = {
    "application/json": {
        "schema": {
            "type": "object",
            "properties": {
                "error": {
                    "type": "object",
                    "properties": {name: {"type": "string"} for name in ("name", "cause", "mend")},
                    "required": ["name", "cause", "mend"],
                }
            },
            "required": ["error"],
        }
    }
}


def _parameters(one: Operation) -> Sequence[Json]:
    named = [part[1:-1] for part in one.path.split("/") if part.startswith("{")]
    text = {"type": "string"}
    return [
        *({"name": name, "in": "path", "required": True, "schema": text} for name in named),
        *({"name": name, "in": "query", "description": told, "schema": text} for name, told in one.query),
    ]


def _body(operation: Operation, raw: bytes) -> Json:
    """Give the body of a request. Raises ``JudgementError`` where it is not what ``operation`` takes."""
    from jsonschema import Draft202012Validator

    if operation.body is None:
        return {}
    try:
        # half of a surrogate pair, which JSON may hold, has no UTF-8 and is no character
        body = json.loads(json.dumps(json.loads(raw or b"{}"), ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise JudgementError("request", f"its body is no JSON: {error}", "send a JSON object") from error
    fault = next(Draft202012Validator(operation.body).iter_errors(body), None)
    if fault is not None:
        place = fault.json_path.removeprefix("$").removeprefix(".") or "the body"
        raise JudgementError("request", f"{place}: {fault.message[:200]}", "see /api/openapi.json")
    return body  # type: ignore[no-any-return]


def _entry(database: sqlite3.Connection, story: str) -> Json:
    found = store.stories(database, story=story)
    if not found:
        raise NotKept(story, "there is no such story", "look at the list of stories")
    latest = next(iter(store.jobs(database, story)), None)
    return asdict(found[0]) | {
        "job": latest and asdict(latest),
        "names": [one.name for one in store.articles(database, story)],
        "settled": found[0].engine is None or verbs.judged(database, story, 0)[1],
    }


def _outcome(outcome: Any) -> Json:
    return {
        "id": outcome.judgement.id,
        "status": outcome.status,
        "detail": outcome.detail,
        "ids": list(outcome.ids),
    }


def _given(desk: Desk, body: Json) -> list[tuple[str, bytes]]:
    """Give the articles of a body: those in it as text or as bytes in base 64, and those it names by path."""
    given = []
    for one in body.get("articles", ()):
        try:
            data = base64.b64decode(one["data"], validate=True) if "data" in one else one["text"].encode()
        except (binascii.Error, ValueError) as error:
            raise JudgementError(
                one["name"], f"its content cannot be read: {error}", "send base 64, or text"
            ) from error
        given.append((" ".join(one["name"].split())[:500] or "pasted.txt", data))
    return given + verbs.inbox(desk.inbox, body.get("paths", []))


def _with_judgements(asked: Asked) -> bool:
    return asked.query.get("judgements", "yes") != "no"
