"""Our own system on the benchmark: the story file of each story, made as anyone makes it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.annotations import TEXTS

__all__ = ["articles", "compare", "run"]


def articles(folder: Path) -> list[Path]:
    """Give the articles of a story as they came: pages as HTML, not their visible text."""
    files = sorted(path for path in (folder / "articles").iterdir() if path.name.endswith(TEXTS))
    return [path for path in files if not path.name.endswith((".html.txt", ".htm.txt"))]


def compare(paths: Sequence[Path]) -> dict[str, Any]:
    """Give the story file that ``rashomon compare PATHS --json`` writes.

    It runs as a program of its own, so what is measured is what a person gets. Raises ``StoryError`` where it fails.
    """
    command = [sys.executable, "-m", "rashomon", "compare", *map(str, paths), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout.strip():
        last = (done.stderr.strip().splitlines() or ["nothing was written"])[-1]
        raise StoryError(str(paths[0].parent), f"compare gave {done.returncode}: {last}", "run it by hand")
    return dict(json.loads(done.stdout))


def run(folders: Sequence[Path], target: Path) -> list[Path]:
    """Write the story file of each story in ``folders`` into the folder ``target``, called after the story."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for folder in folders:
        file = target / f"{folder.name}.json"
        file.write_text(json.dumps(compare(articles(folder)), ensure_ascii=False), encoding="utf-8")
        written.append(file)
    return written
