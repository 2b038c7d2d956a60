"""What a report leaves out that at least two other families have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Omission
from rashomon.present.lines import listed
from rashomon.present.terminal.layout import bullet, heading, indented, more
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about
from rashomon.present.terminal.sides import in_order

__all__ = ["omissions"]

_MOST = 2
"""Propositions of an overview."""


def omissions(page: Page) -> Iterator[RenderableType]:
    """Give each proposition that is left out somewhere, who tells it and who does not."""
    found: dict[str, list[Omission]] = {}
    for one in page.story.omissions:
        found.setdefault(one.proposition, []).append(one)
    if not found:
        return
    yield heading("Left out", "told by two other families; the whole report was searched")
    ordered = in_order(page, [page.propositions[one] for one in found])
    wanted = ordered if page.shown.everything else ordered[:_MOST]
    for proposition in wanted:
        yield from _omission(page, found[proposition.id])
    yield from more(len(found) - len(wanted), "proposition")


def _omission(page: Page, found: Sequence[Omission]) -> Iterator[RenderableType]:
    told = page.outlets(article for one in found for article in one.reported_by)
    order = [article.id for article in page.story.articles]
    found = sorted(found, key=lambda one: order.index(one.article))
    yield bullet("–", about(page, found[0].proposition, 110).append(f" — told by {listed(told, 5)}", "dim"))
    silent = [page.report(one.article) for one in found]
    yield indented([Text.assemble("not in ", (listed(silent, 5), "bold"))], 4)
    for one in found if page.shown.why else ():
        yield indented([Text(f"{page.report(one.article)}, searched: {one.searched}", "dim")], 4)
        if one.nearest:
            yield indented([Text(f"nearest: {page.words(one.nearest)} — {page.where(one.nearest)}", "dim")], 6)
