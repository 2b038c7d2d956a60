"""One figure told of two kinds of people."""

from __future__ import annotations

import pytest

from clashing import story, sure
from rashomon.compare.conflicts.contenders import contenders
from rashomon.compare.conflicts.referents import misplaced, topics
from rashomon.compare.prepared import prepared


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("the ferry fire left 61 people dead", "the ferry fire left 61 people injured", True),
        ("the ferry fire left 61 people dead", "the ferry fire killed 61 people", False),
        ("the ferry fire left 61 people dead", "the ferry fire left 58 people injured", False),
        ("the ferry fire left 60 people dead", "the ferry fire left 60 people injured", False),
        ("the ferry fire left 4 people dead", "the ferry fire left 4 people injured", False),
        ("the ferry fire left 61 people dead", "the ferry carried 61 people", False),
    ],
)
def test_one_figure_of_two_kinds_of_people(left: str, right: str, clash: bool):
    """An odd figure told of the dead and of the hurt is one figure misplaced; round and small ones may be two."""
    made = story((left, [(left, "the port")]), (right, [(right, "the union")]))
    one, other = contenders(made, prepared(made).gists)
    asked = bool(set(topics(one).says) & set(topics(other).meets))
    found = misplaced(one, other, sure)
    assert (asked and found is not None) is clash
    if found is not None:
        assert (found.kind, found.severity) == ("referent", "hard")
        assert "61" in found.left.value
