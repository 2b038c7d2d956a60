"""The main point of a clause: what its words affirm, negate or only put forward, whoever says them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.analyse.clauses import main_word
from rashomon.analyse.contents import Range
from rashomon.analyse.hedges import left_open
from rashomon.analyse.syntax import negated, text_of
from rashomon.data import cues
from rashomon.model import Stance
from rashomon.text import small

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["NEGATIVE_START", "guarded", "negative", "opening", "surprise"]

_SENTENCE = re.compile(r"(?<![A-Z])[.!?][\"')\]]*\s")
NEGATIVE_START = re.compile(
    r"\W*(?:that )?\W*(?:there (?:\w+ ){1,2})?(?:no|none|nobody|never|neither|not (?:one|an?))\b", re.IGNORECASE
)
"""Words that negate a clause from its start."""
_MERE_BOUND = re.compile(
    r"\bno(?:t|ne)? (?:fewer|less|more|later|earlier|longer|doubt|question|wonder|matter|only|just|merely|simply)\b"
    r"|\b(?:not|n't|never)\b[^,;.]{0,60}\b(?:until|alone|unless|before)\b",
    re.IGNORECASE,
)
"""Words of negation that deny nothing, or set a bound."""
_ABILITY = frozenset(
    {"see", "hear", "feel", "smell", "taste", "find", "remember", "recall", "understand", "tell", "do"}
)
"""Verbs that "could" says were done: "I could see the light"."""
_THINKING = frozenset({"mean", "believe", "think", "know", "feel", "find", "judge", "say"})
_SURPRISED = re.compile(
    r"(?<!not)(?<!n't) be (?:very |most |rather )?(?:surprised|astonished|amazed|shocked) if\b", re.I
)
_NOT = re.compile(r"\bnot\b|n't\b", re.I)
_EVEN = frozenset({"even", "as", "only", "what"})


def opening(doc: Doc, clause: Range) -> tuple[str, Token | None]:
    """Give the first sentence of a clause, and the word on which it hangs."""
    start, end = max(0, clause[0]), min(len(text_of(doc)), clause[1])
    first = _SENTENCE.split(text_of(doc)[start:end], maxsplit=1)[0]
    return first, main_word(doc, start, start + len(first))


def negative(first: str, main: Token | None) -> bool:
    """Tell whether the point of an opening is negative: "the gate was not open", "nobody came", "saw no link"."""
    if main is None or _MERE_BOUND.search(first):
        return False
    main = _believed(main)
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in main.children):
        return False  # "urged them not to leave" denies nothing
    if main.lemma_ == "fail" and any(c.dep_ == "xcomp" for c in main.children):
        return not negated(main)
    return negated(main) or any(_none(part) for part in main.children) or bool(NEGATIVE_START.match(first))


def _believed(main: Token) -> Token:
    """Give the verb of what is thought or meant: "we believe that we had no notice" is about the notice."""
    if main.lemma_ not in _THINKING or negated(main):
        return main
    return next((c for c in main.children if c.dep_ == "ccomp"), main)


def surprise(first: str) -> Stance | None:
    """Give what "would be surprised if" tells: that it is not so, or, "if it were not", that it is; else None."""
    found = _SURPRISED.search(first)
    if found is None:
        return None
    return "asserts" if _NOT.search(first, found.end()) else "denies"


def _none(part: Token) -> bool:
    """Tell whether an object or complement is none: "no link", "nothing", "with no warning"."""
    if part.dep_ == "prep":
        return any(_none(c) for c in part.children if c.dep_ == "pobj")
    told = part.dep_ in ("dobj", "attr", "pobj", "nsubj", "nsubjpass", "oprd")
    return told and (
        part.lower_ in ("nothing", "none", "nobody", "neither")
        or any(c.dep_ == "det" and c.lower_ == "no" for c in part.children)
    )


def guarded(first: str, main: Token | None) -> bool:
    """Tell whether an opening is put forward and not vouched for: "if the log is right", "it seems", "could save"."""
    if cues("guarded-phrases.txt").search(small(first)):
        return True
    return main is not None and (
        main.lemma_ in ("seem", "appear")
        or any(_could(verb) for verb in (main, *main.conjuncts))
        or _conditioned(main)
        or left_open(main)
    )


def _could(verb: Token) -> bool:
    able = any(c.dep_ == "aux" and c.lower_ == "could" for c in verb.children)
    return able and not negated(verb) and verb.lemma_ not in _ABILITY


def _conditioned(main: Token) -> bool:
    """Tell whether a clause holds on a condition only: "if the log is right", "unless the law is withdrawn".

    To be surprised if a thing is so is to say that it is not, and "even if" conditions nothing.
    """
    if main.lemma_ in ("know", "wonder", "ask") or any(c.lower_ in ("surprised", "astonished") for c in main.children):
        return False
    return any(_condition(c) for part in main.children if part.dep_ == "advcl" for c in part.children)


def _condition(mark: Token) -> bool:
    plain = not mark.i or mark.nbor(-1).lower_ not in _EVEN
    return mark.dep_ == "mark" and (mark.lower_ == "unless" or (mark.lower_ == "if" and plain))
