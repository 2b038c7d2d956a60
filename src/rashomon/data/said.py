"""What a role noun's words say, and whether two say the same: "the Russian ambassador", "Moscow's ambassador"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import entries, lexicon
from rashomon.data.lexicon import fold

__all__ = ["DISTINCT", "Said", "definite", "described", "fits", "office_nouns", "said"]

_LINKS = frozenset({"of", "for", "to", "at", "in", "with", "from", "on"})
_EMPTY = _LINKS | frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "s", "and"),
        *(
            "then",
            "late",
            "new",
            "own",
            "said",
            "both",
            "all",
            "some",
            "other",
            "top",
            "who",
            "mr",
            "mrs",
            "ms",
        ),
    }
)
DISTINCT = frozenset(
    {
        *("vice", "deputy", "assistant", "associate", "acting", "former", "ex", "would", "elect", "interim", "junior"),
        *("under", "shadow", "first", "second", "third", "incoming", "outgoing", "designate"),
    }
)
"""Words that make another role of one: a vice president is no president."""
_NUMBERS = {
    word: str(i)
    for i, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")


@dataclass(frozen=True, slots=True)
class Said:
    """A role: the noun that heads it and all its telling words, folded; countries under one name each."""

    noun: str
    words: frozenset[str]


@lru_cache(maxsize=20_000)
def said(text: str) -> Said | None:
    """Read a role noun's phrase, or give None where it holds no telling word.

    >>> sorted(said("Moscow's former ambassador").words)
    ['ambassador', 'former', 'russia']
    """
    folded = fold(_POSSESSIVE.sub(" ", text)).replace("united states of america", "us").replace("united states", "us")
    words = [_country(word) for word in folded.replace("united kingdom", "uk").split()]
    stop = next((i for i, word in enumerate(words) if word in _LINKS and i), len(words))
    roles = lexicon.roles()
    heads = [word for word in words[:stop] if word in roles or _single(word) in roles] or words[:stop]
    telling = frozenset(_single(word) for word in words if word not in _EMPTY)
    return Said(_single(heads[-1]), telling) if heads and telling else None


@cache
def office_nouns(noun: str) -> frozenset[str]:
    """Give a role's noun with those that reports use for the same office.

    >>> "lawyer" in office_nouns("attorney")
    True
    """
    lines = ({word.strip() for word in line.split(",")} for line in entries("offices.txt"))
    return frozenset({noun}).union(*(line for line in lines if noun in line))


def described(text: str) -> str:
    """Give a role or a group as it is listed: on one line, without an article before it."""
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(text.split()), flags=re.IGNORECASE)


def definite(text: str) -> bool:
    """Tell whether the phrase speaks of somebody known: "the ...", "this ...", "Orsenia's ..."."""
    return bool(re.match(r"(?:the|this|that|these|those)\b", text, re.IGNORECASE) or _POSSESSIVE.search(text))


def fits(role: Said, known: Iterable[Said]) -> bool:
    """Tell whether ``role`` can be said of somebody of whom ``known`` is said.

    One of the known roles must have the same noun and say the same, more or less; a country that none of them has,
    where they have one, makes it another's.

    >>> spoken = [said("President"), said("Russia's president")]
    >>> [fits(said(text), spoken) for text in ("the president", "the vice president", "the Russian president")]
    [True, False, True]
    >>> fits(said("the Polish envoy"), [said("envoy"), said("Russian envoy")])
    False
    """
    same = [other for other in known if other.noun == role.noun and not (other.words ^ role.words) & DISTINCT]
    if not any(role.words <= other.words or other.words <= role.words for other in same):
        return False
    told = frozenset[str]().union(*(other.words for other in same))
    return not (_placed(role.words - told) and _placed(told))


def _placed(words: frozenset[str]) -> bool:
    places = lexicon.places()
    return any(word in places for word in words)


@lru_cache(maxsize=20_000)
def _single(word: str) -> str:
    roles = lexicon.roles()
    if word.endswith("s") and (word[:-1] in roles or word[:-1] in {"source", "group", "resident"}):
        return word[:-1]
    if word.endswith("men") and word[:-2] + "an" in roles:
        return word[:-2] + "an"
    return {"advisor": "adviser", "defense": "defence", "organization": "organisation"}.get(word, word)


def _country(word: str) -> str:
    return _NUMBERS.get(word) or lexicon.people().get(word) or lexicon.seats().get(word) or _names().get(word, word)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name: fold(country.name) for country in lexicon.countries() for name in country.others if " " not in name}
