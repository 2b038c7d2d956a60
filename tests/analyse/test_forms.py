"""What layout and punctuation alone show: transcripts, colons, dashes, headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.analyse.forms import forms
from rashomon.analyse.language import Prose

ParseText = Callable[..., Prose]


def formed(parse_text: ParseText, text: str, role: str = "body") -> list[tuple[str, str, str]]:
    """Give source, cue and content of each form of a paragraph."""
    (paragraph,) = parse_text(text, role).paragraphs
    plain = paragraph.doc.text
    return [
        (plain[slice(*one.source)], plain[slice(*one.cue)], plain[slice(*one.contents[0])])
        for one in forms(paragraph)
        if one.source
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("LUND: Was the gate open?", "LUND", "Was the gate open?"),
        ("ADA LUND: It was shut at nine.", "ADA LUND", "It was shut at nine"),
        ("MR. LUND: Nobody asked us. We went home.", "MR. LUND", "Nobody asked us. We went home"),
    ],
)
def test_a_turn_of_a_transcript(parse_text: ParseText, text: str, source: str, content: str):
    """A name in capitals with a colon speaks all that follows."""
    assert formed(parse_text, text) == [(source, ":", content)]


def test_a_quotation_with_a_dash_and_a_name(parse_text: ParseText):
    """Set off like a motto: the name behind the dash is the speaker."""
    ((source, _, content),) = formed(parse_text, "“Nobody was hurt that night.” — Ines Carrow, harbour master")
    assert (source, content) == ("Ines Carrow, harbour master", '"Nobody was hurt that night."')


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Mayor: gate was shut", "Mayor", "gate was shut"),
        ("Report: Ferry left port a day before storm", "Report", "Ferry left port a day before storm"),
        ("Police: nobody was hurt", "Police", "nobody was hurt"),
    ],
)
def test_a_headline_with_a_colon(parse_text: ParseText, headline: str, source: str, content: str):
    """Who stands before the colon says what stands behind it."""
    assert formed(parse_text, headline, "headline") == [(source, ":", content)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The gate was shut at nine.", "body"),
        ("Orrin: a town by the sea", "headline"),
        ("The score stood at 3:2 when the rain came.", "body"),
        ("He had one wish: to see the gate shut before the tide came in and the ferry was lost.", "body"),
    ],
)
def test_other_colons_attribute_nothing(parse_text: ParseText, text: str, role: str):
    """A score, a list, a place are nobody's words."""
    assert formed(parse_text, text, role) == []
