"""store: the database of stories, their articles, the machine's readings and people's judgements.

with opened(path) as database:
    story = add_story(database, "The gate at Orrin")
    add_articles(database, story, [("post.txt", b"...")])
"""

from __future__ import annotations

from rashomon.store.database import default_path, opened, snapshot, writing
from rashomon.store.jobs import ask, fail, finish, jobs, step, take
from rashomon.store.judgements import add_judgement, judgements
from rashomon.store.stories import add_articles, add_story, articles, inputs, now, reading, save_reading, stories
from rashomon.store.values import Entry, Indexed, Job, Reading, Source

__all__ = [
    "Entry",
    "Indexed",
    "Job",
    "Reading",
    "Source",
    "add_articles",
    "add_judgement",
    "add_story",
    "articles",
    "ask",
    "default_path",
    "fail",
    "finish",
    "inputs",
    "jobs",
    "judgements",
    "now",
    "opened",
    "reading",
    "save_reading",
    "snapshot",
    "step",
    "stories",
    "take",
    "writing",
]
