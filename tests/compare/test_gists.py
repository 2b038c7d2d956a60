"""What each claim comes down to: its terms, what surrounds it, its numbers and times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, body
from ferry import by, story, told
from preparing import gists
from rashomon.compare.weights import likeness, unit
from rashomon.model import Story

WEIGHTS = st.dictionaries(st.sampled_from("abcde"), st.floats(0.1, 9), max_size=5)


def test_every_claim_has_its_gist():
    """All claims come back in order of articles and places, none changed."""
    given_story = story()
    found = gists(given_story)
    assert [one.claim for one in found] == [claim for analysis in given_story.analyses for claim in analysis.claims]
    assert all(one.words == one.text for one in found)


def test_what_surrounds_a_claim():
    """A claim that says nothing by itself has the terms of its paragraph around it, weaker than its own."""
    wrong = next(one for one in gists(story()) if one.text == "That is wrong")
    assert "gat" in wrong.setting
    assert "gat" not in wrong.own
    assert wrong.setting["wrong"] > wrong.setting["gat"]


def test_terms_are_words_classes_and_names():
    """A term is a plain form, a class of events or an entity; each can be shown in words."""
    leaves = next(one for one in gists(story()) if one.text.startswith("Carrow is to resign"))
    assert {term[0] for term in leaves.own} >= {"@", "#", "c"}
    assert "@RESIGN" in leaves.own
    assert {leaves.shown[term] for term in leaves.own} >= {"Ines Carrow", "resign"}


def test_sentences_and_paragraphs_are_numbered():
    """Claims of one sentence share its number, those of one paragraph its; no two articles share either."""
    found = gists(story())
    echo = [one for one in found if one.claim.id.startswith("ce")]
    assert echo[0].paragraph == echo[1].paragraph
    assert echo[0].sentence + 1 == echo[1].sentence
    assert len({(one.claim.span.article, one.paragraph) for one in found}) == len({one.paragraph for one in found})


def test_numbers_times_and_questions():
    """A gist knows the quantities and times in its words, and what they make it answer."""
    hurt = next(one for one in gists(story()) if one.text.startswith("At least"))
    assert (hurt.quantities[0].low, hurt.slots) == (27, ("number",))
    days = [one for one in gists(story()) if one.times]
    assert len(days) == 3
    assert all("time" in one.slots for one in days)


def test_a_title_or_initial_ends_no_sentence():
    """The stop after a title, a shortened saint or an initial is none of a sentence."""
    report = article("Mr. J. Vane of St. Orr left. He was late.")
    claims = (by(report, "St. Orr left", "Vane"), by(report, "He was late", "Vane"))
    found = gists(Story((report,), (body(report),), (), (told(report, *claims),)))
    assert [one.sentence for one in found] == [0, 1]


def test_likeness_of_nothing():
    """What has no terms is like nothing."""
    assert likeness({}, {"a": 1.0}) == 0
    assert unit({}) == {}


@given(WEIGHTS, WEIGHTS)
def test_likeness_is_a_cosine(left, right):
    """It lies between 0 and 1, is the same both ways, and 1 for two that are the same."""
    one, other = unit(left), unit(right)
    assert 0 <= likeness(one, other) <= 1 + 1e-9
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert not one or likeness(one, one) == pytest.approx(1)
