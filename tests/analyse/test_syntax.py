"""Readings of the tree: who does a verb, what a noun phrase holds, where a stretch ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analyse.syntax import chars, is_passive, noun_phrase, passive_agent, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ParseOne = Callable[[str], "Doc"]


def word(doc: Doc, text: str) -> Token:
    """Give the first token that is written so."""
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("sentence", "verb", "head"),
    [
        pytest.param("The mayor denied the report.", "denied", "mayor", id="its own subject"),
        pytest.param("Lund confirmed the report and denied the rest.", "denied", "Lund", id="coordinated"),
        pytest.param("Lund wants to deny the report.", "deny", "Lund", id="controlled"),
        pytest.param("Lund left the room, saying that nobody had asked.", "saying", "Lund", id="participle"),
        pytest.param("The letter saying that nobody had asked was lost.", "saying", "letter", id="described"),
    ],
)
def test_the_subject_is_found_up_the_tree(parse_one: ParseOne, sentence: str, verb: str, head: str):
    """A verb without a subject of its own takes that of the verb it goes with."""
    found = subject(word(parse_one(sentence), verb))
    assert found is not None
    assert found.text == head


def test_a_passive_has_no_doer_but_its_agent(parse_one: ParseOne):
    """In "was denied by the mayor" the mayor denies; "was denied" leaves nobody."""
    named = word(parse_one("The report was denied by the mayor."), "denied")
    assert is_passive(named)
    assert subject(named) is None
    agent = passive_agent(named)
    assert agent is not None
    assert agent.text == "mayor"
    unnamed = word(parse_one("The report was denied."), "denied")
    assert is_passive(unnamed)
    assert passive_agent(unnamed) is None
    assert not is_passive(word(parse_one("The mayor denied the report."), "denied"))


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        pytest.param(
            "The old harbour master of Orrin left.", "master", "The old harbour master of Orrin", id="with its tail"
        ),
        pytest.param(
            "Ines Carrow, the harbour master, left.", "Carrow", "Ines Carrow, the harbour master", id="apposition"
        ),
        pytest.param("The mayor, who had been on leave, left.", "mayor", "The mayor", id="without news after a comma"),
    ],
)
def test_a_noun_phrase_has_its_appositions_but_no_other_news(
    parse_one: ParseOne, sentence: str, head: str, phrase: str
):
    """A clause after a comma tells something else and stays out."""
    doc = parse_one(sentence)
    assert doc.text[slice(*chars(doc, *noun_phrase(word(doc, head))))] == phrase


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" , the gate was shut. ", "the gate was shut"),
        ('"The gate was shut."', '"The gate was shut."'),
        ("it was made in the U.S.", "it was made in the U.S."),
        ("— and so it was –", "and so it was"),
        ("Was it shut?", "Was it shut?"),
        (" . ", ""),
    ],
)
def test_a_stretch_is_trimmed_to_its_words_and_marks(text: str, kept: str):
    """The sentence's own full stop goes; marks, an abbreviation's stop and a question's mark stay."""
    assert text[slice(*trimmed(text, 0, len(text)))] == kept


@given(st.text(alphabet="aU. ,;:–—-\n\"'é😀", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_trimming_only_narrows_and_does_so_once(text: str, start: int, end: int):
    """The stretch lies in the one given, loses no letter, and trimming it again changes nothing."""
    start, end = min(start, len(text)), min(end, len(text))
    start, end = min(start, end), max(start, end)
    first, last = trimmed(text, start, end)
    assert start <= first <= last <= end
    assert [c for c in text[first:last] if c.isalnum()] == [c for c in text[start:end] if c.isalnum()]
    assert trimmed(text, first, last) == (first, last)
