"""Verbs as cues: sources behind pronouns, refusals, addressees, verbs without content."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from factory import Told
from rashomon.analyse.relation import Relation
from rashomon.analyse.relations import relations
from rashomon.analyse.verbal import antecedent, telling

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


def read(doc: Doc, verb: str) -> list[Relation]:
    """Give the relations of a paragraph whose cue holds ``verb``."""
    return [one for one in relations(doc) if verb in doc.text[slice(*one.cue)].split()]


@pytest.mark.parametrize(
    ("sentence", "verb", "addressee"),
    [
        ("Lund told the council that it was shut.", "told", "the council"),
        ("Lund said to the council that it was shut.", "said", "the council"),
        ("Lund said that it was shut.", "said", None),
    ],
)
def test_the_one_told_is_the_addressee_and_not_content(
    parse_one: ParseOne, sentence: str, verb: str, addressee: str | None
):
    """Told to somebody or said to somebody, the content is the same."""
    doc = parse_one(sentence)
    (one,) = read(doc, verb)
    assert (doc.text[slice(*one.addressee)] if one.addressee else None) == addressee
    assert [doc.text[slice(*part)] for part in one.contents] == ["that it was shut"]


def test_a_telephone_call_names_nothing(parse_one: ParseOne):
    """To call somebody is no attribution; to call something a name is one."""
    assert read(parse_one("Lund called the envoy."), "called") == []
    doc = parse_one("Lund called the wall a disgrace.")
    (one,) = read(doc, "called")
    assert doc.text[slice(*one.contents[0])] == "the wall a disgrace"


def test_a_passive_has_its_agent_for_a_source(parse_one: ParseOne):
    """Whoever it is said by says it."""
    doc = parse_one("It was confirmed by the mayor that the gate was open.")
    (one,) = read(doc, "confirmed")
    assert one.source is not None
    assert doc.text[slice(*one.source)] == "the mayor"


def test_a_passive_without_an_agent_has_no_source(parse_one: ParseOne):
    """Nobody is guessed."""
    (one,) = read(parse_one("It is believed that the gate was open."), "believed")
    assert (one.source, one.source_head) == (None, -1)


def test_a_relative_pronoun_stands_for_its_noun(parse_one: ParseOne):
    """ "Lund, who denied it": Lund denies."""
    doc = parse_one("Lund, who denied that the gate was open, left the room.")
    verb = next(token for token in doc if token.text == "denied")
    who = next(token for token in doc if token.text == "who")
    assert antecedent(who, verb).text == "Lund"
    (one,) = read(doc, "denied")
    assert doc[one.source_head].text == "Lund"


def test_any_other_source_is_itself(parse_one: ParseOne):
    """A name is not taken for another."""
    doc = parse_one("The mayor said that Lund denied it.")
    verb = next(token for token in doc if token.text == "denied")
    lund = next(token for token in doc if token.text == "Lund")
    assert antecedent(lund, verb).text == "Lund"


@pytest.mark.parametrize(
    ("sentence", "verb", "told"),
    [
        ("Lund declined to comment.", "declined", "comment"),
        ("Lund refused to say why.", "refused", "say"),
        ("Lund refused to leave the room.", "refused", None),
        ("Lund refused the offer.", "refused", None),
    ],
)
def test_only_telling_is_declined_by_a_refusal_to_tell(parse_one: ParseOne, sentence: str, verb: str, told: str | None):
    """Refusing to leave is no refusal to speak."""
    found = telling(next(token for token in parse_one(sentence) if token.text == verb))
    assert (found.text if found is not None else None) == told


@pytest.mark.parametrize(
    ("sentence", "word", "source", "contents"),
    [
        ("He let it be known that he had signed it.", "known", "he", ["that he had signed it"]),
        ("What Carrow had ruled out was a sale.", "ruled", "Carrow", ["a sale"]),
        ("What they doubt is that the wall would hold.", "doubt", "they", ["that the wall would hold"]),
        ("He allowed that there was a delay.", "allowed", "He", ["that there was a delay"]),
        ("He was accused by Ms Tarn, a singer, of lying.", "accused", "Ms Tarn, a singer", ["He", "of lying"]),
        ("Lund conceded, when asked, that no one had seen it.", "conceded", "Lund", ["that no one had seen it"]),
        ("The mayor said, and the police confirmed, that it was shut.", "said", "The mayor", ["that it was shut"]),
        ("The gate, the warden now tells us, was open.", "tells", "the warden", ["The gate", "was open"]),
    ],
)
def test_content_that_stands_apart_from_its_verb_is_found(
    parse_one: ParseOne, sentence: str, word: str, source: str, contents: list[str]
):
    """Idioms, clefts and asides between a verb and what it brings."""
    doc = parse_one(sentence)
    (one,) = read(doc, word)
    assert one.source is not None
    assert doc.text[slice(*one.source)].casefold() == source.casefold()
    assert [doc.text[slice(*part)] for part in one.contents] == contents


def test_to_allow_somebody_something_says_nothing(parse_one: ParseOne):
    """Only "that" makes a statement of it."""
    assert read(parse_one("The harbour master allowed the ferry to leave."), "allowed") == []


def test_why_may_be_all_that_is_refused(parse_one: ParseOne):
    """ "Would not tell us why": the question word is the content, whoever was asking is not."""
    doc = parse_one("The auditors would not tell us why.")
    (one,) = read(doc, "not")
    assert one.entry.stance == "declines"
    assert [doc.text[slice(*part)] for part in one.contents] == ["why"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Mr Lund, standing beside her, said nothing.", "nothing"),
        ("The company gave no new figure for the number on strike.", "for the number on strike"),
        ("The judge made no finding about the plan.", "about the plan"),
        ("The company would not be drawn on the claim.", "on the claim"),
    ],
)
def test_what_is_left_unsaid_is_declined(parse_one: ParseOne, sentence: str, content: str):
    """To say nothing, and to give nothing of what is told, is to decline."""
    doc = parse_one(sentence)
    (one,) = relations(doc)
    assert one.entry.stance == "declines"
    assert [doc.text[slice(*part)] for part in one.contents] == [content]


@pytest.mark.parametrize(
    "sentence", ["Lund gave no orders to the crew.", "The crew made no mistake.", "It said nothing."]
)
def test_what_is_not_given_is_no_refusal_to_tell(parse_one: ParseOne, sentence: str):
    """Only words can be held back, and only by somebody."""
    assert relations(parse_one(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Chairwoman Ada Lund had this to say: “The wall is sold.”", "Chairwoman Ada Lund"),
        ("The mayor was told it by a captain, who says he never said it.", "a captain, who"),
    ],
)
def test_a_pronoun_beside_the_verb_is_not_its_source(attributed: Callable[..., list[Told]], sentence: str, source: str):
    """Whoever has something to say says it; "who" is whoever stands before it."""
    assert source in [one.source for one in attributed(sentence)]


def test_a_clause_speaks_for_nobody(parse_one: ParseOne):
    """What somebody denied is no source of what is then told of it."""
    text = "What Lund denied was having asked anyone to shut the gate."
    assert {text[slice(*one.source)] for one in relations(parse_one(text)) if one.source} <= {"Lund"}
