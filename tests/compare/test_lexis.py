"""Words that name one kind of thing in three tones, and words that judge."""

from __future__ import annotations

import re

import pytest

from rashomon.compare.lexis import Entry, contrasted, differ, entries_of, judges
from rashomon.data import entries


def kinds(*form: str) -> dict[str, Entry]:
    """Give what a form is a name of, by kind."""
    return {entry.kind: entry for entry in entries_of(form)}


def test_every_kind_has_three_tones():
    """Each line of the data is a kind with softer, plain and harsher names, no name twice in one of its tones."""
    for row in entries("wordings.txt"):
        kind, tones = row.split(":", 1)
        listed = [tone.split() for tone in tones.split("|")]
        assert re.fullmatch(r"[A-Z_]+", kind), row
        assert len(listed) == 3, row
        assert all(len(set(names)) == len(names) for names in listed), row


def test_kinds_have_one_line():
    """No kind is told twice."""
    named = [row.split(":")[0] for row in entries("wordings.txt")]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("form", ["massacre", "massacres", "massacred"])
def test_forms_of_a_word_are_one(form: str):
    """Plurals and tenses have the base form as their key."""
    assert {entry.key for entry in entries_of((form,))} == {"massacre"}


def test_phrases_are_found_by_their_words():
    """The first or the last word of a phrase may stand in any form."""
    assert kinds("kicked", "the", "can")["DELAY"].tone == 1
    assert kinds("job", "losses")["LAYOFFS"].tone == 0
    assert entries_of(("kicked", "the")) == ()


def test_what_differs_in_tone():
    """Two names differ where their tones do and one of them takes a side by itself; two kinds never do."""
    plain, harsh = kinds("delay")["DELAY"], kinds("shelve")["DELAY"]
    assert differ(plain, harsh)
    assert not differ(plain, plain)
    vague = Entry("DELAY", "wait", -1, vague=True, noun=False)
    assert not differ(plain, vague)
    assert not differ(plain, Entry("OTHER", "axe", 1, vague=False, noun=False))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the disgraced banker", "the banker", True),
        ("the disgraced banker", "a greedy man", False),
        ("the tycoon", "the owner", True),
        ("the owner", "the secretary", False),
    ],
)
def test_contrasted_descriptions(left: str, right: str, expected: bool):
    """One judges and the other does not, or they name one kind in two tones."""
    assert contrasted([left, right]) is expected


def test_words_made_for_the_day_judge():
    """So do those that end like others: "scandal-hit"."""
    assert [word for word in ("scandal-hit", "ferry-mad", "so-called", "wooden", "hit") if judges(word)] == [
        "scandal-hit",
        "ferry-mad",
        "so-called",
    ]
