"""Events that a report dates: "the inauguration on January 20", "the 3 May vote", "was sworn in on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.analyse.language import Paragraph
from rashomon.analyse.times.context import Found, Reading
from rashomon.analyse.times.grammar import compiled
from rashomon.analyse.times.periods import grain
from rashomon.model import Span

__all__ = ["EventDate", "told_beside"]

_BEFORE = re.compile(
    compiled(
        "(EVENT (OF (WORD|NAME|THE|A|HIS){1,4})? COMMA? (WORD{0,2} FOR|ON)"
        "|EVENT_VERB (WORD|NAME|IN|AT|THE|A){0,4} ON?)$"
    )
)
_AFTER = re.compile(compiled("POSSESSIVE? (WORD|NAME)? EVENT"))


@dataclass(frozen=True, slots=True)
class EventDate:
    """An event noun and the ISO day a report gives it; ``span`` is where the date stands."""

    noun: str
    value: str
    span: Span


def told_beside(paragraph: Paragraph, readings: Sequence[tuple[Found, Reading]]) -> Iterator[EventDate]:
    """Give the events that one paragraph's dates stand beside."""
    for found, reading in readings:
        if reading.type != "DATE" or reading.value is None or grain(reading.value) != "D":
            continue
        words = found.words
        span = paragraph.chars(words.starts[found.first], words.ends[found.last - 1])
        match = _AFTER.match(words.kinds, found.last)
        if match is None:
            match = _BEFORE.search(words.kinds, max(0, found.first - 8), found.first)
        if match is not None:
            event = Found(words, match.start(), match.end())
            yield EventDate(event.value("EVENT", "EVENT_VERB") or "", reading.value, span)
