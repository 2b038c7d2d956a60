"""Who speaks a quotation: cues and marks made by hand, then the same on parsed sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.cues import Cue
from rashomon.analyse.quotations import find
from rashomon.analyse.relation import Relation
from rashomon.analyse.speech import Anchor, anchors, tie

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]
SAYING = Cue("say", "speech", "asserts", frozenset({"S", "Q"}), frozenset())


def anchor(text: str, cue: str, source: str | None, nth: int = 0) -> Anchor:
    """Give a cue of saying that stands in ``text``, with its source."""
    at = text.index(cue)
    named = (text.index(source), text.index(source) + len(source)) if source else None
    return Anchor(nth, (at, at + len(cue)), SAYING, named, nth if source else -1)


def tied(
    text: str, *speakers: Anchor, relations: tuple[Relation, ...] = ()
) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Tie the quotations of a paragraph: (cue, contents) of each relation, and the quotations left over."""
    found, left = tie(text, relations, speakers, find(text, [(0, len(text))]))
    return (
        [(text[slice(*one.cue)], [text[slice(*part)] for part in one.contents]) for one in found],
        [text[one.start : one.end] for one in left],
    )


def test_a_cue_right_after_brings_the_quotation():
    """Only the comma inside the marks stands between them."""
    text = '"It was shut," said Lund.'
    assert tied(text, anchor(text, "said", "Lund")) == ([("said", ['"It was shut,"'])], [])


def test_a_cue_right_before_brings_the_quotation():
    """A colon leads to it."""
    text = 'Lund said: "It was shut."'
    assert tied(text, anchor(text, "said", "Lund")) == ([("said", ['"It was shut."'])], [])


def test_two_cues_bring_their_own():
    """Each quotation goes to the cue beside it."""
    text = '"It was shut," said Lund. "It was open," replied Barlow.'
    speakers = (anchor(text, "said", "Lund", 1), anchor(text, "replied", "Barlow", 2))
    assert tied(text, *speakers)[0] == [("said", ['"It was shut,"']), ("replied", ['"It was open,"'])]


def test_a_quotation_goes_on_after_its_speaker():
    """The sentence after "said Lund" is Lund's too."""
    text = '"It was shut," said Lund. "Nobody saw it."'
    assert tied(text, anchor(text, "said", "Lund")) == ([("said", ['"It was shut,"', '"Nobody saw it."'])], [])


def test_a_quotation_that_ends_a_content_belongs_to_it():
    """'Said it was shut "until the tide turns"': the words between marks are said too, wherever they hang."""
    text = 'Lund said it was shut "until the tide turns".'
    said = Relation(1, (5, 9), SAYING, ((10, 21),), (0, 4), 0)
    assert tied(text, relations=(said,)) == ([("said", ['it was shut "until the tide turns"'])], [])


def test_whoever_vouches_for_a_saying_does_not_speak_it():
    """'"...," he said, according to the Echo. "..."': both quotations are his."""
    text = '"It was shut," he said, according to the Echo. "It was dark."'
    vouching = Cue("according to", "speech", "asserts", frozenset(), frozenset())
    relations = (
        Relation(6, (18, 22), SAYING, ((0, 14),), (15, 17), 5),
        Relation(8, (24, 36), vouching, ((0, 22),), (37, 45), 11),
    )
    assert tied(text, relations=relations)[0][0] == ("said", ['"It was shut,"', '"It was dark."'])


def test_marks_without_a_cue_are_left_over():
    """Scare quotes and titles are for the next stage to judge."""
    assert tied('The "night gate" was painted.') == ([], ['"night gate"'])


def test_a_cue_inside_the_marks_cannot_bring_them():
    """What is said inside a quotation does not say the quotation."""
    text = '"Lund said so."'
    assert tied(text, anchor(text, "said", "Lund")) == ([], ['"Lund said so."'])


def test_a_relation_inside_marks_stays_inside_them():
    """Its content is cut at the closing mark."""
    text = '"Lund said it was shut" was painted on the wall.'
    relation = Relation(1, (6, 10), SAYING, ((11, len(text) - 1),), (1, 5), 0)
    (one,), _ = tied(text, relations=(relation,))
    assert one == ("said", ["it was shut"])


def test_a_content_takes_in_the_whole_of_a_quotation_it_begins():
    """A retold clause that runs into marks is not cut through by them."""
    text = 'Lund said it was "shut at nine" that day.'
    relation = Relation(1, (5, 9), SAYING, ((10, 22),), (0, 4), 0)
    (one,), left = tied(text, anchor(text, "said", "Lund", 1), relations=(relation,))
    assert one == ("said", ['it was "shut at nine"'])
    assert left == []


def test_no_input_is_changed():
    """Relations go in as values and come out as new ones."""
    text = 'Lund said it was "shut at nine" that day.'
    relations = [Relation(1, (5, 9), SAYING, ((10, 22),), (0, 4), 0)]
    before = list(relations)
    tie(text, relations, [], find(text, [(0, len(text))]))
    assert relations == before


@pytest.mark.parametrize(
    ("sentence", "cue", "source"),
    [
        ('"It was shut," said Ines Carrow, the harbour master.', "said", "Ines Carrow, the harbour master"),
        ('Lund said: "It was shut."', "said", "Lund"),
        ('"It was shut," she added.', "added", "she"),
        ('"It was shut," the mayor wrote in a letter.', "wrote", "the mayor"),
    ],
)
def test_cues_of_saying_are_found_with_their_speakers(parse_one: ParseOne, sentence: str, cue: str, source: str):
    """Before the verb or after it, with titles and appositions."""
    text = sentence
    found = [one for one in anchors(parse_one(text)) if text[slice(*one.cue)] == cue]
    assert [text[slice(*one.source)] for one in found if one.source] == [source]
    assert all(
        (one.start, one.end) == (min(one.cue[0], one.source[0]), max(one.cue[1], one.source[1]))
        for one in found
        if one.source
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "“It was shut,” said Lund.",
        "It is said that “all is well”.",
        "The said gate was “safe”.",
        "“”",
        "Say “no”, said the said man.",
    ],
)
def test_a_cue_never_overlaps_its_source(parse_one: ParseOne, sentence: str):
    """The two are different words, whatever the parser makes of the sentence."""
    for one in anchors(parse_one(sentence)):
        if one.source is not None:
            assert one.source[1] <= one.cue[0] or one.cue[1] <= one.source[0]
