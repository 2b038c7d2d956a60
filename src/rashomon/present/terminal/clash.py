"""The sides of one conflict: what each holds to, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Claim, Conflict, Side, Span
from rashomon.present.lines import day
from rashomon.present.terminal.layout import more, placed, spoken, stance, telling
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.sides import outermost, within

__all__ = ["clash"]

_SHORT, _LONG = 90, 320
"""Code points of a telling in an overview, and where everything is shown."""
_SIDES = 6
"""Sides of a conflict in an overview."""


def clash(page: Page, one: Conflict) -> Iterator[RenderableType]:
    """Give each side with its value and its words; where the evidence is wanted, why they clash."""
    most = len(one.sides) if page.shown.everything else _SIDES
    for side in one.sides[:most]:
        yield from _side(page, side)
    yield from more(len(one.sides) - most, "value")
    if page.shown.why:
        for found in one.evidence:
            yield Text(f"because {found.detail}", "dim")


def _side(page: Page, side: Side) -> Iterator[RenderableType]:
    """Give the value of a side, one telling of it with the words that clash marked, and how often it is told."""
    claims = outermost(sorted((page.claims[one] for one in side.claims), key=lambda one: _order(page, one)))
    first, *others = claims
    value = Text.assemble((day(side.value), "bold"), " · ")
    if not page.shown.everything:
        yield Text.assemble(value, _marked(page, first, side.spans), placed(page, first, *others))
        return
    for claim in claims:
        yield Text.assemble(value, _marked(page, claim, side.spans), placed(page, claim))


def _marked(page: Page, claim: Claim, clash: tuple[Span, ...]) -> Text:
    """Give who says it and the words, with those that clash underlined and, however long it is, among them."""
    own = [page.words(span) for span in clash if within(span, claim.span)]
    words = telling(page, claim, _LONG if page.shown.everything else _SHORT, own[0] if own else "")
    words.highlight_words(own, "underline")
    note = Text() if claim.stance == "asserts" else stance(claim.stance).append(" ")
    return Text.assemble(note, spoken(page, claim), ": ", words)


def _order(page: Page, claim: Claim) -> tuple[int, Span, str]:
    return next(at for at, one in enumerate(page.story.articles) if one.id == claim.span.article), claim.span, claim.id
