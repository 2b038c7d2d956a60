"""What is known of names before any text is read: titles, roles, given names, bodies, countries.

The lists are the ``.txt`` files beside this module; each function loads one of them once. Every word comes back folded
(``fold``), so look-ups need the folded word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rashomon.data import entries

__all__ = [
    "Country",
    "Title",
    "acronyms",
    "bodies",
    "body_words",
    "countries",
    "fold",
    "given_gender",
    "given_names",
    "given_variants",
    "known_bodies",
    "people",
    "people_nouns",
    "place_words",
    "places",
    "roles",
    "seats",
    "speech_verbs",
    "thing_words",
    "things",
    "titles",
    "written_out",
]

_WOMENS = ("na", "ia", "nda", "ita", "tte", "yn", "nne")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


class Country(NamedTuple):
    """A country: its name as written; folded: other names, adjectives and peoples, seats of its government."""

    name: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


class Title(NamedTuple):
    """A title: the gender it tells (``"m"``, ``"f"`` or ``""``) and the rank written out (``""`` where it is none)."""

    gender: str
    rank: str


def fold(text: str) -> str:
    """Give ``text`` in lower case without accents, full stops and apostrophes; other marks become spaces.

    >>> fold("Lt. Gen. Éamonn O\u2019Shea-Łuk")
    'lt gen eamonn oshea luk'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = (
        char if char.isalnum() or char == "&" else " "
        for char in plain
        if not unicodedata.combining(char) and char not in ".'\u2019\u2018`\u00ad\u200b"
    )
    return " ".join("".join(kept).split())


def _rows(name: str) -> list[list[str]]:
    return [[cell.strip() for cell in entry.split("|")] for entry in entries(name)]


def _cell(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _several(cell: str) -> tuple[str, ...]:
    return tuple(folded for part in cell.split(",") if (folded := fold(part)))


@cache
def titles() -> Mapping[str, Title]:
    """Give the words that may stand before a name and belong to it, with what each tells."""
    return {fold(row[0]): Title(_cell(row, 1), fold(_cell(row, 2))) for row in _rows("titles.txt")}


@cache
def roles() -> Mapping[str, str]:
    """Give the nouns that say what a person is, each with the gender it tells (``""`` where it tells none)."""
    return {row[0]: _cell(row, 1) for row in _rows("roles.txt")}


@cache
def given_names() -> Mapping[str, str]:
    """Give known given names, each with the gender it is mostly given to: ``"m"``, ``"f"`` or ``"u"``."""
    return {fold(row[0]): _cell(row, 1) for row in _rows("given-names.txt")}


def given_gender(name: str) -> str:
    """Give the gender that the folded given name ``name`` tells, ``""`` where it tells none.

    A name that is not listed tells it by an ending that at least 97 in 100 of the listed names of one gender have.

    >>> given_gender("ines"), given_gender("orvanna"), given_gender("tarn")
    ('f', 'f', '')
    """
    listed = given_names().get(name, "")
    if listed:
        return listed if listed in {"m", "f"} else ""
    return "f" if name.endswith(_WOMENS) else ""


@cache
def given_variants() -> Mapping[str, frozenset[int]]:
    """Give for each given name the numbers of the lines it shares with its other forms."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(entries("given-variants.txt")):
        for name in _several(entry):
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def bodies() -> Mapping[str, frozenset[str]]:
    """Give the nouns for bodies of people, each with the words of a name that it answers to, itself included."""
    return {row[0]: frozenset({row[0], *_several(_cell(row, 1))}) for row in _rows("bodies.txt")}


@cache
def body_words() -> frozenset[str]:
    """Give words that make a name a body's name."""
    return frozenset().union(*bodies().values())


@cache
def known_bodies() -> frozenset[str]:
    """Give bodies known by a bare name."""
    return frozenset(map(fold, entries("known-bodies.txt")))


@cache
def acronyms() -> Mapping[str, tuple[str, ...]]:
    """Give acronyms as written, each with the full names it stands for."""
    return {row[0]: _several(_cell(row, 1)) for row in _rows("acronyms.txt")}


@cache
def written_out() -> Mapping[str, str]:
    """Give the full names of bodies and their acronyms, folded, each with its folded acronym."""
    return {name: fold(acronym) for acronym, full in acronyms().items() for name in (*full, fold(acronym))}


@cache
def places() -> frozenset[str]:
    """Give known regions, states and cities, and every country and capital."""
    found = {fold(entry) for entry in entries("places.txt")}
    for country in countries():
        found.update({fold(country.name), *country.others})
    found.update(fold(capital) for row in _rows("countries.txt") for capital in _cell(row, 3).split(",") if capital)
    return frozenset(found - {""})


@cache
def place_words() -> frozenset[str]:
    """Give words that make a name a place's name."""
    return frozenset(entries("place-words.txt"))


@cache
def thing_words() -> frozenset[str]:
    """Give words that make a capitalised phrase neither a person nor a body nor a place."""
    return frozenset(map(fold, entries("thing-words.txt")))


@cache
def people_nouns() -> frozenset[str]:
    """Give nouns for several people that are not the plural of a role."""
    return frozenset(entries("people-nouns.txt"))


@cache
def somebodies() -> frozenset[str]:
    """Give the nouns for people and bodies, all who can say something: roles, bodies, groups and unnamed sources."""
    return frozenset(entries("anonymous-sources.txt")) | people_nouns() | roles().keys() | bodies().keys()


@cache
def things() -> frozenset[str]:
    """Give nouns that end like people's ("letter") and are none."""
    return frozenset(entries("not-people.txt"))


@cache
def speech_verbs() -> frozenset[str]:
    """Give the lemmas of verbs that tell what somebody said or thought."""
    return frozenset(row[0] for row in _rows("cues.txt"))


@cache
def countries() -> tuple[Country, ...]:
    """Give the countries of the world."""
    return tuple(
        Country(row[0], _several(_cell(row, 1)), _several(_cell(row, 2)), _several(f"{_cell(row, 3)},{_cell(row, 4)}"))
        for row in _rows("countries.txt")
    )


@cache
def people() -> Mapping[str, str]:
    """Give the adjectives and peoples of countries ("russian", "russians"), each with its country's folded name."""
    return {word: fold(country.name) for country in countries() for word in country.adjectives}


@cache
def seats() -> Mapping[str, str]:
    """Give capitals and palaces that stand for a government, each with its country's folded name."""
    return {seat: fold(country.name) for country in countries() for seat in country.seats}
