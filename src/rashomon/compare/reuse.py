"""What the articles of a story have in common word for word: copies, and quotations both took from one speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from rashomon.compare.components import components
from rashomon.compare.passages import Pair, Part, common, shared
from rashomon.compare.words import Words, speech
from rashomon.model import Alignment, Article, Block, Difference, Direction, Span

__all__ = ["find"]

_SAME = 0.6
"""Share of the words of two passages of one article that must stand in both for them to be one passage: a paragraph
that two outlets took and the one sentence of it that a third took stay apart."""
_INSIDE = 0.5
"""Share of a passage's words that must stand in a longer one, in each of its articles, for it to be a part of that."""
_CREDITS = frozenset({"byline", "dateline", "disclaimer"})
"""Blocks in which an article says whose work it is."""
_NAME = 4
"""Letters of the shortest outlet's name that is looked for in a text, unless it is all capitals."""


def find(
    texts: Sequence[Words], articles: Sequence[Article], blocks: Sequence[Sequence[Block]]
) -> tuple[Alignment, ...]:
    """Give the passages that stand in two or more of the articles, word for word or lightly edited, in order of place.

    ``texts``, their words, and ``blocks`` stand in the order of ``articles``. Only the report's own blocks are looked
    at. A passage is one alignment in however many articles it stands; where an article repeats it, it has a span for
    each.
    """
    own = dict(zip((article.id for article in articles), blocks, strict=True))
    found = [_alignment(parts, texts, articles, own) for parts in _groups(list(shared(texts)))]
    return tuple(sorted(found, key=lambda one: (one.spans, one.id)))


def _groups(pairs: Sequence[Pair]) -> list[tuple[Part, ...]]:
    """Give the passages that are one, each as its parts in order of the texts; none that is only a part of another."""
    parts = sorted({part for pair in pairs for part in pair})
    groups = [tuple(_hulls(group)) for group in components(parts, (*pairs, *_twice(parts)))]
    kept: list[tuple[Part, ...]] = []
    for group in sorted(groups, key=lambda group: (-sum(part.end - part.start for part in group), group)):
        if not any(all(_inside(part, longer) for part in group) for longer in kept):
            kept.append(group)
    return kept


def _inside(part: Part, group: Sequence[Part]) -> bool:
    return any(
        part.text == other.text
        and min(part.end, other.end) - max(part.start, other.start) >= _INSIDE * (part.end - part.start)
        for other in group
    )


def _twice(parts: Sequence[Part]) -> Iterator[Pair]:
    """Give each two of ``parts``, in order, that are one passage of one text, found in two others."""
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            if other.text != one.text or other.start >= one.end:
                break
            if _overlap(one, other) >= _SAME:
                yield one, other


def _overlap(one: Part, other: Part) -> float:
    """Give the share of the words of two parts of one text that stand in both; ``one`` does not start later."""
    return (min(one.end, other.end) - other.start) / (max(one.end, other.end) - one.start)


def _hulls(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, in order, those that overlap as one."""
    held: Part | None = None
    for part in parts:
        if held and held.text == part.text and part.start < held.end:
            held = held._replace(end=max(held.end, part.end))
        else:
            if held:
                yield held
            held = part
    if held:
        yield held


def _alignment(
    parts: Sequence[Part], texts: Sequence[Words], articles: Sequence[Article], blocks: Mapping[str, Sequence[Block]]
) -> Alignment:
    first, others = parts[0], parts[1:]
    spans = tuple(texts[part.text].span(part.start, part.end) for part in parts)
    quoted = all(_one_speaker(first, other, texts) for other in others)
    return Alignment(
        id="k" + sha256("\0".join(f"{s.article} {s.start} {s.end}" for s in spans).encode()).hexdigest()[:12],
        kind="quotation" if quoted else "copy",
        spans=spans,
        similarity=min(_similarity(_keys(first, texts), _keys(other, texts)) for other in others),
        differences=tuple(one for other in others for one in _differences(first, other, texts)),
        direction=None if quoted else _direction([articles[n] for n in sorted({p.text for p in parts})], spans, blocks),
    )


def _one_speaker(one: Part, other: Part, texts: Sequence[Words]) -> bool:
    left, right = texts[one.text], texts[other.text]
    same = [
        (one.start + at + number, other.start + there + number)
        for at, there, size in common(_keys(one, texts), _keys(other, texts))
        for number in range(size)
    ]
    return speech([left.voices[at] for at, _ in same], [right.voices[there] for _, there in same]) > 0


def _keys(part: Part, texts: Sequence[Words]) -> tuple[str, ...]:
    return texts[part.text].keys[part.start : part.end]


def _similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the share of the words of both that they have in common, in whatever order."""
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))


def _differences(one: Part, other: Part, texts: Sequence[Words]) -> Iterator[Difference]:
    """Give where the words differ, in order. What one of them lacks is an empty span after the word before it."""
    left, right = texts[one.text], texts[other.text]
    same = common(_keys(one, texts), _keys(other, texts))
    reached = one.start, other.start
    for at, there, size in [*same, (one.end - one.start, other.end - other.start, 0)]:
        at, there = one.start + at, other.start + there
        if reached != (at, there):
            yield Difference(
                "insert" if reached[0] == at else "delete" if reached[1] == there else "replace",
                _between(left, one, reached[0], at),
                _between(right, other, reached[1], there),
            )
        reached = at + size, there + size


def _between(text: Words, part: Part, start: int, end: int) -> Span:
    if start < end:
        return text.span(start, end)
    at = text.places[start][0] if start == part.start else text.places[start - 1][1]
    return Span(text.article, at, at)


def _direction(
    articles: Sequence[Article], spans: Sequence[Span], blocks: Mapping[str, Sequence[Block]]
) -> Direction | None:
    """Give the article that all the others have the passage from, where they name its outlet or came out later."""
    for origin in articles:
        told = [_taken(one, origin, spans, blocks) for one in articles if one is not origin]
        if told and all(told):
            return Direction(origin.id, "; ".join(dict.fromkeys(filter(None, told))))
    return None


def _taken(taker: Article, origin: Article, spans: Sequence[Span], blocks: Mapping[str, Sequence[Block]]) -> str | None:
    """Say why ``taker`` has a passage from ``origin``, or give None.

    A citation tells more than the dates; two that contradict each other tell nothing.
    """
    named, names = _cites(taker, origin, spans, blocks), _cites(origin, taker, spans, blocks)
    if named or names:
        return f"{_outlet(taker) or taker.name} names {_outlet(origin)}" if not names else None
    # days only: which of two articles of one day came first, hours in different zones do not tell
    before, after = (origin.published.value or "")[:10], (taker.published.value or "")[:10]
    if before and after and before < after and not after.startswith(before):
        return f"published {before}, before {after}"
    return None


def _cites(taker: Article, origin: Article, spans: Sequence[Span], blocks: Mapping[str, Sequence[Block]]) -> bool:
    """Tell whether ``taker`` names the outlet of ``origin`` beside the passage, or in its byline or dateline."""
    name = _outlet(origin).removeprefix("The ")
    if name == _outlet(taker).removeprefix("The ") or (len(name) < _NAME and not name.isupper()):
        return False
    named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(
        named.search(taker.text, block.span.start, block.span.end)
        for block in blocks[taker.id]
        if block.role in _CREDITS
        or any(s.article == taker.id and s.start < block.span.end and block.span.start < s.end for s in spans)
    )


def _outlet(article: Article) -> str:
    return article.outlet.value or ""
