"""Names as values: what a mention's words say of whom they name, and whether two names can name the same.

Everything here looks at names alone, never at where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.data import lexicon
from rashomon.data.lexicon import fold
from rashomon.model import EntityKind

__all__ = [
    "Named",
    "acronym_of",
    "alike",
    "begins",
    "body_key",
    "named",
    "part_of",
    "place_key",
    "same_person",
    "sound",
]

_SMALL = frozenset({"of", "the", "and", "for", "a", "an", "in", "on", "de", "du", "la", "&", "to", "at"})
_INSIDE = _SMALL | frozenset({"von", "van", "der", "den", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el"})
"""Words that stand inside names in small letters."""
_TRADES = frozenset(
    {
        *("airframer", "airline", "automaker", "brewer", "broadcaster", "carmaker", "carrier", "chipmaker", "company"),
        *(
            "drugmaker",
            "firm",
            "insurer",
            "lender",
            "maker",
            "manufacturer",
            "newspaper",
            "operator",
            "parent",
            "publisher",
        ),
        *("regulator", "retailer", "rival", "subsidiary", "watchdog"),
    }
)
"""Words that say what a body is and never belong to its name, when they stand before it ("Automaker Tarn")."""
_LEGAL = frozenset(
    {
        *("inc", "incorporated", "ltd", "limited", "plc", "corp", "corporation", "co", "company", "group", "nv", "sa"),
        *("ag", "llc", "llp", "gmbh", "holdings", "holding", "spa", "sas", "se", "bv", "ab", "oy", "as", "kk", "pty"),
    }
)
"""Words at the end of a company's name that say nothing about which company it is."""
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior", "qc", "kc", "mp", "phd", "md", "esq"})
_ALIKE = 0.85
"""Share of common letters from which two long surnames may be spellings of one. Calibrated on pairs made from lists of
transliterated names: spellings of one name stand above .86 in 19 of 20, different names of one length below .8."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention's words say: ``words`` folded and without titles, ``text`` the same as written."""

    kind: EntityKind
    words: tuple[str, ...]
    text: str
    gender: str = ""
    rank: str = ""


@lru_cache(maxsize=20_000)
def named(text: str, kind: EntityKind) -> Named:
    """Read a mention's words: cut off what is no name, and take titles and ranks for what they tell.

    >>> named("Lt. Gen. Ivo Tarn", "person")
    Named(kind='person', words=('ivo', 'tarn'), text='Ivo Tarn', gender='m', rank='lieutenant general')
    """
    parts = [part for part in _head(text).split() if fold(part)]
    while len(parts) > 1 and (fold(parts[0]) in {"the", "a", "an"} or (kind == "person" and parts[0][0].islower())):
        parts = parts[1:]
    parts = _after_description(parts)
    while parts and parts[-1].endswith(("'s", "’s")) and len(parts[-1]) > 2:
        parts[-1] = parts[-1][:-2]
    gender = ""
    ranks: list[str] = []
    if kind == "person":
        parts = _without_role(parts)
        titles = lexicon.titles()
        while len(parts) > 2 and len(parts[0]) > 3 and parts[0].isupper() and not parts[1].isupper():
            parts = parts[1:]  # "TYCOON Leonor Vasquin"
        while len(parts) > 1 and fold(parts[0]) in titles:
            title = titles[fold(parts[0])]
            gender, ranks = gender or title.gender, [*ranks, *([title.rank] if title.rank else [])]
            parts = parts[1:]
        while len(parts) > 1 and fold(parts[-1]) in _GENERATIONS:
            parts = parts[:-1]
        gender = gender or (lexicon.given_gender(fold(parts[0])) if len(parts) > 1 else "")
    words = tuple(word for part in parts for word in fold(part).split())
    written = " ".join(parts).strip(",;:'\"“”‘’()")
    written = written if re.search(r"\b\w\.$", written) else written.rstrip(".")
    return Named(kind, words, written, gender, " ".join(ranks))


def _head(text: str) -> str:
    """Give what stands before a bracket or a comma, where anything does."""
    return text.lstrip(" ([").replace("\n", " ").split("(")[0].split(",")[0].strip(")]")


def _after_description(parts: list[str]) -> list[str]:
    """Drop a description before the name ("the ferry company Tarn Lines"): its last word in small letters ends it."""
    last = max((i for i, part in enumerate(parts[:-1]) if part[0].islower() and fold(part) not in _INSIDE), default=-1)
    parts = parts[last + 1 :]
    while len(parts) > 1 and (fold(parts[0]) in _TRADES or _owner(parts[0])):
        parts = parts[1:]
    return parts


def _owner(part: str) -> bool:
    """Tell whether a word is a country's possessive: "Orsenia's" is none unless the list has Orsenia."""
    return part.endswith(("'s", "’s")) and fold(part[:-2]) in lexicon.places()


def _without_role(parts: list[str]) -> list[str]:
    """Drop a role written before the name ("Orrin Council Leader Ines Carrow")."""
    roles, given = lexicon.roles(), lexicon.given_names()
    last = max((i for i, part in enumerate(parts[:-1]) if fold(part) in roles), default=-1)
    return parts[last + 1 :] if last >= 0 and fold(parts[0]) not in given else parts


# People --------------------------------------------------------------------------------------------------------------


_SPELLINGS = tuple(pair.split(">") for pair in ("ck>k", "kh>h", "ph>f", "ts>z", "tz>z", "w>v", "y>i", "j>i", "x>ks"))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Fold the spellings that transliterations of one name differ in.

    >>> sound("sergey") == sound("sergei")
    True
    """
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return "".join(char for i, char in enumerate(word) if i == 0 or char != word[i - 1])


def alike(one: str, other: str) -> bool:
    """Tell whether two folded surnames can be spellings of one.

    >>> alike("kovalenko", "kowalenko"), alike("tarn", "tarr")
    (True, False)
    """
    if one == other or sound(one) == sound(other):
        return True
    if min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other) >= _ALIKE and abs(len(one) - len(other)) <= 2


def _given_alike(one: str, other: str) -> bool:
    if one == other or sound(one) == sound(other):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    variants = lexicon.given_variants()
    if variants.get(one, frozenset()) & variants.get(other, frozenset()):
        return True
    known = lexicon.given_names()
    return not (one in known and other in known) and alike(one, other)


def same_person(one: Named, other: Named) -> bool:
    """Tell whether two full names can name one person: surnames spelled alike and given names that agree.

    >>> a, b, c = (named(text, "person") for text in ("Sergei Dolan", "Sergey Dolan", "Mary Dolan"))
    >>> same_person(a, b), same_person(a, c)
    (True, False)
    """
    if {one.gender, other.gender} == {"m", "f"}:
        return False
    a, b = one.words, other.words
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) >= 2 and (longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter):
        return True
    if not alike(a[-1], b[-1]):
        return False
    few, many = shorter[:-1], list(longer[:-1])
    for word in few:
        at = next((i for i, candidate in enumerate(many) if _given_alike(word, candidate)), None)
        if at is None:
            return False
        many = many[at + 1 :]
    return True


def part_of(short: Named, full: Named) -> bool:
    """Tell whether a bare name can be short for a full one: a surname, or the last words of one; a given name alone."""
    if {short.gender, full.gender} == {"m", "f"}:
        return False
    n = len(short.words)
    if n >= len(full.words):
        return False
    if full.kind == "person":
        tail = full.words[-n:]
        return tail == short.words or (n == 1 and (alike(short.words[0], tail[0]) or short.words[0] == full.words[0]))
    return _short_body(short.words, full.words)


# Bodies and places ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def body_key(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the telling words of a body's name, and the countries named in it.

    >>> body_key(("ministry", "of", "foreign", "affairs")) == body_key(("foreign", "ministry"))
    True
    """
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept = kept[:-1]
    countries, telling = set(), []
    joined = " ".join(kept)
    for name, country in _country_names():
        before, after = joined.startswith(f"{name} "), joined.endswith((f" of {name}", f" of the {name}"))
        if before or after:
            joined = joined[len(name) + 1 :] if before else joined[: joined.rindex(" of ")]
            countries.add(country)
    for word in joined.split():
        if word not in _SMALL and word != "affairs":
            single = word[:-1] if word.endswith("s") and word[:-1] in lexicon.body_words() else word
            telling.append({"department": "ministry", "defense": "defence"}.get(single, single))
    return frozenset(telling) or frozenset(words), frozenset(countries)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Give every name of a country with its first one, folded."""
    return {name: fold(one.name) for one in lexicon.countries() for name in (fold(one.name), *one.others)}


@lru_cache(maxsize=1)
def _country_names() -> tuple[tuple[str, str], ...]:
    """Give the names, adjectives and peoples of countries, longest first, each with its country."""
    return tuple(sorted({**_countries(), **lexicon.people()}.items(), key=lambda pair: -len(pair[0])))


def _short_body(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether ``short`` can stand for the body ``full``: "Tarn" for "Tarn Motor", "Post" for "Orrin Post"."""
    kinds = lexicon.body_words() | _LEGAL
    if full[: len(short)] == short and " ".join(short) not in lexicon.places() and short[-1] not in _SMALL:
        return all(word in kinds or word in _SMALL for word in full[len(short) :])
    if full[-len(short) :] == short:  # "the Post", "the Land Trust"
        return short[-1] in kinds and short[0] not in _LEGAL
    return False


def begins(short: Named, full: Named) -> bool:
    """Tell whether a body's one-word name is the first word of a longer one: "Northrop" of "Northrop Grumman".

    On names alone it is a guess; the reader is told by the order in which an article uses them.
    """
    word, rest = short.words[0], full.words[1:]
    if len(short.words) != 1 or full.words[0] != word or not rest or word in lexicon.places() | lexicon.people().keys():
        return False
    return word not in lexicon.body_words() and not any(other in lexicon.places() for other in rest)


def acronym_of(short: Named, full: Named) -> bool:
    """Tell whether the one word of ``short``, written in capitals, is made of the initials of ``full``.

    >>> acronym_of(named("OHA", "organisation"), named("Orrin Harbour Authority", "organisation"))
    True
    """
    if len(short.words) != 1 or len(full.words) < 2 or not short.text.replace(".", "").replace("&", "").isupper():
        return False
    letters = short.words[0].replace("&", "")
    legal = full.words[:-1] if full.words[-1] in _LEGAL else full.words
    shapes = set()
    for words in (full.words, legal):
        shapes |= {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}
    return len(letters) > 1 and letters in shapes


_WHOLE = ("republic of ", "kingdom of ", "state of ", "city of ", "port of ", "town of ", "greater ", "central ")


@lru_cache(maxsize=20_000)
def place_key(words: tuple[str, ...]) -> str:
    """Give one key for all names of a place: "US", "the United States"; "Republic of X", "X".

    >>> place_key(("us",)), place_key(("republic", "of", "orsenia"))
    ('united states', 'orsenia')
    """
    joined = " ".join(words)
    country = _countries().get(joined)
    if country is not None:
        return country
    for start in _WHOLE:
        if joined.startswith(start) and len(joined) > len(start) + 2:
            return joined[len(start) :]
    return joined
