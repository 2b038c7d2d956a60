"""Writing results: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rashomon.errors import OutputError
from rashomon.present.output import write_file


def test_a_file_is_written_as_utf8(tmp_path: Path):
    """New files hold the text, with plain line ends and the mode that any new file gets."""
    write_file(tmp_path / "a.txt", "“ä”\n")
    (tmp_path / "b.txt").write_text("x")
    assert (tmp_path / "a.txt").read_bytes() == "“ä”\n".encode()
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_an_old_file_keeps_its_mode(tmp_path: Path):
    """What stood there is replaced; its mode stays."""
    old = tmp_path / "a.txt"
    old.write_text("old")
    old.chmod(0o640)
    write_file(old, "new")
    assert (old.read_text(), old.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_link_is_followed(tmp_path: Path):
    """Writing to a link writes to the file it leads to."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_what_stood_there_still_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where writing fails halfway, the old file is whole and nothing else is left behind."""
    old = tmp_path / "a.txt"
    old.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_file(old, "new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.txt", "old")]


def test_text_without_utf8_leaves_the_old_file(tmp_path: Path):
    """Half of a surrogate pair cannot be written: an error, and what stood there still stands."""
    old = tmp_path / "a.txt"
    old.write_text("old")
    with pytest.raises(OutputError):
        write_file(old, "\ud83d")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.txt", "old")]


@pytest.mark.parametrize("name", ["", "missing/a.txt"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str):
    """A folder, and a file in no folder, are refused by name."""
    with pytest.raises(OutputError, match=r"it cannot be written"):
        write_file(tmp_path / name, "x")


def test_what_is_no_plain_file_is_written_to_directly():
    """A device keeps being one."""
    write_file(Path("/dev/null"), "x")
    assert Path("/dev/null").is_char_device()
