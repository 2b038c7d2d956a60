"""Phrases by which somebody takes a stand without a verb of saying: "would have none of it", "did not return calls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import Range
from rashomon.analyse.cues import Cue
from rashomon.analyse.relation import Relation, cleaned
from rashomon.analyse.syntax import child, subject, text_of, trimmed
from rashomon.analyse.verbal import antecedent, source_range
from rashomon.data import entries, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["IDIOM", "idiomatic"]

IDIOM = "idiom"
"""The class of a phrase: it has its stance in itself, whatever is negated in it."""


@cache
def _phrases() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    rows = (line.split(" | ", 1) for line in entries("idioms.txt"))
    return tuple(
        (Cue(IDIOM, IDIOM, stance, frozenset(), frozenset()), re.compile(pattern, re.IGNORECASE))  # type: ignore[arg-type]
        for stance, pattern in rows
    )


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _phrases()), re.IGNORECASE)


def idiomatic(verb: Token) -> Iterator[Relation]:
    """Read a phrase of ``idioms.txt`` at ``verb`` with who takes the stand; nothing where nobody can speak there."""
    doc, text = verb.doc, text_of(verb.doc)
    first = cues.group(verb)[0]
    while first > verb.sent.start and doc[first - 1].head.i == verb.i and doc[first - 1].dep_ in _BESIDE:
        first -= 1
    starts = [word.idx for word in doc[first : verb.i + 1]]
    start = next((at for at in starts if _heads().match(text, at)), None)
    if start is None:
        return
    source = child(verb, "nsubjpass") or subject(verb)
    if source is None or source.i > verb.i or not _speaks(antecedent(source, verb)):
        return
    entry, end = next((cue, found.end()) for cue, phrase in _phrases() if (found := phrase.match(text, start)))
    named = source_range(source, verb)
    cue = trimmed(text, doc[first].idx, end)
    stop = _stop(verb, end)
    contents = cleaned(text, [(end, stop)], [cue]) if _told(verb.doc, end, stop) else ()
    if not contents:
        split = verb.idx if verb.i > first else verb.idx + len(verb.text)
        cue, contents = (cue[0], len(text[:split].rstrip())), cleaned(text, [(split, end)], [])
    if contents:
        yield Relation(verb.i, cue, entry, contents, named, antecedent(source, verb).i)


_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "preconj", "cc"})
"""What stands before a verb and is part of its phrase: "would neither confirm"."""


def _told(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether anything but a time stands from ``start`` to ``stop``."""
    words = doc.char_span(start, stop, alignment_mode="contract") or ()
    return any(word.pos_ in _TELLING and word.ent_type_ not in ("DATE", "TIME") for word in words)


_TELLING = frozenset({"ADJ", "NOUN", "NUM", "PRON", "PROPN", "VERB", "AUX"})
_BREAK = re.compile(r"[;:]|,\s(?:and|but|while|though|as|who|which|when)\b|\s(?:but|while)\s")


def _stop(verb: Token, start: int) -> int:
    """Give where the clause of ``verb`` ends that goes on at ``start``: at its last word, or where another begins."""
    last = verb.right_edge
    end: Range = (start, max(start, last.idx + len(last.text)))
    broken = _BREAK.search(text_of(verb.doc), *end)
    return broken.start() if broken else end[1]


def _speaks(source: Token) -> bool:
    """Tell whether the words of a source can mean a person or a body."""
    if source.pos_ == "PROPN":
        return True
    if source.pos_ == "PRON":
        return source.lower_ in _PEOPLE
    return source.lemma_.lower() in lexicon.somebodies() or source.ent_type_ in _NAMED


_NAMED = frozenset({"PERSON", "ORG", "NORP"})
_PEOPLE = frozenset({"he", "she", "they", "we", "i", "both", "neither", "others", "some", "several"})
