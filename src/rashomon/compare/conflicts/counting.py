"""Counts and measures in a claim, with what is counted: the word for it, and what its clause speaks of.

Ages, numbers that name ("Article 9"), ratios ("one in three") and a whole beside its part are no counts. Lengths,
speeds and weights are converted; people taken by number share one unit, so that "a crowd of 600" is a count of what
"410 people" is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from rashomon.compare.events import classes, grammar, lemma, words
from rashomon.compare.quantities import Quantity
from rashomon.data import entries

__all__ = ["CROWD", "PEOPLE", "Count", "counts", "surroundings", "toll"]

PEOPLE = "#"
"""The unit of people taken by number."""
CROWD = "@CROWD"
"""The key of words that tell of people gathered."""

_OF = re.compile(r"[\"']?\s+of\s+(?:(?:the|its|their|his|her|our|these|those|\w+'s)\s+)*", re.IGNORECASE)
_AT = re.compile(
    r"([^\W\d_]+)\s+(?:(?:had|has|have|was|were|is|are|been|put|estimated|given|placed)\s+){0,3}(?:at|to|of|is|was|were|are|as|reached)\s+"
    r"(?:(?:about|around|some|fewer|more|less|than|at|least|most|nearly|almost|over|under|roughly|an?)\s+|[\"'])*$",
    re.IGNORECASE,
)
"""The word for what a bare number counts, when it stands before it: "the crowd at 600", "the toll is 31"."""
_AGE = re.compile(r"^(?:[- ]year[- ]old|\s+years? (?:old|of age)|\s+to \d+ years old)", re.IGNORECASE)
_AGED = re.compile(
    r"(?:\baged?|\b(?:boys?|girls?|man|woman|men|women|lads?)(?: of|,)|(?:^|\s)[A-Z][^\W\d_]+,"
    r"|\b(?:[Hh]e|[Ss]he|who|[A-Z][^\W\d_]+ [A-Z][^\W\d_]+) (?:is|was))\s*$"
)
_RATE = re.compile(r"^[^,.;]{0,25}?\b(?:a|an|per|each|every)[- ](day|week|month|year|hour|night|head|person)\b", re.I)
_RATIO = re.compile(r"^(?:\s+[^\W\d_]+){0,3}\s+(?:in|out of)\s+(?:every\s+)?[a-z\d]+\b", re.IGNORECASE)
_RATED = re.compile(r"\b(?:one|two|three|\d+)(?:\s+[^\W\d_]+){0,3}\s+(?:in|out of)\s+(?:every\s+)?$", re.IGNORECASE)
_ONE = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+(?:\s+(?:between|with|to|from)\b|\s*[.,;]|\s*$)")
_NOT = re.compile(r"\bnot (?:the )?$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|fewer|less|extra|additional|further)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:cut|lower|reduc|shorten|lengthen|extend)\w*\b[^,;.]{0,40}\bto $", re.IGNORECASE)
"""Before a number: it is what another is to become."""
_TIMES = re.compile(r"\s*(times|years?|months?|weeks?|days?|nights?)\b", re.IGNORECASE)
_PART = re.compile(r"(?:\band\b|[,;]|\bbut\b)")
_OLDEST = 120


class Count(NamedTuple):
    """A count in a claim: its place (code points of the claim, half-open), its bounds, what is counted.

    ``unit`` is ``PEOPLE``, a measure ("=length") to which the bounds are converted, or the plain form of a noun, ""
    where nothing tells; ``kinds`` are the classes of events of that noun. ``about`` are the keys of the clause: plain
    forms, and classes with "@". ``rate`` is the unit it is told by ("day"), ``part`` says that it is some of a whole,
    ``negated`` that it is told to be wrong ("four, not fourteen").
    ``shown`` is a plain normal form.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    kinds: frozenset[str]
    about: frozenset[str]
    rate: str
    part: bool
    negated: bool
    shown: str

    @property
    def size(self) -> float:
        """Give the number itself, or the bound that is told."""
        return self.low if self.high == inf else self.high


def counts(line: str, found: Sequence[Quantity], names: Sequence[tuple[int, int]] = ()) -> tuple[Count, ...]:
    """Give which of the quantities ``found`` in ``line`` are counts and measures, in order; ``names`` hold none.

    >>> from rashomon.compare.quantities import quantities
    >>> line = "Ines Carrow, 58, put the crowd at 600"
    >>> [(one.shown, one.unit) for one in counts(line, quantities(line))]
    [('600 crowd', '#')]
    """
    return tuple(_counts(line, found, names))


def _counts(line: str, found: Sequence[Quantity], names: Sequence[tuple[int, int]]) -> Iterator[Count]:
    whole = -1
    for at, one in enumerate(found):
        if at == whole or lemma(one.noun) in _clock() or (one.high <= 1 and not _single(line, one)):
            continue
        if _TO.search(line, 0, one.start):
            continue
        if _names(line, one, names) or _is_age(line, one) or _is_ratio(line, one) or _MORE.match(line, one.end):
            continue
        before = found[at - 1].end if at else 0
        following = found[at + 1] if at + 1 < len(found) else None
        noun, part = one.noun, False
        if following and one.unit != "percent" and _OF.fullmatch(line, one.end, following.start):
            whole, noun = at + 1, following.noun or noun
            following = found[at + 2] if at + 2 < len(found) else None
        elif (of := _OF.match(line, one.end)) and of[0].split()[-1] != "of":
            part = True
        yield _count(line, one, noun or _told(line, one, before), (before, following, part))


def _single(line: str, one: Quantity) -> bool:
    """Tell whether a number up to one counts: it is a share, or one event by name ("one call", "only one meeting")."""
    if one.unit == "percent":
        return True
    events = classes(words(one.noun)) if one.noun else ()
    return any(events) and line[one.start : one.end].lower() == "one" and _ONE.match(line, one.end) is not None


def _told(line: str, one: Quantity, before: int) -> str:
    """Give the word before a bare number, or "times" after it, for what it counts."""
    named = _AT.search(line, before, one.start)
    if named and (
        lemma(named[1]) in _heads() | _totals()
        or _tolls().keys() & {f"@{name}" for name in classes(words(named[1]))[0]}
    ):
        return named[1]
    after = _TIMES.match(line, one.end)
    return after[1] if after else ""


def _count(line: str, one: Quantity, noun: str, around: tuple[int, Quantity | None, bool]) -> Count:
    before, following, part = around
    end = following.start if following else len(line)
    plain = lemma(noun) if noun else ""
    low, high, unit = one.low, one.high, "" if plain in _totals() else _fields().get(plain, plain)
    rate = _RATE.match(line[one.end : end])
    per = rate[1].lower() if rate else ""
    if plain in _heads():
        unit = PEOPLE
    elif plain in _units():
        measured, share = _units()[plain]
        if measured == "length" and (per == "hour" or line[one.end :].lstrip("kmi ").startswith(("/h", "ph"))):
            measured, share, per = "speed", share / 1000, ""
        low, high, unit = low * share, high * share, f"={measured}"
    kinds = frozenset(f"@{kind}" for several in classes(words(noun)) for kind in several)
    about = frozenset(surroundings(line, (one.start, one.end), (before, end))) - {plain}
    if unit == PEOPLE and plain in _crowds():
        about |= {CROWD}
    shown = " ".join(filter(None, (_bounds(one), noun, f"a {per}" if per else "")))
    negated = _NOT.search(line, 0, one.start) is not None
    return Count(one.start, one.end, low, high, unit, kinds, about, per, part, negated, shown)


def _names(line: str, one: Quantity, names: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a number names: it stands in a name, or right after a noun that is numbered."""
    if any(start < one.end and one.start < end for start, end in names):
        return True
    before = re.search(r"([^\W\d_]+)\.?\s+$", line[: one.start])
    if before is None:
        return False
    capital = before[1][0].isupper() and not before[1].isupper() and before.start() > 0
    return lemma(before[1]) in _labels() or (capital and lemma(before[1]) not in grammar() and not one.noun)


def _is_age(line: str, one: Quantity) -> bool:
    if _AGE.match(line[one.end :]):
        return True
    after = line[one.end : one.end + 1]
    low = not one.noun and one.high < _OLDEST and after in ("", ",", ")", ".", ";", " ")
    return low and bool(_AGED.search(line[: one.start]))


def _is_ratio(line: str, one: Quantity) -> bool:
    return bool(_RATED.search(line[: one.start])) or (one.high <= 3 and bool(_RATIO.match(line[one.end :])))


def surroundings(line: str, place: tuple[int, int], around: tuple[int, int]) -> Iterator[str]:
    """Yield the keys of the words about a ``place`` in ``line``: up to ``around``, a comma or "and" on either side."""
    cuts = [found.start() for found in _PART.finditer(line)]
    start = max([around[0], *(cut for cut in cuts if cut < place[0])])
    end = min([around[1], *(cut for cut in cuts if cut >= place[1])])
    told = words(line[start:end])
    for word, kinds in zip(told, classes(told), strict=True):
        if word.lemma in _crowds():
            yield CROWD
        if word.lemma not in grammar() and len(word.lemma) > 2 and not word.lemma[0].isdigit():
            yield word.lemma
            yield from (f"@{kind}" for kind in kinds)
            yield from (f"{word.lemma}@{kind}" for kind in kinds)


def toll(count: Count) -> set[int]:
    """Give which of the kinds of events by which people are counted apart a count speaks of."""
    return {_tolls()[key] for key in count.about | count.kinds if key in _tolls()}


def _bounds(one: Quantity) -> str:
    low, high = one.low, one.high
    if one.unit == "percent":
        low, high = low * 100, high * 100
    if high == inf:
        return f"at least {_shown(low)}"
    if low <= 0:
        return f"at most {_shown(high)}"
    return _shown(low) if low == high else f"{_shown(low)} to {_shown(high)}"


def _shown(number: float) -> str:
    return f"{number:,.6g}" if number < 1e6 else f"{number / 1e6:.6g} million"


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(lemma, entries("head-counts.txt")))


@cache
def _tolls() -> Mapping[str, int]:
    return {f"@{name}": at for at, entry in enumerate(entries("toll-classes.txt")) for name in entry.split()}


@cache
def _crowds() -> frozenset[str]:
    return frozenset(map(lemma, entries("crowd-words.txt")))


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(lemma, ("figure", "number", "toll", "total", "count", "tally", "sum", "estimate")))


@cache
def _clock() -> frozenset[str]:
    return frozenset(map(lemma, ("second", "minute", "hour")))


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(lemma, entries("label-nouns.txt")))


@cache
def _fields() -> Mapping[str, str]:
    """Give the plain form of each noun that is counted under several names, with that of the first of them."""
    fields = [[lemma(noun) for noun in entry.split()] for entry in entries("count-fields.txt")]
    return {noun: several[0] for several in fields for noun in several}


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    rows = [entry.split() for entry in entries("units.txt")]
    return {lemma(unit): (measured, float(share)) for measured, unit, share in rows}
