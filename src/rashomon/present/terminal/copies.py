"""The passages that stand in more than one report: copies, shared quotations, what was altered."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Alignment, Difference
from rashomon.present.lines import counted, one_line, shortened
from rashomon.present.terminal.layout import bullet, heading, indented, more
from rashomon.present.terminal.page import Page

__all__ = ["copies"]

_MOST = 1
"""Passages of an overview."""

_SHORT, _LONG = 100, 600

_DIFFERENCES, _PLACES = 2, 6
"""Differences, and places, shown for each passage in an overview."""


def copies(page: Page) -> Iterator[RenderableType]:
    """Give each shared passage: its kind, where it stands, the words of the first, and how the others differ.

    An overview begins with quotations that were altered, then the longest copies.
    """
    found = page.story.alignments
    if not found:
        return
    whole = page.shown.everything
    altered = sum(one.kind == "quotation" and one.similarity < 1 for one in found)
    copied = sum(one.kind == "copy" for one in found)
    yield heading(
        "Copies",
        f"{counted(len(found), 'passage')} in more than one report: {copied} copied, {altered} quoted with changes",
    )
    shown = found if whole else sorted(found, key=_weight)[:_MOST]
    for one in shown:
        yield from _passage(page, one)
    yield from more(len(found) - len(shown), "passage")


def _weight(one: Alignment) -> tuple[bool, int, str]:
    changed = one.kind == "quotation" and one.similarity < 1
    return not changed, -sum(span.end - span.start for span in one.spans), one.id


def _passage(page: Page, one: Alignment) -> Iterator[RenderableType]:
    kind = "copied" if one.kind == "copy" else "quoted by all"
    same = "word for word" if one.similarity >= 1 else f"{one.similarity:.0%} of the words the same"
    words = shortened(page.words(one.spans[0]), _LONG if page.shown.everything else _SHORT)
    places = " · ".join(_places(page, one))
    yield bullet("=", Text.assemble((kind, "bold"), f", {same}: “{words}”", (f" — {places}", "dim")))
    most = len(one.differences) if page.shown.everything else _DIFFERENCES
    yield indented([_difference(page, difference) for difference in one.differences[:most]], 4)
    yield from more(len(one.differences) - most, "difference", 4)


def _places(page: Page, one: Alignment) -> Iterator[str]:
    most = len(one.spans) if page.shown.everything else _PLACES
    for span in one.spans[:most]:
        outlet, where = page.outlet(span.article), page.where(span)
        yield where if outlet == page.file(span.article) else f"{outlet}, {where}"
    if len(one.spans) > most:
        yield f"and {len(one.spans) - most} more"
    if one.direction:
        basis = f": {one_line(one.direction.basis)}" if page.shown.everything else ""
        yield f"first in {page.report(one.direction.origin)}{basis}"


def _difference(page: Page, one: Difference) -> Text:
    left, right, other = page.words(one.left), page.words(one.right), page.report(one.right.article)
    if left and right:
        return Text.assemble(f"{other} has ", (f"“{right}”", "italic"), " for ", (f"“{left}”", "italic"))
    return Text.assemble(f"{other} leaves out " if left else f"{other} adds ", (f"“{left or right}”", "italic"))
