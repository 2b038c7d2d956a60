"""The same thing under different names: words of one family, one noun with and without a judging word, one person.

    namings of a family  ->  those that mean one thing, by what stands near them  ->  those that differ in view

Two namings mean one thing where they are told in one proposition, where rare words stand near both, or where they are
one word that names little else. Plain names against plain ones are no choice of words, and neither are spellings,
pronouns and people's names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from rashomon.compare.components import components
from rashomon.compare.lexis import contrasted, differ, sided
from rashomon.compare.namings import Naming, namings
from rashomon.model import Span, Story, Variant, Wording
from rashomon.text import plain

__all__ = ["find"]

_TOGETHER = 3.0
"""What the words near two namings must come to (the sum of the logarithms of how rare they are among namings) for them
to mean one thing. Calibrated on thirteen dev stories, of which three stood by unread: at 2.5 as many choices are found,
and one in ten of what is shown more is none."""
_ALIKE = 1.0
"""The same for one word in two places."""
_TELLS = 10
"""What the number of names, that of the names that take a side, and that of the articles must come to together; in
stories of few articles no more than twice their number and one. Calibrated on the same stories: of choices of two names
nine in ten are words that merely belong to one family, of those with ten more than half are choices that a reader
marked."""
_PART = 0.5
"""Share of the places of a group that may stand in a larger one: beyond it is only a part of that."""

_Pair = tuple[int, int]


_OWNER = re.compile(r"^(?:(?:an?|the|his|her|its|their|our|my|that|this|whose) |[^']+'s |[^']+s' )+(?=.)")
"""What stands before a description and is no part of it."""


class _Choice(NamedTuple):
    """A choice of words, with the number of its names that take a side."""

    wording: Wording
    sided: int


def find(story: Story) -> tuple[Wording, ...]:
    """Give the things of ``story`` that go by names which carry a view, those with most of them first.

    Each has at least two variants and stands in at least two articles; at least one variant is softer or harsher than
    another. ``referent`` is its commonest plain name, or the id of the entity.
    """
    told = namings(story)
    rare = _rarity(told)
    kinds: dict[str, list[Naming]] = defaultdict(list)
    for one in told:
        kinds[one.kind].append(one)
    groups = [group for name in sorted(kinds) for group in _meant(_sorts(kinds[name]), rare)]
    least = min(_TELLS, 2 * len(story.articles) + 1)
    choices = [_Choice(_wording(group), _sided(group)) for group in _whole(groups)]
    kept = [one for one in (*choices, *_described(story)) if _tells(one) >= least]
    changed = _whole(_changed(story, told), [_spans(one.wording) for one in kept])
    kept += [_Choice(_wording(pair), _sided(pair)) for pair in changed]
    return tuple(one.wording for one in sorted(kept, key=_rank))


def _tells(one: _Choice) -> int:
    """Weigh how much of a choice there is: by the names, those that take a side again, and the articles."""
    return len(one.wording.variants) + one.sided + len({span.article for span in _spans(one.wording)})


def _sided(group: Sequence[Naming]) -> int:
    return len({one.key for one in group if one.tone and not one.vague})


def _rank(one: _Choice) -> tuple[int, int, Span]:
    return -one.sided, -_tells(one), min(_spans(one.wording))


def _spans(one: Wording) -> set[Span]:
    return {span for variant in one.variants for span in variant.spans}


def _changed(story: Story, told: Sequence[Naming]) -> list[tuple[Naming, ...]]:
    """Give each two names of one kind of which one stands for the other in a passage that two articles share."""
    found: list[tuple[Naming, ...]] = []
    for change in (one for alignment in story.alignments for one in alignment.differences if one.op == "replace"):
        left, right = ([one for one in told if _within(one.span, side)] for side in (change.left, change.right))
        found += [(a, b) for a in left for b in right if a.kind == b.kind and a.key != b.key]
    return found


def _within(span: Span, place: Span) -> bool:
    return span.article == place.article and place.start <= span.end - 1 < place.end


def _rarity(told: Sequence[Naming]) -> Mapping[str, float]:
    """Weigh each word that stands near a naming by how few it stands near."""
    near = {one.span: one.near for one in told}
    number = Counter(word for words in near.values() for word in words)
    return {word: log(len(near) / count) for word, count in number.items()}


def _sorts(told: Iterable[Naming]) -> list[list[Naming]]:
    """Give namings that stand alike in all that tells what they mean together, so that they are compared once."""
    found: dict[tuple[object, ...], list[Naming]] = defaultdict(list)
    for one in told:
        found[one.key, one.tone, one.vague, one.near, one.told_in].append(one)
    return list(found.values())


def _meant(sorts: Sequence[Sequence[Naming]], rare: Mapping[str, float]) -> Iterator[tuple[Naming, ...]]:
    """Yield the namings of one family that mean one thing and differ in view, in at least two articles."""
    told = [several[0] for several in sorts]
    pairs = _pairs(told, rare)
    apart = {a for a, b in pairs if differ(told[a], told[b])}
    groups = [group for group in components(range(len(told)), pairs) if apart.intersection(group)]
    members = [number for group in groups for number in group]
    # a word that names little else means in one group what it means in the other; so does one judged noun
    first: dict[str, int] = {}
    plainly = [(first.setdefault(told[n].key, n), n) for n in members if not told[n].vague or told[n].kind[0] == "="]
    within = set(members)
    for merged in components(members, [*(pair for pair in pairs if pair[0] in within), *plainly]):
        whole = tuple(one for number in merged for one in sorts[number])
        if len({one.span.article for one in whole}) > 1:
            yield whole


def _pairs(told: Sequence[Naming], rare: Mapping[str, float]) -> list[_Pair]:
    """Give the pairs of namings that mean one thing by what stands near them; two vague words never do."""
    near = _shared(told, [one.near for one in told], rare)
    told_in = _shared(told, [one.told_in for one in told], defaultdict(float))
    same = (pair for pair, words in near.items() if _together(told, pair, words))
    return sorted({*told_in, *same})


def _together(told: Sequence[Naming], pair: _Pair, weights: Sequence[float]) -> bool:
    return sum(weights) >= (_ALIKE if told[pair[0]].key == told[pair[1]].key else _TOGETHER)


def _shared(
    told: Sequence[Naming], marks: Sequence[Iterable[str]], weight: Mapping[str, float]
) -> Mapping[_Pair, list[float]]:
    """Give for each pair of namings that share a mark, and are not both vague, what each of those weighs."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(marks):
        for mark in own:
            places[mark].append(number)
    found: dict[_Pair, list[float]] = defaultdict(list)
    for mark in sorted(places):
        for a, b in combinations(places[mark], 2):
            if not (told[a].vague and told[b].vague):
                found[a, b].append(weight[mark])
    return found


def _whole(groups: Iterable[tuple[Naming, ...]], told: Iterable[set[Span]] = ()) -> list[tuple[Naming, ...]]:
    """Give the groups that are no part of another, or of those ``told``.

    A word of two families is told in the one that has more names.
    """
    kept: list[tuple[Naming, ...]] = []
    places = list(told)
    for group in sorted(groups, key=lambda g: (-len({one.key for one in g}), -len(g), g[0].kind, g[0].span)):
        spans = {one.span for one in group}
        if all(len(spans & other) <= _PART * len(spans) for other in places):
            kept.append(group)
            places.append(spans)
    return kept


def _wording(group: Sequence[Naming]) -> Wording:
    common = Counter((one.tone != 0, one.key) for one in group)
    referent = min(common, key=lambda name: (name[0], -common[name], name[1]))[1]
    return Wording(referent, _variants((one.key, one.span) for one in group))


def _variants(named: Iterable[tuple[str, Span]]) -> tuple[Variant, ...]:
    spans: dict[str, set[Span]] = defaultdict(set)
    for text, span in named:
        spans[text].add(span)
    return tuple(Variant(text, tuple(sorted(spans[text]))) for text in sorted(spans, key=lambda text: min(spans[text])))


def _described(story: Story) -> Iterator[_Choice]:
    """Yield the people and bodies whose descriptions differ in view, between articles.

    Descriptions are what they are called by their duty, and what they are said to be.
    """
    roles = {one.span for analysis in story.analyses for one in analysis.mentions if one.form == "role"}
    said = [one for analysis in story.analyses for one in analysis.frames if one.role and not one.negated]
    texts = {article.id: plain(article.text) for article in story.articles}
    for entity in story.entities:
        mentioned = set(entity.mentions)
        told = {one.role for one in said if one.role and one.patient and _names(one.patient, mentioned)}
        places = sorted({span for span in mentioned if span in roles} | told)
        named = [(_description(texts[span.article][span.start : span.end]), span) for span in places]
        if len({span.article for span in places}) > 1 and contrasted([text for text, _ in named]):
            yield _Choice(Wording(entity.id, _variants(named)), len({text for text, _ in named if sided(text)}))


def _names(patient: Span, mentioned: set[Span]) -> bool:
    """Tell whether the words for whom something is said of are a mention, or begin or end with one."""
    return any(
        patient.article == one.article
        and (patient.start == one.start or patient.end == one.end)
        and one.start < patient.end
        and patient.start < one.end
        for one in mentioned
    )


def _description(text: str) -> str:
    """Give a description without its article, or whose it is."""
    return _OWNER.sub("", " ".join(text.lower().split()))
