"""Whose words an article is made of, and which passages judge in the outlet's own voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, attribution, blocks, body
from rashomon.compare.voice import find
from rashomon.compare.words import words
from rashomon.model import Analysis, Article, Attribution, Block, Story, Voice


def voice(report: Article, *attributions: Attribution, own: tuple[Block, ...] = ()) -> Voice:
    """Give the voice of one report, all of it running text."""
    told = Analysis(report.id, attributions=attributions)
    story = Story(articles=(report,), blocks=(own or body(report),), analyses=(told,))
    (found,) = find(story, words(story.articles, story.blocks, story.analyses))
    return found


def opinions(text: str, **facts: str) -> list[str]:
    """Give the passages of opinion of a report without any source."""
    report = article(text, **facts)
    return [text[one.start : one.end] for one in voice(report).opinion]


def test_words_are_counted_by_whose_they_are():
    """Words between marks are quoted, those told as somebody's attributed, the rest the outlet's own."""
    report = article("The gate fell. She said it was old. “Nobody looked,” she said.")
    found = voice(
        report,
        attribution(report, "She", "said", "it was old"),
        attribution(report, "she", "said", "“Nobody looked,”", kind="direct"),
    )
    assert (found.own, found.attributed, found.quoted) == (7, 3, 2)


def test_furniture_is_nobodys_voice():
    """Words of an appeal are not counted."""
    report = article("The gate fell.\n\nSupport us today.")
    assert voice(report, own=blocks(report, "body", "appeal")).own == 3


@pytest.mark.parametrize(
    "text",
    [
        "The whole inquiry is absurd.",
        "The board should resign.",
        "I do not care for gates.",
        "This makes no sense at all.",
        "Of course nobody looked at the gate.",
    ],
)
def test_a_judging_word_makes_an_opinion(text: str):
    """Worth, duty, the first person and what one must agree to are judgements: each of them is enough."""
    assert opinions(f"The gate fell on Monday. {text} It was made of oak.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The gate fell on Monday and nobody was hurt.",
        "She told me that the gate was old, and I rang the port.",
        "The US coast guard closed the harbour.",
        "Sadly, the gate fell.",
        "'I Never Touched It'",
    ],
)
def test_a_report_is_no_opinion(text: str):
    """Plain telling, a reporter at work, one leaning word and somebody's words are none."""
    assert opinions(text) == []


def test_one_leaning_word_is_enough_in_a_column():
    """Where the article is said to be somebody's view, by its genre or by what it disclaims, less will do."""
    text = "Sadly, the gate fell."
    assert opinions(text, genre="Opinion") == [text]
    assert opinions(text, genre="Opinion polls") == []
    report = article(f"{text}\n\nThe views expressed here are those of the author.")
    (found,) = voice(report, own=blocks(report, "body", "disclaimer")).opinion
    assert report.text[found.start : found.end] == text


def test_what_somebody_says_is_not_the_outlets_opinion():
    """A judgement inside an attribution's content is its source's; the outlet may judge beside it."""
    report = article("Absurdly late, the mayor said that the gate should be closed.")
    found = voice(report, attribution(report, "the mayor", "said", "that the gate should be closed"))
    assert [report.text[one.start : one.end] for one in found.opinion] == ["Absurdly late, the mayor said"]


@given(
    st.lists(st.sampled_from(["It is absurd.", "The gate fell.", "“I should go,”", "\n\n", "Shameful!"]), max_size=9)
)
def test_passages_lie_apart_in_order(parts):
    """Passages never overlap, stand in order, hold no mark of quotation and nothing but words of the text."""
    report = article(" ".join(parts) or " ")
    found = voice(report).opinion
    places = [edge for one in found for edge in (one.start, one.end)]
    assert places == sorted(places)
    assert all("“" not in report.text[one.start : one.end] for one in found)
    assert all(0 <= one.start < one.end <= len(report.text) for one in found)
