"""Lists of patterns as one: the first that matches counts, and the edge of a word is looked for once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.data import cues, entries, joined, patterns

ROWS = [r"\bgates?\b", r"\bgate shut", "^so", r"all|\bwall", "shut", r"\bno(?:t|ne)?\b|\bnever"]


@given(st.lists(st.sampled_from(ROWS), min_size=1, unique=True), st.text("gates shutolwnevr ", max_size=30))
def test_joined_rows_match_as_a_plain_choice_does(rows: list[str], text: str):
    """The same places in the same order, whatever rows begin at the edge of a word."""
    plainly = "|".join(f"(?:{row})" for row in rows)
    assert [one.span() for one in re.finditer(joined(rows), text)] == [one.span() for one in re.finditer(plainly, text)]


CUES = (
    "turn-cues.txt",
    "yielding-cues.txt",
    "earlier-cues.txt",
    "opinion-not.txt",
    "not-negations.txt",
    "bare-denials.txt",
    "guarded-phrases.txt",
    "slot-patterns.txt",
    "content-stances.txt",
    "belittlings.txt",
)
"""Lists that are searched for in small letters."""


def _rows(name: str) -> list[str]:
    """Give the patterns of a list without what they stand for."""
    named = {"slot-patterns.txt": " ", "content-stances.txt": " | "}.get(name)
    return [row.split(named, 1)[1] if named else row for row in entries(name)]


def test_cues_are_written_in_small_letters():
    """A capital in a list that is searched in small letters could never match."""
    rows = [re.sub(r"\\.", "", row) for name in CUES for row in _rows(name)]
    assert [row for row in rows if row != row.lower()] == []


def test_cues_are_found_in_small_letters_where_patterns_are_in_any():
    """One list, two ways to ask it."""
    assert cues("turn-cues.txt").search("they no longer wait")
    assert patterns("turn-cues.txt").search("They No Longer wait")
    assert not cues("turn-cues.txt").search("They No Longer wait")


def test_a_row_at_the_edge_of_a_word_is_so_in_all_its_alternatives():
    """Otherwise taking the edge out of a row would bind its other alternatives to it."""
    edged = [row for name in (*CUES, "opinion-strong.txt") for row in _rows(name) if row.startswith(r"\b")]
    assert [row for row in edged if not all(one.startswith(r"\b") for one in _alternatives(row))] == []


def _alternatives(pattern: str) -> list[str]:
    """Give the alternatives of ``pattern`` that stand in no brackets."""
    found, depth = [""], 0
    for part in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", pattern):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found
