"""Reading in the background: a process of its own that reads one story after the other, as it is asked to.

It is asked by a line on its standard input, and ends with that: where the desk is gone, it goes too. Where it is
killed itself, the job fails, the reading before it stays, and the next that is asked for gets a new process.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic

from rashomon import store
from rashomon.errors import RashomonError
from rashomon.model import Options, Story
from rashomon.store import Indexed, Job, Reading

__all__ = ["Reader", "read_next"]

_PACE = 0.2
"""Seconds between two notes of how far a job is."""


@dataclass(slots=True)
class Reader:
    """The process that reads, started when it is first asked."""

    database: Path
    _process: subprocess.Popen[bytes] | None = None
    _lock: Lock = field(default_factory=Lock)

    def wake(self) -> None:
        """Make it read what waits."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                command = [sys.executable, "-W", "ignore", "-m", "rashomon.present.desk.reading", str(self.database)]
                self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            self._ask(self._process)

    def look(self) -> None:
        """Notice where it has ended, so that its job counts as failed, and start it again where another waits."""
        with self._lock:
            ended = self._process is not None and self._process.poll() is not None
        if ended:
            self.resume()

    def resume(self) -> None:
        """Start it where something waits, from before the desk was opened or before it ended."""
        with store.opened(self.database) as database:
            waits = any(one.state == "waiting" for one in store.jobs(database))
        if waits:
            self.wake()

    def stop(self) -> None:
        """End it; what it was reading is not kept."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.communicate()
                self._process = None

    @staticmethod
    def _ask(process: subprocess.Popen[bytes]) -> None:
        try:
            if process.stdin is not None:
                process.stdin.write(b"\n")
                process.stdin.flush()
        except OSError:  # it has just ended; whoever looks next starts another
            pass


def read_next(path: Path, reconciled: Callable[..., Story]) -> Job | None:
    """Read the story that has waited longest, by ``reconciled``, and give its job; None where none waits.

    The reading and the end of the job are kept in one step. What cannot be read fails the job, with cause and mend.
    """
    with store.opened(path) as database:
        job = store.take(database)
        if job is None:
            return None
        try:
            given, sources = store.inputs(database, job.story), store.articles(database, job.story)
            told = 0.0

            def tell(stage: str, done: int, total: int) -> None:
                nonlocal told
                if monotonic() - told >= _PACE or done == total:
                    told = monotonic()
                    store.step(database, job.id, stage, done, total)

            tell("opening", 0, len(sources))
            story, left_out = _read([(one.name, one.data) for one in sources], reconciled, tell)
            words = [Indexed(one.name, one.title.value or "", one.text) for one in story.articles]
            store.finish(database, job, _reading(story, given), words, left_out)
        except RashomonError as error:
            store.fail(database, job.id, f"{error.name}: {error.cause}", error.mend)
        except Exception as error:  # whatever it is, the job must not wait for ever
            store.fail(database, job.id, f"reading broke off: {error!r}", "report it, with the articles")
    return job


def _read(
    files: list[tuple[str, bytes]], reconciled: Callable[..., Story], tell: Callable[[str, int, int], None]
) -> tuple[Story, str]:
    """Give the story of ``files``, and what was left out of it. Raises ``RashomonError`` where nothing can be read."""
    from rashomon.read import articles_in

    articles, problems = articles_in(files)
    left_out = "; ".join(f"{one.name}: {one.cause}" for one in problems)
    if not articles:
        raise RashomonError("reading", left_out or "there are no articles", "add some that can be read")
    tell("loading the language model", 0, len(articles))
    return reconciled(articles, Options(), tell), left_out


def _reading(story: Story, given: str) -> Reading:
    from rashomon.present.story_file import dumps
    from rashomon.version import VERSION

    return Reading(VERSION, store.now(), given, dumps(story))


def _main() -> None:
    from rashomon.story import reconcile

    path = Path(sys.argv[1])
    for _ in sys.stdin:
        while read_next(path, reconcile) is not None:
            pass


if __name__ == "__main__":
    _main()
