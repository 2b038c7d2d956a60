"""Whose stance changed, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Position
from rashomon.present.lines import counted, day
from rashomon.present.terminal.layout import bullet, heading, more, placed, row, stance, telling
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about

__all__ = ["shifts"]

_MOST, _STEPS = 3, 4
"""Shifts of an overview, and steps of each."""

_SHORT = 110


def shifts(page: Page) -> Iterator[RenderableType]:
    """Give each shift: the holder, what it is about, and the steps in order of time."""
    found = sorted(page.story.shifts, key=lambda one: (-len(one.steps), one.proposition, one.holder))
    if not found:
        return
    yield heading("Shifts", f"{counted(len(found), 'holder')} whose stance changed")
    most = len(found) if page.shown.everything else _MOST
    for one in found[:most]:
        head = Text.assemble((page.name(one.holder), "bold"), " on ", about(page, one.proposition, 90))
        yield from ("", bullet(Text("→", "bold"), head))
        runs = [[step] for step in one.steps] if page.shown.everything else _runs(one.steps)[:_STEPS]
        for run in runs:
            yield row(page, stance(run[0].stance), list(_step(page, *run)))
        yield from more(len(one.steps) - sum(map(len, runs)), "step", 4)
    yield from more(len(found) - most, "shift")


def _runs(steps: Sequence[Position]) -> list[list[Position]]:
    """Give the steps, those of one stance that follow one another together."""
    return [list(run) for _, run in groupby(steps, key=lambda step: step.stance)]


def _step(page: Page, step: Position, *others: Position) -> Iterator[RenderableType]:
    claim = page.claims[step.claim]
    when = Text(day(step.date) if step.date else "undated", "bold")
    speaker = f" ({page.name(claim.holder)} for {page.name(step.principal)})" if step.principal else ""
    place = placed(page, claim, *(page.claims[other.claim] for other in others))
    yield Text.assemble(when, speaker, ": ", telling(page, claim, _SHORT), place)
    if step.basis and page.shown.why:
        yield Text(f"because {step.basis}", "dim")
