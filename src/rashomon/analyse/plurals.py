"""What a "they" that speaks means where it is nobody: documents, or several things that have been spoken of."""

from __future__ import annotations

from rashomon.analyse.ties import Place
from rashomon.analyse.words import Words
from rashomon.data import entries
from rashomon.model import Span

__all__ = ["papers", "several"]

_BACK = 2
"""Sentences back in its paragraph that a "they" looks for a plural subject, where it means nobody else."""
_RECORDS = frozenset({"document", "minute", "minutes", "paper", "record"})
"""Documents that tell what they hold without being anybody's statement."""
_BEFORE_NOUN = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})


def papers(place: Place) -> Span | None:
    """Give the documents that the sentence before a "they" that speaks is about: "The minutes record ... They say".

    They are its main subject; the nearest one decides.
    """
    view, records = place.view, {*entries("documents.txt"), *_RECORDS}
    for i in range(place.first - 1, -1, -1) if view.folded[place.head] == "they" else ():
        back = view.sentence[place.first] - view.sentence[i]
        if back > 1:
            return None
        if back and view.dep[i] in {"nsubj", "nsubjpass"} and view.dep[view.head[i]] == "ROOT":
            many = view.pos[i] == "NOUN" and view.folded[i] != view.lemma[i]
            return _phrase(view, i) if many and {view.folded[i], view.lemma[i]} & records else None
    return None


def _phrase(view: Words, i: int) -> Span:
    """Give noun ``i`` with the words before it that belong to it."""
    first = i
    while first and view.head[first - 1] == i and view.pos[first - 1] in _BEFORE_NOUN:
        first -= 1
    return view.span(first, i + 1)


def several(place: Place) -> Span | None:
    """Give the last plural subject before a "they" that speaks and means nobody known: "The sheets ... They show"."""
    view = place.view
    for i in range(place.first - 1, -1, -1) if view.folded[place.head] == "they" else ():
        if view.sentence[place.first] - view.sentence[i] > _BACK:
            return None
        plural = view.pos[i] == "NOUN" and view.folded[i] != view.lemma[i]
        if plural and view.dep[i] in {"nsubj", "nsubjpass"} and view.head[i] != view.head[place.head]:
            return _phrase(view, i)
    return None
