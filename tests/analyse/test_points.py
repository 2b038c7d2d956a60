"""The main point of a clause: affirmed, negated, or only put forward."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.analyse.language import Prose
from rashomon.analyse.points import guarded, negative, opening, surprise

ParseText = Callable[..., Prose]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The gate was not open.", True),
        ("Nobody saw the ferry.", True),
        ("No letter reached the harbour master.", True),
        ("The board saw no link.", True),
        ("The crew failed to give notice.", True),
        ("We believe we were given no notice.", True),
        ("Not a word of it was true.", True),
        ("that “not a word” of it would change", True),
        ("The sale came up at neither.", True),
        ("The initials A.L. on the bills are not hers.", True),
        ("The gate was open.", False),
        ("There is no doubt about the hour.", False),
        ("No fewer than 12 people were hurt.", False),
        ("The men were not hired until Tuesday.", False),
        ("The letter that nobody read was found.", False),
        ("the crew not to leave the ferry", False),
    ],
)
def test_the_main_point_of_a_clause_may_be_negative(parse_text: ParseText, clause: str, expected: bool):
    """A bound, "no doubt" and what stands in a lesser clause negate nothing."""
    (paragraph,) = parse_text(clause).paragraphs
    assert negative(*opening(paragraph.doc, (0, len(clause)))) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("If the log is right, the gate was shut.", True),
        ("The board will resign unless the law is withdrawn.", True),
        ("The wall could fall on the harbour.", True),
        ("The ferry seems to have been late.", True),
        ("The ministry is aware of the reports.", True),
        ("The company takes these claims very seriously.", True),
        ("The board favours the sale in principle.", True),
        ("The police are investigating whether the gate was open.", True),
        ("The hour of the wreck is still disputed.", True),
        ("It is the surveyor's preliminary view that the wall was dry.", True),
        ("It remains an open question who paid for the paint.", True),
        ("Who opened the gate is anyone's guess.", True),
        ("It is far from clear that the wall was sound.", True),
        ("The reason for the fire is still a mystery.", True),
        ("The contract most likely ran out in May.", True),
        ("The mayor is the most likely buyer.", False),
        ("I could see the light of it.", False),
        ("The gate was shut even if nobody saw it.", False),
        ("I would be surprised if it were so.", False),
        ("The gate was shut at nine.", False),
    ],
)
def test_a_clause_may_be_put_forward_only(parse_text: ParseText, clause: str, expected: bool):
    """On a condition, as a possibility, or in words that neither admit nor deny."""
    (paragraph,) = parse_text(clause).paragraphs
    assert guarded(*opening(paragraph.doc, (0, len(clause)))) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("I would be surprised if it were so.", "denies"),
        ("I would be surprised if it were not so.", "asserts"),
        ("I would not be surprised if it were so.", None),
        ("She was surprised.", None),
    ],
)
def test_to_be_surprised_if_it_is_so_is_to_say_no(clause: str, expected: str | None):
    """Two negatives make an assertion; without a condition nothing is told."""
    assert surprise(clause) == expected


def test_the_opening_is_the_first_sentence_and_its_main_word(parse_text: ParseText):
    """What follows in the same quotation does not change the point."""
    text = "The gate was shut. Nobody saw it."
    (paragraph,) = parse_text(text).paragraphs
    first, main = opening(paragraph.doc, (0, len(text)))
    assert first == "The gate was shut"
    assert main is not None
    assert main.text in ("was", "shut")
