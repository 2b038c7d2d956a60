"""Time expressions (TIMEX3) of one article, each with its value, its interval, and why.

``find`` goes through the report's words from left to right: a grammar over kinds of words (``grammar``) finds the
expressions; a function for each kind (``days``, ``calendar``, ``distances``, ``lengths``, ``clock``) says what it means
against the article's own date, the dates told before it and the tense of its verb (``context``). No document date, no
guess: what hangs on it has the value None. ``events`` collects over a whole story which events its reports date, so
that "a month before the inauguration" can be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.times.context import Context, Found, Reading, Told, sane
from rashomon.analyse.times.dated import EventDate, told_beside
from rashomon.analyse.times.grammar import anywhere, rules
from rashomon.analyse.times.neighbours import Pair, settle
from rashomon.analyse.times.periods import interval, narrow
from rashomon.analyse.times.tense import Tense, tense
from rashomon.analyse.times.words import Words, read
from rashomon.model import Article, Span, Timex
from rashomon.text import plain

__all__ = ["EventDate", "events", "find"]

_MEMORY = 16
"""Dates; a reader does not look back further."""


def find(prose: Prose, events: Sequence[EventDate] = ()) -> tuple[Timex, ...]:
    """Give the time expressions of the report of one article, in order of the text; they never overlap.

    ``prose.article.published.value`` (an ISO prefix, or None) is the date they are read against. ``events`` are the
    dated events of the story (see the function of that name). The article's own date is one of the expressions where it
    stands in the text, although its line is not part of the report.
    """
    dated = {event.noun: event.value for event in events}
    told = Told()
    made = list(_own_date(prose))
    for paragraph in prose.paragraphs:
        readings = _of_paragraph(prose.article, paragraph, told, dated)
        told = Told((*told.far, *told.near)[-_MEMORY:], _values(reading for _, reading in readings))
        made.extend(_timex(paragraph.article, paragraph.start, found, reading) for found, reading in readings)
    return tuple(sorted(made))


def events(proses: Sequence[Prose]) -> tuple[EventDate, ...]:
    """Give the events that the reports of a story date to the day, each noun once, in order of the alphabet.

    Only a date that stands right beside the noun counts ("the inauguration on January 20", "the 3 May vote", "was sworn
    in on Friday"); an event that is given two dates anywhere in the story is left out.
    """
    found: dict[str, set[EventDate]] = {}
    for prose in proses:
        for paragraph in prose.paragraphs:
            readings = _of_paragraph(prose.article, paragraph, Told(), {})
            for event in told_beside(paragraph, readings):
                found.setdefault(event.noun, set()).add(event)
    agreed = (held for held in found.values() if len({event.value for event in held}) == 1)
    return tuple(sorted((min(held, key=lambda event: event.span) for held in agreed), key=lambda event: event.noun))


def _own_date(prose: Prose) -> Iterator[Timex]:
    """The article's own date, where it stands in the text outside the paragraphs of the report."""
    article, fact = prose.article, prose.article.published
    if fact.span is None or fact.value is None:
        return
    start, end = fact.span.start, fact.span.end
    if any(block.span.start < end and start < block.span.end for block in (p.block for p in prose.paragraphs)):
        return
    context = Context(fact.value, Told(), lambda: "", {})
    for found, reading in _read(read(plain(article.text[start:end])), context, lambda _: context.tense):
        if reading.value == fact.value[:10]:
            yield replace(_timex(article.id, start, found, reading), basis="the date of publication")
            return


def _of_paragraph(article: Article, paragraph: Paragraph, told: Told, dated: Mapping[str, str]) -> list[Pair]:
    """Read one paragraph against the article's date, the dates told before it and its own parse."""
    last = paragraph.doc[-1] if len(paragraph.doc) else None  # doc.text would be put together anew, token by token
    end = paragraph.start + (last.idx + len(last) if last is not None else 0)
    headline = paragraph.block.role in {"headline", "heading"}
    words = read(plain(article.text[paragraph.start : end]))

    def tense_at(found: Found) -> Callable[[], Tense]:
        return partial(tense, paragraph.doc, words.starts[found.first], words.ends[found.last - 1], headline)

    return _read(words, Context(article.published.value, told, lambda: "", dated), tense_at)


def _read(words: Words, context: Context, tense_at: Callable[[Found], Callable[[], Tense]]) -> list[Pair]:
    """Read the expressions of one stretch in order; each may count from those before it."""
    readings: list[Pair] = []
    place = 0
    told = context.told
    while match := anywhere().search(words.kinds, place):
        found, made = _longest(words, match.start(), replace(context, told=told), tense_at)
        readings.extend((_carrier(found, reading), reading) for reading in made)
        told = Told(told.far, (*told.near, *_values(made))[-_MEMORY:])
        place = found.last
    return settle(readings, context.document, context.told)


def _longest(
    words: Words, place: int, context: Context, tense_at: Callable[[Found], Callable[[], Tense]]
) -> tuple[Found, tuple[Reading, ...]]:
    """Give the longest match at ``place`` that its rule's function accepts, and its readings."""
    matches = [(match.end(), reading) for rule, reading in rules() if (match := rule.match(words.kinds, place))]
    for last, reading in sorted(matches, key=lambda pair: -pair[0]):
        found = Found(words, place, last)
        made = reading(found, replace(context, tense=tense_at(found)))
        if made is not None:
            return found, made
    return Found(words, place, place + 1), ()


def _carrier(found: Found, reading: Reading) -> Found:
    return Found(found.words, *reading.words) if reading.words else found


def _values(readings: Iterable[Reading]) -> tuple[str, ...]:
    """The values that can be counted from."""
    values = (reading.value for reading in readings)
    return tuple(value for value in values if value and (bounds := interval(value)) and sane(bounds))


def _timex(article: str, start: int, found: Found, reading: Reading) -> Timex:
    words = found.words
    span = Span(article, start + words.starts[found.first], start + words.ends[found.last - 1])
    bounds = reading.bounds or interval(reading.value)
    if bounds and reading.part and not reading.bounds:
        bounds = narrow(bounds, reading.part)
    first, last = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
    return Timex(span, reading.type, reading.value, first, last, reading.basis)
