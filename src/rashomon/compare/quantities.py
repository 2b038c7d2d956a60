"""The quantities a clause tells: numbers with bounds and the thing that is counted or measured.

"At least 27 hurt" is 27 or more; "between 29 and 33 people" lies between the two; "some 32,000" and "32,000" are the
same number told with different care. Times and dates are no quantities and are left out by those who call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import inf
from typing import NamedTuple

from rashomon.compare.events import grammar, lemma
from rashomon.data import entries
from rashomon.text import plain

__all__ = ["Quantity", "quantities"]

_CURRENCY = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "₺": "lira",
    "₴": "hryvnia",
}
_SCALES = {
    "hundred": 1e2,
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("million", "m", "mn"), 1e6),
    **dict.fromkeys(("billion", "bn"), 1e9),
    **dict.fromkeys(("trillion", "tn"), 1e12),
    "lakh": 1e5,
    "crore": 1e7,
}
_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_VAGUE = {"dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0), "thousands": (2000.0, 9999.0)}
_FEW = (2.0, 9.0)
"""What "a few" and "several" may be."""
_ABOUT = 0.05
"""Share by which "about" and rounding let a number be off: newsrooms round to two or three figures."""
_PASSED = frozenset(
    {"of", "the", "its", "their", "our", "his", "her", "other", "others", "more", "such", "these", "those"}
)
"""Words of grammar that may stand between a number and the thing counted."""
_JOINING = frozenset({"and", "or"})
"""Words that may stand between the words for the thing counted: "nine former and current officials"."""
_PLURAL = re.compile(r"(?:[^siu]s|ies|ses|people|men|women|children|police|cattle)$", re.IGNORECASE)
_GROUPS = frozenset({"people", "men", "women", "children", "police", "cattle"})
"""Those of them that may stand before what is counted: "four police raids"."""
_AFTER = re.compile(r"[^\W\d_]+|\d+")
_UNIT_REACH = 4
"""Words after a number among which the thing counted is looked for: "212 below-market apartments"."""


class Quantity(NamedTuple):
    """A number in a text: its offsets (code points, half-open), its bounds, and what it counts.

    A bound that is open is infinite. ``noun`` is the word for what is counted, "" where none follows, and ``unit`` its
    plain form.
    """

    start: int
    end: int
    low: float
    high: float
    noun: str

    @property
    def unit(self) -> str:
        """Give the plain form of the noun: the same for one and for many."""
        return lemma(self.noun) if self.noun else ""

    def meets(self, other: Quantity) -> bool:
        """Tell whether both can be true of one thing."""
        return self.low <= other.high and other.low <= self.high


@cache
def _small() -> Mapping[str, float]:
    return {row.split()[0]: float(row.split()[1]) for row in entries("number-words.txt")}


@cache
def _number() -> re.Pattern[str]:
    small = "|".join(sorted(_small(), key=len, reverse=True))
    scale = "|".join(sorted(_SCALES, key=len, reverse=True))
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    joint = r"(?:-\s?|\s|(?<=hundred) and |(?<=thousand) and )"
    word = rf"(?:a\s(?=dozen|hundred|thousand))?(?:{small})(?:{joint}(?:{small}))*\b"
    return re.compile(
        r"(?<![\w-])(?P<times>two|three|four|[2-4])[- ](?P<parts>third|quarter|fifth|tenth)s\b"
        rf"|(?<![\w.,:/])(?<![^\W\d_]-)(?:(?:\b[A-Z]{{1,3}})?(?P<money>[{''.join(_CURRENCY)}])\s?)?"
        rf"(?P<figure>{digits}|{word}|a(?=\s(?:{scale})\b))(?![\d:/]|[.,]\d)(?P<over> and a half(?= (?:{scale})\b))?"
        rf"(?:(?:-\s?|\s)?(?P<scale>{scale})\b)?(?:[- ](?P<more>{scale})\b)?"
        r"(?P<percent>\s?%|\s?per\s?cent\b|\s?pc\b)?"
        r"(?P<after>-odd\b|-plus\b|\+| or (?:so|more|fewer|less)\b|-strong\b)?"
        rf"|(?<![\w-])half an? (?P<half>dozen|{scale})\b"
        r"|(?<![\w-])(?:a few|several) (?P<few>hundred|thousand|million)\b"
        r"|(?<![\w-])(?P<many>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands)\b"
        r"|(?<![\w-])(?:an?|one)[- ](?P<part>half|third|quarter|fifth|tenth)\b",
        re.IGNORECASE,
    )


@cache
def _bounds() -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {}
    for entry in entries("number-bounds.txt"):
        sign, words_before = entry.split(" ", 1)
        kinds.setdefault(sign, []).append(words_before)
    named = {"<": "less", ">": "more", "-": "nearly", "~": "about"}
    parts = (f"(?P<{named[sign]}>{'|'.join(map(re.escape, several))})" for sign, several in kinds.items())
    return re.compile(rf"\b(?:{'|'.join(parts)})\s+(?:a\s+)?$", re.IGNORECASE)


def quantities(text: str, without: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Give the quantities of ``text`` in order, but none that touches the offsets in ``without`` (times, names).

    >>> [one[2:] for one in quantities("At least 27 people; £900; between 29 and 33 riders")]
    [(27.0, inf, 'people'), (900.0, 900.0, 'pound'), (29.0, 33.0, 'riders')]
    """
    line = plain(text)
    found: list[Quantity] = []
    for match in _number().finditer(line):
        if any(start < match.end() and match.start() < end for start, end in without):
            continue
        low, high = _value(match)
        if low == high:
            low, high = _bounded(line, match, low)
        noun = _noun(line, match)
        one = Quantity(match.start(), match.end(), low, high, noun)
        whole = _span(line, found[-1], one, match) if found else None
        found = [*found[:-1], whole] if whole is not None else [*found, one]
    return tuple(one for one in found if one.noun or one.high >= 3)


def _value(match: re.Match[str]) -> tuple[float, float]:
    if match["part"]:
        return (_PARTS[match["part"].lower()],) * 2
    if match["parts"]:
        return (_PARTS[match["parts"].lower()] * _figure(match["times"]),) * 2
    if match["half"]:
        return ({"dozen": 12.0, **_SCALES}[match["half"].lower()] / 2,) * 2
    if match["few"]:
        times = _SCALES[match["few"].lower()]
        return _FEW[0] * times, _FEW[1] * times
    if match["many"]:
        many = match["many"].lower()
        if " of " in many:
            first = _VAGUE["hundreds"] if many.startswith("hundreds") else (20.0, 99.0)
            return first[0] * 1e3, first[1] * 1e3
        return _VAGUE[many]
    value = _figure(match["figure"]) + (0.5 if match["over"] else 0.0)
    for scale in (match["scale"], match["more"]):
        value *= _SCALES[scale.lower()] if scale else 1
    value = value / 100 if match["percent"] else value
    return value, value


def _figure(figure: str) -> float:
    if figure[0].isdigit():
        return float(figure.replace(",", ""))
    parts = [_small().get(word, 1.0) for word in re.split(r" and |-\s?|\s", figure.lower())]
    total = 0.0
    for part in parts:
        total = total * part if part in (12.0, 100.0, 1000.0) and total else total + part
    return total


def _bounded(line: str, match: re.Match[str], value: float) -> tuple[float, float]:
    before = _bounds().search(line[max(0, match.start() - 20) : match.start()])
    after = _AFTERWARDS.get((match["after"] or "").lower())
    if after is not None:
        return (value, inf) if after == ">" else (0.0, value) if after == "<" else _about(value)
    if before is None:
        return value, value
    if before["more"] or before["less"]:
        return (value, inf) if before["more"] else (0.0, value)
    return _about(value)[0], value if before["nearly"] else _about(value)[1]


_AFTERWARDS = {"-plus": ">", "+": ">", " or more": ">", " or fewer": "<", " or less": "<", "-odd": "~", " or so": "~"}
"""Bounds that stand behind their number."""


def _about(value: float) -> tuple[float, float]:
    return value * (1 - _ABOUT), value * (1 + _ABOUT)


def _span(line: str, before: Quantity, one: Quantity, match: re.Match[str]) -> Quantity | None:
    """Give the one range that two numbers make: "29 to 33 riders", "two to three million"; None where they make none.

    What stands only behind the second, a scale or "per cent", is the first one's too.
    """
    joint = line[before.end : one.start]
    opened = re.search(r"\b(?:between|from)\s+$", line[max(0, before.start - 10) : before.start], re.IGNORECASE)
    joined = re.fullmatch(r"\s?[-–]\s?|\s+(?:or|to)\s+", joint) or (opened and re.fullmatch(r"\s+and\s+", joint))
    alike = before.noun in ("", one.noun) or not one.noun
    if not joined or not (alike or opened or " to " not in joint):
        return None
    low = before.low
    told = line[before.start : before.end]
    if match["figure"] and (told[-1].isdigit() or told.lower() in _small()):
        figure = _figure(_SCALED.sub("", match["figure"]))
        low = low * one.low / figure if low < figure else low
    return Quantity(before.start, one.end, low, one.high, one.noun or before.noun) if low <= one.high else None


_SCALED = re.compile(r"(?:,000)+$|[- ](?:hundred|thousand|dozen)$", re.IGNORECASE)


def _noun(line: str, match: re.Match[str]) -> str:
    """Give what is counted: the currency, "percent", the first measure or plural after it, or else the last word."""
    if match["money"]:
        return _CURRENCY[match["money"]]
    if match["percent"] or match["part"] or match["parts"]:
        return "percent"
    noun = ""
    for word in _following(line, match.end()):
        if noun.lower() in _GROUPS and not _PLURAL.search(word):
            break
        empty = lemma(word) in grammar()
        low = word.lower()
        if low[0].isdigit() or low in _small() or (empty and low not in (_JOINING if noun else _PASSED)):
            break
        noun = noun if empty else word
        if lemma(word) in _measures() or (noun == word and _PLURAL.search(word) and word.lower() not in _GROUPS):
            break
    return noun


def _following(line: str, end: int) -> Iterator[str]:
    reached = end
    for found in islice(_AFTER.finditer(line, end), _UNIT_REACH + 1):
        if line[reached : found.start()] not in ("", " ", "-"):
            return
        yield found[0]
        reached = found.end()


@cache
def _measures() -> frozenset[str]:
    return frozenset(map(lemma, entries("measures.txt")))
