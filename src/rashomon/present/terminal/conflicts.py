"""Where claims cannot all hold: what each side holds to, in whose words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Conflict
from rashomon.present.shown import Section
from rashomon.present.terminal.clash import clash
from rashomon.present.terminal.layout import CLASHES, bullet, heading, indented, more
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about, parted

__all__ = ["conflicts"]

_MOST = 2
"""Conflicts of an overview."""


def conflicts(page: Page) -> Iterator[RenderableType]:
    """Give the conflicts, hard ones first, then those of most reports; what stands with its proposition is left out."""
    told = parted(page) if Section.propositions in page.shown.sections else frozenset()
    ordered = sorted(page.story.conflicts, key=lambda one: _weight(page, one))
    wanted = [one for one in ordered if one.id not in told]
    if not wanted:
        return
    hard = sum(one.severity == "hard" for one in wanted)
    others = " · beside those above" if len(wanted) < len(ordered) else ""
    yield heading("Conflicts", f"{hard} hard, {len(wanted) - hard} soft{others}")
    most = len(wanted) if page.shown.everything else _MOST
    for one in wanted[:most]:
        yield from ("", *_conflict(page, one))
    yield from more(len(wanted) - most, "conflict")


def _weight(page: Page, one: Conflict) -> tuple[bool, int, str]:
    reports = {page.claims[claim].span.article for side in one.sides for claim in side.claims}
    return one.severity != "hard", -len(reports), one.id


def _conflict(page: Page, one: Conflict) -> Iterator[RenderableType]:
    mark, colour = CLASHES[one.severity]
    head = Text.assemble((f"{one.severity} · {one.kind}", f"bold {colour}"))
    line = head.append(" · ").append(about(page, one.proposition, 90)) if one.proposition else head
    yield bullet(Text(mark, f"bold {colour}"), line)
    yield indented(list(clash(page, one)), 4)
