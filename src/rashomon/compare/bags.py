"""Stretches of text as bags of weighed terms: what two of them have in common, looked up where it is asked for.

Every sentence of a story is read into terms once. ``gists`` prepares every claim with them for comparing it with many;
here a few are compared, and sentences that nobody made a claim of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.compare.events import classes, grammar, words
from rashomon.compare.sentences import Sentence, holding, sentences
from rashomon.compare.weights import Weights, rarity, total, unit, weighed
from rashomon.model import Span, Story

__all__ = ["Bags", "Term", "around", "bags", "inside", "mean"]

_AROUND = 0.5
"""What the sentence and the paragraph weigh beside the words themselves; as in ``gists``."""


class Term(NamedTuple):
    """A term where it stands: its offset in the article, and the word that it is there, "" for a name."""

    name: str
    at: int
    shown: str


@dataclass(frozen=True, slots=True)
class Bags:
    """The sentences of each article, by its id, with the terms in them, what each weighs, and how to show it.

    ``blocks`` are the terms of whole paragraphs, of length 1, by the article's id and the block's number.
    """

    sentences: Mapping[str, tuple[Sentence, ...]]
    terms: Mapping[str, tuple[tuple[Term, ...], ...]]
    rare: Weights
    shown: Mapping[str, str]
    blocks: Mapping[tuple[str, int], Weights]


def bags(story: Story) -> Bags:
    """Give the sentences of ``story`` with their terms, each weighed by the logarithm of the share that holds it."""
    named = _named(story)
    told = {a.id: sentences(a, own) for a, own in zip(story.articles, story.blocks, strict=True)}
    terms = {name: tuple(tuple(_terms(one, named[name])) for one in several) for name, several in told.items()}
    number: Counter[str] = Counter()
    shown = {f"#{entity.id}": entity.name for entity in story.entities}
    counted: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for name, several in told.items():
        for sentence, own in zip(several, terms[name], strict=True):
            names = [term.name for term in own]
            number.update(set(names))
            counted[name, sentence.block].update(names)
            for term in own:
                shown.setdefault(term.name, term.shown)
    rare = rarity(number, sum(map(len, told.values())))
    return Bags(told, terms, rare, shown, {place: weighed(found, rare) for place, found in counted.items()})


def _named(story: Story) -> Mapping[str, list[tuple[int, int, str]]]:
    """Give the mentions in each article as (start, end, term), in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in story.entities:
        for span in entity.mentions:
            found[span.article].append((span.start, span.end, f"#{entity.id}"))
    for mentions in found.values():
        mentions.sort()
    return found


def _terms(sentence: Sentence, named: Sequence[tuple[int, int, str]]) -> Iterator[Term]:
    start, end = sentence.span.start, sentence.span.end
    told = words(sentence.words)
    for word, kinds in zip(told, classes(told), strict=True):
        at, shown = start + word.start, sentence.words[word.start : word.end]
        if word.lemma not in grammar() and len(word.lemma) > 1:
            yield Term(word.lemma, at, shown)
        for kind in kinds:
            yield Term(f"@{kind}", at, shown)
    for mention in named[bisect_left(named, (start,)) : bisect_left(named, (end,))]:
        yield Term(mention[2], mention[0], "")


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
    return weighed(found, held.rare)


def around(held: Bags, span: Span) -> Weights:
    """Give the terms of the words in ``span``, of its sentence and of its paragraph, of length 1."""
    own = held.sentences.get(span.article, ())
    if not own:
        return {}
    here = holding(own, span)
    found = dict(inside(held, span))
    counted = Counter(term.name for term in held.terms[span.article][here])
    for weights in (weighed(counted, held.rare), held.blocks[span.article, own[here].block]):
        for name, weight in weights.items():
            found[name] = found.get(name, 0.0) + _AROUND * weight
    return unit(found)


def mean(several: Iterable[Weights]) -> Weights:
    """Give the direction of the sum of ``several``, of length 1."""
    return unit(total(several))
