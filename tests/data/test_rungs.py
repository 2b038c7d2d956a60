"""Words that rule one another out, in their lists and in a line."""

from __future__ import annotations

import pytest

from rashomon.data.rungs import rungs, standing

LISTS = ["place-rungs.txt", "role-rungs.txt", "media.txt"]


def test_the_longest_phrase_is_found_by_itself():
    """A first officer is not an officer who is first in a list; part of a word is no word."""
    found = [line[:2] for line in standing("the first  officer and the captaincy", "role-rungs.txt")]
    assert found == [(4, 18)]
    assert list(standing("hotels, barn", "place-rungs.txt")) == []


@pytest.mark.parametrize("name", LISTS)
def test_each_line_has_answers_that_differ(name: str):
    """Every line has two rungs at least, and no word stands on two rungs of one line."""
    answers: dict[int, set[int]] = {}
    for several in rungs(name).values():
        for rung in several:
            answers.setdefault(rung.question, set()).add(rung.answer)
        assert len({rung.question for rung in several}) == len(several)
    assert all(len(rungs_of_line) > 1 for rungs_of_line in answers.values())
