"""The words of a clause in plain forms, and the classes of events they belong to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.events import classes, grammar, lemma, words


@pytest.mark.parametrize(
    "forms",
    [
        ("deny", "denies", "denied", "denying"),
        ("plan", "plans", "planned", "planning"),
        ("give", "gave", "given", "giving"),
        ("bridge", "bridges"),
        ("witness", "witnesses"),
        ("story", "stories"),
        ("woman", "women"),
    ],
)
def test_forms_of_one_word_are_one(forms):
    """Whatever form a word stands in, it has one plain form."""
    assert len({lemma(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("notes", "not"), ("bed", "be"), ("princess", "prince"), ("bus", "bu")])
def test_different_words_stay_apart(one, other):
    """An ending is taken off only where a word is left that nothing else is."""
    assert lemma(one) != lemma(other)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("a phone call", "their conversation", "TALK"),
        ("the death toll", "four were killed", "DIE"),
        ("the walkout", "a stoppage", "STRIKE"),
        ("she resigned", "she stepped down", "RESIGN"),
        ("he stood himself aside", "he quit", "RESIGN"),
    ],
)
def test_words_of_one_event_share_a_class(one, other, name):
    """What one outlet calls a call, another a conversation, is one class; phrases and split phrases too."""
    for text in (one, other):
        assert name in {kind for kinds in classes(words(text)) for kind in kinds}


def test_a_denied_event_is_the_same_event():
    """No class holds a word of negation: that something did not happen is about the same thing."""
    kinds = [[kind for found in classes(words(text)) for kind in found] for text in ("was killed", "was not killed")]
    assert kinds[0] == kinds[1]
    assert not [word for word in ("not", "never", "no", "denied", "without") if any(classes(words(word)))]


def test_numbers_are_words():
    """A number is a word, its thousands without a comma."""
    assert [word.lemma for word in words("1,200 at 9.30")] == ["1200", "at", "9.30"]


def test_grammar_tells_nothing():
    """Words of grammar are known in their plain forms."""
    assert {lemma(word) for word in ("the", "said", "Monday", "they")} <= grammar()
    assert lemma("ferry") not in grammar()


@given(st.text(max_size=60))
def test_offsets_stand(text):
    """Every word stands where its offsets say, in order, and has a plain form."""
    found = words(text)
    assert all(word.lemma and text[word.start : word.end].strip() for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
