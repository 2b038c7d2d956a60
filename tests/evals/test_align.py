"""Offsets move from one text of an article to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.evals.align import mapper
from rashomon.read.visible import visible_text

PAGE = "<html><body><nav>Home</nav>\n<p>The gate <b>was</b> open&nbsp;&mdash; “wide”.</p><p>So be it.</p></body></html>"


def test_a_span_of_the_page_is_found_in_its_visible_text():
    """A system that took the markup for text is scored on the words it meant."""
    seen = visible_text(PAGE)
    start = PAGE.index("The gate")
    end = PAGE.index("open") + 4
    first, last = mapper(PAGE, seen)(start, end)
    assert seen[first:last] == "The gate was open"


def test_what_stands_nowhere_is_nothing():
    """A claim over a script has no place in gold, and no length."""
    assert mapper("<script>x()</script> a b", "a b")(8, 11) == (0, 0)


def test_an_edge_inside_a_word_stays_there():
    """A system may cut words; the cut is kept."""
    text = "unlocked gate"
    assert mapper("# " + text, text)(4, 10) == (2, 8)


@given(st.lists(st.sampled_from(["gate", "the", "open", "é😀", "don’t", "“no”"]), min_size=1, max_size=20), st.data())
def test_other_spaces_and_marks_do_not_matter(words, data):
    """Property: with other white space and straight marks every run of words is found where it stands."""
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "\r\n", "\xa0"]), min_size=len(words), max_size=len(words)))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    target = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    source = " ".join(words).replace("’", "'").replace("“", '"').replace("”", '"')
    start = len(" ".join(words[:first])) + (first > 0)
    end = start + len(" ".join(words[first : last + 1]))
    begin, stop = mapper(source, target)(start, end)
    assert target[begin:stop].split() == words[first : last + 1]
