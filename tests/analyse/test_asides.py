"""Sayings set in between commas hold what stands round them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.relations import relations

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


def told(doc: Doc, cue: str) -> tuple[str, ...]:
    """Give the contents of the relation whose cue reads ``cue``."""
    text = doc.text
    (found,) = [one for one in relations(doc) if text[slice(*one.cue)] == cue]
    return tuple(text[slice(*part)] for part in found.contents)


@pytest.mark.parametrize(
    ("sentence", "cue", "contents"),
    [
        (
            "No boat, she said, was found in the dock, and no rope lay on the quay.",
            "said",
            ("No boat", "was found in the dock, and no rope lay on the quay"),
        ),
        ("The papers have 31; he was 29, Carrow said, and he was ill.", "said", ("he was 29", "and he was ill")),
        ("Yet the gate was shut, Carrow told the Post, at nine.", "told", ("the gate was shut", "at nine")),
    ],
)
def test_what_stands_round_an_aside_is_what_is_said(
    parse_one: ParseOne, sentence: str, cue: str, contents: tuple[str, ...]
):
    """From the sentence's beginning, or its last semicolon, to its end; a word that joins it on stays out."""
    assert told(parse_one(sentence), cue) == contents


def test_another_speaker_behind_a_semicolon_ends_it(parse_one: ParseOne):
    """What somebody is said to say next is not part of the aside."""
    doc = parse_one("The gate, she said, was shut; Tarn said that it was open.")
    assert [end for one in relations(doc) for _, end in one.contents if doc.text[slice(*one.cue)] == "said"][1] <= 33


def test_who_speaks_is_no_part_of_it(parse_one: ParseOne):
    """ "said Ivo Tarn, an engineer" brings in who he is."""
    doc = parse_one("The repair could take a year, said Ivo Tarn, an engineer at the yard.")
    assert told(doc, "said") == ("The repair could take a year",)


def test_the_writer_says_nothing(parse_one: ParseOne):
    """ "We hear" and a verb with an object of its own are no asides."""
    doc = parse_one("The gate was shut, and the Post has a photograph, at nine.")
    assert not relations(doc)


@pytest.mark.parametrize(
    ("sentence", "cue", "contents"),
    [
        ("Orrin Lines, which went into administration last week, denies the claim.", "denies", ("the claim",)),
        ("The company, accused of forging the log, denies wrongdoing.", "denies", ("wrongdoing",)),
    ],
)
def test_what_stands_behind_a_verb_that_has_its_speaker_is_its_object(
    parse_one: ParseOne, sentence: str, cue: str, contents: tuple[str, ...]
):
    """ ", denies the claim." is no aside of the claim's: the firm before the comma denies it."""
    assert told(parse_one(sentence), cue) == contents
