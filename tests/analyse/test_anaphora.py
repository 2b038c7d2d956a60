"""Claims that point back to one told before: their stance is its stance, their words hold who makes them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, attribution, claim
from rashomon.analyse.anaphora import pointed_back
from rashomon.analyse.language import Prose
from rashomon.model import Claim


def back(text: str, *sayings: tuple[str, str, str, str]) -> list[tuple[str, str]]:
    """Give the words and stance of the claims of ``sayings`` (source, cue, content, the claim's own stance)."""
    report = article(text)
    said = [attribution(report, source, cue, content) for source, cue, content, _ in sayings]
    told = [_with(claim(report, content, by), s) for by, (_, _, content, s) in zip(said, sayings, strict=True)]
    return [(text[one.span.start : one.span.end], one.stance) for one in pointed_back(Prose(report, ()), told, said)]


def _with(one: Claim, stance: str) -> Claim:
    return replace(one, stance=stance)  # type: ignore[arg-type]


DENIED = ("Carrow", "told", "she had not opened the gate", "denies")


@pytest.mark.parametrize(
    ("sentence", "saying", "words", "stance"),
    [
        (
            "Those claims were later repeated by two clerks.",
            ("two clerks", "were later repeated", "Those claims", "asserts"),
            "Those claims were later repeated by two clerks",
            "denies",
        ),
        (
            "Her lawyer has backed her account.",
            ("Her lawyer", "has backed", "her account", "asserts"),
            "Her lawyer has backed her account",
            "denies",
        ),
        (
            "The board rejected that version.",
            ("The board", "rejected", "that version", "denies"),
            "The board rejected that version",
            "denies",
        ),
        (
            "The board published her account.",
            ("The board", "published", "her account", "asserts"),
            "The board published her account",
            "asserts",
        ),
        (
            "The board backed the plan.",
            ("The board", "backed", "the plan", "asserts"),
            "the plan",
            "asserts",
        ),
    ],
)
def test_who_repeats_a_denial_denies(sentence: str, saying: tuple[str, str, str, str], words: str, stance: str):
    """Repeating and backing take the stance of what they point back to; other cues and other things keep theirs."""
    found = back(f"Carrow told us she had not opened the gate. {sentence}", DENIED, saying)
    assert found[1] == (words, stance)


def test_nobody_points_back_to_what_they_said_themselves():
    """The claim before it is looked for among the others' words."""
    found = back(
        "Lund said the gate was open. Carrow told us she had not opened the gate. Carrow repeated her claims.",
        ("Lund", "said", "the gate was open", "asserts"),
        DENIED,
        ("Carrow", "repeated", "her claims", "asserts"),
    )
    assert found[2][1] == "asserts"


@given(st.integers(min_value=0, max_value=2000))
def test_what_is_too_far_back_is_not_pointed_to(gap: int):
    """Within about three paragraphs, and whatever the distance the spans are the words of the text."""
    text = "Carrow told us she had not opened the gate." + " " * (gap + 1) + "Aides echoed those claims."
    found = back(text, DENIED, ("Aides", "echoed", "those claims", "asserts"))
    assert found[1][0] == "Aides echoed those claims"
    away = text.index("those claims") - text.index(".")
    assert (found[1][1] == "denies") == (away <= 700)
