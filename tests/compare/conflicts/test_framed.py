"""Clashes over place, means and role: what frames tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from clashing import Parts, framed_story, story, sure
from factory import entity, span
from rashomon.compare.conflicts import find
from rashomon.compare.conflicts.clash import Clash
from rashomon.compare.conflicts.contenders import contenders
from rashomon.compare.conflicts.framed import framed
from rashomon.compare.conflicts.framing import event, told_frames, whom
from rashomon.compare.prepared import prepared
from rashomon.model import Story


def clashes(made: Story) -> list[Clash]:
    """Give the clashes that frames tell, every two claims held to be about one thing."""
    return list(framed(made, contenders(made, prepared(made).gists), sure))


def pair(
    left: str, right: str, left_frames: Sequence[Parts] = (), right_frames: Sequence[Parts] = (), **others: object
):
    """Give the clashes of two reports, each one claim, by two holders."""
    reports = (left, [(left, "the port")], left_frames), (right, [(right, "the union")], right_frames)
    return clashes(framed_story(*reports, **others))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("Lund died at the scene", "Lund died in hospital", True),
        ("the envoys met in a hotel", "the envoys met at the old school", True),
        ("the envoys met in a hotel", "the envoys met at an inn", False),
        ("the envoys met in a hotel", "the envoys met in the kitchen", False),
        ("the envoys met in a hotel", "the envoys met in the back of a school bus", False),
        ("the envoys met in a hotel", "a school taught the envoys", False),
        ("the envoys met in a hotel or in a school", "the envoys met in a school", False),
        ("two men died at the scene", "a man died in hospital", False),
        ("the envoys met in a hotel", "bread was sold in a school", False),
    ],
)
def test_two_places_of_a_grade_clash(left: str, right: str, clash: bool):
    """One thing is in one place of a grade; a room in a house, a bus of a school and different people are no clash."""
    found = pair(left, right)
    assert [one.kind for one in found] == ["place"] * clash
    assert all(one.severity == "hard" for one in found)


def test_a_place_goes_with_its_verb_and_its_people():
    """What is told to be done decides: other verbs, or the same done by others, are other events."""
    meet = {"is": "meet", "word": "met", "agent": "Carrow"}
    dine = {"is": "dine", "word": "dined", "agent": "Carrow"}
    people = ["Carrow", "Tarn"]
    left = "Carrow met the envoys in a hotel"
    assert pair(left, "Carrow met the envoys in a school", [meet], [meet], people=people)
    assert not pair(left, "Carrow dined with the envoys in a school", [meet], [dine], people=people)
    assert not pair(left, "Tarn met the envoys in a school", [meet], [{**meet, "agent": "Tarn"}], people=people)


def test_whoever_tells_both_places_tells_of_two_things():
    """A holder who knows of the other's place as well speaks of two events."""
    words = "They met in a hotel. They met in a school."
    both = (words, [("They met in a hotel", "the port"), ("They met in a school", "the port")], ())
    assert not clashes(framed_story(both, ("They met in a school", [("They met in a school", "the union")], ())))


def test_a_house_is_known_by_its_short_name():
    """St Ebba's is a hospital where the story names it so in full."""
    text = "Lund died at St Ebba's"
    full = "St. Ebba's Hospital opened"
    made = framed_story(
        (f"{text}. {full}.", [(text, "the port")], ()),
        ("Lund died at the scene", [("Lund died at the scene", "a")], ()),
    )
    assert not clashes(made)
    house = entity("St. Ebba's Hospital", span(made.articles[0], "St. Ebba's Hospital"), kind="organisation")
    (found,) = clashes(replace(made, entities=(house,)))
    assert {found.left.value, found.right.value} == {"st ebba's", "scene"}


WROTE = {"is": "resign", "word": "resigned", "means": "e-mail"}
RANG = {"is": "resign", "word": "resigned", "means": "telephone"}


def test_two_means_part_softly():
    """Who resigned by e-mail may have rung as well; the same means, and what is no means, do not part."""
    (found,) = pair("she resigned by e-mail", "she resigned by telephone", [WROTE], [RANG])
    assert (found.kind, found.severity) == ("medium", "soft")
    assert (found.left.value, found.right.value) == ("e-mail", "telephone")
    assert not pair("she resigned by e-mail", "the board says she resigned by e-mail", [WROTE], [WROTE])
    assert not pair("she resigned by e-mail", "she resigned as the telephone rang", [WROTE])


def test_a_verb_can_be_the_means_itself():
    """ "She rang to ask for bread" and "she asked for bread by e-mail" part where they share enough besides."""
    asked = {"is": "ask", "word": "asked", "means": "e-mail"}
    rang = {"is": "ring", "word": "rang"}
    assert pair("she asked for the bread and jam by e-mail", "she rang to ask for bread and jam", [asked], [rang])


def role(patient: str, role: str, word: str) -> Parts:
    """Give what somebody is said to be."""
    return {"patient": patient, "role": role, "word": word}


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("first mate", "captain", True),
        ("the deputy accountant", "chief accountant", True),
        ("the deputy accountant", "chief cook", False),
        ("the deputy accountant", "the accountant", False),
        ("deputy minister", "an official", False),
        ("captain", "the skipper", False),
        ("the former first mate", "captain", False),
        ("a nurse", "a doctor", True),
    ],
)
def test_two_roles_that_nobody_has_at_once(left: str, right: str, clash: bool):
    """Rungs of one ladder, and ranks of one trade; a wider word, another word for it and what is past do not clash."""
    words = [f"Hallam was {one}" for one in (left, right)]
    frames = [[role("Hallam", one, one.split()[-1])] for one in (left, right)]
    found = pair(*words, *frames, people=["Hallam"])
    assert [(one.kind, one.severity) for one in found] == [("name", "hard")] * clash


def test_another_person_and_a_report_of_both_roles_are_no_clash():
    """One person has one role; a report that tells of both knows of a change."""
    frames = [role("Hallam", "first mate", "mate")], [role("Tarn", "captain", "captain")]
    assert not pair("Hallam was first mate", "Tarn was captain", *frames, people=["Hallam", "Tarn"])
    text = "Hallam was captain. Hallam, first mate until May, sailed."
    both = [role("Hallam", "captain", "captain"), role("Hallam", "first mate", "mate")]
    reports = (
        ("Hallam was first mate", [("Hallam was first mate", "the port")], frames[0]),
        (text, [("Hallam was captain", "a"), ("Hallam, first mate until May, sailed", "a")], both),
    )
    assert not clashes(framed_story(*reports, people=["Hallam"]))


@pytest.mark.parametrize(("other", "clash"), [("Tarn's brother", True), ("Olmsted's brother", False)])
def test_kin_are_told_of_one_other(other: str, clash: bool):
    """A cousin of one may be the brother of another."""
    frames = [role("Hallam", "Tarn's cousin", "cousin")], [role("Hallam", other, "brother")]
    words = "Hallam is Tarn's cousin", f"Hallam is {other}"
    assert bool(pair(*words, *frames, people=["Hallam", "Tarn", "Olmsted"])) is clash


def test_a_frame_is_told_by_the_shortest_claim_round_it():
    """A frame goes with the claim that holds least besides; one that no claim holds is told by none."""
    text = "They say that Carrow met Lund. Tarn left."
    words = [("They say that Carrow met Lund", "the port"), ("Carrow met Lund", "the union")]
    frames = [
        {"is": "meet", "word": "met", "agent": "Carrow", "patient": "Lund"},
        {"is": "leave", "word": "left", "agent": "Tarn"},
    ]
    made = framed_story((text, words, frames), people=["Carrow", "Lund", "Tarn"])
    (found,) = told_frames(made, contenders(made, prepared(made).gists))
    ids = {one.name: one.id for one in made.entities}
    assert found.told.words == "Carrow met Lund"
    assert found.parties == {ids["Carrow"], ids["Lund"]}
    assert {"meet", "@MEET"} <= event(found)


def test_whom_a_part_means():
    """Its own mention, or the name that it ends with; what only begins with a name means somebody else."""
    made = story(("the pilot Carrow met Carrow's aide", []), people=["Carrow"])
    (own,) = made.articles
    find = whom(made)
    assert find(None) is None
    assert find(span(own, "the pilot Carrow")) == find(span(own, "Carrow")) == made.entities[0]
    assert find(span(own, "Carrow's aide")) is None


def test_conflicts_over_place_stand_among_the_others():
    """The stage asks what frames tell; read back from a file without them, words so unlike are no conflict."""
    died = [{"is": "die", "word": "died", "agent": "Hallam"}]
    fillers = (
        "A fair was held for the school",
        "Boats were painted green",
        "Snow fell on the hills",
        "A choir sang to us",
    )
    reports = []
    for told, holder, others in (
        ("Hallam the stoker died at the scene of the boiler explosion", "port", fillers[:2]),
        ("Hallam of Orrin died in hospital on a wet Sunday night", "union", fillers[2:]),
    ):
        words = [told, *others]
        reports.append((". ".join(words), [(one, holder) for one in words], died))
    made = framed_story(*reports, people=["Hallam"])
    assert [one.kind for one in find(made, prepared(made))] == ["place"]
    bare = replace(made, analyses=tuple(replace(one, frames=()) for one in made.analyses))
    assert find(bare, prepared(bare)) == ()
