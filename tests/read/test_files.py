"""Files, folders and standard input."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read import articles, articles_in

ONE = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on the quay."
TWO = "The harbour gate was shut at nine and stayed shut until the morning, the owner of the ferry said on Monday."


def test_a_folder_with_everything(tmp_path: Path):
    """A folder is searched all through, in the order of names; what cannot be read is named and stops nothing."""
    (tmp_path / "b.txt").write_text(ONE)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt.gz").write_bytes(gzip.compress(TWO.encode()))
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "broken.txt.gz").write_bytes(b"no gzip")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notes.doc").write_text(ONE)
    found, problems = articles([tmp_path])
    assert [Path(one.name).name for one in found] == ["b.txt", "c.txt.gz"]
    assert [Path(problem.name).name for problem in problems] == ["broken.txt.gz", "empty.txt", "gone.txt"]
    assert all(problem.cause and problem.mend for problem in problems)


def test_a_copy_is_kept_once(tmp_path: Path):
    """Of two files with one text the first by name is kept, and the other named, whatever the order given."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ONE)
    for order in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        found, problems = articles([tmp_path / name for name in order])
        assert [Path(one.name).name for one in found] == ["a.txt"]
        assert [Path(problem.name).name for problem in problems] == ["b.txt"]
        assert "a.txt" in problems[0].cause


def test_a_file_given_twice_is_no_problem(tmp_path: Path):
    """A file that stands in a folder given as well is read once, without a word."""
    (tmp_path / "a.txt").write_text(ONE)
    found, problems = articles([tmp_path, tmp_path / "a.txt"])
    assert (len(found), problems) == (1, [])


def test_one_bad_line_never_stops_the_others(tmp_path: Path):
    """Each line of a JSONL file is an article, named by its number; a bad one is a problem with its own."""
    lines = [json.dumps({"text": ONE}), "broken", json.dumps({"x": 1}), "", json.dumps({"text": TWO})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found, problems = articles([tmp_path / "a.jsonl"])
    assert [one.name[-2:] for one in found] == [":1", ":5"]
    assert [problem.name[-2:] for problem in problems] == [":2", ":3"]


def test_a_list_of_records(tmp_path: Path):
    """A JSON file may hold a list, or an object with a list under a usual key."""
    for value in ([{"text": ONE}, {"text": TWO}], {"articles": [{"text": ONE}, {"text": TWO}]}):
        (tmp_path / "a.json").write_text(json.dumps(value))
        assert [one.name[-2:] for one in articles([tmp_path / "a.json"])[0]] == [":1", ":2"]


def test_nothing_there(tmp_path: Path):
    """A folder without articles and a path that is not there are named with what would mend it."""
    found, problems = articles([tmp_path, tmp_path / "nowhere.txt"])
    assert found == []
    assert ["no article in this folder" in problems[0].cause, "no such file" in problems[1].cause] == [True, True]


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    """A dash reads standard input: a text or records."""
    for data, count in ((ONE.encode(), 1), (json.dumps([{"text": ONE}, {"text": TWO}]).encode(), 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        found, problems = articles(["-"])
        assert (len(found), problems) == (count, [])
        assert found[0].name.startswith("-")


def test_files_that_are_in_hand_are_read_as_those_on_a_disk(tmp_path: Path):
    """By their names and bytes: the same articles, packed or not, and the same problems."""
    files = {"a.txt": ONE.encode(), "b.txt.gz": gzip.compress(TWO.encode()), "c.txt": b"", "d.txt.gz": b"no gzip"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    found, problems = articles_in(list(files.items()))
    there, faults = articles([tmp_path])
    assert [one.text for one in found] == [one.text for one in there]
    assert [one.cause for one in problems] == [one.cause for one in faults]
    assert [one.name for one in found] == ["a.txt", "b.txt.gz"]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [
            b"",
            b"<rss><channel><item><description>",
            b"<feed><entry><content type='html'>",
            b"<?xml version='1.0'?>",
            b"MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\n",
            b"From a Tue Mar  4 07:00:00 2031\nDate: x\n\n",
            b"=========\n",
            b'{"text": "',
        ]
    ),
    st.binary(max_size=200),
    st.sampled_from(["a.txt", "a.xml", "a.eml", "a.jsonl", "a.html", "a"]),
)
def test_whatever_stands_in_a_file_is_an_article_or_a_problem(head: bytes, rest: bytes, name: str):
    """Any bytes under any name give articles and problems, at least one of them, and raise nothing."""
    found, problems = articles_in([(name, head + rest)])
    assert found or problems
