"""Who began it: one thing told to be proposed, asked for, ordered or done first by one, and by another.

What tells it: a verb ("the envoy proposed that they meet"), who is first ("the union's side stood up first"), and
phrases ("at the request of the minister", "it was the envoy who rang", "the order came from Carrow").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.conflicts.clash import Clash, Near, Part
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.framing import ToldFrame, Whom, whom
from rashomon.compare.events import classes, grammar, lemma, words
from rashomon.data import entries, patterns
from rashomon.model import Entity, Span, Story

__all__ = ["initiated"]

_NEAR, _TALKS = 0.4, 0.1
"""How likely two claims must be about one thing for who began it to be of it, and the same where both tell of talks.
Calibrated on the dev stories, where such words are few: one pair in four that is nearer than the second is no clash."""
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_CONTACT = frozenset({"TALK", "MEET", "NEGOTIATE"})
"""Classes of events that take two: a story seldom has many that somebody began."""
_FIRST = re.compile(r"[^,;:.!?]{0,30}\bfirst\b(?= and\b| but\b|\W*$|[,;.])", re.IGNORECASE)
"""After a verb: whoever does it is told to have been first."""


class _Start(NamedTuple):
    """Who began something, as one claim tells it: the entity, and the words for it."""

    told: Contender
    who: Entity
    span: Span
    shown: str

    @property
    def voice(self) -> tuple[str, str]:
        """Give who tells it where: article and holder."""
        return self.told.claim.span.article, self.told.claim.holder

    @property
    def contact(self) -> bool:
        """Tell whether the claim speaks of talks."""
        return any(_CONTACT & set(kinds) for kinds in classes(words(self.told.words)))


def initiated(story: Story, told: Sequence[Contender], frames: Sequence[ToldFrame], near: Near) -> Iterator[Clash]:
    """Yield the clashes of claims of two holders that name two who began one thing.

    ``told`` are all claims of ``story``, ``frames`` those they tell. No clash where either voice names both: then each
    began something.
    """
    texts = {article.id: article.text for article in story.articles}
    found = *_by_verb(frames, whom(story), texts), *_by_phrase(story, told, texts)
    starts = sorted(found, key=lambda one: (one.span, one.told.number))
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in starts:
        known[one.voice].add(one.who.id)
    for left, right in combinations(starts, 2):
        if left.told.claim.holder == right.told.claim.holder:
            continue
        if right.who.id in known[left.voice] or left.who.id in known[right.voice]:
            continue
        likely = near(left.told, right.told)
        if likely >= (_TALKS if left.contact and right.contact else _NEAR):
            parts = Part(left.told.claim.id, left.shown, left.span), Part(right.told.claim.id, right.shown, right.span)
            detail = f"{left.shown} against {right.shown}"
            about = frozenset({left.who.id, right.who.id})
            yield Clash("initiator", "hard", *parts, round(likely, 3), detail, about)


def _by_verb(frames: Sequence[ToldFrame], find: Whom, texts: Mapping[str, str]) -> Iterator[_Start]:
    """Yield those who do what a verb of beginning says, or who do a thing first, by a name or a description."""
    beginning = frozenset(entries("beginning-verbs.txt"))
    for one in frames:
        frame = one.frame
        who = find(frame.agent)
        if frame.agent is None or who is None or frame.negated or not _holds(one.told):
            continue
        begun = _verbs(one) & beginning or _first(one)
        shown = _shown(texts, frame.agent)
        if begun and lemma(shown) not in grammar():  # whom a pronoun means may be misread
            yield _Start(one.told, who, frame.agent, shown)


def _verbs(one: ToldFrame) -> set[str]:
    """Give the verb of a frame, and the verb with the word after it: "ask", "ask_for"."""
    after = _NEXT.match(one.told.words, one.frame.span.end - one.told.claim.span.start)
    return {one.frame.predicate, f"{one.frame.predicate}_{after[1].lower()}" if after else ""}


def _first(one: ToldFrame) -> bool:
    return _FIRST.match(one.told.words, one.frame.span.end - one.told.claim.span.start) is not None


def _by_phrase(story: Story, told: Sequence[Contender], texts: Mapping[str, str]) -> Iterator[_Start]:
    """Yield whom a phrase names: the first name in its group."""
    named: dict[str, list[tuple[Span, Entity]]] = defaultdict(list)
    for entity in story.entities:
        for span in entity.mentions:
            named[span.article].append((span, entity))
    for one in filter(_holds, told):
        claim = one.claim.span
        for found in patterns("initiative.txt").finditer(one.words):
            start, end = (claim.start + at for at in found.span(found.lastgroup or 0))
            inside = [(span, who) for span, who in named[claim.article] if start <= span.start and span.end <= end]
            for span, who in sorted(inside, key=lambda pair: pair[0])[:1]:
                yield _Start(one, who, span, _shown(texts, span))


def _shown(texts: Mapping[str, str], span: Span) -> str:
    return " ".join(texts[span.article][span.start : span.end].split())


def _holds(told: Contender) -> bool:
    return not told.asking and told.claim.stance in ("asserts", "hedges")
