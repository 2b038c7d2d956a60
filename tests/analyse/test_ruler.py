"""The rules for word classes match the same tokens whether each is asked or each kind of token is asked once."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from rashomon.analyse.ruler import quick

NLP = spacy.blank("en")
WORDS, TAGS, LABELS = ["Let", "'s", "is", "gate", "GATE", "nothin'", " ", "not"], ["NN", "VB", "_SP"], ["nsubj", "expl"]
PATTERNS: list[list[dict[str, Any]]] = [
    [{"TAG": "NN"}],
    [{"TAG": {"NOT_IN": ["VB", ""]}, "LOWER": "gate"}],
    [{"LOWER": {"IN": ["is", "not"]}, "DEP": "nsubj"}],
    [{"LOWER": "let"}, {"LOWER": "'s"}],
    [{"DEP": "expl"}, {"LOWER": {"IN": ["is", "'s"]}}],
    [{"LOWER": {"REGEX": "^n[ou]thin'$"}}],
    [{"IS_SPACE": True}],
]


def ruler(*patterns: list[dict[str, Any]]) -> AttributeRuler:
    """Give a ruler of a few patterns, all of which set the class of the last token."""
    made = AttributeRuler(NLP.vocab)
    for pattern in patterns:
        made.add([pattern], {"POS": "X"}, index=-1)
    return made


OWN = ruler(*PATTERNS)
QUICK = quick(OWN)
TOKEN = st.tuples(*map(st.sampled_from, (WORDS, TAGS, LABELS)))


@given(st.lists(TOKEN, min_size=1, max_size=8))
def test_the_same_matches_in_the_same_order(tokens: list[tuple[str, str, str]]):
    """Whatever was asked before, and whatever stands beside a token."""
    words, tags, labels = zip(*tokens, strict=True)
    doc = Doc(NLP.vocab, words=words, tags=tags, deps=labels, heads=[0] * len(words))
    assert QUICK(doc) == OWN.match(doc)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LEMMA": "gate"}],
        [{"TAG": "NN"}, {"TAG": "VB"}],
        [{"LOWER": "the"}, {"LOWER": "old"}, {"LOWER": "gate"}],
        [{"LOWER": {"FUZZY": "gate"}}],
        [{"TAG": "NN", "OP": "+"}],
    ],
)
def test_patterns_that_ask_more_are_left_to_the_ruler(pattern: list[dict[str, Any]]):
    """A kind that is not told by what a pattern asks would answer for tokens that differ."""
    other = ruler(pattern)
    assert quick(other) == other.match
