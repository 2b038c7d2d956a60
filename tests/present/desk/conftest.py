"""A desk on a port of this machine, with a story in it that was read by hand."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, sleep

import httpx2
import pytest
import uvicorn

from rashomon import store
from rashomon.model import Story
from rashomon.present.desk import app
from rashomon.present.story_file import dumps
from rashomon.store import Indexed, Reading
from whole import whole


@dataclass(frozen=True, slots=True)
class Running:
    """A desk that runs: its address, its database, and a client that asks it."""

    url: str
    database: Path
    client: httpx2.Client

    def post(self, path: str, body: object, **headers: str) -> httpx2.Response:
        """Post ``body`` as JSON."""
        return self.client.post(path, json=body, headers=headers)

    def get(self, path: str, **headers: str) -> httpx2.Response:
        """Get what is at ``path``."""
        return self.client.get(path, headers=headers)

    def story(self, told: Story | None = None, title: str = "The gate") -> str:
        """Keep a story that was read already, and give its id."""
        told = told if told is not None else replace(whole(), judged=())
        with store.opened(self.database) as database:
            story = store.add_story(database, title)
            files = [(_whole(one.name).decode(), _whole(one.text)) for one in told.articles]
            store.add_articles(database, story, files)
            made = Reading("0.0", store.now(), store.inputs(database, story), dumps(told))
            words = [Indexed(one.name, one.title.value or "", one.text) for one in told.articles]
            store.save_reading(database, story, made, words)
        return story


def _whole(text: str) -> bytes:
    """Give a text as UTF-8, which halves of surrogate pairs have none of."""
    return text.encode("utf-8", "replace")


@contextmanager
def running(database: Path) -> Iterator[Running]:
    """Run a desk on ``database`` in a thread."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app(database), log_level="error", ws="none", proxy_headers=False, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until = monotonic() + 20
        while not server.started and monotonic() < until:
            sleep(0.01)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with httpx2.Client(base_url=url, timeout=30) as client:
            yield Running(url, database, client)
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a desk that all tests of a module share; each makes a story of its own."""
    with running(tmp_path_factory.mktemp("desk") / "stories.db") as found:
        yield found
