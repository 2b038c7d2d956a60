"""Phrases that take a stand without a verb of saying: who takes it, in which stance, to what."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

import pytest

from rashomon.analyse.relations import relations
from rashomon.analyse.stance import stance
from rashomon.data import entries
from rashomon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


@pytest.mark.parametrize(
    ("sentence", "source", "holds", "told"),
    [
        ("The harbour board did not return calls on Friday.", "The harbour board", "declines", "return calls"),
        ("Mr Tarn did not address the charge.", "Mr Tarn", "declines", "the charge"),
        ("The two officials would neither confirm nor dispute the sum.", "The two officials", "declines", "the sum"),
        ("The mayor took no questions.", "The mayor", "declines", "no questions"),
        ("The minister would not go even that far.", "The minister", "declines", "go even that far"),
        ("Ada Lund would have none of it.", "Ada Lund", "denies", "have none of it"),
        ("The union would not hear of a pay cut.", "The union", "denies", "a pay cut"),
        ("The board has no plans to close the pier.", "The board", "denies", "close the pier"),
        ("Her spokesman, Ivo Tarn, took half of it back.", "Her spokesman, Ivo Tarn", "hedges", "half of it back"),
        ("The firm has given no sign that it will pay.", "The firm", "hedges", "it will pay"),
        ("Ms Lund remembers nothing of a fire.", "Ms Lund", "unaware", "a fire"),
        ("The company laid the blame at the union's door.", "The company", "asserts", "at the union's door"),
        ("Ms Lund wants him out by Friday.", "Ms Lund", "asserts", "him out by Friday"),
    ],
)
def test_a_phrase_has_its_stance_in_itself(parse_one: ParseOne, sentence: str, source: str, holds: str, told: str):
    """Each phrase gives who takes the stand, and what is spoken of or, where nothing follows, its own words."""
    doc = parse_one(sentence)
    (found,) = relations(doc)
    assert found.source is not None
    assert doc.text[slice(*found.source)] == source
    assert stance(doc, found) == holds
    assert [doc.text[slice(*part)] for part in found.contents] == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "The engine did not return calls to the old routine.",
        "The bridge has no plans.",
        "The river took half of it back.",
    ],
)
def test_a_thing_takes_no_stand(parse_one: ParseOne, sentence: str):
    """What is no person and no body holds nothing."""
    assert relations(parse_one(sentence)) == []


def test_every_line_is_a_stance_and_a_pattern_that_compiles():
    """The list can be read, and no pattern matches nothing at all."""
    for line in entries("idioms.txt"):
        holds, pattern = line.split(" | ", 1)
        assert holds in get_args(Stance)
        assert re.compile(pattern).match("") is None
