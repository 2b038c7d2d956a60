"""Time expressions (TIMEX3) of one article, each with its value, its interval, and why.

``find`` goes through the report's words from left to right: a grammar over kinds of words (``grammar``) finds the
expressions; a function for each kind (``days``, ``calendar``, ``distances``, ``lengths``, ``clock``) says what it means
against the article's own date, the dates told before it and the tense of its verb (``context``). No document date, no
guess: what hangs on it has the value None. ``events`` collects over a whole story which events its reports date, so
that "a month before the inauguration" can be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.times.context import Context, Found, Reading, sane
from rashomon.analyse.times.dated import EventDate, told_beside
from rashomon.analyse.times.grammar import ANYWHERE, RULES
from rashomon.analyse.times.neighbours import settle
from rashomon.analyse.times.periods import interval, narrow
from rashomon.analyse.times.tense import tense
from rashomon.analyse.times.words import Words, read
from rashomon.model import Timex
from rashomon.text import plain

__all__ = ["EventDate", "events", "find"]

_MEMORY = 16


def find(prose: Prose, events: Sequence[EventDate] = ()) -> tuple[Timex, ...]:
    """Give the time expressions of the report of one article, in order of the text; they never overlap.

    ``prose.article.published.value`` (an ISO prefix, or None) is the date they are read against. ``events`` are the
    dated events of the story (see the function of that name). The article's own date is one of the expressions where it
    stands in the text, although its line is not part of the report.
    """
    dated = {event.noun: event.value for event in events}
    document = prose.article.published.value
    told: tuple[str, ...] = ()
    made = list(_own_date(prose))
    for paragraph in prose.paragraphs:
        readings = _read(prose.article.text, paragraph, document, told, dated)
        told = _remember(told, (reading for _, reading in readings))
        made.extend(_timex(paragraph, found, reading) for found, reading in readings)
    return tuple(sorted(made))


def events(proses: Sequence[Prose]) -> tuple[EventDate, ...]:
    """Give the events that the reports of a story date to the day, each noun once, in order of the alphabet.

    Only a date that stands right beside the noun counts ("the inauguration on January 20", "the 3 May vote", "was sworn
    in on Friday"); an event that is given two dates anywhere in the story is left out.
    """
    found: dict[str, set[EventDate]] = {}
    for prose in proses:
        for paragraph in prose.paragraphs:
            readings = _read(prose.article.text, paragraph, prose.article.published.value, (), {})
            for event in told_beside(paragraph, readings):
                found.setdefault(event.noun, set()).add(event)
    agreed = (held for held in found.values() if len({event.value for event in held}) == 1)
    return tuple(sorted((min(held, key=lambda event: event.span) for held in agreed), key=lambda event: event.noun))


def _own_date(prose: Prose) -> Iterator[Timex]:
    """The article's own date, where it stands in the text outside the paragraphs of the report."""
    fact = prose.article.published
    if fact.span is None or fact.value is None:
        return
    inside = (p.start <= fact.span.start and fact.span.end <= p.start + len(p.doc.text) for p in prose.paragraphs)
    bounds = interval(fact.value[:10])
    if bounds and not any(inside):
        first, last = (day.isoformat() for day in bounds)
        yield Timex(fact.span, "DATE", fact.value[:10], first, last, "the date of publication")


def _read(
    text: str, paragraph: Paragraph, document: str | None, told: tuple[str, ...], dated: Mapping[str, str]
) -> list[tuple[Found, Reading]]:
    """Read one paragraph's expressions in order; each may count from those before it."""
    last = paragraph.doc[-1] if len(paragraph.doc) else None  # doc.text would be put together anew, token by token
    words = read(plain(text[paragraph.start : paragraph.start + (last.idx + len(last) if last is not None else 0)]))
    readings: list[tuple[Found, Reading]] = []
    before, place = told, 0
    while match := ANYWHERE.search(words.kinds, place):
        found, made = _longest(words, match.start(), partial(_context, paragraph, document, told, dated))
        readings.extend((_carrier(found, reading), reading) for reading in made)
        told = _remember(told, made)
        place = found.last
    return settle(readings, document, before)


def _longest(words: Words, place: int, context: Callable[[Found], Context]) -> tuple[Found, tuple[Reading, ...]]:
    """Give the longest match at ``place`` that its rule's function accepts, and its readings."""
    matches = [(match.end(), reading) for rule, reading in RULES if (match := rule.match(words.kinds, place))]
    for last, reading in sorted(matches, key=lambda pair: -pair[0]):
        found = Found(words, place, last)
        made = reading(found, context(found))
        if made is not None:
            return found, made
    return Found(words, place, place + 1), ()


def _carrier(found: Found, reading: Reading) -> Found:
    return Found(found.words, *reading.words) if reading.words else found


def _remember(told: tuple[str, ...], readings: Iterable[Reading]) -> tuple[str, ...]:
    """Add the dates just told; a reader does not look back further than ``_MEMORY`` of them."""
    values = (reading.value for reading in readings)
    return (*told, *(value for value in values if value and (bounds := interval(value)) and sane(bounds)))[-_MEMORY:]


def _context(
    paragraph: Paragraph, document: str | None, told: tuple[str, ...], dated: Mapping[str, str], found: Found
) -> Context:
    start, end = found.words.starts[found.first], found.words.ends[found.last - 1]
    headline = paragraph.block.role in {"headline", "heading"}
    return Context(document, told, partial(tense, paragraph.doc, start, end, headline), dated)


def _timex(paragraph: Paragraph, found: Found, reading: Reading) -> Timex:
    span = paragraph.chars(found.words.starts[found.first], found.words.ends[found.last - 1])
    bounds = reading.bounds or interval(reading.value)
    if bounds and reading.part and not reading.bounds:
        bounds = narrow(bounds, reading.part)
    first, last = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
    return Timex(span, reading.type, reading.value, first, last, reading.basis)
