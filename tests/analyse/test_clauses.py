"""Clauses: stretches that tell one thing each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.clauses import clauses, main_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("The gate was shut.", ["The gate was shut"], id="one"),
        pytest.param(
            "The gate was shut. Nobody asked for the key.", ["The gate was shut", "Nobody asked for the key"], id="two"
        ),
        pytest.param(
            "The gate was shut; nobody asked for the key.", ["The gate was shut", "nobody asked for the key"], id=";"
        ),
        pytest.param("The ferry sank and burned.", ["The ferry sank and burned"], id="two verbs, one subject"),
        pytest.param("It sank.", ["It sank"], id="short"),
    ],
)
def test_a_text_is_cut_where_a_new_thing_is_told(parse_one: ParseOne, text: str, parts: list[str]):
    """At each sentence and semicolon; not between two verbs of one subject."""
    doc = parse_one(text)
    assert [doc.text[s:e] for s, e in clauses(doc, 0, len(doc.text))] == parts


@pytest.mark.parametrize(
    "text",
    [
        "The gate was shut, and the ferry waited outside.",
        "The ferry sank at nine, although the crew had seen the wall.",
        "The ferry, which was built in 1999, sank near the old harbour wall.",
    ],
)
def test_coordinated_adverbial_and_relative_clauses_are_cut(parse_one: ParseOne, text: str):
    """A clause with a subject and a verb of its own is a thing told."""
    doc = parse_one(text)
    assert len(clauses(doc, 0, len(doc.text))) >= 2


def test_clauses_stand_in_order_inside_what_was_asked_for(parse_one: ParseOne):
    """For every stretch of a sentence: in order, apart, inside it, and never without a letter."""
    doc = parse_one("The mayor said the gate was shut; the dockers, who saw it, say “it stood open”, and nobody asked.")
    tokens = [token.idx for token in doc]
    for start in tokens:
        for end in (at for at in [*tokens, len(doc.text)] if at > start):
            found = clauses(doc, start, end)
            assert all(a[1] <= b[0] for a, b in pairwise(found))
            assert all(start <= s < e <= end for s, e in found), (doc.text[start:end], found)


def test_nothing_has_no_clauses(parse_one: ParseOne):
    """An empty stretch gives none."""
    assert clauses(parse_one("The gate was shut."), 4, 4) == []


def test_the_main_word_is_the_one_the_others_hang_on(parse_one: ParseOne):
    """Of a noun phrase its noun; of marks alone nothing."""
    doc = parse_one("The old gate was opened at nine.")
    assert getattr(main_word(doc, 0, len("The old gate")), "text", None) == "gate"
    assert main_word(doc, len(doc.text) - 1, len(doc.text)) is None
