"""What a source's words say of it: whether it is anonymous, how many it counts, whom it speaks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.data import entries, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["anonymity", "just_named", "principal"]


@cache
def _numbers() -> dict[str, int]:
    return {word: int(value) for word, value in (line.split() for line in entries("number-words.txt"))}


def anonymity(doc: Doc, head: int) -> tuple[bool, int | None]:
    """Tell whether the noun phrase headed by token ``head`` names nobody, and its count where it gives one.

    A person without a name ("an official", "nine former and current officials", "people familiar with the matter") is
    anonymous; a role with a definite article ("the spokesman") points to somebody and is not. Nobody guesses names.
    """
    token = doc[head]
    if token.pos_ == "PRON":
        return token.lower_ in ("some", "many", "others", "several", "few", "someone", "somebody", "one", "two"), None
    if token.pos_ != "NOUN" or token.ent_type_ in ("PERSON", "ORG", "GPE"):
        return False, None
    counted = _counted(token)
    if counted is not None:
        return anonymity(doc, counted.i)[0], None  # "hundreds of residents"
    determiner = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    count = _count(number) if number is not None else (1 if determiner in ("a", "an", "another") else None)
    named = any(c.pos_ == "PROPN" and c.dep_ in ("appos", "compound", "nmod") for c in token.children)
    owned = any(c.dep_ == "poss" for c in token.children)
    plural = token.tag_ == "NNS"
    personal = token.lemma_.lower() in entries("anonymous-sources.txt")
    anonymous = personal and not named and not owned and (determiner in ("a", "an", "another", "one", "some") or plural)
    return anonymous, count if anonymous else None


def _counted(token: Token) -> Token | None:
    """Give the noun of "hundreds of residents", "a handful of dockers"."""
    if token.lemma_.lower() not in _MANY:
        return None
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


_MANY = frozenset(
    {"couple", "dozen", "handful", "hundred", "majority", "million", "number", "score", "ten", "thousand", "trio"}
)


def _count(number: Token) -> int | None:
    word = number.lower_.replace(",", "")
    if word.isdecimal():  # "4²" is digits and no number
        return int(word)
    known = _numbers()
    value = known.get(word)
    if value is None:
        return None
    times = next((known.get(c.lower_, 1) for c in number.children if c.dep_ in ("compound", "nummod")), 1)
    return value * times


def _body(noun: Token) -> bool:
    """Tell whether a plain noun says which body: "a police spokesman", not "a company spokesman"."""
    return noun.pos_ == "NOUN" and noun.lower_ in lexicon.bodies() and noun.lower_ not in _ANY_BODY


_ANY_BODY = frozenset({"company", "firm", "group", "party", "office", "team", "organisation", "organization", "agency"})


def principal(doc: Doc, head: int) -> tuple[int, int] | None:
    """Give the token range of whom a spokesperson speaks for, or None.

    Reads "the ministry's spokesman", "a spokesman for the embassy", "transition spokesman Ada Lund", and the same as an
    apposition ("Ada Lund, a spokeswoman for the ministry").
    """
    words = {*entries("spokespeople.txt"), *entries("mouthpieces.txt")}
    token = doc[head]
    for role in [token, *(t for t in token.subtree if t.dep_ in ("appos", "compound", "nmod") and t.i != token.i)]:
        if role.lower_ not in words:
            continue
        for part in role.children:
            if part.dep_ == "poss" and (role.lower_ not in entries("spokespeople.txt") or part.pos_ != "PRON"):
                return part.left_edge.i, part.i + 1
            if part.dep_ == "prep" and part.lower_ in ("for", "of", "to"):
                pobj = next((c for c in part.children if c.dep_ == "pobj"), None)
                if pobj is not None:
                    return pobj.left_edge.i, pobj.right_edge.i + 1 if pobj.right_edge.i - pobj.i < 6 else pobj.i + 1
        first = role.i
        while (
            first > 0
            and doc[first - 1].pos_ in ("PROPN", "ADJ", "NOUN")
            and doc[first - 1].dep_ in ("compound", "amod", "nmod", "poss")
        ):
            first -= 1
        if (
            first < role.i
            and doc[role.i - 1].lower_ not in words
            and any(t.pos_ == "PROPN" or _body(t) for t in doc[first : role.i])
        ):
            stop = role.i - 1 if doc[role.i - 1].lower_ in ("press", "media", "chief", "official") else role.i
            if stop > first:
                return first, stop
    return None


_BACK = 3
"""Sentences back in its paragraph that "a spokesman" looks for whose he is."""


def just_named(doc: Doc, head: int) -> tuple[int, int] | None:
    """Give the tokens of whom a bare "a spokeswoman" or "a spokesman, Ivo Tarn" speaks for, or None.

    Told of nobody's, she is that of the body the sentences before are about, else of the person the last is about.
    """
    token = doc[head]
    speaks = [t for t in (token, *token.children) if t.lower_ in entries("spokespeople.txt")]
    bare = bool(speaks) and speaks[0].lower_.startswith("spokes") and speaks[0].left_edge.lower_ in ("a", "an")
    if not bare or speaks[0].i - speaks[0].left_edge.i > 1:
        return None
    before = [s for s in doc.sents if s.end <= token.i][-_BACK:]
    subjects = [next((c for c in s.root.children if c.dep_ in ("nsubj", "nsubjpass")), None) for s in before]
    bodies = [t for t in subjects if t is not None and t.ent_type_ == "ORG"]
    people = [t for t in subjects[-1:] if t is not None and t.ent_type_ == "PERSON"]
    found = next(iter([*reversed(bodies), *people]), None)
    return (found.left_edge.i, found.i + 1) if found is not None else None
