"""What can be counted in a paragraph, and what its words alone prove it to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import entries, patterns
from rashomon.data.furniture import proved_role
from rashomon.model import Role
from rashomon.text import plain

__all__ = ["Unit", "is_end_mark", "is_timed", "role_of", "unit"]

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_STOP = re.compile(r"[.!?…:;,][\"')\]]*$")
_TIMED = re.compile(r"\d{1,2}[:.h]\d\d\b")
_LONGEST_LABEL = 30
"""Words of the longest line that can end a report."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph under judgement: its offsets (code points), its plain text, and what is counted in it.

    ``words`` is the number of words, ``grammar`` the share of them that are function words, ``stopped`` whether it
    ends as a sentence does.
    """

    start: int
    end: int
    text: str
    words: int
    grammar: float
    stopped: bool

    @property
    def prose(self) -> bool:
        """Whether it reads as running sentences rather than a label, a title or a list."""
        # calibrated on 80 news pages: paragraphs of reports have .25 to .55 of function words, titles and menus
        # under .2; sentences under five words are as often labels
        if self.stopped:
            return (self.words >= 5 and self.grammar >= 0.15) or self.words >= 12
        return self.words >= 22 and self.grammar >= 0.25


def unit(text: str, start: int, end: int) -> Unit:
    """Count what there is to count in ``text[start:end]``."""
    content = " ".join(plain(text[start:end]).split())
    words = _WORD.findall(content.lower())
    functional = sum(word in _functional() for word in words)
    return Unit(start, end, content, len(words), functional / max(1, len(words)), _STOP.search(content) is not None)


def role_of(unit: Unit) -> Role | None:
    """Give the role that the words of a paragraph prove it to have, or None where they prove nothing."""
    return proved_role(unit.text)


def is_timed(unit: Unit) -> bool:
    """Tell whether a clock time opens the paragraph, as in the entries of a live report."""
    return _TIMED.match(unit.text) is not None


def is_end_mark(unit: Unit) -> bool:
    """Tell whether the report does not go on after this line."""
    return unit.words <= _LONGEST_LABEL and patterns("end-marks.txt").search(unit.text) is not None


@cache
def _functional() -> frozenset[str]:
    return frozenset(entries("function-words.txt"))
