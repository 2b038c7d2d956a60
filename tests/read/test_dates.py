"""Dates in datelines, stamps and metadata, and datelines themselves."""

from __future__ import annotations

import pytest

from rashomon.read.datelines import dateline
from rashomon.read.dates import iso_prefix, stamps


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Published 4 March 2031", "2031-03-04"),
        ("Last updated 18:20, Tuesday 14 October 2031", "2031-10-14"),
        ("Sept. 3rd, 2031", "2031-09-03"),
        ("04.03.2031, 11:40", "2031-03-04"),
        ("2031-03-04T10:00Z", "2031-03-04"),
        ("Feb 14", None),
    ],
)
def test_written_dates(words: str, iso: str | None):
    """A date is read in each form that stamps have; without a year it has no ISO value."""
    assert [stamp.iso for stamp in stamps(words)] == [iso]


@pytest.mark.parametrize("words", ["31 February 2031", "3/4/2031", "we may go", "March on", "12 o'clock"])
def test_what_is_no_date_or_two(words: str):
    """Impossible dates, dates that can be read in two ways and other words are passed over."""
    assert list(stamps(words)) == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-03T23:30:00-05:00", "2031-03-03"),
        ("20310303", "2031-03-03"),
        (1930262400, "2031-03-03"),
        (1930262400000, "2031-03-03"),
        ("March 3, 2031", "2031-03-03"),
        ("2031-13-40", None),
        (None, None),
        (True, None),
        ("yesterday", None),
    ],
)
def test_metadata_dates(value: object, day: str | None):
    """Metadata dates come as ISO, numbers or words; what is none gives None."""
    assert iso_prefix(value) == day


@pytest.mark.parametrize(
    ("line", "place", "agency", "date"),
    [
        ("ORRIN HARBOUR, February 14. /KESTREL/. The gate", "ORRIN HARBOUR", "KESTREL", "2-14"),
        ("ORRIN (Kestrel) - The gate", "ORRIN", "Kestrel", None),
        ("Jan 3 (KW) — The gate", None, "KW", "1-3"),
        ("Orrin, March 3 (Kestrel) -- The gate", "Orrin", "Kestrel", "3-3"),
        ("ORRIN, Carrow, May 24 — Four days", "ORRIN", None, "5-24"),
        ("ORRIN — The gate", "ORRIN", None, None),
    ],
)
def test_datelines(line: str, place: str | None, agency: str | None, date: str | None):
    """Place, agency and date of each common form; the end stands before the report's first word."""
    found = dateline(line)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.stamp and f"{found.stamp.month}-{found.stamp.day}") == date
    assert line[found.end :].lstrip().split()[0] in {"The", "Four"}


@pytest.mark.parametrize(
    "line", ["BREAKING — The gate", "The gate - which was open - fell", "On March 3 the gate fell.", "NATO said so."]
)
def test_what_is_no_dateline(line: str):
    """Labels in capitals and sentences are none."""
    assert dateline(line) is None
