"""Cues that are deeds: what is done to tells an answer from an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse import cues
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]
KINDS = {"given", "named", "number", "people", "place", "put", "unsaid"}


def cue(doc: Doc, word: str) -> bool:
    """Tell whether ``word`` is a cue in ``doc``."""
    return any(cues.verb_cue(token) is not None for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("He had been dismissed by the brewery after twelve years.", "dismissed"),
        ("Marta Kole, who had been dismissed by Arden Freight, returned to the yard.", "dismissed"),
        ("The coach was dismissed as manager in May.", "dismissed"),
        ("A planning application was rejected by the county in May.", "rejected"),
        ("The plan, which was rejected by Tarn Council, would have cost the town dearly.", "rejected"),
        ("Members rejected the pay offer by two to one.", "rejected"),
        ("The hotel refused her entry.", "refused"),
        ("Ivo Tarn was refused a visa by the consulate.", "refused"),
        ("The captain was denied a third medal by a Swede.", "denied"),
        ("He was arrested and questioned by police.", "questioned"),
        ("Ms Lund is contesting the seat of Harrow East for the Greens.", "contesting"),
        ("The navy shot down two drones over the strait.", "shot"),
        ("The firm recalled 40,000 tins of soup.", "recalled"),
        ("Three children were admitted to hospital with burns.", "admitted"),
    ],
)
def test_what_is_done_to_people_and_things_is_told_by_whoever_tells_it(parse_one: ParseOne, sentence: str, verb: str):
    """A clerk, a visa, a drone and a bid are no claims: the verb brings in nobody's words."""
    assert not cue(parse_one(sentence), verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The company dismissed the allegations as nonsense.", "dismissed"),
        ("Ms Teale dismissed him as a crank.", "dismissed"),
        ("The minister rejected suggestions that she had known.", "rejected"),
        ("She refused an interview.", "refused"),
        ("Mr Lantos denied the payments.", "denied"),
        ("The minister questioned the figures.", "questioned"),
        ("The firm contested the claim that its pumps had failed.", "contested"),
        ("The board shot down the idea of a merger.", "shot"),
        ("The minister has again ruled out a mediator.", "ruled"),
        ("She recalled the night of the fire.", "recalled"),
        ("The director admitted that he had known.", "admitted"),
        ("She resisted calls to resign.", "resisted"),
    ],
)
def test_what_is_done_to_what_is_said_is_a_stance(parse_one: ParseOne, sentence: str, verb: str):
    """A claim, a figure and an idea are answered, and so is whoever is called something."""
    assert cue(parse_one(sentence), verb)


def test_every_word_of_the_list_is_a_cue_with_kinds_that_are_known():
    """A word that is no cue would never be asked about, and a kind that nobody knows would never hold."""
    for line in entries("deeds.txt"):
        word, kinds = line.split(" | ")
        assert word in cues.verbs()
        assert set(kinds.split()) <= KINDS
