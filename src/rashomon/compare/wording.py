"""The same thing under different names: words of one family, one noun with and without a judging word, one person.

    namings of a family  ->  those that mean one thing, by what stands near them  ->  those that differ in view

Two namings mean one thing where they are told in one proposition, where rare words stand near both, or where they are
one word that names little else. Plain names against plain ones are no choice of words, and neither are spellings,
pronouns and people's names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from rashomon.compare.components import components
from rashomon.compare.lexis import contrasted, differ
from rashomon.compare.namings import Naming, namings
from rashomon.model import Span, Story, Variant, Wording
from rashomon.text import plain

__all__ = ["find"]

_TOGETHER = 2.5
"""What the words near two namings must come to (the sum of the logarithms of how rare they are among namings) for them
to mean one thing, two words at least. Calibrated by reading the groups on the dev stories and on news of ECB+: at 2
every third one is no choice of words, at 4 a third of those that are fall apart."""
_ALONE = 3.0
"""The same where one word alone stands near both."""
_ALIKE = 1.0
"""The same for one word in two places."""
_PART = 0.5
"""Share of the places of a group that may stand in a larger one: beyond it is only a part of that."""

_Pair = tuple[int, int]


def find(story: Story) -> tuple[Wording, ...]:
    """Give the things of ``story`` that go by names which carry a view, those in the most articles first.

    Each has at least two variants and stands in at least two articles; at least one variant is softer or harsher than
    another. ``referent`` is its commonest plain name, or the id of the entity.
    """
    told = namings(story)
    rare = _rarity(told)
    kinds: dict[str, list[Naming]] = defaultdict(list)
    for one in told:
        kinds[one.kind].append(one)
    groups = [group for name in sorted(kinds) for group in _meant(_sorts(kinds[name]), rare)]
    named = [_wording(group) for group in _whole(groups)]
    return tuple(sorted([*named, *_described(story)], key=_rank))


def _rank(one: Wording) -> tuple[int, int, str, Span]:
    articles = {span.article for variant in one.variants for span in variant.spans}
    return -len(articles), -len(one.variants), one.referent, min(span for v in one.variants for span in v.spans)


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
    if told[pair[0]].key == told[pair[1]].key:
        return sum(weights) >= _ALIKE
    return sum(weights) >= (_TOGETHER if len(weights) > 1 else _ALONE)


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


def _whole(groups: Iterable[tuple[Naming, ...]]) -> list[tuple[Naming, ...]]:
    """Give the groups that are no part of another: a word of two families is told in the one that has more names."""
    kept: list[tuple[tuple[Naming, ...], set[Span]]] = []
    for group in sorted(groups, key=lambda g: (-len({one.key for one in g}), -len(g), g[0].kind, g[0].span)):
        spans = {one.span for one in group}
        if all(len(spans & other) <= _PART * len(spans) for _, other in kept):
            kept.append((group, spans))
    return [group for group, _ in kept]


def _wording(group: Sequence[Naming]) -> Wording:
    common = Counter((one.tone != 0, one.key) for one in group)
    referent = min(common, key=lambda name: (name[0], -common[name], name[1]))[1]
    return Wording(referent, _variants((one.key, one.span) for one in group))


def _variants(named: Iterable[tuple[str, Span]]) -> tuple[Variant, ...]:
    spans: dict[str, set[Span]] = defaultdict(set)
    for text, span in named:
        spans[text].add(span)
    return tuple(Variant(text, tuple(sorted(spans[text]))) for text in sorted(spans, key=lambda text: min(spans[text])))


def _described(story: Story) -> Iterator[Wording]:
    """Yield the people and bodies whose descriptions differ in view."""
    roles = {one.span for analysis in story.analyses for one in analysis.mentions if one.form == "role"}
    texts = {article.id: plain(article.text) for article in story.articles}
    for entity in story.entities:
        spans = [span for span in entity.mentions if span in roles]
        named = [(_description(texts[span.article][span.start : span.end]), span) for span in spans]
        if len({span.article for span in spans}) > 1 and contrasted([text for text, _ in named]):
            yield Wording(entity.id, _variants(named))


def _description(text: str) -> str:
    words = text.lower().split()
    return " ".join(
        words[1:] if words[0] in ("a", "an", "the", "his", "her", "its", "their", "that", "this") else words
    )
