"""The commands, run in this process on the invented story."""

from __future__ import annotations

import json

from rashomon.evals.__main__ import main


def test_build_check_and_counts(story, capsys):
    """From annotations to a checked, counted gold."""
    assert main(["build", str(story)]) == 0
    assert main(["check", str(story)]) == 0
    assert main(["counts", str(story)]) == 0
    out = capsys.readouterr().out
    assert "5 attributions, 2 times" in out
    assert "orrin-gate: whole" in out
    row = next(line for line in out.splitlines() if "/orrin-gate " in line)
    # articles, words, propositions, statements, attributions, nested, times, hard, soft, variants, ... omissions, traps
    assert [cell.strip() for cell in row.split("|")][2:-1] == [
        "3", "82", "2", "6", "5", "1", "2", "0", "1", "0", "0", "0", "1", "1",
    ]  # fmt: skip


def test_build_writes_no_gold_that_is_wrong(story, edit, capsys):
    """What is wrong is told on standard error, and nothing is written."""
    edit(story / "annotations" / "story.json", lambda page: page["traps"][0].update(quote="nothing like it"))
    assert main(["build", str(story)]) == 1
    assert "orrin-gate: 1 problems; gold.json is not written" in capsys.readouterr().err
    assert not (story / "gold.json").exists()


def test_build_makes_the_second_gold_where_there_is_one(story):
    """annotations-b becomes gold-b.json."""
    second = story / "annotations-b"
    second.mkdir()
    for file in (story / "annotations").iterdir():
        (second / file.name).write_bytes(file.read_bytes())
    assert main(["build", str(story)]) == 0
    assert json.loads((story / "gold-b.json").read_text()) == json.loads((story / "gold.json").read_text())


def test_visible_writes_beside_the_page(tmp_path, capsys):
    """NAME.html gives NAME.html.txt."""
    (tmp_path / "a.html").write_text("<p>One</p><p>Two</p>", encoding="utf-8")
    assert main(["visible", str(tmp_path / "a.html")]) == 0
    assert (tmp_path / "a.html.txt").read_text() == "One\n\nTwo"


def test_what_cannot_be_read_is_one_line(tmp_path, capsys):
    """A folder that is no story: cause and mend, no stack of calls."""
    assert main(["counts", str(tmp_path)]) == 1
    assert "there is no such file; make it with `python -m rashomon.evals build`" in capsys.readouterr().err
