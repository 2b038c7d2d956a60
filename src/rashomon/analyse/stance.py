"""The stance of a source to its content, composed from cue, negation and modality.

The composition follows the reading of factuality as cue, polarity and modality (Sauri and Pustejovsky 2009): the cue's
own stance, turned by negation and by the verb that governs it, weakened by modals, and, where the content's main
clause is itself an attribution of the same holder ("said he did not know"), taken from there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.analyse.clauses import main_word
from rashomon.analyse.relation import Relation
from rashomon.data import entries
from rashomon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["of_clause", "stance"]

_NEGATIVE = frozenset(
    {"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely"}
)
_WEAK = frozenset({"may", "might"})
_WEAK_ADVERBS = frozenset({"perhaps", "possibly", "maybe", "conceivably", "presumably"})


@cache
def _verbs(kind: str) -> frozenset[str]:
    pairs = (line.split(" | ") for line in entries("negated-cues.txt"))
    return frozenset(word for word, category in pairs if category == kind)


def stance(doc: Doc, relation: Relation) -> Stance:
    """Give the stance that the source of ``relation``, read off ``doc``, takes to its content."""
    if relation.head < 0:
        return _of_content(doc, relation, "asserts")
    head = doc[relation.head]
    base = relation.entry.stance
    governor = _governor(head)
    if governor is not None:
        return governor
    if head.pos_ == "NOUN":
        return _nominal(head, base)
    negated = _negated(head)
    modals = {c.lower_ for c in head.children if c.tag_ == "MD"}
    if negated:
        return _turned(head, base, modals)
    if base == "asserts" and relation.entry.category == "speech" and modals & _WEAK:
        return "hedges"
    if base == "asserts" and relation.entry.category in ("speech", "evidence"):
        return _of_content(doc, relation, base)
    return base


def _governor(head: Token) -> Stance | None:
    """Give the stance of the verb that "to say" hangs on: refused to say, was unable to say."""
    if head.dep_ != "xcomp":
        return None
    above = head.head
    if above.lemma_ in ("refuse", "decline"):
        return "hedges" if head.lemma_ in ("deny", "rule") else "declines"
    if above.lemma_ in ("unable",) or (above.lemma_ == "able" and _negated(above.head)):
        return "unaware" if head.lemma_ in ("say", "tell") else "hedges"
    return None


def _nominal(noun: Token, base: Stance) -> Stance:
    absent = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children) or _negated(noun.head)
    if noun.lemma_ in ("recollection", "memory", "knowledge", "idea", "awareness", "inkling"):
        return "unaware" if absent else "asserts"
    if absent and noun.lemma_ in ("doubt", "question"):
        return "asserts"
    return "denies" if absent and base == "asserts" else base


def _negated(verb: Token) -> bool:
    if any(c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in _NEGATIVE) for c in verb.children):
        return True
    for part in verb.children:
        if part.dep_ in ("nsubj", "nsubjpass"):
            if part.lower_ in ("nobody", "none", "neither") or any(
                c.dep_ == "det" and c.lower_ in ("no", "neither") for c in part.children
            ):
                return True
            if part.lower_ == "one" and part.i and part.doc[part.i - 1].lower_ == "no":
                return True
    return False


def _turned(head: Token, base: Stance, modals: set[str]) -> Stance:
    """Give the stance of a negated cue: "did not deny", "would not say", "did not know", "could not confirm"."""
    lemma = head.lemma_.lower()
    if base == "denies" or lemma in ("rule", "exclude", "dispute", "doubt", "question"):
        return "hedges"
    if base == "declines":
        return "asserts"
    if base == "unaware":
        return "asserts"
    if lemma in _verbs("certain") or head.lower_ in _verbs("certain"):
        return "hedges"
    if lemma in _verbs("knowing") or head.lower_ == "aware":
        return "unaware"
    if lemma in _verbs("believing"):
        return "denies"
    if modals & {"could", "can", "ca"}:
        return "unaware" if lemma in ("say", "tell") else "hedges"
    if lemma in _verbs("telling"):
        return "declines"
    return "hedges" if base == "hedges" else "denies"


def _of_content(doc: Doc, relation: Relation, base: Stance) -> Stance:
    """Look into the content's main clause: what is said to be false is denied, what may be is left open."""
    return of_clause(doc, relation.contents[0], base) if relation.contents else base


def of_clause(doc: Doc, clause: tuple[int, int], base: Stance = "asserts") -> Stance:
    """Give the stance that the words of one clause show: left open, called false, or as ``base`` has it."""
    main = main_word(doc, max(0, clause[0]), min(len(doc.text), clause[1]))
    if main is None:
        return base
    for part in main.children:
        if part.dep_ in ("acomp", "attr", "oprd") and _false(part):
            return base if _negated(main) else "denies"
    if main.pos_ in ("ADJ", "NOUN") and _false(main):
        return "denies"
    if main.tag_ != "MD" and any(c.lower_ in _WEAK for c in main.children if c.dep_ == "aux"):
        return "hedges"
    if any(c.lower_ in _WEAK_ADVERBS for c in main.children if c.dep_ == "advmod"):
        return "hedges"
    return base


def _false(word: Token) -> bool:
    words = entries("denial-words.txt")
    return word.lower_ in words or any(
        c.dep_ in ("conj", "amod", "compound") and c.lower_ in words for c in word.children
    )
