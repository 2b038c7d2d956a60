"""The log of people's judgements, which only grows."""

from __future__ import annotations

import json
import sqlite3

from rashomon.errors import NotKept
from rashomon.judge import from_values, to_values
from rashomon.model import Judgement
from rashomon.store.database import writing

__all__ = ["add_judgement", "judgements"]


def add_judgement(database: sqlite3.Connection, story: str, made: Judgement) -> None:
    """Keep ``made`` as the latest judgement of ``story``; one that is there already is not kept twice.

    Raises ``NotKept`` where there is no such story, or where what it undoes is no judgement of it.
    """
    values = to_values(made)
    row = (story, made.id, made.kind, json.dumps(values["targets"], ensure_ascii=True), made.change, made.author,
           made.made, made.note, made.undoes)  # fmt: skip
    columns = "story, id, kind, targets, change, author, made, note, undoes"
    insert = f"INSERT INTO judgement ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (story, id) DO NOTHING"
    try:
        with writing(database):
            database.execute(insert, row)
    except sqlite3.IntegrityError as error:
        raise NotKept(story, "there is no such story, or no such judgement of it", "look at its history") from error


def judgements(database: sqlite3.Connection, story: str) -> tuple[Judgement, ...]:
    """Give the judgements of ``story`` in the order they were made, those that were undone among them."""
    columns = "id, kind, targets, author, made, change, note, undoes"
    rows = database.execute(f"SELECT {columns} FROM judgement WHERE story = ? ORDER BY seq", (story,))
    return tuple(from_values({**row, "targets": json.loads(row["targets"])}) for row in map(dict, rows))
