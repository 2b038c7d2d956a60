"""Cues that are two things: who dismissed a claim took a stance, who dismissed two clerks did something to them.

What is done to tells which it is. Only the words of ``data/deeds.txt`` are asked about.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.data import entries, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["deed"]

_SOMEBODY = frozenset({"he", "she", "him", "her", "who", "whom", "me", "us", "you", "i", "we", "himself", "herself"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_NAMED = frozenset({"PERSON", "ORG", "NORP"})
_PLACED = frozenset({"GPE", "LOC", "FAC"})


def deed(verb: Token, word: str) -> bool:
    """Tell whether the cue ``word`` is what somebody did here, no answer to anything: "was questioned by police"."""
    kinds = _kinds().get(word)
    if kinds is None or _told_as(verb) or any(c.dep_ in ("ccomp", "xcomp", "neg") for c in verb.children):
        return False
    object_ = _done_to(verb)
    if object_ is None:
        return False
    if "given" in kinds and _withheld(verb, object_):
        return True
    if "put" in kinds and object_.lemma_.lower() in entries("proposals.txt"):
        return True
    if "place" in kinds and object_.ent_type_ in _PLACED:
        return True
    if _said(object_):
        return False
    if "number" in kinds and any(c.dep_ == "nummod" for c in object_.children):
        return True
    if "unsaid" in kinds and object_.pos_ in ("NOUN", "PROPN"):
        return True
    return _somebody(object_) and ("people" in kinds or ("named" in kinds and object_.pos_ in ("PROPN", "PRON")))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows = (line.split(" | ") for line in entries("deeds.txt"))
    return {word: frozenset(kinds.split()) for word, kinds in rows}


def _told_as(verb: Token) -> bool:
    """Tell whether the object is called something: "dismissed him as a crank", not "dismissed him as coach"."""
    taken = (c for part in verb.children if part.dep_ == "prep" and part.lower_ == "as" for c in part.children)
    return any(c.dep_ != "pobj" or any(True for _ in c.children) for c in taken)


def _done_to(verb: Token) -> Token | None:
    """Give the word for what is done to: the object, or who or what a passive is about."""
    labels = {c.dep_: c for c in verb.children}
    found = labels.get("dobj") or labels.get("obj") or labels.get("nsubjpass")
    head = verb.head
    if found is None and verb.tag_ == "VBN" and head.i != verb.i and not {"aux", "auxpass"} & labels.keys():
        if verb.dep_ == "acl":
            return head  # "a clerk dismissed by the bank"
        told = {c.dep_: c for c in head.children}
        if verb.dep_ in ("conj", "advcl"):  # "was arrested and questioned", "dismissed in May, she"
            found = told.get("nsubjpass") or (told.get("nsubj") if verb.dep_ == "advcl" else None)
    if found is not None and found.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return head
    return found


def _withheld(verb: Token, object_: Token) -> bool:
    """Tell whether something is given to somebody or kept from them: "refused the firm a loan", "was denied bail"."""
    labels = {c.dep_ for c in verb.children}
    if "dobj" in labels and labels & {"dative", "nsubjpass"} and not _said(object_):
        return True
    return object_.lemma_.lower() in entries("granted.txt")


def _said(word: Token) -> bool:
    return word.lemma_.lower() in _sayings()


@cache
def _sayings() -> frozenset[str]:
    nouns = (line.split(" | ")[0] for line in entries("cue-nouns.txt"))
    lists = (entries(name) for name in ("told-nouns.txt", "charge-nouns.txt", "asked-of.txt", "said-things.txt"))
    return frozenset(nouns).union(*lists)


def _somebody(word: Token) -> bool:
    """Tell whether a word names or describes a person or a body."""
    if word.pos_ == "PRON":
        return word.lower_ in _SOMEBODY
    if word.pos_ == "PROPN" and word.ent_type_ in _NAMED:
        return True
    return word.lemma_.lower() in lexicon.somebodies()
