"""The log: what makes no judgement is refused, and what was taken back does not stand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from factory import span
from rashomon.errors import JudgementError
from rashomon.judge import from_values, judgement, passage, standing, target, to_values, undoing
from rashomon.model import Span, Target
from whole import OPEN, POST, whole

SIGNED = ("Ana", datetime(2031, 3, 8, 12, tzinfo=UTC))
CLAIM, CONFLICT = target(whole(), "claim", OPEN[0].id), target(whole(), "conflict", "x-day")


@pytest.mark.parametrize(
    ("kind", "targets", "change", "told"),
    [
        ("accept", [], None, "not of nothing"),
        ("merge", [CLAIM], None, "'merge' is of claim or proposition and claim or proposition, not of claim"),
        ("stance", [CONFLICT], "denies", "'stance' is of claim, not of conflict"),
        ("stance", [CLAIM], "shouts", "'shouts' is no stance"),
        ("date", [CLAIM], "2031-02-30", "'2031-02-30' is no date"),
        ("date", [CLAIM], "yesterday", "'yesterday' is no date"),
        ("speaker", [CLAIM], " ", "no name is given"),
        ("accept", [Target("claim", ())], None, "it is about nothing"),
        ("applaud", [CLAIM], None, "no judgement of the kind 'applaud'"),
        ("note", [CLAIM], "x" * 3000, "over 2000 characters"),
    ],
)
def test_what_makes_no_judgement_is_refused(kind: Any, targets: list[Target], change: str | None, told: str):
    """By what is wrong with it."""
    with pytest.raises(JudgementError, match=told):
        judgement(kind, targets, SIGNED, change)


@pytest.mark.parametrize("signed", [("", SIGNED[1]), ("Ana", datetime(2031, 3, 8, 12))])
def test_a_judgement_is_signed_and_dated(signed: tuple[str, datetime]):
    """A name, and a time with its zone."""
    with pytest.raises(JudgementError):
        judgement("accept", [CLAIM], signed)


@pytest.mark.parametrize(
    ("kind", "ids"),
    [("claim", ("none",)), ("claim", ()), ("link", (OPEN[0].id,)), ("link", (OPEN[0].id,) * 2), ("article", ("a",)),
     ("proposition", ("p",)), ("conflict", ("x",)), ("story", ("s",))],
)  # fmt: skip
def test_what_is_not_there_is_no_target(kind: str, ids: tuple[str, ...]):
    """An id of nothing, a link of one claim, a kind that is none."""
    with pytest.raises(JudgementError, match=f"there is no {kind}"):
        target(whole(), kind, *ids)


@pytest.mark.parametrize("place", [Span(POST.id, 3, 3), Span(POST.id, -1, 3), Span(POST.id, 0, 9999), Span("x", 0, 1)])
def test_a_passage_stands_in_a_report(place: Span):
    """It has words, and none outside the text."""
    with pytest.raises(JudgementError):
        passage(whole(), place)


def test_a_target_tells_its_words_and_what_stands_around_them():
    """Article, offset, words, forty characters on each side, holder by name, question."""
    (place,) = CLAIM.places
    assert place.words == "that the gate stood open when the ferry docked"
    assert (place.before, place.after) == ("Three dockers told the Post ", POST.text[74:114])
    assert (place.sha256, place.outlet, place.name, place.start) == (POST.sha256, "Orrin Post", POST.name, 28)
    assert (place.holder, place.slot) == ("three dockers", "happened")
    assert passage(whole(), span(POST, "Monday")).places[0].holder is None


def test_undoings_are_undone_too():
    """Odd and even: each takes back the one that it names."""
    first = judgement("accept", [CLAIM], SIGNED)
    back = undoing(first, ("Ana", SIGNED[1].replace(minute=1)))
    forth = undoing(back, ("Ana", SIGNED[1].replace(minute=2)))
    assert standing([first]) == (first,)
    assert standing([first, back]) == (back,)
    assert standing([first, back, forth]) == (first, forth)


@pytest.mark.parametrize(
    "damage",
    [{"kind": "applaud"}, {"made": "noon"}, {"made": "2031-03-08T12:00:00"}, {"more": 1},
     {"targets": [{"kind": "claim"}]}, {"targets": [{"kind": "story", "places": [], "clash": None}]}, {"targets": 3}],
)  # fmt: skip
def test_what_is_not_of_a_judgement_is_refused(damage: dict[str, Any]):
    """From a damaged file."""
    with pytest.raises(JudgementError):
        from_values(to_values(judgement("accept", [CLAIM], SIGNED)) | damage)
