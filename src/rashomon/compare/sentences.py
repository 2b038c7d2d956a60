"""The sentences of a report's own blocks, and which of them a passage stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.model import REPORT_ROLES, Article, Block, Span
from rashomon.text import plain, trim

__all__ = ["Sentence", "holding", "sentences", "stretches"]

_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Sr|Jr|No))(?<!\b(?:Mrs|Gen|Col|Sgt|Rev|Gov|Sen|Rep))"
    r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(]*[A-Z0-9$£€])"
)
"""What ends a sentence, in plain text, but for the stops of titles and initials."""


class Sentence(NamedTuple):
    """A sentence: its place, its words in plain marks with every offset as it was, and its block by number."""

    span: Span
    words: str
    block: int


def sentences(article: Article, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Give the sentences of the report's own ``blocks`` of ``article``, in order."""
    return tuple(_sentences(article, blocks))


def _sentences(article: Article, blocks: Sequence[Block]) -> Iterator[Sentence]:
    for number, block in enumerate(blocks):
        if block.role not in REPORT_ROLES:
            continue
        line = plain(article.text[block.span.start : block.span.end])
        for start, end in stretches(line):
            left, right = trim(line, start, end)
            if left < right:
                span = Span(article.id, block.span.start + left, block.span.start + right)
                yield Sentence(span, line[left:right], number)


def stretches(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of ``line`` (in plain marks) start and end, with the space after each.

    >>> list(stretches("The gate was shut. Mr. Orne saw it."))
    [(0, 19), (19, 35)]
    """
    yield from pairwise([0, *(found.end() for found in _END.finditer(line)), len(line)])


def holding(told: Sequence[Sentence], span: Span) -> int:
    """Give the number in ``told`` of the sentence that ``span`` begins in; of one before all, the first's.

    >>> told = [Sentence(Span("a", 0, 9), "", 0), Sentence(Span("a", 10, 20), "", 0)]
    >>> holding(told, Span("a", 12, 15))
    1
    """
    return max(0, bisect_right(told, span.start, key=lambda one: one.span.start) - 1)
