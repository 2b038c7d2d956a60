"""Story files among paths: told by their format, loaded instead of read, refused where they are damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.errors import StoryError
from rashomon.present.story_file import dumps, export
from rashomon.present.story_file.stored import stored
from whole import whole


def test_story_files_are_told_by_their_format(tmp_path: Path):
    """Whatever its name, a story file is one; a report, a record, a folder and what is not there are left to others."""
    (tmp_path / "kept.dat").write_text(dumps(whole()), encoding="utf-8")
    (tmp_path / "packed.json").write_text(json.dumps(export(whole())), encoding="utf-8")
    (tmp_path / "record.json").write_text('{"text": "The gate was shut."}')
    (tmp_path / "report.txt").write_text("The gate was shut.")
    names = [str(tmp_path / one) for one in ("report.txt", "kept.dat", "record.json", "packed.json", "gone.json")]
    found, others = stored([*names, str(tmp_path), "-", "a\0b"])
    assert [export(one) for one in found] == [export(whole())] * 2
    assert others == [names[0], names[2], names[4], str(tmp_path), "-", "a\0b"]


def test_a_damaged_story_file_is_refused(tmp_path: Path):
    """One whose spans do not stand is no report either: it is refused with its name."""
    path = tmp_path / "story.json"
    path.write_text(dumps(whole()).replace("Ines Carrow", "Inez Carrow", 1), encoding="utf-8")
    with pytest.raises(StoryError, match=r"story\.json: .*the text at"):
        stored([str(path)])
