"""Fits the weights of propositions on the dev stories, and says what they reach on a story they were not fitted on.

Each story is seen twice: with its own claims, as rashomon finds them, and with gold's statements in their place. The
pairs of claims that gold puts into propositions, candidates only, are what a logistic regression is fitted on; the two
bounds are then chosen by how well the groups agree with gold's. Every figure is cross-validated by story: fitted on
three quarters of them, bounds and all, measured on the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from rashomon.compare.bags import Bags, bags
from rashomon.compare.candidates import NEAREST, accompanied, copied
from rashomon.compare.clusters import cut, gathered, tree
from rashomon.compare.features import COMPARATORS
from rashomon.compare.gists import Gist, gists
from rashomon.compare.meanings import meant
from rashomon.compare.verdict import Likely, Recipe, compared, likelihoods
from rashomon.evals.account_scores import matches
from rashomon.evals.accounts import Account, Statement, load
from rashomon.evals.align import mapper
from rashomon.evals.annotations import OWN_VOICE, text_name
from rashomon.evals.engine import reports
from rashomon.evals.overlap import agree, ari, bcubed, ratio
from rashomon.evals.readings import from_story
from rashomon.evals.tables import table
from rashomon.model import Analysis, Article, Claim, Entity, Span, Stance, Story

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = [
    "Case",
    "Labelled",
    "Reached",
    "cases",
    "crossed",
    "fitted",
    "labelled",
    "newton",
    "reached",
    "report",
    "with_statements",
    "written",
]

Track = Literal["given", "own"]

_RIDGE = 1.0
"""Penalty on the squared weights: keeps the weights of rare features small."""
_SUGGESTED = tuple(step / 100 for step in range(6, 31, 2))
_CONFIRMED = tuple(step / 100 for step in range(40, 91, 2))
"""The bounds tried."""
_FOLDS = 4
"""Parts of the stories that are left out one after the other."""
_BACKGROUND = 0.3
"""What a pair of a claim that gold knows and one that it does not counts beside a pair of known ones. Gold lists what
is said of its propositions, so the two are about different things; but it leaves some out, and there are many."""
_SURE = 0.95
"""B-cubed precision aimed at on the stories fitted on, what is alone counted as right. Of what confirmed links hold
together .85 is asked for, on other stories and without what is alone (``group_confirmed_P``)."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A story ready to fit on: its claims, the scores of their candidate pairs (a row each), and what gold says.

    ``labels`` is gold's proposition of each claim, where gold has it; ``wanted`` each statement of gold with the number
    of the claim that tells it, if any. ``track`` says whether the claims were given by gold or found.
    """

    story: str
    track: Track
    number: int
    pairs: tuple[tuple[int, int], ...]
    scores: Floats
    together: tuple[tuple[int, ...], ...]
    labels: tuple[str | None, ...]
    wanted: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """How well groups agree with gold's: B-cubed over all statements, adjusted Rand index over those found."""

    precision: float
    recall: float
    f1: float
    ari: float


class Labelled(NamedTuple):
    """A story with gold's names of what its claims are about: ``labels``, in the order of ``gists``, and ``wanted``.

    Both, and ``track``, are those of ``Case``.
    """

    name: str
    track: Track
    story: Story
    bags: Bags
    gists: tuple[Gist, ...]
    labels: Sequence[str | None]
    wanted: Sequence[tuple[str, int | None]]


class _Held(NamedTuple):
    """A case with how likely its pairs are one, and its sure groups."""

    likely: Likely
    sure: tuple[int, ...]


def labelled(folder: Path) -> tuple[Labelled, Labelled]:
    """Give the story in ``folder`` with its statements given, and with rashomon's own claims."""
    from rashomon.read import articles
    from rashomon.story import reconcile

    gold = load(folder)
    story = reconcile(articles(reports(folder))[0])
    # claims of answers by the way stand over the words of others: they came from grouping and are not grouped again
    plain = tuple(_with(one, [c for c in one.claims if "-" not in c.id]) for one in story.analyses)
    story = replace(story, analyses=plain)
    return _given(story, gold), _own(story, gold)


def cases(folder: Path, network: str | None = None) -> tuple[Case, Case]:
    """Give the story in ``folder`` ready to fit on; ``network`` is as in ``Options``."""
    given, own = (_case(one, network) for one in labelled(folder))
    return given, own


def with_statements(story: Story, gold: Account) -> tuple[Story, dict[str, str]]:
    """Give ``story`` with gold's statements for claims, and each one's proposition by its id."""
    texts = {text_name(article.name): article for article in story.articles}
    moves = {file: mapper(gold.texts[file], article.text) for file, article in texts.items()}
    claims: dict[str, list[Claim]] = {article.id: [] for article in story.articles}
    labels: dict[str, str] = {}
    for number, one in enumerate(one for proposition in gold.propositions for one in proposition.statements):
        article = texts[one.span.article]
        place = Span(article.id, *moves[one.span.article](one.span.start, one.span.end))
        claims[article.id].append(_claim(f"g{number:04}", one, place, article, story.entities))
        labels[f"g{number:04}"] = one.proposition
    return replace(story, analyses=tuple(_with(one, claims[one.article]) for one in story.analyses)), labels


def _with(analysis: Analysis, claims: Sequence[Claim]) -> Analysis:
    return replace(analysis, claims=tuple(claims))


def _claim(name: str, one: Statement, place: Span, article: Article, entities: Sequence[Entity]) -> Claim:
    stance = cast(Stance, one.stance)
    outlet = article.outlet_name
    if one.holder in OWN_VOICE:
        return Claim(name, place, None, outlet, stance, (outlet,))
    known = (e.id for e in entities if e.kind != "place" and agree(one.holder, " ".join((e.name, *e.variants))))
    holder = next(known, one.holder)
    return Claim(name, place, None, holder, stance, (outlet, holder))


def _given(story: Story, gold: Account) -> Labelled:
    changed, names = with_statements(story, gold)
    held = bags(changed)
    told = gists(changed, held)
    labels = [names[gist.claim.id] for gist in told]
    return Labelled(gold.story, "given", changed, held, told, labels, [(name, n) for n, name in enumerate(labels)])


def _own(story: Story, gold: Account) -> Labelled:
    from rashomon.present.story_file import export

    held = bags(story)
    told = gists(story, held)
    numbers = {gist.claim.id: number for number, gist in enumerate(told)}
    found = [
        (match.statement.proposition, numbers[match.telling.id] if match.telling else None)
        for match in matches(gold, from_story(export(story), gold))
    ]
    labels: list[str | None] = [None] * len(told)
    for name, place in found:
        if place is not None and labels[place] is None:
            labels[place] = name
    return Labelled(gold.story, "own", story, held, told, labels, found)


def _case(one: Labelled, network: str | None) -> Case:
    told = accompanied(meant(one.gists, one.story.articles, one.bags, network))
    together = copied(told, one.story.alignments)
    return Case(one.name, one.track, len(told), *compared(told), together, tuple(one.labels), tuple(one.wanted))


def fitted(several: Sequence[Case]) -> Recipe:
    """Give the recipe that suits ``several`` best."""
    weights, start = _regression(several)
    recipe = Recipe(weights, start, 1.0, 1.0)
    odds = [_likely(one, recipe) for one in several]
    given = [number for number, one in enumerate(several) if one.track == "given"]
    trees = [
        tree(one.number, found, one.together, NEAREST, _CONFIRMED[0]) for one, found in zip(several, odds, strict=True)
    ]

    def precision(step: float) -> float:
        return reached([several[n] for n in given], [cut(trees[n], step) for n in given]).precision

    sure = min((step for step in _CONFIRMED if precision(step) >= _SURE), default=_CONFIRMED[-1])
    held = [_Held(found, cut(grown, sure)) for found, grown in zip(odds, trees, strict=True)]
    worth = {step: _worth(several, [_groups(one, step) for one in held]) for step in _SUGGESTED}
    return replace(recipe, suggested=max(_SUGGESTED, key=lambda step: (worth[step], step)), confirmed=sure)


def _worth(several: Sequence[Case], groups: Sequence[Sequence[int]]) -> float:
    """Give B-cubed F1 and half the adjusted Rand index, of both tracks together.

    B-cubed alone prefers groups so large that they are right about statements nobody found.
    """
    worth = 0.0
    for track in ("given", "own"):
        chosen = [n for n, one in enumerate(several) if one.track == track]
        figures = reached([several[n] for n in chosen], [groups[n] for n in chosen])
        worth += figures.f1 + figures.ari / 2
    return worth


def _regression(several: Sequence[Case]) -> tuple[dict[str, float], float]:
    """Give the weights and the constant of a logistic regression, by Newton's method; each story counts the same."""
    import numpy as np

    names = [one.name for one in COMPARATORS]
    rows: list[Floats] = []
    same: list[Floats] = []
    shares: list[Floats] = []
    for case in several:
        labels = [(case.labels[one], case.labels[other]) for one, other in case.pairs]
        known = np.array([_counts(one, other, case.track) for one, other in labels])
        rows.append(case.scores[known > 0])
        same.append(np.array([one == other for one, other in labels], dtype=float)[known > 0])
        shares.append(known[known > 0] / known.sum())
    number = sum(map(len, rows))
    values = np.hstack([np.vstack(rows), np.ones((number, 1))])
    weights = newton(values, np.concatenate(same), np.concatenate(shares) * number / len(several))
    return {name: float(weight) for name, weight in zip(names, weights, strict=False)}, float(weights[-1])


def _counts(one: str | None, other: str | None, track: Track) -> float:
    """Give what a pair of claims with these labels counts."""
    if one and other:
        return 1.0
    return _BACKGROUND if track == "own" and (one or other) else 0.0


def newton(values: Floats, same: Floats, shares: Floats) -> Floats:
    """Give the weights of a logistic regression, with a small penalty, for each column of ``values``; the last is 1.

    ``same`` is what is to be told of each row, 1 or 0, and ``shares`` what the row counts.
    """
    import numpy as np

    penalty = np.full(values.shape[1], _RIDGE)
    penalty[-1] = 0.0
    weights = np.zeros(values.shape[1])
    for _ in range(25):
        likely = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (shares * (same - likely)) - penalty * weights
        bend = (values * (shares * likely * (1 - likely))[:, None]).T @ values + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def _likely(case: Case, by: Recipe) -> Likely:
    return dict(zip(case.pairs, likelihoods(case.scores, by).tolist(), strict=True))


def _held(case: Case, by: Recipe) -> _Held:
    found = _likely(case, by)
    return _Held(found, cut(tree(case.number, found, case.together, NEAREST, by.confirmed), by.confirmed))


def _groups(held: _Held, suggested: float) -> tuple[int, ...]:
    return gathered(held.sure, held.likely, suggested, NEAREST)


def reached(several: Sequence[Case], groups: Sequence[Sequence[int]]) -> Reached:
    """Give how well ``groups``, those of each case, agree with gold's; a statement that was not found is alone."""
    sums = [0.0, 0.0, 0.0, 0.0]
    for case, top in zip(several, groups, strict=True):
        wanted = [name for name, _ in case.wanted]
        given = [f"none {n}" if place is None else str(top[place]) for n, (_, place) in enumerate(case.wanted)]
        found = [(name, top[place]) for name, place in case.wanted if place is not None]
        precision, recall = bcubed(wanted, given)
        index = ari([name for name, _ in found], [group for _, group in found]) if found else 0.0
        for at, value in enumerate((precision * len(wanted), recall * len(wanted), len(wanted), index)):
            sums[at] += value
    precision, recall = ratio(sums[0], sums[2]), ratio(sums[1], sums[2])
    return Reached(precision, recall, ratio(2 * precision * recall, precision + recall), ratio(sums[3], len(several)))


def crossed(several: Sequence[Case]) -> dict[str, Reached]:
    """Give what is reached on stories not fitted on, by track and kind of group ("given suggested", ...)."""
    found: dict[str, list[tuple[Case, tuple[int, ...]]]] = {}
    names = sorted({one.story for one in several})
    for left in (names[part::_FOLDS] for part in range(min(_FOLDS, len(names)))):
        recipe = fitted([one for one in several if one.story not in left])
        for case in (one for one in several if one.story in left):
            held = _held(case, recipe)
            for kind, tops in (("suggested", _groups(held, recipe.suggested)), ("confirmed", held.sure)):
                found.setdefault(f"{case.track} {kind}", []).append((case, tops))
    return {kind: reached([case for case, _ in told], [top for _, top in told]) for kind, told in found.items()}


def report(figures: Mapping[str, Reached]) -> str:
    """Give the table of ``figures``."""
    rows = [[kind, one.precision, one.recall, one.f1, one.ari] for kind, one in figures.items()]
    return table(["claims, groups", "B3_P", "B3_R", "B3_F1", "ARI"], rows)


def written(recipe: Recipe, figures: Mapping[str, Reached], stories: Sequence[str]) -> Path:
    """Write ``recipe`` as the package's data, with what it was fitted on and what it reaches, and give the file."""
    head = [
        "What each feature of two claims weighs (log-odds for a score of 1). `python -m rashomon.evals fit` writes it.",
        f"Fitted on {len(stories)} dev stories: {', '.join(stories)}.",
        "Cross-validated by story, B-cubed precision, recall, F1 and adjusted Rand index of the groups:",
        *(
            f"  {kind}: {one.precision:.3f} {one.recall:.3f} {one.f1:.3f} {one.ari:.3f}"
            for kind, one in figures.items()
        ),
        "given: gold's statements are the claims; own: rashomon's are, and a statement not found is alone.",
        "start: the log-odds of a pair of which nothing is found. Groups join while the mean likelihood between them",
        f"reaches the bound: suggested is best by F1 and half the index, confirmed has precision {_SURE} when fitted.",
    ]
    rows = {"start": recipe.start, "confirmed": recipe.confirmed, "suggested": recipe.suggested, **recipe.weights}
    text = "".join(f"# {line}\n" for line in head) + "".join(f"{value:.3f} {name}\n" for name, value in rows.items())
    file = Path(str(files("rashomon.data").joinpath("proposition-weights.txt")))
    file.write_text(text, encoding="utf-8")
    return file
