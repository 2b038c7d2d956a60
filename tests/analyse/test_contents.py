"""Where content stands: arithmetic of stretches, and the complements of a cue."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analyse import cues
from rashomon.analyse.contents import Range, after, complements, joined, minus, stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc

RANGE = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
RANGES = st.lists(RANGE, max_size=6)


def points(ranges: list[Range]) -> set[int]:
    """Give every offset that the ranges hold."""
    return {at for start, end in ranges for at in range(start, end)}


@given(RANGES, RANGE)
def test_minus_leaves_exactly_what_is_not_in_the_hole(ranges: list[Range], hole: Range):
    """No offset is lost outside the hole, none is left inside it, and nothing empty remains."""
    left = minus(ranges, hole)
    assert points(left) == points(ranges) - points([hole])
    assert all(start < end for start, end in left)


@given(RANGES, RANGE)
def test_minus_does_not_touch_its_input(ranges: list[Range], hole: Range):
    """The stretches given are values."""
    before = list(ranges)
    minus(ranges, hole)
    assert ranges == before


@given(RANGES)
def test_what_was_cut_and_joined_again_is_whole(ranges: list[Range]):
    """Cutting a hole that touches nothing, and joining what overlaps, changes no offset."""
    assert points(joined(minus(ranges, (100, 101)), 0)) == points(ranges)


@given(RANGES, st.integers(0, 4))
def test_joined_stretches_stand_in_order_further_apart_than_the_gap(ranges: list[Range], gap: int):
    """Every offset is kept, only gaps of that size are filled, and joining again changes nothing."""
    made = joined(ranges, gap)
    assert all(a[1] + gap < b[0] for a, b in pairwise(made))
    assert points(ranges) <= points(made)
    filled = points(made) - points(ranges)
    assert all(any(at - k in points(ranges) for k in range(1, gap + 1)) for at in filled)
    assert joined(made, gap) == made


@pytest.mark.parametrize(
    ("sentence", "verb", "contents"),
    [
        pytest.param("Lund said that the gate was shut.", "said", ["that the gate was shut"], id="clause"),
        pytest.param("Lund wants to mend the gate.", "wants", ["to mend the gate"], id="infinitive"),
        pytest.param("Lund confirmed the closure of the gate.", "confirmed", ["the closure of the gate"], id="object"),
        pytest.param("They spoke for an hour.", "spoke", [], id="speech without content"),
        pytest.param("Lund told the council that the gate was shut.", "told", ["that the gate was shut"], id="told"),
    ],
)
def test_the_frames_of_a_cue_tell_its_content(
    parse_one: Callable[[str], Doc], sentence: str, verb: str, contents: list[str]
):
    """A clause, an infinitive, an object; the person told is no content, and some speech has none."""
    doc = parse_one(sentence)
    head = next(token for token in doc if token.text == verb)
    entry = cues.verbs().get(cues.lemma(head))
    found = complements(head, entry) if entry else []
    assert [doc.text[slice(*stretch(part))] for part in found] == contents


def test_content_after_its_verb_begins_after_it(parse_one: Callable[[str], Doc]):
    """Whatever the tree says, what follows the verb holds nothing that stands before it."""
    doc = parse_one("In a letter, Lund said he was ill.")
    verb = next(token for token in doc if token.text == "said")
    part = next(token for token in doc if token.text == "was")
    assert doc.text[slice(*after(part, verb))].startswith("he was ill")


def test_content_before_its_verb_is_whole(parse_one: Callable[[str], Doc]):
    """A clause in front of its verb is not cut."""
    doc = parse_one("The gate was shut, said Lund.")
    verb = next(token for token in doc if token.text == "said")
    part = next(token for token in doc if token.text == "shut")
    assert doc.text[slice(*after(part, verb))].startswith("The gate was shut")
