"""The year that only the other reports can tell."""

from __future__ import annotations

from rashomon.model import Article
from rashomon.read import article, complete

BODY = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on the quay."


def _wire(line: str, body: str = BODY, name: str = "wire.txt") -> Article:
    return article(f"Gate stood open for an hour\n\n{line} {body}", name)


def test_year_from_a_dated_report():
    """The year lies nearest to another report's date, across the new year too; the evidence names that report."""
    other = article(f"Orrin Courier\n\nGate open, master admits\n\n30 December 2030\n\n{BODY}", "b.txt")
    done = complete([_wire("ORRIN, January 2 (KW) -"), other])[0].published
    assert (done.value, done.basis) == ("2031-01-02", "inferred")
    assert "2030-12-30" in done.evidence


def test_reports_of_two_years_leave_it_open():
    """Where dated reports would choose different years nothing is chosen."""
    others = [article(f"Gate open, master admits\n\n{day}\n\n{BODY}", day) for day in ("3 May 2029", "3 May 2031")]
    assert complete([_wire("ORRIN, May 4 (KW) -"), *others])[0].published.value is None


def test_year_from_the_times_named():
    """Without a dated report the day follows the latest month that two reports name."""
    one = article(
        "Gate open, master admits\n\nThe winch was mended in December 2030 by a firm from Carrow, he said.", "a"
    )
    two = article(
        "Gate was shut, says firm\n\nThe firm left the quay on 29 December 2030, its owner said on Monday.", "b"
    )
    done = complete([_wire("ORRIN, February 14 (KW) -"), one, two])[0].published
    assert done.value == "2031-02-14"
    assert "2030-12" in done.evidence


def test_a_weekday_must_agree():
    """A weekday beside the day rules out the years in which it does not fall on it: 14 February 2031 is a Friday."""
    one = article(
        "Gate open, master admits\n\nThe winch was mended in December 2030 by a firm from Carrow, he said.", "a"
    )
    for weekday, year in (("Friday", "2031-02-14"), ("Monday", None)):
        wire = article(f"Gate stood open for an hour\n\n{weekday}, February 14\n\n{BODY}", "w.txt")
        assert complete([wire, one])[0].published.value == year


def test_nothing_to_go_by():
    """A set that names no time leaves the year unknown, and dated reports are left as they are."""
    wire = _wire("ORRIN, February 14 (KW) -")
    assert complete([wire]) == (wire,)
    dated = article(f"Gate open, master admits\n\n3 May 2029\n\n{BODY}", "d.txt")
    assert complete([dated]) == (dated,)
