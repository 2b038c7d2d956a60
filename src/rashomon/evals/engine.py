"""Our own system on the benchmark: the story file of each story, made as anyone makes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.accounts import stories
from rashomon.evals.annotations import TEXTS
from rashomon.model import Options

__all__ = ["HALVES", "compare", "reports", "run", "unseen"]

HALVES = "half-0.onnx", "half-1.onnx"
"""The networks taught on every other dev story, in order of names, and on the rest."""
_DEFAULT = Options()


def reports(folder: Path) -> list[Path]:
    """Give the articles of a story as they came: pages as HTML, not their visible text."""
    files = sorted(path for path in (folder / "articles").iterdir() if path.name.endswith(TEXTS))
    return [path for path in files if not path.name.endswith((".html.txt", ".htm.txt"))]


def unseen(halves: Path, folder: Path) -> Options:
    """Give the options by which the dev story in ``folder`` is read by a network that was not taught on it.

    ``halves`` is the folder that ``fit-meanings`` has written; raises ``StoryError`` where it has not.
    """
    names = sorted(one.name for one in stories("dev"))
    file = halves / HALVES[1 - names.index(folder.name) % 2]
    if not file.is_file():
        raise StoryError(str(file), "it is not there", f"write it: python -m rashomon.evals fit-meanings {halves}")
    return Options(network=str(file))


def compare(paths: Sequence[Path], options: Options = _DEFAULT) -> dict[str, Any]:
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
    return export(reconcile(read, options))


def run(folders: Sequence[Path], target: Path, halves: Path | None = None) -> list[Path]:
    """Write the story file of each story in ``folders`` into the folder ``target``, called after the story.

    With ``halves`` the network that reads a story is the one in there that was not taught on it.
    """
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for folder in folders:
        options = unseen(halves, folder) if halves else _DEFAULT
        file = target / f"{folder.name}.json"
        file.write_text(json.dumps(compare(reports(folder), options), ensure_ascii=False), encoding="utf-8")
        written.append(file)
    return written
