"""Days told without a year, in reports whose own date is not known."""

from __future__ import annotations

import pytest

from factory import article, body, span
from rashomon.compare.years import dated
from rashomon.model import Analysis, Story, Timex


def meant(words: str, *others: str, published: str | None = None, value: str | None = None) -> str | None:
    """Give the value of a day told in ``words``, in a story whose other report tells the days ``others``."""
    one = article(f"It fell on {words}.", "one", published=published)
    other = article(" ".join(others) or "Nothing.", "other")
    told = Timex(span(one, words), "DATE", value)
    times = tuple(Timex(span(other, day), "DATE", day) for day in others)
    story = Story(
        (one, other), (body(one), body(other)), (), (Analysis(one.id, times=(told,)), Analysis(other.id, times=times))
    )
    return dated(story)[0][0].value


@pytest.mark.parametrize(
    "words", ["December 28", "28 December", "the 28th of December", "Dec. 28", "December the 28th"]
)
def test_however_it_is_written(words: str):
    """Month first or day first, long or short."""
    assert meant(words, "2030-12-29") == "2030-12-28"


def test_the_year_is_the_nearest():
    """Across the turn of the year too, and whatever the order of the dates; the report's own date counts."""
    assert meant("January 2", "2030-12-29", "2020-06-05") == "2031-01-02"
    assert meant("December 28", published="2031-01-03") == "2030-12-28"


@pytest.mark.parametrize(
    ("words", "others"),
    [("June 28", ("2030-12-29",)), ("December 28", ()), ("Friday", ("2030-12-29",)), ("February 30", ("2030-02-20",))],
)
def test_what_nothing_dates_stays_undated(words: str, others: tuple[str, ...]):
    """A day far from all others, a story without any, a day of the week, and a day that no year has."""
    assert meant(words, *others) is None


def test_what_has_a_value_keeps_it():
    """A time that is dated is not dated again."""
    assert meant("December 28", "2030-12-29", value="1999-12-28") == "1999-12-28"
