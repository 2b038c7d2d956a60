"""A reading of a story: its sections in order of importance, as something rich can print or as plain text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.text import Text

from rashomon.model import Story
from rashomon.present.shown import Section, Shown
from rashomon.present.terminal.conflicts import conflicts
from rashomon.present.terminal.copies import copies
from rashomon.present.terminal.head import apart, findings, reports, subject, summary
from rashomon.present.terminal.omissions import omissions
from rashomon.present.terminal.origins import origins
from rashomon.present.terminal.page import Page, page
from rashomon.present.terminal.people import people
from rashomon.present.terminal.propositions import propositions
from rashomon.present.terminal.shifts import shifts
from rashomon.present.terminal.statements import statements
from rashomon.present.terminal.timeline import timeline
from rashomon.present.terminal.wording import wording

__all__ = ["WIDEST", "plain_text", "reading"]

WIDEST = 110
"""Columns that a reading takes at most: longer lines are hard to follow."""

_ON = "On from here: --all, --only conflicts, --about NAME, --proposition ID --why; -o story.json makes them quick."

_SECTIONS: Mapping[Section, Callable[[Page], Iterator[RenderableType]]] = {
    Section.reports: reports,
    Section.propositions: propositions,
    Section.conflicts: conflicts,
    Section.shifts: shifts,
    Section.origins: origins,
    Section.omissions: omissions,
    Section.wording: wording,
    Section.copies: copies,
    Section.timeline: timeline,
    Section.people: people,
    Section.statements: statements,
}


def reading(story: Story, width: int, shown: Shown) -> RenderableType:
    """Give ``story`` as something rich can print in ``width`` columns."""
    whole = page(story, width, shown)
    parts: list[RenderableType] = [Text(summary(story), style="bold")]
    if seeming := apart(story):
        parts.append(Text(seeming))
    if shown.about is not None:
        parts.append(subject(whole))
    if shown.sections != (Section.statements,) and (found := findings(whole)):
        parts.append(Text(found))
    empty = True
    for name in shown.sections:
        section = list(_SECTIONS[name](whole))
        parts += section
        empty = empty and not section
    if empty:
        parts += ["", Text(f"There are no {' and no '.join(shown.sections)}.")]
    if shown == Shown():
        parts += ["", Text(_ON, "dim")]
    return Group(*parts)


def plain_text(story: Story, shown: Shown, width: int = WIDEST) -> str:
    """Give the same reading as text without colours, ``width`` columns wide."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False, emoji=False)
    console.print(reading(story, width, shown))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())
