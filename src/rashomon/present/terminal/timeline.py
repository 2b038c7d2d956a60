"""When things are said to have happened or to be going to happen, and when they were said."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Moment
from rashomon.present.lines import between, counted, day, listed
from rashomon.present.terminal.layout import heading, more, row, telling
from rashomon.present.terminal.page import Page

__all__ = ["timeline"]

_MOST = 6
"""Moments of an overview."""

_SHORT = 90

_MARKS = {"happened": "●", "expected": "○", "said": "»"}


def timeline(page: Page) -> Iterator[RenderableType]:
    """Give the moments in order of time; an overview keeps to those that happened and are disputed or most told."""
    whole = page.shown.everything
    pool = [one for one in page.story.timeline if one.claims and (whole or one.axis == "happened")]
    if not pool:
        return
    pool.sort(key=lambda one: (one.disputed is None, -_tellers(page, one), one.earliest, one.latest, one.claims))
    wanted = sorted(pool if whole else pool[:_MOST], key=lambda one: (one.earliest, one.latest, one.axis, one.claims))
    disputed = len({one.disputed for one in pool if one.disputed})
    yield heading("Timeline", f"{counted(disputed, 'date')} disputed" if disputed else "")
    for one in wanted:
        yield row(page, Text.assemble(f"{_MARKS[one.axis]} ", (_when(one), "bold")), list(_moment(page, one)), 2)
    hidden = len([one for one in page.story.timeline if one.claims]) - len(wanted)
    yield from more(hidden, "moments")


def _tellers(page: Page, one: Moment) -> int:
    return len({page.claims[claim].span.article for claim in one.claims})


def _when(one: Moment) -> str:
    return day(one.value) if day(one.value) != one.value else between(day(one.earliest), day(one.latest))


def _moment(page: Page, one: Moment) -> Iterator[RenderableType]:
    claims = sorted(
        (page.claims[claim] for claim in one.claims),
        key=lambda each: (-min(len(page.words(each.span)), _SHORT), each.span),
    )
    words = telling(page, claims[0], _SHORT)
    note = "≠ disputed · " if one.disputed else ""
    yield Text.assemble((note, "bold red"), ("" if one.axis == "happened" else f"{one.axis}: "), words)
    detail = listed(page.outlets(each.span.article for each in claims), 4) + f" · {page.where(claims[0].span)}"
    yield Text(detail + (f" · {one.basis}" if page.shown.why and one.basis else ""), "dim")
