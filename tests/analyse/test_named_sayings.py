"""Sayings that are named and not told: the name is the content, and nobody is guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factory import Told

Attributed = Callable[..., list[Told]]

CASES = [
    # (sentence, source, content, stance)
    (
        "The paper ran the story despite official Harbour Office denials.",
        "Harbour Office",
        "official Harbour Office denials",
        "denies",
    ),
    ("The minister's admission stunned the council.", "The minister's", "The minister's admission", "asserts"),
    ("Repeated government denials have not calmed the port.", "government", "Repeated government denials", "denies"),
    ("The march ended amid accusations by residents.", "residents", "accusations by residents", "asserts"),
    ("The ministry rejected Tarn's claim as absurd.", "Tarn's", "Tarn's claim", "asserts"),
]


@pytest.mark.parametrize(("sentence", "source", "content", "stance"), CASES)
def test_a_saying_that_is_only_named(attributed: Attributed, sentence: str, source: str, content: str, stance: str):
    """An owner, a body's name before the noun, or "by" whom it is; the noun gives the stance."""
    (one,) = (told for told in attributed(sentence) if told.contents == (content,))
    assert (one.source, one.stance) == (source, stance)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sunday's claim was the third.",
        "The widow's claim for damages was heard in May.",
        "The denials were loud.",
        "Her lawyer repeated her claim.",
    ],
)
def test_what_names_no_saying_of_anybody(attributed: Attributed, sentence: str):
    """A day says nothing, a claim for money is none, and of a pronoun's claim that is repeated only the verb tells."""
    assert not [told for told in attributed(sentence) if told.cue in ("claim", "denials")]


def test_who_publishes_a_saying_stands_before_whose_it_is(attributed: Attributed):
    """The paper is the source of what it carried, and the dockers' allegations stand within that."""
    found = attributed("The Orrin Post carried similar allegations from four dockers.")
    paper = next(i for i, told in enumerate(found) if told.cue == "carried")
    (dockers,) = (told for told in found if told.cue == "allegations")
    assert found[paper].source == "The Orrin Post"
    assert (dockers.source, dockers.within) == ("four dockers", paper)
