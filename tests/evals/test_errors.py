"""The lines that tell a system's errors."""

from __future__ import annotations

from dataclasses import replace

from rashomon.evals.accounts import load
from rashomon.evals.errors import errors
from rashomon.evals.readings import Reading, from_gold
from rashomon.model import Span


def test_no_error_no_line(built):
    """The gold against itself is silent."""
    gold = load(built)
    assert list(errors(gold, from_gold(gold))) == []


def test_each_error_has_a_line(built):
    """One fault of each kind, made by hand."""
    gold = load(built)
    right = from_gold(gold)
    first, second, third, paper, officials = right.held
    said = (
        replace(first, stance="hedges"),
        replace(second, names="Bo Till"),
        replace(third, source=Span("01-kestrel.txt", 0, 14), names="Harbour master"),
        paper,
        replace(officials, contents=(Span("02-post.html.txt", 0, 9),)),
    )
    times = (
        replace(right.times[0], value="2031-03-02T09:00"),
        replace(right.times[1], span=Span("03-letter.txt", 0, 5)),
    )
    tellings = (
        replace(right.tellings[0], stance="asserts"),
        replace(right.tellings[1], holder="Bo Till"),
        *right.tellings[2:5],
    )
    lines = list(errors(gold, Reading(held=said, times=times, tellings=tellings)))
    assert [line.split("  ")[0].split(" |")[0] for line in lines] == [
        "01 STANCE",
        "01 SPEAKER - (Ines Carrow), not -",
        "01 SPEAKER Three dockers (three dockers), not Harbour master",
        "02 MISSED",
        "02 MADE UP asserts",
        "01 TIME",
        "01 TIME",
        "03 NO TIME Ferry = 2031-03-02",
        "01 p1 HELD AS denies, not asserts",
        "02 p1 HELD BY two officials, not Bo Till",
        "02 p2 UNTOLD",
    ]
