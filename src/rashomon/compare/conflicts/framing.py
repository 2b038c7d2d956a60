"""Frames as clashes need them: the claim that tells each, and whom its parts mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from rashomon.compare.conflicts.contenders import Contender, hollow
from rashomon.compare.events import classes, grammar, lemma, words
from rashomon.data import entries
from rashomon.model import Entity, Frame, Span, Story

__all__ = ["ToldFrame", "Whom", "event", "told_frames", "whom"]

Whom = Callable[[Span | None], Entity | None]
"""Gives the entity that a part of a frame means, None where that is not known."""

Mentions = Sequence[tuple[int, int, str]]
"""Where persons are named in an article, code points, with their ids, in order."""


@dataclass(frozen=True, slots=True)
class ToldFrame:
    """A frame, the claim that tells it, the entity that it is done to or said of, and the people it names.

    ``parties`` are the ids of those persons who do it or to whom it is done, by a name or a role: a pronoun may be
    misread.
    """

    told: Contender
    frame: Frame
    patient: Entity | None
    parties: frozenset[str]


def told_frames(story: Story, told: Sequence[Contender]) -> Iterator[ToldFrame]:
    """Yield the frames that stand in a claim, each with the shortest that holds it, in order of the text."""
    claims: dict[str, list[Contender]] = defaultdict(list)
    for one in told:
        claims[one.claim.span.article].append(one)
    find = whom(story)
    texts = {article.id: article.text for article in story.articles}
    mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in story.entities:
        for span in entity.mentions if entity.kind == "person" else ():
            mentions[span.article].append((span.start, span.end, entity.id))
    for analysis in story.analyses:
        here, text, inside = claims[analysis.article], texts[analysis.article], sorted(mentions[analysis.article])
        for frame, open_claims in _swept(analysis.frames, here):
            around = [c for c in open_claims if frame.span.end <= c.claim.span.end]
            if around:
                one = min(around, key=lambda c: (c.claim.span.end - c.claim.span.start, c.claim.span, c.claim.id))
                parties = frozenset(who for part in (frame.agent, frame.patient) for who in _named(part, inside, text))
                yield ToldFrame(one, frame, find(frame.patient), parties)


def _named(part: Span | None, inside: Mentions, text: str) -> Iterator[str]:
    """Yield the ids of all persons that a part names ("Carrow and Lund"), not by a pronoun."""
    if part is not None:
        at = bisect_left(inside, (part.start,))
        for start, end, who in takewhile(lambda mention: mention[0] < part.end, inside[at:]):
            if end <= part.end and lemma(text[start:end]) not in grammar():
                yield who


def _swept(frames: Iterable[Frame], told: Sequence[Contender]) -> Iterator[tuple[Frame, Sequence[Contender]]]:
    """Yield each of ``frames``, in order of the text, with the claims that have begun there and not ended."""
    waiting = deque(sorted(told, key=lambda one: one.claim.span))
    begun: list[Contender] = []
    for frame in sorted(frames, key=lambda one: one.span):
        while waiting and waiting[0].claim.span.start <= frame.span.start:
            begun.append(waiting.popleft())
        begun = [one for one in begun if one.claim.span.end > frame.span.start]
        yield frame, begun


def event(one: ToldFrame) -> frozenset[str]:
    """Give the keys of what a frame tells to be done: its verb and its classes; none where the verb says little."""
    verb = lemma(one.frame.predicate.partition("_")[0])
    if one.frame.role is not None or verb in _light():
        return frozenset()
    phrase = words(one.frame.predicate.replace("_", " "))
    return frozenset({verb, *(f"@{name}" for names in classes(phrase) for name in names)})


@cache
def _light() -> frozenset[str]:
    return grammar() | hollow() | frozenset(map(lemma, entries("light-verbs.txt")))


def whom(story: Story) -> Whom:
    """Give a function from a part of a frame to whom it means: its own mention, or the name that it ends with."""
    exact = {span: entity for entity in story.entities for span in entity.mentions}
    ends: dict[tuple[str, int], list[int]] = defaultdict(list)
    for span in exact:
        ends[span.article, span.end].append(span.start)
    starts = {place: sorted(several) for place, several in ends.items()}

    def find(part: Span | None) -> Entity | None:
        if part is None or part in exact:
            return exact.get(part) if part is not None else None
        inside = starts.get((part.article, part.end), [])
        at = bisect_left(inside, part.start)
        return exact[Span(part.article, inside[at], part.end)] if at < len(inside) else None

    return find
