"""The one value that the readers of a sentence give: a cue with its source and content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.analyse.contents import Range, joined, minus
from rashomon.analyse.cues import Cue
from rashomon.analyse.syntax import trimmed

__all__ = ["SOME", "Relation", "cleaned", "without_tail"]

SOME = frozenset({"another", "one", "others", "some", "many", "most", "both", "all", "several", "few", "each"})
"""Words for some of those named before, who can tell something by themselves: "another doubts that"."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution within one parsed paragraph; ranges are code points of its doc.

    ``head`` is the token index of the cue's head word (the verb, noun, adjective or adverb); -1 for punctuation cues.
    ``source_head`` is that of the source, -1 where no words name it. ``quoted`` says that a quotation is tied to it;
    ``parent`` is the head of the relation it stands within where only the grammar shows that ("X, citing Y, said").
    """

    head: int
    cue: Range
    entry: Cue
    contents: tuple[Range, ...]
    source: Range | None = None
    source_head: int = -1
    addressee: Range | None = None
    distance: Range | None = None
    quoted: bool = False
    parent: int = -1


_TAIL = re.compile(r";|,\s(?:though|although|whereas)\s")
_REPORTED = re.compile(
    r",\s(?:an?|the)\s(?:accusation|account|allegation|argument|assertion|assessment|assurance|charge|claim|contention|"
    r"description|estimate|explanation|figure|idea|number|promise|reading|statement|story|suggestion|version|view)s?\s"
    r"(?:that|which|\w+(?:\s\w+){0,4}\s(?:den|disput|reject|dismiss|contradict|challeng|contest|refut|rebut)(?:ied|ies|s|ed|es))\b"
    r"|,\s(?:which|something|a\scharge)\s(?:\w+\s){0,4}?(?:has\s|have\s)?"
    r"(?:den|disput|reject|dismiss|contradict|challeng|contest|refut|rebut)(?:ied|ies|s|ed|es)\b"
)
"""Where a report goes on to say what others make of what was told: "..., an account that the ministry disputes"."""
_HEAD_WORDS = 4


def without_tail(text: str, part: Range) -> Range:
    """End a retold content where the narrator seems to go on: at a semicolon, or before a clause of comment.

    "When in doubt, don't include it" is the rule of PolNeAR's guidelines. What stands between marks is never cut.
    """
    start, end = part
    for joint in sorted((*_TAIL.finditer(text, start, end), *_REPORTED.finditer(text, start, end)), key=re.Match.start):
        before = text[start : joint.start()]
        if before.count('"') % 2 == 0 and len(before.split()) >= _HEAD_WORDS:
            return start, joint.start()
    return part


_EMPTY = frozenset(
    {"me", "us", "him", "her", "you", "to", "because", "as", "who", "whom", "what", "which", "there", "for", "about"}
)
"""Words that say nothing by themselves: what is left where the parser mistook a person or a joint for content."""


_JOINING = re.compile(r"[\s,;]+(?:and|but|or|nor|while|as|though)\Z", re.IGNORECASE)


def _unjoined(text: str, start: int, end: int) -> Range:
    """Leave out a conjunction at the end: it joins what comes next."""
    joint = _JOINING.search(text, start, end)
    return trimmed(text, start, joint.start()) if joint else (start, end)


def cleaned(text: str, ranges: list[Range], holes: list[Range]) -> tuple[Range, ...]:
    """Give ``ranges`` joined, with ``holes`` cut out and edges trimmed; what holds no word falls away."""
    ranges = joined(ranges, 1)
    for hole in holes:
        ranges = minus(ranges, hole)
    kept = (_unjoined(text, *trimmed(text, start, end)) for start, end in ranges)
    whole = joined([r for r in kept if r[1] - r[0] > 0], 1)
    return tuple((s, e) for s, e in whole if re.search(r"\w", text[s:e]) and text[s:e].lower() not in _EMPTY)
