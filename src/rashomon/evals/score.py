"""One table for any system that writes the story file: its measures beside the baselines' and a second human's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.account_scores import accounts, accounts_figures
from rashomon.evals.accounts import Account, load
from rashomon.evals.annotations import text_name
from rashomon.evals.baselines import BASELINES, Baseline
from rashomon.evals.readings import Reading, from_gold, from_story
from rashomon.evals.scores import Tally, said, said_figures, times, times_figures
from rashomon.evals.tables import table
from rashomon.evals.word_scores import word_figures, word_scores

__all__ = [
    "agreement",
    "baseline",
    "columns",
    "compared",
    "figures",
    "matched_stories",
    "score",
    "story_files",
    "tally",
]

Figures = Mapping[str, float | None]

_PARTS = {
    "attributions": "said",
    "times": "times",
    "conflicts": "conflicts_",
    "alignments": "copies_",
    "shifts": "shifts_",
    "omissions": "omissions_",
    "wording": "wording_",
    "voices": "opinion_",
}
"""Parts of the story file, and the beginning of the measures that need them."""


def tally(gold: Account, system: Reading) -> Tally:
    """Give all tallies of one story."""
    found = said(gold, system)
    for part in (times(gold, system), accounts(gold, system), word_scores(gold, system)):
        found.update(part)
    return found


def figures(tallies: Sequence[Tally]) -> dict[str, float]:
    """Give the measures of all tallies together, in the order of the table."""
    total: Tally = Tally()
    for one in tallies:
        total.update(one)
    parts = (said_figures(total), times_figures(total), accounts_figures(total), word_figures(total))
    return {"stories": len(tallies), **{name: value for part in parts for name, value in part.items()}}


def story_files(paths: Sequence[Path]) -> list[Path]:
    """Give the story files that ``paths`` name: files, and the ``*.json`` of folders."""
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]


def score(folders: Sequence[Path], files: Sequence[Path]) -> tuple[dict[str, float], list[str]]:
    """Give the measures of the story files over the stories in ``folders``, and the names of stories none is about.

    A story file is about the story that holds most of its articles by file name; of several, the one after which the
    file is called or whose folder its articles were read from. What no file computes (a part that is absent) is not
    measured. Raises ``StoryError`` on a file that is no story.
    """
    golds = {folder.name: load(folder) for folder in folders}
    tallies: dict[str, Tally] = {}
    computed: set[str] = set()
    for name, story in matched_stories(golds, files):
        tallies[name] = tally(golds[name], from_story(story, golds[name]))
        computed |= _computed(story)
    found = {name: value for name, value in figures(list(tallies.values())).items() if _measured(name, computed)}
    return found, [name for name in golds if name not in tallies]


def matched_stories(golds: Mapping[str, Account], files: Sequence[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each story file that is about one of ``golds``, with that one's name."""
    for file in files:
        story = _read(file)
        name = _about(file, story, golds)
        if name is not None:
            yield name, story


def _computed(story: Mapping[str, Any]) -> set[str]:
    grouped = {"group_"} if any(claim.get("proposition") for claim in story.get("claims", ())) else set()
    traced = {"origins_"} if any(one.get("origins") for one in story.get("propositions", ())) else set()
    return {measure for part, measure in _PARTS.items() if part in story} | grouped | traced


def _measured(name: str, computed: set[str]) -> bool:
    needs = [measure for measure in (*_PARTS.values(), "group_", "origins_") if name.startswith(measure)]
    return not needs or needs[0] in computed


def _read(file: Path) -> dict[str, Any]:
    try:
        story = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(story["articles"], list):
            return dict(story)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoryError(str(file), f"it is no story file: {error!r}", "write one with --json") from error
    raise StoryError(str(file), "its articles are no list", "write one with --json")


def _about(file: Path, story: Mapping[str, Any], golds: Mapping[str, Account]) -> str | None:
    paths = [str(one.get("name") or one.get("url") or "") for one in story["articles"]]
    names = {text_name(path) for path in paths}

    def rank(name: str) -> tuple[int, bool, bool]:
        inside = any(name in Path(path).parts for path in paths)
        return len(names & set(golds[name].texts)), file.stem == name, inside

    best = max(golds, key=rank, default=None)
    return best if best is not None and rank(best)[0] else None


def baseline(one: Baseline, golds: Sequence[Account]) -> dict[str, float] | None:
    """Give the measures that a baseline is meant for; ``None`` where what it needs is not installed."""
    read = [(gold, one.read(gold)) for gold in golds]
    tallies = [tally(gold, reading) for gold, reading in read if reading is not None]
    if len(tallies) < len(golds):
        return None
    return {
        name: value
        for name, value in figures(tallies).items()
        if name == "stories" or (name.startswith(one.measures) and name != "group_B3_F1_singletons")
    }


def agreement(folders: Sequence[Path]) -> dict[str, float] | None:
    """Give the measures of the second annotations against the first, over the stories annotated twice, if any."""
    twice = [folder for folder in folders if (folder / "gold-b.json").exists()]
    if not twice:
        return None
    return figures([tally(load(folder), from_gold(load(folder, "gold-b.json"))) for folder in twice])


def columns(named: Mapping[str, Figures | None]) -> str:
    """Give one table: a row for each measure, a column for each system; a system without figures is left out."""
    shown = {name: values for name, values in named.items() if values}
    rows = list(dict.fromkeys(measure for values in shown.values() for measure in values))
    order: Callable[[str], int] = rows.index
    return table(
        ["measure", *shown],
        [[row, *(_number(row, values.get(row)) for values in shown.values())] for row in sorted(rows, key=order)],
    )


def _number(measure: str, value: float | None) -> float | int | None:
    """Counts are whole numbers, measures are not."""
    if value is None:
        return None
    share = (
        measure.endswith(("F1", "_P", "_R", "acc", "recall", "precision", "matched", "_found", "_auc", "_opposed"))
        or "_F1_" in measure
    )
    return float(value) if share else int(value)


def compared(folders: Sequence[Path], systems: Mapping[str, Figures]) -> str:
    """Give the table of ``systems`` with the baselines and the second annotation beside them."""
    golds = [load(folder) for folder in folders]
    beside: dict[str, Figures | None] = {one.name: baseline(one, golds) for one in BASELINES}
    return columns({**systems, **beside, "second human": agreement(folders)})
