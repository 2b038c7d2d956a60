"""Bad input, one kind after the other: one clear line, the documented exit code, and the others go on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rashomon.present.cli import app

SAID = "The harbour master, Ines Carrow, said on Tuesday that the gate had been shut before midnight."
MORE = "The owner of the ferry denied that anybody had warned the crew, and two dockers said the log was not complete."
REPORT = f"{SAID}\n\n{MORE}\n"
GERMAN = "Der Hafenmeister sagte am Dienstag, das Tor sei vor Mitternacht geschlossen worden, und niemand habe gefragt."


def rashomon(*arguments: str | Path) -> Any:
    """Run a command in this process."""
    return CliRunner().invoke(app, [str(one) for one in arguments], prog_name="rashomon", env={"COLUMNS": "100"})


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.txt", b"", "the file is empty; give a file with text in it"),
        ("a.txt", b" \r\n\t", "the file is empty; give a file with text in it"),
        ("a.txt", b"...\n---", "there are no words in it; give the text of a report"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "this is binary data, not text; give the article as"),
        ("a.html", b"<p>The gate was shut, she said.</p>\n" * 600_000, "it is over 10 MB; give the article without"),
        ("a.html", b"<html><script>let gate = 1</script></html>", "the page has no visible text; save the page after"),
        ("a.txt.gz", b"no gzip", "it is not a whole gzip file; pack it again"),
        ("a.json", b'{"text": "The gate', "this is not JSON (line 1); mend the file, or give the article as text"),
        ("a.json", b"42", "there is JSON, but no article in it; give objects with a 'text'"),
        ("a.json", b'{"id": 3}', "no key holds a text (it has 'id'); name the text 'text', 'body' or 'content'"),
        ("a.json", b'{"text": ""}', "the key 'text' holds no text; give a text, or leave the record out"),
        ("a.json", b'{"format": "rashomon-story/1"}', "'version' is a required property; a story file is one"),
        ("a.txt", GERMAN.encode(), "it is written in German; only reports in English are read; give a translation"),
        ("a.txt", GERMAN.encode("utf-16"), "it is written in German; only reports in English are read"),
    ],
)  # fmt: skip
def test_nothing_to_read(tmp_path: Path, name: str, data: bytes, line: str):
    """A file that is no report is one line on standard error, and the exit code is 1."""
    path = tmp_path / name
    path.write_bytes(data)
    result = rashomon("read", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"rashomon: {path}: {line}")
    assert result.stderr.count("\n") == 1


def test_no_articles_there(tmp_path: Path):
    """A folder without articles, a file that is not there and a link to itself are named with the mend."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "photo.jpg").write_bytes(b"x")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    result = rashomon("compare", *(tmp_path / name for name in ("folder", "gone.txt", "loop.txt")))
    assert result.exit_code == 1
    folder, gone, loop = result.stderr.splitlines()
    assert "folder: there is no article in this folder; it is searched for .txt, " in folder
    assert gone.endswith("gone.txt: there is no such file; check the path")
    assert "loop.txt: it cannot be read (" in loop


def test_one_unreadable_file_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In a folder with a file that the system will not open the others are read, and the exit code is 3."""
    for name in ("good.txt", "locked.txt"):
        (tmp_path / name).write_text(REPORT)
    opened = Path.open

    def locked(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", locked)
    result = rashomon("read", tmp_path)
    assert result.exit_code == 3
    assert result.stderr.endswith("locked.txt: it cannot be read (permission denied); check that it may be read\n")
    assert "× denies " in result.stdout


def test_two_copies_are_one_report(tmp_path: Path):
    """The second copy is named, with the first, and the exit code is 3."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(REPORT)
    result = rashomon("read", tmp_path)
    assert result.exit_code == 3
    assert result.stderr == (
        f"rashomon: {tmp_path / 'b.txt'}: this is the same text as {tmp_path / 'a.txt'}; it is read once\n"
    )
    assert result.stdout.startswith("1 report ")


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (REPORT.encode("utf-16"), None),
        (REPORT.encode("utf-16-le"), "decoded as utf-16-le: no charset is declared"),
        (REPORT.replace("the log", "the “log”").encode("cp1252"), "decoded as windows-1252: it is not UTF-8"),
        (REPORT.replace("the log", "the â€œlogâ€\u009d").encode(), "some characters look garbled"),
    ],
)
def test_a_text_in_any_charset(tmp_path: Path, data: bytes, note: str | None):
    """UTF-16, windows-1252 and garbled text are read; the reading says how."""
    (tmp_path / "a.txt").write_bytes(data)
    result = rashomon("read", tmp_path / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Ines Carrow" in result.stdout
    assert ("note:" in result.stdout) == (note is not None)
    assert note is None or note in result.stdout


@pytest.mark.parametrize("element", ["div", "span", "b"])
def test_five_thousand_nested_elements(tmp_path: Path, element: str):
    """A page nested deeper than any parser goes is read like another."""
    page = f"<html><body>{f'<{element}>' * 5000}<p>{SAID}</p><p>{MORE}</p>{f'</{element}>' * 5000}</body></html>"
    (tmp_path / "a.html").write_text(page)
    result = rashomon("read", tmp_path / "a.html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "said that the gate had been shut before midnight" in " ".join(result.stdout.split())


def test_a_line_of_a_hundred_thousand_characters(tmp_path: Path):
    """Such a line is read, cut into pieces for the parser; its last statement stands at its own offset."""
    told = "The harbour gate stood open for an hour on the night of the storm and nobody shut it. " * 1170
    (tmp_path / "a.txt").write_text(f"{told}{MORE}")
    started = time.process_time()
    result = rashomon("read", tmp_path / "a.txt", "--json")
    assert time.process_time() - started < 60
    assert result.exit_code == 0
    story = json.loads(result.stdout)
    assert max(span["end"] for one in story["attributions"] for span in one["contents"]) > 100_000


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said(unbuffered: str):
    """Where standard output takes nothing, an error says so; with a buffer in between or without."""
    code = "from rashomon.present.output import write_out; write_out('x' * 10**6)"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    assert done.returncode == 1
    assert b"OutputError: standard output: it cannot be written: No space left on device" in done.stderr


def test_what_is_written_in_parts_is_written_whole(monkeypatch: pytest.MonkeyPatch):
    """An output that takes a few bytes at once, as one without a buffer may, gets them all."""
    taken = bytearray()

    class Narrow(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            taken.extend(data[:7])
            return len(data[:7])

    class Output:
        buffer = Narrow()

        def flush(self) -> None:
            pass

    from rashomon.present.output import write_out

    monkeypatch.setattr(sys, "stdout", Output())
    write_out("the gate was shut “before” midnight\n")
    assert taken.decode() == "the gate was shut “before” midnight\n"


def test_closed_streams_are_said(monkeypatch: pytest.MonkeyPatch):
    """Closed standard input and output (``<&-``, ``>&-``) are an error of one line."""
    from rashomon.errors import OutputError
    from rashomon.present.output import write_out
    from rashomon.read import articles

    monkeypatch.setattr(sys, "stdin", None)
    found, problems = articles(["-"])
    assert found == []
    assert problems[0].cause == "standard input cannot be read (it is closed)"
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match="it is closed"):
        write_out("x")
