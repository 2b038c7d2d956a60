"""What was read off a story, carried over to the story as judged: sound, and never more than there was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from rashomon.judge import applied, judgement, target
from rashomon.judge.carry import reread
from rashomon.model import Frame, Story
from rashomon.present.story_file import export, verify
from whole import CARROW, DAY, HURT, OPEN, whole

SIGNED = ("Ana", datetime(2031, 3, 8, 12, tzinfo=UTC))


def judged(kind, *pointed: tuple[str, ...], change: str | None = None) -> Story:
    """Give the whole story with one judgement, nothing compared anew; it is sound."""
    story = replace(whole(), judged=())
    targets = [target(story, *one) for one in pointed]
    changed, outcomes = applied(story, [judgement(kind, targets, SIGNED, change)], anew=False)
    assert outcomes[0].status == "applied"
    assert verify(export(changed))
    return changed


def test_what_still_stands_stays():
    """A stance that was mended in one proposition leaves what was read off the others; its own position follows."""
    changed = judged("stance", ("claim", OPEN[1].id), change="hedges")
    assert changed.conflicts == whole().conflicts
    assert changed.origins == whole().origins
    assert {one.claim: one.stance for one in changed.positions}[OPEN[1].id] == "hedges"


def test_a_shift_between_equal_stances_is_none():
    """She hedged before, too."""
    assert [one.holder for one in whole().shifts] == [CARROW.id]
    assert judged("stance", ("claim", OPEN[1].id), change="hedges").shifts == ()
    assert judged("stance", ("claim", OPEN[1].id), change="unaware").shifts[0].steps[0].stance == "unaware"


def test_what_named_a_claim_that_is_gone_goes():
    """Conflict, moment, origin: with the claim, or without what is left of them."""
    changed = judged("reject", ("claim", DAY[1].id))
    assert [one.id for one in changed.conflicts] == ["x-hurt"]
    assert all(DAY[1].id not in one.claims for one in changed.timeline)
    assert all(one.disputed is None for one in changed.timeline)


def test_a_proposition_under_a_new_id_keeps_what_was_read_off_it():
    """Two merged: their conflicts, origins and omissions are of the one that there is now."""
    changed = judged("merge", ("proposition", "p-open"), ("proposition", "p-hurt"))
    (one,) = [one.id for one in changed.propositions if HURT[0].id in one.claims]
    assert {c.id: c.proposition for c in changed.conflicts} == {"x-hurt": one, "x-day": "p-day"}
    assert {origin.proposition for origin in changed.origins} == {one}
    assert [omission.proposition for omission in changed.omissions] == [one]


def test_a_proposition_that_is_gone_leaves_nothing():
    """Neither positions nor omissions of it."""
    changed = judged("reject", ("proposition", "p-open"))
    assert (changed.positions, changed.shifts, changed.omissions) == ((), (), ())
    assert [origin.proposition for origin in changed.origins] == ["p-hurt"]


def test_what_only_frames_tell_outlives_the_file():
    """A story read back from its file has no frames: a conflict over a place stays while its claims do, no longer."""
    story = replace(whole(), judged=())
    place = replace(story.conflicts[0], id="x-place", kind="place")
    story = replace(story, conflicts=(*story.conflicts, place))
    found = reread(replace(story, conflicts=()), story)
    assert [one.id for one in found] == ["x-place"]
    gone = place.sides[0].claims[0]
    left = tuple(replace(one, claims=tuple(c for c in one.claims if c.id != gone)) for one in story.analyses)
    assert reread(replace(story, conflicts=(), analyses=left), story) == ()
    framed = tuple(replace(one, frames=(Frame(place.sides[0].spans[0], "be"),)) for one in story.analyses)
    assert reread(replace(story, conflicts=(), analyses=framed), story) == ()
