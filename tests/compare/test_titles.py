"""The span that states a proposition best."""

import pytest

from factory import article, body
from ferry import by, told
from preparing import gists
from rashomon.compare.titles import title
from rashomon.model import Story


def best(text, *claims):
    """Give the words of the title of ``claims``, pairs of words and stance, in ``text``."""
    report = article(text)
    made = [by(report, words, "Vane", stance) for words, stance in claims]
    found = title(gists(Story((report,), (body(report),), (), (told(report, *made),))))
    return report.text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "claims", "words"),
    [
        (
            "He left the harbour on Sunday. Bram Vane left the harbour on Sunday.",
            [("He left the harbour on Sunday", "asserts"), ("Bram Vane left the harbour on Sunday", "asserts")],
            "Bram Vane left the harbour on Sunday",
        ),
        (
            "denied that the harbour gate was open. Bram Vane found the harbour gate open.",
            [("denied that the harbour gate was open", "denies"), ("Bram Vane found the harbour gate open", "asserts")],
            "Bram Vane found the harbour gate open",
        ),
        (
            "The gate. The harbour gate was open on Sunday.",
            [("The gate", "asserts"), ("The harbour gate was open on Sunday", "asserts")],
            "The harbour gate was open on Sunday",
        ),
        (
            "The harbour master and the gate of the harbour. The harbour master opened the gate.",
            [
                ("The harbour master and the gate of the harbour", "asserts"),
                ("The harbour master opened the gate", "asserts"),
            ],
            "The harbour master opened the gate",
        ),
        (
            "The harbour gate was not open on Sunday. The harbour gate was open on Sunday.",
            [
                ("The harbour gate was not open on Sunday", "asserts"),
                ("The harbour gate was open on Sunday", "asserts"),
            ],
            "The harbour gate was open on Sunday",
        ),
        (
            "who opened the harbour gate. The master opened the harbour gate.",
            [("who opened the harbour gate", "asserts"), ("The master opened the harbour gate", "asserts")],
            "The master opened the harbour gate",
        ),
        (
            "Vane showed them the harbour gate. Vane showed pilots the harbour gate.",
            [
                ("Vane showed them the harbour gate", "asserts"),
                ("Vane showed pilots the harbour gate", "asserts"),
            ],
            "Vane showed pilots the harbour gate",
        ),
    ],
)
def test_the_clause_that_stands_by_itself(text, claims, words):
    """A full name is better than a pronoun, an assertion than a denial, a clause than a scrap or a list of names."""
    assert best(text, *claims) == words


def test_joining_words_and_marks_stay_outside():
    """A title begins after "that" and ends before what joins it to the next clause."""
    text = "Vane said that the harbour gate was open, and the tide was in."
    assert best(text, ("that the harbour gate was open, and", "asserts")) == "the harbour gate was open"
