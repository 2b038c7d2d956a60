"""What a clause leaves open by its grammar: "presumably", "raises questions", "whether it was", "it depends"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.analyse.syntax import negated
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["left_open", "weakened"]

_PREDICATE = frozenset({"acomp", "attr", "oprd"})
_CONTENT = frozenset(
    {"dobj", "prep", "pobj", "pcomp", "xcomp", "ccomp", "csubj", "nsubj", "nsubjpass", "acl", "acomp", "attr"}
)
"""Labels by which what a clause is about hangs on its main word; what stands in a relative clause is an aside."""
_DEEP = 4
"""Steps down from the main word within which a clause with "whether" is still what all of it is about."""
_ANYTHING = frozenset({"it", "that", "this", "which", "everything", "all", "much", "lot", "deal"})
_REMAINING = frozenset({"remain", "linger", "persist", "arise", "swirl", "hang", "surround", "grow", "mount", "abound"})
_ASKING_WORDS = frozenset({"what", "who", "whom", "whose", "how", "which", "where", "when", "why", "whether", "if"})


def weakened(verb: Token) -> bool:
    """Tell whether an adverb of doubt weakens ``verb``: "presumably fell", not "a presumably stolen boat"."""
    parts = [verb, *(c for c in verb.children if c.dep_ in _PREDICATE)]
    adverbs = (c for part in parts for c in part.children if c.dep_ in ("advmod", "intj", "parataxis"))
    return any(
        word.lower_ in entries("doubt-adverbs.txt") and not _of_number(word)
        for one in adverbs
        for word in (one, *one.lefts)
    )


def _of_number(adverb: Token) -> bool:
    """Tell whether it is only the number that is left open: "perhaps 200 people", "possibly as many as 68"."""
    after = list(adverb.doc[adverb.i + 1 : adverb.i + 3])
    if after and after[0].lower_ in ("as", "more", "even"):
        after = after[1:]
    return bool(after) and (after[0].like_num or after[0].lower_ in ("many", "much"))


def left_open(main: Token) -> bool:
    """Tell whether a clause leaves its point open: by a question, a doubt, a condition of its own, what it hangs on."""
    return _asked(main) or _questioned(main) or _hanging(main)


def _asked(main: Token) -> bool:
    """Tell whether the clause is about whether something is so: "will decide whether", "whether it was is unknown"."""
    return any(
        mark.dep_ == "mark" and mark.lower_ == "whether"
        for part in _about(main, _DEEP)
        for mark in part.children
        if mark.i < part.i and not _or_not(part)
    ) or any(mark.dep_ == "mark" and mark.lower_ == "if" for mark in main.children)


def _or_not(part: Token) -> bool:
    return any(c.dep_ == "conj" and c.lower_ == "not" for c in part.children)


def _about(word: Token, depth: int) -> Iterator[Token]:
    yield word
    if depth:
        for part in word.children:
            if part.dep_ in _CONTENT:
                yield from _about(part, depth - 1)


def _questioned(main: Token) -> bool:
    """Tell whether questions or doubts are raised, or there are any: "raises questions about", "doubts remain"."""
    labels = {"dobj"} if main.lemma_ in entries("doubt-raising-verbs.txt") else set()
    if main.lemma_ in _REMAINING:
        labels |= {"nsubj", "nsubjpass"}
    if main.lemma_ == "be" and any(c.dep_ == "expl" for c in main.children):
        labels.add("attr")
    return not negated(main) and any(
        c.dep_ in labels and c.lemma_.lower() in entries("doubt-nouns.txt") and not _absent(c) for c in main.children
    )


def _absent(noun: Token) -> bool:
    return any(c.lower_ in ("no", "little", "any", "without") for c in noun.children)


def _hanging(main: Token) -> bool:
    """Tell whether it all hangs on something: "it depends", "depends on whose it was", not "depends on tourism"."""
    if main.lemma_ not in ("depend", "hinge") or negated(main):
        return False
    if any(c.dep_ == "nsubj" and c.lower_ in _ANYTHING for c in main.children):
        return True
    return any(part.lower_ in _ASKING_WORDS for part in main.subtree if part.i > main.i)
