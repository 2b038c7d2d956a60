"""The sentences of a report, and which of them a passage stands in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factory import article, blocks, span
from rashomon.compare.sentences import holding, sentences


def test_sentences_stand_in_their_blocks_without_the_space_around():
    """Each ends with its stop; titles and initials end none; a block that is not the report's own has none."""
    report = article("Dr. J. Ek came. He left.\n\nSign up now.\n\nNobody asked.")
    found = sentences(report, blocks(report, "body", "appeal", "body"))
    assert [one.words for one in found] == ["Dr. J. Ek came.", "He left.", "Nobody asked."]
    assert [one.block for one in found] == [0, 0, 2]


def test_a_passage_stands_in_the_sentence_it_begins_in():
    """The number is that of the sentence, of a passage over two the first."""
    report = article("The lamp went out. Nobody saw it.")
    found = sentences(report, blocks(report))
    assert [holding(found, span(report, words)) for words in ("lamp", "out. Nobody", "saw")] == [0, 0, 1]


@given(st.text(alphabet="ab.AB!?\"' \n", max_size=80))
def test_the_words_of_a_sentence_stand_at_its_place(text: str):
    """Every sentence is a stretch of the text, in order, with plain marks at the same offsets."""
    report = article(text)
    found = sentences(report, blocks(report))
    for one in found:
        assert len(one.words) == one.span.end - one.span.start
        assert one.words.split() == text[one.span.start : one.span.end].split()
    assert [one.span for one in found] == sorted(one.span for one in found)
