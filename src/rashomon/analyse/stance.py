"""The stance of a source to its content, composed from cue, negation and modality.

The composition follows the reading of factuality as cue, polarity and modality (Sauri and Pustejovsky 2009): the cue's
own stance, turned by negation and by the verb that governs it, weakened by modals, and, where the content's main
clause is itself an attribution of the same holder ("said he did not know"), taken from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.analyse.belittling import belittled
from rashomon.analyse.cues import any_cue, lemma
from rashomon.analyse.hedges import weakened
from rashomon.analyse.idioms import IDIOM
from rashomon.analyse.points import NEGATIVE_START, negative, opening
from rashomon.analyse.relation import Relation
from rashomon.analyse.syntax import negated, text_of
from rashomon.data import entries, joined
from rashomon.model import Stance
from rashomon.text import small

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["of_clause", "of_opening", "refused_deed", "stance"]

_WEAK = frozenset({"may", "might"})


@cache
def _verbs(kind: str) -> frozenset[str]:
    pairs = (line.split(" | ") for line in entries("negated-cues.txt"))
    return frozenset(word for word, category in pairs if category == kind)


def stance(doc: Doc, relation: Relation) -> Stance:
    """Give the stance that the source of ``relation``, read off ``doc``, takes to its content."""
    if relation.head < 0:
        return _of_content(doc, relation, "asserts")
    if relation.entry.word in ("would not", "no comment"):
        return "declines"
    if relation.entry.category == IDIOM:
        return relation.entry.stance
    head = doc[relation.head]
    base = relation.entry.stance
    governor = _governor(head) or _held_back(doc, relation, head)
    if governor is not None:
        return governor
    if head.pos_ == "NOUN":
        return _nominal(head, base)
    if head.dep_ == "conj" and head.lemma_ == "deny" and negated(head.head):  # "would neither confirm nor deny"
        return "declines" if any(c.tag_ == "MD" for c in head.head.children) else "hedges"
    verb = head.head if head.pos_ == "ADJ" else head  # "could not be certain": the copula carries it all
    modals = {c.lower_ for c in verb.children if c.tag_ == "MD"}
    if base == "declines" and relation.entry.word in ("refuse", "decline") and not _tells(head):
        return "denies"  # refusing to do something is no refusal to say
    if head.lemma_ in ("refer", "direct") and any(
        c.dep_ == "dobj" and c.lemma_ in entries("asked-of.txt") for c in head.children
    ):
        return "declines"  # "referred questions to the police"
    if base == "asserts" and any(_no_longer(c) for c in verb.children):
        return "hedges"  # who no longer repeats it has not said that it is not so
    if negated(head) or negated(verb):
        return _turned(head, base, modals)
    if base == "asserts" and relation.entry.category == "speech" and modals & _WEAK:
        return "hedges"
    if "T" in relation.entry.frames and _called_false(head, "oprd", "attr", "acomp", "ccomp"):
        return "denies"  # "called the report a lie"
    if head.lemma_ in _NAMING and _belittled(head):
        return "denies"
    clausal = relation.entry.frames & {"S", "Q", "T"}
    if base == "asserts" and relation.entry.category in ("speech", "evidence", "decree", "thought") and clausal:
        return _of_content(doc, relation, base)
    return base


_NAMING = frozenset({"call", "describe", "brand", "label", "characterise", "characterize", "dub"})


def _no_longer(word: Token) -> bool:
    return bool(word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no")


def _belittled(verb: Token) -> bool:
    """Tell whether a charge is called something that grants it nothing: "called the allegations a circus"."""
    charge = next((c for c in verb.subtree if c.i > verb.i and c.lemma_.lower() in entries("charge-nouns.txt")), None)
    if charge is None or not (charge.head.i == verb.i or charge.head.head.i == verb.i):
        return False
    named = [t for t in verb.subtree if t.i > charge.right_edge.i and t.pos_ in ("NOUN", "ADJ", "PROPN")]
    return bool(named) and not any(t.lemma_.lower() in entries("credit-words.txt") for t in named)


def _tells(verb: Token) -> bool:
    """Tell whether what is refused is telling: "declined to comment", "refused an interview"."""
    told = next((c for c in verb.children if c.dep_ in ("xcomp", "dobj")), None)
    if told is None:
        return True
    if told.dep_ == "dobj":
        return told.lemma_ in ("comment", "interview", "request", "question", "statement", "answer")
    return told.lemma_ in entries("telling-verbs.txt")


def refused_deed(cue: Sequence[Token]) -> bool:
    """Tell whether the words of a cue refuse a deed ("refused to retaliate"), which answers nobody who says otherwise.

    To refuse to yield does ("refused to resign", "refuse to believe it").
    """
    verb = next((word for word in cue if word.lemma_ in ("refuse", "decline")), None)
    done = next((c for c in verb.children if c.dep_ == "xcomp"), None) if verb is not None else None
    return done is not None and not negated(verb) and done.lemma_ not in entries("yielding-verbs.txt")


def _governor(head: Token) -> Stance | None:
    """Give the stance of the verb that "to say" hangs on: refused to say, was unable to say."""
    if head.dep_ != "xcomp":
        return None
    above = head.head
    if above.lemma_ in ("refuse", "decline"):
        if head.lemma_ in _verbs("believing"):
            return "denies"
        return "hedges" if head.lemma_ in ("deny", "rule") else "declines"
    if above.lemma_ in ("unable",) or (above.lemma_ == "able" and negated(above.head)):
        return "unaware" if head.lemma_ in ("say", "tell") or head.lemma_ in _verbs("knowing") else "hedges"
    return None


def _held_back(doc: Doc, relation: Relation, head: Token) -> Stance | None:
    """Give the stance of who will not say so: "not ready to say it was proper", "stopped short of calling it"."""
    above = head.head
    short = head.dep_ == "pcomp" and {"short"} & {above.head.lower_, *(c.lower_ for c in above.head.children)}
    unready = above.lower_ in _UNREADY or (above.lower_ in _READY and (negated(above) or negated(above.head)))
    if not short and not (head.dep_ == "xcomp" and unready):
        return None
    first = min((part[0] for part in relation.contents), default=0)
    asked = _ASKED.match(text_of(doc), first) or head.lemma_ in _verbs("telling") - {"say"}
    return "declines" if asked else "hedges"


_READY = frozenset({"prepared", "ready", "willing", "inclined", "minded", "going", "about"})
_UNREADY = frozenset({"unwilling", "reluctant", "hesitant", "loath", "hesitate", "hesitates", "hesitated"})
_ASKED = re.compile(
    r"\W*(?:whether|if|who|whom|whose|what|which|when|where|why|how|anything|more|much)\b", re.IGNORECASE
)
"""How what is kept back begins, where it is not a thing that may be so."""


def _nominal(noun: Token, base: Stance) -> Stance:
    verb = noun.head
    absent = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children) or (noun.dep_ == "dobj" and negated(verb))
    if noun.lemma_ in ("recollection", "memory", "knowledge", "idea", "awareness", "inkling"):
        return "unaware" if absent else "asserts"
    if absent and noun.lemma_ in ("doubt", "question"):
        return "asserts"
    return "denies" if absent and base == "asserts" else base


def _turned(head: Token, base: Stance, modals: set[str]) -> Stance:
    """Give the stance of a negated cue: "did not deny", "would not say", "did not know", "could not confirm"."""
    word = lemma(head)
    if word in ("doubt", "question"):
        return "asserts"
    if base == "denies" or word in ("rule", "exclude"):
        return "hedges"
    if base == "declines":
        return "asserts"
    if base == "unaware":
        return "asserts"
    if word in _verbs("certain") or head.lower_ in _verbs("certain"):
        return "hedges"
    if word in _verbs("knowing") or head.lower_ == "aware":
        return "unaware"
    if word in _verbs("believing"):
        return "denies"
    if word == "say" and not modals:
        return "hedges"
    if word in ("comment", "discuss", "elaborate"):
        return "declines"
    if modals & {"could", "can", "ca"}:
        return "unaware" if word in ("say", "tell") else "hedges"
    if word in _verbs("telling"):
        return "declines"
    return "hedges" if base == "hedges" else "denies"


def _of_content(doc: Doc, relation: Relation, base: Stance) -> Stance:
    """Look into the content: what is said to be false is denied, what may be is left open, what is not known is not."""
    found = (of_clause(doc, part, base) for part in relation.contents[: 1 if relation.quoted else 2])
    return next((one for one in found if one != base), base)


@cache
def _some() -> re.Pattern[str]:
    """One pattern for all, for text in small letters: most clauses have none of them, which one search tells."""
    return re.compile(joined(line.split(" | ", 1)[1] for line in entries("content-stances.txt")))


@cache
def _patterns() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    rows = (line.split(" | ", 1) for line in entries("content-stances.txt"))
    return tuple((stance, re.compile(pattern, re.IGNORECASE)) for stance, pattern in rows)  # type: ignore[misc]


def of_clause(doc: Doc, clause: tuple[int, int], base: Stance = "asserts") -> Stance:
    """Give the stance that the words of one clause show: refused, unknown, left open, denied, or as ``base`` has it."""
    return of_opening(*opening(doc, clause), base)


def of_opening(first: str, main: Token | None, base: Stance = "asserts", *, anyone: bool = False) -> Stance:
    """Give the stance that a clause's opening shows, from its first sentence and its main word.

    It is that of whoever speaks; with ``anyone``, also that of somebody else of whom the clause tells it, by its verb
    too: "the board denied a report".
    """
    words = _MARK.sub("", first)
    for found, pattern in _patterns() if _some().search(small(words)) else ():
        match = pattern.search(words)
        doubted = found == "hedges"
        if match and match.start() < (_NEAR if doubted else _FAR) and (doubted or anyone or _of_the_speaker(main)):
            return found
    if main is None:
        return base
    told = any_cue(main) if anyone else None
    if told is not None and told.category == "speech" and told.stance != "asserts":
        return "hedges" if negated(main) else told.stance
    if any(_leaves_open(verb) or weakened(verb) for verb in (main, *main.conjuncts, *_mused(main))):
        return "hedges"
    bare = main.pos_ in ("ADJ", "NOUN") and _false(main) and not _undone(main)
    if belittled(first, main):
        return "denies"
    if bare or _called_false(main, "acomp", "attr", "oprd"):
        return base if negated(main) else "denies"
    flat = _FLAT_DENIAL.search(first) and (negated(main) or _no_object(main) or NEGATIVE_START.match(first))
    whole = _WHOLE.search(first) and _past(main) and main.lemma_ not in _PERCEIVING and negative(first, main)
    return "denies" if flat or whole else base


_MARK = re.compile(r"\"|(?<!\w)'|'(?!\w)")
"""A quotation mark, which may stand amid a turn of phrase: could not be "certain"."""
_NEAR = 60
"""Code points into a clause within which words of doubt still weaken its main point, not some aside. Calibrated on the
development stories of the benchmark."""
_FAR = 100
"""Code points into a clause within which a refusal, ignorance or denial is its own, not some later aside's. Calibrated
likewise."""
_SPEAKERS = frozenset({"i", "we", "he", "she", "they", "it", "one", "you", "that", "this", "which"})


def _of_the_speaker(main: Token | None) -> bool:
    """Tell whether the clause can be about the one who speaks: "said he did not know", not "said the state did not"."""
    who = next((c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")), None) if main is not None else None
    return who is None or who.lower_ in _SPEAKERS


def _mused(main: Token) -> list[Token]:
    """Give the verbs of what is imagined: "you can see why such a dinner may take place"."""
    return [c for c in main.children if c.dep_ == "ccomp"] if main.lemma_ in ("imagine", "see", "understand") else []


def _leaves_open(verb: Token) -> bool:
    """Tell whether a verb is weakened or doubts: "may have", "could be"; "could" before other verbs is mere ability."""
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & _WEAK:
        return True
    open_ = verb.lemma_ == "doubt" and verb.pos_ == "VERB"
    open_ = open_ or ("could" in modals and (verb.lemma_ in ("be", "become", "prove") or "have" in modals))
    return open_ and not negated(verb)


_FLAT_DENIAL = re.compile(
    r"\bno such\b|\bnever\b|\bat no time\b|\bnothing (?:wrong|to do with)\b|\bnot (?:\w+ )?(?:one|a single)\b"
    r"|\bnone of\b|\bno \w+(?: \w+){0,4} had ever\b"
    r"|\bthere (?:was|were|is|are|ha[sd] been|have been) "
    r"(?:no\b(?! (?:doubt|question|denying|disputing|mistaking|hiding)\b)|none)",
    re.IGNORECASE,
)
"""A plain negative ("the road is not open") asserts; these deny a charge that must have been made. Calibrated on the
development stories of the benchmark: of the negated contents there, 28 of 83 deny."""


_WHOLE = re.compile(r"\b(?:no(?! longer)|never|nobody|none|nothing|neither)\b", re.IGNORECASE)
"""Words that leave nothing over. What they say of the past ("nobody had warned her") answers somebody who says
otherwise: on the development stories 32 such contents deny and 18 assert; of those with a mere "not" 11 deny and 24
assert."""


_PERCEIVING = frozenset({"see", "hear", "notice", "feel", "smell", "find"})
"""Verbs with which that is told of what was met, and answers nobody: "I saw nothing", "the board found no link"."""


def _past(main: Token) -> bool:
    return main.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in main.children if c.dep_ in ("aux", "auxpass"))


def _no_object(main: Token) -> bool:
    return any(
        part.dep_ in ("dobj", "attr", "prep") and any(c.lower_ in ("no", "nothing", "none") for c in part.subtree)
        for part in main.children
    )


def _called_false(verb: Token, *labels: str) -> bool:
    """Tell whether something is said to be false; "thought it inconceivable that he did not know" says that he did."""
    wrong = [part for part in verb.children if part.dep_ in labels and _false(part)]
    return bool(wrong) and not any(map(_undone, (verb, *wrong)))


def _undone(word: Token) -> bool:
    """Tell whether what is said of a clause beside ``word`` is said of its negation."""
    told = (part for part in word.children if part.dep_ in ("ccomp", "acl", "advcl") and negated(part))
    return any(c.dep_ == "mark" and c.lower_ == "that" for part in told for c in part.children)


def _false(word: Token) -> bool:
    words = entries("denial-words.txt")
    return word.lower_ in words or any(
        c.dep_ in ("conj", "amod", "compound") and c.lower_ in words for c in word.children
    )
