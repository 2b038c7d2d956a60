"""Applying a log of judgements to a reading, and telling what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.judge import found, regroup
from rashomon.judge.carry import carried, reread
from rashomon.judge.changes import CHANGES, Changed, signature
from rashomon.judge.found import Unfit
from rashomon.judge.log import standing
from rashomon.model import Evidence, Judgement, Outcome, Proposition, Story
from rashomon.story import compared

__all__ = ["applied"]


@lru_cache(maxsize=8)
def _followed(story: Story) -> Story:
    """Compare anew; most judgements change nothing that is compared, and one taken back gives what was before."""
    # names of things and what frames tell are read off the parse, which a story file has not; judgements change neither
    anew = compared(story)
    return replace(anew, wording=story.wording, conflicts=reread(anew, story))


def applied(story: Story, judgements: Sequence[Judgement], anew: bool = True) -> tuple[Story, tuple[Outcome, ...]]:
    """Give ``story`` with the ``judgements`` that stand done to it in their order, and what became of each of them all.

    What a judgement is about is found by its content, so that ``story`` may be any reading of the reports. What is read
    off claims and propositions follows: by comparing ``anew``, or else as far as what was read off them still stands.
    Judgements of conflicts are done to the conflicts there are then.
    """
    stand = standing(judgements)
    changed = story
    outcomes: dict[str, Outcome] = {}
    for one in stand:
        if one.undoes is not None:
            outcomes[one.id] = Outcome(one, "applied", "took a judgement back")
        elif one.targets[0].kind != "conflict":
            changed, outcomes[one.id] = _done(changed, one)
    if changed is not story:
        changed = regroup.refreshed(changed)
        changed = _followed(changed) if anew else carried(changed, story)
    for one in stand:
        if one.id not in outcomes:
            changed, outcomes[one.id] = _done(changed, one)
    homes = {claim: one for one in changed.propositions for claim in one.claims}
    return changed, tuple(
        _told(outcomes.get(one.id, Outcome(one, "undone", "taken back")), homes) for one in judgements
    )


def _done(story: Story, one: Judgement) -> tuple[Story, Outcome]:
    change = _over_conflict if one.targets[0].kind == "conflict" else CHANGES[one.kind]
    try:
        changed, ids, detail = change(story, one)
    except Unfit as unfit:
        return story, Outcome(one, "unfit", str(unfit))
    return changed, Outcome(one, "applied", detail, ids)


def _over_conflict(story: Story, one: Judgement) -> Changed:
    wanted = found.conflict(story, one.targets[0])
    if one.kind == "reject":
        rest = tuple(other for other in story.conflicts if other.id != wanted.id)
        dates = tuple(replace(m, disputed=None) if m.disputed == wanted.id else m for m in story.timeline)
        return replace(story, conflicts=rest, timeline=dates), (wanted.id,), "left out"
    if one.kind == "note":
        return story, (wanted.id,), "noted"
    clashing = [span for side in wanted.sides for span in side.spans]
    seal = Evidence("judgement", 1.0, f"confirmed by {signature(one)}", clashing[0], clashing[-1])
    sealed = replace(wanted, evidence=(*wanted.evidence, seal))
    kept = tuple(sealed if other.id == wanted.id else other for other in story.conflicts)
    return replace(story, conflicts=kept), (wanted.id,), "confirmed"


def _told(outcome: Outcome, homes: Mapping[str, Proposition]) -> Outcome:
    """Give ``outcome`` with what it fell on: of groups of claims the propositions that are left of them in the end."""
    one = outcome.judgement
    if one.kind not in ("merge", "split") and all(t.kind not in ("proposition", "link") for t in one.targets[:1]):
        return outcome
    left = dict.fromkeys(homes[claim].id for claim in outcome.ids if claim in homes)
    return replace(outcome, ids=() if one.kind == "reject" else tuple(left))
