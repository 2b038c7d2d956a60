"""Whose stance changed, and when."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model import Position
from rashomon.present.lines import counted, day
from rashomon.present.terminal.layout import heading, indented, more, row, stance, telling
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about

__all__ = ["shifts"]

_MOST = 4
"""Shifts of an overview."""

_SHORT = 110


def shifts(page: Page) -> Iterator[RenderableType]:
    """Give each shift: the holder, what it is about, and the steps in order of time."""
    found = sorted(page.story.shifts, key=lambda one: (-len(one.steps), one.proposition, one.holder))
    if not found:
        return
    yield heading("Shifts", f"{counted(len(found), 'holder')} whose stance changed")
    most = len(found) if page.shown.everything else _MOST
    for one in found[:most]:
        head = Text.assemble(("→ ", "bold"), (page.name(one.holder), "bold"), " on ", about(page, one.proposition, 90))
        yield Group("", indented([head], 2))
        for step in one.steps:
            yield row(page, stance(step.stance), list(_step(page, step)))
    yield from more(len(found) - most, "shifts")


def _step(page: Page, step: Position) -> Iterator[RenderableType]:
    claim = page.claims[step.claim]
    yield Text.assemble((f"{day(step.date)}: " if step.date else "undated: "), telling(page, claim, _SHORT))
    detail = [page.outlet(claim.span.article), page.where(claim.span)]
    if step.principal:
        detail.insert(0, f"for {page.name(step.principal)}")
    if step.basis and page.shown.why:
        detail.append(step.basis)
    yield Text(" · ".join(detail), "dim")
