"""Readings of the dependency tree that several stages share: subjects, noun phrases, stretches of tokens.

Labels are those of spaCy's English models (CLEAR style).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.analyse.cues import verb_cue
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "chars",
    "child",
    "is_passive",
    "lifted",
    "negated",
    "noun_phrase",
    "passive_agent",
    "subject",
    "text_of",
    "trimmed",
]

_SUBJECT = frozenset({"nsubj", "csubj"})
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "dep", "parataxis"})
_NEGATIVE = frozenset(
    {"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely"}
)
_EDGE = frozenset(" \t\r\n,;:.–—-")


@lru_cache(maxsize=128)  # the paragraphs of an article, which one stage after the other reads
def text_of(doc: Doc) -> str:
    """Give the text of ``doc``: the parser puts it together anew, token by token, whenever it is asked."""
    return str(doc.text)


def child(token: Token, *labels: str) -> Token | None:
    """Give the first child of ``token`` with one of the dependency ``labels``."""
    return next((c for c in token.children if c.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """Tell whether ``verb`` has a passive auxiliary or a passive subject."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def passive_agent(verb: Token) -> Token | None:
    """Give the head of the phrase that does a passive ``verb``: "was said by the mayor"."""
    by = child(verb, "agent")
    if by is None:
        by = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Give the head of the phrase that does ``verb``, going up through coordination, control and participles."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
    if own is not None:
        return own
    if lifted(verb):
        return subject(verb.head.head, depth + 1)
    if any(c.dep_ in ("nsubjpass", "expl") for c in verb.children) or depth > 4:
        return None
    head = verb.head
    if head.i == verb.i:
        return None
    if (owner := _had_to_say(verb)) is not None:
        return subject(owner, depth + 1)
    if verb.dep_ == "acl":
        if (
            verb.tag_ == "VBG"
            and verb.i
            and verb.doc[verb.left_edge.i - 1].text == ","
            and head.dep_ not in ("nsubj", "appos")
        ):
            return _clause_subject(
                head
            )  # "..., saying that": the participle goes with the clause, not with its last noun
        return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.dep_ == "relcl":
        return None
    if verb.dep_ in _CLAUSAL:
        if verb.dep_ == "ccomp" and not _infinite(verb):
            return None
        if head.lower_ == "as" and verb.dep_ == "pcomp" and (quoted := child(head.head, "dobj")) is not None:
            return quoted  # "quoted a docker as saying"
        if head.pos_ == "ADJ" and verb.dep_ == "xcomp":  # "was unable to say"
            head = head.head
        if head.pos_ == "ADP" or head.dep_ == "prep":  # "after saying that"
            head = head.head
            while head.dep_ in ("prep", "pcomp", "pobj") and head.head.i != head.i:
                head = head.head
        if verb.dep_ == "xcomp" and head.lemma_ in entries("object-control-verbs.txt"):
            controlled = child(head, "dobj", "dative")
            if controlled is not None:
                return controlled
        above = subject(head, depth + 1) if head.pos_ in ("VERB", "AUX") else None
        if above is None and verb.dep_ in ("advcl", "xcomp", "conj", "pcomp"):
            return child(head, "nsubjpass") or (_clause_subject(head) if verb.tag_ == "VBG" else None)
        return above
    return None


def _had_to_say(verb: Token) -> Token | None:
    """Give the verb whose subject speaks in "had this to say"."""
    if verb.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return None
    head = verb.head.head if verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "dobj" else verb.head
    return head if head.lemma_ == "have" and head.pos_ == "VERB" and child(head, "dobj") is not None else None


def _clause_subject(token: Token) -> Token | None:
    """Give the subject of the nearest clause round ``token``."""
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            found = child(above, "nsubj", "nsubjpass")
            if found is not None:
                return found
    return None


def negated(verb: Token) -> bool:
    """Tell whether ``verb`` is negated: by "not", "never", "neither", "nor did they", a subject "nobody"."""
    if any(t.lower_ == "nor" for t in verb.doc[max(0, verb.i - 3) : verb.i]):
        return True
    if any(
        c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in _NEGATIVE and c.i < verb.i)
        for c in verb.children
    ):
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


def lifted(verb: Token) -> bool:
    """Tell whether the parser hung ``verb`` one clause too deep: "confirmed that he came but refused to say why".

    A verb without a subject, joined by "but" to a clause of content, goes with the verb that brought the clause; so
    does a verb of saying joined by "and" to a clause about a thing.
    """
    if verb.dep_ != "conj" or verb.head.dep_ != "ccomp" or verb.head.head.pos_ != "VERB":
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    joint = next((c.lower_ for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), "")
    tells = _says(verb) or (verb.lemma_ in entries("telling-verbs.txt") and any(c.tag_ == "MD" for c in verb.children))
    return joint == "but" or (joint == "and" and tells and _lifeless(child(verb.head, "nsubj", "nsubjpass")))


def _says(verb: Token) -> bool:
    entry = verb_cue(verb)
    return entry is not None and entry.category == "speech"


def _lifeless(subject: Token | None) -> bool:
    """Tell whether a subject is a thing, which says nothing: "said the night was calm and blamed the wind"."""
    if subject is None or subject.pos_ != "NOUN" or subject.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return False
    return subject.lemma_.lower() not in entries("anonymous-sources.txt") and subject.tag_ != "NNS"


def _infinite(verb: Token) -> bool:
    return bool(verb.tag_ in ("VBG", "VBN", "VB")) and not any(
        c.dep_ in ("aux",) and c.tag_ == "MD" for c in verb.children
    )


def noun_phrase(head: Token) -> tuple[int, int]:
    """Give the token range of the noun phrase of ``head``: with appositions, without a relative clause after a comma.

    A possessor gives only itself ("the ministry's" in "the ministry's claim").
    """
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    for part in head.subtree:
        if part.i <= head.i or part.dep_ not in ("relcl", "acl", "advcl", "conj", "cc", "parataxis", "ccomp"):
            continue
        before = part.left_edge.i - 1
        if part.dep_ in ("relcl", "advcl", "parataxis") and before > head.i and doc[before].is_punct:
            last = min(last, before - 1)
        elif part.dep_ == "relcl" and _long(part):
            last = min(last, before)
    while first < head.i and doc[first].dep_ in ("punct", "cc", "advmod", "mark", "prep"):
        if doc[first].dep_ == "advmod" and doc[first].head.dep_ == "nummod":
            break
        first += 1
    while first < head.i and first < _STAMPED and _STAMP.fullmatch(doc[first].text) and doc[0].text[0].isdigit():
        first += 1
    while last > head.i and doc[last].is_punct and doc[last].text not in ('"', ")", "]"):
        last -= 1
    return first, last + 1


_STAMPED = 3
"""Words at a paragraph's start that may be the hour of a live report: "11.20 am BST"."""
_STAMP = re.compile(r"\d{1,2}[.:]\d{2}(?:[ap]m)?|[ap]\.?m\.?|[A-Z]{3,4}")


def _long(clause: Token) -> bool:
    return bool(clause.right_edge.i - clause.left_edge.i > 25)


def chars(doc: Doc, first: int, stop: int) -> tuple[int, int]:
    """Give the code points of the doc's tokens ``first`` to ``stop`` (half-open)."""
    return doc[first].idx, doc[stop - 1].idx + len(doc[stop - 1].text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a stretch of ``text``: white space and the sentence's own punctuation at the edges fall away.

    Quotation marks stay, and so does a full stop inside them.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] == "." and _abbreviated(text, end):
            break
        end -= 1
    return start, end


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether the full stop before ``end`` belongs to an abbreviation like "U.S."."""
    return end >= 4 and text[end - 3] == "." and text[end - 2].isupper()
