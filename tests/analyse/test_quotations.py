"""Quotations: every kind of mark, marks that are missing, marks that are none."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analyse.quotations import Quotation, find


def quoted(text: str, depth: int | None = None) -> list[str]:
    """Give the quotations of one paragraph in words, those of one depth where it is given."""
    found = find(text, [(0, len(text))])
    return [text[q.start : q.end] for q in found if depth is None or q.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Lund said “the wall holds” twice.", "“the wall holds”", id="curly"),
        pytest.param('Lund said "the wall holds" twice.', '"the wall holds"', id="straight"),
        pytest.param("Lund said „the wall holds“ twice.", "„the wall holds“", id="low"),
        pytest.param("Lund said «the wall holds» twice.", "«the wall holds»", id="angled"),
        pytest.param("Lund said ``the wall holds'' twice.", "``the wall holds''", id="typewriter"),
        pytest.param("Lund said ‘the wall holds’ twice.", "‘the wall holds’", id="single curly"),
        pytest.param("Lund said 'the wall holds' twice.", "'the wall holds'", id="single straight"),
        pytest.param('Lund said “the wall holds" twice.', '“the wall holds"', id="opened curly, closed straight"),
        pytest.param('Lund said "the wall holds” twice.', '"the wall holds”', id="opened straight, closed curly"),
    ],
)
def test_each_kind_of_mark_is_seen_with_the_marks(text: str, words: str):
    """Curly, straight, low, angled, typewriter and single marks, and marks that do not match each other."""
    assert quoted(text) == [words]


def test_two_quotations_of_one_sentence_stay_apart():
    """The words between two quotations are nobody's quotation."""
    assert quoted("“The gate,” she said, “was shut.”") == ["“The gate,”", "“was shut.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said, “He told me, ‘Leave now,’ and I left.”",
        "Lund said, \"He told me, 'Leave now,' and I left.\"",
    ],
)
def test_marks_inside_marks_are_one_level_deeper(text: str):
    """The inner quotation has depth 1 and lies inside the outer one of depth 0."""
    (outer,) = quoted(text, 0)
    (inner,) = quoted(text, 1)
    assert inner in outer
    assert inner[1:-1] == "Leave now,"


def test_marks_that_close_together_close_both_levels():
    """A single and a double mark side by side end the inner and the outer quotation."""
    text = "“He told me, ‘Leave now.’”"
    assert quoted(text, 0) == [text]
    assert quoted(text, 1) == ["‘Leave now.’"]


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' strike and the pilots' strike ended.",
        "It's Lund's wall, isn't it?",
        "Carrow’s gate wasn’t shut in the ’90s.",
        'The board was 6" wide.',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str):
    """Possessives, contractions, elisions and a measure open nothing."""
    assert quoted(text) == []


def test_a_quotation_that_goes_on_over_paragraphs():
    """Each paragraph opens anew, only the last one closes: the later ones continue the first."""
    text = "“The tide is low.\n\n“Nobody was hurt.\n\n“Stay away.”"
    starts = [0, text.index("“Nobody"), text.index("“Stay")]
    ends = [text.index("\n"), text.index("\n\n“Stay"), len(text)]
    found = find(text, list(zip(starts, ends, strict=True)))
    assert [(q.start, q.end) for q in found] == list(zip(starts, ends, strict=True))
    assert [q.closed for q in found] == [False, False, True]
    assert [q.continues for q in found] == [False, True, True]


def test_a_new_quotation_does_not_continue_a_closed_one():
    """Two paragraphs that are each closed are two quotations, whoever speaks them."""
    text = "“The tide is low.”\n\n“Nobody was hurt.”"
    found = find(text, [(0, 18), (20, len(text))])
    assert [q.continues for q in found] == [False, False]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    """The paragraph after it is not swallowed."""
    text = "He said: “The tide is low.\n\nThe ferry sank."
    (found,) = find(text, [(0, 26), (28, len(text))])
    assert (text[found.start : found.end], found.closed) == ("“The tide is low.", False)


def test_a_closing_mark_alone_quotes_nothing():
    """What was lost before it cannot be known."""
    assert quoted("The tide is low,” he said.") == []


PIECES = st.lists(
    st.one_of(
        st.sampled_from([*"\"'“”„«»‘’‟`", "''", "``", "\n", "\r\n", "\u00a0", ". ", ", ", "s' ", " "]),
        st.text(min_size=1, max_size=4),
    ),
    max_size=30,
).map("".join)


@given(st.lists(PIECES, max_size=4))
def test_any_marks_give_spans_inside_their_paragraph(texts: list[str]):
    """Nothing raises; every quotation is not empty, stands in one paragraph, and they come in order."""
    bounds, at = [], 0
    for text in texts:
        bounds.append((at, at + len(text)))
        at += len(text) + 2
    text = "\n\n".join(texts)
    found = find(text, bounds)
    assert list(found) == sorted(found)
    assert len({(q.start, q.end) for q in found}) == len(found)
    for one in found:
        assert one.start < one.end
        assert any(start <= one.start and one.end <= end for start, end in bounds)


@given(PIECES)
def test_nested_quotations_lie_inside_an_outer_one(text: str):
    """Depth 1 means: inside one of depth 0."""
    found = find(text, [(0, len(text))])
    outer = [q for q in found if q.depth == 0]
    for one in found:
        if one.depth:
            assert any(host.start < one.start and one.end <= host.end for host in outer), one


@given(PIECES.map(lambda text: re.sub("['‘’`]", "", text)))
def test_double_marks_never_cross(text: str):
    """Without single marks, quotations follow one another."""
    found: tuple[Quotation, ...] = find(text, [(0, len(text))])
    assert all(a.end <= b.start for a, b in pairwise(found)), found


def test_a_single_mark_left_open_goes_on_in_the_next_paragraph():
    """A quotation in single marks over two paragraphs is opened twice and closed once, as in double marks."""
    text = "Lund was there. ‘It was dark. He’d told us to wait.\n\n‘Nobody came.’"
    end = text.index("\n")
    first, second = find(text, [(0, end), (end + 2, len(text))])
    assert text[first.start : first.end] == "‘It was dark. He’d told us to wait."
    assert not first.closed
    assert second.continues
    assert find(text[:end], [(0, end)]) == ()
