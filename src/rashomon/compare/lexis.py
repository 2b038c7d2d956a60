"""The words by which news names one kind of thing, softer, plain or harsher, and the words that judge a noun.

The kinds are ``data/wordings.txt``, the words that judge ``data/loaded-modifiers.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Protocol

from rashomon.compare.events import words
from rashomon.data import entries

__all__ = ["Entry", "Toned", "contrasted", "differ", "entries_of", "judges", "sided", "sizes"]


class Toned(Protocol):
    """What names a ``kind`` of thing in a ``tone``: -1 where softer, 1 where harsher than others, else 0.

    A ``vague`` word names the thing only beside another: it is a name of much else.
    """

    @property
    def kind(self) -> str:
        """The kind of thing."""

    @property
    def tone(self) -> int:
        """How it names it."""

    @property
    def vague(self) -> bool:
        """Whether it does so only beside another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase as a name of one kind of thing: its base form, ``noun`` where it is one as a noun only."""

    kind: str
    key: str
    tone: int
    vague: bool
    noun: bool


def differ(one: Toned, other: Toned) -> bool:
    """Tell two names of a kind that differ in tone, of which at least one takes a side by itself."""
    return one.kind == other.kind and one.tone != other.tone and any(w.tone and not w.vague for w in (one, other))


def contrasted(descriptions: Sequence[str]) -> bool:
    """Tell whether descriptions of one person or body differ in view.

    They do where one has a word that judges and another has none, or where their words differ in tone.

    >>> contrasted(["the firebrand leader", "the leader"]), contrasted(["the leader", "the secretary"])
    (True, False)
    """
    small = [_small(text) for text in descriptions]
    judging = [any(map(judges, one)) for one in small]
    sides = [entry for word in sorted({word for one in small for word in one}) for entry in entries_of((word,))]
    return (any(judging) and not all(judging)) or any(differ(a, b) for a, b in combinations(sides, 2))


def sided(description: str) -> bool:
    """Tell whether a description has a word that takes a side by itself.

    >>> sided("the firebrand leader"), sided("the harbour master")
    (True, False)
    """
    small = _small(description)
    return any(judges(word) or any(e.tone and not e.vague for e in entries_of((word,))) for word in small)


def _small(text: str) -> list[str]:
    return [text[word.start : word.end].lower() for word in words(text)]


def judges(word: str) -> bool:
    """Tell whether ``word``, in small letters, says what to think of the noun it stands before.

    >>> judges("so-called"), judges("scandal-hit"), judges("wooden")
    (True, True, False)
    """
    whole, endings = _loaded()
    return word in whole or word.endswith(endings)


def entries_of(form: Sequence[str]) -> tuple[Entry, ...]:
    """Give what a word or phrase, in small letters, is a name of.

    >>> [entry.key for entry in entries_of(("kicked", "the", "can")) if entry.kind == "DELAY"]
    ['kick the can']
    """
    return _forms_of_all().get(tuple(form), ())


def sizes(word: str) -> tuple[int, ...]:
    """Give how many words the names have that begin with ``word``, in small letters, the most first.

    >>> 3 in sizes("kicked"), sizes("of")
    (True, ())
    """
    return _sizes().get(word, ())


@cache
def _sizes() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for form in _forms_of_all():
        found.setdefault(form[0], set()).add(len(form))
    return {word: tuple(sorted(several, reverse=True)) for word, several in found.items()}


@cache
def _loaded() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the words that judge, and the endings of those that are made for the day ("scandal-hit")."""
    listed = entries("loaded-modifiers.txt")
    return frozenset(listed), tuple(one for one in listed if one.startswith("-"))


@cache
def _forms_of_all() -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
    """Give for each form of a word or phrase what it is a name of; of two tones in one kind the first holds."""
    found: dict[tuple[str, ...], dict[str, Entry]] = {}
    for row in entries("wordings.txt"):
        kind, tones = row.split(":", 1)
        for tone, listed in enumerate(tones.split("|"), -1):
            for phrase in listed.split():
                word = phrase.removeprefix("~").removesuffix("/n").replace("_", " ")
                entry = Entry(kind, word, tone, phrase.startswith("~"), phrase.endswith("/n"))
                for form in _phrase_forms(word.split(), entry.noun):
                    found.setdefault(form, {}).setdefault(kind, entry)
    return {form: tuple(by_kind.values()) for form, by_kind in found.items()}


def _phrase_forms(parts: Sequence[str], noun: bool) -> Iterator[tuple[str, ...]]:
    """Yield a phrase with its first or its last word in every form: "falls apart", "job losses"."""
    forms = _plurals if noun else _forms
    yield from ((form, *parts[1:]) for form in forms(parts[0]))
    if len(parts) > 1:
        yield from ((*parts[:-1], form) for form in forms(parts[-1]))


def _plurals(word: str) -> Iterator[str]:
    yield from (word, f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{word}s")
    if word.endswith("y"):
        yield f"{word[:-1]}ies"


def _forms(word: str) -> Iterator[str]:
    """Yield ``word`` with the endings of nouns and verbs, those that it can have and some that it cannot.

    >>> {"robbed", "robs"} <= {*_forms("rob")}, "stories" in _forms("story"), "fled" in _forms("flee")
    (True, True, True)
    """
    yield from _plurals(word)
    yield from (f"{word}ed", f"{word}ing")
    yield from _irregular().get(word, ())
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    if word.endswith("y"):
        yield f"{word[:-1]}ied"
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    rows = [row.split() for row in entries("irregular-forms.txt")]
    return {row[0]: tuple(row[1:]) for row in rows}
