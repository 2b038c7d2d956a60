"""When things are said to have happened, and when they were said: moments from hand-made claims and times."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, body, claim, span
from rashomon.compare.timeline import find
from rashomon.model import Analysis, Article, Conflict, Moment, Side, Story, Timex


def time(
    report: Article, quote: str, value: str | None, kind: Literal["DATE", "TIME", "DURATION"] = "DATE", nth: int = 1
) -> Timex:
    """Give a time over ``quote``; its interval is its day, month or year."""
    ends = {4: ("-01-01", "-12-31"), 7: ("-01", "-28")}.get(len(value or ""), ("", ""))
    day = value[:10] if value else None
    return Timex(span(report, quote, nth), kind, value, day and day + ends[0], day and day + ends[1], "by hand")


def story(*told: tuple[Article, Analysis], conflicts: tuple[Conflict, ...] = ()) -> Story:
    """Give a story of reports that are all running text."""
    return Story(
        articles=tuple(report for report, _ in told),
        blocks=tuple(body(report) for report, _ in told),
        analyses=tuple(analysis for _, analysis in told),
        conflicts=conflicts,
    )


def one(text: str, *times: tuple[str, str], published: str | None = "2031-03-10") -> list[Moment]:
    """Give the moments, those of saying apart, of one report that is one claim and has ``times`` (quote, value)."""
    report = article(f"¶ {text}", published=published)
    found = tuple(time(report, quote, value) for quote, value in times)
    told = Analysis(report.id, times=found, claims=(claim(report, text),))
    return [moment for moment in find(story((report, told))) if moment.axis != "said"]


def test_one_value_is_one_moment():
    """Two reports that put a thing on one day make one moment with both claims; a wider value is another, and leads."""
    post, echo = article("The gate fell on 7 March.", "post"), article("It fell on 7 March, in 2031.", "echo", "Echo")
    first = Analysis(
        post.id, times=(time(post, "7 March", "2031-03-07"),), claims=(claim(post, "The gate fell on 7 March"),)
    )
    second = Analysis(
        echo.id,
        times=(time(echo, "7 March", "2031-03-07"), time(echo, "2031", "2031")),
        claims=(claim(echo, "It fell on 7 March"), claim(echo, "in 2031")),
    )
    found = find(story((post, first), (echo, second)))
    assert [(moment.value, moment.earliest, moment.latest, len(moment.claims)) for moment in found] == [
        ("2031", "2031-01-01", "2031-12-31", 1),
        ("2031-03-07", "2031-03-07", "2031-03-07", 2),
    ]
    assert find(story((echo, second), (post, first))) == found


def test_a_day_is_no_moment_beside_its_hour():
    """A day that the same claim tells more closely stands once, at the hour."""
    found = one("The gate fell at noon on Friday.", ("noon", "2031-03-07T12:00"), ("Friday", "2031-03-07"))
    assert [moment.value for moment in found] == ["2031-03-07T12:00"]


def test_parts_of_a_day_are_hours():
    """A night ends in the morning of the next day."""
    (found,) = one("The gate fell on Friday night.", ("Friday night", "2031-03-07TNI"))
    assert (found.earliest, found.latest) == ("2031-03-07T18:00", "2031-03-08T06:00")


@pytest.mark.parametrize(
    ("text", "time", "axis"),
    [
        ("The gate fell on Friday.", "Friday", "happened"),
        ("They hoped to mend the gate on Friday.", "Friday", "expected"),
        ("On Friday the port will mend it.", "Friday", "expected"),
        ("Nothing will undo the fine imposed on Friday.", "Friday", "happened"),
        ("The gate fell on Friday, which will cost the port dear.", "Friday", "happened"),
        ("The gate stood open in May.", "May", "happened"),
    ],
)
def test_what_is_planned_is_kept_apart(text: str, time: str, axis: str):
    """A clause that plans or wishes puts its time among what is expected, whenever it lies; other clauses do not."""
    assert [moment.axis for moment in one(text, (time, "2031-03-07"))] == [axis]


def test_what_lies_ahead_is_expected():
    """A time after the day on which the claim was made has not happened, whatever the words."""
    assert [moment.axis for moment in one("The gate opens on Friday.", ("Friday", "2031-03-14"))] == ["expected"]


def test_what_has_no_date_stays_out():
    """Lengths of time, times without a value and the year in a law's name are no moments."""
    report = article("It was shut for two days last spring under the Quay Act of 1803.", published="2031-03-10")
    told = Analysis(
        report.id,
        times=(
            replace(time(report, "two days", "P2D", "DURATION"), earliest=None, latest=None),
            time(report, "last spring", None),
            time(report, "1803", "1803"),
        ),
        claims=(claim(report, "It was shut for two days last spring under the Quay Act of 1803"),),
    )
    assert [moment.axis for moment in find(story((report, told)))] == ["said"]


def test_saying_has_an_axis_of_its_own():
    """A claim is said on the day its attribution tells; without one, or with one that lies ahead, when it came out."""
    report = article("On Friday she said it fell. It was old.", published="2031-03-10")
    spoken = replace(claim(report, "it fell"), said="2031-03-07")
    wrong = replace(claim(report, "It was"), said="2031-04-07")
    told = Analysis(
        report.id, times=(time(report, "Friday", "2031-03-07"),), claims=(spoken, wrong, claim(report, "It was old"))
    )
    found = [(moment.value, moment.basis, len(moment.claims)) for moment in find(story((report, told)))]
    assert found == [("2031-03-07", "by hand", 1), ("2031-03-10", "the date of publication", 2)]


def test_a_year_is_borrowed_from_the_other_reports():
    """A day of a report without a date has the year in which it comes nearest to a date the others tell."""
    post = article("The gate fell on 29 December 2030.", "post", published="2031-01-12")
    echo = article("It fell on December 28, not on a Friday.", "echo", "Echo")
    first = Analysis(
        post.id,
        times=(time(post, "29 December 2030", "2030-12-29"),),
        claims=(claim(post, "The gate fell on 29 December 2030"),),
    )
    second = Analysis(
        echo.id,
        times=(time(echo, "December 28", None), time(echo, "Friday", None)),
        claims=(claim(echo, "It fell on December 28, not on a Friday"),),
    )
    found = find(story((post, first), (echo, second)))
    assert [moment.value for moment in found if moment.axis == "happened"] == ["2030-12-28", "2030-12-29"]
    assert [moment.value for moment in find(story((echo, second)))] == []


def test_a_borrowed_day_dates_the_claim_beside_it():
    """A day that only the others date is no claim's yet: it is that of the nearest claim of its sentence."""
    post = article("It fell on 29 December 2030.", "post", published="2031-01-12")
    echo = article("Two calls were made, she said, on December 28. The port shut.", "echo", "Echo")
    first = Analysis(post.id, times=(time(post, "29 December 2030", "2030-12-29"),))
    calls, shut = claim(echo, "Two calls were made"), claim(echo, "The port shut")
    second = Analysis(echo.id, times=(time(echo, "December 28", None),), claims=(shut, calls))
    found = [moment for moment in find(story((post, first), (echo, second))) if moment.axis == "happened"]
    assert [(moment.value, moment.claims) for moment in found] == [("2030-12-28", (calls.id,))]


def test_disputed_dates_name_their_conflict():
    """The moments of both sides of a conflict of dates have its id; other times of the same claims have not."""
    post = article("The gate, built in 1990, fell on 6 March.", "post")
    echo = article("It fell on 7 March.", "echo", "Echo")
    left = claim(post, "The gate, built in 1990, fell on 6 March")
    right = claim(echo, "It fell on 7 March")
    clash = Conflict(
        "x1",
        "date",
        "hard",
        None,
        (
            Side("6 March", (left.id,), (span(post, "6 March"),)),
            Side("2031-03-07", (right.id,), (span(echo, "It fell"),)),
        ),
    )
    first = Analysis(post.id, times=(time(post, "1990", "1990"), time(post, "6 March", "2031-03-06")), claims=(left,))
    second = Analysis(echo.id, times=(time(echo, "7 March", "2031-03-07"),), claims=(right,))
    found = find(story((post, first), (echo, second), conflicts=(clash, replace(clash, id="a0", kind="number"))))
    assert [(moment.value, moment.disputed) for moment in found] == [
        ("1990", None),
        ("2031-03-06", "x1"),
        ("2031-03-07", "x1"),
    ]


@given(st.lists(st.dates(), min_size=1, max_size=5, unique=True))
def test_moments_stand_in_order(days):
    """Whatever the order in which days are told, the moments stand in theirs."""
    values = [day.isoformat() for day in days]
    text = " ".join(f"It fell on <{value}>." for value in values)
    report = article(text)
    told = Analysis(
        report.id, times=tuple(time(report, f"<{value}>", value) for value in values), claims=(claim(report, text),)
    )
    assert [moment.value for moment in find(story((report, told)))] == sorted(values)
