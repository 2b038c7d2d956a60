"""Which numbers of a clause are counts, and of what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.conflicts.counting import CROWD, PEOPLE, counts
from rashomon.compare.events import lemma
from rashomon.compare.quantities import quantities
from rashomon.data import entries


def read(line):
    """Give the counts of ``line``."""
    return counts(line, quantities(line))


@pytest.mark.parametrize(
    ("line", "shown", "unit"),
    [
        ("31 passengers were hurt", "31 passengers", PEOPLE),
        ("it put the crowd at 600", "600 crowd", PEOPLE),
        ("610 of the 640 people stayed away", "610 people", PEOPLE),
        ("it cost £900 a month", "900 pound a month", "pound"),
        ("only four journeys were made", "4 journeys", "trip"),
        ("she flew fourteen times", "14 times", "tim"),
        ("there was one call.", "1 call", "call"),
    ],
)
def test_what_is_counted(line, shown, unit):
    """A count is told with what it counts; people taken by number share one unit, whatever they are called."""
    assert [(one.shown, one.unit) for one in read(line)] == [(shown, unit)]


@pytest.mark.parametrize(
    "line",
    [
        "Article 9 stays",
        "Ines Carrow, 58, would not say",
        "she was 58, he said",
        "a 71-year-old man",
        "one in three fell",
        "four minutes late",
    ],
)
def test_what_is_no_count(line):
    """Names, ages, ratios and stretches of the clock are no counts."""
    assert read(line) == ()


def test_measures_are_converted():
    """A speed in miles and one in kilometres are one measure, and so are two weeks and 14 days."""
    slow, quick = read("it went at 28.6 miles an hour")[0], read("it went at 46 km/h")[0]
    assert slow.unit == quick.unit == "=speed"
    assert abs(slow.low - quick.low) < 0.1
    assert read("in all three weeks")[0].low == read("in all 21 days")[0].low


def test_a_noun_is_of_one_field():
    """No noun that is counted under several names stands in two of the fields, in whatever form."""
    nouns = [(lemma(noun), at) for at, entry in enumerate(entries("count-fields.txt")) for noun in entry.split()]
    assert len({noun for noun, _ in nouns}) == len(set(nouns))


def test_parts_negations_and_crowds():
    """Some of a whole, a number told to be wrong, and people gathered are known as such."""
    assert read("700 of the signers live here")[0].part
    assert read("'700' of the signers live here")[0].part
    assert [one.negated for one in read("four flights, not fourteen flights")] == [False, True]
    assert CROWD in read("410 people were counted")[0].about


@given(st.text("ab 0123456789,.£$%-'", max_size=40))
def test_counts_stand_in_their_line(line):
    """Whatever the line, a count is a stretch of it with a digit in it, in order, and its bounds are in order."""
    found = read(line)
    assert all(0 <= one.start < one.end <= len(line) and one.low <= one.high for one in found)
    assert all(any(mark.isdigit() for mark in line[one.start : one.end]) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
