"""What a report leaves out that at least two other families have."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Omission
from rashomon.present.lines import listed
from rashomon.present.terminal.layout import heading, indented, more
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about
from rashomon.present.terminal.sides import weight

__all__ = ["omissions"]

_MOST = 5
"""Omissions of an overview."""


def omissions(page: Page) -> Iterator[RenderableType]:
    """Give, report by report, the propositions it leaves out and who has them."""
    found = page.story.omissions
    if not found:
        return
    yield heading("Left out", "what two other families report and this report, searched whole, does not")
    most = len(found) if page.shown.everything else _MOST
    wanted = sorted(
        found,
        key=lambda one: (
            *(-part for part in weight(page, page.propositions[one.proposition])),
            one.proposition,
            one.article,
        ),
    )[:most]
    for article in page.story.articles:
        own = [one for one in wanted if one.article == article.id]
        if own:
            yield indented(
                [Text.assemble("– ", (page.outlet(article.id), "bold"), (f" · {page.file(article.id)}", "dim"))], 2
            )
        for one in own:
            yield from _omission(page, one)
    yield from more(len(found) - most, "left out")


def _omission(page: Page, one: Omission) -> Iterator[RenderableType]:
    yield indented([about(page, one.proposition, 110)], 4)
    yield indented([Text(f"reported by {listed(page.outlets(one.reported_by), 5)}", "dim")], 6)
    if page.shown.why:
        yield indented([Text(f"searched: {one.searched}", "dim")], 6)
        if one.nearest:
            yield indented([Text(f"nearest: {page.words(one.nearest)} · {page.where(one.nearest)}", "dim")], 6)
