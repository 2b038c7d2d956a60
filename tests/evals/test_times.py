"""The scorer of times: what counts as found and as right, on pairs made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.evals import times
from rashomon.evals.places import Absent
from rashomon.model import Span, Timex


def timex(start: int, value: str, kind: Any = "DATE") -> Timex:
    """Give an expression of five code points."""
    return Timex(Span("d", start, start + 5), kind, value)


def test_figures_of_pairs():
    """Recall counts gold dates and clock times found, value right those of them; Greenwich's mark is no difference."""
    gold = (
        timex(0, "2031-03-02"),
        timex(10, "2031-03-02T08:30Z", "TIME"),
        timex(20, "2031"),
        timex(30, "P3D", "DURATION"),
    )
    ours = (timex(0, "2031-03-01"), timex(10, "2031-03-02T08:30", "TIME"), timex(30, "P3D", "DURATION"))
    figures = times._figures([times.Pairing("", gold, ours, ((0, 0), (1, 1), (3, 2)))])
    assert figures["times"] == 3
    assert figures["recall"] == pytest.approx(2 / 3)
    assert figures["value_right"] == pytest.approx(1 / 2)
    assert figures["value_F1"] == pytest.approx(2 / 5)
    assert (figures["duration_recall"], figures["duration_value_F1"], figures["set_recall"]) == (1, 1, 0)


def test_errors_are_shown_in_their_words():
    """What was missed, valued wrong or too much is printed with the words around it."""
    text = "On Friday it was shut, and now open."
    gold = (Timex(Span("d", 3, 9), "DATE", "2031-03-07"), Timex(Span("d", 27, 30), "DATE", "PRESENT_REF"))
    ours = (
        Timex(Span("d", 3, 9), "DATE", "2031-02-28", basis="the Friday before"),
        Timex(Span("d", 13, 16), "DATE", "2031"),
    )
    shown = list(times._errors([times.Pairing(text, gold, ours, ((0, 0),))]))
    assert [line.split()[0] for line in shown] == ["value", "missed", "extra"]
    assert "[Friday]" in shown[0]
    assert "the Friday before" in shown[0]


def test_a_date_the_other_way_round():
    """One document of the set gives its date day first."""
    assert times._given({"document_date": "03-02-2009"}) == "2009-02-03"
    assert times._given({"document_date": "2009-02-03"}) == "2009-02-03"


def test_absent_data_is_said(tmp_path: Path):
    """Where the set is not on this machine the measure is left out, not failed."""
    with pytest.raises(Absent, match="MEANTIME"):
        times.figures(tmp_path)
