"""The gate fails on a figure under its floor, and says what it left out."""

from __future__ import annotations

import json

import pytest

from rashomon.errors import StoryError
from rashomon.evals.gate import MEASURES, Measure, floors, gate, judge
from rashomon.evals.places import Absent


def _absent():
    raise Absent("the set is not here")


@pytest.fixture
def bounds(tmp_path):
    """Give a file of floors: one figure with a floor and a bar."""
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"floors": {"times": {"recall": {"floor": 0.8, "bar": 0.9}}}}), encoding="utf-8")
    return path


@pytest.mark.parametrize(("value", "stands", "word"), [(0.7, False, "UNDER ITS FLOOR"), (0.85, True, "under the bar")])
def test_a_figure_under_its_floor_fails_the_gate(bounds, value, stands, word):
    """Under the bar is only marked."""
    text, passed = gate((Measure("times", lambda: {"recall": value, "precision": 0.1}),), bounds)
    assert passed is stands
    assert word in text
    assert "precision" in text


def test_what_cannot_be_measured_is_left_out_with_a_reason(bounds):
    """Absent data is no failure."""
    text, passed = gate((Measure("times", _absent),), bounds)
    assert passed
    assert "times: left out, the set is not here" in text


def test_a_floor_for_a_figure_that_is_gone_fails():
    """A measure renamed or dropped cannot slip through."""
    (verdict,) = judge("times", {}, {"recall": {"floor": 0.8}})
    assert verdict.falls


def test_floors_that_are_broken_are_refused(tmp_path):
    """With the file's name."""
    with pytest.raises(StoryError, match=r"none\.json"):
        floors(tmp_path / "none.json")


def test_the_floors_of_the_project_belong_to_its_measures():
    """Every section is a measure that the gate runs; a bound is a floor or a bar."""
    ours = floors()
    assert set(ours) <= {measure.name for measure in MEASURES}
    assert {key for section in ours.values() for bound in section.values() for key in bound} <= {"floor", "bar"}
