"""When things are said to have happened or to be going to happen, and when they were said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Claim, Moment
from rashomon.present.lines import between, counted, day
from rashomon.present.terminal.layout import heading, more, placed, row, spoken, telling
from rashomon.present.terminal.page import Page

__all__ = ["timeline"]

_MOST = 3
"""Moments of an overview."""

_SHORT = 80

_ROOM = 22
"""Columns of a day; an interval that is longer is broken."""

_MARKS = {"happened": "●", "expected": "○", "said": "»"}


def timeline(page: Page) -> Iterator[RenderableType]:
    """Give the moments in order of time; an overview keeps to what happened, disputed days first, then exact ones."""
    whole = page.shown.everything
    told = [one for one in page.story.timeline if one.claims]
    pool = sorted((one for one in told if whole or one.axis == "happened"), key=lambda one: _weight(page, one))
    if not pool:
        return
    wanted = sorted(pool if whole else pool[:_MOST], key=lambda one: (one.earliest, one.latest, one.axis, one.claims))
    disputed = len({one.disputed for one in pool if one.disputed})
    yield heading("Timeline", f"{counted(disputed, 'date')} disputed" if disputed else "")
    room = min(_ROOM, 2 + max(len(_when(one)) for one in wanted))
    for one in wanted:
        yield row(page, Text(f"{_MARKS[one.axis]} {_when(one)}"), list(_moment(page, one)), 2, room)
    yield from more(len(told) - len(wanted), "moment")


def _weight(page: Page, one: Moment) -> tuple[bool, bool, int, str, str, tuple[str, ...]]:
    """Put disputed moments first, then those that are known to the month, then what most reports tell."""
    vague = len(one.value) < len("2031-03")
    tellers = {page.claims[claim].span.article for claim in one.claims}
    return one.disputed is None, vague, -len(tellers), one.earliest, one.latest, one.claims


def _when(one: Moment) -> str:
    """Give the value as a reader writes it, an interval by its ends."""
    if re.fullmatch(r"\d{4}", one.value) or day(one.value) != one.value:
        return day(one.value)
    return between(day(one.earliest), day(one.latest))


def _moment(page: Page, one: Moment) -> Iterator[RenderableType]:
    """Give the fullest telling of what is said of a moment, and how many others there are."""
    claims = sorted((page.claims[claim] for claim in one.claims), key=lambda each: (-_size(each), each.span, each.id))
    note = "≠ disputed " if one.disputed else ""
    axis = "" if one.axis == "happened" else f"{one.axis}: "
    first, *others = claims
    who = Text.assemble(spoken(page, first), ": ")
    yield Text.assemble((note, "bold red"), axis, who, telling(page, first, _SHORT), placed(page, first, *others))
    if page.shown.why and one.basis:
        yield Text(f"because {one.basis}", "dim")


def _size(claim: Claim) -> int:
    return min(claim.span.end - claim.span.start, _SHORT)
