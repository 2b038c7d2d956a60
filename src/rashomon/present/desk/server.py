"""The desk on a port of this machine, which nothing outside it can reach."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from rashomon import store
from rashomon.errors import RashomonError
from rashomon.present.desk.app import app

__all__ = ["serve"]


def serve(database: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve the desk on the database at ``database`` until it is interrupted; ``tell`` hears its address first.

    Port 0 means any that is free. Raises ``StoreError`` where the database cannot be used, ``RashomonError`` where the
    port is taken.
    """
    import uvicorn

    with store.opened(database):  # a fault of it is told before anything is served
        pass
    with _listening(port) as listening:
        tell(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            app(database),
            log_level="warning",
            server_header=False,
            ws="none",
            proxy_headers=False,
            limit_concurrency=64,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise RashomonError(
            f"port {port}", "it cannot be used, perhaps by another desk", "name another with --port"
        ) from error
    return listening
