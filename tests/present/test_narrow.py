"""A story narrowed to a person, a thing or one proposition, and what is said where they are not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import entity
from rashomon.errors import NotInStory
from rashomon.model import Story
from rashomon.present import narrow
from whole import CARROW, DOCKERS, MAIL, OYELARAN, whole


def two() -> Story:
    """Give a story in which two people go by one surname."""
    story = whole()
    return replace(story, entities=(*story.entities, replace(entity("Tom Carrow"), variants=("Tom Carrow", "Carrow"))))


@pytest.mark.parametrize("name", ["Ines Carrow", "ines carrow", "  Ines   Carrow ", "Carrow", "ines"])
def test_a_name_or_a_word_of_it_is_enough(name: str):
    """Case and spaces make no difference, and a surname does where only one goes by it."""
    assert narrow.entity(whole(), name) == CARROW


def test_a_whole_name_comes_before_a_part():
    """Who goes by exactly that name is meant, though it is a part of another's."""
    story = whole()
    thing = entity("Carrow", kind="organisation")
    assert narrow.entity(replace(story, entities=(*story.entities, thing)), "carrow") == thing


def test_several_of_one_name_are_named():
    """Where two go by it, the error names both."""
    story = replace(two(), entities=tuple(replace(one, variants=(one.name,)) for one in two().entities))
    with pytest.raises(NotInStory, match="2 go by that name; name one of them in full: Ines Carrow, Tom Carrow"):
        narrow.entity(story, "Carrow")


@pytest.mark.parametrize(
    ("name", "near"), [("Carow", "Ines Carrow"), ("Inez Carrow", "Ines Carrow"), ("Oyelarn", "Bram Oyelaran")]
)
def test_near_names_are_suggested(name: str, near: str):
    """A letter wrong, and the name that was meant is suggested."""
    with pytest.raises(NotInStory, match=f"did you mean .*{near}"):
        narrow.entity(whole(), name)


@pytest.mark.parametrize("name", ["Xqzvw", "", "  "])
def test_no_name_like_it(name: str):
    """Where nothing is near, the error says how to see who there is."""
    with pytest.raises(NotInStory, match="--only people"):
        narrow.entity(whole(), name)


def test_about_somebody():
    """What they say and what is said of them: their propositions with what is read off those, and no others."""
    part = narrow.about(whole(), CARROW)
    assert [one.id for one in part.propositions] == ["p-open"]
    assert {one.speaker for analysis in part.analyses for one in analysis.attributions} == {CARROW.id}
    assert {one.holder for analysis in part.analyses for one in analysis.claims} == {CARROW.id}
    assert part.conflicts == ()
    assert [one.holder for one in part.shifts] == [CARROW.id]
    assert {one.proposition for one in (*part.origins, *part.omissions, *part.positions)} == {"p-open"}
    assert [one.value for one in part.timeline] == ["2031-03-04"]
    story = whole()
    crowded = replace(story.timeline[2], claims=(*story.timeline[2].claims, story.timeline[0].claims[0]))
    again = narrow.about(replace(story, timeline=(crowded,)), CARROW)
    assert [one.claims for one in again.timeline] == [story.timeline[2].claims]
    assert part.articles == whole().articles


def test_about_a_link_of_a_chain():
    """A paper that others cite is part of what they say: it stands in the chain."""
    part = narrow.about(whole(), next(one for one in whole().entities if one.name == "Orrin Post"))
    assert {one.holder for analysis in part.analyses for one in analysis.claims} == {DOCKERS.id}


def test_about_a_mention():
    """Words in which somebody is named concern them, whoever says them."""
    story = whole()
    place = next(c.span for a in story.analyses for c in a.claims if c.span.article == MAIL.id)
    named = replace(OYELARAN, mentions=(replace(place, end=place.start + 3),))
    part = narrow.about(story, named)
    assert place in [claim.span for analysis in part.analyses for claim in analysis.claims]


def test_one_proposition():
    """The beginning of its id is enough; its claims, conflicts, origins, omissions and passages come with it."""
    part = narrow.proposition(whole(), "p-h")
    assert [one.id for one in part.propositions] == ["p-hurt"]
    assert [one.id for one in part.conflicts] == ["x-hurt"]
    assert [one.id for one in part.alignments] == ["k-hurt"]
    assert {claim.proposition for analysis in part.analyses for claim in analysis.claims} == {"p-hurt"}
    assert (part.shifts, part.omissions, part.timeline) == ((), (), ())


@pytest.mark.parametrize(
    ("asked", "says"), [("p-", "3 propositions begin so"), ("q", "no such proposition"), ("", "no such proposition")]
)
def test_not_one_proposition(asked: str, says: str):
    """None, or several that begin so, is an error that says where ids are shown."""
    with pytest.raises(NotInStory, match=f"{says}.*beside a title"):
        narrow.proposition(whole(), asked)
