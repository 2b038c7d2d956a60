"""Cues that are no verbs: nouns, adjectives of mind, adverbs, "according to", "no comment"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factory import Told

Attributed = Callable[..., list[Told]]

CASES = [
    # (sentence, source, content)
    ("Claims by two dockers that the gate was open were false.", "two dockers", "that the gate was open"),
    ("The mayor's claim that nobody was hurt is false.", "The mayor's", "that nobody was hurt"),
    ("There were allegations that the gate was open.", None, "that the gate was open"),
    ("The board's decision to sell the ferry came late.", "The board's", "to sell the ferry"),
    ("Lund raised concerns about the wall.", "Lund", "the wall"),
    ("The mayor's fear is that the wall will fall.", "The mayor's", "that the wall will fall"),
    ("The mayor was confident that the gate was shut.", "The mayor", "that the gate was shut"),
    ("The mayor remains eager to sell the ferry.", "The mayor", "to sell the ferry"),
    ("According to three dockers, the gate was open.", "three dockers", "the gate was open"),
    ("The gate was open, according to three dockers.", "three dockers", "The gate was open"),
    ("The gate was open, according to a report by the board.", "a report by the board", "The gate was open"),
    ("The ministry had no comment.", "The ministry", "comment"),
    ("The owner was under the impression that the tapes were lost.", "The owner", "that the tapes were lost"),
    ("The board is of the opinion that the wall will hold.", "The board", "that the wall will hold"),
    ("By the union's reckoning 67 people were held.", "the union's", "67 people were held"),
]


@pytest.mark.parametrize(("sentence", "source", "content"), CASES)
def test_source_and_content_of_a_cue_that_is_no_verb(
    attributed: Attributed, sentence: str, source: str | None, content: str
):
    """A possessor, a "by" phrase, a subject, or nobody."""
    (one,) = (told for told in attributed(sentence) if told.contents == (content,))
    assert one.source == source


@pytest.mark.parametrize("adverb", ["allegedly", "reportedly"])
def test_an_adverb_keeps_a_distance_and_names_nobody(attributed: Attributed, adverb: str):
    """The clause is held by nobody who is named, and left open."""
    (one,) = attributed(f"The captain {adverb} left the bridge before midnight.")
    assert (one.source, one.cue, one.stance) == (None, adverb, "hedges")
    assert "".join(one.contents).startswith("The captain")


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim was heard in court.",
        "The ministry's report is long.",
        "The doubt remained.",
        "The play was played according to the rules.",
    ],
)
def test_a_noun_without_content_attributes_nothing(attributed: Attributed, sentence: str):
    """It is the content that makes an attribution."""
    assert [one for one in attributed(sentence) if one.cue != "according to"] == []


def test_a_sentence_may_begin_with_a_mark(attributed: Attributed):
    """ "According to" opens the sentence behind a mark as well."""
    found = attributed("(According to the Echo, the gate was open.)")
    assert found[0].source == "the Echo"
    assert any("the gate was open" in content for content in found[0].contents)
