"""What every request passes before anything is done for it, and what every answer carries.

The desk answers only to its own names on this machine, so that no other site can be made to point at it; it writes only
for its own pages, or for a program that is no browser; and no request may be large or slow without end.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LARGEST", "POLICY", "guarded"]

LARGEST = 32_000_000
"""Bytes of the largest body: a few hundred reports, or one file of many."""
SLOWEST = 30.0
"""Seconds that a body may take to arrive."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cache-control": b"no-store",
}
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_READS = frozenset({"GET", "HEAD"})


class _Refused(Exception):
    """A request that nothing is done for: the status of the answer, the cause, the mend."""


def guarded(app: ASGIApp) -> ASGIApp:
    """Give ``app`` behind the guard."""

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = [(name, value) for name, value in message["headers"] if name.lower() not in _HEADERS]
                message = {**message, "headers": [*given, *_HEADERS.items()]}
            await send(message)

        try:
            _admit(scope)
            body = await _whole(scope, receive)
        except _Refused as refused:
            await _refuse(sealed, *refused.args)
            return
        await app(scope, _replayed(body, receive), sealed)

    return call


def _admit(scope: Scope) -> None:
    """Let a request pass that is for this desk, and, where it writes, from its own pages. Raises ``_Refused``."""
    headers = _headers(scope["headers"])
    host = _one(headers, "host")
    name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "80")
    if name.lower() not in _NAMES or port != str((scope.get("server") or ("", 0))[1]):
        raise _Refused(421, f"this is not {host or 'a host without a name'}", "open the address that the desk printed")
    if scope["method"] not in _READS | {"POST"}:
        raise _Refused(405, f"{scope['method']} is not done here", "use GET or POST")
    if scope["method"] == "POST":
        _own(headers, host)


def _own(headers: Mapping[str, list[str]], host: str) -> None:
    """Let a write pass: JSON, and from a page of the desk where it is a browser that sends it. Raises ``_Refused``."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    foreign = (origin is not None and origin != [f"http://{host}"]) or (site is not None and site != ["same-origin"])
    if foreign:
        raise _Refused(403, "another site asked for it", "use the pages of the desk")
    if _one(headers, "content-type").partition(";")[0].strip().lower() != "application/json":
        raise _Refused(415, "it is not sent as JSON", "set Content-Type: application/json")


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in raw:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1").strip())
    return found


def _one(headers: Mapping[str, list[str]], name: str) -> str:
    """Give the value of a header that must be there once, ``""`` where it is not."""
    values = headers.get(name, [])
    return values[0] if len(values) == 1 else ""


async def _whole(scope: Scope, receive: Receive) -> bytes:
    """Give the whole body. Raises ``_Refused`` where it is too large, or too slow in coming."""
    told = _one(_headers(scope["headers"]), "content-length")
    if told.isascii() and told.isdigit() and int(told) > LARGEST:
        raise _Refused(413, f"it is over {LARGEST // 1_000_000} MB", "send less at once")
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _Refused(400, "it broke off", "send it again")
                body += message.get("body", b"")
                if len(body) > LARGEST:
                    raise _Refused(413, f"it is over {LARGEST // 1_000_000} MB", "send less at once")
                if not message.get("more_body"):
                    return bytes(body)
    except TimeoutError as error:
        raise _Refused(
            408, f"it took over {SLOWEST:.0f} seconds to arrive", "send it again, or less at once"
        ) from error


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Give what an application receives whose body has come whole already."""
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay


async def _refuse(send: Send, status: int, cause: str, mend: str) -> None:
    body = json.dumps({"error": {"name": "request", "cause": cause, "mend": mend}}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    # the rest of a body that was not read would be taken for the next request
    headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
