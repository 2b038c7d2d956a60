"""What layout and punctuation alone show: transcripts, colons, dashes, headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factory import Told
from rashomon.model import Role

Attributed = Callable[..., list[Told]]


def formed(found: list[Told]) -> list[tuple[str | None, str]]:
    """Give source and content of each attribution that no word but a mark brings in."""
    return [(one.source, one.contents[0]) for one in found if not any(c.isalnum() for c in one.cue or "")]


def test_the_turns_of_a_transcript(attributed: Attributed):
    """A name in capitals with a colon speaks all that follows, whatever marks stand in the name."""
    found = attributed("LUND: The gate was open.\n\nMR. CARROW: It was shut at nine. We went home.")
    assert [(source, content.rstrip(".")) for source, content in formed(found)] == [
        ("LUND", "The gate was open"),
        ("MR. CARROW", "It was shut at nine. We went home"),
    ]
    assert {one.kind for one in found} == {"block"}


def test_a_quotation_with_a_dash_and_a_name(attributed: Attributed):
    """Set off like a motto: the name behind the dash is the speaker."""
    found = attributed("“Nobody was hurt that night.” — Ines Carrow, harbour master")
    assert formed(found) == [("Ines Carrow, harbour master", "“Nobody was hurt that night.”")]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Mayor: gate was shut", "Mayor", "gate was shut"),
        ("Report: Ferry left port a day before storm", "Report", "Ferry left port a day before storm"),
        ("Police: nobody was hurt", "Police", "nobody was hurt"),
        ("“Nobody was hurt” – Carrow", "Carrow", "“Nobody was hurt”"),
        ("Gate stood open all night: dockers", "dockers", "Gate stood open all night"),
        ("Wall will hold - harbour board", "harbour board", "Wall will hold"),
        ("Moscow: no deal was signed", "Moscow", "no deal was signed"),
        ("18:20 Carrow: “I will not go”", "Carrow", "“I will not go”"),
    ],
)
def test_a_headline_with_a_colon_or_a_dash(attributed: Attributed, headline: str, source: str, content: str):
    """Who stands before the colon, or behind the dash, says the rest."""
    assert formed(attributed(headline, "headline")) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The gate was shut at nine.", "body"),
        ("Orrin: a town by the sea", "headline"),
        ("REVEALED: Tarn council hid crane report", "headline"),
        ("RUSK TRIAL: Foreman knew of worn brake", "headline"),
        ("EXCLUSIVE: Foreman ‘knew of worn brake’", "headline"),
        ("BREAKING: Crane driver arrested", "body"),
        ("Analysis: The crane nobody checked", "headline"),
        ("The score stood at 3:2 when the rain came.", "body"),
        ("He had one wish: to see the gate shut before the tide came in and the ferry was lost.", "body"),
    ],
)
def test_other_colons_attribute_nothing(attributed: Attributed, text: str, role: Role):
    """A score, a list, a place are nobody's words."""
    assert formed(attributed(text, role)) == []
