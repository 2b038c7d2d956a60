"""The attributions of one parsed paragraph: each cue once, in order, with its own source and content."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rashomon.analyse.relation import Relation
from rashomon.analyse.relations import relations

if TYPE_CHECKING:
    from spacy.tokens import Doc

ParseOne = Callable[[str], "Doc"]


def words(doc: Doc, found: list[Relation]) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """Give source, cue and contents of each relation in words."""
    text = doc.text
    return [
        (
            text[slice(*one.source)] if one.source else None,
            text[slice(*one.cue)],
            tuple(text[slice(*part)] for part in one.contents),
        )
        for one in found
    ]


def test_each_sentence_gives_its_own(parse_one: ParseOne):
    """Two sentences, two relations, in order of the text."""
    doc = parse_one("Lund said the gate was shut. Carrow denied that it was open.")
    assert words(doc, relations(doc)) == [
        ("Lund", "said", ("the gate was shut",)),
        ("Carrow", "denied", ("that it was open",)),
    ]


def test_a_verb_of_telling_belongs_to_the_refusal(parse_one: ParseOne):
    """In "refused to say" the saying is no cue of its own."""
    doc = parse_one("Lund refused to say whether the gate was open.")
    assert words(doc, relations(doc)) == [("Lund", "refused to say", ("whether the gate was open",))]


def test_a_content_ends_where_the_next_speaker_begins(parse_one: ParseOne):
    """One sentence, two speakers, each with what is theirs."""
    doc = parse_one("Lund said the gate was open, while Carrow insisted it was shut.")
    assert words(doc, relations(doc)) == [
        ("Lund", "said", ("the gate was open",)),
        ("Carrow", "insisted", ("it was shut",)),
    ]


def test_cited_sources_hold_what_they_are_cited_for(parse_one: ParseOne):
    """The one cited gets the content of whoever cites them, and is told apart by its parent."""
    doc = parse_one("The Post, citing two officials, reported that the gate was open.")
    outer, inner = sorted(relations(doc), key=lambda one: one.parent)
    assert words(doc, [outer, inner]) == [
        ("The Post", "reported", ("that the gate was open",)),
        ("two officials", "citing", ("that the gate was open",)),
    ]
    assert inner.parent == outer.head


def test_an_adverb_beside_a_verb_of_saying_is_the_narrator_s_distance(parse_one: ParseOne):
    """No relation of its own: the saying carries it."""
    doc = parse_one("Lund reportedly said that the gate was shut.")
    (one,) = relations(doc)
    assert one.distance is not None
    assert doc.text[slice(*one.distance)] == "reportedly"


@pytest.mark.parametrize(
    "sentence", ["The gate was shut at nine.", "They spoke for an hour.", "The old wall fell into the sea.", "…", "No."]
)
def test_what_attributes_nothing(parse_one: ParseOne, sentence: str):
    """No cue, or no content."""
    assert relations(parse_one(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Post, citing officials, said that Lund, who denied it, told Carrow that the gate, he said, was shut.",
        "Asked whether she knew, the mayor said “no”, and according to the Echo nobody claimed that she did.",
        "Allegedly it sank; reportedly, so it is said, nobody could be reached for comment.",
        "Said. Say. Deny that.",
    ],
)
def test_every_stretch_lies_inside_the_paragraph(parse_one: ParseOne, sentence: str):
    """Sources, cues and contents hold a word each; no content holds its own cue."""
    doc = parse_one(sentence)
    for one in relations(doc):
        stretches = [one.cue, *one.contents, *([one.source] if one.source else [])]
        assert all(0 <= s < e <= len(doc.text) and doc.text[s:e].strip() for s, e in stretches)
        assert not any(s < one.cue[1] and one.cue[0] < e for s, e in one.contents)


def test_an_aside_does_not_end_what_is_said(parse_one: ParseOne):
    """Behind "he said;" the same speaker goes on, until somebody else speaks."""
    doc = parse_one("The gate was shut, he said; the dockers had gone home.")
    assert words(doc, relations(doc)) == [("he", "said", ("The gate was shut", "the dockers had gone home"))]
    doc = parse_one("The gate was shut, he said; Carrow said it was open.")
    assert words(doc, relations(doc))[0] == ("he", "said", ("The gate was shut",))


def test_what_is_told_without_its_verb_is_told_by_another(parse_one: ParseOne):
    """In "Carrow, that it was shut" the verb is that of the clause before; without "that" nobody new speaks."""
    doc = parse_one("Ada Lund said that the gate of the harbour was open; Ines Carrow, that it was shut.")
    assert words(doc, relations(doc)) == [
        ("Ada Lund", "said", ("that the gate of the harbour was open",)),
        ("Ines Carrow", "said", ("that it was shut",)),
    ]
    longer = parse_one("Ada Lund, the mayor, said that they left the talks at nine; Carrow, that Lund had left first.")
    assert [len(told) for _, _, told in words(longer, relations(longer))] == [1, 1]
    plain = parse_one("Lund said that the gate was open; Carrow, who was there, left.")
    assert {source for source, _, _ in words(plain, relations(plain))} == {"Lund"}


def test_a_series_of_clauses_is_one_content(parse_one: ParseOne):
    """ "That A; that B; and that C" is all told by one."""
    doc = parse_one("Two dockers told the Post that the gate was open; that it was shut later; and that nobody looked.")
    (found,) = [one for one in words(doc, relations(doc)) if one[1] == "told"]
    assert found[2] == ("that the gate was open; that it was shut later; and that nobody looked",)


def test_a_verb_that_reads_like_a_noun_has_its_source(parse_one: ParseOne):
    """ "Another doubts that" has a source, whatever the tagger makes of it."""
    doc = parse_one("Another doubts that Tarn was in a position to promise it.")
    assert words(doc, relations(doc))[0][:2] == ("Another", "doubts")


def test_what_others_make_of_it_is_not_told(parse_one: ParseOne):
    """A content ends before ", an account that ..."; what the account is of is held by whoever disputes it."""
    doc = parse_one("The company said that the gate was open, an account that the union disputes.")
    found = words(doc, relations(doc))
    assert ("The company", "said", ("that the gate was open",)) in found


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Ms Tarn laughed off the idea that she might quit.", "Ms Tarn", "laughed off", "the idea that she might quit"),
        ("The agency has linked the soup to 61 deaths.", "The agency", "has linked", "the soup to 61 deaths"),
        ("Orrin puts the number of its customers affected at 38.", "Orrin", "puts", None),
        ("She knew nothing of the soup until noon.", "She", "knew nothing", "of the soup until noon"),
        ("He stands by his charge that Ms Tarn knew.", "his", "charge", "that Ms Tarn knew"),
        ("Tarn would be surprised if it were.", "Tarn", "would be surprised", "if it were"),
    ],
)
def test_cues_that_parsers_misread(parse_one: ParseOne, sentence: str, source: str, cue: str, content: str | None):
    """Particles taken for prepositions, numbers hung elsewhere, nothing known, a charge with its clause far off."""
    found = words(parse_one(sentence), relations(parse_one(sentence)))
    assert any(one[:2] == (source, cue) and content in (None, *one[2]) for one in found), found


def test_a_link_of_things_is_no_saying(parse_one: ParseOne):
    """A line that links a terminus says nothing: only what is linked "to" something is told."""
    assert not relations(parse_one("Line 6 links the terminus."))


def test_a_verb_without_a_subject_has_the_name_before_it(parse_one: ParseOne):
    """What is set off between a name and its verb is passed over, whatever the parser makes of it."""
    sentence = 'Its chief executive, Marten Lund, acknowledged to investors that he "would not be here for the sun."'
    found = words(parse_one(sentence), relations(parse_one(sentence)))
    assert [one[0] for one in found if one[1] == "acknowledged"] == ["Its chief executive, Marten Lund"]


def test_words_go_on_behind_an_aside(parse_one: ParseOne):
    """Behind ", she went on," what "and" joins is told by her too."""
    doc = parse_one('It was after Easter, she went on, and she had no more in mind than "a chat about nets".')
    ((_, _, told),) = words(doc, relations(doc))
    assert told == ("It was after Easter", 'she had no more in mind than "a chat about nets"')


def test_a_semicolon_parts_two_speakers(parse_one: ParseOne):
    """What stands before a semicolon is not told by whoever does something behind it."""
    doc = parse_one("The gate was shut, Lund told the Post; the firm holds another view.")
    assert [told for source, _, told in words(doc, relations(doc)) if source == "the firm"] == []
