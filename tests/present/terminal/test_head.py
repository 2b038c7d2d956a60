"""The head of a reading: how much there is, from when to when, and the reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article, body
from rashomon.model import Fact, Problem, Story
from rashomon.present.shown import Section, Shown
from rashomon.present.terminal import plain_text, summary, told


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-03-03", "3 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03-03T09:30", "3 March 2031, 09:30"),
        ("2031-W09", "2031-W09"),
        ("2031-13-40", "2031-13-40"),
    ],
)
def test_dates_are_shown_with_their_precision(value: str, shown: str):
    """A date is shown as precisely as it is known; what is no calendar date stays as it is."""
    report = replace(article("x"), published=Fact(value, "given"))
    assert summary(Story((report,))) == f"1 report · 1 outlet · {shown}"


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (("2031-03-03", "2031-03-15"), "3 to 15 March 2031"),
        (("2031-03-03", "2031-04-01"), "3 March to 1 April 2031"),
        (("2030-12-31", "2031-01-01"), "31 December 2030 to 1 January 2031"),
        (("2031-01-01", "2031-02-01"), "1 January to 1 February 2031"),
        (("2031", "2031-02-01"), "2031 to 1 February 2031"),
        (("2031-03", "2031-03-03"), "March to 3 March 2031"),
    ],
)
def test_a_range_of_dates_says_the_same_once(dates: tuple[str, str], shown: str):
    """From when to when the reports were published, with month and year once where they agree."""
    reports = tuple(replace(article(date), published=Fact(date, "given")) for date in dates)
    assert summary(Story(reports)) == f"2 reports · 1 outlet · {shown}"


def test_a_problem_is_one_line():
    """File, cause and mend stand on one line, even where the file's name has a line end in it."""
    assert told(Problem("a\nb.txt", "the file is empty", "give text")) == "a b.txt: the file is empty; give text"
    assert told(Problem("a.txt", "no", "")) == "a.txt: no"


def test_an_outlet_that_is_not_named():
    """What was only taken from the file's name is not counted as an outlet."""
    named, unnamed = article("x", "a.txt"), replace(article("y", "b.txt"), outlet=Fact("b", "inferred"))
    assert summary(Story((named, unnamed))) == "2 reports · 1 outlet (1 not named) · 2 undated"
    assert summary(Story((unnamed,))) == "1 report · no outlet named · 1 undated"
    found = replace(
        unnamed, outlet=Fact("Y", "inferred", "the file is named so, and the text names it", body(unnamed)[0].span)
    )
    assert summary(Story((named, found))) == "2 reports · 2 outlets · 2 undated"


def test_the_reports_say_how_they_were_read():
    """Below a report stand its notes; two reports of one outlet are told apart by their files."""
    one = replace(article("x", "a.txt", outlet="Post"), notes=("it seems to be cut off",))
    other = article("y", "b.txt", outlet="Post")
    lines = plain_text(Story((one, other)), Shown((Section.reports,))).splitlines()
    assert lines[2:5] == [
        " 1 Post (a.txt) · undated",
        "   it seems to be cut off",
        " 2 Post (b.txt) · undated",
    ]
