"""The desk as it is started: its address, reading in a process of its own, and what is left when that is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx2
import pytest

from rashomon import store
from rashomon.model import Options
from rashomon.present.desk.reading import read_next
from rashomon.present.story_file import verify
from whole import whole

TEXT = """Gate was shut, says harbour master

The harbour master, Ines Carrow, denied on Monday that the gate had been left open when the ferry docked.

Three dockers told the Post that the gate stood open all night.
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, subprocess.Popen[str], Path]]:
    """Give the address, the process and the database of a desk that was started from the command line."""
    database = tmp_path_factory.mktemp("desk") / "stories.db"
    command = [sys.executable, "-W", "ignore", "-m", "rashomon", "serve", "--db", str(database), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert found is not None
    client = httpx2.Client(base_url=found[0], timeout=10, transport=httpx2.HTTPTransport(retries=20))
    with client:
        yield client, process, database
    process.send_signal(signal.SIGINT)
    assert process.wait(20) in (0, 130)
    process.stdout.close()


def ended(client: httpx2.Client, story: str) -> dict[str, Any]:
    """Give the latest job of a story once it has ended."""
    until = monotonic() + 90
    while monotonic() < until:
        job = client.get(f"/api/stories/{story}/jobs").json()[0]
        if job["state"] in ("done", "failed"):
            return job
        sleep(0.1)
    raise TimeoutError(job)


def running(client: httpx2.Client, story: str) -> dict[str, Any]:
    """Give the latest job of a story as soon as it runs."""
    until = monotonic() + 60
    while monotonic() < until:
        job = client.get(f"/api/stories/{story}/jobs").json()[0]
        if job["state"] == "running":
            return job
        sleep(0.02)
    raise TimeoutError(job)


def test_a_story_is_read_in_the_background_and_a_kill_leaves_the_old_reading(started):
    """Read once; killed with -9 at the second reading, which fails and says so; another process takes the third."""
    client, _, database = started
    bad = {"name": "bad.txt", "text": "   "}
    made = client.post("/api/stories", json={"articles": [{"name": "post.txt", "text": TEXT}, bad]})
    story = made.json()["id"]
    job = ended(client, story)
    assert (job["state"], job["done"], job["total"]) == ("done", 1, 1)
    assert "bad.txt" in job["cause"]
    file = client.get(f"/api/stories/{story}/file").json()
    assert verify(file) > 5
    many = [{"name": f"{number}.txt", "text": TEXT * 3 + f"\nPier {number} was shut.\n"} for number in range(40)]
    client.post(f"/api/stories/{story}/articles", json={"articles": many})  # enough to be killed in the midst of it
    killed = running(client, story)["pid"]
    os.kill(killed, signal.SIGKILL)
    job = ended(client, story)
    assert (job["state"], job["cause"]) == ("failed", "the process that read it has ended")
    assert client.get(f"/api/stories/{story}/file").json() == file
    client.post(f"/api/stories/{story}/read", json={})
    assert running(client, story)["pid"] not in (killed, None)
    assert [one["title"] for one in client.get("/api/stories?search=dockers").json()] == ["post.txt, bad.txt"]
    assert database.exists()


def test_a_port_that_is_taken_is_told(started):
    """On one line, with what mends it."""
    client, _, database = started
    command = [sys.executable, "-W", "ignore", "-m", "rashomon", "serve", "--db", "x.db"]
    done = subprocess.run(
        [*command, "--port", str(client.base_url.port)], capture_output=True, text=True, cwd=database.parent
    )
    assert done.returncode == 1
    assert "name another with --port" in done.stderr


def test_a_job_that_cannot_be_done_fails_and_keeps_the_reading_before(tmp_path: Path):
    """Whatever breaks: nothing to read, or the engine itself."""
    path = tmp_path / "stories.db"
    with store.opened(path) as database:
        story = store.add_story(database, "The gate")
        before = store.Reading("0", "now", "sum", "old")
        store.save_reading(database, story, before, [])
        store.add_articles(database, story, [("a.txt", TEXT.encode())])
        store.ask(database, story)

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by hand")

    assert read_next(path, breaks) is not None
    with store.opened(path) as database:
        assert "ZeroDivisionError('by hand')" in store.jobs(database)[0].cause
        store.add_articles(database, story, [("a.txt", b" ")])
        store.ask(database, story)
    read_next(path, breaks)
    with store.opened(path) as database:
        assert store.jobs(database)[0].cause.startswith("reading: a.txt:")
        assert store.reading(database, story) == before
    assert read_next(path, breaks) is None


def test_a_job_says_how_far_it_is(tmp_path: Path):
    """Stage and count are in the database while it runs, for whoever asks."""
    path = tmp_path / "stories.db"
    with store.opened(path) as database:
        story = store.add_story(database, "The gate")
        store.add_articles(database, story, [("a.txt", TEXT.encode())])
        store.ask(database, story)
    seen = []

    def reads(articles: object, options: Options, tell: Any) -> object:
        for done in (0, 1):
            tell("reading", done, 1)
            with store.opened(path) as database:
                (job,) = store.jobs(database)
            seen.append((job.state, job.stage, job.done, job.total))
        return whole()

    read_next(path, reads)
    assert seen[-1] == ("running", "reading", 1, 1)
    with store.opened(path) as database:
        assert store.jobs(database)[0].state == "done"
        assert store.stories(database, story=story)[0].current
