"""Numbers with their bounds, and what they count."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.quantities import Quantity, quantities


def told(text: str) -> list[tuple[float, float, str]]:
    """Give the quantities of ``text`` without their places."""
    return [(one.low, one.high, one.noun) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "noun"),
    [
        ("34 sailors drowned", 34, 34, "sailors"),
        ("at least 27 people", 27, inf, "people"),
        ("no fewer than twelve cows", 12, inf, "cows"),
        ("up to 90 beds", 0, 90, "beds"),
        ("between 29 and 33 riders", 29, 33, "riders"),
        ("3,000-4,000 men", 3000, 4000, "men"),
        ("nearly 200 pages", 190, 200, "pages"),
        ("some 400 boats", 380, 420, "boats"),
        ("2.4 million crowns", 2.4e6, 2.4e6, "crowns"),
        ("£1.5bn", 1.5e9, 1.5e9, "pound"),
        ("a hundred geese", 100, 100, "geese"),
        ("two hundred and ten sheep", 210, 210, "sheep"),
        ("forty-one arrests", 41, 41, "arrests"),
        ("a dozen eggs", 12, 12, "eggs"),
        ("tens of thousands of readers", 2e4, 9.9e4, "readers"),
        ("38 per cent", 0.38, 0.38, "percent"),
        ("a third", 1 / 3, 1 / 3, "percent"),
        ("a six-berth cabin", 6, 6, "cabin"),
        ("nine former and current clerks", 9, 9, "clerks"),
        ("four minutes fast", 4, 4, "minutes"),
        ("twelve Dutch sailors suspected of theft", 12, 12, "sailors"),
        ("27 hurt", 27, 27, "hurt"),
        ("five large police raids", 5, 5, "raids"),
        ("40 police stood by", 40, 40, "police"),
        ("610 of its people", 610, 610, "people"),
        ("the cost would be £700m.", 7e8, 7e8, "pound"),
        ("a bill of $1.2bn, its largest", 1.2e9, 1.2e9, "dollar"),
        ("€40k.", 4e4, 4e4, "euro"),
        ("US$3m", 3e6, 3e6, "dollar"),
        ("£2tn", 2e12, 2e12, "pound"),
        ("12pc", 0.12, 0.12, "percent"),
        ("5.5 per cent", 0.055, 0.055, "percent"),
        ("1,300-odd cows", 1235, 1365, "cows"),
        ("40 or more cows", 40, inf, "cows"),
        ("30+ pupils", 30, inf, "pupils"),
        ("a 40,000-strong crowd", 4e4, 4e4, "crowd"),
        ("half a million geese", 5e5, 5e5, "geese"),
        ("two and a half million bees", 2.5e6, 2.5e6, "bees"),
        ("two to three million people", 2e6, 3e6, "people"),
        ("$2 to 3 million", 2e6, 3e6, "dollar"),
        ("between $2m and $3m", 2e6, 3e6, "dollar"),
        ("3 to 5 per cent", 0.03, 0.05, "percent"),
        ("from 5% to 7%", 0.05, 0.07, "percent"),
        ("two or three thousand sheep", 2000, 3000, "sheep"),
        ("thirty-\nfour vans", 34, 34, "vans"),
        ("two-thirds", 2 / 3, 2 / 3, "percent"),
        ("three quarters", 0.75, 0.75, "percent"),
    ],
)
def test_one_number(text, low, high, noun):
    """A number has its bounds and what it counts, in figures or words, with "at least", "up to" and the like."""
    assert told(text) == [(pytest.approx(low), pytest.approx(high), noun)]


@pytest.mark.parametrize("text", ["£5 to 30 people", "nine to four", "900 to 12 men"])
def test_what_is_no_range_stays_two_numbers(text):
    """A sum given to people, and numbers that fall, are no range."""
    assert len(quantities(text)) == 2


def test_several_numbers_stay_apart():
    """Each number has its own noun; "and" between them joins nothing."""
    assert told("three dead and two hurt") == [(3, 3, "dead"), (2, 2, "hurt")]


@pytest.mark.parametrize("text", ["one of them", "no one came", "the A12 road", "at 12:30", "flight 3.2.1"])
def test_no_quantity(text):
    """A pronoun, the name of a road, a clock time and a version count nothing."""
    assert told(text) == []


def test_times_are_left_out():
    """What the caller says is a time is no quantity."""
    text = "On 14 March 30 boats sank"
    assert [one.low for one in quantities(text, [(3, 11)])] == [30]


def test_numbers_meet():
    """Bounds tell which numbers can both be true."""
    exact, least, other = (Quantity(0, 1, low, high, "") for low, high in ((34, 34), (30, inf), (51, 51)))
    assert exact.meets(least)
    assert least.meets(other)
    assert not exact.meets(other)


def test_halves_and_a_few_of_a_scale():
    """Half a million is one number, a few thousand lies between bounds."""
    assert [one[2:4] for one in quantities("half a million, half a dozen boats")] == [(5e5, 5e5), (6.0, 6.0)]
    assert [one[2:4] for one in quantities("a few thousand people")] == [(2000.0, 9000.0)]


def test_unit_is_one_for_one_and_many():
    """One boat and two boats count the same thing."""
    assert quantities("one boat")[0].unit == quantities("two boats")[0].unit


@given(st.text(alphabet="ab 0123456789.,-%£$", max_size=40))
def test_places_stand(text):
    """Every quantity stands in the text, in order, low bound first."""
    found = quantities(text)
    assert all(0 <= one.start < one.end <= len(text) and one.low <= one.high for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
