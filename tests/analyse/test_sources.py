"""What a source's words say of it: unnamed or not, how many, for whom it speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.sources import anonymity, just_named, principal
from rashomon.analyse.syntax import chars

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


def head(doc: Doc, word: str) -> int:
    """Give the place of the first token that is written so."""
    return next(token.i for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "count"),
    [
        ("Nine former and current officials said the gate was open.", "officials", 9),
        ("Three dockers said the gate was open.", "dockers", 3),
        ("12 residents said the gate was open.", "residents", 12),
        ("A dozen residents said the gate was open.", "residents", 12),
        ("An official said the gate was open.", "official", 1),
        ("Sources familiar with the matter said the gate was open.", "Sources", None),
        ("Two people with knowledge of the talks said the gate was open.", "people", 2),
        ("Officials said the gate was open.", "Officials", None),
        ("Some said the gate was open.", "Some", None),
        ("Hundreds of residents said the gate was open.", "Hundreds", None),
        ("A handful of dockers said the gate was open.", "handful", None),
    ],
)
def test_people_without_a_name_are_anonymous_and_counted(
    parse_one: ParseOne, sentence: str, word: str, count: int | None
):
    """The count is what the report gives, in figures or words; where it gives none, none is made up."""
    doc = parse_one(sentence)
    assert anonymity(doc, head(doc, word)) == (True, count)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ines Carrow said the gate was open.", "Carrow"),
        ("The spokesman said the gate was open.", "spokesman"),
        ("The ministry said the gate was open.", "ministry"),
        ("She said the gate was open.", "She"),
        ("Two reports said the gate was open.", "reports"),
    ],
)
def test_names_bodies_pronouns_and_pointed_out_roles_are_not_anonymous(parse_one: ParseOne, sentence: str, word: str):
    """Each of them points to somebody; nothing is counted."""
    doc = parse_one(sentence)
    assert anonymity(doc, head(doc, word)) == (False, None)


@pytest.mark.parametrize(
    ("sentence", "word", "served"),
    [
        ("The ministry's spokesman said the gate was shut.", "spokesman", "The ministry"),
        ("A spokesman for the embassy said the gate was shut.", "spokesman", "the embassy"),
        ("Her office said the gate was shut.", "office", "Her"),
        ("An aide to the minister said the gate was shut.", "aide", "the minister"),
        ("Ada Lund, a spokeswoman for the ministry, said the gate was shut.", "Lund", "the ministry"),
        ("A spokesman for the embassy, Bram Oyelaran, said the gate was shut.", "spokesman", "the embassy"),
        ("A police spokesman, Bram Oyelaran, said the gate was shut.", "spokesman", "police"),
    ],
)
def test_a_spokesperson_has_a_principal(parse_one: ParseOne, sentence: str, word: str, served: str):
    """The possessor, the one spoken for, and the same in an apposition."""
    doc = parse_one(sentence)
    found = principal(doc, head(doc, word))
    assert found is not None
    assert doc.text[slice(*chars(doc, *found))] == served


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The mayor of Orrin said the gate was shut.", "mayor"),
        ("The spokesman said the gate was shut.", "spokesman"),
        ("Their spokesman said the gate was shut.", "spokesman"),
        ("A company spokesman said the gate was shut.", "spokesman"),
    ],
)
def test_others_speak_for_themselves(parse_one: ParseOne, sentence: str, word: str):
    """A mayor is no spokesperson, and a spokesman of nobody named has no principal to name."""
    doc = parse_one(sentence)
    assert principal(doc, head(doc, word)) is None


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ("Orrin Lines Inc. closed the dock. A spokeswoman, Ada Lund, said it was unsafe.", "Orrin Lines Inc."),
        ("John Carrow left at nine. A spokesman said he was tired.", "John Carrow"),
        ("The ferry left at nine. A spokesman said it was late.", None),
        ("Orrin Lines Inc. closed the dock. A police spokesman said it was unsafe.", None),
        ("Orrin Lines Inc. closed the dock. A docker said it was unsafe.", None),
    ],
)
def test_a_bare_spokesman_is_that_of_whom_the_text_is_about(parse_one: ParseOne, text: str, served: str | None):
    """The body or the person just spoken of; one who is said to be somebody's is not another's."""
    doc = parse_one(text)
    verb = next(token for token in doc if token.text == "said")
    found = just_named(doc, next(token.i for token in verb.children if token.dep_ == "nsubj"))
    assert (doc[slice(*found)].text if found else None) == served
