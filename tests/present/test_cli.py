"""The commands: exit codes, streams, files, and errors of one line. The parser is never loaded here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

import rashomon.read
from factory import gate
from rashomon.errors import ModelMissing
from rashomon.model import Article, Options, Problem, Story
from rashomon.present.cli import app
from rashomon.present.story_file import dumps, verify
from whole import whole

STORY = gate()


class _Seen:
    """What the commands gave to the stages behind them."""

    paths: Sequence[str]
    options: Options
    found: Sequence[Article]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> _Seen:
    """Stand in for reading and reconciling: a path with "bad" in it is a problem, any other one a report."""
    told = _Seen()

    def articles(paths: Sequence[str], options: Options) -> tuple[list[Article], list[Problem]]:
        told.paths, told.options = paths, options
        good = [one for one, path in zip(STORY.articles, (p for p in paths if "bad" not in p), strict=False)]
        return good, [Problem(path, "it is binary", "give text") for path in paths if "bad" in path]

    def reconcile(found: Sequence[Article], options: Options, progress: object) -> Story:
        told.found = found
        if options.model == "missing":
            raise ModelMissing("missing", "this language model is not installed", "pip install missing")
        return STORY

    module = ModuleType("rashomon.story")
    module.reconcile = reconcile  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rashomon.story", module)
    monkeypatch.setattr(rashomon.read, "articles", articles)
    return told


def _run(*arguments: str, stdin: bytes = b"") -> Any:
    return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="rashomon", env={"COLUMNS": "100"})


def test_read_and_compare_print_the_reading(seen: _Seen):
    """read shows the statements; compare opens with the reports and takes many paths."""
    one, many = _run("read", "a.txt"), _run("compare", "a.txt", "folder", "-")
    assert (one.exit_code, many.exit_code) == (0, 0)
    assert "× denies   Ines Carrow" in one.stdout
    assert "× denies   Ines Carrow" not in many.stdout
    assert "1 Orrin Post · 3 March 2031" in many.stdout
    assert seen.paths == ["a.txt", "folder", "-"]
    assert not one.stderr


def test_json_is_the_story_file_and_nothing_else(seen: _Seen):
    """With --json standard output is one story file, byte for byte; a problem goes to the other stream."""
    result = _run("compare", "a.txt", "bad.bin", "--json")
    assert result.stdout_bytes == dumps(STORY).encode()
    assert verify(json.loads(result.stdout)) > 0
    assert result.stderr == "rashomon: bad.bin: it is binary; give text\n"


@pytest.mark.parametrize(
    ("paths", "code"), [(["a.txt"], 0), (["a.txt", "bad"], 3), (["bad"], 1), (["bad", "bad2"], 1), ([], 2)]
)
def test_exit_codes(seen: _Seen, paths: list[str], code: int):
    """0 where all was read, 3 where some was, 1 where nothing was, 2 where nothing was asked."""
    assert _run("compare", *paths).exit_code == code


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """Give the path of a story file with every kind of finding."""
    path = tmp_path / "kept.json"
    path.write_text(dumps(whole()), encoding="utf-8")
    return str(path)


def test_a_story_file_is_not_read_again(seen: _Seen, kept: str):
    """compare shows it, read shows its statements, --json gives it back; no report is opened for it."""
    assert "2 conflicts, 1 hard" in _run("compare", kept).stdout
    assert "× denies   Ines Carrow" in _run("read", kept).stdout
    assert _run("compare", kept, "--json").stdout_bytes == dumps(whole()).encode()
    assert not hasattr(seen, "paths")


def test_a_story_file_beside_reports_is_reconciled_with_them(seen: _Seen, kept: str):
    """Its reports are taken together with the others, which alone are opened."""
    assert _run("compare", kept, "new.txt").exit_code == 0
    assert seen.paths == ["new.txt"]
    assert {one.name for one in seen.found} == {"post/gate.txt", "radio.txt", "echo.txt", "mail.txt"}


def test_sections_by_option(seen: _Seen, kept: str):
    """--only shows one section whole; --statements adds the statements; --all everything and who speaks."""
    only = _run("compare", kept, "--only", "conflicts").stdout
    assert "≠ hard · date" in only
    assert "Timeline" not in only
    assert "declined to comment" not in _run("compare", kept).stdout
    assert "declined to comment" in _run("compare", kept, "--statements").stdout
    whole_reading = _run("compare", kept, "--all").stdout
    assert "People" in whole_reading
    assert "On from here" not in whole_reading
    assert _run("compare", kept, "--only", "weather").exit_code == 2


def test_about_somebody_by_option(kept: str):
    """--about shows who it is, what they say and what is read off it; an unknown name is one line with near ones."""
    shown = _run("compare", kept, "--about", "carrow").stdout
    assert "About Ines Carrow · harbour master · 2 statements in 2 reports" in shown
    assert "→ Ines Carrow on" in shown
    assert "Monday" not in shown
    wrong = _run("compare", kept, "--about", "Carow")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert wrong.stderr == (
        "rashomon: Carow: nobody and nothing of that name is in the story; did you mean Ines Carrow?\n"
    )


def test_one_proposition_by_option(kept: str):
    """--proposition shows it alone, --why with its evidence; an unknown id is one line."""
    shown = _run("compare", kept, "--proposition", "p-h").stdout
    assert "At least 27 passengers" in shown
    assert "gate" not in shown.replace("gate.txt", "")
    assert "because" not in shown
    assert "because both speak of it" in _run("compare", kept, "--proposition", "p-h", "--why").stdout
    assert _run("compare", kept, "--proposition", "q").exit_code == 1


def test_a_damaged_story_file_is_one_line(tmp_path: Path):
    """What verify would refuse is not shown."""
    path = tmp_path / "story.json"
    path.write_text(dumps(whole()).replace("Ines Carrow", "Inez Carrow", 1), encoding="utf-8")
    result = _run("compare", str(path))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_output_goes_to_the_file_only(seen: _Seen, tmp_path: Path):
    """-o writes the story file or the reading by the file's ending, and prints nothing."""
    story, text = tmp_path / "s.json", tmp_path / "s.txt"
    assert [_run("read", "a", "-o", str(path)).stdout for path in (story, text)] == ["", ""]
    assert story.read_text(encoding="utf-8") == dumps(STORY)
    assert "× denies   Ines Carrow" in text.read_text(encoding="utf-8")
    assert _run("verify", str(story)).exit_code == 0


def test_output_that_cannot_be_written(seen: _Seen, tmp_path: Path):
    """A wrong ending is a wrong command; a folder that is not there is refused before anything is read."""
    assert _run("read", "a", "-o", str(tmp_path / "s.docx")).exit_code == 2
    result = _run("read", "a", "-o", str(tmp_path / "none" / "s.json"))
    assert result.exit_code == 1
    assert "there is no such folder" in result.stderr
    assert not hasattr(seen, "paths")


def test_what_stood_there_still_stands(seen: _Seen, tmp_path: Path):
    """Where nothing can be read, the old output is left as it was."""
    old = tmp_path / "s.json"
    old.write_text("old")
    assert _run("compare", "bad", "-o", str(old)).exit_code == 1
    assert old.read_text() == "old"


def test_options_reach_the_stages(seen: _Seen):
    """Model, workers, outlet and date are handed on."""
    _run("read", "-", "--model", "m", "--workers", "3", "--outlet", "The Kestrel", "--published", "2031-03")
    assert seen.options == Options("m", 3, "The Kestrel", "2031-03")


@pytest.mark.parametrize("day", ["3 March", "2031-13", "2031-02-30", "31-01-01", "２０３１", ""])
def test_a_date_that_is_none_is_refused(seen: _Seen, day: str):
    """Only an ISO day, month or year is taken."""
    result = _run("read", "-", "--published", day)
    assert result.exit_code == 2
    assert "give a day as 2031-03-03" in result.stderr


def test_a_missing_model_is_one_line(seen: _Seen):
    """The error says what to do, without a traceback."""
    result = _run("read", "a", "--model", "missing")
    assert result.exit_code == 1
    assert result.stderr == "rashomon: missing: this language model is not installed; pip install missing\n"


def test_own_voice_by_option(seen: _Seen):
    """--all shows what the outlets say themselves."""
    assert "own voice  The ferry sank on Monday" in _run("read", "a", "--all").stdout


def test_verify_says_what_it_saw(tmp_path: Path):
    """A whole story is counted; from standard input too."""
    result = _run("verify", "-", stdin=dumps(STORY).encode())
    assert result.exit_code == 0
    assert (
        result.stdout == f"-: 2 reports, {verify(json.loads(dumps(STORY)))} spans, and every one stands in its text\n"
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (dumps(STORY).replace('"text": "Ines', '"text": "Inez').encode(), "the text at"),
        (b"{}", "is a required property"),
        (b"\x00\xff", "it is not a story file"),
        (None, "it cannot be read: No such file"),
    ],
)
def test_verify_fails_in_one_line(tmp_path: Path, content: bytes | None, says: str):
    """A moved span, another object, no JSON and no file: exit code 1, and one line with the file's name."""
    path = tmp_path / "story.json"
    if content is not None:
        path.write_bytes(content)
    result = _run("verify", str(path))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"rashomon: {path}: ")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_help_teaches():
    """Help has an example of each command and the exit codes; --version the version alone."""
    text = _run("--help").stdout
    for words in ("rashomon read report.txt", "rashomon compare reports/", "rashomon verify story.json", "Exit codes:"):
        assert words in text
    assert _run("--version").stdout == "rashomon 0.1.0\n"
    assert _run().exit_code == 2


@pytest.mark.parametrize(("environment", "plain"), [({"NO_COLOR": "1"}, True), ({"TERM": "dumb"}, True), ({}, False)])
def test_plain_where_no_colour_is_wanted(seen: _Seen, environment: dict[str, str], plain: bool):
    """A terminal gets bold and colours, unless NO_COLOR is set or it is a dumb one."""
    variables = {"COLUMNS": "100", "TERM": "xterm", "FORCE_COLOR": "1", **environment}
    result = CliRunner().invoke(app, ["read", "a"], prog_name="rashomon", env=variables)
    assert ("\x1b[" not in result.stdout) == plain


def test_nobody_watches_no_progress(seen: _Seen):
    """Where standard error is no terminal, nothing but problems is written there."""
    assert _run("compare", "a").stderr == ""


def test_a_broken_pipe_is_quiet(tmp_path: Path):
    """Where the reader leaves early, so does the program, without a word."""
    code = "import sys; from rashomon.present.output import write_out; sys.stdin.read(); write_out('x' * 10**6)"
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"", stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_interrupting_is_quiet(seen: _Seen, monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C ends with 130 and without a traceback."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rashomon.read, "articles", interrupted)
    result = _run("compare", "a")
    assert (result.exit_code, result.output) == (130, "")
