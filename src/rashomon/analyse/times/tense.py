"""The tense around a time expression, read off the verb that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Tense", "tense"]

Tense = Literal["past", "present", "future", "participle", ""]
"""A participle by itself is past ("announced in May") unless a preposition looks ahead ("closed until Friday")."""

_VERBS = frozenset({"VERB", "AUX"})
_FAR_UP = 8
"""Steps up the tree; further away the verb says nothing about the expression."""


def tense(doc: Doc, start: int, end: int, headline: bool = False) -> Tense:
    """Give the tense around the code points ``start`` to ``end`` of a parsed paragraph, or "" where nothing says.

    In a headline the present tense tells of the past and an infinitive of the future. A paragraph without a parse
    says nothing.
    """
    if not doc.has_annotation("DEP"):
        return ""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    token = span.root
    for _ in range(_FAR_UP):
        if token.pos_ in _VERBS and token not in span:
            return _of(token, headline)
        if token.pos_ == "ADJ" and token.lower_ in entries("time-prospects.txt"):
            return "future"
        if token.head.i == token.i:
            break
        token = token.head
    return ""


def _of(verb: Token, headline: bool) -> Tense:
    helpers = {child.lower_: child for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    perfect = bool(helpers.keys() & {"have", "has", "had", "'ve", "having"})
    if any(child.tag_ == "MD" for child in helpers.values()):
        return "past" if perfect else "future"
    if verb.tag_ == "VBN" and not perfect and verb.lemma_.lower() in entries("time-prospects.txt"):
        return "future"
    if perfect or helpers.keys() & {"was", "were", "did"}:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "participle"
    if any(child.lower_ == "to" for child in helpers.values()):
        return "future" if headline else _infinitive(verb)
    if verb.tag_ in {"VBZ", "VBP"} or helpers.keys() & {"is", "are", "am"}:
        if headline:
            return "past"
        return "future" if verb.lemma_.lower() in entries("time-schedules.txt") else "present"
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.head.pos_ in _VERBS:
        return _of(verb.head, headline)
    return ""


def _infinitive(verb: Token) -> Tense:
    """An infinitive looks ahead, except under a past verb that is done when it is ("managed to", "appeared to")."""
    head = verb.head
    if head.lemma_ == "be" and head.tag_ == "VBD":  # "was to open on Saturday": told from before or from after it
        return ""
    if verb.dep_ == "xcomp" and head.tag_ == "VBD" and head.lemma_.lower() in entries("time-achievements.txt"):
        return "past"
    return "future"
