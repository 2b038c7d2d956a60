"""Our own system on the benchmark: the story file of each story, made as anyone makes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.annotations import TEXTS

__all__ = ["compare", "reports", "run"]


def reports(folder: Path) -> list[Path]:
    """Give the articles of a story as they came: pages as HTML, not their visible text."""
    files = sorted(path for path in (folder / "articles").iterdir() if path.name.endswith(TEXTS))
    return [path for path in files if not path.name.endswith((".html.txt", ".htm.txt"))]


def compare(paths: Sequence[Path]) -> dict[str, Any]:
    """Give the story file of the articles in ``paths``, the same that ``rashomon compare PATHS --json`` writes.

    Raises ``StoryError`` where none can be read.
    """
    from rashomon.present.story_file import export
    from rashomon.read import articles
    from rashomon.story import reconcile

    read, problems = articles(paths)
    if not read:
        causes = "; ".join(f"{problem.name}: {problem.cause}" for problem in problems)
        raise StoryError(str(paths[0].parent), f"no article can be read ({causes})", "read one by hand")
    return export(reconcile(read))


def run(folders: Sequence[Path], target: Path) -> list[Path]:
    """Write the story file of each story in ``folders`` into the folder ``target``, called after the story."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for folder in folders:
        file = target / f"{folder.name}.json"
        file.write_text(json.dumps(compare(reports(folder)), ensure_ascii=False), encoding="utf-8")
        written.append(file)
    return written
