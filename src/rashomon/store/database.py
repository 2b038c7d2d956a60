"""The database file: opening it, bringing it up to date, writing to it whole or not at all.

SQLite in WAL mode: readers never wait for the writer and see one committed state; what was committed survives the end
of the process at any point, and the loss of power.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from time import sleep

from rashomon.errors import StoreError

__all__ = ["default_path", "opened", "snapshot", "writing"]

_WAIT = 10.0
"""Seconds to wait for another process that is writing; a write takes milliseconds."""
_MENDS = {
    sqlite3.SQLITE_FULL: ("the disk is full; nothing was changed", "make room and try again"),
    sqlite3.SQLITE_IOERR: ("the disk does not take it; nothing was changed", "make room, check the disk, try again"),
    sqlite3.SQLITE_BUSY: ("another process has been writing to it for too long", "try again"),
    sqlite3.SQLITE_READONLY: ("it is write-protected", "make it writable, or name another with --db"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "name a file in a folder you may write to with --db"),
    sqlite3.SQLITE_NOTADB: ("this is no database of rashomon", "name another file with --db"),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", "put back a copy of it, or name another with --db"),
}


def default_path() -> Path:
    """Give the database in the user's own data folder."""
    from platformdirs import user_data_path

    return user_data_path("rashomon", appauthor=False) / "stories.db"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database at ``path``, made and brought up to date where it has to be, and close it in the end.

    Raises ``StoreError``, for whatever SQLite raises inside as well.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _told(error, str(path)) from error
    try:
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA foreign_keys = ON")
        _wal(database)
        _migrate(database, str(path))
        yield database
    except sqlite3.Error as error:
        raise _told(error, str(path)) from error
    finally:
        database.close()


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """Make what is written inside one step: all of it is committed, or none. Inside another it is part of that one."""
    if database.in_transaction:
        yield
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has rolled back itself where the disk was full
            database.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(database: sqlite3.Connection) -> Iterator[None]:
    """Make all reads inside see one committed state, whatever other processes write meanwhile."""
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.execute("ROLLBACK")


def _wal(database: sqlite3.Connection) -> None:
    """Turn on WAL mode; SQLite does not itself wait where two processes do so at once on a new file."""
    for last in (*[False] * 40, True):
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            sleep(_WAIT / 40)


def _migrate(database: sqlite3.Connection, name: str) -> None:
    """Run the migrations that the file has not seen, each by its number, in one step."""
    steps = sorted(files(__package__).joinpath("migrations").iterdir(), key=lambda one: one.name)
    steps = [one for one in steps if one.name.endswith(".sql")]
    if _version(database) == len(steps):
        return
    with writing(database):
        seen = _version(database)  # another process may have been quicker
        if seen > len(steps):
            cause = "it was made by a newer version of rashomon"
            raise StoreError(name, cause, "install that version, or name another with --db")
        for number, one in enumerate(steps[seen:], seen + 1):
            for statement in _statements(one.read_text(encoding="utf-8")):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {number}")


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: run as a whole it would be committed on the way."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _told(error: Exception, name: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        cause = getattr(error, "strerror", None) or str(error)
        return StoreError(name, f"it cannot be opened: {cause}", "name a file in a folder you may write to with --db")
    cause, mend = _MENDS.get(code & 0xFF, (str(error), "see whether the file is a database of rashomon"))
    return StoreError(name, cause, mend)
