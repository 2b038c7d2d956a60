"""Paragraphs of plain text, however its lines were broken."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import paragraphs, plain, small


def _cut(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


WRAPPED = """Gate stood open
By Ines Carrow

The harbour gate stood open for an hour on
the night of the
storm, the harbour master of
Orrin said. Three dockers agreed with him on
that.

Related article: Bridge at Carrow shut after a lorry struck the
Northern pier

Nobody was seen at the winch after eight, and
the firm was silent."""


def test_wrapped_lines_are_rejoined():
    """Lines broken twice over are one paragraph, a wrapped link is one, headline and byline stay apart."""
    assert _cut(WRAPPED) == [
        "Gate stood open",
        "By Ines Carrow",
        "The harbour gate stood open for an hour on the night of the storm, the harbour master of Orrin said. "
        "Three dockers agreed with him on that.",
        "Related article: Bridge at Carrow shut after a lorry struck the Northern pier",
        "Nobody was seen at the winch after eight, and the firm was silent.",
    ]


def test_single_newlines_part_paragraphs():
    """In a file with one paragraph a line each line is its own, with or without a full stop."""
    lines = [
        "Gate stood open",
        "The gate stood open, he said.",
        "Dockers agreed",
        "They had seen nobody.",
        "It is over.",
    ]
    assert _cut("\n".join(lines)) == lines
    assert _cut("\r\n".join(lines)) == lines


def test_wrapped_paragraphs_without_blank_lines():
    """Where only the short last line ends a paragraph, it does."""
    text = (
        "The harbour gate stood open for an hour on the night\nof the storm, the harbour master said.\n"
        "Three dockers who were on the quay told this paper\nthat they had seen nobody there.\n"
    )
    assert len(_cut(text)) == 2


@given(st.text(alphabet='aB .,\n\r\t\u2028\u00a0é😀>-"', max_size=120))
def test_paragraphs_cover_every_visible_character(text: str):
    """Paragraphs stand in order, do not overlap, are trimmed, and leave only white space out."""
    found = paragraphs(text)
    inside = {at for start, end in found for at in range(start, end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in inside)
    assert all(start < end and not text[start].isspace() and not text[end - 1].isspace() for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))


@given(st.text(max_size=80))
def test_plain_keeps_the_length(text: str):
    """Every code point becomes one code point."""
    assert len(plain(text)) == len(text)


@given(st.text())
def test_small_letters_keep_every_offset(text: str):
    """One code point for one, also where a small letter would be two."""
    assert len(small(text)) == len(text)
    assert small("İ " + text)[2:] == small(text)
