"""One passage told twice with a difference that changes what it says: "not", "may" for "will", another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.compare.conflicts.clash import Clash, Part
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.events import classes, lemma, words
from rashomon.model import Alignment, ConflictKind, Difference, Span, Story
from rashomon.text import plain

__all__ = ["altered"]

_NEGATION = re.compile(r"(?:not|never|no|n't|\w+n't)", re.IGNORECASE)
_SCOPE = re.compile(r"(?:alone|only|solely|all|every|always|any|some|most)", re.IGNORECASE)
_MAYBE = re.compile(r"(?:may|might|could|can)", re.IGNORECASE)
_SURELY = re.compile(r"(?:will|would|shall|must|does|did|is|was)", re.IGNORECASE)
_DETERMINERS = frozenset({"a", "an", "the"})
_POINTING = frozenset(map(lemma, (
    "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its", "they", "them",
    "their", "this", "that", "these", "those", "who", "which", "there", "here", "now", "then", "today", "and", "but",
)))  # fmt: skip
"""Words that are told anew by who quotes, as another sees them."""
_SPELT = 0.7
"""Share of letters in common from which two words are one, spelt or inflected otherwise."""
_AROUND = 5
"""Words on either side of a difference by which the passage is known again in other claims."""
_FEWEST = 4
"""Words that must be known of it."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A difference that matters: over what the two part, what each says, and how each reads, by ``_words``."""

    kind: ConflictKind
    values: tuple[str, str]
    readings: tuple[str, str]


def altered(story: Story, told: Sequence[Contender]) -> Iterator[Clash]:
    """Yield the clashes of claims that share a passage of ``story`` with a difference that changes what it says."""
    texts = {article.id: article.text for article in story.articles}
    spoken = [_words(one.words) for one in told]
    for alignment in story.alignments:
        for difference in alignment.differences:
            change = _change(alignment, difference, texts)
            if change is not None:
                yield from _clashes(change, alignment.similarity, told, spoken)


def _clashes(change: _Change, alike: float, told: Sequence[Contender], spoken: Sequence[str]) -> Iterator[Clash]:
    sides = [[one for one, said in zip(told, spoken, strict=True) if reading in said] for reading in change.readings]
    longer = len(change.readings[1]) > len(change.readings[0])
    sides[not longer] = [one for one in sides[not longer] if one not in sides[longer]]
    detail = f"one passage is told with “{change.values[0]}” and with “{change.values[1]}”"
    for left in sides[0]:
        for right in sides[1]:
            parts = [
                Part(one.claim.id, value, one.claim.span)
                for one, value in zip((left, right), change.values, strict=True)
            ]
            yield Clash(change.kind, "hard", parts[0], parts[1], round(alike, 3), detail)


def _change(alignment: Alignment, difference: Difference, texts: Mapping[str, str]) -> _Change | None:
    left, right = (plain(texts[span.article][span.start : span.end]) for span in (difference.left, difference.right))
    parted = _parted(left, right, alignment.kind == "quotation")
    longer = difference.left if left else difference.right
    passage = next((one for one in alignment.spans if _inside(longer, one)), None)
    if parted is None or passage is None:
        return None
    text = texts[longer.article]
    before = _words(text[passage.start : longer.start]).split()[-_AROUND:]
    after = _words(text[longer.end : passage.end]).split()[:_AROUND]
    if len(before) + len(after) < _FEWEST:
        return None
    readings = tuple(" " + " ".join((*before, *_words(word).split(), *after)) + " " for word in (left, right))
    return _Change(parted[0], (parted[1], parted[2]), (readings[0], readings[1]))


def _parted(left: str, right: str, quoted: bool) -> tuple[ConflictKind, str, str] | None:
    """Give over what ``left`` in one telling and ``right`` in the other part, and what each then says."""
    word = left or right
    if not left or not right:
        if _NEGATION.fullmatch(word):
            return ("polarity", "no", "yes") if left else ("polarity", "yes", "no")
        if quoted and _SCOPE.fullmatch(word):
            bare = f"without “{word}”"
            return "exclusivity", left or bare, right or bare
        return None
    if any(a.fullmatch(left) and b.fullmatch(right) for a, b in ((_MAYBE, _SURELY), (_SURELY, _MAYBE))):
        return "polarity", left, right
    if quoted and _other(left, right):
        return "referent", left, right
    return None


def _other(left: str, right: str) -> bool:
    """Tell whether one word of a quotation stands for another that is not the same word, nor one of its class."""
    told = [[word for word in words(text) if word.lemma not in _DETERMINERS] for text in (left, right)]
    if any(len(one) != 1 or one[0].lemma in _POINTING for one in told):
        return False
    here, there = (one[0] for one in told)
    kinds = [set(classes(one)[0]) for one in told]
    return not kinds[0] & kinds[1] and SequenceMatcher(None, here.lemma, there.lemma).ratio() < _SPELT


def _inside(span: Span, passage: Span) -> bool:
    return span.article == passage.article and passage.start <= span.start and span.end <= passage.end


def _words(text: str) -> str:
    """Give the words of a text in small letters without marks, one space between them and at either end."""
    return " " + " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(text).lower())) + " "
