"""Offsets from one text of an article to another: a system may have read the page, gold its visible text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from difflib import SequenceMatcher

from rashomon.text import plain

__all__ = ["mapper"]

_WORD = re.compile(r"\w+|[^\w\s]")


def mapper(source: str, target: str) -> Callable[[int, int], tuple[int, int]]:
    """Give a function that moves offsets (start, end) in ``source`` to where the same words stand in ``target``.

    Words are compared without regard to the kind of space or mark. A span of which nothing stands in ``target`` becomes
    ``(0, 0)``.

    >>> mapper("<p>Gate&nbsp;was shut.</p>", "Gate was shut.")(13, 21)
    (5, 13)
    """
    if source == target:
        return lambda start, end: (start, end)
    left, right = list(_WORD.finditer(plain(source))), list(_WORD.finditer(plain(target)))
    blocks = SequenceMatcher(
        None, [word[0] for word in left], [word[0] for word in right], autojunk=False
    ).get_matching_blocks()
    matched = [(left[a + n], right[b + n]) for a, b, size in blocks for n in range(size)]
    starts = [here.start() for here, _ in matched]
    ends = [here.end() for here, _ in matched]

    def move(start: int, end: int) -> tuple[int, int]:
        """Map the span; an edge inside a word stays as far inside it."""
        first = bisect_left(ends, start + 1)  # the first matched word that ends after the start
        last = bisect_left(starts, end) - 1  # the last that begins before the end
        if first > last:
            return 0, 0
        (a, b), (c, d) = matched[first], matched[last]
        return b.start() + max(0, start - a.start()), d.end() - max(0, c.end() - end)

    return move
