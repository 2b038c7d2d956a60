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
