"""Stories and their articles, the machine's readings of them, and the search through both."""

from __future__ import annotations

import hashlib
import re
import secrets
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from rashomon.errors import NotKept
from rashomon.store.database import writing
from rashomon.store.values import Entry, Indexed, Reading, Source

__all__ = ["add_articles", "add_story", "articles", "inputs", "now", "reading", "save_reading", "stories"]

_LISTED = """
SELECT story.id, story.title, story.made, reading.engine, reading.made AS read, reading.inputs,
  (SELECT count(DISTINCT name) FROM article WHERE article.story = story.id) AS articles,
  (SELECT count(*) FROM judgement WHERE judgement.story = story.id) AS judgements
FROM story LEFT JOIN reading ON reading.story = story.id
"""
_FOUND = """
SELECT story, snippet(words, -1, char(2), char(3), ' … ', 24) AS found FROM words WHERE words MATCH ?
  ORDER BY rank LIMIT 1000
"""
_CURRENT = """
SELECT name, sha256, {data} added FROM article AS one WHERE story = ?
  AND seq = (SELECT max(seq) FROM article WHERE story = one.story AND name = one.name) ORDER BY name
"""


def now() -> str:
    """Give the time: ISO, with microseconds and zone."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def add_story(database: sqlite3.Connection, title: str) -> str:
    """Keep a new story, and give its id."""
    story = secrets.token_hex(6)
    with writing(database):
        database.execute("INSERT INTO story VALUES (?, ?, ?)", (story, title, now()))
        database.execute("INSERT INTO words VALUES (?, '', ?, '')", (story, title))
    return story


def add_articles(database: sqlite3.Connection, story: str, added: Sequence[tuple[str, bytes]]) -> int:
    """Keep articles of ``story``, each a name and its bytes, and give how many of them are new.

    One of a name that is there already is from now on read in its place; the old bytes are kept. All are kept or none.
    Raises ``NotKept`` where there is no such story.
    """
    with writing(database):
        _exists(database, story)
        there = {one["name"]: one["sha256"] for one in database.execute(_CURRENT.format(data=""), (story,))}
        new = [
            (story, name, digest, data, now())
            for name, data in added
            if there.get(name) != (digest := hashlib.sha256(data).hexdigest())
        ]
        database.executemany("INSERT INTO article (story, name, sha256, data, added) VALUES (?, ?, ?, ?, ?)", new)
    return len(new)


def articles(database: sqlite3.Connection, story: str) -> tuple[Source, ...]:
    """Give the articles of ``story``, the newest of each name, in the order of their names."""
    _exists(database, story)
    found = database.execute(_CURRENT.format(data="data,"), (story,))
    return tuple(Source(one["name"], one["sha256"], one["data"], one["added"]) for one in found)


def inputs(database: sqlite3.Connection, story: str) -> str:
    """Give a sum of the articles of ``story`` as they are now; readings of the same articles have the same."""
    found = database.execute(_CURRENT.format(data=""), (story,))
    return hashlib.sha256(repr([(one["name"], one["sha256"]) for one in found]).encode()).hexdigest()


def save_reading(database: sqlite3.Connection, story: str, made: Reading, words: Sequence[Indexed]) -> None:
    """Keep a reading in place of the one before, and search its articles by ``words`` from now on."""
    with writing(database):
        _exists(database, story)
        row = (story, made.engine, made.made, made.inputs, made.content)
        database.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)", row)
        database.execute("DELETE FROM words WHERE story = ? AND name <> ''", (story,))
        rows = [(story, *map(_plain, (one.name, one.title, one.text))) for one in words]
        database.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", rows)


def reading(database: sqlite3.Connection, story: str) -> Reading | None:
    """Give the machine's latest reading of ``story``, None where it was not read yet."""
    _exists(database, story)
    row = database.execute("SELECT engine, made, inputs, content FROM reading WHERE story = ?", (story,)).fetchone()
    return None if row is None else Reading(*row)


def stories(database: sqlite3.Connection, search: str = "", story: str | None = None) -> tuple[Entry, ...]:
    """Give all stories, the newest first; or those in which each word of ``search`` stands, the best first; or one.

    The last word may be the beginning of one.
    """
    terms = re.findall(r"\w+", search)
    if search.strip() and not terms:
        return ()
    if not terms:
        where, values = ("WHERE story.id = ?", (story,)) if story else ("ORDER BY story.made DESC", ())
        return tuple(_entry(database, row) for row in database.execute(f"{_LISTED} {where}", values))
    match = " ".join(f'"{term}"' for term in terms) + "*"
    found: dict[str, str] = {}
    for one in database.execute(_FOUND, (match,)):
        found.setdefault(one["story"], one["found"])
    rows = {row["id"]: row for row in database.execute(_LISTED)}
    return tuple(_entry(database, rows[one], passage) for one, passage in found.items())


def _entry(database: sqlite3.Connection, row: sqlite3.Row, found: str = "") -> Entry:
    current = row["inputs"] is not None and row["inputs"] == inputs(database, row["id"])
    told = (row["id"], row["title"], row["made"], row["articles"], row["judgements"], row["engine"], row["read"])
    return Entry(*told, current, found)


def _plain(text: str) -> str:
    """Give ``text`` without halves of surrogate pairs, which have no UTF-8."""
    return text.encode("utf-8", "replace").decode()


def _exists(database: sqlite3.Connection, story: str) -> None:
    if database.execute("SELECT 1 FROM story WHERE id = ?", (story,)).fetchone() is None:
        raise NotKept(story, "there is no such story", "look at the list of stories")
