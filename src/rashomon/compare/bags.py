"""Stretches of text as bags of weighed terms: what two of them have in common, looked up where it is asked for.

The terms and their weights are those of ``gists``, which prepares every claim for comparing it with many; here a few
are compared, and sentences that nobody made a claim of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from rashomon.compare.events import classes, grammar, words
from rashomon.compare.gists import Weights, unit
from rashomon.compare.sentences import Sentence, holding, sentences
from rashomon.model import Span, Story

__all__ = ["Bags", "around", "bags", "inside", "mean"]

_CLASS, _NAME = 0.7, 0.4
"""What a class of events and an entity weigh beside a word that is as rare; as in ``gists``."""
_AROUND = 0.5
"""What the sentence and the paragraph weigh beside the words themselves; as in ``gists``."""


class _Term(NamedTuple):
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Bags:
    """The sentences of each article, by its id, with the terms in them, and what each term weighs."""

    sentences: Mapping[str, tuple[Sentence, ...]]
    terms: Mapping[str, tuple[tuple[_Term, ...], ...]]
    rare: Weights


def bags(story: Story) -> Bags:
    """Give the sentences of ``story`` with their terms, each weighed by the logarithm of the share that holds it."""
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in story.entities:
        for span in entity.mentions:
            named[span.article].append((span.start, f"#{entity.id}"))
    told = {a.id: sentences(a, own) for a, own in zip(story.articles, story.blocks, strict=True)}
    terms = {name: tuple(tuple(_terms(one, sorted(named[name]))) for one in several) for name, several in told.items()}
    number = Counter(
        name for several in terms.values() for one in several for name in dict.fromkeys(term.name for term in one)
    )
    total = sum(map(len, told.values()))
    kind = {"@": _CLASS, "#": _NAME}
    return Bags(told, terms, {n: log((total + 1) / count) * kind.get(n[0], 1.0) for n, count in number.items()})


def _terms(sentence: Sentence, named: Sequence[tuple[int, str]]) -> Iterator[_Term]:
    start, end = sentence.span.start, sentence.span.end
    told = words(sentence.words)
    for word, kinds in zip(told, classes(told), strict=True):
        if word.lemma not in grammar() and len(word.lemma) > 1:
            yield _Term(word.lemma, start + word.start)
        yield from (_Term(f"@{kind}", start + word.start) for kind in kinds)
    for at, name in named[bisect_left(named, (start, "")) : bisect_left(named, (end, ""))]:
        yield _Term(name, at)


def inside(held: Bags, span: Span) -> Weights:
    """Give the terms of the words in ``span``, of length 1."""
    own = held.sentences.get(span.article, ())
    if not own:
        return {}
    found: Counter[str] = Counter()
    for number in range(holding(own, span), len(own)):
        if own[number].span.start >= span.end:
            break
        found.update(term.name for term in held.terms[span.article][number] if span.start <= term.at < span.end)
    return _weighed(found, held.rare)


def around(held: Bags, span: Span) -> Weights:
    """Give the terms of the words in ``span``, of its sentence and of its paragraph, of length 1."""
    own = held.sentences.get(span.article, ())
    if not own:
        return {}
    here = holding(own, span)
    paragraph = [number for number, one in enumerate(own) if one.block == own[here].block]
    found = dict(inside(held, span))
    for several in ([here], paragraph):
        counted = Counter(term.name for number in several for term in held.terms[span.article][number])
        for name, weight in _weighed(counted, held.rare).items():
            found[name] = found.get(name, 0.0) + _AROUND * weight
    return unit(found)


def mean(several: Iterable[Weights]) -> Weights:
    """Give the direction of the sum of ``several``, of length 1."""
    found: dict[str, float] = {}
    for one in several:
        for name, weight in one.items():
            found[name] = found.get(name, 0.0) + weight
    return unit(found)


def _weighed(terms: Mapping[str, int], rare: Weights) -> Weights:
    return unit({name: (1 + log(count)) * rare[name] for name, count in terms.items()})
