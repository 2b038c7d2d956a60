"""Where claims cannot all hold: what each side holds to, in whose words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Claim, Conflict, Side, Span
from rashomon.present.lines import listed
from rashomon.present.terminal.layout import heading, indented, more, telling
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about

__all__ = ["conflicts"]

_MOST = 5
"""Conflicts of an overview."""

_SHORT, _LONG = 90, 320

_MARKS = {"hard": ("≠", "red"), "soft": ("≈", "yellow")}


def conflicts(page: Page) -> Iterator[RenderableType]:
    """Give the conflicts, hard ones first. In an overview those of plain assertion and denial are left to the sides."""
    only = page.shown.everything
    wanted = sorted(
        (one for one in page.story.conflicts if only or one.kind != "polarity" or one.proposition is None),
        key=lambda one: (one.severity != "hard", -sum(len(side.claims) for side in one.sides), one.id),
    )
    if not wanted:
        return
    hard = sum(one.severity == "hard" for one in wanted)
    yield heading("Conflicts", f"{hard} hard, {len(wanted) - hard} soft")
    most = len(wanted) if only else _MOST
    for one in wanted[:most]:
        yield from ("", *_conflict(page, one))
    yield from more(len(wanted) - most, "conflicts")


def _conflict(page: Page, one: Conflict) -> Iterator[RenderableType]:
    mark, colour = _MARKS[one.severity]
    head = Text.assemble((f"{mark} {one.severity} · {one.kind}", f"bold {colour}"))
    yield indented([head.append(" · ").append(about(page, one.proposition, 90)) if one.proposition else head], 2)
    for side in one.sides:
        yield indented(list(_side(page, side)), 4)
    if page.shown.why:
        for found in one.evidence:
            yield indented([Text(f"because {found.detail}", "dim")], 4)


def _side(page: Page, side: Side) -> Iterator[RenderableType]:
    """Give the value of a side, one telling of it with the words that clash marked, and who else tells it so."""
    claims = sorted((page.claims[one] for one in side.claims), key=lambda one: _order(page, one))
    for claim in claims if page.shown.everything else claims[:1]:
        name = page.outlet(claim.span.article) if claim.attribution is None else page.name(claim.holder)
        yield Text.assemble((f"{side.value}: ", "bold"), (name, "bold"), " — ", _marked(page, claim, side.spans))
        detail = [page.outlet(claim.span.article)] if claim.attribution else ["own voice"]
        detail.append(page.where(claim.span))
        if not page.shown.everything and len(claims) > 1:
            detail.append("also " + listed(list(dict.fromkeys(page.where(one.span) for one in claims[1:])), 3))
        yield indented([Text(" · ".join(detail), "dim")], 2)


def _marked(page: Page, claim: Claim, clash: tuple[Span, ...]) -> Text:
    words = telling(page, claim, _LONG if page.shown.everything else _SHORT)
    for span in clash:
        if span.article == claim.span.article and claim.span.start <= span.start and span.end <= claim.span.end:
            words.highlight_words([page.words(span)], "underline")
    return words


def _order(page: Page, claim: Claim) -> tuple[int, Span, str]:
    return next(at for at, one in enumerate(page.story.articles) if one.id == claim.span.article), claim.span, claim.id
