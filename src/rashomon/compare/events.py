"""What a clause is about: its words in their plain forms, and the classes of events those belong to.

Two outlets seldom use the same word for a thing: one has a call, the next a conversation. ``data/event-classes.txt``
brings such words together. Plain forms come from suffix rules and a short list of irregular ones, which is all that
matching words within one story needs; they are keys, not dictionary entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.data import entries
from rashomon.text import plain

__all__ = ["Word", "classes", "grammar", "lemma", "words"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = (
    ("sses", "ss"),
    ("ies", "y"),
    ("ied", "y"),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("ly", ""),
)
_STEM = 3
"""Letters that must be left when an ending is taken off: "bed" and "sing" stay whole."""
_REACH = 3
"""Words that a phrase of ``event-classes.txt`` may spread over: "step down" stands in "stepped her down"."""


class Word(NamedTuple):
    """A word of a text: its plain form and its offsets (code points, half-open)."""

    lemma: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """Give the words of ``text`` in order, numbers among them, words of grammar too.

    >>> [word.lemma for word in words("She stepped down")]
    ['she', 'step', 'down']
    """
    return tuple([Word(lemma(found[0]), *found.span()) for found in _WORD.finditer(plain(text))])


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Give the plain form of ``word``: the same for "deny", "denies", "denied" and "denying".

    >>> lemma("Denied"), lemma("flew"), lemma("stories"), lemma("horse") == lemma("horses")
    ('deny', 'fly', 'story', True)
    """
    low = word.lower().replace(".", "")
    if low[:1].isdigit():
        return word.replace(",", "")
    low = _irregular().get(low, low)
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _STEM and not low.endswith(("ss", "us", "is")):
            low = low[: len(low) - len(ending)] + instead
            break
    if len(low) > _STEM and low[-1] == low[-2] and low[-1] not in "lse":
        low = low[:-1]
    short = low[:-1] if low.endswith("e") and len(low) > _STEM else low
    # "note" must not become "not": a word of grammar is nothing but itself
    return f"{short}e" if short in _function_words() and word.lower() not in _function_words() else short


def classes(found: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    """Give for each of the words the classes of events it, or a phrase that begins with it, belongs to.

    >>> classes(words("He resigned")), classes(words("stood aside"))[0]
    (((), ('RESIGN',)), ('RESIGN',))
    """
    single, phrases = _single(), _phrases()
    return tuple(
        tuple(dict.fromkeys(_at(found, number))) if word.lemma in phrases else single.get(word.lemma, ())
        for number, word in enumerate(found)
    )


def _at(found: Sequence[Word], number: int) -> Iterator[str]:
    yield from _single().get(found[number].lemma, ())
    following = [word.lemma for word in found[number + 1 : number + _REACH]]
    for rest, name in _phrases().get(found[number].lemma, ()):
        if rest == following[: len(rest)] or (len(rest) == 1 and rest[0] in following):
            yield name


@cache
def grammar() -> frozenset[str]:
    """Give the plain forms of the words that hold sentences together and tell nothing of an event."""
    return frozenset(map(lemma, (*entries("function-words.txt"), *entries("empty-words.txt"))))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(entries("function-words.txt"))


@cache
def _irregular() -> Mapping[str, str]:
    rows = [entry.split() for entry in entries("irregular-forms.txt")]
    return {form: row[0] for row in rows for form in row[1:]}


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each word or phrase of the file in plain forms, with its class."""
    rows = [entry.split(":", 1) for entry in entries("event-classes.txt")]
    return tuple((name, tuple(map(lemma, phrase.split("_")))) for name, phrases in rows for phrase in phrases.split())


@cache
def _single() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, phrase in _rows():
        if len(phrase) == 1 and name not in found.setdefault(phrase[0], []):
            found[phrase[0]].append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def _phrases() -> Mapping[str, tuple[tuple[list[str], str], ...]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name, phrase in _rows():
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append((list(phrase[1:]), name))
    return {word: tuple(names) for word, names in found.items()}
