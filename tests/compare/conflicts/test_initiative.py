"""Who began it: one thing that two are told to have begun."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clashing import Parts, framed_story
from rashomon.compare.conflicts.clash import Clash
from rashomon.compare.conflicts.contenders import contenders
from rashomon.compare.conflicts.framing import told_frames
from rashomon.compare.conflicts.initiative import initiated
from rashomon.compare.prepared import prepared

PEOPLE = ("Carrow", "Tarn")


def clashes(left: str, right: str, frames: Sequence[Sequence[Parts]] = ((), ()), likely: float = 1.0) -> list[Clash]:
    """Give the clashes over who began it of two reports, each one claim, by two holders."""
    reports = (left, [(left, "the port")], frames[0]), (right, [(right, "the union")], frames[1])
    made = framed_story(*reports, people=PEOPLE)
    told = contenders(made, prepared(made).gists)
    return list(initiated(made, told, tuple(told_frames(made, told)), lambda one, other: likely))


@pytest.mark.parametrize(
    "words",
    [
        "the talks were held at the urgent request of Tarn",
        "the talks were held at Tarn's insistence",
        "it was Tarn who rang to fix the talks",
        "the idea for the talks came from Tarn",
        "the talks were Tarn's own idea",
    ],
)
def test_phrases_say_who_began_it(words: str):
    """Each of the phrases names whoever asked, and parts from one that names another; the same name does not."""
    (found,) = clashes("the talks were held on the orders of Carrow", words)
    assert (found.kind, found.severity) == ("initiator", "hard")
    assert {found.left.value, found.right.value} == {"Carrow", "Tarn"}
    assert not clashes("the talks were held on the orders of Tarn", words)


@pytest.mark.parametrize(
    ("words", "frame", "begun"),
    [
        ("Tarn proposed the talks", {"is": "propose", "word": "proposed", "agent": "Tarn"}, True),
        ("Tarn asked for the talks", {"is": "ask", "word": "asked", "agent": "Tarn"}, True),
        ("Tarn stood up first", {"is": "stand_up", "word": "stood up", "agent": "Tarn"}, True),
        ("Tarn attended the first talks", {"is": "attend", "word": "attended", "agent": "Tarn"}, False),
        ("Tarn asked about the talks", {"is": "ask", "word": "asked", "agent": "Tarn"}, False),
    ],
)
def test_verbs_say_who_began_it(words: str, frame: Parts, begun: bool):
    """A verb of beginning tells it, or any verb that somebody does first; to attend the first of something does not."""
    assert bool(clashes("the talks were held on the orders of Carrow", words, ((), (frame,)))) is begun


def test_talks_need_less_to_be_the_same():
    """Two claims of talks are of the same ones where they are not far apart; those of other things must be near."""
    talks = "the talks were held at Carrow's request", "the meeting was Tarn's idea"
    works = "the gate was shut at Carrow's request", "shutting it was Tarn's idea"
    assert clashes(*talks, likely=0.2)
    assert not clashes(*works, likely=0.2)
    assert clashes(*works, likely=0.5)


def test_whoever_names_both_tells_of_two_things():
    """Where one voice has each begin something, neither stands against the other."""
    both = "one call was Carrow's idea and it was Tarn who rang again"
    assert not clashes(both, "the calls were made on the orders of Carrow")
