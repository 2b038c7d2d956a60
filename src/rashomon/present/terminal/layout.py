"""How lines are laid out: marks, headings, rows with a hanging indent that give it up where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Claim, Span, Stance
from rashomon.present.lines import shortened
from rashomon.present.terminal.page import Page

__all__ = ["MARKS", "heading", "indented", "more", "quoted", "row", "stance", "telling"]

MARKS: dict[Stance, tuple[str, str]] = {
    "asserts": ("+", "green"),
    "denies": ("×", "red"),
    "hedges": ("~", "yellow"),
    "declines": ("∅", "magenta"),
    "unaware": ("?", "cyan"),
}
"""Each stance's mark and colour, in the order in which sides are shown."""

_NARROW = 60
"""Columns under which a row's words stand under its label, not beside it."""

_LABEL = 11
"""Columns of a label: a mark, a space and the longest word of a stance."""


def heading(title: str, about: str = "") -> RenderableType:
    """Give the title of a section after an empty line, with what there is of it."""
    return Group("", Text.assemble((title, "bold underline"), (f" · {about}" if about else "", "dim")))


def stance(one: Stance) -> Text:
    """Give the mark and the word of a stance in its colour."""
    mark, colour = MARKS[one]
    return Text(f"{mark} {one}", f"bold {colour}")


def row(page: Page, label: Text, lines: Sequence[RenderableType], indent: int = 4) -> RenderableType:
    """Give ``lines`` beside their ``label``, or under it where the terminal is narrow."""
    if page.width < _NARROW:
        return Padding(Group(label, indented(lines, 2)), (0, 0, 0, 2))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=max(_LABEL, len(label)))
    table.add_column(ratio=1)
    table.add_row(label, Group(*lines))
    return Padding(table, (0, 0, 0, indent))


def indented(lines: Sequence[RenderableType], indent: int) -> RenderableType:
    """Give ``lines`` moved in by ``indent`` columns."""
    return Padding(Group(*lines), (0, 0, 0, indent))


def more(hidden: int, what: str, indent: int = 2) -> Iterator[RenderableType]:
    """Say how much more there is, where there is any."""
    if hidden > 0:
        yield Padding(Text(f"and {hidden} more {what} (--all shows them)", "dim"), (0, 0, 0, indent))


def telling(page: Page, claim: Claim, most: int) -> Text:
    """Give the words of a claim; what is retold reads on from its cue, dimmed, where that stands right before it."""
    said = page.attributions.get(claim.attribution or "")
    words = Text(shortened(page.words(claim.span), most))
    cue = said.cue if said and said.kind == "indirect" else None
    if cue is None or not 0 <= claim.span.start - cue.end <= _REACH:
        return words
    gap = " " if page.words(Span(cue.article, cue.end, claim.span.start)) == "" else " … "
    return Text.assemble((page.words(cue), "italic dim"), gap, words)


_REACH = 40
"""Code points between a cue and what it tells: room for a date or an addressee."""


def quoted(page: Page, span: Span, most: int) -> str:
    """Give the words of ``span``, shortened to ``most`` code points."""
    return shortened(page.words(span), most)
