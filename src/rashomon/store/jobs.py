"""Readings that were asked for: one waits, one runs at a time in a process, and each says how far it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence

from rashomon.errors import NotKept
from rashomon.store.database import writing
from rashomon.store.stories import now, save_reading
from rashomon.store.values import Indexed, Job, Reading

__all__ = ["ask", "fail", "finish", "jobs", "step", "take"]

_COLUMNS = "id, story, state, stage, done, total, cause, mend, pid, made"
_STOPPED = ("the process that read it has ended", "read it again")


def ask(database: sqlite3.Connection, story: str) -> Job:
    """Ask for a reading of ``story``: give the job that waits for it, a new one where none does.

    Raises ``NotKept`` where there is no such story.
    """
    try:
        with writing(database):
            waiting = f"SELECT {_COLUMNS} FROM job WHERE story = ? AND state = 'waiting'"
            row = database.execute(waiting, (story,)).fetchone()
            if row is None:
                insert = "INSERT INTO job (story, state, stage, done, total, cause, mend, made) "
                new = f"{insert} VALUES (?, 'waiting', '', 0, 0, '', '', ?) RETURNING {_COLUMNS}"
                row = database.execute(new, (story, now())).fetchone()
    except sqlite3.IntegrityError as error:
        raise NotKept(story, "there is no such story", "look at the list of stories") from error
    return Job(*row)


def take(database: sqlite3.Connection) -> Job | None:
    """Give the job that has waited longest, running from now on in this process; None where none waits.

    Jobs whose process has ended before they did are failed first.
    """
    with writing(database):
        for row in database.execute("SELECT id, pid FROM job WHERE state = 'running'").fetchall():
            if not _runs(row["pid"]):
                _end(database, row["id"], *_STOPPED)
        longest = "SELECT id FROM job WHERE state = 'waiting' ORDER BY id LIMIT 1"
        taken = f"UPDATE job SET state = 'running', pid = ? WHERE id = ({longest}) RETURNING {_COLUMNS}"
        row = database.execute(taken, (os.getpid(),)).fetchone()
    return None if row is None else Job(*row)


def step(database: sqlite3.Connection, job: int, stage: str, done: int, total: int) -> None:
    """Say how far a job is."""
    with writing(database):
        database.execute("UPDATE job SET stage = ?, done = ?, total = ? WHERE id = ?", (stage, done, total, job))


def finish(database: sqlite3.Connection, job: Job, made: Reading, words: Sequence[Indexed], left_out: str) -> None:
    """Keep the reading that a job made and the job as done, both in one step; ``left_out`` says what was not read."""
    with writing(database):
        save_reading(database, job.story, made, words)
        database.execute("UPDATE job SET state = 'done', cause = ?, pid = NULL WHERE id = ?", (left_out, job.id))


def fail(database: sqlite3.Connection, job: int, cause: str, mend: str) -> None:
    """Keep a job as failed; the reading before it stays."""
    with writing(database):
        _end(database, job, cause, mend)


def jobs(database: sqlite3.Connection, story: str | None = None) -> tuple[Job, ...]:
    """Give the hundred latest jobs, or those of one story, the latest first. One whose process has ended is failed."""
    where, values = ("WHERE story = ?", (story,)) if story is not None else ("", ())
    rows = database.execute(f"SELECT {_COLUMNS} FROM job {where} ORDER BY id DESC LIMIT 100", values).fetchall()
    stopped = [row["id"] for row in rows if row["state"] == "running" and not _runs(row["pid"])]
    for job in stopped:
        fail(database, job, *_STOPPED)
    return jobs(database, story) if stopped else tuple(Job(*row) for row in rows)


def _end(database: sqlite3.Connection, job: int, cause: str, mend: str) -> None:
    ended = "UPDATE job SET state = 'failed', cause = ?, mend = ?, pid = NULL WHERE id = ? AND state = 'running'"
    database.execute(ended, (cause, mend, job))


def _runs(pid: int | None) -> bool:
    """Tell whether a process runs; where that cannot be asked without harm, it is taken to."""
    if pid is None or os.name == "nt":
        return pid is not None
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # it runs, and is somebody else's
        return True
    return True
