"""A content's edges: where a retold content ends, and what cutting leaves of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analyse.contents import Range
from rashomon.analyse.relation import cleaned, without_tail


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("that the gate was shut; the inquiry goes on", "that the gate was shut", id="semicolon"),
        pytest.param("that the gate was shut, although nobody saw it", "that the gate was shut", id="comment"),
        pytest.param("that the gate was shut at nine", "that the gate was shut at nine", id="nothing to cut"),
        pytest.param('it was "shut at nine; nobody came" then', 'it was "shut at nine; nobody came" then', id="marks"),
    ],
)
def test_a_retold_content_ends_where_the_narrator_goes_on(text: str, kept: str):
    """A semicolon or a clause of comment ends it; what stands between marks is never cut."""
    assert text[slice(*without_tail(text, (0, len(text))))] == kept


def test_a_hole_parts_a_content_and_edges_are_trimmed():
    """Of "The gate, he said, was shut" the cue goes, with the commas round it."""
    text = "The gate, he said, was shut."
    assert [text[s:e] for s, e in cleaned(text, [(0, len(text))], [(10, 17)])] == ["The gate", "was shut"]


def test_what_holds_no_word_falls_away():
    """Marks and dashes alone are no content."""
    assert cleaned("The gate — … —", [(0, 8), (9, 14)], [(0, 8)]) == ()


RANGE = st.tuples(st.integers(0, 30), st.integers(3, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(
    st.text(alphabet="ab ,;.:–\"'\n😀é", min_size=45, max_size=45),
    st.lists(RANGE, max_size=4),
    st.lists(RANGE, max_size=3),
)
def test_cleaned_stretches_lie_in_those_given_and_outside_the_holes(text: str, ranges: list[Range], holes: list[Range]):
    """Every piece holds a letter, no space at its edges, no letter of a hole; a gap of one is closed, no more."""
    given_points = {at for start, end in ranges for at in range(start, end + 1)}
    for start, end in cleaned(text, ranges, holes):
        assert text[start:end].strip() == text[start:end] != ""
        letters = {at for at in range(start, end) if text[at].isalnum()}
        assert letters
        assert letters <= given_points
        assert not any(h <= at < e for at in letters for h, e in holes)
