"""The lists of telling words spare patterns, and never hide a match."""

from __future__ import annotations

import re

import pytest

from rashomon.data import entries, patterns
from rashomon.data.furniture import proved_role

APPEALS = (
    "Support us with a small gift.",
    "We have a small favour to ask.",
    "Get the latest from our newsroom straight to your inbox.",
    "By signing up you accept the privacy policy.",
    "Follow us on Telegram",
    "Subscribe and read on.",
    "Enter your email",
    "Thank you for reading.",
    "Already a subscriber? Log in",
    "Vote now: call 0900 555 01",
)


BOXES = (
    "WERE YOU ABOARD? Did you see the gate? We would like to know.",
    "KEEP THE LANTERN LIT. The council has cut our grant. Put a coin in the tin by May.",
    "GOT A STORY? Ring the newsdesk.",
    "Were you aboard the ferry? Please tell us.",
    "Send us your pictures of the gate.",
    "If you have been affected by the closing, see page 9.",
)
"""Boxes that a text runs into the report: a label in capitals, and the paper's own word to its readers."""

LABELLED = (
    "WHAT WE KNOW: The gate was open, our reporter was told, and you could hear the bell.",
    "CORRECTION. In our report on Monday we gave a wrong age.",
    "WE ARE CLOSING THE GATE, THE HARBOUR MASTER TELLS YOU",
    'ORRIN: "You must ring the office," she told us.',
    "Three dockers who would talk to us said that families affected by the closing were told nothing.",
)
"""Labels in capitals before what is the report."""


@pytest.mark.parametrize("text", BOXES)
def test_a_box_in_the_text_is_an_appeal(text: str):
    """What speaks to the reader, under a label in capitals or as a question or a request, is no report."""
    assert proved_role(text) == "appeal"


@pytest.mark.parametrize("text", LABELLED)
def test_a_label_in_capitals_is_no_box_by_itself(text: str):
    """Headings that run into a paragraph, corrections, headlines and speakers stay the report's."""
    assert proved_role(text) is None


@pytest.mark.parametrize("text", ["NEXT WEEK: The smelt are back. Bring a plate.", "Coming soon: who shut the gate?"])
def test_what_comes_next_is_a_link(text: str):
    """An announcement of the next number is no report."""
    assert proved_role(text) == "related"


def test_a_slug_is_no_headline():
    """An agency's line about its own telling serves to get about."""
    assert proved_role("KW 0412 -- DOMESTIC -- GATE/FERRY (2nd take, adds detail)") == "navigation"


@pytest.mark.parametrize("text", APPEALS)
def test_appeals_are_told(text: str):
    """Each of these is an appeal by its words."""
    assert proved_role(text) == "appeal"


@pytest.mark.parametrize(
    "name", sorted({"appeal", "disclaimer", "about", "related", "navigation", "comment", "caption"})
)
def test_patterns_are_sound(name: str):
    """Every entry is a regular expression that does not match the empty text, and none stands twice."""
    assert not patterns(f"{name}.txt").fullmatch("a report of a gate")
    assert len(set(entries(f"{name}.txt"))) == len(entries(f"{name}.txt"))


@pytest.mark.parametrize("name", ["appeal", "disclaimer", "about"])
def test_telling_words_stand_in_the_patterns(name: str):
    """A telling word that no pattern holds is a leftover."""
    words = " ".join([*entries(f"{name}.txt"), *entries("asking.txt")]).replace("\\b", " ")
    held = set(re.findall(r"[a-z]+|©", words.lower()))
    loose = {word for word in entries(f"{name}-words.txt") if not any(part.startswith(word[:4]) for part in held)}
    assert loose == set()
