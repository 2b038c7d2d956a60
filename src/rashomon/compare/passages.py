"""Passages that two articles share, word for word or lightly edited, found without comparing all with all.

Three words in a row that stand in two articles, a telling one among them, are an anchor. Anchors are found through an
index, so that articles which share nothing cost nothing. Runs of same words near one another in both articles are one
passage, in the same order or, closer, in another; it grows to the ends of its sentences where these are alike too. This
is the seeding, extending and filtering of text-reuse detection (Potthast and others 2014; Smith, Cordell and Mullen
2015), with words weighed by whether they tell anything (``words``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from rashomon.compare.components import components
from rashomon.compare.words import Words, speech

__all__ = ["Part", "common", "shared"]

_ANCHOR = 3
"""Words of an anchor: edits as dense as every fourth word still leave some."""
_MANY = 8
"""Articles with one anchor up to which each two of them are compared. Beyond it each is compared with the first, so
that a hundred articles from one wire cost ninety-nine comparisons and not five thousand."""
_FORMULA = 3
"""Times an article may have an anchor: what it says more often is its formula ("the state of emergency")."""
_GAP = 10
"""Most changed words between two runs of one passage; never more than twice the shorter run."""
_TURN = 2
"""Most words between two runs that stand in another order: clauses that changed places touch in both texts."""
_LEAST = 5
"""Words in runs below which nothing can come of them."""
_EDGE = 5
"""Words that may have been changed for about as many others between a passage and the end of its sentence."""

# The bounds below were calibrated on 294 news articles on many subjects and 982 on 86 stories (PolNeAR, ECB+), reading
# what falls on either side. A word tells something as words.py says; each is counted once.
_RUN = 8
"""Words in a row that two reports do not share by chance: runs of titles and figures are shorter."""
_RUN_TELLS = 4, 3, 2
"""Telling words in such a run: in the outlets' own words, between marks in one article, said by somebody in both. Own
words with three of them are as often two names and what joins them ("has checked into the ... clinic"); what stands
between marks is one source's, however plain."""
_EDITED_TELLS, _EDITED_LIKE = 8, 0.7
"""Telling words, and share of same words, of a passage without such a run. With six and seven, two reporters' own
sentences on one fact are as many as copies; with eight, under a share of .7, they still are."""
_CLOSE_TELLS, _CLOSE_LIKE = 6, 0.8
"""The same for a passage of which hardly a word was changed."""
_SPEECH_TELLS, _SPEECH_LIKE = 4, 0.75
"""The same for a passage that stands in somebody's mouth in both articles."""
_WHOLE_TELLS, _WHOLE_LIKE = 3, 0.75
"""The same for whole sentences: writers who hit upon the same words seldom begin and end with them too."""
_LIKE = 0.55
"""Share of same words in any passage: below, a run stands by itself."""


class Part(NamedTuple):
    """The words ``start`` to ``end`` (half-open) of the text of number ``text``."""

    text: int
    start: int
    end: int


class _Run(NamedTuple):
    """``size`` words in a row, the same from ``left`` on in one text and from ``right`` on in the other."""

    left: int
    right: int
    size: int


Pair = tuple[Part, Part]


def shared(texts: Sequence[Words]) -> Iterator[Pair]:
    """Give the passages that each two of ``texts`` share, as the part of the one and that of the other."""
    for (one, other), places in sorted(_anchors(texts).items()):
        if len(places) < 2:
            continue  # eight same words in a row, or most of a sentence, have more
        left, right = texts[one], texts[other]
        for pair, runs in _candidates(_runs(places, left, right), (one, other), left, right):
            longest = [max(runs, key=lambda run: run.size)]
            if _reused(pair, runs, left, right):
                yield pair
            elif _reused(box := _trimmed(_box((one, other), longest), left, right), longest, left, right):
                yield box


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """Give the runs of words that stand in both, in the same order: place in one, place in the other, number.

    >>> common("the gate was left open".split(), "the gate was open".split())
    [(0, 0, 3), (4, 3, 1)]
    """
    from rapidfuzz.distance import Levenshtein

    codes = Levenshtein.opcodes(left, right)
    return [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes if code.tag == "equal"]


def _anchors(texts: Sequence[Words]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Give the places of the anchors of each two texts (their numbers) that share any."""
    index: dict[tuple[str, ...], list[tuple[int, list[int]]]] = defaultdict(list)
    for number, text in enumerate(texts):
        own: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(text.keys) - _ANCHOR + 1):
            if text.stretches[at] == text.stretches[at + _ANCHOR - 1] and any(text.telling[at : at + _ANCHOR]):
                own[text.keys[at : at + _ANCHOR]].append(at)
        for anchor, places in own.items():
            if len(places) <= _FORMULA:
                index[anchor].append((number, places))
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for holders in index.values():
        pairs = combinations(holders, 2) if len(holders) <= _MANY else ((holders[0], one) for one in holders[1:])
        for (one, here), (other, there) in pairs:
            found[one, other] += product(here, there)
    return found


def _runs(places: Sequence[tuple[int, int]], left: Words, right: Words) -> list[_Run]:
    """Give the longest runs of same words around the anchors at ``places``, in the order of the left text."""
    found: list[_Run] = []
    for at, there in sorted(places, key=lambda place: (place[1] - place[0], place[0])):
        last = found[-1] if found else None
        if last and last.right - last.left == there - at and at < last.left + last.size:
            continue
        back = _reach(left, right, at, there, -1) - 1
        found.append(_Run(at - back, there - back, _reach(left, right, at, there, 1) + back))
    return sorted(found)


def _reach(left: Words, right: Words, at: int, there: int, step: int) -> int:
    """Give the number of same words from ``at`` and ``there`` on (or back), without leaving the stretches."""
    size, home = 0, (left.stretches[at], right.stretches[there])
    while (
        0 <= at < len(left.keys)
        and 0 <= there < len(right.keys)
        and left.keys[at] == right.keys[there]
        and (left.stretches[at], right.stretches[there]) == home
    ):
        size, at, there = size + 1, at + step, there + step
    return size


def _neighbours(runs: Sequence[_Run], left: Words, right: Words) -> Iterator[tuple[_Run, _Run]]:
    """Give each two of ``runs``, in order of the left text, that are of one passage."""
    before: list[_Run] = []
    for run in runs:
        before = [one for one in before if one.left + one.size + _GAP >= run.left]
        yield from ((one, run) for one in before if _near(one, run, left, right))
        before.append(run)


def _candidates(
    runs: Sequence[_Run], numbers: tuple[int, int], left: Words, right: Words
) -> list[tuple[Pair, list[_Run]]]:
    """Give the passages that may be shared, with their runs; those that grew into one another in both texts are one."""
    found: list[tuple[Pair, list[_Run]]] = []
    for cluster in components(runs, _neighbours(runs, left, right)):
        if sum(run.size for run in cluster) < _LEAST:
            continue
        pair, joined = _grown(_trimmed(_box(numbers, cluster), left, right), left, right), cluster
        apart = []
        for other, its in found:
            if all(a.start < b.end and b.start < a.end for a, b in zip(pair, other, strict=True)):
                pair, joined = (_hull(pair[0], other[0]), _hull(pair[1], other[1])), [*its, *joined]
            else:
                apart.append((other, its))
        found = [*apart, (pair, joined)]
    return found


def _hull(one: Part, other: Part) -> Part:
    return Part(one.text, min(one.start, other.start), max(one.end, other.end))


def _near(one: _Run, other: _Run, left: Words, right: Words) -> bool:
    """Tell whether a run and a later one are of one passage: near in both texts, and each in words of its own."""
    forward, back = other.right - one.right - one.size, one.right - other.right - other.size
    apart = other.left - one.left - one.size
    overlap = max(one.left + one.size - other.left, min(-forward, -back))
    shorter = min(one.size, other.size)
    return (
        (max(apart, forward) <= min(_GAP, 2 * shorter) if forward > back else max(apart, back) <= _TURN)
        and overlap < min(shorter, _ANCHOR)
        and left.stretches[one.left] == left.stretches[other.left]
        and right.stretches[one.right] == right.stretches[other.right]
    )


def _box(numbers: tuple[int, int], runs: Sequence[_Run]) -> Pair:
    return (
        Part(numbers[0], min(run.left for run in runs), max(run.left + run.size for run in runs)),
        Part(numbers[1], min(run.right for run in runs), max(run.right + run.size for run in runs)),
    )


def _grown(pair: Pair, left: Words, right: Words) -> Pair:
    """Give the passage with the words up to the ends of its sentences, where these are few or alike."""
    one, other = pair
    head = left.edges[bisect_right(left.edges, one.start) - 1], right.edges[bisect_right(right.edges, other.start) - 1]
    tail = left.edges[bisect_left(left.edges, one.end)], right.edges[bisect_left(right.edges, other.end)]
    if _alike(left.keys[head[0] : one.start], right.keys[head[1] : other.start]):
        one, other = one._replace(start=head[0]), other._replace(start=head[1])
    if _alike(left.keys[one.end : tail[0]], right.keys[other.end : tail[1]]):
        one, other = one._replace(end=tail[0]), other._replace(end=tail[1])
    return one, other


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    few, many = sorted((len(one), len(other)))
    if many <= (min(_EDGE, few + 2) if few else 1):
        return True
    return many <= 2 * _GAP and 2 * sum(size for *_, size in common(one, other)) >= _LIKE * (few + many)


def _trimmed(pair: Pair, left: Words, right: Words) -> Pair:
    """Give the passage without a single word at its edges that belongs to the sentences beside it."""
    one, other = pair
    if one.start + 1 in left.edges and other.start + 1 in right.edges:
        one, other = one._replace(start=one.start + 1), other._replace(start=other.start + 1)
    if one.end - 1 in left.edges and other.end - 1 in right.edges:
        one, other = one._replace(end=one.end - 1), other._replace(end=other.end - 1)
    return one, other


def _reused(pair: Pair, runs: Sequence[_Run], left: Words, right: Words) -> bool:
    """Tell whether a passage is too long, too alike and too telling for two writers to have hit upon it."""
    one, other = pair
    same = {run.left + number: run.right + number for run in runs for number in range(run.size)}
    for at, there, size in common(left.keys[one.start : one.end], right.keys[other.start : other.end]):
        same |= {one.start + at + number: other.start + there + number for number in range(size)}
    like = 2 * len(same) / (one.end - one.start + other.end - other.start)
    if like < _LIKE or len(same) < _RUN:
        return False
    spoken = speech([left.voices[at] for at in same], [right.voices[at] for at in same.values()])
    needed = _RUN_TELLS[spoken]
    if any(run.size >= _RUN and _tells(left, range(run.left, run.left + run.size)) >= needed for run in runs):
        return True
    tells = _tells(left, same)
    bounds = [(_EDITED_TELLS, _EDITED_LIKE), (_CLOSE_TELLS, _CLOSE_LIKE)]
    if spoken == 2:
        bounds.append((_SPEECH_TELLS, _SPEECH_LIKE))
    if _whole(one, left) and _whole(other, right):
        bounds.append((_WHOLE_TELLS, _WHOLE_LIKE))
    return any(tells >= least and like >= alike for least, alike in bounds)


def _whole(part: Part, text: Words) -> bool:
    """Tell whether a passage begins and ends with sentences or quotations."""
    return all(text.edges[bisect_left(text.edges, place)] == place for place in part[1:])


def _tells(text: Words, places: Iterable[int]) -> int:
    return len({text.keys[at] for at in places if text.telling[at]})
