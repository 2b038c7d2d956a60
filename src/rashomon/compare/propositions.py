"""Propositions: the claims of all reports that are about one thing, whoever asserts or denies it.

    claims -> gists -> candidates -> likelihoods -> sure groups -> groups -> propositions, and claims that know theirs

Two bounds: what holds together above the higher one is confirmed; what is confirmed is gathered, as a whole, into
groups that hold together above the lower one, which is suggested.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations, islice
from typing import TYPE_CHECKING, Literal

from rashomon.compare.answers import answered, asides, slot
from rashomon.compare.candidates import NEAREST, copied
from rashomon.compare.clusters import cut, gathered, tree
from rashomon.compare.features import COMPARATORS
from rashomon.compare.gists import Gist
from rashomon.compare.prepared import Prepared
from rashomon.compare.stories import numbered
from rashomon.compare.tellings import outlets
from rashomon.compare.titles import title
from rashomon.compare.verdict import Likely, Recipe, evidence, recipe, scores
from rashomon.model import Analysis, Claim, Evidence, Link, Proposition, Slot, Stance, Story

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["find", "named", "outlet_stances"]

_TOLD = 4
"""Pieces of evidence kept for a link: those that tell most."""


_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Compared:
    """All claims of a story, compared: by number, how likely each two are one thing, which are copies, the sure groups.

    ``scores`` are those of the pairs, in the order of ``COMPARATORS``.
    ``groups`` are the claims of each proposition to be; ``ties`` the likeliest pairs that tie all claims of a group
    together, by the number of the group's first claim, one fewer than there are claims (Kruskal's spanning tree).
    """

    gists: tuple[Gist, ...]
    likely: Likely
    scores: Mapping[_Pair, Floats]
    copies: frozenset[_Pair]
    sure: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    ties: Mapping[int, Sequence[_Pair]]
    by: Recipe


def find(story: Story, ready: Prepared) -> tuple[tuple[Proposition, ...], tuple[Analysis, ...]]:
    """Give the propositions of ``story``, in order of place, and its analyses with claims that know theirs.

    ``ready`` are its claims prepared. Every claim learns its slot and value. A claim that nothing else is about belongs
    to no proposition. Where claims that are surely about one thing also tell how many or when, each that does gives a
    second claim over the same words, and those make a proposition of their own.
    """
    compared = _compared(story, ready)
    known = outlets(story)
    propositions: list[Proposition] = []
    claims: dict[str, list[Claim]] = defaultdict(list)
    for members in compared.groups:
        told = [compared.gists[number] for number in members]
        several = answered(told)
        if len(members) > 1:
            made = list(_propositions(members, several, compared, known))
            propositions += [proposition for proposition, _ in made]
            several = tuple(one for _, own in made for one in own)
        for one in several:
            claims[one.span.article].append(one)
    analyses = (
        replace(analysis, claims=tuple(sorted(claims[analysis.article], key=lambda one: (one.span, one.id))))
        for analysis in story.analyses
    )
    return tuple(sorted(propositions, key=lambda one: (one.title, one.id))), tuple(analyses)


def _compared(story: Story, ready: Prepared) -> _Compared:
    by, told = recipe(), ready.gists
    tells = numbered(story)
    stories = [tells[one.claim.span.article] for one in told]
    same = tuple(part for several in copied(told, story.alignments) for part in _parted(several, stories))
    copies = frozenset((group[0], other) for group in same for other in group[1:])
    near = {pair: value for pair, value in ready.likely.items() if stories[pair[0]] == stories[pair[1]]}
    found = {**near, **dict.fromkeys(copies, 1.0)}
    sure = cut(tree(len(told), found, same, NEAREST, by.confirmed), by.confirmed)
    tops = gathered(sure, found, by.suggested, NEAREST)
    groups: dict[int, list[int]] = defaultdict(list)
    for number, top in enumerate(tops):
        groups[top].append(number)
    members = tuple(map(tuple, groups.values()))
    return _Compared(told, found, ready.scores, copies, sure, members, _ties(found, tops), by)


def _parted(several: Sequence[int], stories: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the claims of ``several`` that stand in reports of one story, ``stories`` by number; none that is alone."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number in several:
        groups[stories[number]].append(number)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def _ties(found: Likely, tops: Sequence[int]) -> Mapping[int, Sequence[_Pair]]:
    held = {number: {number} for number in range(len(tops))}
    ties: dict[int, list[_Pair]] = defaultdict(list)
    within = [(-value, pair) for pair, value in found.items() if tops[pair[0]] == tops[pair[1]]]
    for _, (one, other) in sorted(within):
        if held[one] is not held[other]:
            ties[tops[one]].append((one, other))
            held[one] |= held[other]
            for number in held[other]:
                held[number] = held[one]
    return ties


def _propositions(
    members: Sequence[int], several: Sequence[Claim], compared: _Compared, known: Mapping[str, str]
) -> Iterator[tuple[Proposition, tuple[Claim, ...]]]:
    """Yield the proposition of ``members``, whose claims are ``several``, then those of what they tell by the way."""
    told = [compared.gists[number] for number in members]
    asked = slot(told)
    links = tuple(_link(pair, compared) for pair in compared.ties[members[0]])
    yield _made(several, told, asked, (links, _mean(members, compared.likely)), known)
    cores: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(members):
        cores[compared.sure[number]].append(place)
    for core in cores.values():
        for aside in asides([told[place] for place in core], [several[place] for place in core], asked):
            gist = {one.claim.id: one for one in told}
            stated = [gist[one.id.rpartition("-")[0]] for one in aside]
            yield _made(aside, stated, aside[0].slot or asked, (tuple(_star(aside)), 1.0), known)


def _made(
    claims: Sequence[Claim],
    told: Sequence[Gist],
    asked: Slot,
    held: tuple[tuple[Link, ...], float],
    known: Mapping[str, str],
) -> tuple[Proposition, tuple[Claim, ...]]:
    """Give the proposition of ``claims``, whose gists are ``told``, and the claims with its id."""
    ids = tuple(one.id for one in sorted(claims, key=lambda one: (one.span, one.id)))
    name = named(ids)
    made = Proposition(name, title(told), ids, asked, outlet_stances(claims, known), held[0], round(held[1], 3))
    return made, tuple(replace(one, proposition=name) for one in claims)


def named(claims: Iterable[str]) -> str:
    """Give the id of the proposition of ``claims`` (ids)."""
    return "p" + sha256("|".join(sorted(claims)).encode()).hexdigest()[:12]


def outlet_stances(claims: Sequence[Claim], known: Mapping[str, str]) -> tuple[tuple[str, Stance], ...]:
    """Give each outlet's stance: its own where it speaks for itself, otherwise that of most of those it cites.

    ``known`` are the outlets by the ids of their articles.
    """
    own: dict[str, list[Stance]] = defaultdict(list)
    cited: dict[str, list[Stance]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.span, one.id)):
        outlet = known[claim.span.article]
        (own if claim.holder == outlet else cited)[outlet].append(claim.stance)
    found = {**cited, **own}
    return tuple((outlet, Counter(found[outlet]).most_common(1)[0][0]) for outlet in sorted(found))


def _link(pair: _Pair, compared: _Compared) -> Link:
    left, right = (compared.gists[number] for number in pair)
    found = _named(compared.scores[pair]) if pair in compared.scores else scores(left, right)
    told = tuple(islice(evidence(left, right, found, compared.by), _TOLD))
    if pair in compared.copies:
        copy = Evidence("copy", 1.0, "the same words, or a shared passage", left.claim.span, right.claim.span)
        told = (copy, *told[: _TOLD - 1])
    sure = compared.sure[pair[0]] == compared.sure[pair[1]]
    status: Literal["confirmed", "suggested"] = "confirmed" if sure else "suggested"
    return Link(left.claim.id, right.claim.id, status, round(compared.likely[pair], 3), told)


def _named(found: Floats) -> dict[str, float]:
    return {one.name: float(score) for one, score in zip(COMPARATORS, found, strict=True)}


def _star(claims: Sequence[Claim]) -> Iterator[Link]:
    """Yield the links of claims that answer by the way, each with the first."""
    first = claims[0]
    for one in claims[1:]:
        detail = f"both tell the {one.slot} of what is surely one thing"
        yield Link(first.id, one.id, "confirmed", 1.0, (Evidence("slot", 1.0, detail, first.span, one.span),))


def _mean(members: Sequence[int], likely: Likely) -> float:
    """Give the mean likelihood of the pairs of ``members`` that were compared."""
    found = [likely[pair] for pair in combinations(members, 2) if pair in likely]
    return sum(found) / max(1, len(found))
