"""A second opinion by the order of the words, where the parse shows no saying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.surface import _ended, surface

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


def told(doc: Doc) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give source, cue and contents of what the order of the words shows in the first sentence by itself."""
    text = doc.text
    return [
        (text[slice(*one.source or (0, 0))], text[slice(*one.cue)], tuple(text[slice(*part)] for part in one.contents))
        for one in surface(next(iter(doc.sents)), [])
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Orrin Lines said at the time that the dock was safe.", "Orrin Lines", "said", "that the dock was safe"),
        ("Another doubts that Tarn had any such power.", "Another", "doubts", "that Tarn had any such power"),
        ("The clerk insists it was a gift.", "The clerk", "insists", "it was a gift"),
        (
            "The dockers, a crew of eight, announced from a lorry that 200 had come.",
            "The dockers",
            "announced",
            "that 200 had come",
        ),
        (
            "She told the board on Monday that the rope had broken; nobody asked.",
            "She",
            "told",
            "that the rope had broken",
        ),
    ],
)
def test_the_order_of_the_words_tells_who_said_what(
    parse_one: ParseOne, sentence: str, source: str, cue: str, content: str
):
    """Who, a cue, and "that" or a clause with a subject of its own; a semicolon ends it."""
    assert told(parse_one(sentence)) == [(source, cue, (content,))]


@pytest.mark.parametrize(
    "sentence",
    [
        "She was asked at the end whether the dock was safe.",
        "The letter that the clerk wrote was lost.",
        "In the letter he lost the clerk found nothing.",
        "The crew said little.",
        'The clerk said that "the dock was safe.',
    ],
)
def test_what_is_not_plain_is_let_be(parse_one: ParseOne, sentence: str):
    """A passive, a relative clause, a cue without a clause, and marks left open show nothing by their order."""
    assert told(parse_one(sentence)) == []


def test_two_sentences_run_together_are_told_apart():
    """Where a mark hides the end of a sentence from the parser, what was told ends there all the same."""
    joined = "She doubts it was Tarn. 'So what,' he said"
    assert _ended(joined, 11, len(joined)) == (11, joined.index("."))
    titled = "She doubts that Mr. Tarn came"
    assert _ended(titled, 11, len(titled)) == (11, len(titled))


def test_a_cue_that_has_a_relation_is_not_asked_about(parse_one: ParseOne):
    """The parse goes first."""
    sentence = next(iter(parse_one("The clerk said that the dock was safe.").sents))
    first = surface(sentence, [])
    assert surface(sentence, first) == first
