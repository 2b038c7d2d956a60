"""The words of time expressions: a text becomes a string of kinds, one character a word, that a grammar can match.

Data: ``time-words.txt``, ``time-holidays.txt``, ``time-events.txt``. Numbers and marks are told apart here by shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import entries

__all__ = ["CHARACTERS", "Words", "event_names", "read"]

_TOKEN = re.compile(
    r"[QH][1-4]\b|[^\W\d_]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9])"
    r"|[0-9]+(?:[.,:/][0-9]+)*(?:(?:st|nd|rd|th|s)\b)?|'s\b|[^\s\w]|_"
)

_SHAPES = (
    ("ISO", re.compile(r"\d{4}-\d\d-\d\d.*$")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$")),
    ("DOTTED", re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d$")),  # "6.30": a clock time or a decimal number
    ("NUMERIC", re.compile(r"(?:\d\d?([/.])\d\d?\1(?:\d{4}|\d\d)|\d{4}([/.])\d\d?\2\d\d?)$")),
    ("DECADE", re.compile(r"[12]\d{2}0s$")),
    ("DECADE_SHORT", re.compile(r"[2-9]0s$")),
    ("DAYTH", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$")),
    ("DAY", re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")),
    ("YEAR", re.compile(r"(?:19\d\d|20\d\d)$")),
    ("FOUR", re.compile(r"\d{4}$")),
    ("PAIR", re.compile(r"\d\d$")),
    ("COUNT", re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")),
    ("QUARTER_NUMBER", re.compile(r"[QH][1-4]$")),
)
"""Numbers by shape, first match. A bare year lies between 1900 and 2099; older ones need a preposition (``FOUR``)."""

_MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "'": "APOSTROPHE",
    "(": "OPEN",
    ")": "CLOSE",
    "%": "PERCENT",
    "/": "SLASH",
    "'s": "POSSESSIVE",
    **dict.fromkeys("-–—", "DASH"),
    **dict.fromkeys("$£€¥#", "MONEY"),
    **dict.fromkeys(';:!?"…', "STOP"),
}

_MADE = ("WORD", "NAME", "MARK", "HOLIDAY", "EVENT", "EVENT_VERB")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words of time expressions.

    ``kinds`` has one character a word (``CHARACTERS`` names them); ``starts``, ``ends`` are offsets in code points and
    ``values`` the dictionary's values (the word itself, lower-case, where it has none), each in step with ``kinds``.
    """

    text: str
    kinds: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    value: str
    rest: tuple[str, ...]
    capital: bool


def _entries() -> Iterator[tuple[str, _Entry]]:
    """Give the first word (lower-case) of every entry, with the entry."""
    lines = [tuple(line.split(maxsplit=2)) for line in entries("time-words.txt")]
    lines += [("HOLIDAY", *line.split(maxsplit=1)) for line in entries("time-holidays.txt")]
    for noun, verbs in event_names():
        lines += [("EVENT", noun, noun), *(("EVENT_VERB", noun, verb) for verb in verbs)]
    for kind, value, phrase in lines:
        first, *rest = _TOKEN.findall(phrase)
        yield first.lower(), _Entry(kind, value, tuple(word.lower() for word in rest), first[0].isupper())


@cache
def event_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the event nouns of the data file, each with the verbs that tell of the same thing."""
    pairs = (line.partition(":") for line in entries("time-events.txt"))
    return tuple((noun.strip(), tuple(verb.strip() for verb in verbs.split(",") if verb)) for noun, _, verbs in pairs)


@cache
def _dictionary() -> dict[str, tuple[_Entry, ...]]:
    """Give the entries by their first word, longest phrase first."""
    found: dict[str, list[_Entry]] = {}
    for first, entry in _entries():
        found.setdefault(first, []).append(entry)
    return {first: tuple(sorted(held, key=lambda entry: -len(entry.rest))) for first, held in found.items()}


@cache
def _alone() -> dict[str, tuple[str, str]]:
    """Give the words that are one entry, of one word, however written: their character and value at once."""
    held = ((first, found[0]) for first, found in _dictionary().items() if len(found) == 1)
    return {
        first: (CHARACTERS[entry.kind], first if entry.value == "-" else entry.value)
        for first, entry in held
        if not entry.rest and not entry.capital
    }


CHARACTERS = {
    kind: chr(0xE000 + place)  # the private use area: none of them means anything in a regular expression
    for place, kind in enumerate(
        sorted({*(e.kind for _, e in _entries()), *(s for s, _ in _SHAPES), *_MARKS.values(), *_MADE})
    )
}
"""The character of each kind."""


@lru_cache(maxsize=20_000)
def _shape(token: str) -> str:
    """Give the character of a token that is in no dictionary."""
    kind = next((kind for kind, shape in _SHAPES if shape.match(token)), None) or _MARKS.get(token)
    if kind is None:
        kind = "MARK" if not token[0].isalpha() else "NAME" if token[0].isupper() else "WORD"
    return CHARACTERS[kind]


def read(text: str) -> Words:
    """Give the words of ``text`` (made plain by ``text.plain``) with their kinds."""
    tokens = list(_TOKEN.finditer(text))
    surfaces = [token.group() for token in tokens]
    lower = [surface.lower() for surface in surfaces]
    dictionary, alone = _dictionary(), _alone()
    kinds: list[str] = []
    values: list[str] = []
    spans: list[tuple[int, int]] = []
    place, count = 0, len(tokens)
    while place < count:
        word, last = lower[place], place
        kind, value = alone.get(word) or ("", word)
        if not kind and word in dictionary and (entry := _longest(dictionary[word], surfaces, lower, place)):
            kind, last = CHARACTERS[entry.kind], place + len(entry.rest)
            value = word if entry.value == "-" else entry.value
        kinds.append(kind or _shape(surfaces[place]))
        values.append(value)
        spans.append((tokens[place].start(), tokens[last].end()))
        place = last + 1
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Words(text, "".join(kinds), starts, ends, tuple(values))


def _longest(held: tuple[_Entry, ...], surfaces: list[str], lower: list[str], place: int) -> _Entry | None:
    for entry in held:
        if entry.capital and not surfaces[place][0].isupper():
            continue
        if tuple(lower[place + 1 : place + 1 + len(entry.rest)]) == entry.rest:
            return entry
    return None
