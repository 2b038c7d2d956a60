"""The question that a clause answers, and its value."""

from math import inf

import pytest

from rashomon.compare.quantities import Quantity
from rashomon.compare.slots import asked, dated, numbered
from rashomon.model import Span, Timex


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("the gate was open", "happened"),
        ("the strike was unlawful", "proper"),
        ("she will step down", "follows"),
        ("the pilot was to blame", "who"),
        ("the letter was about the gate", "about"),
    ],
)
def test_question(text, slot):
    """What a clause says tells which question it answers foremost."""
    assert asked(text)[0] == slot


def test_numbers_and_times_are_answers_too():
    """A clause with a number tells how many first; one with a time tells when beside what happened."""
    assert asked("the pilot was to blame for 3 deaths", counted=True) == ("number", "who")
    assert asked("it was unlawful", timed=True) == ("proper", "time")
    assert asked("it sank", timed=True) == ("time",)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (34, 34, "34 hurt"),
        (27, inf, "at least 27 hurt"),
        (0, 90, "at most 90 hurt"),
        (29, 33, "29 to 33 hurt"),
        (2.4e6, 2.4e6, "2400000 hurt"),
    ],
)
def test_value_of_a_number(low, high, text):
    """The value of a number is told in one form, bounds open where they are, at its place in the article."""
    value = numbered(Quantity(3, 5, low, high, "hurt"), Span("a", 100, 120))
    assert value.text == text
    assert value.span == Span("a", 103, 105)
    assert (value.low is None) == (low == 0)
    assert (value.high is None) == (high == inf)


def test_value_of_a_time():
    """The value of a time is its ISO date."""
    time = Timex(Span("a", 4, 9), "DATE", "2031-03-02")
    assert dated(time).text == "2031-03-02"
    assert dated(time).span == time.span
