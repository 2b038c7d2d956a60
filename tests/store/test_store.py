"""The database: what is kept comes back, what is wrong is told, what is searched is found."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon import store
from rashomon.errors import StoreError
from rashomon.judge import judgement, target, undoing
from rashomon.store import Indexed, Reading
from whole import OPEN, whole

READING = Reading("0.1", "2031-03-08T12:00:00+00:00", "sum", '{"format": "rashomon-story/1"}')
JUDGED = judgement("accept", [target(whole(), "claim", OPEN[0].id)], ("Ana", datetime(2031, 3, 8, tzinfo=UTC)))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Give a new database."""
    with store.opened(tmp_path / "new" / "stories.db") as database:
        yield database


def test_a_story_and_its_articles_come_back(database: sqlite3.Connection):
    """Byte for byte, by name; an article added again under its name is read in place of the old one, which is kept."""
    story = store.add_story(database, "The gate")
    assert store.add_articles(database, story, [("b.txt", b"\xff\x00b"), ("a.txt", b"old")]) == 2
    assert store.add_articles(database, story, [("b.txt", b"\xff\x00b"), ("a.txt", b"new")]) == 1
    assert [(one.name, one.data) for one in store.articles(database, story)] == [
        ("a.txt", b"new"),
        ("b.txt", b"\xff\x00b"),
    ]
    assert database.execute("SELECT count(*) FROM article").fetchone()[0] == 3


def test_what_goes_back_to_an_old_text_is_read_so(database: sqlite3.Connection):
    """The last one added counts, even where it was there before."""
    story = store.add_story(database, "The gate")
    for text in (b"one", b"two", b"one"):
        assert store.add_articles(database, story, [("a.txt", text)]) == 1
    assert store.articles(database, story)[0].data == b"one"


def test_the_latest_reading_is_kept(database: sqlite3.Connection):
    """In place of the one before; the list says whether it is of the articles that the story has now."""
    story = store.add_story(database, "The gate")
    store.add_articles(database, story, [("a.txt", b"text")])
    assert store.reading(database, story) is None
    current = replace(READING, inputs=store.inputs(database, story))
    store.save_reading(database, story, READING, [])
    store.save_reading(database, story, current, [])
    assert store.reading(database, story) == current
    (entry,) = store.stories(database)
    assert (entry.title, entry.articles, entry.engine, entry.current) == ("The gate", 1, "0.1", True)
    store.add_articles(database, story, [("b.txt", b"more")])
    assert store.stories(database, story=story)[0].current is False


def test_judgements_come_back_in_their_order(database: sqlite3.Connection):
    """One kept twice is there once; an undoing is of a judgement of the same story."""
    story, other = store.add_story(database, "The gate"), store.add_story(database, "The quay")
    back = undoing(JUDGED, ("Bo", datetime(2031, 3, 9, tzinfo=UTC)))
    for one in (JUDGED, back, JUDGED):
        store.add_judgement(database, story, one)
    assert store.judgements(database, story) == (JUDGED, back)
    assert store.judgements(database, other) == ()
    with pytest.raises(StoreError, match="no such judgement of it"):
        store.add_judgement(database, other, back)


@pytest.mark.parametrize("change", ["UPDATE judgement SET author = 'Bo'", "DELETE FROM judgement"])
def test_judgements_are_never_changed_or_dropped(database: sqlite3.Connection, change: str):
    """Not even by hand."""
    store.add_judgement(database, store.add_story(database, "The gate"), JUDGED)
    with pytest.raises(sqlite3.IntegrityError, match="a judgement is never"):
        database.execute(change)


@pytest.mark.parametrize(
    "ask",
    [
        lambda database: store.articles(database, "none"),
        lambda database: store.add_articles(database, "none", [("a.txt", b"a")]),
        lambda database: store.reading(database, "none"),
        lambda database: store.save_reading(database, "none", READING, []),
        lambda database: store.add_judgement(database, "none", JUDGED),
        lambda database: store.ask(database, "none"),
    ],
)
def test_a_story_that_is_not_there_is_told(database: sqlite3.Connection, ask):
    """Whatever is asked of it."""
    with pytest.raises(StoreError, match="no such story"):
        ask(database)


def test_stories_are_found_by_the_words_of_their_articles(database: sqlite3.Connection):
    """Each word must stand there, accents and case aside, the last may be a beginning; with the passage that has it."""
    gate, quay = store.add_story(database, "The gate"), store.add_story(database, "The quay")
    store.save_reading(database, gate, READING, [Indexed("a.txt", "Dockers", "José Carrow shut the harbour gate.")])
    store.save_reading(database, quay, READING, [Indexed("b.txt", "Ferry", "The ferry\ud83d struck the quay.")])
    (found,) = store.stories(database, "jose harb")
    assert (found.id, found.found) == (gate, "\x02José\x03 Carrow shut the \x02harbour\x03 gate.")
    assert [one.id for one in store.stories(database, "QUAY")] == [quay]
    assert {one.id for one in store.stories(database, "the")} == {gate, quay}
    assert store.stories(database, "jose ferry") == ()


@pytest.mark.parametrize(
    "search", ['"', "a AND", "title:gate", "*", "NEAR(", "gate'); DROP TABLE words; --", "\x00", "-"]
)
def test_no_search_breaks(database: sqlite3.Connection, search: str):
    """What means something to the engine of the search is only looked for."""
    store.add_story(database, "The gate")
    assert len(store.stories(database, search)) <= 1
    assert len(store.stories(database)) == 1


def test_a_newer_reading_is_searched_not_the_older(database: sqlite3.Connection):
    """Words that are gone are not found; those of the title still are."""
    story = store.add_story(database, "The gate")
    store.save_reading(database, story, READING, [Indexed("a.txt", "", "dredger")])
    store.save_reading(database, story, READING, [Indexed("a.txt", "", "pilot")])
    assert store.stories(database, "dredger") == ()
    assert len(store.stories(database, "pilot")) == len(store.stories(database, "gate")) == 1


def test_a_job_waits_runs_and_ends_with_its_reading(database: sqlite3.Connection):
    """One waits at a time for a story; the one that has waited longest is taken first."""
    story, other = store.add_story(database, "The gate"), store.add_story(database, "The quay")
    first, second = store.ask(database, story), store.ask(database, other)
    assert store.ask(database, story) == first
    taken = store.take(database)
    assert taken is not None
    assert (taken.id, taken.state) == (first.id, "running")
    store.step(database, taken.id, "reading", 1, 3)
    store.finish(database, taken, READING, [], "")
    assert store.jobs(database, story)[0].state == "done"
    assert (store.jobs(database, story)[0].stage, store.jobs(database, story)[0].total) == ("reading", 3)
    assert store.reading(database, story) == READING
    store.take(database)
    store.fail(database, second.id, "no words", "add some")
    assert (store.jobs(database)[0].state, store.jobs(database)[0].cause) == ("failed", "no words")
    assert store.take(database) is None


def test_a_job_whose_process_has_ended_is_failed(database: sqlite3.Connection):
    """It says so, and the reading before it stays."""
    story = store.add_story(database, "The gate")
    store.save_reading(database, story, READING, [])
    store.ask(database, story)
    store.take(database)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    database.execute("UPDATE job SET pid = ?", (gone.pid,))
    assert store.jobs(database)[0].cause == "the process that read it has ended"
    assert store.reading(database, story) == READING


def test_a_failed_step_changes_nothing(database: sqlite3.Connection):
    """What was written before it in the same step is taken back."""

    def fails() -> None:
        with store.writing(database):
            store.add_story(database, "The gate")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert store.stories(database) == ()


@pytest.mark.parametrize(
    ("content", "cause"), [(b"not a database, but long enough to be one" * 100, "no database of rashomon")]
)
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes, cause: str):
    """And left as it is."""
    path = tmp_path / "stories.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=cause), store.opened(path):
        pass
    assert path.read_bytes() == content


def test_a_database_of_a_newer_version_is_told(tmp_path: Path):
    """And left as it is."""
    path = tmp_path / "stories.db"
    with store.opened(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version of rashomon"), store.opened(path):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    """By the name of the database."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="it cannot be opened"), store.opened(tmp_path / "file" / "stories.db"):
        pass


def test_the_default_is_in_the_user_s_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Where the system keeps such data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert store.default_path().name == "stories.db"
    assert "rashomon" in store.default_path().parts
