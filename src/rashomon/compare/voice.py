"""Whose words an article is made of, and where it judges in its own voice.

A word is quoted (between marks, or in a block that is a quotation), attributed (somebody's in the outlet's telling) or
the outlet's own. A passage of its own words is opinion where it has words that judge: what ought to be, what a thing is
worth, who the writer is, how sure one must be (data/opinion-words.txt, opinion-strong.txt), or two that lean that way
(opinion-words.txt, opinion-weak.txt). Where the whole article is said to be somebody's view one leaning word is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rashomon.compare.words import OWN, QUOTED, REPORTED, Words
from rashomon.data import cues, entries, joined, patterns
from rashomon.model import Article, Block, Span, Story, Voice
from rashomon.text import plain, small

__all__ = ["find"]

_STRONG, _WEAK = 2, 1
_ENOUGH, _ENOUGH_IN_COLUMN = 2, 1
"""What a passage must come to. Calibrated by eye on the dev stories: at 1 everywhere, every second passage of a report
is opinion; at 2 in columns, half of what they are made of is not."""
_LEAST = 3
"""Words of the shortest passage: "of course" between two quotations is nobody's opinion yet."""
_WORD = re.compile(r"[a-z][a-z'-]*", re.IGNORECASE)
_END = re.compile(r"[.!?…]+(?=[\"')\]]*(?:\s|$))")
_ABOUT = frozenset({"heading", "headline", "byline", "disclaimer", "dateline"})
"""Blocks in which an article says what it is."""


def find(story: Story, told: Sequence[Words]) -> tuple[Voice, ...]:
    """Give the voice of each article of ``story``, in its order; ``told`` are their words.

    ``own``, ``attributed`` and ``quoted`` are numbers of words of the report's own blocks; ``opinion`` are the
    passages, each inside one sentence and without any word of somebody else, in order.
    """
    return tuple(
        _voice(article, own, said) for article, own, said in zip(story.articles, story.blocks, told, strict=True)
    )


def _voice(article: Article, blocks: Sequence[Block], said: Words) -> Voice:
    enough = _ENOUGH_IN_COLUMN if _is_opinion(article, blocks) else _ENOUGH
    text = plain(article.text)
    return Voice(
        article.id,
        said.voices.count(OWN),
        said.voices.count(REPORTED),
        said.voices.count(QUOTED),
        tuple(span for span in _passages(said, text) if _weight(text[span.start : span.end]) >= enough),
    )


def _is_opinion(article: Article, blocks: Sequence[Block]) -> bool:
    """Tell whether the article is said to be somebody's view: by its genre, or by what it says of itself."""
    about = [article.genre.value or ""]
    about += [article.text[b.span.start : b.span.end] for b in blocks if b.role in _ABOUT]
    return any(patterns("opinion-genres.txt").search(plain(one)) for one in about)


def _passages(said: Words, text: str) -> Iterator[Span]:
    """Yield the runs of the outlet's own words inside one sentence, with the mark that ends it."""
    breaks = sorted({*said.edges, *(n for n, pair in enumerate(pairwise(said.voices), 1) if pair[0] != pair[1])})
    for first, last in pairwise(sorted({0, *breaks})):
        span = said.span(first, last)
        # a straight single mark is no apostrophe here: a headline that quotes has it before its first word
        quoted = text[span.start - 1 : span.start] in ("'", '"')
        if last - first >= _LEAST and said.voices[first] == OWN and not quoted:
            end = _END.match(text, span.end)
            yield Span(span.article, span.start, end.end() if end else span.end)


def _weight(passage: str) -> int:
    """Give what the judging words of a passage come to, a word once and none that belongs to reporting.

    >>> [_weight(one) for one in ("This makes no sense at all.", "The gate fell on Monday.", "Sadly, the gate fell.")]
    [2, 0, 1]
    """
    idle = [found.span() for found in cues("opinion-not.txt").finditer(small(passage))]

    def counts(found: re.Match[str]) -> bool:
        return not any(found.start() < end and start < found.end() for start, end in idle)

    strong = sum(map(counts, _strong().finditer(passage)))
    weak = sum(map(counts, patterns("opinion-weak.txt").finditer(passage)))
    weights = _weights()
    words = (weights.get(found[0].lower(), 0) * counts(found) for found in _WORD.finditer(passage))
    return _STRONG * strong + _WEAK * weak + sum(words)


@cache
def _strong() -> re.Pattern[str]:
    """Give the phrases that judge. One of them needs its capital: "I"."""
    return re.compile(joined(entries("opinion-strong.txt")), re.IGNORECASE)


@cache
def _weights() -> Mapping[str, int]:
    """Give what each judging word comes to."""
    weight = {"strong": _STRONG, "weak": _WEAK}
    rows = [row.split(":") for row in entries("opinion-words.txt")]
    return {word: weight[name] for name, listed in rows for word in listed.split()}
