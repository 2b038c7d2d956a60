"""The gate: every measure whose data is here, in one table, held against ``evals/floors.json``.

A floor is what the program has reached; a figure under it fails the gate. A bar is what was asked for; a figure under
it is only marked. Lowering a floor needs a reason, written into the file's ``reasons``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.accounts import stories
from rashomon.evals.places import FLOORS, Absent, shared
from rashomon.evals.tables import table

__all__ = ["MEASURES", "Measure", "Verdict", "floors", "gate", "judge"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A group of figures that are measured together. ``run`` raises ``Absent`` where its data is not here."""

    name: str
    run: Callable[[], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure held against its floor and its bar."""

    measure: str
    figure: str
    value: float
    floor: float | None = None
    bar: float | None = None

    @property
    def falls(self) -> bool:
        """Say whether the figure is under its floor."""
        return self.floor is not None and self.value < self.floor

    @property
    def word(self) -> str:
        """Say how the figure stands."""
        if self.falls:
            return "UNDER ITS FLOOR"
        if self.bar is None:
            return ""
        return "reached" if self.value >= self.bar else "under the bar"


def _accounts(split: str) -> Mapping[str, float]:
    from rashomon.evals.engine import run
    from rashomon.evals.score import score

    folders = stories(split)
    if not folders:
        raise Absent(f"there is no story in evals/gold/{split}")
    with tempfile.TemporaryDirectory() as target:
        return score(folders, run(folders, Path(target)))[0]


def _polnear() -> Mapping[str, float]:
    from rashomon.evals.attribution import figures

    return figures(shared())[0]


def _probes() -> Mapping[str, float]:
    from rashomon.evals.attribution import probes

    return probes(shared())[0]


def _of(module: str) -> Callable[[], Mapping[str, float]]:
    """Give the measure that is ``figures(data)`` of a module beside this one."""
    return lambda: import_module(f"rashomon.evals.{module}").figures(shared())


MEASURES = (
    Measure("polnear dev", _polnear),
    Measure("probes", _probes),
    Measure("accounts dev", lambda: _accounts("dev")),
    Measure("accounts test", lambda: _accounts("test")),
    Measure("times", _of("times")),
    Measure("names", _of("names")),
    Measure("pages", _of("pages")),
    Measure("answers", _of("versions")),
)


def floors(path: Path = FLOORS) -> dict[str, dict[str, dict[str, float]]]:
    """Read the floors: measure, figure, then ``floor`` and ``bar``. Raises ``StoryError`` where the file is broken."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8"))["floors"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoryError(
            str(path), f"it holds no floors: {error!r}", 'write {"floors": {...}, "reasons": [...]}'
        ) from error


def judge(measure: str, figures: Mapping[str, float], bounds: Mapping[str, Mapping[str, float]]) -> Iterator[Verdict]:
    """Yield the verdict on each figure. A bound without a figure counts as a figure of nothing, so it falls."""
    for name in dict.fromkeys([*figures, *bounds]):
        bound = bounds.get(name, {})
        yield Verdict(measure, name, figures.get(name, float("-inf")), bound.get("floor"), bound.get("bar"))


def gate(measures: tuple[Measure, ...] = MEASURES, path: Path = FLOORS) -> tuple[str, bool]:
    """Run the measures; give their table, with what was left out and why, and whether no figure is under its floor."""
    bounds = floors(path)
    verdicts: list[Verdict] = []
    left_out: list[str] = []
    for measure in measures:
        try:
            found = measure.run()
        except Absent as error:
            left_out.append(f"{measure.name}: left out, {error}")
            continue
        verdicts += judge(measure.name, found, bounds.get(measure.name, {}))
    rows: list[list[Any]] = [[one.measure, one.figure, one.value, one.floor, one.bar, one.word] for one in verdicts]
    text = "\n".join([table(["measure", "figure", "value", "floor", "bar", ""], rows), *left_out])
    return text, not any(one.falls for one in verdicts)
