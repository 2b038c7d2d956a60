"""Where, and by what means: one thing put in two places, or told in two ways, of which only one can be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.framing import ToldFrame, event
from rashomon.compare.conflicts.rivals import Answer
from rashomon.compare.events import grammar, lemma
from rashomon.data.rungs import Rung, rungs, standing
from rashomon.model import Span, Story
from rashomon.text import plain

__all__ = ["means", "places"]

_PLACES, _MEANS = "place-rungs.txt", "media.txt"
_AT = re.compile(r"\b(?:in|at|on|inside|outside|aboard)\s+(?:[^\W\d_][\w'.-]*\s+){0,4}$", re.IGNORECASE)
"""Before the word for a place: something is told to be there."""
_NEXT = re.compile(r"\s+([a-z][\w-]*)")

Names = Sequence[tuple[re.Pattern[str], tuple[Rung, ...]]]
"""Short names of places, each with what the full name says it is."""


def places(story: Story, told: Sequence[Contender], frames: Sequence[ToldFrame]) -> Iterator[Answer]:
    """Yield the places that claims put something in, with the verb before each."""
    names = _names(story)
    verbs: dict[str, list[ToldFrame]] = defaultdict(list)
    for frame in frames:
        verbs[frame.told.claim.id].append(frame)
    for one in told:
        found = [
            (start, end, several) for start, end, several in _standing(one.words, names) if _there(one, start, end)
        ]
        for answer in _single(one, found):
            before = [other for other in verbs[one.claim.id] if other.frame.span.end <= answer.span.start]
            yield answer._replace(event=event(before[-1]), parties=before[-1].parties) if before else answer


def means(frames: Sequence[ToldFrame]) -> Iterator[Answer]:
    """Yield the means by which claims say that something was said: "by telephone", "she e-mailed"."""
    for one in frames:
        frame, first = one.frame, one.told.claim.span.start
        place = frame.means or frame.span
        start, end = place.start - first, place.end - first
        known = rungs(_MEANS).get(frame.predicate, ()) if frame.means is None else ()
        found = [(start, end, known)] if known else []
        if frame.means is not None and start >= 0:
            words = one.told.words[start:end]
            found = [(start + at, start + stop, several) for at, stop, several in standing(words, _MEANS)]
        told = frozenset[str]() if known else event(one)
        yield from (answer._replace(event=told, parties=one.parties) for answer in _single(one.told, found))


def _single(one: Contender, found: Iterable[tuple[int, int, tuple[Rung, ...]]]) -> Iterator[Answer]:
    """Yield the answers of a claim, one for each question: what it answers in two ways it does not answer."""
    answers: dict[int, dict[int, Answer]] = defaultdict(dict)
    for start, end, several in found:
        span = Span(one.claim.span.article, one.claim.span.start + start, one.claim.span.start + end)
        for rung in several:
            shown = " ".join(one.words[start:end].split()).lower()
            answers[rung.question].setdefault(rung.answer, Answer(one, span, rung, shown))
    yield from (answer for known in answers.values() if len(known) == 1 for answer in known.values())


def _there(one: Contender, start: int, end: int) -> bool:
    """Tell whether something is told to be in a place: "in the back of an embassy car" is at no embassy."""
    after = _NEXT.match(one.words, end)
    return _AT.search(one.words[:start]) is not None and (after is None or lemma(after[1]) in grammar())


def _names(story: Story) -> Names:
    """Give the short names of houses that the story names in full: "St Ebba's" where it has a St Ebba's Hospital."""
    found: dict[str, tuple[Rung, ...]] = {}
    for entity in story.entities:
        for variant in entity.variants:
            name, _, house = plain(variant).rpartition(" ")
            known = rungs(_PLACES).get(house.lower())
            if known and name.endswith("'s"):
                found[r"\.?\s+".join(re.escape(word.rstrip(".")) for word in name.split())] = known
    return tuple((re.compile(rf"\b{name}\b"), found[name]) for name in sorted(found))


def _standing(line: str, names: Names) -> Iterator[tuple[int, int, tuple[Rung, ...]]]:
    """Yield the words for places in a line, and the short names of places."""
    yield from standing(line, _PLACES)
    for name, known in names:
        yield from ((*found.span(), known) for found in name.finditer(line))
