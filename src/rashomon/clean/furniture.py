"""What a paragraph gives away by its words alone: an appeal, a related link, a disclaimer, a caption, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import entries, patterns
from rashomon.model import Role
from rashomon.text import plain

__all__ = ["Unit", "is_end_mark", "is_timed", "role_of", "unit"]

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_QUOTED = re.compile(r'"[^"]*"?')
_STOP = re.compile(r"[.!?…:;,][\"')\]]*$")
_TIMED = re.compile(r"\d{1,2}[:.h]\d\d\b")
_OURS = re.compile(r"\b(?:we|us|our|ours)\b", re.I)
_YOURS = re.compile(r"\b(?:you|your|yours)\b", re.I)
_LONGEST_LABEL = 30
"""Words of the longest line that the whole-line patterns are tried on."""


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
            return self.words >= 5 and self.grammar >= 0.15 or self.words >= 12
        return self.words >= 18 and self.grammar >= 0.25


def unit(text: str, start: int, end: int) -> Unit:
    """Count what there is to count in ``text[start:end]``."""
    content = " ".join(plain(text[start:end]).split())
    words = _WORD.findall(content.lower())
    functional = sum(word in _functional() for word in words)
    return Unit(start, end, content, len(words), functional / max(1, len(words)), _STOP.search(content) is not None)


def role_of(unit: Unit) -> Role | None:
    """Give the role that the words of a paragraph prove it to have, or None where they prove nothing.

    What stands between quotation marks proves nothing: a report may quote an appeal.
    """
    own = _QUOTED.sub(" ", unit.text)
    if unit.words <= _LONGEST_LABEL:
        for role in _BY_LINE:
            if patterns(f"{role}.txt").search(unit.text):
                return role
    if unit.words <= 80 and patterns("about.txt").search(unit.text):
        return "byline"
    if unit.words <= 120 and patterns("caption.txt").search(unit.text):
        return "caption"
    if patterns("disclaimer.txt").search(own):
        return "disclaimer"
    if patterns("appeal.txt").search(own) or _asks(own):
        return "appeal"
    return None


def _asks(own: str) -> bool:
    """Tell a paragraph in which an outlet asks its readers for money or their company, whatever its words."""
    if len(_OURS.findall(own)) < 1 or len(_YOURS.findall(own)) < 2:
        return False
    # columns say "we" and "you" too, but seldom with two words of money and membership
    return len(patterns("asking.txt").findall(own)) >= 2


_BY_LINE: tuple[Role, ...] = ("comment", "navigation", "related", "byline")


def is_timed(unit: Unit) -> bool:
    """Tell whether a clock time opens the paragraph, as in the entries of a live report."""
    return _TIMED.match(unit.text) is not None


def is_end_mark(unit: Unit) -> bool:
    """Tell whether the report does not go on after this line."""
    return unit.words <= _LONGEST_LABEL and patterns("end-marks.txt").search(unit.text) is not None


@cache
def _functional() -> frozenset[str]:
    return frozenset(entries("function-words.txt"))
