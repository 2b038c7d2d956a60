"""Sayings that are named and not told: "the mayor's denial", "Harbour Office denials", "claims by two dockers".

No clause says what they hold; the name of the saying is all there is of it, so that is the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.cues import Cue
from rashomon.analyse.relation import Relation
from rashomon.analyse.syntax import chars, child, noun_phrase, subject, text_of, trimmed
from rashomon.data import entries, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["named_saying"]

NAMED = "B"
"""The frame of nouns that say something by themselves, with whose it is."""
_OWNERS = frozenset({"his", "her", "their"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_FOR_SOMETHING = frozenset({"for", "to", "on"})
"""Prepositions behind a claim of the other kind: "her claim for damages", "its claim to the island"."""
_CARRIES = Cue("publish", "speech", "asserts", frozenset({"O"}), frozenset())


def named_saying(noun: Token, entry: Cue) -> Iterator[Relation]:
    """Read a noun of saying that only its source stands beside: its owner, a name before it, or "by" whom it is.

    Gives nothing where nobody who can speak is named.
    """
    if NAMED not in entry.frames or noun.dep_ in ("compound", "nmod", "amod"):
        return
    if any(c.dep_ == "prep" and c.lower_ in _FOR_SOMETHING for c in noun.children):
        return
    source = _source(noun)
    if source is None:
        return
    doc = noun.doc
    first, stop = noun_phrase(source)
    last = stop if first > noun.i else noun.i + 1
    content = trimmed(text_of(doc), *chars(doc, noun.left_edge.i, last))
    paper = subject(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in entries("carrying-verbs.txt") else None
    carried = paper is not None and paper.i != source.i and _speaks(paper)
    if paper is not None and carried:
        verb = chars(doc, *cues.group(noun.head))
        yield Relation(noun.head.i, verb, _CARRIES, (content,), chars(doc, *noun_phrase(paper)), paper.i)
    named, cue = chars(doc, first, stop), chars(doc, noun.i, noun.i + 1)
    yield Relation(noun.i, cue, entry, (content,), named, source.i, parent=noun.head.i if carried else -1)


def _source(noun: Token) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        if owner.lower_ in _OWNERS:
            return owner if not _answered(noun) else None
        return owner if _speaks(owner) else None
    by = next((c for c in noun.children if _brings(c)), None)
    if by is None and noun.dep_ == "dobj":  # "published [the same claims] [from two clerks]"
        by = next((c for c in noun.head.children if _brings(c) and c.i == noun.right_edge.i + 1), None)
    agent = child(by, "pobj") if by is not None else None
    if agent is not None:
        return agent if _speaks(agent) else None
    return next((c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and _of_a_body(c)), None)


def _brings(part: Token) -> bool:
    return part.dep_ in ("prep", "agent") and part.lower_ in ("by", "from")


def _answered(noun: Token) -> bool:
    """Tell whether somebody takes a stance on it: "repeated his claim" is told by that."""
    return noun.dep_ in ("dobj", "nsubjpass", "pobj") and any(
        cues.verb_cue(verb) is not None for verb in (noun.head, noun.head.head) if verb.pos_ == "VERB"
    )


def _of_a_body(word: Token) -> bool:
    return word.ent_type_ in _NAMES or word.lower_ in lexicon.bodies()


def _speaks(word: Token) -> bool:
    """Tell whether a word stands for somebody who can say something, not for a day or a thing."""
    if word.ent_type_ in _NAMES or (word.pos_ == "PROPN" and not word.ent_type_):
        return True
    return word.ent_type_ == "" and word.lemma_.lower() in lexicon.somebodies()
