"""Fits the weights of the signs that one claim denies what another asserts, on the dev stories.

Pairs of rashomon's own claims that may be a denial and what it denies are labelled by gold: they clash where they tell
two values of one conflict, hard or soft. Every figure is cross-validated by story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.compare.conflicts.contenders import contenders
from rashomon.compare.conflicts.denials import SIGNS, denied, signs, ways, weighing
from rashomon.compare.conflicts.finding import asked, nearness
from rashomon.compare.prepared import prepared
from rashomon.evals.accounts import Account, load
from rashomon.evals.engine import reports
from rashomon.evals.fit import newton
from rashomon.evals.overlap import overlap
from rashomon.evals.readings import from_story
from rashomon.model import Options, Span, Story

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["Denials", "crossed", "denials", "fitted", "of_story", "written"]

_TOP = 20
"""The likeliest pairs of each story that the figures are of."""


@dataclass(frozen=True, slots=True, eq=False)
class Denials:
    """The pairs of a story that may be a denial and what it denies: how strong each sign is, a row a pair; and gold."""

    story: str
    signs: Floats
    clash: Floats


def denials(folder: Path, options: Options) -> Denials:
    """Give the pairs of the story in ``folder``."""
    from rashomon.read import articles
    from rashomon.story import reconcile

    story = reconcile(articles(reports(folder))[0], options)
    return of_story(folder.name, story, load(folder), options.network)


def of_story(name: str, story: Story, gold: Account, network: str | None = None) -> Denials:
    """Give the pairs of ``story``, whose gold is ``gold``; ``network`` is as in ``Options``."""
    import numpy as np

    from rashomon.present.story_file import export

    touched = {one.id: _touched(one.span, gold) for one in from_story(export(story), gold).tellings}
    rows: list[list[float]] = []
    clash: list[bool] = []
    for no, yes, strength in _pairs(story, network):
        rows.append([strength[sign] for sign in SIGNS])
        clash.append(_part(touched.get(no, {}), touched.get(yes, {})))
    return Denials(name, np.array(rows).reshape(-1, len(SIGNS)), np.array(clash, dtype=float))


def _touched(span: Span, gold: Account) -> dict[int, frozenset[int]]:
    """Give which values of which conflicts of gold, by number, ``span`` touches."""
    found = {
        number: frozenset(n for n, value in enumerate(clash.values) if overlap(value.span, span))
        for number, clash in enumerate(gold.clashes)
        if clash.severity != "variant_not_conflict"
    }
    return {number: values for number, values in found.items() if values}


def _part(one: Mapping[int, frozenset[int]], other: Mapping[int, frozenset[int]]) -> bool:
    return any(values != other[number] for number, values in one.items() if number in other)


def _pairs(story: Story, network: str | None) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Yield the ids of each claim that may deny another, of that other, and the signs."""
    ready = prepared(story, network)
    told = contenders(story, ready.gists)
    pairs = [pair for pair, questions in asked(told).items() if any(one.clash is denied for one in questions)]
    near = nearness(told, ready.likely, pairs)
    for one, other in pairs:
        for no, yes in ways(told[one], told[other], likely := near(told[one], told[other])):
            yield no.claim.id, yes.claim.id, signs(no, yes, likely)


def fitted(several: Sequence[Denials]) -> dict[str, float]:
    """Give the weight of each sign, and of "start", by a logistic regression."""
    import numpy as np

    values = np.vstack([one.signs for one in several])
    clash = np.concatenate([one.clash for one in several])
    weights = newton(np.hstack([values, np.ones((len(values), 1))]), clash, np.ones(len(values)))
    return dict(zip((*SIGNS, "start"), weights.tolist(), strict=True))


def crossed(several: Sequence[Denials]) -> float:
    """Give the share of the ``_TOP`` likeliest pairs of each story that clash, fitted on all other stories."""
    import numpy as np

    found: list[float] = []
    for case in several:
        weights = fitted([one for one in several if one is not case])
        odds = case.signs @ np.array([weights[name] for name in SIGNS])
        found += case.clash[np.argsort(-odds, kind="stable")[:_TOP]].tolist()
    return sum(found) / len(found)


def written(several: Sequence[Denials]) -> Path:
    """Write the weights that suit ``several`` as the package's data, and give the file."""
    by = weighing()
    number, clashing = sum(len(one.clash) for one in several), sum(int(one.clash.sum()) for one in several)
    head = [
        "What each sign weighs (log-odds for a strength of 1) that one claim denies what another asserts.",
        "`python -m rashomon.evals fit-denials` writes it and leaves the three bounds as they are.",
        f"Fitted on {len(several)} dev stories: {', '.join(one.story for one in several)}:",
        f"{number} pairs, of which {clashing} tell two values of one conflict of gold.",
        f"Cross-validated by story, of the {_TOP} likeliest pairs of a story {crossed(several):.2f} do.",
        "start: the log-odds of a pair of which nothing is found. joins: the likelihood from which a pair of one",
        "proposition clashes; apart: the same for a pair of two; shown: that which one pair of a conflict reaches.",
        "Tried on the same, cross-validated: apart below .15 ties together more than is one matter (up to 42 claims",
        "on one side; .2: up to 33), shown .25 and less show more that is no conflict.",
    ]
    rows = {**fitted(several), "joins": by.joins, "apart": by.apart, "shown": by.shown}
    text = "".join(f"# {line}\n" for line in head) + "".join(f"{value:.3f} {name}\n" for name, value in rows.items())
    file = Path(str(files("rashomon.data").joinpath("denial-weights.txt")))
    file.write_text(text, encoding="utf-8")
    return file
