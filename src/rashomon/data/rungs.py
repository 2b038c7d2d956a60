"""Words that rule one another out: each line of a list is a question, and the words of a rung are one answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rashomon.data import entries
from rashomon.text import small

__all__ = ["Rung", "rungs", "standing"]


class Rung(NamedTuple):
    """One answer to one question: the name of its line, the line's number and the number of the rung on it."""

    name: str
    question: int
    answer: int


@cache
def rungs(name: str) -> Mapping[str, tuple[Rung, ...]]:
    """Give the words and phrases of the list ``name``, in small letters, each with the rungs it stands on.

    A line is ``NAME: words for one answer | words for another``; "_" joins the words of a phrase.

    >>> [(one.name, one.answer) for one in rungs("role-rungs.txt")["first mate"]]
    [('ship', 1)]
    """
    found: dict[str, list[Rung]] = {}
    for question, entry in enumerate(entries(name)):
        label, _, sides = entry.partition(":")
        for answer, side in enumerate(sides.split("|")):
            for word in side.split():
                found.setdefault(word.replace("_", " "), []).append(Rung(label, question, answer))
    return {word: tuple(several) for word, several in found.items()}


def standing(line: str, name: str) -> Iterator[tuple[int, int, tuple[Rung, ...]]]:
    """Yield the words of the list ``name`` that stand in ``line``, the longest where two begin at one place.

    Each with its offsets in code points, half-open, and its rungs.

    >>> [line for line in standing("the first mate, in the bar", "role-rungs.txt")]
    [(4, 14, (Rung(name='ship', question=1, answer=1),))]
    """
    for found in _pattern(name).finditer(small(line)):
        yield found.start(), found.end(), rungs(name)[" ".join(found[0].split())]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Give the words of a list, for text in small letters."""
    phrases = sorted(rungs(name), key=lambda one: (-len(one), one))
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
