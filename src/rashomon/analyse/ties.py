"""Role nouns that grammar ties to a name: before it, in apposition to it, or said of it by a copula."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.analyse.words import NAMED, Words
from rashomon.data import entries
from rashomon.model import Mention

__all__ = ["Place", "placed", "ties"]

_COPULAS = frozenset({"be", "become", "remain"})
_NAMINGS = frozenset(["name", "appoint", "elect", "install", "serve", "act", "work", "nominate", "promote"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its paragraph, its words (``first`` to ``end``), the word that heads it, its sentence.

    ``sentence`` counts through the whole article; ``quoted`` tells whether it stands between quotation marks.
    """

    mention: Mention
    view: Words
    first: int
    end: int
    head: int
    sentence: int
    quoted: bool


def placed(article: Sequence[Words], mentions: Sequence[Mention]) -> list[Place]:
    """Give the places of ``mentions``, in their order; those outside the article's paragraphs are left out."""
    starts = [view.paragraph.start for view in article]
    before = [0]
    for view in article:
        before.append(before[-1] + (view.sentence[-1] + 1 if len(view) else 0))
    quoted = [_quoted(view) for view in article]
    found = []
    for mention in mentions:
        number = bisect_right(starts, mention.span.start) - 1
        if number < 0:
            continue
        view, start = article[number], mention.span.start - starts[number]
        first = bisect_right(view.start, start) - 1
        end = bisect_right(view.start, mention.span.end - starts[number] - 1)
        if first < 0 or first >= end:
            continue
        outside = [i for i in range(first, end) if not first <= view.head[i] < end or view.head[i] == i]
        head = outside[-1] if outside else end - 1
        sentence = before[number] + view.sentence[first]
        found.append(Place(mention, view, first, end, head, sentence, quoted[number][first]))
    return found


def _quoted(view: Words) -> list[bool]:
    inside, found = False, []
    for word in view.text:
        inside ^= word in {'"', "''", "``"}
        found.append(inside)
    return found


def ties(places: Sequence[Place]) -> dict[Mention, Mention]:
    """Give each role of a person or a body that grammar ties to a name, with that name's mention."""
    by_word = {
        (id(place.view), i): place
        for place in places
        if place.mention.form == "name" and place.mention.kind in {"person", "organisation"}
        for i in range(place.first, place.end)
    }
    found = {}
    for place in places:
        if place.mention.form == "role" and place.mention.kind != "group":
            for view_word in _tied_words(place):
                name = by_word.get((id(place.view), view_word))
                if name is not None and _may_have(place, name) and not _apart(place, name):
                    found[place.mention] = name.mention
                    break
    return found


def _may_have(role: Place, name: Place) -> bool:
    """Tell whether a role of its kind may be said of the named: contractors are people, or companies."""
    if name.mention.kind == role.mention.kind:
        return True
    return name.mention.kind == "organisation" and role.view.folded[role.head] in entries("either.txt")


def _apart(role: Place, name: Place) -> bool:
    """Tell whether the name only describes the role: "Carrow's deputy", unlike "the Orrin Gazette newspaper"."""
    inside = role.first <= name.first and name.end <= role.end
    return inside and not (role.mention.kind == "organisation" and name.end == role.head)


def _tied_words(role: Place) -> Iterator[int]:
    view, head = role.view, role.head
    if role.mention.kind == "organisation" and head > role.first:
        yield head - 1
    if role.end < len(view):
        yield from _beside(role)
    if view.dep[head] == "appos":
        yield view.head[head]
    yield from (
        i for i in range(role.end, min(role.end + 8, len(view))) if view.dep[i] == "appos" and view.head[i] == head
    )
    if view.dep[head] in {"attr", "oprd"} and view.lemma[view.head[head]] in _COPULAS | _NAMINGS:
        yield from _subjects(view, view.head[head])
    elif view.dep[head] == "pobj" and view.folded[view.head[head]] == "as":
        verb = view.head[view.head[head]]
        if view.lemma[verb] in _NAMINGS:
            yield from _subjects(view, verb)


def _beside(role: Place) -> Iterator[int]:
    """Give the word of a name that stands right after the role, or that the role follows after a comma."""
    view, first, end = role.view, role.first, role.end
    if view.capital(end) and view.pos[end] == "PROPN":
        yield end
    after = view.text[end]
    if after == "," and _set_off(view, end + 1):
        yield end + 1
    if after in NAMED and end + 1 < len(view):
        yield end + 1  # "a coalition called Clean Water"
    if (
        first > 1
        and view.text[first - 1] == ","
        and after in {",", ".", ";", ")", "-", "–", "—"}
        and not _argument(view, role.head)
    ):
        yield first - 2


def _set_off(view: Words, first: int) -> bool:
    """Tell whether a full name that begins at ``first`` is set off by marks: "a captain here, *Ivo Tarn*, said"."""
    end = first
    while end < len(view) and view.capital(end) and view.pos[end] == "PROPN":
        end += 1
    return end > first + 1 and end < len(view) and view.text[end] in {",", ".", ";", ")", "-", "–", "—"}


def _argument(view: Words, i: int) -> bool:
    return view.dep[i] in {"nsubj", "nsubjpass", "conj", "dobj"}


def _subjects(view: Words, verb: int) -> Iterator[int]:
    window = range(max(0, verb - 30), min(verb + 30, len(view)))
    if any(view.head[i] == verb and view.dep[i] == "neg" for i in window):
        return
    yield from (i for i in window if view.head[i] == verb and view.dep[i] in {"nsubj", "nsubjpass"})
