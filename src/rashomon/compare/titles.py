"""The span that states a proposition best: a short clause that affirms, in full names, close to what the others say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.compare.gists import Gist
from rashomon.compare.weights import Weights, likeness, total
from rashomon.data import entries
from rashomon.model import Span

__all__ = ["title"]

_SHORTEST, _LONGEST = 4, 22
"""Words of a title: fewer state nothing, more are no title."""
_EASY = 18
"""Words up to which a title is read at a glance; one twice as long is worth half as much beside it."""
_ALONE = 0.5
"""What a clause that does not stand by itself is worth beside one that does."""
_CENTRAL = 0.02
"""What a clause has in common with the others at the least, beside one that is their midst (1). It counts squared, and
in the clauses' own words. On the thirteen dev stories titles then share more words with gold's wording of the question
(mean F1 .154; .128 with what surrounds the clauses, plain, short ones before long; the best member would give .33)."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i|you|me|him|her|them|us|my|his|its|their|our|your)\b", re.IGNORECASE)
"""What sends a reader elsewhere."""
_NEGATED = re.compile(
    r"\b(?:not?|never|nor|none|nobody|nothing|neither|cannot|\w+n['’]t|den(?:y|ies|ied|ying))\b", re.I
)
_PAST = 4
"""Letters that a word with "ed" at its end must have more of to be a past form: "need" and "used" may be nouns."""
_PLURALS = frozenset({"children", "men", "mice", "people", "persons", "wives", "women", "dead"})
"""Of the irregular forms, those that are no verbs."""
_CUT = re.compile(r"[\[\]()…]|\.\.\.|\?")
_JOINT = re.compile(r"\s*[\"“”'‘’«»]*\s*(?:that|whether|if)\s+", re.IGNORECASE)
_QUIET = re.compile(r"(?:[\s,;:.–—-]+(?:and|but|or|nor|that|which|who|when|while|as)?)+$", re.IGNORECASE)


@cache
def _openers() -> frozenset[str]:
    return frozenset(entries("title-openers.txt"))


def title(members: Sequence[Gist]) -> Span:
    """Give the words of the claim of ``members`` that states best what all of them are about."""
    midst = total(one.own for one in members)

    def fitness(one: Gist) -> tuple[float, int, Span]:
        span = one.claim.span
        return round(_worth(one, midst, len(members)), 9), span.start - span.end, span

    return _stated(max(members, key=fitness))


def _worth(one: Gist, midst: Weights, several: int) -> float:
    """Give what a claim is worth as a title; ``midst`` is the sum of the own words of ``several``."""
    text = one.text[_start(one.text) :]
    told = re.findall(r"[\w'’-]+", text)
    whole = (
        one.claim.stance == "asserts",
        _SHORTEST <= len(told) <= _LONGEST,
        bool(told) and re.split(r"['’]", told[0].lower())[0] not in _openers(),
        _clause(told),
        _clause(told),  # twice: a scrap is no title, however short and central
        not _NEGATED.search(text),
        not _CUT.search(text),
        not _PRONOUN.search(text),
        text.count('"') % 2 == 0 and text.count("“") == text.count("”"),
    )
    central = (likeness(one.own, midst) - likeness(one.own, one.own)) / several
    brevity = min(1.0, _EASY / max(1, len(told)))
    return float((_CENTRAL + central) ** 2 * brevity * _ALONE ** whole.count(False))


def _clause(told: Sequence[str]) -> bool:
    """Tell whether words have a verb with something before it, as far as the forms of words show."""
    finite = [_finite(word.lower().replace("’", "'")) for word in told]
    return any(finite) and not finite[0]


def _finite(word: str) -> bool:
    return word in _verbs() or (word.endswith("ed") and len(word) > _PAST)


@cache
def _verbs() -> frozenset[str]:
    irregular = (row.split() for row in entries("irregular-forms.txt"))
    past = {form for row in irregular for form in row[1:]}
    return frozenset(entries("finite-verbs.txt")) | past - _PLURALS


def _start(text: str) -> int:
    joint = _JOINT.match(text)
    return joint.end() if joint else 0


def _stated(one: Gist) -> Span:
    """Give the span of the claim without a joining word before it and marks after it."""
    span, words = one.claim.span, one.words
    start, quiet = _start(words), _QUIET.search(words)
    return Span(span.article, span.start + start, span.start + (quiet.start() if quiet else len(words)))
