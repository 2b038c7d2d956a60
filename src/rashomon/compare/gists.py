"""What each claim comes down to, prepared once for all comparing: its words, what surrounds it, whom it names.

A clause seldom says all it is about: "I never sang a note of it", "She would not say". The rest stands in its sentence,
its paragraph and the sentence before. On the dev stories what surrounds two claims tells more than their own words
whether they are about one thing (area under the curve .77 against .58; sentence embeddings .64), so both are kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import log, sqrt
from typing import NamedTuple, TypeVar

from rashomon.compare.events import classes, grammar, words
from rashomon.compare.quantities import Quantity, quantities
from rashomon.compare.sentences import stretches
from rashomon.compare.slots import asked
from rashomon.model import REPORT_ROLES, Analysis, Article, Block, Claim, Entity, Slot, Span, Story, Timex
from rashomon.text import plain

__all__ = ["Gist", "Weights", "gists", "likeness", "rarity", "total", "unit", "weighed"]

_Key = TypeVar("_Key", bound=Hashable)

Weights = Mapping[str, float]
"""The terms of a stretch of text with what each weighs, of length 1. A term is a word's plain form, a class of events
("@DIE") or an entity ("#" and its id)."""

_CLASS, _NAME = 0.7, 0.4
"""What a class of events and an entity weigh beside a word that is as rare."""
_SENTENCE, _PARAGRAPH, _BEFORE = 0.5, 0.5, 0.25
"""What the sentence, the paragraph and the sentence before weigh beside the claim's own words.
Calibrated on the dev stories: all three help, the paragraph before and the sentence after do not."""


@dataclass(frozen=True, slots=True)
class Gist:
    """A claim as comparing needs it.

    ``words`` are its words with every offset as it was, ``text`` the same on one line; ``times`` stand in them.
    ``own`` weighs the terms of its own words, ``setting`` those of what surrounds it too. ``sentence`` and
    ``paragraph`` are numbers that run through all articles. ``slots`` are the questions it answers, the foremost first.
    ``shown`` gives a term in words and ``rare`` what it weighs by itself; both are one for all claims of a story.
    Once the claims have been looked at together, ``company`` are those most like this one, by their numbers, and
    ``common`` is how alike its setting is to the others' on the mean, which is never 0.
    """

    claim: Claim
    words: str
    text: str
    own: Weights
    setting: Weights
    quantities: tuple[Quantity, ...]
    times: tuple[Timex, ...]
    slots: tuple[Slot, ...]
    sentence: int
    paragraph: int
    shown: Mapping[str, str]
    rare: Weights
    company: Mapping[int, float] = field(default_factory=dict)
    common: float = 1.0


class _Term(NamedTuple):
    """A term where it stands: its offset in the article, and the word that it is there."""

    name: str
    at: int
    shown: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    number: int
    paragraph: int
    terms: tuple[_Term, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences and times of an article in order, and the terms of its paragraphs, weighed, by their numbers."""

    sentences: tuple[_Sentence, ...]
    times: tuple[Timex, ...]
    paragraphs: Mapping[int, Weights]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The terms of a story: what each weighs, and how to show it."""

    rare: Weights
    shown: Mapping[str, str]


def likeness(left: Mapping[_Key, float], right: Mapping[_Key, float]) -> float:
    """Give the cosine of two weightings of length 1.

    >>> likeness({"gate": 0.6, "shut": 0.8}, {"gate": 1.0})
    0.6
    """
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


def gists(story: Story) -> tuple[Gist, ...]:
    """Give the claims of ``story`` prepared for comparing, in order of its articles and of their places."""
    named = _named(story.entities)
    read: list[tuple[_Sentence, ...]] = []
    number = paragraph = 0
    for article, own in zip(story.articles, story.blocks, strict=True):
        read.append(tuple(_sentences(article, own, named.get(article.id, ()), (number, paragraph))))
        number, paragraph = number + len(read[-1]), paragraph + len(own)
    vocabulary = _vocabulary([one for sentences in read for one in sentences], story.entities)
    texts = [
        _Text(sentences, _times(analysis), _paragraphs(sentences, vocabulary.rare))
        for sentences, analysis in zip(read, story.analyses, strict=True)
    ]
    return tuple(
        _gist(claim, article, text, vocabulary)
        for article, text, analysis in zip(story.articles, texts, story.analyses, strict=True)
        for claim in sorted(analysis.claims, key=lambda one: (one.span, one.id))
    )


def _named(entities: Iterable[Entity]) -> dict[str, list[tuple[int, int, str]]]:
    """Give the mentions of each article as (start, end, entity id), in order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity in entities:
        for span in entity.mentions:
            found.setdefault(span.article, []).append((span.start, span.end, entity.id))
    return {article: sorted(mentions) for article, mentions in found.items()}


def _sentences(
    article: Article,
    blocks: Sequence[Block],
    mentions: Sequence[tuple[int, int, str]],
    first: tuple[int, int],
) -> Iterator[_Sentence]:
    """Give the sentences of the report's own blocks; ``first`` are the numbers of the first sentence and paragraph."""
    number = first[0]
    for paragraph, block in enumerate(blocks, first[1]):
        if block.role not in REPORT_ROLES:
            continue
        line = plain(article.text[block.span.start : block.span.end])
        for start, end in stretches(line):
            if line[start:end].strip():
                span = Span(article.id, block.span.start + start, block.span.start + end)
                yield _Sentence(span, number, paragraph, tuple(_terms(line[start:end], span, mentions)))
                number += 1


def _terms(line: str, span: Span, mentions: Sequence[tuple[int, int, str]]) -> Iterator[_Term]:
    told = words(line)
    for word, kinds in zip(told, classes(told), strict=True):
        at, shown = span.start + word.start, line[word.start : word.end]
        if word.lemma not in grammar() and len(word.lemma) > 1:
            yield _Term(word.lemma, at, shown)
        for kind in kinds:
            yield _Term(f"@{kind}", at, shown)
    for start, _, entity in mentions[bisect_left(mentions, (span.start,)) :]:
        if start >= span.end:
            break
        yield _Term(f"#{entity}", start, "")


def _vocabulary(sentences: Sequence[_Sentence], entities: Iterable[Entity]) -> _Vocabulary:
    number = Counter(name for one in sentences for name in {term.name for term in one.terms})
    shown = {f"#{entity.id}": entity.name for entity in entities}
    for one in sentences:
        for term in one.terms:
            shown.setdefault(term.name, term.shown)
    return _Vocabulary(rarity(number, len(sentences)), shown)


def _times(analysis: Analysis) -> tuple[Timex, ...]:
    return tuple(sorted((one for one in analysis.times if one.type in ("DATE", "TIME")), key=lambda one: one.span))


def _paragraphs(sentences: Iterable[_Sentence], rare: Weights) -> dict[int, Weights]:
    """Weigh the terms of each paragraph, once for all claims in it."""
    return {number: _told(several, rare) for number, several in groupby(sentences, key=lambda one: one.paragraph)}


def _gist(claim: Claim, article: Article, read: _Text, vocabulary: _Vocabulary) -> Gist:
    span = claim.span
    text = plain(article.text[span.start : span.end])
    first = bisect_right(read.sentences, span.start, key=lambda one: one.span.end)
    here = read.sentences[first : bisect_left(read.sentences, span.end, key=lambda one: one.span.start)]
    own = Counter(term.name for one in here for term in one.terms if span.start <= term.at < span.end)
    since, until = (bisect_left(read.times, at, key=lambda one: one.span.start) for at in (span.start, span.end))
    times = tuple(time for time in read.times[since:until] if time.span.end <= span.end)
    counted = quantities(text, [(time.span.start - span.start, time.span.end - span.start) for time in times])
    return Gist(
        claim=claim,
        words=text,
        text=" ".join(text.split()),
        own=weighed(own, vocabulary.rare),
        setting=_setting(own, here, read, vocabulary.rare),
        quantities=counted,
        times=times,
        slots=asked(text, bool(counted), bool(times)),
        sentence=here[0].number if here else -1,
        paragraph=here[0].paragraph if here else -1,
        shown=vocabulary.shown,
        rare=vocabulary.rare,
    )


def _setting(own: Mapping[str, int], here: Sequence[_Sentence], read: _Text, rare: Weights) -> Weights:
    found = dict(weighed(own, rare))
    if not here:
        return unit(found)
    at = here[0].number - read.sentences[0].number
    around, before = read.paragraphs[here[0].paragraph], _told(read.sentences[max(0, at - 1) : at], rare)
    for weights, share in ((_told(here, rare), _SENTENCE), (around, _PARAGRAPH), (before, _BEFORE)):
        for name, weight in weights.items():
            found[name] = found.get(name, 0.0) + share * weight
    return unit(found)


def _told(sentences: Iterable[_Sentence], rare: Weights) -> Weights:
    return weighed(Counter(term.name for one in sentences for term in one.terms), rare)


def rarity(number: Mapping[str, int], sentences: int) -> Weights:
    """Weigh each term by the logarithm of the share of ``sentences`` that hold it, ``number`` of them."""
    kind = {"@": _CLASS, "#": _NAME}
    return {name: log((sentences + 1) / count) * kind.get(name[0], 1.0) for name, count in number.items()}


def weighed(terms: Mapping[str, int], rare: Weights) -> Weights:
    """Give terms, with how often each stands there, weighed by how rare they are, of length 1."""
    return unit({name: (1 + log(count)) * rare[name] for name, count in terms.items()})


def unit(weights: Mapping[_Key, float]) -> dict[_Key, float]:
    """Give ``weights`` at length 1.

    >>> unit({"gate": 3.0, "shut": 4.0})
    {'gate': 0.6, 'shut': 0.8}
    """
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def total(several: Iterable[Weights]) -> dict[str, float]:
    """Give the sum of ``several``, term by term."""
    found: dict[str, float] = {}
    for one in several:
        for name, weight in one.items():
            found[name] = found.get(name, 0.0) + weight
    return found
