"""From what a person points at in a shown story, by its id, to a Target that tells it by its content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.errors import JudgementError
from rashomon.model import Claim, Place, Span, Story, Target

__all__ = ["CONTEXT", "holder_name", "passage", "target"]

CONTEXT = 40
"""Code points kept on each side of the words: enough to tell two places of one short phrase apart."""


def target(story: Story, kind: str, *ids: str) -> Target:
    """Give what ``ids`` mean in ``story``: an article, claim, proposition or conflict has one, a link its two claims.

    Several ids of claims mean those claims together. Raises ``JudgementError`` where one of them is not there.
    """
    if kind == "article":
        article = next((one for one in story.articles if ids == (one.id,)), None)
        if article is None:
            raise _missing(kind, ids)
        return Target("article", (Place(article.sha256, article.outlet_name, article.name),))
    if kind in ("claim", "link") and (kind == "claim" or len(set(ids)) == 2):
        return Target("link" if kind == "link" else "claim", _places(story, ids, kind))
    if kind == "proposition":
        held = next((one.claims for one in story.propositions if ids == (one.id,)), None)
        if held is not None:
            return Target("proposition", _places(story, held, kind))
    if kind == "conflict":
        conflict = next((one for one in story.conflicts if ids == (one.id,)), None)
        if conflict is not None:
            claims = dict.fromkeys(claim for side in conflict.sides for claim in side.claims)
            return Target("conflict", _places(story, claims, kind), conflict.kind)
    raise _missing(kind, ids)


def passage(story: Story, span: Span, holder: str | None = None) -> Target:
    """Give the words at ``span``, said by ``holder`` where given. Raises ``JudgementError`` outside a text."""
    article = next((one for one in story.articles if one.id == span.article), None)
    if article is None or not 0 <= span.start < span.end <= len(article.text):
        raise JudgementError("judgement", "the passage is not in an article of the story", "select words of a report")
    return Target("passage", (_place(story, span, holder),))


def holder_name(story: Story, holder: str) -> str:
    """Give the name of a holder: of its entity, or itself."""
    return next((one.name for one in story.entities if one.id == holder), holder)


def _places(story: Story, ids: Iterable[str], kind: str) -> tuple[Place, ...]:
    claims = {one.id: one for analysis in story.analyses for one in analysis.claims}
    ids = tuple(ids)
    if not ids or not claims.keys() >= set(ids):
        raise _missing(kind, ids)
    return tuple(_claim_place(story, claims[one]) for one in ids)


def _claim_place(story: Story, claim: Claim) -> Place:
    return replace(_place(story, claim.span, holder_name(story, claim.holder)), slot=claim.slot)


def _place(story: Story, span: Span, holder: str | None) -> Place:
    article = next(one for one in story.articles if one.id == span.article)
    text, outlet = article.text, article.outlet_name
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    words = text[span.start : span.end]
    return Place(article.sha256, outlet, article.name, span.start, words, before, after, holder)


def _missing(kind: str, ids: Iterable[str]) -> JudgementError:
    named = ", ".join(map(repr, ids)) or "nothing"
    return JudgementError("judgement", f"there is no {kind} {named} in the story", "look at the story again")
