"""What belittles a charge, a story or a row, and so denies it without a negation: "the outcry looks overdone"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.analyse.syntax import negated
from rashomon.data import cues, entries
from rashomon.text import small

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["belittled"]

_POINTING = frozenset({"it", "this", "that", "all"})
_ONLY = re.compile(r"(?:\bnot|n't) (?:just|only|merely|simply)\b")
"""A negation that says more, not less: "is not just overdone"."""


def belittled(first: str, main: Token) -> bool:
    """Tell whether an opening, which hangs on ``main``, grants a charge or the noise about one nothing."""
    found = cues("belittlings.txt").search(small(first))
    if found is None or not any(map(_raised, main.children)):
        return False
    return not negated(main) or bool(_ONLY.search(small(first)))


def _raised(subject: Token) -> bool:
    """Tell whether a subject is what is raised against somebody, or points to it."""
    if subject.dep_ not in ("nsubj", "nsubjpass"):
        return False
    word = subject.lemma_.lower()
    return subject.lower_ in _POINTING or word in entries("row-nouns.txt") or word in entries("charge-nouns.txt")
