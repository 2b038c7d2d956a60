"""Cues: the word lists are whole, and a cue's words are those that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, get_args

import pytest

from rashomon.analyse import cues
from rashomon.analyse.cues import Cue
from rashomon.analyse.syntax import chars
from rashomon.data import entries
from rashomon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

LISTS = [("cues.txt", cues.verbs), ("cue-nouns.txt", cues.nouns), ("cue-adjectives.txt", cues.adjectives)]


@pytest.mark.parametrize(("name", "load"), LISTS)
def test_every_line_of_a_list_is_a_cue(name: str, load: Callable[[], Mapping[str, Cue]]):
    """No word stands there twice, each in small letters, with a stance of the model and at least one frame."""
    found = load()
    assert len(found) == len(entries(name))
    for word, cue in found.items():
        assert word == word.lower()
        assert cue.word == word
        assert cue.stance in get_args(Stance), word
        assert cue.category, word
        assert cue.frames or cue.prepositions, word


def test_adverbs_of_distance_are_listed_in_small_letters():
    """The narrator's "allegedly" and "reportedly" are there."""
    assert {"allegedly", "reportedly"} <= cues.adverbs()
    assert all(word == word.lower() for word in cues.adverbs())


@pytest.mark.parametrize(("word", "stance"), [("say", "asserts"), ("deny", "denies"), ("refuse", "declines")])
def test_a_verb_gives_its_source_a_stance(word: str, stance: str):
    """To say is to assert, to deny is to deny, to refuse is not to assert."""
    assert cues.verbs()[word].stance == stance


def test_hoping_is_not_hopping(parse_one: Callable[[str], Doc]):
    """The lemma of "hoping" is "hope", whatever the tagger's rules make of it."""
    doc = parse_one("Lund was hoping that the wall would hold.")
    assert cues.lemma(next(token for token in doc if token.text == "hoping")) == "hope"


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("Lund denied that the gate was open.", "denied", "denied"),
        ("Lund flatly denied that the gate was open.", "denied", "flatly denied"),
        ("Lund has confirmed that the gate was open.", "confirmed", "has confirmed"),
        ("Lund did not deny that the gate was open.", "deny", "did not deny"),
    ],
)
def test_a_cue_is_the_verb_with_what_turns_it(parse_one: Callable[[str], Doc], sentence: str, verb: str, words: str):
    """Auxiliaries, negation and adverbs before the verb belong to the cue, its source and content do not."""
    doc = parse_one(sentence)
    first, stop = cues.group(next(token for token in doc if token.text == verb))
    assert doc.text[slice(*chars(doc, first, stop))] == words
