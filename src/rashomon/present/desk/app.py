"""The desk as one ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.present.desk.api import OPERATIONS, Desk, endpoint
from rashomon.present.desk.guard import guarded
from rashomon.present.desk.pages import ASSETS, list_page, story_page
from rashomon.present.desk.reading import Reader

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

__all__ = ["app"]


def app(database: Path) -> ASGIApp:
    """Give the desk on the database at ``database``. Files are added by path from the folder ``inbox`` beside it."""
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    desk = Desk(database, database.parent / "inbox", Reader(database))
    static = [
        Mount(path, StaticFiles(directory=str(files(package).joinpath("static")))) for path, package in ASSETS.items()
    ]
    routes = [
        *(Route(one.path, endpoint(one, desk), methods=[one.method]) for one in OPERATIONS),
        Route("/", partial(_page, list_page, desk), methods=["GET"]),
        Route("/stories/{story}", partial(_page, story_page, desk), methods=["GET"]),
        Route("/favicon.ico", _icon, methods=["GET"]),
        *static,
    ]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        desk.inbox.mkdir(mode=0o700, parents=True, exist_ok=True)
        desk.reader.resume()
        try:
            yield
        finally:
            desk.reader.stop()

    handlers: dict[Any, Any] = {404: _missing, 405: _missing, 500: _broken}
    return guarded(Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers))


async def _page(made: Any, desk: Desk, request: Request) -> Response:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse

    status, text = await run_in_threadpool(made, desk.database, desk.inbox, request.path_params.get("story"))
    return HTMLResponse(text, status)


async def _icon(_: Request) -> Response:
    from starlette.responses import Response

    icon = files("rashomon.present.desk").joinpath("static", "icon.svg").read_bytes()
    return Response(icon, media_type="image/svg+xml")


async def _missing(request: Request, error: Any) -> Response:
    from starlette.responses import JSONResponse

    told = {
        "name": request.url.path,
        "cause": "there is nothing of this name to ask for",
        "mend": "see /api/openapi.json",
    }
    return JSONResponse({"error": told}, error.status_code)


async def _broken(request: Request, error: Exception) -> Response:
    from starlette.responses import JSONResponse

    told = {"name": request.url.path, "cause": f"the desk broke: {error!r}", "mend": "report it"}
    return JSONResponse({"error": told}, 500)
