"""What each claim comes down to, prepared once for all comparing: its words, what surrounds it, whom it names.

A clause seldom says all it is about: "I never sang a note of it", "She would not say". The rest stands in its sentence,
its paragraph and the sentence before. On the dev stories what surrounds two claims tells more than their own words
whether they are about one thing (area under the curve .77 against .58; sentence embeddings .64), so both are kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.compare.bags import Bags, Term
from rashomon.compare.quantities import Quantity, quantities
from rashomon.compare.sentences import Sentence
from rashomon.compare.slots import asked
from rashomon.compare.weights import Weights, unit, weighed
from rashomon.model import Analysis, Article, Claim, Slot, Story, Timex
from rashomon.text import plain

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["Gist", "gists"]

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
    Once the claims have been looked at together, ``company`` are those most like this one, itself first, by number, and
    ``common`` is how alike its setting is to the others' on the mean, which is never 0. ``meaning`` is the vector that
    ``meanings`` gives it, of length 1; before that there is none. ``kin`` are those most like it in meaning, itself
    first.
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
    kin: Mapping[int, float] = field(default_factory=dict)
    common: float = 1.0
    meaning: Floats | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of an article with their terms, and its times, in order.

    ``sentence`` and ``block`` are the numbers of sentences and of blocks in the articles before it.
    """

    sentences: tuple[Sentence, ...]
    terms: tuple[tuple[Term, ...], ...]
    times: tuple[Timex, ...]
    sentence: int
    block: int


def gists(story: Story, held: Bags) -> tuple[Gist, ...]:
    """Give the claims of ``story`` prepared for comparing, in order of its articles and of their places.

    ``held`` are the story's words.
    """
    found: list[Gist] = []
    sentence = block = 0
    for article, own, analysis in zip(story.articles, story.blocks, story.analyses, strict=True):
        told = held.sentences[article.id]
        read = _Text(told, held.terms[article.id], _times(analysis), sentence, block)
        claims = sorted(analysis.claims, key=lambda one: (one.span, one.id))
        found += (_gist(claim, article, read, held) for claim in claims)
        sentence, block = sentence + len(told), block + len(own)
    return tuple(found)


def _times(analysis: Analysis) -> tuple[Timex, ...]:
    return tuple(sorted((one for one in analysis.times if one.type in ("DATE", "TIME")), key=lambda one: one.span))


def _gist(claim: Claim, article: Article, read: _Text, held: Bags) -> Gist:
    span = claim.span
    text = plain(article.text[span.start : span.end])
    first = bisect_right(read.sentences, span.start, key=lambda one: one.span.end)
    here = range(first, bisect_left(read.sentences, span.end, key=lambda one: one.span.start))
    own = Counter(term.name for number in here for term in read.terms[number] if span.start <= term.at < span.end)
    since, until = (bisect_left(read.times, at, key=lambda one: one.span.start) for at in (span.start, span.end))
    times = tuple(time for time in read.times[since:until] if time.span.end <= span.end)
    counted = quantities(text, [(time.span.start - span.start, time.span.end - span.start) for time in times])
    weights = weighed(own, held.rare)
    return Gist(
        claim=claim,
        words=text,
        text=" ".join(text.split()),
        own=weights,
        setting=_setting(weights, here, read, held),
        quantities=counted,
        times=times,
        slots=asked(text, bool(counted), bool(times)),
        sentence=read.sentence + first if here else -1,
        paragraph=read.block + read.sentences[first].block if here else -1,
        shown=held.shown,
        rare=held.rare,
    )


def _setting(own: Weights, here: Sequence[int], read: _Text, held: Bags) -> Weights:
    """Give ``own`` with the terms around it; ``here`` are the sentences that it stands in, by number."""
    found = dict(own)
    if not here:
        return unit(found)
    first = read.sentences[here[0]]
    around = held.blocks[first.span.article, first.block]
    before = _told(read.terms[max(0, here[0] - 1) : here[0]], held.rare)
    inside = _told(read.terms[here[0] : here[-1] + 1], held.rare)
    for weights, share in ((inside, _SENTENCE), (around, _PARAGRAPH), (before, _BEFORE)):
        for name, weight in weights.items():
            found[name] = found.get(name, 0.0) + share * weight
    return unit(found)


def _told(sentences: Sequence[Sequence[Term]], rare: Weights) -> Weights:
    return weighed(Counter(term.name for one in sentences for term in one), rare)
